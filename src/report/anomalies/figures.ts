/**
 * From the rows of queries.ts to the series of a store: figures of the store and of each of its things, day by day.
 *
 * | figure | model | of | known on days |
 * |---|---|---|---|
 * | sales | amount | store with ten orders a day or more | whose orders are all known and have a price |
 * | orders, units | count | store; units of things, too | whose orders are all known |
 * | sessions | count | store, things | with a traffic report made after the day |
 * | conversion | rate | store, things | as sessions: units out of sessions, at most all of them |
 * | ad_spend | amount | store | with an ad report of the day |
 *
 * A thing's figures begin with its first sale or visit. What no report speaks of on a known day is 0.
 */
import { addDays, type Day, daysBetween } from '../../core/day.js';
import { currencyDigits } from '../../core/money.js';
import { zone } from '../../core/zone.js';
import type { DailySeries } from '../../measures/anomaly/series.js';
import { groupBy } from '../../measures/grouping.js';
import { median } from '../../measures/statistics.js';
import type { AdsOfDay, OrdersOfDay, TrafficOfDay } from './queries.js';

export type Figure = 'sales' | 'orders' | 'units' | 'sessions' | 'conversion' | 'ad_spend';

export interface StoreRows {
  readonly storeId: number;
  readonly currency: string | null;
  readonly timeZone: string;
  /** All days that the series have, in order. */
  readonly days: readonly Day[];
  /** Days whose orders are all known: files made after the day cover them. */
  readonly knownDays: ReadonlySet<Day>;
  /** Days of a promotion, and holidays. */
  readonly outOfOrdinary: DailySeries['outOfOrdinary'];
  readonly orders: readonly OrdersOfDay[];
  readonly units: readonly { readonly thing: string; readonly day: Day; readonly units: number }[];
  readonly traffic: readonly TrafficOfDay[];
  readonly ads: readonly AdsOfDay[];
}

/** A series with what it is about; `thing` null: the store. */
export interface FigureSeries extends DailySeries {
  readonly storeId: number;
  readonly thing: string | null;
  readonly figure: Figure;
}

type Values = (number | null)[];

/** The series of a store, in groups of one figure each; the store's own are groups of one. */
export function seriesOf(rows: StoreRows): FigureSeries[][] {
  const first = rows.days[0] as Day;
  const at = (day: Day) => daysBetween(first, day);
  const make = (thing: string | null, figure: Figure, model: DailySeries['model'], values: Values, trials?: Values): FigureSeries => {
    const key = `${rows.storeId} ${thing ?? ''} ${figure}`;
    return { key, storeId: rows.storeId, thing, figure, model, values, trials, outOfOrdinary: rows.outOfOrdinary };
  };
  const traffic = trafficOf(rows, at);
  const storeTraffic = together(traffic);
  return [
    tellsSales(rows) ? [make(null, 'sales', 'amount', salesOf(rows, at))] : [],
    [make(null, 'orders', 'count', ordersOf(rows, at, 'orders'))],
    [make(null, 'units', 'count', ordersOf(rows, at, 'units'))],
    [make(null, 'sessions', 'count', storeTraffic.sessions)],
    [make(null, 'conversion', 'rate', storeTraffic.hits, storeTraffic.sessions)],
    [make(null, 'ad_spend', 'amount', spendOf(rows, at))],
    unitsOf(rows, at).map(({ thing, values }) => make(thing, 'units', 'count', values)),
    traffic.map(({ thing, sessions }) => make(thing, 'sessions', 'count', sessions)),
    traffic.map(({ thing, sessions, hits }) => make(thing, 'conversion', 'rate', hits, sessions)),
  ]
    .map((group) => group.filter(({ values }) => values.some((value) => value !== null)))
    .filter((group) => group.length > 0);
}

/** With a few orders a day, sales jump with each of them: orders and units tell the change there. */
const LEAST_ORDERS_A_DAY = 10;

function tellsSales(rows: StoreRows): boolean {
  const orders = [...groupBy(rows.orders, ({ day }) => day).values()].map((ofDay) => ofDay.reduce((sum, each) => sum + each.orders, 0));
  return (median(orders) ?? 0) >= LEAST_ORDERS_A_DAY;
}

