/** `eco products identity list`: the facts of the identity map, and the map made of them. */
import type { Database } from '../../db/connection.js';
import { identityRows } from '../../facts/identityQueries.js';
import type { Session } from '../../session.js';
import { identityList } from './listTable.js';
import { type IdentityMap, identityMap } from './map.js';

export async function listIdentities(session: Session, flags: { all?: boolean }): Promise<void> {
  const db = await session.database();
  const stores = await session.stores(db);
  const storeIds = session.storeNames.length === 0 ? null : new Set(stores.map((store) => store.storeId));
  const map = readMap(
    db,
    stores.map((store) => store.storeId),
  );
  await session.print(identityList(map, { storeIds, all: flags.all === true }));
}

/** The map of the clients of these stores, or only the part that some listings are in. */
export function readMap(db: Database, storeIds: readonly number[], around: readonly number[] | null = null): IdentityMap {
  return identityMap(identityRows(db, storeIds, around));
}
