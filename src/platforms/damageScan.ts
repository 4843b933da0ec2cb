/**
 * What a spreadsheet, a wrong encoding or a half-hearted export did to a file that can still be read. Each cell of the columns that
 * tell is put into a class by its looks; whether the classes of a column mean damage is judged at the end (`judgeColumn`).
 *
 * - Ids rounded: a spreadsheet keeps 15 digits. Of ids of 16 digits and more, at least half end in zeros from the 16th on.
 * - SKUs without their leading zeros: nearly all are numbers of one length, none begins with 0, and 3 to 20 of 100 are shorter, as
 *   one in ten numbers begins with 0. Ids that a platform counts up have none to lose and are not looked at.
 * - Barcodes without theirs: 9 to 11 digits that become a valid GTIN-12 with zeros in front.
 * - SKUs taken for dates: `3-Mar` was `MAR-3` or `3-3`.
 * - Dates written in two ways in one column: a spreadsheet understood some and left the others, and may have exchanged day and month.
 * - Text that was UTF-8 and was read as something else (`KÃ¼hl`), or what is left of lost characters.
 */
import { FIELDS, type FieldName } from '../core/fields.js';
import type { Binding } from './binding.js';
import { yearAt } from './cells/civil.js';

export type DamageKind = 'rounded' | 'shortened' | 'barcodes' | 'dates-as-ids' | 'two-dates' | 'mojibake';

/** Plain data: it is handed over by the worker. */
export interface Damage {
  readonly kind: DamageKind;
  readonly column: string;
  /** Cells that show it … */
  readonly count: number;
  /** … of those that are filled. */
  readonly of: number;
  /** Digits that the shortened ones have, and the others. */
  readonly digits: readonly [number, number] | null;
}

export interface DamageScan {
  /** The wanted cells of a row; `changed` as for `RowSink`; whether all of them are known to be ASCII. */
  row(cells: readonly string[], changed: Uint8Array | null, isAscii: boolean): void;
  found(): Damage[];
}

type Classify = (cell: string) => number;

interface Watched {
  readonly slot: number;
  readonly header: string;
  readonly classify: Classify;
  /** Cells by class, but for those since the row in which `last` came. */
  readonly counts: Int32Array;
  last: number;
  since: number;
}

const BLANK = 255;
const OTHER = 0;
/** Classes of ids: their number of digits, with one of these added. */
const MOST_DIGITS = 60;
const ZERO_FIRST = 64;
const ROUNDED = 128;
const DATE_LIKE = 250;
const ZEROS_LOST = 251;
const MOJIBAKE = 1;

/** SKUs are what people type: only there a number may begin with 0. */
const TYPED: ReadonlySet<FieldName> = new Set(['sku', 'parentSku']);

export function damageScan(binding: Binding): DamageScan {
  const watched: Watched[] = [...binding.bound].flatMap(([field, column]) => {
    const classify = classifierOf(field);
    const slot = binding.wanted.indexOf(column);
    return classify ? [{ slot, header: binding.header[column] ?? '', classify, counts: new Int32Array(256), last: BLANK, since: 0 }] : [];
  });
  let rows = 0;
  const count = (column: Watched) => {
    (column.counts[column.last] as number) += rows - column.since;
    column.since = rows;
  };
  return {
    row(cells, changed, isAscii) {
      for (let at = 0; at < watched.length; at++) {
        const column = watched[at] as Watched;
        if (changed !== null && changed[column.slot] === 0) continue;
        const cell = cells[column.slot] as string;
        // What was read in a wrong encoding is never ASCII.
        const classify = isAscii && column.classify === textClass ? otherClass : column.classify;
        const found = cell === '' ? BLANK : classify(cell);
        if (found === column.last) continue;
        count(column);
        column.last = found;
      }
      rows++;
    },
    found() {
      watched.forEach(count);
      return watched.flatMap(judgeColumn);
    },
  };
}

function classifierOf(field: FieldName): Classify | null {
  switch (FIELDS[field]) {
    case 'identifier':
      return field === 'gtin' ? barcodeClass : TYPED.has(field) ? skuClass : idClass;
    case 'day':
    case 'instant':
      return dateClass;
    case 'text':
      return textClass;
    default:
      return null;
  }
}

function idClass(cell: string): number {
  const { length } = cell;
  if (length > MOST_DIGITS) return OTHER;
  for (let at = 0; at < length; at++) {
    const code = cell.charCodeAt(at);
    if (code < 48 || code > 57) return OTHER;
  }
  if (cell.charCodeAt(0) === 48) return ZERO_FIRST + length;
  return length > 15 && /^0+$/.test(cell.slice(15)) ? ROUNDED + length : length;
}

const AS_DATE =
  /^(\d{1,2}[-. ](jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zé]*\.?|(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zé]*[-. ]\d{2,4}|\d{1,2}月\d{1,2}日)$/i;

/** First letters of the months, a bit each, from `a` on. */
const MONTH_LETTERS = [...'jfmasond'].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) - 97)), 0);

function skuClass(cell: string): number {
  return cell.length <= 9 && mayBeginDate(cell.charCodeAt(0)) && AS_DATE.test(cell) ? DATE_LIKE : idClass(cell);
}

