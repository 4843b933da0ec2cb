/**
 * One file into the database, in one transaction: identify, choose the store, date the evidence, read, keep, write, and account
 * for every row. A file that is newer than all others of its account is applied at once; otherwise the account is marked to be
 * folded again (folding.ts).
 */
import type { Period } from '../core/day.js';
import { UserError } from '../core/errors.js';
import { zone } from '../core/zone.js';
import { type Database, inAsyncTransaction, inTransaction, withoutLog } from '../db/connection.js';
import { DatabaseTrouble } from '../db/trouble.js';
import { noCounts, type StepCounts } from '../facts/fold.js';
import {
  forgetRefusal,
  hasNewer,
  type ImportRecord,
  importedAs,
  insertImport,
  insertRejections,
  markFoldDue,
  sameImport,
  setImportStatus,
  setRowCounts,
} from '../facts/imports.js';
import { FileDamage } from '../files/damage.js';
import { type Binding, bind } from '../platforms/binding.js';
import type { ReportFormat } from '../platforms/define.js';
import { REPORT_FORMATS } from '../platforms/registry.js';
import type { RejectedRow } from '../platforms/rowReader.js';
import { buyerKey } from './buyerKey.js';
import { digest } from './digest.js';
import { evidenceOf, periodOf } from './evidence.js';
import {
  alreadyImported,
  badRowsMessage,
  cappedNote,
  emptyMessage,
  emptyResult,
  type ImportOptions,
  type ImportResult,
  type ImportStatus,
  paramsOf,
} from './importResult.js';
import { type FileRun, goThrough, takeBack } from './passes.js';
import { keptHeader, type ReadStats, type ReadTask } from './reading.js';
import { openSource, type Source } from './source.js';
import { chooseStore } from './stores.js';
import { settleAccount } from './subjects.js';

export type { ImportOptions, ImportResult, ImportStatus } from './importResult.js';

/** Bytes of a row, about: only for choosing how to write. */
const ROW_BYTES = 250;
/** A first import of this size is written without the write-ahead log. */
const LARGE_BYTES = 32 << 20;
/** A removal of more than this share of the listings that a catalogue speaks of is taken for a mistake. */
const UNUSUAL_REMOVAL = 0.3;

/** Imports one file. Problems of the file are results; problems of the database are thrown. */
export async function importFile(db: Database, path: string, name: string, options: ImportOptions): Promise<ImportResult> {
  let source: Source | null = null;
  const params = paramsOf(options, path);
  const result = (status: ImportStatus, message: string | null, more: Partial<ImportResult> = {}): ImportResult => ({
    ...emptyResult(name),
    reportFormat: source?.identified?.match.format.id ?? null,
    platform: source?.identified?.match.format.platform ?? null,
    status,
    message,
    ...more,
  });
  try {
    const file = digest(path);
    const same = sameImport(db, file.sha256, params);
    if (same !== null) return result('unchanged', alreadyImported(same), importedAs(db, same));
    source = await openSource(path, REPORT_FORMATS, options.as, file);
    if (source.problem !== null) {
      const kept = source.isExport && !options.dryRun ? recordRejection(db, source, name, params, options.now, source.problem, []) : null;
      return result(source.isExport ? 'rejected' : 'skipped', source.problem, { importId: kept });
    }
    return await attempt(db, source, path, name, params, options, result);
  } catch (error) {
    if (!(error instanceof UserError) || error.exitCode === 2) throw error;
    if (error instanceof DatabaseTrouble) throw error;
    const message = error instanceof FileDamage ? `cannot be read: ${error.message}` : error.message;
    const kept = source !== null && !options.dryRun ? recordRejection(db, source, name, params, options.now, message, []) : null;
    return result('rejected', message, { importId: kept });
  }
}

class DryRun extends Error {}

type MakeResult = (status: ImportStatus, message: string | null, more?: Partial<ImportResult>) => ImportResult;

