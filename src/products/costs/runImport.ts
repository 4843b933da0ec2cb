/** `eco products costs import FILE`: stores the dated costs of a file and tells what came of each row. */
import { UsageError, UserError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { costKey, costsOfFile, findCostFile, putFileCosts } from '../../facts/ownCosts.js';
import { type CellProblem, parseDate, parseIdentifier, parseMicros } from '../../platforms/cells/index.js';
import { dateWitness } from '../../platforms/dateOrder.js';
import type { Session } from '../../session.js';
import { readTableFile, type TableFile } from '../runTableFile.js';
import { type CostCells, type CostStore, readCosts } from './costFile.js';
import { type CostColumns, costColumns } from './costHeader.js';
import { decimalMarkOf } from './costWriting.js';
import { type CostImportResult, importPage } from './importPage.js';
import { costNames, handCosts } from './queries.js';
import { currencyOption, fromOption } from './runSet.js';

export interface ImportFlags {
  readonly dryRun?: boolean;
  readonly currency?: string;
  readonly from?: string;
  readonly dateOrder?: string;
}

export const COSTS_EXPECTED =
  'A cost file expected: CSV, TSV or Excel with sku, cost and, where you have them, currency, from, quantity, freight, duty';

export async function importCosts(session: Session, file: string, flags: ImportFlags): Promise<void> {
  const table = await readTableFile(session.context.cwd, file, COSTS_EXPECTED);
  const db = await session.existingDatabase();
  const stores = await session.stores(db);
  const result = takeCosts(db, stores, table, { file, flags, readAt: Math.floor(session.context.now() / 1000) });
  await session.print(result.page);
  if (result.refused > 0) session.setExitCode(4);
}

/** Stores what a table says of these stores, and tells what came of it. */
export function takeCosts(
  db: Database,
  stores: readonly CostStore[],
  table: TableFile,
  { file, flags, readAt }: { readonly file: string; readonly flags: ImportFlags; readonly readAt: number },
): CostImportResult {
  const columns = costColumns(table.name, table.header);
  const storeIds = stores.map((store) => store.storeId);
  const names = costNames(db, storeIds);
  const isKnown = (storeId: number, listing: string) => names.get(storeId)?.has(listing) ?? false;
  const rows = readCosts(table.rows, {
    columns,
    header: table.header,
    cells: cellsOf(table, columns, orderOption(flags.dateOrder)),
    stores,
    nameIn: (storeId, word) => (isKnown(storeId, word) ? word : null),
    from: flags.from === undefined ? null : fromOption(flags.from),
    currency: flags.currency === undefined ? null : currencyOption(flags.currency),
  });
  const costs = rows.flatMap((row) => row.costs);
  refuseEmpty(table.name, rows);
  const known = findCostFile(db, table.path, table.sha256);
  const before = known === null ? [] : costsOfFile(db, known.filePk);
  const result = importPage({
    file,
    rows,
    before: new Map(before.map((cost) => [costKey(cost), cost])),
    byHand: new Map(handCosts(db, storeIds).map((cost) => [costKey(cost), cost])),
    keyOf: costKey,
    storeName: (storeId) => stores.find((store) => store.storeId === storeId)?.name ?? '',
    isKnown,
    unread: columns.unread,
    dryRun: flags.dryRun === true,
  });
  if (flags.dryRun !== true && result.changes > 0) {
    putFileCosts(db, { path: table.path, name: table.name, sha256: table.sha256, readAt }, costs);
  }
  return result;
}

/** A file of which nothing can be stored is most likely another file. */
function refuseEmpty(name: string, rows: ReturnType<typeof readCosts>): void {
  if (rows.some((row) => row.costs.length > 0)) return;
  const refused = rows.filter((row) => row.refused !== null);
  const [first] = refused;
  const why =
    first === undefined
      ? 'no row has a cost.'
      : `all of its rows with a cost are refused. ${refused.length === 1 ? 'It' : 'The first'}, line ${first.line}, ${first.refused?.column ?? 'no column'} "${first.refused?.value ?? ''}": ${first.refused?.reason}.`;
  throw new UserError(`${name}: ${why} Nothing was changed.`);
}

function orderOption(word: string | undefined): 'dmy' | 'mdy' | 'ymd' | undefined {
  if (word === undefined || word === 'dmy' || word === 'mdy' || word === 'ymd') return word;
  throw new UsageError(`--date-order ${word}: dmy, mdy or ymd expected`);
}

/** As in exports, or the two would not meet. */
function cellsOf(table: TableFile, columns: CostColumns, said: 'dmy' | 'mdy' | 'ymd' | undefined): CostCells {
  const amounts = [columns.cost, columns.landed, ...columns.parts.map(([, at]) => at)];
  const decimal = table.isWorkbook ? '.' : decimalMarkOf(table.rows, amounts);
  const witness = dateWitness();
  for (const { cells } of table.rows) witness.see(cells[columns.from] ?? '');
  const order = said ?? witness.order();
  const plain = <Value>(found: Value | CellProblem): Value | { problem: string } =>
    isProblem(found) ? { problem: found.hint ?? `${found.expected} expected` } : (found as Value);
  return {
    identifier: (cell) => plain(parseIdentifier(cell)),
    day: (cell) => plain(parseDate(cell, { ...(order === null ? {} : { order }), serial: table.isWorkbook })),
    amount: (cell, unit) => {
      const found = plain(parseMicros(cell, { decimal }));
      if (found === null || 'problem' in found || found.currency !== null || unit === undefined) return found;
      const named = parseMicros(`1 ${unit}`);
      return { micros: found.micros, currency: named === null || isProblem(named) ? null : named.currency };
    },
  };
}

function isProblem(found: unknown): found is CellProblem {
  return typeof found === 'object' && found !== null && 'expected' in found;
}
