/** The version of the schema, known without its migrations: few commands need these. */
import type { Database } from 'better-sqlite3';

/** What the newest migration makes of a database. */
export const SCHEMA_VERSION = 18;

/** The version of the schema in the file; 0 for an empty file. */
export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}
