/**
 * Days as numbers, without `Date` objects: the proleptic Gregorian calendar of the years 1900 to 2200.
 * A day number is days since 1970-01-01 (negative before). Same calendar as core/day, where values of this program come from.
 */
import type { Day } from '../../core/day.js';

const MONTH_DAYS: readonly number[] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE: readonly number[] = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** Days from 0001-01-01 to 1970-01-01. */
const EPOCH = 719162;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month, 1 to 12. */
export function monthDays(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month] ?? 0);
}

export function isCivilDate(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= monthDays(year, month);
}

/** The day number of a date that exists. */
export function dayNumber(year: number, month: number, day: number): number {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return past * 365 + leaps + (DAYS_BEFORE[month] as number) + leapDay + day - 1 - EPOCH;
}

/** The day as text, null where the calendar has none. */
export function civilDay(year: number, month: number, day: number): Day | null {
  if (!isCivilDate(year, month, day)) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as Day;
}

/** The number that two digits of `text` from `at` write, -1 where they are no digits. */
export function pairAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** The same of four digits. */
export function yearAt(text: string, at: number): number {
  const century = pairAt(text, at);
  const rest = pairAt(text, at + 2);
  return century < 0 || rest < 0 ? -1 : century * 100 + rest;
}
