/**
 * Calendar days and periods. A `Day` is the text `YYYY-MM-DD`; it has no time zone of its own.
 * Comparing two days as text compares them in time.
 */
import { addDays as addDaysToDate } from 'date-fns/addDays';

declare const dayBrand: unique symbol;
export type Day = string & { readonly [dayBrand]: true };

/** From and to are both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** "2026-11-03 … 2026-11-09", or its only day. */
export function periodText({ from, to }: Period): string {
  return from === to ? from : `${from} … ${to}`;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day that `text` writes as `YYYY-MM-DD`, or null where there is no such day (2026-02-30). */
export function parseDay(text: string): Day | null {
  const match = DAY.exec(text);
  if (!match) return null;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day of a year, month (1–12) and day of month, or null where the calendar has none. Years 1900–2200. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return null;
  return date.toISOString().slice(0, 10) as Day;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const number = numberOf(day) + count;
  let found = days.get(number);
  if (found === undefined) {
    found = toDay(addDaysToDate(EPOCH, number));
    days.set(number, found);
  }
  return found;
}

/** How many days `later` lies after `earlier`; negative when it lies before. */
export function daysBetween(earlier: Day, later: Day): number {
  return numberOf(later) - numberOf(earlier);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: Day): number {
  return toLocal(day).getDay();
}

/** The same date in another year; 29 February becomes 28 February where the year has none. */
export function sameDateInYear(day: Day, year: number): Day {
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  return dayOf(year, month, date) ?? (dayOf(year, month, date - 1) as Day);
}

/** Days are few and asked for often: each is reckoned once. */
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();

const DAY_MS = 86_400_000;
const EPOCH_NUMBER = Date.UTC(2000, 0, 1) / DAY_MS;

/** How many days after 1 January 2000: a day of UTC is as long as every other. */
function numberOf(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS - EPOCH_NUMBER;
    numbers.set(day, number);
  }
  return number;
}

// date-fns reckons in the machine's local time; a local midday is the same calendar day in every zone, so results do not depend on it.
function toLocal(day: Day): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);
}

const EPOCH = new Date(2000, 0, 1, 12);

function toDay(date: Date): Day {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${String(date.getDate()).padStart(2, '0')}` as Day;
}
