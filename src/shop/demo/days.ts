/**
 * The demo's axis of time: 18 months of days up to the last finished one, and instants of the shops' local clocks.
 *
 * The files are "downloaded" at 6 a.m. local time after their last day. Clocks: Amazon and Shopify Pacific time (UTC−8, −7
 * in summer: second Sunday of March to first Sunday of November, United States since 2007), Tmall UTC+8. Nobody buys
 * between midnight and 4 a.m., so the hour in which clocks change is never met. A Canadian order is placed early enough to
 * fall on the same day in Toronto.
 */
import type { Day } from '../../core/day.js';
import { addDays, dayOf, daysBetween, weekday } from '../../core/day.js';

export interface Axis {
  readonly days: readonly Day[];
  readonly first: Day;
  readonly last: Day;
  readonly count: number;
  /** Position of a day; negative before the first. */
  indexOf(day: Day): number;
  day(index: number): Day;
}

/** 18 months that end on `lastDay`. */
export function createAxis(lastDay: Day): Axis {
  const year = Number(lastDay.slice(0, 4));
  const month = Number(lastDay.slice(5, 7)) - 18;
  const first = addDays(sameDateOrEarlier(year, month, Number(lastDay.slice(8, 10))), 1);
  const count = daysBetween(first, lastDay) + 1;
  const days = Array.from({ length: count }, (_, i) => addDays(first, i));
  return {
    days,
    first,
    last: lastDay,
    count,
    indexOf: (day) => daysBetween(first, day),
    day: (index) => days[index] ?? addDays(first, index),
  };
}

/** Day of a month that may lie outside 1–12; the last of the month where it is too short. */
function sameDateOrEarlier(year: number, month: number, date: number): Day {
  const months = year * 12 + month - 1;
  for (let day = date; ; day -= 1) {
    const found = dayOf(Math.floor(months / 12), (months % 12) + 1, day);
    if (found) return found;
  }
}

/** The first day of the month `count` months later. */
export function monthStart(day: Day, count = 0): Day {
  return sameDateOrEarlier(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + count, 1);
}

/** The nth such weekday (0 Sunday … 6 Saturday) of a month. */
export function nthWeekday(year: number, month: number, nth: number, day: number): Day {
  const first = dayOf(year, month, 1) as Day;
  return addDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7);
}

type Clock = 'pacific' | 'shanghai';

/** Hours that the local clock is ahead of UTC. */
export function offsetHours(day: Day, clock: Clock): number {
  if (clock === 'shanghai') return 8;
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  if (month === 3) return day >= nthWeekday(year, 3, 2, 0) ? -7 : -8;
  if (month === 11) return day < nthWeekday(year, 11, 1, 0) ? -7 : -8;
  return month > 3 && month < 11 ? -7 : -8;
}

/** Epoch seconds of a time of day (in seconds after local midnight). */
export function instantOf(day: Day, secondOfDay: number, clock: Clock): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000 + secondOfDay - offsetHours(day, clock) * 3600;
}

/** The local clock's reading: `2026-11-20` and `14:05:59`, with its offset from UTC in hours. */
export function localTime(instant: number, clock: Clock): { day: Day; time: string; offset: number } {
  const guess = isoSeconds(instant + (clock === 'shanghai' ? 8 : -8) * 3600).slice(0, 10) as Day;
  const offset = offsetHours(guess, clock);
  const text = isoSeconds(instant + offset * 3600);
  return { day: text.slice(0, 10) as Day, time: text.slice(11), offset };
}

/** `2026-11-20T14:05:59`, in UTC. */
export function isoSeconds(instant: number): string {
  return new Date(instant * 1000).toISOString().slice(0, 19);
}

/** Calendar months that a span of days touches, each cut to the span. */
export function monthsOf(from: Day, to: Day): { from: Day; to: Day }[] {
  const months = [];
  for (let start = from; start <= to; start = monthStart(start, 1)) {
    const end = addDays(monthStart(start, 1), -1);
    months.push({ from: start, to: end < to ? end : to });
  }
  return months;
}
