/** What is remembered of a file that was refused. */
import { inTransaction } from '../db/connection.js';
import { noCounts } from '../facts/fold.js';
import { forgetRefusal, insertImport, insertRejections, setContent, setRowCounts } from '../facts/imports.js';
import type { RejectedRow } from '../platforms/rowReader.js';
import type { Attempt } from './prepare.js';
import type { ReadStats } from './reading.js';
import type { Source } from './source.js';

/** What was refused, and what the user said of it. */
export interface Refusal extends Pick<Attempt, 'db' | 'name' | 'params' | 'options'> {
  readonly source: Pick<Source, 'content' | 'identified'>;
}

/**
 * A refused file is remembered with its reasons, in a transaction of its own: nothing of its content is. The answer is its number;
 * null in a dry run.
 */
export function recordRejection(
  { db, source, name, params, options }: Refusal,
  message: string,
  rejections: readonly RejectedRow[],
  stats: ReadStats | null = null,
): number | null {
  if (options.dryRun) return null;
  const format = source.identified?.match.format;
  return inTransaction(db, () => {
    const { sha256, bytes } = source.content;
    forgetRefusal(db, sha256, params);
    const importId = insertImport(db, {
      params,
      file: name,
      fileBytes: bytes,
      fileStamp: null,
      reportFormat: format?.id ?? null,
      platform: format?.platform ?? null,
      accountId: null,
      storeId: null,
      importedAt: options.now,
      evidenceAt: null,
      evidenceSource: null,
      periodFrom: null,
      periodTo: null,
      dialect: null,
      status: 'rejected',
      message,
    });
    setContent(db, importId, sha256);
    insertRejections(db, importId, rejections);
    if (stats) {
      const { rows, ignored, rejected } = stats;
      setRowCounts(db, importId, { read: rows, ignored, rejected, step: noCounts(), rejectedUnits: [] });
    }
    return importId;
  });
}
