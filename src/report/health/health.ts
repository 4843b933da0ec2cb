/**
 * Each metric of a store against its limit: the value of the platform's window, how much room is left, and when the trend would cross it.
 *
 * - A share is hits ÷ orders of the last `windowDays` days whose orders are known; its trend is that of the daily shares of the last 60
 *   days, weighted with their orders. `room`: how many more such orders fit into today's window before the share is beyond the limit
 *   (below 0: so many too many).
 * - A score is the newest reading; its trend is that of the readings of the last 60 days.
 * - A value that people recorded counts before what eco computes, for a month; its trend is that of the values recorded in the last 60 days.
 * - A product's rating is Σ stars ÷ reviews of the window, of products with at least ten; its trend that of the daily means, weighted.
 *
 * `over`: beyond the limit. `soon`: the trend crosses it within 30 days, or one more such order would, where there is one already. `unknown`: nothing tells it.
 */
import { addDays, type Day, daysBetween } from '../../core/day.js';
import type { HealthReading } from '../../facts/ownHealth.js';
import { groupBy } from '../../measures/grouping.js';
import { crossing, type Point, trendOf } from '../../measures/trend.js';
import type { HealthLimit, HealthSource } from './limits/limit.js';
import type { OrdersOfDay, RatingOfDay, ScoresOfDay } from './queries.js';

export const TREND_DAYS = 60;
const SOON_DAYS = 30;
/** A trend is not carried on for longer. */
const FARTHEST_DAYS = 180;
const LEAST_REVIEWS = 10;
/** An older reading does not tell today's score. */
const FRESH_DAYS = 14;
/** Pages are looked at once a month: eBay judges as often. */
const RECORDED_FRESH_DAYS = 31;

export type HealthStatus = 'over' | 'soon' | 'ok' | 'unknown';

