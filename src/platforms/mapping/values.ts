/**
 * What the cells of a column say of its meaning: whether a field could read them, and which numbers prove themselves (GTINs by their check
 * digit, ASINs by their shape).
 */
import { FIELDS, type FieldName } from '../../core/fields.js';
import type { DateOrder } from '../cells/date.js';
import { CellProblem, isMissing } from '../cells/index.js';
import { columnParser } from '../columnParser.js';
import { dateWitness } from '../dateOrder.js';
import type { ReportFormat } from '../define.js';
import type { ReadParams } from '../rowEvents.js';

/** The filled cells of a column, as a sample. */
export interface ColumnValues {
  readonly header: string;
  readonly filled: readonly string[];
  readonly distinct: number;
  readonly workbook: boolean;
}

export function columnValues(header: string, cells: readonly string[], workbook: boolean): ColumnValues {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !isMissing(cell));
  return { header, filled, distinct: new Set(filled).size, workbook };
}

/** A share of cells that may be odd: totals, notes, a slip of somebody's. */
const MOST_ODD = 0.02;

/** Whether the cells can be what the field holds. A column without a filled cell can be anything. */
export function fits(field: FieldName, values: ColumnValues): boolean {
  if (values.filled.length === 0) return true;
  if (oddShare(field, values, undefined) > MOST_ODD) return false;
  return (PLAUSIBLE[field] ?? (FIELDS[field] === 'identifier' ? identifies : always))(values);
}

/** The share of cells that the field cannot read, with dates in one of the orders. */
function oddShare(field: FieldName, values: ColumnValues, ...orders: (DateOrder | undefined)[]): number {
  const parsers = orders.map((order) =>
    columnParser(field, values.header, { columns: [], dateOrder: order } as unknown as ReportFormat, paramsOf(values), dateWitness()),
  );
  const isOdd = (cell: string) => parsers.every((parse) => parse(cell, { currency: null }) instanceof CellProblem);
  return values.filled.filter(isOdd).length / values.filled.length;
}

function paramsOf({ workbook }: ColumnValues): ReadParams {
  return { currency: null, workbook, zoneOffset: () => 0, dayOf: () => '', hashBuyer: () => '' };
}

type Judge = (values: ColumnValues) => boolean;

const always: Judge = () => true;

function share(values: ColumnValues, test: (cell: string) => boolean): number {
  return values.filled.filter(test).length / values.filled.length;
}

const mostly =
  (pattern: RegExp): Judge =>
  (values) =>
    share(values, (cell) => pattern.test(cell)) >= 0.9;

const ADDRESS = /^(?:https?:)?\/\/|^www\./i;
const AMOUNT = /^[^\p{L}\p{N}]*\d+[.,]\d{2}[^\p{L}\p{N}]*$/u;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]|$)/;

/** Words of which a column has few: states, places, kinds. */
const fewWords: Judge = (values) =>
  values.distinct <= Math.max(12, values.filled.length / 2) && share(values, (cell) => cell.length <= 60) > 0.9;

const withLetters: Judge = (values) => share(values, (cell) => /\p{L}{2}/u.test(cell)) >= 0.5;

const identifies: Judge = (values) =>
  share(values, (cell) => cell.length <= 80 && !/[\n@]/.test(cell)) >= 0.95 &&
  share(values, (cell) => AMOUNT.test(cell)) < 0.5 &&
  share(values, (cell) => DATE.test(cell)) < 0.5 &&
  share(values, (cell) => cell.split(' ').length > 5) < 0.2;

/** 0 and 1 alone say whether, not how many. */
const howMany: Judge = (values) => values.filled.length < 8 || values.filled.some((cell) => !/^[01]$/.test(cell));

/** `Colour: red` describes a variation. */
const isCode: Judge = (values) => identifies(values) && share(values, (cell) => /[:：]/.test(cell)) < 0.5;

