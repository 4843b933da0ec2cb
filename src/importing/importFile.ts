/**
 * One file into the database, in one transaction: identify, choose the store, date the evidence, read, keep, write, and account
 * for every row. A file that is newer than all others of its account is applied at once; otherwise the account is marked to be
 * folded again (folding.ts).
 */
import type { Period } from '../core/day.js';
import { UserError } from '../core/errors.js';
import type { Subject } from '../core/fields.js';
import { zone } from '../core/zone.js';
import { type Database, inAsyncTransaction, inTransaction, withoutLog } from '../db/connection.js';
import { BehindNewer, noCounts, ScatteredUnits, type StepCounts, type SubjectWriter } from '../facts/fold.js';
import {
  hasNewer,
  type ImportRecord,
  insertImport,
  insertRejections,
  markFoldDue,
  sameImport,
  setImportStatus,
  setPeriod,
  setRowCounts,
} from '../facts/imports.js';
import type { OrdersWriter } from '../facts/orders.js';
import { FileDamage } from '../files/damage.js';
import { type Binding, bind } from '../platforms/binding.js';
import type { ReportFormat } from '../platforms/define.js';
import { REPORT_FORMATS } from '../platforms/registry.js';
import type { RejectedRow } from '../platforms/rowReader.js';
import { buyerKey } from './buyerKey.js';
import { evidenceOf, periodOf } from './evidence.js';
import { type FoldInput, foldContext } from './folding.js';
import { chunkWriter } from './keptCells.js';
import { type LeftOut, leftOut } from './leftOut.js';
import { keptHeader, type ReadStats, type ReadTask } from './reading.js';
import { sortedBatches, spool } from './sorting.js';
import { openSource, type Source } from './source.js';
import { chooseStore } from './stores.js';
import { settleAccount, subjectWriter } from './subjects.js';

export interface ImportOptions {
  readonly as: ReportFormat | null;
  readonly store: string | null;
  readonly client: string | null;
  readonly period: Period | null;
  readonly skipBadRows: boolean;
  /** Accept a file that would remove an unusual share of what stands. */
  readonly replace: boolean;
  readonly dryRun: boolean;
  /** Epoch seconds. */
  readonly now: number;
  readonly localZone: string;
  readonly databaseFile: string;
  readonly onProgress: (bytes: number, total: number) => void;
}

export type ImportStatus = 'imported' | 'unchanged' | 'partial' | 'rejected' | 'skipped';

export interface ImportResult {
  readonly importId: number | null;
  readonly file: string;
  readonly reportFormat: string | null;
  readonly platform: string | null;
  readonly store: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly status: ImportStatus;
  readonly rowsRead: number;
  readonly step: StepCounts;
  readonly ignored: Readonly<Record<string, number>>;
  readonly rowsRejected: number;
  readonly message: string | null;
  /** What was assumed. */
  readonly notes: readonly string[];
  readonly rejections: readonly RejectedRow[];
}

/** Bytes of a row, about: only for choosing how to write. */
const ROW_BYTES = 250;
/** A first import of this size is written without the write-ahead log. */
const LARGE_BYTES = 32 << 20;
/** Rejected rows that are kept with an import; all are counted. */
const MOST_REJECTIONS = 10_000;
/** A removal of more than this share of the listings that a catalogue speaks of is taken for a mistake. */
const UNUSUAL_REMOVAL = 0.3;

/** Imports one file. Problems of the file are results; problems of the database are thrown. */
export async function importFile(db: Database, path: string, name: string, options: ImportOptions): Promise<ImportResult> {
  let source: Source | null = null;
  const result = (status: ImportStatus, message: string | null, more: Partial<ImportResult> = {}): ImportResult => ({
    ...emptyResult(name),
    reportFormat: source?.identified?.match.format.id ?? null,
    platform: source?.identified?.match.format.platform ?? null,
    status,
    message,
    ...more,
  });
  try {
    source = await openSource(path, options.as === null ? REPORT_FORMATS : REPORT_FORMATS, options.as);
    if (source.problem !== null) {
      const kept = source.isExport && !options.dryRun ? recordRejection(db, source, name, options, source.problem, []) : null;
      return result(source.isExport ? 'rejected' : 'skipped', source.problem, { importId: kept });
    }
    const params = paramsOf(options);
    const same = sameImport(db, source.sha256, params);
    if (same !== null) return result('unchanged', alreadyImported(same), { importId: same });
    return await attempt(db, source, path, name, params, options, result);
  } catch (error) {
    if (!(error instanceof UserError) || error.exitCode === 2) throw error;
    if (error instanceof DatabaseTrouble) throw error;
    const message = error instanceof FileDamage ? `cannot be read: ${error.message}` : error.message;
    const kept = source !== null && !options.dryRun ? recordRejection(db, source, name, options, message, []) : null;
    return result('rejected', message, { importId: kept });
  }
}

/** An error about the database itself, which no other file would escape: it stops the whole command. */
class DatabaseTrouble extends UserError {}

class DryRun extends Error {}