export interface HealthFinding {
  readonly limit: HealthLimit;
  /** A product's rating: its SKU. */
  readonly item: string | null;
  readonly status: HealthStatus;
  readonly value: number | null;
  /** The last day that the value knows. */
  readonly valueOn: Day | null;
  /** Read on a page of the platform by a person. */
  readonly byHand: boolean;
  /** Of a share: what it is of. */
  readonly hits: number | null;
  readonly of: number | null;
  readonly room: number | null;
  readonly crossesOn: Day | null;
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

export interface HealthFacts {
  /** Days whose orders are all known, up to the day before `asOf`. */
  readonly knownDays: ReadonlySet<Day>;
  readonly orders: readonly OrdersOfDay[];
  readonly scores: readonly ScoresOfDay[];
  readonly ratings: readonly RatingOfDay[];
  /** What people read on their platform's pages, by metric and day. */
  readonly recorded: readonly (HealthReading & { readonly value: number })[];
}

export function healthOf(limits: readonly HealthLimit[], facts: HealthFacts, asOf: Day): HealthFinding[] {
  return limits.flatMap((limit) => {
    const own = facts.recorded.filter(({ metric }) => limit.platform !== '*' && metric === limit.metric);
    const readings = new Map(own.map(({ day, value }) => [day, value]));
    // A reading of a month ago has gone on since.
    const recorded = reading(limit, readings, asOf, RECORDED_FRESH_DAYS, own.at(-1)?.day);
    return recorded === null ? TELLERS[limit.from](limit, facts, asOf) : [{ ...recorded, byHand: true }];
  });
}

type Teller = (limit: HealthLimit, facts: HealthFacts, asOf: Day) => HealthFinding[];

const ofShare =
  (of: (orders: OrdersOfDay) => readonly [hits: number | null, orders: number]): Teller =>
  (limit, facts, asOf) => [share(limit, facts, asOf, of)];

const ofScore =
  (of: (scores: ScoresOfDay) => number | null): Teller =>
  (limit, facts, asOf) => [score(limit, facts, asOf, of)];

const TELLERS: Readonly<Record<HealthSource, Teller>> = {
  cancelled: ofShare(({ cancelled, orders }) => [cancelled, orders]),
  'cancelled by merchant': ofShare(({ merchantCancelled, merchantOrders }) => [merchantCancelled, merchantOrders]),
  refunded: ofShare(({ refunded, orders }) => [refunded, orders]),
  dsr_description: ofScore(({ dsrDescription }) => dsrDescription),
  dsr_service: ofScore(({ dsrService }) => dsrService),
  dsr_shipping: ofScore(({ dsrShipping }) => dsrShipping),
  experience_score: ofScore(({ experienceScore }) => experienceScore),
  reviews: ratings,
  none: (limit) => [unknown(limit)],
};

function unknown(limit: HealthLimit): HealthFinding {
  const nothing = { value: null, valueOn: null, hits: null, of: null, room: null, crossesOn: null, earliest: null, latest: null };
  return { limit, item: null, status: 'unknown', byHand: false, ...nothing };
}

function share(
  limit: HealthLimit,
  facts: HealthFacts,
  asOf: Day,
  of: (orders: OrdersOfDay) => readonly [number | null, number],
): HealthFinding {
  const days = facts.orders
    .filter(({ day }) => facts.knownDays.has(day))
    .flatMap((orders) => {
      const [hits, all] = of(orders);
      return hits === null || all === 0 ? [] : [{ day: orders.day, hits, all }];
    });
  const known = [...facts.knownDays].sort().at(-1);
  const window = days.filter(({ day }) => day >= addDays(asOf, -limit.windowDays));
  const [hits, all] = [total(window, ({ hits: each }) => each), total(window, ({ all: each }) => each)];
  if (known === undefined || all === 0) return unknown(limit);
  const points = days
    .filter(({ day }) => day >= addDays(asOf, -TREND_DAYS))
    .map(({ day, hits: each, all: orders }) => ({ day: daysBetween(asOf, day), value: each / orders, weight: orders }));
  const room = limit.must === 'most' ? Math.floor(limit.limit * all + 1e-9) - hits : null;
  return judged(limit, { item: null, value: hits / all, valueOn: known, hits, of: all, room }, points, asOf);
}

function score(limit: HealthLimit, facts: HealthFacts, asOf: Day, of: (scores: ScoresOfDay) => number | null): HealthFinding {
  const readings = new Map<Day, number>();
  for (const scores of facts.scores) {
    const value = of(scores);
    // Of two readings of a day the later one stands.
    if (value !== null) readings.set(scores.day, value);
  }
  return reading(limit, readings, asOf, FRESH_DAYS) ?? unknown(limit);
}

/** By the newest of some readings, in the order of their days; null where there is none or it is too old. `since`: the day from which its trend goes on. */
function reading(
  limit: HealthLimit,
  readings: ReadonlyMap<Day, number>,
  asOf: Day,
  freshDays: number,
  since: Day = asOf,
): HealthFinding | null {
  const newest = [...readings].at(-1);
  if (!newest || newest[0] < addDays(asOf, -freshDays)) return null;
  const points = [...readings]
    .filter(([day]) => day >= addDays(asOf, -TREND_DAYS))
    .map(([day, value]) => ({ day: daysBetween(asOf, day), value, weight: 1 }));
  return judged(limit, { item: null, value: newest[1], valueOn: newest[0], hits: null, of: null, room: null }, points, asOf, since);
}

/** One finding for each product below the limit or on its way there; one without a product where all are well. */
function ratings(limit: HealthLimit, facts: HealthFacts, asOf: Day): HealthFinding[] {
  const since = addDays(asOf, -limit.windowDays);
  const found = [
    ...groupBy(
      facts.ratings.filter(({ day }) => day >= since),
      ({ thing }) => thing,
    ).values(),
  ].flatMap((own) => {
    const [stars, reviews] = [total(own, (each) => each.stars), total(own, (each) => each.reviews)];
    if (reviews < LEAST_REVIEWS) return [];
    const points = own
      .filter(({ day }) => day >= addDays(asOf, -TREND_DAYS))
      .map((each) => ({ day: daysBetween(asOf, each.day), value: each.stars / each.reviews, weight: each.reviews }));
    const [first, last] = [own[0] as RatingOfDay, own.at(-1) as RatingOfDay];
    return [
      judged(limit, { item: first.label, value: stars / reviews, valueOn: last.day, hits: null, of: reviews, room: null }, points, asOf),
    ];
  });
  if (found.length === 0) return facts.ratings.length === 0 ? [] : [unknown(limit)];
  return found.sort((a, b) => (a.value as number) - (b.value as number) || ((a.item as string) < (b.item as string) ? -1 : 1));
}

type Value = Pick<HealthFinding, 'item' | 'value' | 'valueOn' | 'hits' | 'of' | 'room'>;

function judged(limit: HealthLimit, value: Value, points: readonly Point[], asOf: Day, since: Day = asOf): HealthFinding {
  const now = value.value as number;
  const isOver = limit.must === 'most' ? now > limit.limit : now < limit.limit;
  const trend = trendOf(points);
  const found = isOver || trend === null || now === limit.limit ? null : crossing(now, limit.limit, trend);
  const dayIn = (days: number) => {
    const day = addDays(since, days);
    return days > FARTHEST_DAYS ? null : day < asOf ? asOf : day;
  };
  const crossesOn = found === null ? null : dayIn(found.days);
  const isSoon =
    (crossesOn !== null && crossesOn <= addDays(asOf, SOON_DAYS)) || (value.room !== null && value.room < 1 && (value.hits ?? 0) > 0);
  return {
    limit,
    ...value,
    byHand: false,
    status: isOver ? 'over' : isSoon ? 'soon' : 'ok',
    crossesOn,
    earliest: crossesOn === null || found === null ? null : dayIn(found.earliest),
    latest: crossesOn === null || found === null ? null : dayIn(found.latest),
  };
}

function total<Each>(values: readonly Each[], of: (each: Each) => number): number {
  return values.reduce((sum, each) => sum + of(each), 0);
}
