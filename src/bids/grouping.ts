/** What `bids performance` can be grouped by, and the calendar periods among these. */
import { addDays, type Day, dayOf, weekday } from '../core/day.js';
import type { Column } from '../core/table.js';

export const GROUPINGS = {
  store: { header: 'Store', kind: 'text' },
  campaign: { header: 'Campaign', kind: 'text' },
  ad_group: { header: 'Ad group', kind: 'text' },
  match_type: { header: 'Match type', kind: 'text' },
  targeting: { header: 'Targeting', kind: 'text' },
  search_term: { header: 'Search term', kind: 'text' },
  day: { header: 'Day', kind: 'day' },
  week: { header: 'Week of', kind: 'day' },
  month: { header: 'Month', kind: 'text' },
} as const satisfies Record<string, Pick<Column, 'header' | 'kind'>>;

export type Grouping = keyof typeof GROUPINGS;

export const GROUPING_NAMES = Object.keys(GROUPINGS) as readonly Grouping[];

/** The groupings that are calendar periods. Only one of them makes sense at a time: a day lies in one week. */
export type CalendarGrouping = 'day' | 'week' | 'month';

export function isCalendar(grouping: Grouping): grouping is CalendarGrouping {
  return grouping === 'day' || grouping === 'week' || grouping === 'month';
}

/** The calendar period of a day: the day itself, the Monday of its week, its month as 2026-11. */
export function periodKey(day: Day, by: CalendarGrouping): string {
  if (by === 'day') return day;
  return by === 'month' ? day.slice(0, 7) : mondayOf(day);
}

/** The first and last day of the calendar period that a day lies in. */
export function periodAround(day: Day, by: CalendarGrouping): { from: Day; to: Day } {
  if (by === 'day') return { from: day, to: day };
  if (by === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const next = dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) as Day;
  return { from: dayOf(year, month, 1) as Day, to: addDays(next, -1) };
}

function mondayOf(day: Day): Day {
  return addDays(day, -((weekday(day) + 6) % 7));
}
