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
 * | ad_conversion | rate | store | as ad_spend, when no order can still be attributed: orders out of clicks |
 * | buy_box | rate | store, things | as sessions: page views that saw the own offer, out of all |
 * | returns | rate | store, things | that a report of returns covers: units back, out of those sold in the four weeks before (refunds.ts) |
 * | refunds | rate | store | that a settlement or payments cover: orders, as returns |
 *
 * A thing's figures begin with its first sale or visit. What no report speaks of on a known day is 0.
 */
import { addDays, type Day, daysBetween } from '../../core/day.js';
import { currencyDigits } from '../../core/money.js';
import { zone } from '../../core/zone.js';
import type { DailySeries } from '../../measures/anomaly/series.js';
import { groupBy } from '../../measures/grouping.js';
import { median } from '../../measures/statistics.js';
import { LONGEST_ATTRIBUTION } from '../kpis/figures.js';
import type { AdsOfDay, OrdersOfDay, TrafficOfDay } from './queries.js';
import { type RefundRows, refundsOf, returnsOf } from './refunds.js';

export type Figure =
  | 'sales'
  | 'orders'
  | 'units'
  | 'sessions'
  | 'conversion'
  | 'ad_spend'
  | 'ad_conversion'
  | 'buy_box'
  | 'returns'
  | 'refunds';

export interface StoreRows extends RefundRows {
  readonly storeId: number;
  readonly currency: string | null;
  /** Days whose orders are all known: files made after the day cover them. */
  readonly knownDays: ReadonlySet<Day>;
  /** Days of a promotion, and holidays. */
  readonly outOfOrdinary: DailySeries['outOfOrdinary'];
  readonly orders: readonly OrdersOfDay[];
  readonly units: readonly { readonly thing: string; readonly day: Day; readonly units: number }[];
  readonly ads: readonly AdsOfDay[];
}

/** A series with what it is about; `thing` null: the store. */
export interface FigureSeries extends DailySeries {
  readonly storeId: number;
  readonly thing: string | null;
  readonly figure: Figure;
}

type Values = (number | null)[];
type Known = readonly (number | null)[];

/** The series of a store, in groups of one figure each; the store's own are groups of one. */
export function seriesOf(rows: StoreRows): FigureSeries[][] {
  const first = rows.days[0] as Day;
  const at = (day: Day) => daysBetween(first, day);
  const make = (thing: string | null, figure: Figure, model: DailySeries['model'], values: Known, trials?: Known): FigureSeries => {
    const key = `${rows.storeId} ${thing ?? ''} ${figure}`;
    return { key, storeId: rows.storeId, thing, figure, model, values, trials, outOfOrdinary: rows.outOfOrdinary };
  };
  const traffic = trafficOf(rows, at);
  const storeTraffic = together(traffic);
  const [orders, units, unitsByThing] = [ordersOf(rows, at, 'orders'), ordersOf(rows, at, 'units'), unitsOf(rows, at)];
  const ads = adConversionOf(rows, at);
  const sold = { orders, units, unitsOf: soldFromTheStart(rows, unitsByThing) };
  const returns = returnsOf(rows, sold);
  return [
    tellsSales(rows) ? [make(null, 'sales', 'amount', salesOf(rows, at))] : [],
    [make(null, 'orders', 'count', orders)],
    [make(null, 'units', 'count', units)],
    [make(null, 'sessions', 'count', storeTraffic.sessions)],
    [make(null, 'conversion', 'rate', storeTraffic.hits, storeTraffic.sessions)],
    [make(null, 'buy_box', 'rate', storeTraffic.won, storeTraffic.views)],
    [make(null, 'ad_spend', 'amount', spendOf(rows, at))],
    [make(null, 'ad_conversion', 'rate', ads.orders, ads.clicks)],
    returns.filter(({ thing }) => thing === null).map(({ hits, trials }) => make(null, 'returns', 'rate', hits, trials)),
    refundsOf(rows, sold).map(({ hits, trials }) => make(null, 'refunds', 'rate', hits, trials)),
    unitsByThing.map(({ thing, values }) => make(thing, 'units', 'count', values)),
    traffic.map(({ thing, sessions }) => make(thing, 'sessions', 'count', sessions)),
    traffic.map(({ thing, sessions, hits }) => make(thing, 'conversion', 'rate', hits, sessions)),
    traffic.map(({ thing, won, views }) => make(thing, 'buy_box', 'rate', won, views)),
    returns.filter(({ thing }) => thing !== null).map(({ thing, hits, trials }) => make(thing, 'returns', 'rate', hits, trials)),
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
    const more = row[of];
    if (before !== null && before !== undefined) values[index] = more === null ? null : before + more;
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

/** Before its first sale a thing sold nothing. */
function soldFromTheStart(rows: StoreRows, units: ReturnType<typeof unitsOf>): Map<string, Known> {
  const start = known(rows);
  return new Map(units.map(({ thing, values }) => [thing, values.map((value, index) => value ?? start[index] ?? null)]));
}

interface ThingTraffic {
  readonly thing: string;
  readonly sessions: Values;
  /** Units, at most one a session. */
  readonly hits: Values;
  readonly views: Values;
  /** Views that saw the own offer in the buy box. */
  readonly won: Values;
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
    const [sessions, hits, views, won] = [blank(), blank(), unknown(rows), unknown(rows)];
    for (const row of found) {
      sessions[at(row.day)] = row.sessions;
      hits[at(row.day)] = row.sessions === null || row.units === null ? null : Math.min(row.units, row.sessions);
      if (row.pageViews === null || row.buyBox === null) continue;
      views[at(row.day)] = row.pageViews;
      won[at(row.day)] = Math.min(row.pageViews, Math.round(row.buyBox * row.pageViews));
    }
    return { thing, sessions, hits, views, won };
  });
}

