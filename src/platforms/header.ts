/**
 * Which report is it? A header row is compared with every declared format by column name. Names are folded first, since
 * platforms change case, dashes, widths and spaces of the same header by marketplace and year.
 */
import type { FieldName } from '../core/fields.js';
import type { ColumnSpec, ReportFormat } from './define.js';

/** Where a format's columns stand in a header row. */
export interface HeaderMatch {
  readonly format: ReportFormat;
  readonly bound: ReadonlyMap<FieldName, number>;
  /** Further columns of a field of which the first filled one counts, in the order of their names. */
  readonly others: ReadonlyMap<FieldName, readonly number[]>;
  /** First names of the required columns that the header lacks; empty when the report is recognised. */
  readonly missing: readonly string[];
  /** Currency that a header carries: "7 Day Total Sales (USD)". */
  readonly currency: string | null;
  /** Headers present that say it is another report. */
  readonly contradictions: readonly string[];
}

/** "Spend (USD)", "7 Day Total Sales (₹)", and without brackets a sign alone: "Price  ₹". */
const CURRENCY_SUFFIX =
  /^(.*?)\s*(?:\(\s*(?:([a-z]{3})|([$£€¥₹฿₱₫]|rs\.?|rm|rp|c\$|a\$|s\$|nt\$|元|円))\s*\)|(?<= )((?:us|ca|c|au|a|mx|r)\$|[$£€¥₹]))$/;
/** How a declared name ends that the currency of its column follows, with or without a space between them. */
const ANY_CURRENCY = '({currency})';
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '£': 'GBP', '€': 'EUR', '₹': 'INR', c$: 'CAD', a$: 'AUD', 元: 'CNY', 円: 'JPY' },
  ...{ '฿': 'THB', '₱': 'PHP', '₫': 'VND', rm: 'MYR', rp: 'IDR', s$: 'SGD', nt$: 'TWD' },
  ...{ us$: 'USD', ca$: 'CAD', au$: 'AUD', mx$: 'MXN', r$: 'BRL' },
};
/** Keepa marks columns with pictures: "Buy Box 🚚: Current". */
const PICTURE = / ?\p{Extended_Pictographic}\uFE0F?/gu;

/** What was folded before: a header is compared with every format there is. Bounded, since rows of data are looked at as well. */
const folds = new Map<string, string>();
const MOST_FOLDS = 50_000;
const LONGEST_KEPT = 100;

/** A header cell with everything folded that varies without meaning: case, width, dashes, quotes, spaces, pictures, byte order mark. */
export function foldHeader(cell: string): string {
  let folded = folds.get(cell);
  if (folded === undefined) {
    folded = fold(cell);
    if (folds.size >= MOST_FOLDS) folds.clear();
    if (cell.length <= LONGEST_KEPT) folds.set(cell, folded);
  }
  return folded;
}

