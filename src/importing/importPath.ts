/**
 * A file as it lies on the disk. One that came in before is known by its stamp: then it is not opened, and what reads files is not even
 * loaded.
 */
import type { Database } from '../db/connection.js';
import { arrivalOf } from './arrival.js';
import { fileStamp } from './fileStamp.js';
import { type ImportOptions, type ImportResult, paramsOf } from './importResult.js';
import { seenByStamp } from './known.js';

/** Imports a file, all of its parts. What is wrong with them are results; problems of the database are thrown. */
export async function importPath(db: Database, path: string, name: string, options: ImportOptions): Promise<readonly ImportResult[]> {
  const stamp = stampOf(path, options.now);
  const seen = stamp === null ? null : await seenByStamp(db, name, stamp, paramsOf(options, path), options);
  if (seen) return seen;
  const { importArrival } = await import('./importArrival.js');
  return importArrival(db, arrivalOf(path, name), options, stamp);
}

/** What the file system refuses is said when the file is read. */
function stampOf(path: string, now: number): string | null {
  try {
    return fileStamp(path, now);
  } catch {
    return null;
  }
}
