/** `eco products identity import FILE`: reads a mapping file, puts it in the place of what it said before, and tells what came of each row. */
import { UserError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { findMappingFile, type MappingFile, mappingsOfFile, productsOfFile, replaceMappings } from '../../facts/identities.js';
import { fileTargets, mappingStores } from '../../facts/identityQueries.js';
import { parseIdentifier } from '../../platforms/cells/index.js';
import type { Session } from '../../session.js';
import { readTableFile } from '../runTableFile.js';
import { importPage, type MappingResult } from './importPage.js';
import { type ReadRow, readMappings } from './mappingFile.js';
import { mappingColumns } from './mappingHeader.js';

const EXPECTED = 'A mapping file expected: CSV, TSV or Excel with own_sku, store, listing_id, units';

export async function importMappings(session: Session, file: string, flags: { dryRun?: boolean }): Promise<void> {
  const { path, name, sha256, header, rows } = await readTableFile(session.context.cwd, file, EXPECTED);
  const db = await session.existingDatabase();
  const chosen = new Set((await session.stores(db)).map((store) => store.storeId));
  const stores = mappingStores(db).filter((store) => chosen.has(store.storeId));
  const [only] = stores;
  const defaultStore = only !== undefined && stores.length === 1 ? only : null;
  const columns = mappingColumns(name, header, defaultStore !== null);
  const all = readMappings(rows, { columns, stores, defaultStore, readIdentifier });
  const record = { path, name, sha256, readAt: Math.floor(session.context.now() / 1000) };
  refuseEmpty(name, all);
  const result = put(db, record, all, { file, unread: columns.unread, dryRun: flags.dryRun === true });
  await session.print(result.page);
  if (result.refused > 0) session.setExitCode(4);
}

/** A file of which nothing can be stored would only take back what it said before. */
function refuseEmpty(name: string, rows: readonly ReadRow[]): void {
  if (rows.some((row) => row.mapping !== null || row.product !== null)) return;
  const refused = rows.filter((row) => row.refused !== null);
  const [first] = refused;
  const why =
    first === undefined
      ? 'no row has an own SKU.'
      : `all of its rows with an own SKU are refused. ${refused.length === 1 ? 'It' : 'The first'}, line ${first.line}: ${first.refused}.`;
  throw new UserError(`${name}: ${why} Nothing was changed.`);
}

function put(
  db: Database,
  record: MappingFile,
  rows: readonly ReadRow[],
  how: { file: string; unread: readonly string[]; dryRun: boolean },
): MappingResult {
  const known = findMappingFile(db, record.path, record.sha256);
  const before =
    known === null
      ? null
      : {
          mappings: mappingsOfFile(db, known.filePk),
          products: productsOfFile(db, known.filePk),
          readOn: new Date(known.readAt * 1000).toISOString().slice(0, 10),
        };
  const mappings = rows.flatMap((row) => row.mapping ?? []);
  const products = rows.flatMap((row) => row.product ?? []);
  return replaceMappings(db, record, { mappings, products, dryRun: how.dryRun }, (filePk) =>
    importPage({ ...how, rows, before, found: fileTargets(db, filePk) }),
  );
}

/** As in exports, or the two would not meet. */
function readIdentifier(cell: string): string | null | { problem: string } {
  const found = parseIdentifier(cell);
  return found === null || typeof found === 'string' ? found : { problem: found.hint ?? `${found.expected} expected` };
}
