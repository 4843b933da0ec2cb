/**
 * Who buys again. A purchase is a day on which a buyer ordered something that counts; a buyer is known by a keyed hash of what the order
 * names (mail, account), so one person with two mail addresses is two buyers.
 *
 * | figure | formula |
 * |---|---|
 * | repeat rate | buyers with two purchases or more ÷ buyers |
 * | new buyers | buyers of the period whose first known purchase lies in it |
 * | came again within n days | of the buyers of a month who were first seen then: those whose second purchase came at most n days after the first ÷ all of them; unknown until n days have passed since the end of the month |
 *
 * Segments by recency (days since the newest purchase) and frequency (number of purchases); money is told beside them, not scored:
 *
 * | | 1 purchase | 2 or 3 | 4 or more |
 * |---|---|---|---|
 * | up to 90 days ago | new | loyal | champions |
 * | up to 180 | promising | loyal | champions |
 * | up to 365 | one-time | at risk | at risk |
 * | longer ago | one-time | lost | lost |
 */
import { addDays, type Day, dayOf, daysBetween } from '../../core/day.js';
import { groupBy } from '../../measures/grouping.js';
import type { BuyerGroup, CohortGroup } from './queries.js';

export const SEGMENTS = ['champions', 'loyal', 'new', 'promising', 'at risk', 'lost', 'one-time'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** From this number of purchases on it makes no difference. */
export const MOST_PURCHASES = 4;

const RECENT = 90;
const FADING = 180;
const LONG_AGO = 365;

/** The segment of a buyer with some purchases, the newest so many days ago. */
export function segmentOf(purchases: number, daysAgo: number): Segment {
  if (purchases === 1) return daysAgo <= RECENT ? 'new' : daysAgo <= FADING ? 'promising' : 'one-time';
  if (daysAgo > FADING) return daysAgo <= LONG_AGO ? 'at risk' : 'lost';
  return purchases >= MOST_PURCHASES ? 'champions' : 'loyal';
}

export interface SegmentSums {
  readonly segment: Segment;
  readonly buyers: number;
  readonly orders: number;
  readonly sales: number;
}

/** All segments, those without buyers too. `today`: the morning, so that a purchase of yesterday is one day ago. */
export function segments(groups: readonly BuyerGroup[], today: Day): SegmentSums[] {
  const found = groupBy(groups, (group) => segmentOf(group.purchases, daysBetween(group.last, today)));
  return SEGMENTS.map((segment) => ({ segment, ...sums(found.get(segment) ?? []) }));
}

function sums(groups: readonly { readonly buyers: number; readonly orders: number; readonly sales: number }[]) {
  const total = (key: 'buyers' | 'orders' | 'sales') => groups.reduce((sum, group) => sum + group[key], 0);
  return { buyers: total('buyers'), orders: total('orders'), sales: total('sales') };
}

export const HORIZONS = [30, 90, 180, 365] as const;

export interface Cohort {
  readonly month: string;
  readonly buyers: number;
  readonly orders: number;
  readonly sales: number;
  /** Share that came again within each of `HORIZONS`; null where the time has not passed for all of them. */
  readonly again: readonly (number | null)[];
}

/** By month, the first one first. `knownTo`: the last day that orders are known of. */
export function cohorts(groups: readonly CohortGroup[], knownTo: Day): Cohort[] {
  return [...groupBy(groups, (group) => group.month)].map(([month, ofMonth]) => {
    const total = sums(ofMonth);
    const end = lastDayOf(month);
    const within = (days: number) =>
      ofMonth.filter(({ gap }) => gap !== null && gap <= days).reduce((sum, group) => sum + group.buyers, 0) / total.buyers;
    return { month, ...total, again: HORIZONS.map((days) => (addDays(end, days) <= knownTo ? within(days) : null)) };
  });
}

function lastDayOf(month: string): Day {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, number + 1, 1);
  return addDays(next as Day, -1);
}

/** Buyers with two purchases or more ÷ buyers; null without buyers. */
export function repeatRate(groups: readonly BuyerGroup[]): number | null {
  const all = sums(groups).buyers;
  return all === 0 ? null : sums(groups.filter(({ purchases }) => purchases > 1)).buyers / all;
}

/** The median of the days between the first and the second purchase, of an even number of buyers the mean of the middle two; null where nobody came again. */
export function medianGap(groups: readonly CohortGroup[]): number | null {
  const again = groups.filter(({ gap }) => gap !== null).sort((a, b) => (a.gap as number) - (b.gap as number));
  const half = sums(again).buyers / 2;
  let seen = 0;
  for (const [at, { gap, buyers }] of again.entries()) {
    seen += buyers;
    if (seen > half) return gap;
    if (seen === half) return ((gap as number) + (again[at + 1]?.gap as number)) / 2;
  }
  return null;
}
