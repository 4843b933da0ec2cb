/** Archives and workbooks of several reports: which imports their parts became. */
import type { Database } from '../db/connection.js';

export interface ContainerPart {
  /** What stands behind the container's name: `/orders.csv`, `#Sheet1`; empty where it holds one file without a name of its own. */
  readonly part: string;
  readonly importId: number;
}

export interface ContainerRecord {
  readonly sha256: string;
  readonly params: string;
  readonly fileStamp: string | null;
  readonly parts: readonly ContainerPart[];
}

/** Remembers a container of which every part came in. */
export function rememberContainer(db: Database, { sha256, params, fileStamp, parts }: ContainerRecord): void {
  const before = db.prepare('SELECT container_id FROM containers WHERE sha256 = ? AND params = ?').pluck().get(sha256, params);
  if (before !== undefined) {
    db.prepare('DELETE FROM container_parts WHERE container_id = ?').run(before);
    db.prepare('DELETE FROM containers WHERE container_id = ?').run(before);
  }
  const id = db
    .prepare('INSERT INTO containers (sha256, params, file_stamp) VALUES (?, ?, ?)')
    .run(sha256, params, fileStamp).lastInsertRowid;
  const insert = db.prepare('INSERT INTO container_parts (container_id, place, part, import_id) VALUES (?, ?, ?, ?)');
  for (const [place, { part, importId }] of parts.entries()) insert.run(id, place, part, importId);
}

/** The parts of this very file, unchanged since and read the same way, while all of them are active. */
export function partsOfFile(db: Database, fileStamp: string, params: string): ContainerPart[] | null {
  return partsWhere(db, 'c.file_stamp = ? AND c.params = ?', fileStamp, params);
}

/** The parts of these bytes, read the same way, while all of them are active. */
export function partsOfContent(db: Database, sha256: string, params: string): ContainerPart[] | null {
  return partsWhere(db, 'c.sha256 = ? AND c.params = ?', sha256, params);
}

function partsWhere(db: Database, condition: string, ...values: string[]): ContainerPart[] | null {
  const rows = db
    .prepare(
      `SELECT p.part, p.import_id AS importId, i.status IN ('imported', 'partial') AS active
       FROM containers c JOIN container_parts p USING (container_id) JOIN imports i USING (import_id) WHERE ${condition} ORDER BY p.place`,
    )
    .all(...values) as (ContainerPart & { active: number })[];
  return rows.length > 0 && rows.every((row) => row.active === 1) ? rows.map(({ part, importId }) => ({ part, importId })) : null;
}