async function attempt(
  db: Database,
  source: Source,
  path: string,
  name: string,
  params: string,
  options: ImportOptions,
  result: MakeResult,
): Promise<ImportResult> {
  let rejections: RejectedRow[] = [];
  let finished: ImportResult | null = null;
  try {
    const first = source.bytes >= LARGE_BYTES && db.prepare('SELECT 1 FROM imports LIMIT 1').get() === undefined;
    const around = first ? withoutLog : <T>(_: Database, work: () => Promise<T>) => work();
    await around(db, () =>
      inAsyncTransaction(db, async () => {
        finished = await write(db, source, path, name, params, options, result, (rows) => {
          rejections = rows;
        });
        if (options.dryRun) throw new DryRun();
      }),
    );
  } catch (error) {
    if (error instanceof BadRows) {
      const importId = options.dryRun
        ? null
        : recordRejection(db, source, name, params, options.now, error.message, rejections, error.stats);
      return result('rejected', error.message, {
        importId,
        rowsRead: error.stats.rows,
        ignored: error.stats.ignored,
        rowsRejected: error.stats.rejected,
        rejections,
        notes: cappedNote(name, error.stats.rejected),
        store: error.store,
      });
    }
    if (!(error instanceof DryRun)) throw error;
  }
  return finished as unknown as ImportResult;
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

async function write(
  db: Database,
  source: Source,
  path: string,
  name: string,
  params: string,
  options: ImportOptions,
  result: MakeResult,
  onRejections: (rows: RejectedRow[]) => void,
): Promise<ImportResult> {
  // Another import of the same file may have ended while this one waited for its turn.
  const same = sameImport(db, source.sha256, params);
  if (same !== null) return result('unchanged', alreadyImported(same), { importId: same });
  const identified = source.identified as NonNullable<Source['identified']>;
  const { format } = identified.match;
  const notes = source.notes.map((note) => `${name}: ${note}`);
  const binding = bind(identified.match, identified.header);
  const hints = { store: options.store, client: options.client, ...source.hints(binding), path, localZone: options.localZone };
  const choice = chooseStore(db, format, hints);
  notes.push(...choice.notes);
  const { store } = choice;
  const period = periodFor(binding.period, path, options);
  const evidence = evidenceOf(path, source.modifiedAt, zone(store.timeZone));
  const task: ReadTask = {
    formatId: format.id,
    header: identified.header,
    dialect: source.dialect,
    currency: format.currency ?? store.currency,
    timeZone: store.timeZone,
    workbook: source.workbook,
    buyerKey: format.people ? buyerKey(options.databaseFile, options.dryRun) : '',
  };
  const record: ImportRecord = {
    sha256: source.sha256,
    params,
    file: name,
    fileBytes: source.bytes,
    reportFormat: format.id,
    platform: format.platform,
    accountId: store.accountId,
    storeId: store.storeId,
    importedAt: options.now,
    evidenceAt: evidence.at,
    evidenceSource: evidence.source,
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    dialect: JSON.stringify({ ...task, header: keptHeader(binding), buyerKey: '', fileHeader: identified.header }),
    status: 'imported',
    message: null,
  };
  const newest = format.fills.filter((subject) => {
    const formats = REPORT_FORMATS.filter((other) => other.fills.includes(subject)).map((other) => other.id);
    return !hasNewer(db, store.accountId, formats, evidence.at, source.sha256);
  });
  const importId = insertImport(db, record);
  const input = {
    importId,
    store,
    evidenceAt: evidence.at,
    period,
    namedStore: options.store,
    path: name,
    expectedRows: Math.round(source.bytes / ROW_BYTES),
  };

  const run: FileRun = { db, source, binding, task, input, newest, onProgress: (bytes) => options.onProgress(bytes, source.bytes) };
  let done = await goThrough(run, new Set());
  onRejections(done.rejections);
  const { stats } = done;
  if (stats.rejected > 0) {
    if (!options.skipBadRows) throw new BadRows(badRowsMessage(stats, done.rejections), stats, store.name);
    const units = done.rejectedUnits;
    // Rows of a rejected unit may have been written before the bad one was met: once more, now knowing which units to leave out.
    if (units.size > 0) {
      takeBack(run);
      done = await goThrough(run, units);
    }
    insertRejections(db, importId, done.rejections);
    setImportStatus(db, importId, 'partial', null);
    notes.push(...cappedNote(name, stats.rejected));
  }
  for (const note of done.notes) if (!notes.includes(note)) notes.push(note);
  if (stats.stored === 0) throw new UserError(emptyMessage(stats));
  refuseUnusualRemoval(done.step, format, options);
  // Only those that the kept cells hold too: a fold needs no others, and the key of a displaced row may be a person's.
  const rejectedUnits = [...done.leftOut.units];
  setRowCounts(db, importId, { read: stats.rows, ignored: stats.ignored, rejected: stats.rejected, step: done.step, rejectedUnits });
  for (const subject of format.fills) if (!done.applied.includes(subject)) markFoldDue(db, store.accountId, subject);
  settleAccount(db, store.accountId);
  const periods = db.prepare('SELECT period_from, period_to FROM imports WHERE import_id = ?').get(importId) as {
    period_from: string | null;
    period_to: string | null;
  };
  return result(stats.rejected > 0 ? 'partial' : 'imported', null, {
    importId,
    store: store.name,
    periodFrom: periods.period_from,
    periodTo: periods.period_to,
    periodAtLeast: binding.period === 'span' && period === null,
    rowsRead: stats.rows,
    step: done.step,
    ignored: stats.ignored,
    rowsRejected: stats.rejected + done.step.leftOut,
    notes,
    rejections: done.rejections,
  });
}

function periodFor(stands: Binding['period'], path: string, options: ImportOptions): Period | null {
  if (stands !== 'none' && stands !== 'span') return null;
  const period = options.period ?? periodOf(path);
  if (period || stands === 'span') return period;
  throw new UserError(
    "does not say which days it covers: eco import … --period 2026-11-01..2026-11-20 (or have FROM..TO in the file's name)",
  );
}

function refuseUnusualRemoval(step: StepCounts, format: ReportFormat, options: ImportOptions): void {
  const spoken = step.removed + step.changed + step.unchanged;
  if (options.replace || !format.fills.includes('listings') || step.removed < 10 || step.removed <= UNUSUAL_REMOVAL * spoken) return;
  throw new UserError(
    `would remove ${step.removed} variations of the ${spoken} listings it speaks of. If that is meant, import it with --replace; else look whether rows are missing from the file`,
  );
}

/** A refused file is remembered with its reasons, in a transaction of its own: nothing of its content is. */
function recordRejection(
  db: Database,
  source: Source,
  name: string,
  params: string,
  now: number,
  message: string,
  rejections: readonly RejectedRow[],
  stats: ReadStats | null = null,
): number {
  const format = source.identified?.match.format;
  return inTransaction(db, () => {
    forgetRefusal(db, source.sha256, params);
    const importId = insertImport(db, {
      sha256: source.sha256,
      params,
      file: name,
      fileBytes: source.bytes,
      reportFormat: format?.id ?? null,
      platform: format?.platform ?? null,
      accountId: null,
      storeId: null,
      importedAt: now,
      evidenceAt: null,
      evidenceSource: null,
      periodFrom: null,
      periodTo: null,
      dialect: null,
      status: 'rejected',
      message,
    });
    insertRejections(db, importId, rejections);
    if (stats)
      setRowCounts(db, importId, {
        read: stats.rows,
        ignored: stats.ignored,
        rejected: stats.rejected,
        step: noCounts(),
        rejectedUnits: [],
      });
    return importId;
  });
}
