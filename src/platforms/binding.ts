/**
 * A format bound to one file's header: which columns are read, which are kept as they were, which are dropped.
 */
import type { FieldName } from '../core/fields.js';
import type { ReportFormat } from './define.js';
import { bareHeader, foldHeader, type HeaderMatch } from './header.js';
import { looksPersonal } from './personal.js';

/** The column under which kept cells carry the keyed hash that stands for a buyer. */
export const BUYER_COLUMN = 'eco:buyer';

/** Values that hold for all rows of a file, as text. */
export type Constants = Readonly<Partial<Record<FieldName, string>>>;

export interface Binding {
  readonly format: ReportFormat;
  readonly header: readonly string[];
  readonly bound: ReadonlyMap<FieldName, number>;
  /** Further columns that speak where a field's own column is empty. */
  readonly others: ReadonlyMap<FieldName, readonly number[]>;
  readonly currency: string | null;
  /** Columns whose cells the row reader wants, in this order. */
  readonly wanted: readonly number[];
  /** Columns whose text is kept for later folds. */
  readonly kept: readonly number[];
  /** Columns left out of the kept cells because they hold people, by name. */
  readonly dropped: readonly string[];
  /** Unbound columns that become free attributes of a listing. */
  readonly attributes: readonly number[];
  /** Unbound columns that are stock locations. */
  readonly locations: readonly number[];
  /** Columns of parts, by the name of the part. */
  readonly parts: readonly { readonly part: string; readonly column: number; readonly isDeducted: boolean | 'either' }[];
  /** Columns that are collected into one field, by what they are called there. */
  readonly collected: readonly { readonly into: FieldName; readonly name: string; readonly column: number }[];
  /** What cells above the header say of all rows, or the format where no column does. */
  readonly constants: Constants;
  /** Where the report's period stands, for this file's columns. */
  readonly period: ReportFormat['period'] | null;
  /** Whether the file lists everything the shop has. */
  readonly complete: boolean;
  /** Days after the click within which a sale counts, as the headers say; null where they do not. */
  readonly attributionDays: number | null;
  /** The column that names the buyer: raw, or already a hash in kept cells. */
  readonly buyer: { readonly column: number; readonly hashed: boolean } | null;
}

/** Whether a file of these columns lists everything the shop has. */
export function listsEverything({ complete }: ReportFormat, bound: ReadonlyMap<FieldName, number>): boolean {
  return typeof complete === 'string' ? bound.has(complete) : complete === true;
}

/** Binds a matched header. Every column is read, kept or dropped; none is forgotten. */
export function bind(match: HeaderMatch, header: readonly string[], said: Constants = {}): Binding {
  const { format, bound, others } = match;
  const constants = { ...format.otherwise, ...said };
  const parts = partColumns(format, header);
  const collected = collectedColumns(format, header);
  const known = new Set(
    [[...bound.values()], ...others.values(), parts.map(({ column }) => column), collected.map(({ column }) => column)].flat(),
  );
  const named = new Set((format.personal ?? []).map(foldHeader));
  const isPeoples = (name: string) => looksPersonal(name) || named.has(foldHeader(name));
  const all = header.map((_, at) => at);
  const unknown = all.filter((at) => !known.has(at) && (header[at] ?? '').trim() !== '');
  // A location may be called after its street.
  const locations = bound.has('location') ? [] : locationColumns(format, header, unknown);
  for (const at of locations) known.add(at);
  const personal = (at: number) => !known.has(at) && (format.people !== undefined || isPeoples(header[at] ?? ''));
  const buyer = findBuyer(format, header);
  const kept = all.filter((at) => !personal(at) && at !== (buyer?.hashed ? -1 : buyer?.column));
  const free = unknown.filter((at) => !known.has(at) && !personal(at));
  const attributes = format.fills.some((subject) => subject === 'listings' || subject === 'offers')
    ? free.filter((at) => !(format.noAttributes ?? []).some((pattern) => pattern.test(header[at] ?? '')))
    : [];
  const wanted = new Set<number>([...known, ...attributes]);
  if (buyer) wanted.add(buyer.column);
  if (format.ignore?.some((rule) => rule.firstCell)) wanted.add(0);
  if (format.ignore?.some((rule) => rule.anyCell)) for (const at of all) wanted.add(at);
  for (const at of all) if (format.ignore?.some((rule) => rule.emptyHeaders?.test(header[at] ?? ''))) wanted.add(at);
  const ordered = [...wanted].sort((a, b) => a - b);
  const dropped = all.filter((at) => !kept.includes(at)).map((at) => header[at] ?? '');
  return {
    format,
    header,
    bound,
    others,
    currency: match.currency ?? constants.currency ?? null,
    wanted: ordered,
    kept,
    dropped,
    attributes,
    locations,
    parts,
    collected,
    constants,
    period: format.period !== undefined && tellsDays(bound) ? 'rows' : (format.period ?? null),
    complete: listsEverything(format, bound),
    attributionDays: typeof format.attribution === 'number' ? format.attribution : format.attribution ? attributionDays(header) : null,
    buyer,
  };
}

/** Whether every row says which days it covers. */
function tellsDays(bound: ReadonlyMap<FieldName, number>): boolean {
  return bound.has('day') || (bound.has('fromDay') && bound.has('toDay'));
}

/** "14 Day Total Sales", "7 Tage, Umsatz gesamt", "7天总销售额", "…7日間の総売上高", "7일 총 판매". */
const DAYS = /(?<!\d)(\d{1,2})[ -]*(?:-?day\b|tage\b|tägige|jours\b|giorni\b|d[ií]as\b|天|日間|일(?= ))/;

function attributionDays(header: readonly string[]): number | null {
  for (const name of header) {
    const match = DAYS.exec(foldHeader(name));
    if (match) return Number(match[1]);
  }
  return null;
}

function findBuyer(format: ReportFormat, header: readonly string[]): Binding['buyer'] {
  const folded = header.map(foldHeader);
  const hashed = folded.indexOf(BUYER_COLUMN);
  if (hashed >= 0) return { column: hashed, hashed: true };
  for (const name of format.people?.buyer ?? []) {
    const at = folded.indexOf(foldHeader(name));
    if (at >= 0) return { column: at, hashed: false };
  }
  return null;
}

function partColumns(format: ReportFormat, header: readonly string[]): Binding['parts'] {
  if (!format.parts) return [];
  const folded = header.map((cell) => bareHeader(cell));
  return format.parts.columns.flatMap(({ part, names, isDeducted }) => {
    const columns = names.map((name) => folded.indexOf(foldHeader(name))).filter((at) => at >= 0);
    return [...new Set(columns)].map((column) => ({ part, column, isDeducted: isDeducted ?? false }));
  });
}

function collectedColumns(format: ReportFormat, header: readonly string[]): Binding['collected'] {
  return (format.collect ?? []).flatMap(({ into, headers }) =>
    header.flatMap((cell, column) => {
      const name = headers.exec(cell.trim())?.[1];
      return name === undefined ? [] : [{ into, name, column }];
    }),
  );
}

function locationColumns(format: ReportFormat, header: readonly string[], unknown: readonly number[]): number[] {
  if (format.locationHeaders) return unknown.filter((at) => format.locationHeaders?.test((header[at] ?? '').trim()));
  if (!format.locationColumnsAfter) return [];
  const start = header.map(foldHeader).indexOf(foldHeader(format.locationColumnsAfter));
  return start < 0 ? [] : unknown.filter((at) => at > start);
}
