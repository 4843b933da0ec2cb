/**
 * When an event takes place, as data: the vocabulary of date rules and the dates that a rule gives in a year.
 *
 * A `DayRule` names one day of a year; a `DateRule` names the first and the last day of an event. Rules of the Gregorian
 * calendar are exact. Lunar days come from lunar-typescript (of our years by way of a table, lunarYears.ts): the `chinese` calendar of `Intl` puts New Year 2027 and 2030
 * on the wrong day (new moons close to midnight). Dates that a platform chooses each year are a table of the years that
 * are known; every other year is an estimate, and its certainty says so.
 *
 * Left out: hours (a sale that opens at 20:00 starts on that day), the Islamic and Hindu calendars.
 */
import { createRequire } from 'node:module';
import type * as LunarLibrary from 'lunar-typescript';
import type { Day, Period } from '../../core/day.js';
import { addDays, dayOf, parseDay, weekday as weekdayOf } from '../../core/day.js';
import { LUNAR_YEARS } from './lunarYears.js';

/**
 * How sure a date is. `computed`: a calendar rule fixed by law, church or custom. `announced`: the platform's own
 * announcement. `quoted`: a third party names the dates. `estimated`: the pattern of earlier years. `memory`: general
 * knowledge of the trade, without a source that could be looked up.
 */
export type Certainty = 'computed' | 'announced' | 'quoted' | 'estimated' | 'memory';

/** One day of a year. Weekdays: 0 is Sunday, 6 is Saturday. */
export type DayRule =
  | { readonly on: 'date'; readonly month: number; readonly day: number }
  /** The nth weekday of a month; a negative `nth` counts from the end: −1 is the last. */
  | {
      readonly on: 'nth-weekday';
      readonly month: number;
      readonly nth: number;
      readonly weekday: number;
    }
  | { readonly on: 'offset'; readonly from: DayRule; readonly days: number }
  /** The first such weekday after the day of another rule, never that day itself. */
  | {
      readonly on: 'weekday-after';
      readonly after: DayRule;
      readonly weekday: number;
    }
  | { readonly on: 'easter' }
  /** A day of the Chinese lunar year that begins in this year; never in a leap month. */
  | { readonly on: 'lunar'; readonly month: number; readonly day: number }
  /** `day`, but `instead` in years in which it falls on the day of `clash`. */
  | {
      readonly on: 'unless';
      readonly day: DayRule;
      readonly clash: DayRule;
      readonly instead: DayRule;
    };

/** The dates of one year as somebody published them. */
export interface PublishedDates {
  readonly from: string;
  readonly to: string;
  readonly certainty: Exclude<Certainty, 'computed' | 'estimated'>;
  readonly source: string;
}

/** First and last day of an event, both included. */
export type DateRule =
  | { readonly kind: 'day'; readonly day: DayRule }
  | { readonly kind: 'window'; readonly from: DayRule; readonly to: DayRule }
  | {
      readonly kind: 'announced';
      /** null: it is known that the event did not take place in that year. */
      readonly years: Readonly<Record<number, PublishedDates | null>>;
      /** What every other year is taken to be, or null where no pattern is worth a guess. */
      readonly estimate: {
        readonly from: DayRule;
        readonly to: DayRule;
        readonly basis: string;
      } | null;
    };

export interface EventDates {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly certainty: Certainty;
  /** Where this year's dates come from, when the year has a source of its own. */
  readonly source: string | null;
}

/** The dates of a rule in a year, or null where the year has none (or none that could be told). */
export function datesOf(rule: DateRule, year: number): EventDates | null {
  switch (rule.kind) {
    case 'day':
      return between(dayIn(rule.day, year), dayIn(rule.day, year), 'computed', null);
    case 'window':
      return between(dayIn(rule.from, year), dayIn(rule.to, year), 'computed', null);
    case 'announced': {
      const published = rule.years[year];
      if (published === null) return null;
      if (published !== undefined) {
        return between(parseDay(published.from), parseDay(published.to), published.certainty, published.source);
      }
      if (rule.estimate === null) return null;
      const { from, to, basis } = rule.estimate;
      return between(dayIn(from, year), dayIn(to, year), 'estimated', basis);
    }
  }
}

function between(from: Day | null, to: Day | null, certainty: Certainty, source: string | null): EventDates | null {
  return from === null || to === null ? null : { startsOn: from, endsOn: to, certainty, source };
}

