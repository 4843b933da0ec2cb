/**
 * The one place that opens the database. Write-ahead log, foreign keys, one writer at a time.
 */
import { existsSync, fdatasync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { migrate } from './migrate.js';
import { type Database, openSqlite, SqliteError } from './sqlite.js';
import { BUSY_TIMEOUT_MS, guarded, guardedFiles, troubleOf } from './trouble.js';
import { SCHEMA_VERSION, schemaVersion } from './version.js';

export type { Database } from './sqlite.js';

/** Opens the database for writing, making it and bringing its schema up to date first where needed. */
export function openDatabase(file: string): Database {
  guardedFiles(file, () => mkdirSync(dirname(file), { recursive: true }));
  return guarded(file, () => {
    const db = openSqlite(file, { timeout: BUSY_TIMEOUT_MS });
    configure(db);
    migrate(db, file);
    return db;
  });
}

/** What a report reads it seldom reads again, and memory that is touched for the first time costs more than a call of the system. */
const READING_CACHE_KB = 1_000;

/** Opens the database for reading. Null where there is none yet. An older schema is brought up to date. */
export function openForReading(file: string): Database | null {
  if (!existsSync(file)) return null;
  return guarded(file, () => {
    const db = openSqlite(file, { timeout: BUSY_TIMEOUT_MS });
    configure(db);
    if (schemaVersion(db) !== SCHEMA_VERSION) migrate(db, file);
    db.pragma('query_only = ON');
    db.pragma(`cache_size = -${READING_CACHE_KB}`);
    return db;
  });
}

/**
 * Bytes of a page, in files that are made now, backups too; others keep what they have. Twice SQLite's own size: a million orders are half as many
 * pages to be split and written. With still larger ones the pieces that it sorts in would no longer fit the processor's cache.
 */
const PAGE_BYTES = 1 << 13;

function configure(db: Database): void {
  db.pragma(`page_size = ${PAGE_BYTES}`);
  // Fails at once, without waiting, while another process makes the file or loads it; that one turns the log on.
  tryJournal(db, 'WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  usualCache(db);
  db.pragma('temp_store = FILE');
}

const WRITING_CACHE_KB = 16_000;

/** Gives a connection that writes the memory for pages that it has at first. */
export function usualCache(db: Database): void {
  db.pragma(`cache_size = -${WRITING_CACHE_KB}`);
}

/**
 * Runs a large first import without the write-ahead log: into a file that holds nothing yet, a rollback journal stays nearly empty,
 * while the log would have every page written twice. Afterwards the log is on again.
 */
export async function withoutLog<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const alone = tryJournal(db, 'DELETE');
  try {
    // A dry run loads a database in memory.
    if (alone && !db.memory && !loaded.has(db)) loaded.set(db, openSync(db.name, 'r'));
    return await work();
  } finally {
    if (alone) backToLog(db);
  }
}

/**
 * Descriptors of files that are loaded without the log. They stay open until the process ends: as POSIX has it, closing any descriptor
 * of a file takes away all locks that the process has on it, SQLite's too.
 */
const loaded = new WeakMap<Database, number>();

/**
 * Has the system write to the disk what a first import has put into the file so far, while the transaction goes on: the commit, which
 * waits until all of it is there, then waits for little. What goes wrong here the commit will find, and say.
 */
export function writeOutBeside(db: Database): void {
  const descriptor = loaded.get(db);
  if (descriptor !== undefined) fdatasync(descriptor, () => undefined);
}

/** On a full disk it may stay off: the next command that opens the file turns it on. */
function backToLog(db: Database): void {
  try {
    tryJournal(db, 'WAL');
  } catch (error) {
    if (troubleOf(error, db.name) === null) throw error;
  }
}

/** The journal can only be changed while no other process has the file open; else it stays as it is, which is only slower. */
function tryJournal(db: Database, mode: 'DELETE' | 'WAL'): boolean {
  try {
    db.pragma(`journal_mode = ${mode}`);
    return true;
  } catch (error) {
    if (error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
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
    rollBack(db);
    throw troubleOf(error, db.name) ?? error;
  }
}

/** What cannot be taken back now, SQLite takes back when the file is opened next; what went wrong first is what must be said. */
function rollBack(db: Database): void {
  try {
    if (db.inTransaction) db.exec('ROLLBACK');
  } catch (error) {
    if (troubleOf(error, db.name) === null) throw error;
  }
}
