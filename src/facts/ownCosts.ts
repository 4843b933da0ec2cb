/** What people say a unit costs: by hand, or in cost files. A word by hand counts more than files, the file read last more than those before. */
import { COST_PARTS, type DatedCost } from '../core/unitCost.js';
import { type Database, inTransaction } from '../db/connection.js';

export interface OwnCost extends DatedCost {
  readonly storeId: number;
  /** The platform's key of the listing, or as people name it: SKU, item number, ASIN. */
  readonly listing: string;
  readonly currency: string;
}

export interface FileCost extends OwnCost {
  readonly line: number;
}

export interface CostFile {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly readAt: number;
}

/** What two words about the same cost have in common: of the same store, listing, day and delivery, the later replaces the earlier. */
export function costKey(cost: Pick<OwnCost, 'storeId' | 'listing' | 'from' | 'batch'>): string {
  return JSON.stringify([cost.storeId, cost.listing, cost.from, cost.batch]);
}

const PART_COLUMNS = COST_PARTS.map((part) => `${part}_micros`);

const SAME = `store_id = @storeId AND listing = @listing AND from_day IS @from AND batch IS @batch AND file_pk IS @filePk`;

/** Says by hand what listings cost, in the place of what was said of the same days and deliveries by hand before. */
export function setCosts(db: Database, costs: readonly OwnCost[], saidAt: number): void {
  inTransaction(db, () => {
    for (const cost of costs) put(db, { ...cost, line: null }, null, saidAt);
  });
}

function put(db: Database, cost: OwnCost & { readonly line: number | null }, filePk: number | null, saidAt: number): void {
  const { storeId, listing, from, batch, quantity, unitCostMicros, currency, line } = cost;
  db.prepare(`DELETE FROM own_costs WHERE ${SAME}`).run({ storeId, listing, from, batch, filePk });
  const parts = new Map(cost.parts);
  db.prepare(
    `INSERT INTO own_costs (store_id, listing, from_day, batch, quantity, cost_micros, currency, ${PART_COLUMNS.join(', ')}, file_pk, line, said_at)
     VALUES (@storeId, @listing, @from, @batch, @quantity, @unitCostMicros, @currency, ${COST_PARTS.map((part) => `@${part}`).join(', ')}, @filePk, @line, @saidAt)`,
  ).run({
    ...{ storeId, listing, from, batch, quantity, unitCostMicros, currency, filePk, line, saidAt },
    ...Object.fromEntries(COST_PARTS.map((part) => [part, parts.get(part) ?? null])),
  });
}

/** Takes back what was said by hand of a listing: of one day, or (undefined) of all; how many words that were. */
export function removeHandCosts(db: Database, storeId: number, listing: string, from: string | null | undefined): number {
  const ofDay = from === undefined ? '' : 'AND from_day IS @from';
  return db
    .prepare(`DELETE FROM own_costs WHERE store_id = @storeId AND listing = @listing AND file_pk IS NULL ${ofDay}`)
    .run({ storeId, listing, ...(from === undefined ? {} : { from }) }).changes;
}

/** A cost file that eco has read, by its path; else by its content, which may have moved. */
export function findCostFile(
  db: Database,
  path: string,
  sha256: string | null,
): { filePk: number; name: string; sha256: string; readAt: number } | null {
  const select = 'SELECT file_pk AS filePk, name, sha256, read_at AS readAt FROM cost_files';
  const found =
    db.prepare(`${select} WHERE path = ?`).get(path) ?? db.prepare(`${select} WHERE sha256 = ? ORDER BY file_pk LIMIT 1`).get(sha256);
  return (found as ReturnType<typeof findCostFile> | undefined) ?? null;
}

/** Every cost file that counts, by its path. */
export function costFilePaths(db: Database): string[] {
  return db.prepare('SELECT path FROM cost_files ORDER BY path').pluck().all() as string[];
}

/** What a cost file says now, by line. */
export function costsOfFile(db: Database, filePk: number): FileCost[] {
  const rows = db
    .prepare(
      `SELECT store_id AS storeId, listing, from_day AS "from", batch, quantity, cost_micros AS unitCostMicros, currency, line,
         ${COST_PARTS.map((part) => `${part}_micros AS ${part}`).join(', ')}
       FROM own_costs WHERE file_pk = ? ORDER BY line, cost_pk`,
    )
    .all(filePk) as (FileCost & Record<string, unknown>)[];
  return rows.map(({ storeId, listing, from, batch, quantity, unitCostMicros, currency, line, ...row }) => ({
    ...{ storeId, listing, from, batch, quantity, unitCostMicros, currency, line },
    parts: partsOf(row),
  }));
}

/** The parts of a row that has a column for each. */
export function partsOf(row: Readonly<Record<string, unknown>>): DatedCost['parts'] {
  return COST_PARTS.flatMap((part) => (typeof row[part] === 'number' ? [[part, row[part]] as const] : []));
}

/** Stores what a file says. What it said before of other days or listings stays: a file of this month does not take back the last one. */
export function putFileCosts(db: Database, file: CostFile, costs: readonly FileCost[]): void {
  inTransaction(db, () => {
    const filePk = recordFile(db, file);
    for (const cost of costs) put(db, cost, filePk, file.readAt);
  });
}

function recordFile(db: Database, file: CostFile): number {
  const before = findCostFile(db, file.path, file.sha256);
  if (before === null) {
    const insert = db.prepare('INSERT INTO cost_files (path, name, sha256, read_at) VALUES (@path, @name, @sha256, @readAt)');
    return Number(insert.run(file).lastInsertRowid);
  }
  db.prepare('UPDATE cost_files SET path = @path, name = @name, sha256 = @sha256, read_at = @readAt WHERE file_pk = @filePk').run({
    ...file,
    filePk: before.filePk,
  });
  return before.filePk;
}

/** Takes back all that a cost file ever said; how many costs that were. */
export function forgetCostFile(db: Database, filePk: number): number {
  return inTransaction(db, () => {
    const { changes } = db.prepare('DELETE FROM own_costs WHERE file_pk = ?').run(filePk);
    db.prepare('DELETE FROM cost_files WHERE file_pk = ?').run(filePk);
    return changes;
  });
}