/** A digit, or the first letter of a month. */
function mayBeginDate(code: number): boolean {
  if (code >= 48 && code <= 57) return true;
  const letter = (code | 32) - 97;
  return letter >= 0 && letter < 26 && (MONTH_LETTERS & (1 << letter)) !== 0;
}

function barcodeClass(cell: string): number {
  const { length } = cell;
  return length >= 9 && length <= 11 && /^\d+$/.test(cell) && isGtin(cell.padStart(12, '0')) ? ZEROS_LOST : idClass(cell);
}

/** Whether the last digit is the check digit of the others (GS1 General Specifications 7.9.1). */
function isGtin(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length - 1; at++) sum += Number(digits[at]) * ((digits.length - at) % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}

/** Classes of dates: 1 where the year comes first, which leaves no doubt; else by what separates day and month. */
const YEAR_FIRST = 1;
const SEPARATORS = '-/.';

function dateClass(cell: string): number {
  // As most are; without a string for the separator, that is seen in a tenth of the time.
  if (cell.charCodeAt(4) === 45 && yearAt(cell, 0) >= 0) return YEAR_FIRST;
  let at = 0;
  while (at < 5 && cell.charCodeAt(at) >= 48 && cell.charCodeAt(at) <= 57) at++;
  const separator = SEPARATORS.indexOf(cell[at] ?? ' ');
  if (separator === -1 || at === 0 || at === 3 || at > 4) return OTHER;
  return at === 4 ? YEAR_FIRST : YEAR_FIRST + 1 + separator;
}

/** UTF-8 read as Windows-1252 (of three bytes a character, two in a row) or as GBK, and what stands for characters that were lost. */
const WRONGLY_READ =
  /[ÃÂ][\u0080-\u00bf]|â€[\u0080-\u00bf™œžš“”¢¦]|(?:[ãäåæçèé][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}){2}|锟斤拷|\ufffd|ï»¿/;

/** Whether a text was decoded in the wrong encoding before it came here. */
export function isWronglyRead(text: string): boolean {
  return WRONGLY_READ.test(text);
}

function otherClass(): number {
  return OTHER;
}

function textClass(cell: string): number {
  return isWronglyRead(cell) ? MOJIBAKE : OTHER;
}

/** Fewer cells than this prove nothing. */
const LEAST_ROUNDED = 3;
const LEAST_IDS = 30;

function judgeColumn(column: Watched): Damage[] {
  const { classify, counts, header } = column;
  const of = counts.reduce((sum, count) => sum + count, 0) - (counts[BLANK] as number);
  const damage = (kind: DamageKind, count: number, digits: Damage['digits'] = null): Damage => ({
    kind,
    column: header,
    count,
    of,
    digits,
  });
  if (classify === textClass) return (counts[MOJIBAKE] as number) > 0 ? [damage('mojibake', counts[MOJIBAKE] as number)] : [];
  if (classify === dateClass) return twoDates(counts, of).map((count) => damage('two-dates', count));
  const found: Damage[] = [];
  const rounded = sumOf(counts, ROUNDED + 16, ROUNDED + MOST_DIGITS);
  const long = rounded + sumOf(counts, 16, MOST_DIGITS) + sumOf(counts, ZERO_FIRST + 16, ZERO_FIRST + MOST_DIGITS);
  if (rounded >= LEAST_ROUNDED && rounded * 2 >= long) found.push(damage('rounded', rounded));
  // One in ten numbers of any kind ends in what would be its check digit.
  const lost = counts[ZEROS_LOST] as number;
  if (lost > 0 && lost >= sumOf(counts, 9, 11)) found.push(damage('barcodes', lost));
  if ((counts[DATE_LIKE] as number) > 0) found.push(damage('dates-as-ids', counts[DATE_LIKE] as number));
  const short = classify === skuClass ? shortened(counts, of) : null;
  if (short) found.push(damage('shortened', short.count, short.digits));
  return found;
}

function sumOf(counts: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at <= to; at++) sum += counts[at] as number;
  return sum;
}

function shortened(counts: Int32Array, of: number): { count: number; digits: readonly [number, number] } | null {
  const numbers = sumOf(counts, 1, MOST_DIGITS);
  if (of < LEAST_IDS || numbers < 0.95 * of || sumOf(counts, ZERO_FIRST, ZERO_FIRST + MOST_DIGITS) > 0) return null;
  let length = MOST_DIGITS;
  while (length > 0 && counts[length] === 0) length--;
  const short = sumOf(counts, 1, length - 1);
  const next = counts[length - 1] as number;
  const isLikely = length >= 5 && short >= 0.03 * numbers && short <= 0.2 * numbers && next * 2 >= short;
  return isLikely ? { count: short, digits: [length - 1, length] } : null;
}

/** The cells of the rarer notations, where there are two or more. */
function twoDates(counts: Int32Array, of: number): number[] {
  const notations = [...counts.subarray(YEAR_FIRST, YEAR_FIRST + 1 + SEPARATORS.length)].filter((count) => count > 0);
  if (notations.length < 2) return [];
  const rarer = notations.reduce((sum, count) => sum + count, 0) - Math.max(...notations);
  return rarer * 100 >= of ? [rarer] : [];
}
