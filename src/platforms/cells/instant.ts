/**
 * Moments, as epoch seconds; fractions of a second are cut off.
 * `2025-05-05T10:19:22+00:00`, `2026-05-14 11:23:45 +0100`, `14/05/2024 09:48:59 BST`, `Apr-29-26 17:04:25 PDT`, `Sep 4, 2026 1:05:07 AM PDT`,
 * `2026-03-01 00:00:00 UTC`, `2023/9/30 05:59`, `01 Jul 2026 13:05`, `03/01/2026 10:00:00 AM`, epoch seconds and milliseconds,
 * `4 set 2020 1.05.07 GMT+02.00` (Italian, older), `20260811155800`, with `serial` the numbers of workbooks, and a day alone. Days are read as in date.ts, zones as in zones.ts.
 *
 * - `zoned`: the cell names its zone (epoch numbers count as UTC). Where it does not, the time is the store's: `zone` gives the offset that holds
 *   then, without it the result is as if the clock showed UTC.
 * - `dateOnly`: no time was written; epochSeconds is midnight as if UTC, whatever `zone` says: a day is no moment.
 */
import type { Day } from '../../core/day.js';
import { dayNumber, isCivilDate, pairAt, yearAt } from './civil.js';
import type { DateOptions } from './date.js';
import { isIsoDay, readDay } from './date.js';
import { isMissingText } from './missing.js';
import { plainText } from './plainText.js';
import { CellProblem } from './problem.js';
import { readSerial } from './serial.js';
import { zoneOffset } from './zones.js';

export interface InstantOptions extends DateOptions {
  /** Seconds east of UTC that hold in the store's zone when its clocks show `localEpochSeconds` (counted as if UTC). */
  readonly zone?: (localEpochSeconds: number) => number;
}

export interface Instant {
  readonly epochSeconds: number;
  readonly dateOnly: boolean;
  readonly zoned: boolean;
}

const DAY_SECONDS = 86_400;
const TIMED =
  /^(.+?)(?:(?<=\d)T(?=\d)|,? +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?(am|pm|a\.m\.|p\.m\.))?(?: ?([+-]?\p{L}[\p{L}\d:+ -]*|[+-][\d:]+))?$/iu;
const EPOCH = /^\d{10}(?:\d{3})?$/;
const COMPACT = /^(\d{8})(\d{2})(\d{2})(\d{2})?$/;

/**
 * Epoch seconds of `YYYY-MM-DDTHH:MM:SS` with `Z` or `+00:00`, NaN for anything else: then ask `parseInstant`. Allocates nothing.
 */
export function parseInstantPlain(cell: string): number {
  if (cell.length === 25) {
    if (!cell.endsWith('+00:00')) return Number.NaN;
  } else if (cell.length !== 20 || cell.charCodeAt(19) !== 90 /* Z */) return Number.NaN;
  return cell.charCodeAt(10) === 84 /* T */ ? scanClock(cell) : Number.NaN;
}

/** An instant, null where the cell is missing. */
export function parseInstant(cell: string, options?: InstantOptions): Instant | null | CellProblem {
  const plain = parseInstantPlain(cell);
  if (!Number.isNaN(plain)) return { epochSeconds: plain, dateOnly: false, zoned: true };
  if (cell.length === 19) {
    const local = scanClock(cell);
    if (!Number.isNaN(local)) return inStore(local, options);
  }
  if (isIsoDay(cell)) return onDay(cell);
  const text = plainText(cell);
  return isMissingText(text) ? null : readInstant(text, options);
}

/** `YYYY-MM-DD?HH:MM:SS` in the first 19 characters, as if UTC; NaN where it is not that. */
function scanClock(cell: string): number {
  if (cell.charCodeAt(4) !== 45 || cell.charCodeAt(7) !== 45 || cell.charCodeAt(13) !== 58 || cell.charCodeAt(16) !== 58) {
    return Number.NaN;
  }
  const mark = cell.charCodeAt(10);
  const year = yearAt(cell, 0);
  const month = pairAt(cell, 5);
  const day = pairAt(cell, 8);
  const hour = pairAt(cell, 11);
  const minute = pairAt(cell, 14);
  const second = pairAt(cell, 17);
  if ((mark !== 84 && mark !== 32) || !isCivilDate(year, month, day) || !isClock(hour, minute, second)) return Number.NaN;
  return dayNumber(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}

function readInstant(text: string, options: InstantOptions | undefined): Instant | CellProblem {
  if (EPOCH.test(text)) {
    return { epochSeconds: Math.floor(Number(text) / (text.length === 13 ? 1000 : 1)), dateOnly: false, zoned: true };
  }
  const compact = COMPACT.exec(text);
  if (compact) return timed(compact[1] ?? '', compact.slice(2, 5), undefined, undefined, options);
  const match = TIMED.exec(text) ?? TIMED.exec(withColons(text));
  if (match) return timed(match[1] ?? '', match.slice(2, 5), match[5], match[6], options);
  const serial = options?.serial === true ? numberedInstant(text, options) : null;
  if (serial !== null) return serial;
  const day = readDay(text, options);
  return day instanceof CellProblem ? new CellProblem('date and time', day.hint) : onDay(day);
}

/** Italian files of older years: `4 set 2020 1.05.07 GMT+02.00`. */
function withColons(text: string): string {
  return text.replace(/(?<=\p{L}+\.? \d{4} )(\d{1,2})\.(\d{2})\.(\d{2})\b/u, '$1:$2:$3').replace(/([+-]\d{2})\.(\d{2})$/, '$1:$2');
}

function numberedInstant(text: string, options: InstantOptions): Instant | null {
  const serial = /^\d+\.\d+$/.test(text) ? readSerial(text) : null;
  return serial === null || !serial.hasTime ? null : inStore(serial.epochSeconds, options);
}

function timed(
  date: string,
  clock: readonly (string | undefined)[],
  half: string | undefined,
  zone: string | undefined,
  options: InstantOptions | undefined,
): Instant | CellProblem {
  const day = readDay(date, options);
  if (day instanceof CellProblem) return new CellProblem('date and time', day.hint);
  const hour = hourOf(Number(clock[0]), half);
  const [minute, second] = [Number(clock[1]), Number(clock[2] ?? 0)];
  if (hour === null || !isClock(hour, minute, second)) return new CellProblem('date and time', 'no clock shows such a time');
  const local = midnight(day) + hour * 3600 + minute * 60 + second;
  if (zone === undefined) return inStore(local, options);
  const offset = zoneOffset(zone.trim());
  if (offset === null) return new CellProblem('date and time', 'its time zone is none that eco knows');
  return { epochSeconds: local - offset, dateOnly: false, zoned: true };
}

/** The hour of the day; null where a half of the day is written with an hour that it has not. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function isClock(hour: number, minute: number, second: number): boolean {
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

function inStore(local: number, options: InstantOptions | undefined): Instant {
  const offset = options?.zone === undefined ? 0 : options.zone(local);
  return { epochSeconds: local - offset, dateOnly: false, zoned: false };
}

function onDay(day: Day): Instant {
  return { epochSeconds: midnight(day), dateOnly: true, zoned: false };
}

function midnight(day: Day): number {
  return dayNumber(yearAt(day, 0), pairAt(day, 5), pairAt(day, 8)) * DAY_SECONDS;
}