/** The day of a rule in a year, or null where that year has no such day (a fifth Sunday, 29 February). */
export function dayIn(rule: DayRule, year: number): Day | null {
  switch (rule.on) {
    case 'date':
      return dayOf(year, rule.month, rule.day);
    case 'nth-weekday':
      return nthWeekday(year, rule.month, rule.nth, rule.weekday);
    case 'offset': {
      const from = dayIn(rule.from, year);
      return from && addDays(from, rule.days);
    }
    case 'weekday-after': {
      const after = dayIn(rule.after, year);
      return after && addDays(after, ((rule.weekday - weekdayOf(after) + 6) % 7) + 1);
    }
    case 'easter':
      return easter(year);
    case 'lunar':
      return lunarDay(year, rule.month, rule.day);
    case 'unless': {
      const day = dayIn(rule.day, year);
      return day !== null && day === dayIn(rule.clash, year) ? dayIn(rule.instead, year) : day;
    }
  }
}

/**
 * Whether an event of a year can have a day in a period. Lunar days are not worked out for that: the lunar year begins between 21 January
 * and 21 February (in the years of `dayOf`), its months have 29 or 30 days, and one of them may come twice.
 */
export function mayFallIn(rule: DateRule, year: number, period: Period): boolean {
  if (rule.kind === 'announced' && (rule.estimate === null || rule.years[year] !== undefined)) return true;
  const { from, to } = rule.kind === 'day' ? { from: rule.day, to: rule.day } : rule.kind === 'window' ? rule : (rule.estimate as Window);
  const first = boundsOf(from, year)?.from;
  const last = boundsOf(to, year)?.to;
  return first === undefined || last === undefined || (first <= period.to && last >= period.from);
}

type Window = { readonly from: DayRule; readonly to: DayRule };

/** Days between which the day of a rule lies; null where the year has no such day. */
export function boundsOf(rule: DayRule, year: number): Period | null {
  switch (rule.on) {
    case 'lunar': {
      const [earliest, latest] = [dayOf(year, 1, 21), dayOf(year, 2, 21)];
      if (earliest === null || latest === null) return null;
      return { from: addDays(earliest, 29 * (rule.month - 1) + rule.day - 1), to: addDays(latest, 30 * rule.month + rule.day - 1) };
    }
    case 'offset':
      return moved(boundsOf(rule.from, year), rule.days, rule.days);
    case 'weekday-after':
      return moved(boundsOf(rule.after, year), 1, 7);
    case 'unless': {
      const bounds = [boundsOf(rule.day, year), boundsOf(rule.instead, year)].filter((each) => each !== null);
      const [from, to] = [
        bounds.map((each) => each.from).sort()[0],
        bounds
          .map((each) => each.to)
          .sort()
          .at(-1),
      ];
      return from === undefined || to === undefined ? null : { from, to };
    }
    default: {
      const day = dayIn(rule, year);
      return day && { from: day, to: day };
    }
  }
}

function moved(bounds: Period | null, first: number, last: number): Period | null {
  return bounds && { from: addDays(bounds.from, first), to: addDays(bounds.to, last) };
}

function nthWeekday(year: number, month: number, nth: number, weekday: number): Day | null {
  const first = dayOf(year, month, 1);
  if (first === null || nth === 0) return null;
  if (nth > 0) {
    return dayOf(year, month, 1 + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
  }
  const last = dayOf(year, month, 31) ?? dayOf(year, month, 30) ?? dayOf(year, month, 29) ?? dayOf(year, month, 28);
  if (last === null) return null;
  return dayOf(year, month, Number(last.slice(8)) - ((weekdayOf(last) - weekday + 7) % 7) + 7 * (nth + 1));
}

/** Easter Sunday of the Gregorian calendar (the anonymous computus of 1876, as in Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): Day | null {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const march = epact + toSunday - 7 * correction + 114;
  return dayOf(year, Math.floor(march / 31), (march % 31) + 1);
}

let library: typeof LunarLibrary | undefined;

/** Loaded for years outside the table only: half a megabyte. */
function lunarLibrary(): typeof LunarLibrary {
  library ??= createRequire(import.meta.url)('lunar-typescript') as typeof LunarLibrary;
  return library;
}

/** Months 11 and 12 may fall into the Gregorian year after. A leap month has no rule that asks for it. */
function lunarDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const known = LUNAR_YEARS[year];
  if (known === undefined) {
    const { Lunar, LunarMonth } = lunarLibrary();
    const days = LunarMonth.fromYm(year, month)?.getDayCount() ?? 0;
    return day > days ? null : parseDay(Lunar.fromYmd(year, month, day).getSolar().toYmd());
  }
  const [newYear, lengths] = known.split(' ') as [string, string];
  let before = 0;
  let number = 0;
  for (const length of lengths) {
    const days = length.toUpperCase() === 'L' ? 30 : 29;
    const isLeap = length !== length.toUpperCase();
    if (!isLeap && ++number === month) return day > days ? null : addDays(`${year}-${newYear}` as Day, before + day - 1);
    before += days;
  }
  return null;
}
