/**
 * Which report is this file? Decided by its content alone: the decoding, the delimiter and the row under which exactly one
 * declared format finds its columns. Where none or several do, the answer says what the file looks like.
 */

import { lineEndOf, type TextDialect } from '../files/dialect.js';
import { byteOrderMark, decodeHead, type Encoding, encodingsOfFile } from '../files/encoding.js';
import { firstRows, type TextRow } from '../files/firstRows.js';
import { byLikelihood } from '../files/likelyEncoding.js';
import type { Platform, ReportFormat } from '../platforms/define.js';
import { isYours } from '../platforms/formats.js';
import { foldHeader, type HeaderMatch, isMatch, matchHeader, mayMatch } from '../platforms/header.js';
import { looksLike, type Stranger } from '../platforms/strangers.js';
import { ambiguousMessage, unknownMessage } from './unknownFile.js';

/** Rows among which the header is looked for: real preambles have up to 15 lines. */
const HEADER_ROWS = 40;
const DELIMITERS = [',', '\t', ';', '|'] as const;

export interface Identified {
  readonly match: HeaderMatch;
  readonly header: readonly string[];
  /** Rows above the data, counted as `firstRows` lists them. */
  readonly skipRows: number;
  /** The rows above the header: preambles may hold a date or a period. */
  readonly preamble: readonly (readonly string[])[];
  /** The first rows of data, for telling the store and the period. */
  readonly sample: readonly (readonly string[])[];
  /** Profiles of the seller's that the file fits too: what eco has built in goes first. */
  readonly alsoYours: readonly string[];
}

export type Identification<T> =
  | { readonly kind: 'known'; readonly found: T }
  | { readonly kind: 'unknown'; readonly message: string; readonly bySight: boolean };

export interface TextIdentified extends Identified {
  readonly dialect: TextDialect;
}

/**
 * Tells the report of a text file from its first bytes. `only`: the format the user named. `beyondAscii`: where the head is plain
 * ASCII, a later piece of the file that is not, and so tells the encoding.
 */
export function identifyText(
  head: Uint8Array,
  beyondAscii: Uint8Array | null,
  isWhole: boolean,
  formats: readonly ReportFormat[],
  only?: ReportFormat,
): Identification<TextIdentified> {
  const nearMisses: NearMiss[] = [];
  const encodings = encodingsOfFile(head, beyondAscii, isWhole);
  for (const encoding of byLikelihood(beyondAscii ?? head, encodings)) {
    const text = decodeHead(head, encoding, isWhole);
    for (const delimiter of byFrequency(text)) {
      const rows = firstRows(text, { delimiter, quoting: 'double' }, HEADER_ROWS, isWhole);
      const found = findHeader(rows, formats, only);
      if (found.kind === 'ambiguous') return { kind: 'unknown', message: ambiguousMessage(found.matches), bySight: true };
      const home = found.kind === 'found' ? HOME_ENCODINGS[found.match.format.platform] : undefined;
      if (home !== undefined && home !== encoding && encodings.includes(home)) continue;
      if (found.kind === 'found')
        return {
          kind: 'known',
          found: {
            ...locate(found, rows, text, delimiter, isWhole),
            dialect: dialectOf(found.match.format, text, head, encoding, delimiter),
          },
        };
      nearMisses.push(found.best);
    }
  }
  const best = nearMisses.find((miss) => miss.stranger) ?? nearMisses.sort((a, b) => b.hits - a.hits)[0];
  const seen = best ?? { header: [], hits: 0, stranger: null };
  return { kind: 'unknown', message: unknownMessage(seen.header, seen.stranger, formats, only), bySight: seen.stranger !== null };
}

/** What the text of a platform is in, if not in Unicode: a header of machine names does not tell. */
const HOME_ENCODINGS: Readonly<Partial<Record<Platform, Encoding>>> = {
  rakuten: 'shift_jis',
  yahoojp: 'shift_jis',
  qoo10: 'shift_jis',
  taobao: 'gb18030',
  jd: 'gb18030',
  pinduoduo: 'gb18030',
};

/** Tells the report of a sheet of a workbook. */
export function identifyRows(rows: readonly TextRow[], formats: readonly ReportFormat[], only?: ReportFormat): Identification<Identified> {
  const found = findHeader(rows.slice(0, HEADER_ROWS), formats, only);
  if (found.kind === 'ambiguous') return { kind: 'unknown', message: ambiguousMessage(found.matches), bySight: true };
  if (found.kind === 'none')
    return {
      kind: 'unknown',
      message: unknownMessage(found.best.header, found.best.stranger, formats, only),
      bySight: found.best.stranger !== null,
    };
  return { kind: 'known', found: locateIn(found, rows) };
}