/** Visits add over things of a day as platforms print them; they are sessions, not visitors. */
function together(traffic: readonly ThingTraffic[]): Omit<ThingTraffic, 'thing'> {
  const sum = (of: (each: ThingTraffic) => Values): Values =>
    (traffic[0]?.sessions ?? []).map((_, index) => {
      const values = traffic.map((each) => of(each)[index] ?? null).filter((value) => value !== null);
      return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
    });
  return {
    sessions: sum(({ sessions }) => sessions),
    hits: sum(({ hits }) => hits),
    views: sum(({ views }) => views),
    won: sum(({ won }) => won),
  };
}

/** Minor units; of each channel and day the report that tells most. */
function spendOf(rows: StoreRows, at: (day: Day) => number): Values {
  const values = unknown(rows);
  const own = rows.ads.filter(({ currency, costMicros }) => costMicros !== null && (currency === null || currency === rows.currency));
  for (const ofChannel of groupBy(own, ({ day, channel }) => `${day} ${channel}`).values()) {
    const day = (ofChannel[0] as AdsOfDay).day;
    const most = Math.max(...ofChannel.map(({ costMicros }) => costMicros as number));
    values[at(day)] = (values[at(day)] ?? 0) + Math.round(most / 10 ** (6 - currencyDigits(rows.currency)));
  }
  return values;
}

/** Orders and clicks of ads, of days whose clicks bring no order any more; of each channel and day the report that tells most. */
function adConversionOf(rows: StoreRows, at: (day: Day) => number): { readonly orders: Values; readonly clicks: Values } {
  const [orders, clicks] = [unknown(rows), unknown(rows)];
  const { dayOf } = zone(rows.timeZone);
  const told = rows.ads.filter((row) => row.clicks !== null && row.orders !== null);
  const own = told.filter(
    ({ day, evidenceAt, attributionDays }) => (dayOf(evidenceAt) as Day) > addDays(day, attributionDays ?? LONGEST_ATTRIBUTION),
  );
  for (const ofChannel of groupBy(own, ({ day, channel }) => `${day} ${channel}`).values()) {
    const most = ofChannel.reduce((best, each) => ((each.clicks as number) > (best.clicks as number) ? each : best));
    const index = at(most.day);
    clicks[index] = (clicks[index] ?? 0) + (most.clicks as number);
    orders[index] = (orders[index] ?? 0) + Math.min(most.orders as number, most.clicks as number);
  }
  return { orders, clicks };
}

function unknown({ days }: StoreRows): Values {
  return days.map(() => null);
}

/** The days of a period, ready to be an index. */
export function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
