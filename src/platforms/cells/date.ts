/**
 * Calendar days. The fast path is `2026-11-20`; the careful one reads
 * `2026/7/8`, `20260813`, `2023年12月11日`, `26. 4. 7.` and `2026년 4월 7일` (Korean), `16.04.2024`, `05/13/2026`, `26-May-26`, `Jul-21-25`, `Feb 1, 2020`, `31 July, 2026`, `1. Mai 2026`, `1 de mayo de 2026`,
 * and with `serial` the day numbers of workbooks (1900 system: 45383 is 2024-04-01; the time of day is left out).
 *
 * A year in front is year-month-day. Numbers with dots are day.month.year. Other all-number dates need the `order` of the file; without it they are
 * read only where there is one way to (a part above 12, or both the same), never guessed. With it, a date that does not fit is refused.
 * Two-digit years: 00–79 are 2000–2079, 80–99 are 1980–1999.
 * A time of midnight behind the day is dropped; any other makes it an instant, whose day depends on a time zone: refused.
 */
import type { Day } from '../../core/day.js';
import { civilDay, isCivilDate, pairAt, yearAt } from './civil.js';
import { isMissingText } from './missing.js';
import { monthOf } from './months.js';
import { plainText } from './plainText.js';
import { CellProblem } from './problem.js';
import { readSerial } from './serial.js';

/** How an all-number date of a file is ordered. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface DateOptions {
  readonly order?: DateOrder;
  /** Numbers such as 45383 are days of a workbook. */
  readonly serial?: boolean;
}

const NUMBERS = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Korean, with its closing full stop: `2026. 4. 7.`, `26. 4. 7.` */
const KOREAN = /^(\d{4}|\d{2})\. ?(\d{1,2})\. ?(\d{1,2})\.$/;
const HAN = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]$/;
const DAY_MONTH_YEAR = /^(\d{1,2})(?:st|nd|rd|th|er|º|°)?[ \-./]*(?:de |of )?([\p{L}]{3,})\.?[ \-./,]*(?:del? )?(\d{4}|\d{2})(?: ?г\.?)?$/u;
const MONTH_DAY_YEAR = /^([\p{L}]{3,})\.?[ \-./]*(\d{1,2})(?:st|nd|rd|th)?[ \-./,]+(\d{4}|\d{2})$/u;
const YEAR_MONTH_DAY = /^(\d{4})[ \-./]([\p{L}]{3,})\.?[ \-./](\d{1,2})$/u;
const MIDNIGHT = /(?:T| +)0{1,2}:00(?::00(?:\.0+)?)?$/;
const NO_SUCH_DAY = 'the calendar has no such day';
const DAY_OR_MONTH_FIRST =
  'day or month first? Say it with --date-order dmy or mdy; but if a spreadsheet saved the file, export it again and do not open it before the import';

/** A day, null where the cell is missing. */
export function parseDate(cell: string, options?: DateOptions): Day | null | CellProblem {
  if (isIsoDay(cell)) return cell;
  const text = plainText(cell);
  if (isMissingText(text)) return null;
  return readDay(text.replace(MIDNIGHT, ''), options);
}

/** Whether the cell is an existing day in the form YYYY-MM-DD. */
export function isIsoDay(cell: string): cell is Day {
  if (cell.length !== 10 || cell.charCodeAt(4) !== 45 || cell.charCodeAt(7) !== 45) return false;
  return isCivilDate(yearAt(cell, 0), pairAt(cell, 5), pairAt(cell, 8));
}

/** The day of text that `plainText` has been through. */
export function readDay(text: string, options: DateOptions | undefined): Day | CellProblem {
  const numbers = NUMBERS.exec(text);
  if (numbers) return fromNumbers(numbers, options?.order);
  const ymd = COMPACT.exec(text) ?? HAN.exec(text) ?? KOREAN.exec(text);
  if (ymd) return dated(fullYear(ymd[1] as string), Number(ymd[2]), Number(ymd[3]));
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromSerial(text, options);
  return fromMonthName(text) ?? new CellProblem('day');
}

function fromNumbers(match: RegExpExecArray, order: DateOrder | undefined): Day | CellProblem {
  const [, first = '', mark, second = '', third = ''] = match;
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (first.length === 4) return third.length <= 2 ? dated(a, b, c) : new CellProblem('day');
  const yearDigits = order === 'ymd' ? first.length : third.length;
  if (first.length > 2 || third.length === 3 || yearDigits === 1) return new CellProblem('day');
  if (order === 'ymd') return third.length <= 2 ? dated(fullYear(first), b, c) : new CellProblem('day', misfit(order));
  const year = fullYear(third);
  if (order === 'dmy' || (order === undefined && mark === '.')) return dated(year, b, a, order);
  if (order === 'mdy') return dated(year, a, b, order);
  if (a > 12) return dated(year, b, a);
  if (b > 12 || a === b) return dated(year, a, b);
  return new CellProblem('day', DAY_OR_MONTH_FIRST);
}

function fromMonthName(text: string): Day | CellProblem | null {
  const named = DAY_MONTH_YEAR.exec(text);
  if (named) return withMonth(named[3], named[2], named[1]);
  const american = MONTH_DAY_YEAR.exec(text);
  if (american) return withMonth(american[3], american[1], american[2]);
  const reversed = YEAR_MONTH_DAY.exec(text);
  return reversed && withMonth(reversed[1], reversed[2], reversed[3]);
}

function withMonth(year = '', word = '', day = ''): Day | CellProblem {
  const month = monthOf(word);
  if (month === null) return new CellProblem('day', 'its month is none that eco knows');
  return dated(fullYear(year), month, Number(day));
}

function fromSerial(text: string, options: DateOptions | undefined): Day | CellProblem {
  const serial = readSerial(text);
  if (serial === null) return new CellProblem('day');
  if (options?.serial !== true) return new CellProblem('day', 'it may be a day number of a workbook: the report declares none');
  return serial.day;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 80 ? 2000 + year : 1900 + year;
}

function dated(year: number, month: number, day: number, order?: DateOrder): Day | CellProblem {
  return civilDay(year, month, day) ?? new CellProblem('day', order ? misfit(order) : NO_SUCH_DAY);
}

function misfit(order: DateOrder): string {
  const names = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' };
  return `it is no day in the order ${names[order]}`;
}
