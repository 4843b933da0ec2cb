/**
 * Which unit a row belongs to. The key of a row that is stored and the claim of one that cannot be read are made of the same fields here,
 * so that what is left out with a bad row is what the good rows of its unit are stored under.
 */
import { campaignKey } from '../core/campaign.js';
import { type FieldName, type FieldValue, PERIOD_SUBJECTS, type PeriodSubjectName } from '../core/fields.js';
import type { Binding } from './binding.js';
import { CellProblem } from './cells/index.js';
import type { ReportFormat } from './define.js';
import type { UnitClaim } from './rowEvents.js';
import type { BoundField } from './rowFields.js';
import { firstOf } from './rowKeys.js';
import { stretchOf } from './rowStretch.js';
import type { Place, Values } from './rowValues.js';

/** Stands between the parts of a key. */
export const PART_END = '\u001f';

const DAYS: readonly FieldName[] = ['day', 'fromDay', 'toDay'];
const CAMPAIGN: readonly FieldName[] = ['campaign', 'campaignId'];

/** What the facts of a subject are about besides their days (`about` in facts/). A finer unit would leave a part of one of theirs standing. */
const ABOUT: Readonly<Record<Exclude<PeriodSubjectName, 'marketKeywords'>, readonly FieldName[]>> = {
  traffic: [],
  ads: CAMPAIGN,
  shop: [],
  adEntities: CAMPAIGN,
  adChanges: CAMPAIGN,
  transactions: ['settlementId'],
  movements: [],
  offers: ['offerId'],
  reviews: ['reviewId'],
  purchases: ['orderId'],
  costs: ['sku', 'asin', 'productId', 'variationId', 'title', 'variation'],
};

/** The fields of a format's unit: of those that it declares, the ones that facts of all its subjects are about. */
export function unitFields({ fills, unit, grain }: Pick<ReportFormat, 'fills' | 'unit' | 'grain'>): readonly FieldName[] {
  const allows = (subject: PeriodSubjectName, name: FieldName) => {
    if (subject === 'marketKeywords') return true;
    return (subject !== 'transactions' || grain === 'settlement') && ABOUT[subject].includes(name);
  };
  const isOfPeriods = fills.every((subject) => PERIOD_SUBJECTS.some((other) => other === subject));
  // An item's stock is the sum of its places.
  if (!isOfPeriods) return fills.includes('listings') ? unit : unit.filter((name) => name !== 'location');
  return unit.filter((name) => DAYS.includes(name) || fills.every((subject) => allows(subject as PeriodSubjectName, name)));
}

/** Whether its units are days, of everything that the report is about. */
export function isOfDays(format: ReportFormat): boolean {
  const fields = unitFields(format);
  return fields.length > 0 && fields.every((name) => DAYS.includes(name));
}

/** Which part of the key is the campaign; -1 where none is. */
export function campaignPart(format: ReportFormat): number {
  return unitFields(format).findIndex((name) => CAMPAIGN.includes(name));
}

/** What the row is about; null where its first field is empty and nothing stands for it. */
export function unitKeyOf(format: ReportFormat, place: Place): (values: Values) => string | null {
  const [head, ...rest] = unitFields(format).map((name) => partOf(format, name, place));
  return (values) => {
    if (head === undefined) return '';
    const first = head(values);
    if (first === null && format.period === undefined) return null;
    let key = String(first ?? '');
    for (const part of rest) key += `${PART_END}${part(values) ?? ''}`;
    return key;
  };
}

type Part = (values: Values) => FieldValue;

function partOf(format: ReportFormat, name: FieldName, place: Place): Part {
  if (CAMPAIGN.includes(name)) {
    const [called, id] = [place('campaign'), place('campaignId')];
    return (values) => campaignKey(values[id] as FieldValue, values[called] as FieldValue);
  }
  const at = place(name);
  const others = name === format.unit[0] ? (format.keyOr ?? []).map(place) : [];
  return others.length === 0 ? (values) => values[at] as FieldValue : (values) => values[at] ?? firstOf(others, values);
}

/** A row that is not read whole. */
export interface UnreadRow {
  readonly cells: readonly string[];
  /** Cells that it has, where these are more or fewer than the header has. */
  readonly width: number | null;
  /** Values of the rows above that it goes on with, by place. */
  readonly carried: ReadonlyMap<number, FieldValue>;
}

/** What claims are made of, besides the cells of their row. */
export interface ClaimSources {
  readonly binding: Binding;
  readonly fields: readonly BoundField[];
  readonly place: Place;
  /** Values that all rows of the file have, by place. */
  readonly constants: ReadonlyMap<number, FieldValue>;
  /** The day of an instant, or the first or last one of a period. */
  readonly dayIn: (value: FieldValue, isEnd: boolean) => string | null;
}

