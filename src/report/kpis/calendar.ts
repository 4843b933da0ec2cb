/**
 * Weeks and months of the calendar, and what people write for them. Weeks are those of ISO 8601: they begin on Monday and belong to
 * the year that has their Thursday (Monday 29 December 2025 begins 2026-W01).
 */
import { addDays, type Day, dayOf, daysBetween, type Period, parseDay, weekday } from '../../core/day.js';
import type { Span } from './targets.js';

const THURSDAY = 4;

/** "2026-W47". */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, THURSDAY - isoWeekday(day));
  const first = dayOf(Number(thursday.slice(0, 4)), 1, 1) as Day;
  const week = Math.floor(daysBetween(first, thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/** The week or month that a day lies in. */
export function periodAround(day: Day, span: 'week' | 'month'): Period {
  if (span === 'week') {
    const monday = addDays(day, 1 - isoWeekday(day));
    return { from: monday, to: addDays(monday, 6) };
  }
  const from = `${day.slice(0, 7)}-01` as Day;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01` as Day, -1) };
}

/** The week or month before. */
export function periodBefore(period: Period, span: 'week' | 'month'): Period {
  return periodAround(addDays(period.from, -1), span);
}

/** The same a year before: the month of that name; for a week 52 weeks before, which has the same weekdays. */
export function yearBefore(period: Period, span: 'week' | 'month'): Period {
  if (span === 'week') return { from: addDays(period.from, -364), to: addDays(period.to, -364) };
  return periodAround(`${Number(period.from.slice(0, 4)) - 1}${period.from.slice(4)}` as Day, span);
}

/**
 * The period that a text names, null where it names none: `2026-W47`, `W47` (the last such week that has begun by `today`),
 * `2026-10`, `2026-10-01`, `2026-10-01..2026-10-31`.
 */
export function parsePeriod(text: string, today: Day): (Period & { readonly span: Span | null }) | null {
  const week = /^(?:(\d{4})-)?W(\d{1,2})$/i.exec(text);
  if (week) return weekOf(week[1] === undefined ? null : Number(week[1]), Number(week[2]), today);
  const month = /^\d{4}-\d{2}$/.test(text) ? parseDay(`${text}-01`) : null;
  if (month) return { ...periodAround(month, 'month'), span: 'month' };
  const day = parseDay(text);
  if (day) return { from: day, to: day, span: 'day' };
  const [from, to, more] = text.split('..').map(parseDay);
  if (!from || !to || more !== undefined || from > to) return null;
  return { from, to, span: spanOf({ from, to }) };
}

/** What the calendar calls a period: null for ten days. */
export function spanOf(period: Period): Span | null {
  if (period.from === period.to) return 'day';
  return (['week', 'month'] as const).find((span) => isSame(periodAround(period.from, span), period)) ?? null;
}

function weekOf(year: number | null, week: number, today: Day): (Period & { readonly span: Span }) | null {
  const ofYear = (each: number): Period | null => {
    // 4 January lies in the first week.
    const first = periodAround(dayOf(each, 1, 4) as Day, 'week');
    const from = addDays(first.from, 7 * (week - 1));
    return isoWeek(from) === `${each}-W${String(week).padStart(2, '0')}` ? { from, to: addDays(from, 6) } : null;
  };
  const current = Number(isoWeek(today).slice(0, 4));
  const years = year === null ? [current, current - 1] : [year];
  const found = years.map(ofYear).find((period) => period !== null && (year !== null || period.from <= today));
  return found ? { ...found, span: 'week' } : null;
}

function isSame(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}

/** 1 is Monday, 7 is Sunday. */
function isoWeekday(day: Day): number {
  return weekday(day) || 7;
}
