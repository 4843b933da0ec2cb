/**
 * The one place that opens the database. Write-ahead log, foreign keys, one writer at a time.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { UserError } from '../core/errors.js';
import { migrate, schemaVersion } from './migrate.js';

export type Database = BetterSqlite3.Database;

/** How long a command waits for another that is writing, in milliseconds. */
const BUSY_TIMEOUT_MS = 30_000;

/** Opens the database for writing, making it and bringing its schema up to date first where needed. */
export function openDatabase(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  return guarded(file, () => {
    const db = new BetterSqlite3(file, { timeout: BUSY_TIMEOUT_MS });
    configure(db);
    migrate(db, file);
    return db;
  });
}

/** Opens the database for reading. Null where there is none yet. An older schema is brought up to date. */
export function openForReading(file: string): Database | null {
  if (!existsSync(file)) return null;
  return guarded(file, () => {
    const db = new BetterSqlite3(file, { timeout: BUSY_TIMEOUT_MS });
    configure(db);
    if (schemaVersion(db) !== migrate.latest) migrate(db, file);
    db.pragma('query_only = ON');
    return db;
  });
}

function configure(db: Database): void {
  // Fails at once, without waiting, while another process makes the file or loads it; that one turns the log on.
  tryJournal(db, 'WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -16000');
  db.pragma('temp_store = FILE');
}

/**
 * Runs a large first import without the write-ahead log: into a file that holds nothing yet, a rollback journal stays nearly empty,
 * while the log would have every page written twice. Afterwards the log is on again.
 */
export async function withoutLog<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const alone = tryJournal(db, 'DELETE');
  try {
    return await work();
  } finally {
    if (alone) tryJournal(db, 'WAL');
  }
}

/** The journal can only be changed while no other process has the file open; else it stays as it is, which is only slower. */
function tryJournal(db: Database, mode: 'DELETE' | 'WAL'): boolean {
  try {
    db.pragma(`journal_mode = ${mode}`);
    return true;
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}

/**
 * Runs `work` in one transaction that takes the write lock at once, so two imports queue instead of failing midway.
 * What `work` throws rolls everything back.
 */
export function inTransaction<T>(db: Database, work: () => T): T {
  return guarded(db.name, () => db.transaction(work).immediate());
}

/** The same around asynchronous work: the caller's statements between begin and commit are one transaction. */
export async function inAsyncTransaction<T>(db: Database, work: () => Promise<T>): Promise<T> {
  guarded(db.name, () => db.exec('BEGIN IMMEDIATE'));
  try {
    const result = await work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const MESSAGES: Readonly<Record<string, (file: string) => string>> = {
  SQLITE_BUSY: (file) =>
    `Another eco is writing to ${file} and did not finish within ${BUSY_TIMEOUT_MS / 1000} seconds. Wait for it, then run this again; nothing was changed.`,
  SQLITE_NOTADB: (file) => `${file} is not an eco database (it is no SQLite file). Name another with --db, or move it away.`,
  SQLITE_CORRUPT: (file) => `${file} is damaged. Restore a copy made by "eco db backup", or move it away and import your files again.`,
  SQLITE_CANTOPEN: (file) => `${file} cannot be opened. Check that the folder exists and that you may write there.`,
  SQLITE_READONLY: (file) => `${file} is write-protected. Change its permissions or name another with --db.`,
  SQLITE_FULL: (file) => `The disk that holds ${file} is full. Nothing was changed; make room and run this again.`,
};

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof BetterSqlite3.SqliteError ? error.code : '';
    const known = Object.keys(MESSAGES).find((name) => code.startsWith(name));
    if (known) throw new UserError((MESSAGES[known] as (file: string) => string)(file));
    throw error;
  }
}
