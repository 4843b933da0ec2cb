/**
 * What a trade event is: a name, where it counts, when it takes place and how sure that is. Events are data, one row a
 * stage; the rows of one event share its slug. The event of a year is called `<year>-<slug>`: `2026-double-11`.
 */
import type { Certainty, DateRule, DayRule, PublishedDates } from './rules.js';

/** `sale`: platforms cut prices. `holiday`: people buy gifts for a day. `season`: weeks of higher demand. */
export type EventKind = 'sale' | 'holiday' | 'season';

export interface CalendarEvent {
  readonly slug: string;
  readonly name: string;
  readonly localName: string | null;
  /** ISO 3166 country codes. */
  readonly markets: readonly string[];
  /** Platform names as eco writes them; empty: whatever the platform. Taobao stands for Tmall too. */
  readonly platforms: readonly string[];
  readonly stage: string | null;
  readonly kind: EventKind;
  readonly rule: DateRule;
  /** How sure the rule itself is; a year of an `announced` table has its own. */
  readonly certainty: Certainty;
  readonly source: string;
  /** The first year in which the event took place under this rule; left out where it is old enough not to matter. */
  readonly firstYear?: number;
}

/** What holds for an event with only one stage and no other name. */
export const PLAIN = { localName: null, platforms: [], stage: null } as const;

/** For dates that nobody published in a form that could be kept. */
export const FROM_MEMORY = 'general knowledge of the trade; no published source kept';

/** The dates of a year as a third party names them. */
export function quoted(from: string, to: string, source: string): PublishedDates {
  return { from, to, certainty: 'quoted', source };
}

/** The dates of a year as the trade remembers them. */
export function remembered(from: string, to: string): PublishedDates {
  return { from, to, certainty: 'memory', source: FROM_MEMORY };
}

/** Shorthands for the data files. */
export const date = (month: number, day: number): DayRule => ({
  on: 'date',
  month,
  day,
});
export const lunar = (month: number, day: number): DayRule => ({
  on: 'lunar',
  month,
  day,
});
export const nthWeekday = (month: number, nth: number, weekday: number): DayRule => ({
  on: 'nth-weekday',
  month,
  nth,
  weekday,
});
export const offset = (from: DayRule, days: number): DayRule => ({
  on: 'offset',
  from,
  days,
});
export const weekdayAfter = (after: DayRule, weekday: number): DayRule => ({
  on: 'weekday-after',
  after,
  weekday,
});
export const onDay = (day: DayRule): DateRule => ({ kind: 'day', day });
export const during = (from: DayRule, to: DayRule): DateRule => ({
  kind: 'window',
  from,
  to,
});

export const EASTER: DayRule = { on: 'easter' };
export const [SUNDAY, MONDAY, TUESDAY, THURSDAY, FRIDAY] = [0, 1, 2, 4, 5] as const;
