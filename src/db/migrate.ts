/**
 * Numbered migrations. Those that a file lacks run in one transaction together with the record that they ran; the file is copied before
 * a schema with data is changed; a file of a newer eco is refused. Released migrations are never edited. A new file is made with the
 * schema that they lead to.
 */
import type { Database } from 'better-sqlite3';
import { UserError } from '../core/errors.js';
import { MIGRATIONS } from './migrations/index.js';
import { SCHEMA } from './schema.js';
import { SCHEMA_VERSION, schemaVersion } from './version.js';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Brings the schema up to date. */
export function migrate(db: Database, file: string): void {
  const from = schemaVersion(db);
  if (from === SCHEMA_VERSION) return;
  if (from > SCHEMA_VERSION) {
    throw new UserError(
      `${file} was written by a newer eco (schema ${from}; this eco knows ${SCHEMA_VERSION}). Update eco, or name another database with --db.`,
    );
  }
  if (from > 0) backUp(db, `${file}.bak-v${from}`);
  // All in one transaction: another process sees the schema as it was, or as it will be.
  db.transaction(() => {
    const now = schemaVersion(db);
    if (now === 0 && hasTables(db)) throw new UserError(`${file} is a SQLite file, but not eco's. Name another with --db.`);
    // Another process may have migrated while this one waited for the lock.
    if (now === 0) db.exec(SCHEMA);
    else for (const { sql } of MIGRATIONS.filter(({ version }) => version > now)) db.exec(sql);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  }).immediate();
}

function hasTables(db: Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' LIMIT 1").get() !== undefined;
}

/** A consistent copy; never over an existing one. */
export function backUp(db: Database, target: string): void {
  db.prepare('VACUUM INTO ?').run(target);
}
