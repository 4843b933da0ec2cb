/** Whether the kept cells of every active import can still be read: a fold depends on nothing else. */
import type { Database } from '../db/connection.js';
import { formatsOf } from './formats.js';
import { keptChunks } from './keptCells.js';
import { type ReadTask, readKept } from './reading.js';

/** What is wrong, one sentence an import; empty when every import can be folded again. */
export function keptProblems(db: Database): string[] {
  const imports = db
    .prepare("SELECT import_id AS importId, file, dialect FROM imports WHERE status IN ('imported', 'partial') ORDER BY import_id")
    .all() as { importId: number; file: string; dialect: string }[];
  return imports.flatMap(({ importId, file, dialect }) => {
    const problem = problemOf(db, importId, dialect);
    return problem === null ? [] : [`import ${importId} (${file}): ${problem}`];
  });
}

function problemOf(db: Database, importId: number, dialect: string): string | null {
  const expected = db.prepare('SELECT coalesce(sum(rows), 0) FROM import_cells WHERE import_id = ?').pluck().get(importId) as number;
  if (expected === 0) return 'its cells are missing';
  try {
    const task = JSON.parse(dialect) as ReadTask;
    const stats = readKept({ ...task, format: formatsOf(db).find(task.formatId) }, keptChunks(db, importId), {
      batch: () => undefined,
      rejected: () => undefined,
    });
    if (stats.rejected > 0) return `${stats.rejected} of its kept rows are rejected on reading them again`;
    return stats.stored === expected ? null : `${expected} rows were kept, ${stats.stored} can be read`;
  } catch (error) {
    return `its cells cannot be read (${(error as Error).message})`;
  }
}
