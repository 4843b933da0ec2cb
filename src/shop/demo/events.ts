/**
 * The sales events of the demo, with the uplift each really has: that is what a later uplift estimate must find.
 *
 * Dates by rule (Black Friday is the day after the fourth Thursday of November) or from the published days of Prime Day
 * (2025: 8–11 July, 2026: 23–26 June; other years estimated by the same weekday rule). Spring Festival is a table.
 * During an event traffic and conversion are multiplied; SKUs that take part also lower their price. For `dipDays`
 * afterwards demand is 15 % lower: part of the event's sales were only brought forward.
 */
import type { Day } from '../../core/day.js';
import { addDays, dayOf } from '../../core/day.js';
import type { Season } from './catalogue.js';
import { type Axis, nthWeekday } from './days.js';
import type { StoreId } from './truth.js';

export interface DemoEvent {
  /** `2026-black-friday`. */
  readonly id: string;
  readonly stores: readonly StoreId[];
  readonly from: Day;
  readonly to: Day;
  readonly trafficUplift: number;
  readonly conversionUplift: number;
  readonly dipDays: number;
  /** Discount of the SKUs that take part; 0 when prices stay. */
  readonly discountRatio: number;
  /** null: every product. */
  readonly seasons: readonly Season[] | null;
}

const AMAZON: readonly StoreId[] = ['us', 'ca'];
// biome-ignore format: a table of dates
const SPRING_FESTIVAL: Readonly<Record<number, string>> = {
  2020: '01-25', 2021: '02-12', 2022: '02-01', 2023: '01-22', 2024: '02-10', 2025: '01-29', 2026: '02-17',
  2027: '02-06', 2028: '01-26', 2029: '02-13', 2030: '02-03',
};

/** All events that touch the demo's days, in the order of their start. */
export function eventsOf(axis: Axis): DemoEvent[] {
  const events: DemoEvent[] = [];
  const lastYear = Number(axis.last.slice(0, 4));
  for (let year = Number(axis.first.slice(0, 4)) - 1; year <= lastYear + 1; year += 1) {
    events.push(...westernEvents(year), ...chineseEvents(year));
  }
  return events
    .filter((event) => addDays(event.to, event.dipDays) >= axis.first && event.from <= axis.last)
    .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1));
}

function westernEvents(year: number): DemoEvent[] {
  const event = builder(year);
  const blackFriday = addDays(nthWeekday(year, 11, 4, 4), 1);
  const prime = year >= 2026 ? nthWeekday(year, 6, 4, 2) : nthWeekday(year, 7, 2, 2);
  const bigDeals = nthWeekday(year, 10, 1, 2);
  const mothersDay = nthWeekday(year, 5, 2, 0);
  return [
    event('prime-day', AMAZON, prime, addDays(prime, 3), 1.9, 1.3, 5, 0.2, null),
    event('prime-big-deal-days', AMAZON, bigDeals, addDays(bigDeals, 1), 1.6, 1.2, 3, 0.15, null),
    event('black-friday', ['us', 'ca', 'web'], blackFriday, addDays(blackFriday, 3), 2.1, 1.35, 4, 0.2, null),
    event('mothers-day', ['us', 'ca', 'web'], addDays(mothersDay, -10), addDays(mothersDay, -1), 1.3, 1.15, 0, 0, ['gift']),
    event('christmas-cut-off', ['us', 'ca', 'web'], date(year, 12, 21), date(year, 12, 25), 0.7, 0.75, 0, 0, ['gift', 'advent']),
  ];
}

function chineseEvents(year: number): DemoEvent[] {
  const event = builder(year);
  const tmall: readonly StoreId[] = ['tmall'];
  const list = [
    event('38', tmall, date(year, 3, 1), date(year, 3, 8), 1.4, 1.2, 2, 0.1, null),
    event('618-first-wave', tmall, date(year, 5, 13), date(year, 5, 26), 1.2, 1.1, 0, 0.1, null),
    event('618', tmall, date(year, 6, 15), date(year, 6, 18), 2.2, 1.4, 5, 0.15, null),
    event('double-11-first-wave', tmall, date(year, 10, 20), date(year, 10, 31), 1.3, 1.15, 0, 0.1, null),
    event('double-11', tmall, date(year, 11, 10), date(year, 11, 11), 3.4, 1.7, 7, 0.15, null),
    event('double-12', tmall, date(year, 12, 9), date(year, 12, 12), 1.5, 1.2, 3, 0.1, null),
  ];
  const newYear = SPRING_FESTIVAL[year];
  if (newYear === undefined) return list;
  const springFestival = `${year}-${newYear}` as Day;
  list.push(event('new-year-shopping', tmall, addDays(springFestival, -30), addDays(springFestival, -10), 1.3, 1.15, 0, 0.1, null));
  list.push(event('spring-festival', tmall, addDays(springFestival, -4), addDays(springFestival, 6), 0.45, 0.7, 0, 0, null));
  return list;
}

function builder(year: number) {
  return (
    name: string,
    stores: readonly StoreId[],
    from: Day,
    to: Day,
    trafficUplift: number,
    conversionUplift: number,
    dipDays: number,
    discountRatio: number,
    seasons: readonly Season[] | null,
  ): DemoEvent => ({
    id: `${year}-${name}`,
    stores,
    from,
    to,
    trafficUplift,
    conversionUplift,
    dipDays,
    discountRatio,
    seasons,
  });
}

function date(year: number, month: number, day: number): Day {
  return dayOf(year, month, day) as Day;
}
