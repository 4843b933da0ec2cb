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
  /** First names of the required columns that the header lacks; empty when the report is recognised. */
  readonly missing: readonly string[];
  /** Currency that a header carries: "7 Day Total Sales (USD)". */
  readonly currency: string | null;
  /** Headers present that say it is another report. */
  readonly contradictions: readonly string[];
}

const CURRENCY_SUFFIX = /^(.*?)\s*\(\s*(?:([a-z]{3})|([$£€¥₹]|rs\.?|c\$|a\$|元|円))\s*\)$/;
const SIGNS: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR', '₹': 'INR', 'c$': 'CAD', 'a$': 'AUD', 元: 'CNY', 円: 'JPY' };

/** A header cell with everything folded that varies without meaning: case, width, dashes, brackets, spaces, byte order mark. */
export function foldHeader(cell: string): string {
  return cell
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[“”"]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

interface Index {
  readonly byName: ReadonlyMap<string, { readonly spec: ColumnSpec; readonly rank: number }>;
  readonly not: ReadonlySet<string>;
}

const indexes = new WeakMap<ReportFormat, Index>();

function indexOf(format: ReportFormat): Index {
  let index = indexes.get(format);
  if (!index) {
    const byName = new Map<string, { spec: ColumnSpec; rank: number }>();
    for (const spec of format.columns) {
      spec.names.forEach((name, rank) => {
        byName.set(foldHeader(name), { spec, rank });
      });
    }
    index = { byName, not: new Set((format.not ?? []).map(foldHeader)) };
    indexes.set(format, index);
  }
  return index;
}

/** Binds a header row to a format. Two headers of one meaning: the newest spelling wins. */
export function matchHeader(format: ReportFormat, header: readonly string[]): HeaderMatch {
  const index = indexOf(format);
  const best = new Map<FieldName, { at: number; rank: number }>();
  const contradictions: string[] = [];
  let currency: string | null = null;
  header.forEach((cell, at) => {
    const folded = foldHeader(cell);
    if (folded === '') return;
    if (index.not.has(folded)) contradictions.push(cell);
    let entry = index.byName.get(folded);
    if (!entry) {
      const suffix = CURRENCY_SUFFIX.exec(folded);
      entry = suffix ? index.byName.get(`${suffix[1]} ({currency})`) : undefined;
      if (entry && suffix) currency ??= suffix[2]?.toUpperCase() ?? SIGNS[suffix[3] ?? ''] ?? null;
    }
    if (!entry) return;
    const known = best.get(entry.spec.field);
    if (!known || entry.rank < known.rank) best.set(entry.spec.field, { at, rank: entry.rank });
  });
  const bound = new Map([...best].map(([field, { at }]) => [field, at]));
  const missing = format.columns.filter((spec) => spec.required && !bound.has(spec.field)).map((spec) => spec.names[0] ?? spec.field);
  return { format, bound, missing, currency, contradictions };
}

/** Whether the header is that of this report. */
export function isMatch(match: HeaderMatch): boolean {
  return match.missing.length === 0 && match.contradictions.length === 0;
}

/**
 * The formats that come closest to a header that none matches, best first: by the share of their required columns that
 * are there, then by the number of known columns. Formats with nothing in common are left out.
 */
export function nearest(formats: readonly ReportFormat[], header: readonly string[], count: number): HeaderMatch[] {
  return formats
    .map((format) => matchHeader(format, header))
    .filter((match) => match.bound.size >= 2)
    .sort((a, b) => share(b) - share(a) || b.bound.size - a.bound.size || (a.format.id < b.format.id ? -1 : 1))
    .slice(0, count);
}

function share(match: HeaderMatch): number {
  const needed = match.format.columns.filter((spec) => spec.required).length;
  return needed === 0 ? 0 : (needed - match.missing.length) / needed;
}