/** Reads of a row that cannot be read whole what it belongs to. */
export function unitClaims({ binding, fields, place, constants, dayIn }: ClaimSources): (row: UnreadRow) => UnitClaim | null {
  const { format } = binding;
  const names = unitFields(format);
  const parts = names.map((name) => partOf(format, name, place));
  const campaignAt = campaignPart(format);
  const [idAt, nameAt] = [place('campaignId'), place('campaign')];
  const made = (format.days ?? []).filter(({ day }) => names.includes(day));
  const told: readonly FieldName[] = [
    ...names,
    ...(campaignAt < 0 ? [] : CAMPAIGN),
    ...(format.keyOr ?? []),
    ...made.map(({ of }) => of),
    ...(['week', 'month'] as const),
  ];
  const telling = fields.filter(({ name }) => told.includes(name));

  return ({ cells, width, carried }) => {
    const values: FieldValue[] = [];
    for (const [at, value] of [...constants, ...carried]) values[at] = value;
    const unread = new Set<number>();
    let isDamaged = false;
    for (const field of telling) {
      const parsed = isCutOff(binding, field, width) ? CUT_OFF : readCell(field, cells);
      if (parsed instanceof CellProblem) {
        unread.add(field.place);
        isDamaged ||= DAMAGED.test(cells[field.slot] as string);
      } else if (parsed !== null || !carried.has(field.place)) values[field.place] = parsed;
    }
    for (const { day, of } of made) {
      values[place(day)] = dayIn(values[place(of)] ?? null, day === 'toDay');
      if (unread.has(place(of))) unread.add(place(day));
    }
    coverStretch(values, unread, place);
    const valueAt = (at: number) => values[at] ?? null;
    const read: Values = Array.from({ length: 1 + Math.max(0, ...told.map(place)) }, (_, at) => valueAt(at));
    const found = names.map((name, at) => {
      if (at === campaignAt && valueAt(idAt) === null && (unread.has(idAt) || unread.has(nameAt))) return nameOf(valueAt(nameAt));
      const value = parts[at]?.(read) ?? null;
      return value === null && unread.has(place(name)) ? null : String(value ?? '');
    });
    const filled = cells.filter((cell) => cell !== '').length;
    if (format.period === undefined) {
      // A row of totals fills few cells, and not that of the number.
      const isRow = width === null && (found[0] === '' ? 2 * filled >= cells.length : isDamaged);
      if (found[0] === '' || found.includes(null)) return isRow ? { parts: names.map(() => null), name: null, isDisplaced: false } : null;
      return { parts: found, name: null, isDisplaced: false };
    }
    // A row of which nothing can be told is a note below the table or a total, unless a day or a number was damaged among its cells.
    const isData = isDamaged && width === null && filled > 1;
    if (found.length > 0 && found.every((part) => part === null) && !isData) return null;
    const name = campaignAt >= 0 && valueAt(idAt) !== null ? nameOf(valueAt(nameAt)) : null;
    return { parts: found, name, isDisplaced: width !== null && width > binding.header.length };
  };
}

const CUT_OFF = new CellProblem('a value');

/** What is left of a day or an id shows in figures, or in the bars of a column that was too narrow. */
const DAMAGED = /[\d#]/;

function isCutOff(binding: Binding, field: BoundField, width: number | null): boolean {
  return width !== null && (binding.wanted[field.slot] as number) >= width;
}

function readCell(field: BoundField, cells: readonly string[]): FieldValue | CellProblem {
  const own = { currency: null };
  let parsed = field.parse(cells[field.slot] as string, own);
  for (let other = 0; parsed === null && other < field.others.length; other++) {
    parsed = field.parse(cells[field.others[other] as number] as string, own);
  }
  return parsed;
}

/** The days of a week or a month. */
function coverStretch(values: FieldValue[], unread: Set<number>, place: Place): void {
  const [week, month] = [place('week'), place('month')];
  if (week === 0 && month === 0) return;
  const stretch = stretchOf(values[week] ?? null, values[month] ?? null);
  for (const [day, value] of [
    [place('fromDay'), stretch.from],
    [place('toDay'), stretch.to],
  ] as const) {
    values[day] = value;
    if ((week > 0 && unread.has(week)) || (month > 0 && unread.has(month))) unread.add(day);
  }
}

function nameOf(value: FieldValue): string | null {
  return value === null ? null : String(value);
}