type MakeResult = (status: ImportStatus, message: string | null, more?: Partial<ImportResult>) => ImportResult;

interface Pass {
  readonly stats: ReadStats;
  readonly step: StepCounts;
  readonly rejections: RejectedRow[];
  /** Units of all rejected rows. */
  readonly rejectedUnits: ReadonlySet<string>;
  /** What was left out with them. */
  readonly leftOut: LeftOut;
  /** The subjects that were written; the others are to be folded. */
  readonly applied: readonly Subject[];
}

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
  let begun = false;
  try {
    const first = source.bytes >= LARGE_BYTES && db.prepare('SELECT 1 FROM imports LIMIT 1').get() === undefined;
    const around = first ? withoutLog : <T>(_: Database, work: () => Promise<T>) => work();
    await around(db, () =>
      inAsyncTransaction(db, async () => {
        begun = true;
        finished = await write(db, source, path, name, params, options, result, (rows) => {
          rejections = rows;
        });
        if (options.dryRun) throw new DryRun();
      }),
    );
  } catch (error) {
    if (!begun && error instanceof UserError) throw new DatabaseTrouble(error.message);
    if (error instanceof BadRows) {
      const importId = options.dryRun ? null : recordRejection(db, source, name, options, error.message, rejections, error.stats);
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
  const period = periodFor(binding.period, path, options, name);
  const evidence = evidenceOf(path, source.modifiedAt, zone(store.timeZone));
  const task: ReadTask = {
    formatId: format.id,
    header: identified.header,
    dialect: source.dialect,
    currency: format.currency ?? store.currency,
    timeZone: store.timeZone,
    workbook: source.workbook,
    buyerKey: format.people ? buyerKey(options.databaseFile) : '',
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
  // For these the file is newer than all others; to the others it may add only what nothing stands in the way of.
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

  const pass = async (rejectedUnits: ReadonlySet<string>, { sorted, late }: PassChoices): Promise<Pass> => {
    const applied = late ? format.fills : newest;
    const known = new Set(rejectedUnits);
    const left = leftOut(known);
    const passNotes: string[] = [];
    const days = periodSpan();
    let span: ReadStats['span'] = null;
    const fold = foldContext(db, binding, { ...input, rejectedUnits: known } satisfies FoldInput, passNotes, () => span);
    const writers = applied.map((subject) => subjectWriter(db, subject, { ...fold, newest: newest.includes(subject) }, binding));
    const rejections: RejectedRow[] = [];
    const spooled = sorted ? spool(db) : null;
    // A report of orders alone may come grouped by order, ready to be written.
    const orders = sorted || format.fills.length > 1 ? undefined : writers.find(isOrdersWriter);
    const stats = await source.read(task, {
      orders: orders
        ? (groups) => {
            left.orders(groups);
            orders.applyOrders(groups);
          }
        : undefined,
      batch(batch) {
        left.rows(batch.columns.unit ?? []);
        days.add(batch.columns);
        for (const store of new Set(batch.columns.storeBy ?? [])) fold.storeOf(store as string | null);
        if (spooled) spooled.add(batch);
        else for (const writer of writers) writer.apply(batch);
      },
      rejected(row) {
        if (rejections.length < MOST_REJECTIONS) rejections.push(row);
        if (row.unit !== null) known.add(row.unit);
      },
      kept: chunkWriter(db, importId),
      progress: (bytes) => options.onProgress(bytes, source.bytes),
    });
    span = stats.span;
    if (spooled) for (const batch of sortedBatches(db)) for (const writer of writers) writer.apply(batch);
    const steps = writers.map((writer) => writer.finish());
    const found = days.value() ?? span;
    if (found && period === null) setPeriod(db, importId, found.from, found.to);
    for (const note of passNotes) if (!notes.includes(note)) notes.push(note);
    const first = applied[0] === format.fills[0] ? steps[0] : undefined;
    const step = { ...(first ?? noCounts()), leftOut: left.count };
    return { stats, step, rejections, rejectedUnits: known, leftOut: left, applied };
  };

  let done = await throughPasses(db, pass, new Set());
  onRejections(done.rejections);
  const { stats } = done;
  if (stats.rejected > 0) {
    if (!options.skipBadRows) throw new BadRows(badRowsMessage(stats, done.rejections), stats, store.name);
    const units = done.rejectedUnits;
    // Rows of a rejected unit may have been written before the bad one was met: once more, now knowing which units to leave out.
    if (units.size > 0) {
      db.exec('ROLLBACK TO pass');
      done = await throughPasses(db, pass, units);
    }
    insertRejections(db, importId, done.rejections);
    setImportStatus(db, importId, 'partial', null);
    notes.push(...cappedNote(name, stats.rejected));
  }
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
    rowsRead: stats.rows,
    step: done.step,
    ignored: stats.ignored,
    rowsRejected: stats.rejected + done.step.leftOut,
    notes,
    rejections: done.rejections,
  });
}

