/** Stores with what decides how their files are read, and what came in for them. */
import type { Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import type { Store } from '../../facts/stores.js';
import type { Session } from '../../session.js';

export async function listStores(session: Session): Promise<void> {
  const db = await session.database();
  await session.print(storeTable(db, await session.stores(db)));
}

export function storeTable(db: Database, stores: readonly Store[], notes: readonly string[] = []): Table {
  const files = db.prepare(
    "SELECT count(*) AS files, max(imported_at) AS last FROM imports WHERE store_id = ? AND status IN ('imported', 'partial')",
  );
  const assumed = stores.filter((store) => store.assumed).map((store) => store.name);
  const hint =
    assumed.length === 0 ? [] : [`assumed: ${assumed.join(', ')}. Not right? eco store edit ${assumed[0]} --currency … --timezone …`];
  return {
    id: 'store.list/1',
    columns: [
      { key: 'store', header: 'Store', kind: 'text' },
      { key: 'platform', header: 'Platform', kind: 'text' },
      { key: 'client', header: 'Client', kind: 'text' },
      { key: 'marketplace', header: 'Marketplace', kind: 'text' },
      { key: 'currency', header: 'Currency', kind: 'text' },
      { key: 'time_zone', header: 'Time zone', kind: 'text' },
      { key: 'assumed', header: 'Assumed', kind: 'boolean' },
      { key: 'files', header: 'Files', kind: 'integer' },
      { key: 'last_import_at', header: 'Last import', kind: 'instant' },
    ],
    rows: stores.map((store) => {
      const found = files.get(store.storeId) as { files: number; last: number | null };
      return {
        store: store.name,
        platform: store.platform,
        client: store.client,
        marketplace: store.marketplace,
        currency: store.currency,
        time_zone: store.timeZone,
        assumed: store.assumed,
        files: found.files,
        last_import_at: found.last,
      };
    }),
    notes: [...notes, ...hint],
  };
}
