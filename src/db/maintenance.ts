/** Looking after the database file: integrity, copies, queries of users. */
import { UserError } from '../core/errors.js';
import type { Database } from './connection.js';
import { openSqlite, SqliteError } from './sqlite.js';

/** What is wrong with the file, in SQLite's own words; empty when nothing is. */
export function integrityProblems(db: Database): string[] {
  const integrity = (db.pragma('integrity_check') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((text) => text !== 'ok');
  const dangling = (db.pragma('foreign_key_check') as { table: string; parent: string }[]).map(
    (row) => `${row.table} mentions a missing ${row.parent}`,
  );
  return [...integrity, ...new Set(dangling)];
}

/** A copy in memory, with its own schema and rows. */
export function copyInMemory(db: Database): Database {
  const bytes = db.serialize();
  // Bytes 18 and 19 say that the file has a write-ahead log (https://sqlite.org/fileformat2.html); a database in memory cannot have one.
  bytes[18] = 1;
  bytes[19] = 1;
  return openSqlite(bytes);
}

/** Writes a consistent copy into a new file, whatever others are writing meanwhile. */
export function copyInto(db: Database, target: string): void {
  const queryOnly = db.pragma('query_only', { simple: true });
  db.pragma('query_only = OFF');
  try {
    db.prepare('VACUUM INTO ?').run(target);
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error;
    throw new UserError(
      `${target} cannot be written (${error.message}). Check that the folder exists, that you may write there and that there is room.`,
    );
  } finally {
    db.pragma(`query_only = ${queryOnly}`);
  }
}

/** Rewrites the file without what was deleted, and empties the write-ahead log, so that nothing of it is left on disk. */
export function purge(db: Database): void {
  try {
    db.exec('VACUUM');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error;
    throw new UserError(
      `It is deleted, but its bytes may still lie in ${db.name}, since the file could not be rewritten (${error.message}). Run this again when no other eco is running.`,
    );
  }
}

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Runs one query that only reads. */
export function readOnlyQuery(db: Database, sql: string): QueryResult {
  try {
    const statement = db.prepare(sql);
    if (!statement.reader || !statement.readonly) throw new UserError('Only queries that read are allowed here: SELECT or WITH … SELECT.');
    const columns = statement.columns().map((column) => column.name);
    const rows = statement.all() as Record<string, unknown>[];
    return { columns, rows: rows.map((row) => plainRow(row)) };
  } catch (error) {
    if (error instanceof SqliteError || error instanceof RangeError) {
      throw new UserError(`SQL: ${error.message}. "eco db schema" lists the views and their columns.`);
    }
    throw error;
  }
}

function plainRow(row: Record<string, unknown>): Record<string, string | number | null> {
  const plain: Record<string, string | number | null> = {};
  for (const [name, value] of Object.entries(row)) {
    plain[name] = value === null || typeof value === 'number' || typeof value === 'string' ? value : String(value);
  }
  return plain;
}

/** The views that people may build on, with their columns. */
export function viewColumns(db: Database): { view: string; column: string }[] {
  const views = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name").pluck().all() as string[];
  return views.flatMap((view) => (db.pragma(`table_info(${view})`) as { name: string }[]).map((column) => ({ view, column: column.name })));
}