/** How a file is gone through: sorted by unit, and with or without subjects that have something newer. */
interface PassChoices {
  readonly sorted: boolean;
  readonly late: boolean;
}

/** Goes through the file in the simplest way; where a writer finds that it is not enough, takes everything back and goes again. */
async function throughPasses(
  db: Database,
  pass: (rejectedUnits: ReadonlySet<string>, choices: PassChoices) => Promise<Pass>,
  rejectedUnits: ReadonlySet<string>,
): Promise<Pass> {
  db.exec('SAVEPOINT pass');
  let choices: PassChoices = { sorted: false, late: true };
  for (;;) {
    try {
      return await pass(rejectedUnits, choices);
    } catch (error) {
      if (error instanceof ScatteredUnits && !choices.sorted) choices = { ...choices, sorted: true };
      else if (error instanceof BehindNewer && choices.late) choices = { ...choices, late: false };
      else throw error;
      db.exec('ROLLBACK TO pass');
    }
  }
}

function isOrdersWriter(writer: SubjectWriter): writer is OrdersWriter {
  return 'applyOrders' in writer;
}

/** Days that the rows themselves cover. */
function periodSpan() {
  let from: string | null = null;
  let to: string | null = null;
  const widen = (values: readonly unknown[] | undefined) => {
    for (const value of values ?? []) {
      if (typeof value !== 'string') continue;
      if (from === null || value < from) from = value;
      if (to === null || value > to) to = value;
    }
  };
  return {
    add(columns: Readonly<Record<string, readonly unknown[]>>) {
      widen(columns.day);
      widen(columns.fromDay);
      widen(columns.toDay);
    },
    value: () => (from !== null && to !== null ? { from: from as string, to: to as string } : null),
  };
}

function periodFor(stands: Binding['period'], path: string, options: ImportOptions, name: string): Period | null {
  if (stands !== 'none' && stands !== 'span') return null;
  const period = options.period ?? periodOf(path);
  if (period || stands === 'span') return period;
  throw new UserError(
    `does not say which days it covers. Say it: eco import ${name} --period 2026-11-01..2026-11-20 (or have FROM..TO in the file's name)`,
  );
}

function alreadyImported(importId: number): string {
  return `already imported as ${importId}`;
}

function cappedNote(name: string, rejected: number): string[] {
  if (rejected <= MOST_REJECTIONS) return [];
  return [`${name}: of ${rejected.toLocaleString('en')} rejected rows the first ${MOST_REJECTIONS.toLocaleString('en')} are listed`];
}

function badRowsMessage(stats: ReadStats, rejections: readonly RejectedRow[]): string {
  const first = rejections[0] as RejectedRow;
  const where = first.column === null ? `Line ${first.line}` : `Line ${first.line}, column "${first.column}"`;
  const found = first.value === null ? '' : `, found "${first.value}"`;
  return `${stats.rejected} of ${stats.rows} rows cannot be read, so nothing was taken. ${where}: ${first.reason}${found}`;
}

function emptyMessage(stats: ReadStats): string {
  if (stats.rows === 0) return 'has a header but no rows. If the shop has data for it, download the report again';
  return `has no row to store: ${Object.entries(stats.ignored)
    .map(([rule, rows]) => `${rows} ${rule}`)
    .join(', ')}`;
}

function refuseUnusualRemoval(step: StepCounts, format: ReportFormat, options: ImportOptions): void {
  const spoken = step.removed + step.changed + step.unchanged;
  if (options.replace || !format.fills.includes('listings') || step.removed < 10 || step.removed <= UNUSUAL_REMOVAL * spoken) return;
  throw new UserError(
    `would remove ${step.removed} variations of the ${spoken} listings it speaks of. If that is meant, import it with --replace; else look whether rows are missing from the file`,
  );
}

/** What the user said about a file, as canonical JSON: the same bytes with the same words are the same import. */
function paramsOf(options: ImportOptions): string {
  const said: Record<string, string> = {};
  if (options.as) said.as = options.as.id;
  if (options.period) said.period = `${options.period.from}..${options.period.to}`;
  if (options.store !== null) said.store = options.store;
  if (options.client !== null) said.client = options.client;
  return JSON.stringify(said);
}

/** A refused file is remembered with its reasons, in a transaction of its own: nothing of its content is. */
function recordRejection(
  db: Database,
  source: Source,
  name: string,
  options: ImportOptions,
  message: string,
  rejections: readonly RejectedRow[],
  stats: ReadStats | null = null,
): number {
  const format = source.identified?.match.format;
  return inTransaction(db, () => {
    const importId = insertImport(db, {
      sha256: source.sha256,
      params: paramsOf(options),
      file: name,
      fileBytes: source.bytes,
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

function emptyResult(name: string): ImportResult {
  return {
    importId: null,
    file: name,
    reportFormat: null,
    platform: null,
    store: null,
    periodFrom: null,
    periodTo: null,
    status: 'rejected',
    rowsRead: 0,
    step: noCounts(),
    ignored: {},
    rowsRejected: 0,
    message: null,
    notes: [],
    rejections: [],
  };
}
