/**
 * One report into the database, in one transaction: identify, choose the store, date the evidence, read, keep, write, and account
 * for every row. A file that is newer than all others of its account is applied at once; otherwise the account is marked to be
 * folded again (folding.ts).
 */
import { Cancelled, UserError } from '../core/errors.js';
import { type Database, inAsyncTransaction, withoutLog } from '../db/connection.js';
import { DatabaseTrouble } from '../db/trouble.js';
import type { StepCounts } from '../facts/fold.js';
import {
  importedAs,
  insertImport,
  insertRejections,
  markFoldDue,
  sameImport,
  setContent,
  setDialect,
  setImportStatus,
  setRowCounts,
} from '../facts/imports.js';
import { takenBack } from '../facts/seenFiles.js';
import { FileDamage } from '../files/damage.js';
import type { ReportFormat } from '../platforms/define.js';
import type { RejectedRow } from '../platforms/rowReader.js';
import { isOfDays } from '../platforms/rowUnits.js';
import { damageWords, lostIds } from './damageWords.js';
import {
  alreadyImported,
  badRowsMessage,
  cappedNote,
  emptyMessage,
  emptyResult,
  type ImportOptions,
  type ImportResult,
  type ImportStatus,
  nothingLeftMessage,
} from './importResult.js';
import { type FileRun, goThrough, type Pass, takeBack } from './passes.js';
import { type Attempt, DaysElsewhere, dialectOf, type Prepared, prepare } from './prepare.js';
import type { ReadStats, ReadTask } from './reading.js';
import { recordRejection } from './rejection.js';
import { OtherEncoding } from './source.js';
import { settleAccount } from './subjects.js';

export type { ImportOptions, ImportResult, ImportStatus } from './importResult.js';

/** Bytes of a row, about: only for choosing how to write. */
const ROW_BYTES = 250;
/** A first import of this size is written without the write-ahead log. */
const LARGE_BYTES = 32 << 20;
/** A removal of more than this share of the listings that a catalogue speaks of is taken for a mistake. */
const UNUSUAL_REMOVAL = 0.3;

/** Imports one source. What is wrong with it is a result; problems of the database are thrown. */
export async function importSource(attempt: Attempt): Promise<ImportResult> {
  const { db, source, name, params, options } = attempt;
  const format = source.identified?.match.format ?? null;
  const result: MakeResult = (status, message, more = {}) => ({
    ...emptyResult(name),
    reportFormat: format?.id ?? null,
    platform: format?.platform ?? null,
    asides: source.asides.map((aside) => `${name}: ${aside}`),
    status,
    message,
    ...more,
  });
  try {
    const same = sameImport(db, source.content, params);
    if (same !== null) return result('unchanged', alreadyImported(same), importedAs(db, same));
    const back = options.reader === undefined ? null : takenBack(db, source.content.sha256, params);
    if (back !== null) return result('skipped', `import ${back} was taken back; to have it again: eco import FILE`, { importId: back });
    if (source.problem === null) return await importOnce(attempt, result);
    if (!source.isExport) return result('skipped', source.problem);
    return result('rejected', source.problem, { importId: recordRejection(attempt, source.problem, []) });
  } catch (error) {
    const message = problemOf(error);
    if (error instanceof DaysElsewhere) return result('rejected', message, { waitsFor: error.daysFrom });
    return result('rejected', message, { importId: recordRejection(attempt, message, []) });
  }
}

/** What is wrong with a file, in a few words. Anything else that was thrown is thrown on. */
export function problemOf(error: unknown): string {
  const isOfFile = error instanceof UserError && !(error instanceof DatabaseTrouble || error instanceof Cancelled) && error.exitCode !== 2;
  if (!isOfFile) throw error;
  return error instanceof FileDamage ? `cannot be read: ${error.message}` : error.message;
}

/** What a dry run would have done, thrown so that its transaction is taken back. */
class DryRun extends Error {
  constructor(readonly result: ImportResult) {
    super();
  }
}

type MakeResult = (status: ImportStatus, message: string | null, more?: Partial<ImportResult>) => ImportResult;

async function importOnce(attempt: Attempt, result: MakeResult): Promise<ImportResult> {
  const { db, source, name, options } = attempt;
  let rejections: RejectedRow[] = [];
  try {
    const first = source.content.bytes >= LARGE_BYTES && db.prepare('SELECT 1 FROM imports LIMIT 1').get() === undefined;
    const around = first ? withoutLog : <T>(_: Database, work: () => Promise<T>) => work();
    return await around(db, () =>
      inAsyncTransaction(db, async () => {
        const finished = await write(attempt, result, (rows) => {
          rejections = rows;
        });
        if (options.dryRun) throw new DryRun(finished);
        return finished;
      }),
    );
  } catch (error) {
    if (error instanceof DryRun) return error.result;
    if (!(error instanceof BadRows)) throw error;
    return result('rejected', error.message, {
      importId: recordRejection(attempt, error.message, rejections, error.stats),
      rowsRead: error.stats.rows,
      ignored: error.stats.ignored,
      rowsRejected: error.stats.rejected,
      rejections,
      isNothingLeft: options.skipBadRows,
      notes: cappedNote(name, error.stats.rejected),
      store: error.store,
    });
  }
}

