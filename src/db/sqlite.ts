/**
 * SQLite itself. better-sqlite3 is part of the bundled program; its compiled half is loaded from where its installation puts it,
 * which spares the search through a dozen places that the package makes at every start.
 */
import { createRequire } from 'node:module';
import BetterSqlite3 from 'better-sqlite3';

export const { SqliteError } = BetterSqlite3;
export type Database = BetterSqlite3.Database;

/** Opens a file, or a database in memory from its bytes. */
export function openSqlite(from: string | Buffer, options: BetterSqlite3.Options = {}): Database {
  return new BetterSqlite3(from, { ...options, nativeBinding: compiled() });
}

let loaded: string | undefined;

function compiled(): string {
  loaded ??= createRequire(import.meta.url).resolve('better-sqlite3/build/Release/better_sqlite3.node');
  return loaded;
}