/** Nothing to fold but case: single spaces within, no quotes. Most names are such, and looking is a tenth of folding. */
const PLAIN = /^[!#-&(-_a-~]+(?: [!#-&(-_a-~]+)*$/;

function fold(cell: string): string {
  if (PLAIN.test(cell)) return cell.toLowerCase();
  return cell
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .replace(PICTURE, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[“”"]/g, '')
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** A folded header without the currency in brackets at its end. */
export function bareHeader(cell: string): string {
  const folded = foldHeader(cell);
  return CURRENCY_SUFFIX.exec(folded)?.[1] ?? folded;
}

interface Index {
  /** A column may hold two meanings, told apart cell by cell (`only`). */
  readonly byName: ReadonlyMap<string, readonly { readonly spec: ColumnSpec; readonly rank: number }[]>;
  readonly not: ReadonlySet<string>;
  readonly oneOf: ReadonlySet<string>;
}

const indexes = new WeakMap<ReportFormat, Index>();

function indexOf(format: ReportFormat): Index {
  let index = indexes.get(format);
  if (!index) {
    const byName = new Map<string, { spec: ColumnSpec; rank: number }[]>();
    for (const spec of format.columns) {
      spec.names.forEach((name, rank) => {
        const folded = foldHeader(name).replace(` ${ANY_CURRENCY}`, ANY_CURRENCY);
        const specs = byName.get(folded) ?? [];
        if (!specs.some((other) => other.spec === spec)) byName.set(folded, [...specs, { spec, rank }]);
      });
    }
    index = { byName, not: new Set((format.not ?? []).map(foldHeader)), oneOf: new Set((format.hasOneOf ?? []).map(foldHeader)) };
    indexes.set(format, index);
  }
  return index;
}

/** Whether `matchHeader` has any chance: a first look at the columns that a report must have, since nearly all formats fail it. */
export function mayMatch(format: ReportFormat, folded: ReadonlySet<string>): boolean {
  return format.columns.every(
    ({ required, names }) => !required || names.some((name) => name.endsWith(ANY_CURRENCY) || folded.has(foldHeader(name))),
  );
}

/** Binds a header row to a format. Two headers of one meaning: the newest spelling wins. */
export function matchHeader(format: ReportFormat, header: readonly string[]): HeaderMatch {
  const index = indexOf(format);
  const best = new Map<FieldName, { at: number; rank: number }>();
  const several = new Map<FieldName, { at: number; rank: number }[]>();
  let hasOneOf = index.oneOf.size === 0;
  const contradictions: string[] = [];
  let currency: string | null = null;
  header.forEach((cell, at) => {
    const folded = foldHeader(cell);
    if (folded === '') return;
    if (index.not.has(folded)) contradictions.push(cell);
    if (index.oneOf.has(folded)) hasOneOf = true;
    let entries = index.byName.get(folded);
    if (!entries) {
      const suffix = CURRENCY_SUFFIX.exec(folded);
      entries = suffix ? index.byName.get(`${suffix[1]}${ANY_CURRENCY}`) : undefined;
      if (entries && suffix) currency ??= suffix[2]?.toUpperCase() ?? SIGNS[suffix[3] ?? suffix[4] ?? ''] ?? null;
    }
    for (const { spec, rank } of entries ?? []) {
      const known = best.get(spec.field);
      if (!known || rank < known.rank || (spec.lastOfName && rank === known.rank)) best.set(spec.field, { at, rank });
      if (spec.firstFilled) several.set(spec.field, [...(several.get(spec.field) ?? []), { at, rank }]);
    }
  });
  const bound = new Map([...best].map(([field, { at }]) => [field, at]));
  const missing = format.columns.filter((spec) => spec.required && !bound.has(spec.field)).map((spec) => spec.names[0] ?? spec.field);
  if (!hasOneOf) missing.push(format.hasOneOf?.[0] ?? '');
  const others = new Map(
    [...several].map(([field, found]) => [
      field,
      found
        .sort((a, b) => a.rank - b.rank)
        .map(({ at }) => at)
        .slice(1),
    ]),
  );
  return { format, bound, others, missing, currency, contradictions };
}

/** Whether the header is that of this report. */
export function isMatch(match: HeaderMatch): boolean {
  return match.missing.length === 0 && match.contradictions.length === 0;
}

/** The formats that have something in common with a header that none matches, the nearest first: by `shareOf`, then by known columns. */
export function nearest(formats: readonly ReportFormat[], header: readonly string[]): HeaderMatch[] {
  return formats
    .map((format) => matchHeader(format, header))
    .filter((match) => match.bound.size >= 2)
    .sort((a, b) => shareOf(b) - shareOf(a) || b.bound.size - a.bound.size || (a.format.id < b.format.id ? -1 : 1));
}

/** The share of what the format requires that the header has. */
export function shareOf({ format, missing }: HeaderMatch): number {
  const needed = format.columns.filter((spec) => spec.required).length + (format.hasOneOf ? 1 : 0);
  return needed === 0 ? 0 : (needed - missing.length) / needed;
}