/** The file has rows that cannot be read, and the user did not say to leave them out. */
class BadRows extends UserError {
  constructor(
    message: string,
    readonly stats: ReadStats,
    readonly store: string,
  ) {
    super(message);
  }
}

/** The steps of one import, inside its transaction. */
async function write(attempt: Attempt, result: MakeResult, onRejections: (rows: RejectedRow[]) => void): Promise<ImportResult> {
  const { db, source, params, options } = attempt;
  // Another import of the same file may have ended while this one waited for its turn.
  const same = sameImport(db, source.content, params);
  if (same !== null) return result('unchanged', alreadyImported(same), { importId: same });
  const prepared = prepare(attempt);
  const importId = insertImport(db, prepared.record);
  const done = await readRows(attempt, prepared, importId, onRejections);
  const lost = lostIds(done.stats.damage);
  if (lost !== null) throw new UserError(lost);
  if (done.stats.stored === 0) throw new UserError(emptyMessage(done.stats));
  refuseUnusualRemoval(done.step, prepared.format, options);
  account(attempt, prepared, importId, done);
  return resultOf(attempt, prepared, importId, done, result);
}

/** Goes through the file; where rows cannot be read and are to be left out, once more without the units they belong to. */
async function readRows(
  { db, source, name, options }: Attempt,
  { binding, store, period, evidenceAt, task, newest }: Prepared,
  importId: number,
  onRejections: (rows: RejectedRow[]) => void,
): Promise<Pass> {
  const expectedRows = Math.round(source.content.bytes / ROW_BYTES);
  const input = { importId, store, evidenceAt, period, namedStore: options.store, path: name, expectedRows };
  const runOf = (how: ReadTask): FileRun => ({
    db,
    source,
    binding,
    task: how,
    input,
    newest,
    onProgress: (bytes) => options.onProgress(bytes, source.content.bytes),
  });
  let run = runOf(task);
  const again = (told: ReadTask) => {
    takeBack(run);
    setDialect(db, importId, dialectOf(binding, told));
    run = runOf(told);
    return goThrough(run, new Set());
  };
  let first = await goThrough(run, new Set()).catch((error: unknown) => {
    if (!(error instanceof OtherEncoding)) throw error;
    return again({ ...task, dialect: error.dialect });
  });
  if (first.stats.rejected > 0 && first.stats.dateOrder !== null && task.dateOrder === undefined) {
    // Some dates could be read in two ways, and others of the file say which way is right.
    first = await again({ ...run.task, dateOrder: first.stats.dateOrder });
  }
  onRejections(first.rejections);
  if (first.stats.rejected === 0) return first;
  if (!options.skipBadRows) throw new BadRows(badRowsMessage(first.stats, first.rejections), first.stats, store.name);
  if (first.rejectedUnits.size === 0) return first;
  // Rows of a rejected unit may have been written before the bad one was met: once more, now knowing which units to leave out.
  takeBack(run);
  const second = await goThrough(run, first.rejectedUnits);
  if (second.leftOut.count < second.stats.stored) return second;
  throw new BadRows(nothingLeftMessage(first.stats, first.rejections), first.stats, store.name);
}

/** Accounts for every row, and marks for a fold what was not written at once. */
function account(
  { db, source }: Attempt,
  { format, store }: Prepared,
  importId: number,
  { stats, step, rejections, leftOut, rejectedUnits: claimed, applied }: Pass,
): void {
  setContent(db, importId, source.content.sha256);
  if (stats.rejected > 0) insertRejections(db, importId, rejections);
  // Kept with the import, so that it is still said when it is looked at again.
  setImportStatus(db, importId, stats.rejected > 0 ? 'partial' : 'imported', damageWords(stats.damage));
  // Days, which in another time zone may be those of other rows. Else only what the kept cells hold too: the key of a displaced row may be a person's.
  const rejectedUnits = [...(isOfDays(format) ? claimed : leftOut.units)];
  setRowCounts(db, importId, { read: stats.rows, ignored: stats.ignored, rejected: stats.rejected, step, rejectedUnits });
  for (const subject of format.fills) if (!applied.includes(subject)) markFoldDue(db, store.accountId, subject);
  settleAccount(db, store.accountId);
}

function resultOf({ db, name }: Attempt, prepared: Prepared, importId: number, done: Pass, result: MakeResult): ImportResult {
  const { stats, step, rejections } = done;
  const damage = damageWords(stats.damage);
  return result(stats.rejected > 0 ? 'partial' : 'imported', damage, {
    ...importedAs(db, importId),
    periodAtLeast: prepared.binding.period === 'span' && prepared.period === null,
    rowsRead: stats.rows,
    step,
    ignored: stats.ignored,
    rowsRejected: stats.rejected + step.leftOut,
    notes: [
      ...new Set([...prepared.notes, ...cappedNote(name, stats.rejected), ...done.notes]),
      ...(damage === null ? [] : [`${name}: ${damage}`]),
    ],
    rejections,
  });
}

function refuseUnusualRemoval(step: StepCounts, format: ReportFormat, options: ImportOptions): void {
  const spoken = step.removed + step.changed + step.unchanged;
  if (options.replace || !format.fills.includes('listings') || step.removed < 10 || step.removed <= UNUSUAL_REMOVAL * spoken) return;
  throw new UserError(
    `would remove ${step.removed} variations of the ${spoken} listings it speaks of. If that is meant, import it with --replace; else look whether rows are missing from the file`,
  );
}