function known(rows: StoreRows): Values {
  return rows.days.map((day) => (rows.knownDays.has(day) ? 0 : null));
}

function salesOf(rows: StoreRows, at: (day: Day) => number): Values {
  const values = known(rows);
  for (const { day, currency, sales, unpriced } of rows.orders) {
    if (currency !== null && currency !== rows.currency) continue;
    const index = at(day);
    const before = values[index];
    if (before === null || before === undefined) continue;
    values[index] = unpriced > 0 ? null : before + (sales ?? 0);
  }
  return values;
}

function ordersOf(rows: StoreRows, at: (day: Day) => number, of: 'orders' | 'units'): Values {
  const values = known(rows);
  for (const row of rows.orders) {
    const index = at(row.day);
    const before = values[index];
    if (before !== null && before !== undefined) values[index] = before + row[of];
  }
  return values;
}

function unitsOf(rows: StoreRows, at: (day: Day) => number): { readonly thing: string; readonly values: Values }[] {
  return [...groupBy(rows.units, ({ thing }) => thing)].map(([thing, sold]) => {
    const first = at((sold[0] as { readonly day: Day }).day);
    const values = known(rows).map((value, index) => (index < first ? null : value));
    for (const { day, units } of sold) if (values[at(day)] !== null) values[at(day)] = units;
    return { thing, values };
  });
}

interface ThingTraffic {
  readonly thing: string;
  readonly sessions: Values;
  /** Units, at most one a session. */
  readonly hits: Values;
}

function trafficOf(rows: StoreRows, at: (day: Day) => number): ThingTraffic[] {
  const finished = rows.traffic.filter(({ day, evidenceAt }) => (zone(rows.timeZone).dayOf(evidenceAt) as Day) > day);
  // Reports about child items and about SKUs tell the same visits: of each day the former where there are any.
  const withChildren = new Set(finished.filter(({ grain }) => grain === 'child').map(({ day }) => day));
  const chosen = finished.filter(({ day, grain }) => grain === 'child' || !withChildren.has(day));
  const reported = new Set(chosen.map(({ day }) => day));
  return [...groupBy(chosen, ({ thing }) => thing)].map(([thing, found]) => {
    const first = at((found[0] as TrafficOfDay).day);
    const blank = (): Values => rows.days.map((day, index) => (reported.has(day) && index >= first ? 0 : null));
    const [sessions, hits] = [blank(), blank()];
    for (const row of found) {
      sessions[at(row.day)] = row.sessions;
      hits[at(row.day)] = row.sessions === null || row.units === null ? null : Math.min(row.units, row.sessions);
    }
    return { thing, sessions, hits };
  });
}

/** Visits add over things of a day as platforms print them; they are sessions, not visitors. */
function together(traffic: readonly ThingTraffic[]): { readonly sessions: Values; readonly hits: Values } {
  const sum = (of: (each: ThingTraffic) => Values): Values =>
    (traffic[0]?.sessions ?? []).map((_, index) => {
      const values = traffic.map((each) => of(each)[index] ?? null).filter((value) => value !== null);
      return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
    });
  return { sessions: sum(({ sessions }) => sessions), hits: sum(({ hits }) => hits) };
}

/** Minor units; of each channel and day the report that tells most. */
function spendOf(rows: StoreRows, at: (day: Day) => number): Values {
  const values: Values = rows.days.map(() => null);
  const own = rows.ads.filter(({ currency, costMicros }) => costMicros !== null && (currency === null || currency === rows.currency));
  for (const ofChannel of groupBy(own, ({ day, channel }) => `${day} ${channel}`).values()) {
    const day = (ofChannel[0] as AdsOfDay).day;
    const most = Math.max(...ofChannel.map(({ costMicros }) => costMicros as number));
    values[at(day)] = (values[at(day)] ?? 0) + Math.round(most / 10 ** (6 - currencyDigits(rows.currency)));
  }
  return values;
}

/** The days of a period, ready to be an index. */
export function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
