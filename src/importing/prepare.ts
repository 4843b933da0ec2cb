/**
 * What is settled about a recognised file before its rows are read: whose rows they are, how new they are, which days they cover,
 * how their cells are read, and for which subjects nothing newer stands.
 */
import type { Day, Period } from '../core/day.js';
import { UserError } from '../core/errors.js';
import type { Subject } from '../core/fields.js';
import { zone } from '../core/zone.js';
import type { Database } from '../db/connection.js';
import { hasNewer, type ImportRecord, type Newness } from '../facts/imports.js';
import type { Store } from '../facts/stores.js';
import { type Binding, bind } from '../platforms/binding.js';
import type { ReportFormat } from '../platforms/define.js';
import { constantsInPreamble, partInPreamble, periodInPreamble } from '../platforms/preamble.js';
import { buyerKey } from './buyerKey.js';
import { evidenceOf, periodOf } from './evidence.js';
import { formatsOf } from './formats.js';
import { type ImportOptions, NO_ROWS } from './importResult.js';
import { proveDays } from './provenDays.js';
import { keptHeader, type ReadTask } from './reading.js';
import type { Source } from './source.js';
import { chooseStore } from './stores.js';

/** Another part of the same archive or workbook may tell its days. */
export class DaysElsewhere extends UserError {
  constructor(
    message: string,
    readonly daysFrom: string,
  ) {
    super(message);
  }
}

/** One file, and what the user said of it. */
export interface Attempt {
  readonly db: Database;
  readonly source: Source;
  /** Where it lies for the user: the names of its folder or archive and its own may tell store, days and how new it is. */
  readonly path: string;
  readonly name: string;
  /** `fileStamp` before it was read. */
  readonly stamp: string | null;
  /** `paramsOf` the options. */
  readonly params: string;
  readonly options: ImportOptions;
}

export interface Prepared {
  readonly format: ReportFormat;
  readonly binding: Binding;
  readonly store: Store;
  readonly period: Period | null;
  readonly evidenceAt: number;
  readonly task: ReadTask;
  readonly record: ImportRecord;
  readonly newest: readonly Subject[];
  /** What was assumed. */
  readonly notes: readonly string[];
}

export function prepare(attempt: Attempt): Prepared {
  const { db, source, path, name, options } = attempt;
  const identified = source.identified as NonNullable<Source['identified']>;
  const { format } = identified.match;
  const part = partInPreamble(identified.preamble, format);
  if (part !== null)
    throw new UserError(`holds a part only ("${part}"), which would stand for the whole: download the report again without that filter`);
  const constants = constantsInPreamble(identified.preamble, format);
  const binding = bind(identified.match, identified.header, constants);
  if (format.provenDays) proveDays(binding, identified.sample, { ...options, workbook: source.workbook });
  const hints = { store: options.store, client: options.client, ...source.hints(binding), path, localZone: options.localZone };
  const { store, notes } = chooseStore(db, format, hints);
  const evidence = evidenceOf(path, source.modifiedAt, zone(store.timeZone));
  const period = periodFor(binding, identified, options, path, zone(store.timeZone).dayOf(evidence.at));
  const task: ReadTask = {
    formatId: format.id,
    format,
    header: identified.header,
    dialect: source.dialect,
    currency: format.currency ?? store.currency,
    timeZone: store.timeZone,
    workbook: source.workbook,
    buyerKey: format.people ? buyerKey(options.databaseFile, options.dryRun) : '',
    ...(Object.keys(constants).length > 0 ? { constants } : {}),
    ...(options.dateOrder ? { dateOrder: options.dateOrder } : {}),
  };
  return {
    format,
    binding,
    store,
    period,
    evidenceAt: evidence.at,
    task,
    record: recordOf(attempt, { binding, store, period, evidence, task }),
    newest: newestSubjects(db, format, store, { evidenceAt: evidence.at, content: source.content, params: attempt.params }),
    notes: [...alsoYours(identified).map((note) => `${name}: ${note}`), ...notes],
  };
}

function alsoYours({ match, alsoYours: ids }: NonNullable<Source['identified']>): string[] {
  return ids.map((id) => `fits your ${id} too; it was read as ${match.format.id}, which eco has built in. To read it as yours: --as ${id}`);
}

/** How the kept cells are read again, as it is stored with the import. */
export function dialectOf(binding: Binding, task: ReadTask): string {
  return JSON.stringify({ ...task, format: undefined, header: keptHeader(binding), buyerKey: '', fileHeader: task.header });
}

function recordOf(
  { source, name, params, stamp, options }: Attempt,
  settled: Pick<Prepared, 'binding' | 'store' | 'period' | 'task'> & { readonly evidence: ReturnType<typeof evidenceOf> },
): ImportRecord {
  const { binding, store, period, task, evidence } = settled;
  return {
    params,
    file: name,
    fileBytes: source.content.bytes,
    fileStamp: stamp,
    reportFormat: binding.format.id,
    platform: binding.format.platform,
    accountId: store.accountId,
    storeId: store.storeId,
    importedAt: options.now,
    evidenceAt: evidence.at,
    evidenceSource: evidence.source,
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    dialect: dialectOf(binding, task),
    status: 'imported',
    message: null,
  };
}

/** The subjects of which the account has nothing newer. */
function newestSubjects(db: Database, format: ReportFormat, store: Store, newness: Newness): Subject[] {
  return format.fills.filter((subject) => {
    const formats = formatsOf(db)
      .all.filter((other) => other.fills.includes(subject))
      .map((other) => other.id);
    return !hasNewer(db, store.accountId, formats, newness);
  });
}

function periodFor(
  { period: stands, format, bound }: Binding,
  { preamble, sample }: NonNullable<Source['identified']>,
  options: ImportOptions,
  path: string,
  evidenceDay: string,
): Period | null {
  if (stands === null || stands === 'rows') return null;
  const inFile = stands === 'preamble' ? periodInPreamble(preamble, format) : null;
  // The days in the name of a snapshot are those of other sheets of its workbook.
  const said = options.period ?? inFile ?? (stands === 'snapshot' ? null : periodOf(path));
  if (said || stands === 'span' || bound.has('week') || bound.has('month')) return said;
  if (stands === 'snapshot') return { from: evidenceDay as Day, to: evidenceDay as Day };
  // Whoever says the days of a file without rows would be told that next.
  if (sample.length === 0) throw new UserError(NO_ROWS);
  const message = "does not say which days it covers: eco import … --period 2026-11-01..2026-11-20 (or have FROM..TO in the file's name)";
  throw options.mayWait && format.daysFrom ? new DaysElsewhere(message, format.daysFrom) : new UserError(message);
}
