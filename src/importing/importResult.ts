/** What an import is asked for and what it answers, with the words for each outcome. */
import { counted, thousands } from '../core/count.js';
import type { Period } from '../core/day.js';
import { noCounts, type StepCounts } from '../facts/fold.js';
import type { DateOrder } from '../platforms/cells/date.js';
import type { ReportFormat } from '../platforms/define.js';
import type { RejectedRow } from '../platforms/rowReader.js';
import { periodOf } from './evidence.js';
import type { ReadStats } from './reading.js';

export interface ImportOptions {
  readonly as: ReportFormat | null;
  readonly store: string | null;
  readonly client: string | null;
  readonly period: Period | null;
  /** How its dates are written, where the user says it. */
  readonly dateOrder?: DateOrder | undefined;
  readonly skipBadRows: boolean;
  /** Accept a file that would remove an unusual share of what stands. */
  readonly replace: boolean;
  /** A part whose days another part may tell is not refused yet. */
  readonly mayWait?: boolean;
  readonly dryRun: boolean;
  /** Where it is given, what this reader (reader.ts) refused before, and what was taken back, is not looked at again. */
  readonly reader?: () => Promise<string>;
  /** Epoch seconds. */
  readonly now: number;
  /** The time zone of this machine; asking the system takes a moment. */
  readonly localZone: () => string;
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
  /** The days are only those of its rows: it may have been made for more. */
  readonly periodAtLeast: boolean;
  readonly status: ImportStatus;
  /** It was looked at before, and not again. */
  readonly isKnown?: boolean;
  readonly rowsRead: number;
  readonly step: StepCounts;
  readonly ignored: Readonly<Record<string, number>>;
  readonly rowsRejected: number;
  readonly message: string | null;
  /** The format that may tell its days: it waits for the other parts of its archive or workbook. */
  readonly waitsFor?: string;
  /** What was assumed. */
  readonly notes: readonly string[];
  /** What only those want to know who ask for everything. */
  readonly asides: readonly string[];
  readonly rejections: readonly RejectedRow[];
  /** Bad rows were to be left out, and every other row may belong together with them. */
  readonly isNothingLeft?: boolean;
}

/** Rejected rows that are kept with an import; all are counted. */
export const MOST_REJECTIONS = 10_000;

/**
 * What was said about a file, as canonical JSON: the same bytes with the same words are the same import. The period in its name is
 * such a word: two days of a quiet shop can look alike to the byte. `part`: of these bytes, only the sheet or the member of an archive.
 */
export function paramsOf(options: ImportOptions, path: string, part: { readonly sheet?: string; readonly member?: string } = {}): string {
  const said: Record<string, string> = { ...part };
  if (options.as) said.as = options.as.id;
  if (options.dateOrder) said.dateOrder = options.dateOrder;
  const period = options.period ?? periodOf(path);
  if (period) said.period = `${period.from}..${period.to}`;
  if (options.store !== null) said.store = options.store;
  if (options.client !== null) said.client = options.client;
  return JSON.stringify(said);
}

export function alreadyImported(importId: number): string {
  return `already imported as ${importId}`;
}

export function cappedNote(name: string, rejected: number): string[] {
  if (rejected <= MOST_REJECTIONS) return [];
  return [`${name}: of ${thousands(rejected)} rejected rows the first ${thousands(MOST_REJECTIONS)} are listed`];
}

export function badRowsMessage(stats: ReadStats, rejections: readonly RejectedRow[]): string {
  return `${stats.rejected} of ${stats.rows} rows cannot be read, so nothing was taken. ${firstReason(rejections)}`;
}

/** Where all rows that can be read are left out with those that cannot. */
export function nothingLeftMessage(stats: ReadStats, rejections: readonly RejectedRow[]): string {
  const cannot = `${stats.rejected} of ${stats.rows} rows cannot be read`;
  return `${cannot}, and all others may belong together with ${stats.rejected === 1 ? 'it' : 'them'}, so nothing was taken: a part would be a wrong sum. Mend the file or download it again. ${firstReason(rejections)}`;
}

function firstReason(rejections: readonly RejectedRow[]): string {
  const first = rejections[0] as RejectedRow;
  const alike = rejections.filter((row) => row.column === first.column && row.reason === first.reason).length - 1;
  const more =
    alike === 0
      ? ''
      : `. So ${alike === 1 ? 'is' : 'are'} ${alike >= MOST_REJECTIONS - 1 ? 'at least ' : ''}${counted(alike, 'more row', 'more rows')}`;
  const where = first.column === null ? `Line ${first.line}` : `Line ${first.line}, column "${first.column}"`;
  const found = first.value === null ? '' : `, found "${first.value}"`;
  return `${where}: ${first.reason}${found}${more}`;
}

export const NO_ROWS = 'has a header but no rows. If the shop has data for it, download the report again';

export function emptyMessage(stats: ReadStats): string {
  if (stats.rows === 0) return NO_ROWS;
  return `has no row to store: ${Object.entries(stats.ignored)
    .map(([rule, rows]) => `${rows} ${rule}`)
    .join(', ')}`;
}

export function emptyResult(name: string): ImportResult {
  return {
    importId: null,
    file: name,
    reportFormat: null,
    platform: null,
    store: null,
    periodFrom: null,
    periodTo: null,
    periodAtLeast: false,
    status: 'rejected',
    rowsRead: 0,
    step: noCounts(),
    ignored: {},
    rowsRejected: 0,
    message: null,
    notes: [],
    asides: [],
    rejections: [],
  };
}
