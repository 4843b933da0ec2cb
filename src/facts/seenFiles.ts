/** Files that came by and are known by no active import's stamp: what was refused, what is no export, copies of what came in. */
import type { Database } from '../db/connection.js';

export interface SeenFile {
  readonly fileStamp: string;
  readonly sha256: string;
  readonly params: string;
  readonly reader: string;
  /** JSON: what came of each part. */
  readonly results: string;
}

/** Remembers a file. What other readers said is forgotten. */
export function rememberFile(db: Database, file: SeenFile): void {
  db.prepare('DELETE FROM seen_files WHERE reader <> ?').run(file.reader);
  db.prepare(
    `INSERT INTO seen_files (file_stamp, sha256, params, reader, results) VALUES (@fileStamp, @sha256, @params, @reader, @results)
     ON CONFLICT DO UPDATE SET sha256 = excluded.sha256, reader = excluded.reader, results = excluded.results`,
  ).run(file);
}

/** What came of this very file, unchanged since, by the same reader. */
export function seenFile(db: Database, fileStamp: string, params: string, reader: string): SeenFile | null {
  return (db.prepare(`${SELECT} WHERE file_stamp = ? AND params = ? AND reader = ?`).get(fileStamp, params, reader) ??
    null) as SeenFile | null;
}

/** What came of the same bytes, wherever they lie, by the same reader. */
export function seenContent(db: Database, sha256: string, params: string, reader: string): SeenFile | null {
  const found = db
    .prepare(`${SELECT} WHERE sha256 = ? AND params = ? AND reader = ? ORDER BY file_stamp LIMIT 1`)
    .get(sha256, params, reader);
  return (found ?? null) as SeenFile | null;
}

const SELECT = 'SELECT file_stamp AS fileStamp, sha256, params, reader, results FROM seen_files';

/** An import of these bytes that was taken back, and has not come in again since. */
export function takenBack(db: Database, sha256: string, params: string): number | null {
  const found = db
    .prepare("SELECT max(import_id) FROM imports WHERE sha256 = ? AND params = ? AND status = 'withdrawn'")
    .pluck()
    .get(sha256, params);
  return found as number | null;
}

/** Whether all of these imports stand. */
export function areActive(db: Database, importIds: readonly number[]): boolean {
  const active = db
    .prepare("SELECT count(*) FROM imports WHERE import_id IN (SELECT value FROM json_each(?)) AND status IN ('imported', 'partial')")
    .pluck()
    .get(JSON.stringify(importIds));
  return active === new Set(importIds).size;
}