const PLAUSIBLE: Readonly<Partial<Record<FieldName, Judge>>> = {
  sku: isCode,
  title: (values) => withLetters(values) && share(values, (cell) => ADDRESS.test(cell)) < 0.1,
  brand: withLetters,
  supplier: withLetters,
  category: (values) => share(values, (cell) => ADDRESS.test(cell)) < 0.1,
  campaign: (values) => share(values, (cell) => AMOUNT.test(cell)) < 0.5,
  searchTerm: (values) => share(values, (cell) => AMOUNT.test(cell)) < 0.5,
  status: fewWords,
  orderStatus: fewWords,
  lineStatus: fewWords,
  condition: fewWords,
  matchType: fewWords,
  salesChannel: fewWords,
  location: fewWords,
  currency: mostly(/^[a-z]{3}$/i),
  asin: mostly(/^(?:B0[0-9A-Z]{8}|\d{9}[\dX])$/),
  parentAsin: mostly(/^(?:B0[0-9A-Z]{8}|\d{9}[\dX])$/),
  gtin: (values) => share(values, isGtin) >= 0.8,
  available: howMany,
  onHand: howMany,
  url: mostly(ADDRESS),
  imageUrl: (values) => share(values, (cell) => ADDRESS.test(cell) || /\.(jpe?g|png|webp|gif)\b/i.test(cell)) >= 0.9,
  orderId: (values) => share(values, (cell) => /\d/.test(cell) && cell.length <= 40) >= 0.95,
};

/** A number of 8, 12, 13 or 14 digits whose last is the check digit of the others (GS1). */
export function isGtin(cell: string): boolean {
  const digits = cell.replace(/^[='"\s]+|["'\s]+$/g, '');
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits)) return false;
  let sum = 0;
  for (let at = digits.length - 2, weight = 3; at >= 0; at--, weight = 4 - weight) sum += Number(digits[at]) * weight;
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}

/** So many cells cannot all have a right check digit, or the shape of an ASIN, by chance. */
const PROOF = 5;

/** What the cells are whatever the column is called; null where they prove nothing. */
export function provenBy(values: ColumnValues): { readonly field: FieldName; readonly why: string } | null {
  if (values.distinct < PROOF) return null;
  if (share(values, (cell) => /^B0[0-9A-Z]{8}$/.test(cell)) >= 0.95) return { field: 'asin', why: 'its values are ASINs' };
  if (share(values, (cell) => cell.length >= 12 && isGtin(cell)) >= 0.95)
    return { field: 'gtin', why: 'its values have the check digit of a GTIN' };
  return null;
}

/** Whether cells are numbers of goods of any kind: then "product id" is not the platform's own. */
export function areGoodsNumbers(values: ColumnValues): boolean {
  return values.filled.length > 0 && share(values, (cell) => isGtin(cell) || /^B0[0-9A-Z]{8}$/.test(cell)) >= 0.5;
}

/** Whether cells hold mail addresses: people. */
export function holdsPeople(values: ColumnValues): boolean {
  return values.filled.length > 0 && share(values, (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)) >= 0.3;
}

/** Whether all cells are dates, each in some order. */
export function areDates(field: FieldName, values: ColumnValues): boolean {
  return values.filled.length === 0 || oddShare(field, values, ...ORDERS) <= MOST_ODD;
}

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

/** Which orders of day, month and year fit all cells of a column of dates; all three where every cell says it itself. */
export function ordersThatFit(field: FieldName, values: ColumnValues): DateOrder[] {
  return ORDERS.filter((order) => values.filled.length === 0 || oddShare(field, values, order) <= MOST_ODD);
}

/** Whether the cells say the order themselves: `2026-11-20`, `20 Nov 2026`. */
export function needsNoOrder(field: FieldName, values: ColumnValues): boolean {
  return values.filled.length === 0 || oddShare(field, values, undefined) <= MOST_ODD;
}
