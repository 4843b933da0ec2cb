/**
 * The same bytes are the same evidence, since a copy has a new time without being newer. So a catalogue that went back to exactly what it was
 * (a plan was taken back, a stock filled up) is not told from a copy of the old download: only the user knows, and is told what to do.
 */
import type { Database } from '../db/connection.js';
import { newerImport } from '../facts/imports.js';
import { formatsOf } from './formats.js';
import type { ImportResult } from './importResult.js';

/** What came of a file whose bytes are in, with what to do should it be newer than what counts as the newest. `modifiedAt`: epoch seconds. */
export function sameAgain(db: Database, result: ImportResult, modifiedAt: number): ImportResult {
  const { importId, reportFormat, message } = result;
  const fills = (reportFormat === null ? undefined : formatsOf(db).find(reportFormat))?.fills ?? [];
  if (importId === null || !(fills.includes('listings') || fills.includes('stock'))) return result;
  const newer = newerImport(db, importId);
  if (newer === null || modifiedAt <= newer.evidenceAt) return result;
  const ask = `import ${newer.importId} counts as newer. Is this a new download, of a shop that is as it was?`;
  return { ...result, message: `${message}, and ${ask} Then eco files undo ${importId}, and import it again` };
}