/** The row of a file that comes closest to a header, and what it is when eco knows it by sight. */
interface NearMiss {
  readonly header: readonly string[];
  readonly hits: number;
  readonly stranger: Stranger | null;
}

type Found = { kind: 'found'; match: HeaderMatch; index: number; header: readonly string[]; alsoYours: readonly string[] };

function findHeader(
  rows: readonly TextRow[],
  formats: readonly ReportFormat[],
  only?: ReportFormat,
): Found | { kind: 'ambiguous'; matches: HeaderMatch[] } | { kind: 'none'; best: NearMiss } {
  const wanted = only ? [only] : formats;
  for (const [index, row] of rows.entries()) {
    const folded = new Set(row.cells.map(foldHeader));
    const able = wanted.filter((format) => mayMatch(format, folded));
    // Names of all reports take longer to fold than all the rest of this: most files need only those of a few.
    if (able.length === 0 || (namesIn(row, able) < 2 && namesIn(row, wanted) < 2)) continue;
    const all = able.map((format) => matchHeader(format, row.cells)).filter(isMatch);
    const builtIn = all.filter(({ format }) => !isYours(format));
    const matches = builtIn.length > 0 ? builtIn : all;
    if (matches.length > 1) return { kind: 'ambiguous', matches };
    const match = matches[0];
    const alsoYours = all.filter((other) => !matches.includes(other)).map(({ format }) => format.id);
    if (match) return { kind: 'found', match, index, header: row.cells, alsoYours };
  }
  return { kind: 'none', best: nearMiss(rows, wanted) };
}

function nearMiss(rows: readonly TextRow[], formats: readonly ReportFormat[]): NearMiss {
  let best: Omit<NearMiss, 'stranger'> = { header: rows[0]?.cells ?? [], hits: 0 };
  let stranger: Stranger | null = null;
  for (const row of rows) {
    const hits = namesIn(row, formats);
    if (hits > best.hits) best = { header: row.cells, hits };
    stranger ??= looksLike(row.cells);
  }
  return { ...best, stranger };
}

/** How many cells of a row are names of columns of these reports. */
function namesIn({ cells }: TextRow, formats: readonly ReportFormat[]): number {
  const known = namesOf(formats);
  return cells.filter((cell) => known.has(bare(foldHeader(cell)))).length;
}

function locateIn(found: Found, rows: readonly TextRow[]): Identified {
  const skipRows = found.index + 1 + (found.match.format.rowsAfterHeader ?? 0);
  return {
    match: found.match,
    header: found.header,
    skipRows,
    preamble: rows.slice(0, found.index).map((row) => row.cells),
    sample: rows.slice(skipRows, skipRows + SAMPLE_ROWS).map((row) => row.cells),
    alsoYours: found.alsoYours,
  };
}

/** Rows from which the store is told. */
const SAMPLE_ROWS = 500;

function locate(found: Found, rows: readonly TextRow[], text: string, delimiter: string, isWhole: boolean): Identified {
  const quoting = quotingOf(found.match.format, delimiter);
  const more = firstRows(text, { delimiter, quoting }, found.index + SAMPLE_ROWS, isWhole);
  return locateIn(found, more.length > rows.length ? more : rows);
}

function quotingOf(format: ReportFormat, delimiter: string): TextDialect['quoting'] {
  // Saved again as CSV, even a report that never quotes is quoted.
  return format.quoting === 'none' && delimiter === '\t' ? 'none' : 'double';
}

function dialectOf(format: ReportFormat, text: string, head: Uint8Array, encoding: Encoding, delimiter: string): TextDialect {
  return { encoding, bom: byteOrderMark(head) !== null, delimiter, quoting: quotingOf(format, delimiter), lineEnd: lineEndOf(text) };
}

/** Delimiters that occur, the most frequent in the first lines first. */
function byFrequency(text: string): string[] {
  const head = text.slice(0, 20_000);
  return DELIMITERS.filter((delimiter) => head.includes(delimiter)).sort((a, b) => head.split(b).length - head.split(a).length);
}

const nameSets = new WeakMap<readonly ReportFormat[], ReadonlySet<string>>();

function namesOf(formats: readonly ReportFormat[]): ReadonlySet<string> {
  let names = nameSets.get(formats);
  if (!names) {
    names = new Set(formats.flatMap((format) => format.columns.flatMap((column) => column.names.map((name) => bare(foldHeader(name))))));
    nameSets.set(formats, names);
  }
  return names;
}

/** A header without the currency in brackets that may end it. */
function bare(folded: string): string {
  return folded.replace(/\s*\([^()]{1,10}\)$/, '');
}
