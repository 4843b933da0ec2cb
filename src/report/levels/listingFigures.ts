/**
 * The figures of each listing, or category, of a store in some periods: the same KPIs by the same formulas, of what orders, traffic and
 * ads by item tell. What the store's reports do not cover is unknown for each of them, too; days that are missing are the store's.
 *
 * An order counts for each listing in it, so the orders of listings do not add up to those of the store. Visits of listings are not
 * added up to people.
 */
import type { Period } from '../../core/day.js';
import { groupBy, sumKnown } from '../../measures/grouping.js';
import { tile } from '../../measures/tiling.js';
import { chosenAds, minorOf } from '../kpis/adFigures.js';
import { type Figures, unknownFigures } from '../kpis/figures.js';
import type { Metric } from '../kpis/kpi.js';
import { isOwn, salesOf } from '../kpis/orderFigures.js';
import { isSame, type StoreFacts } from '../kpis/storeFacts.js';
import type { ChosenUnit, LevelAds, LevelOrders, LevelRow, LevelTraffic } from './queries.js';

/** What can be told of a listing. */
export const LISTING_METRICS: readonly Metric[] = [
  ...(['sales', 'units', 'orders', 'order_value', 'sessions', 'page_views', 'conversion', 'buy_box'] as const),
  ...(['ad_spend', 'ad_sales', 'acos', 'tacos', 'roas'] as const),
];

export interface LevelFacts {
  readonly orders: readonly LevelOrders[];
  readonly traffic: readonly LevelTraffic[];
  readonly ads: readonly LevelAds[];
}

/** Traffic reports by item to add up for a period. */
export function chosenTraffic(facts: StoreFacts, period: Period): ChosenUnit[] {
  const own = facts.traffic.filter((unit) => unit.grain !== 'parent' && isOwn(unit.currency, facts.currency));
  return tile(own, period, (grain) => (grain === 'child' ? 0 : 1)).chosen.map(({ id }) => ({ unit: id, from: period.from, to: period.to }));
}

/** Ad reports by item to add up for a period. */
export function chosenItemAds(facts: StoreFacts, period: Period): ChosenUnit[] {
  const byItem = facts.ads.filter((unit) => unit.grain.split(' · ')[0] === 'item');
  const chosen = chosenAds(byItem, facts.currency, period);
  return chosen.map(({ id }) => ({ unit: id, from: period.from, to: period.to }));
}

export interface Thing {
  readonly key: string | null;
  readonly label: string | null;
  /** The figures of any of the periods that were asked for. */
  readonly on: (store: Figures) => Figures;
}

/** Everything that was sold, visited or advertised in any of the periods, in the order of its key. */
export function thingsOf(facts: LevelFacts, currency: string | null): Thing[] {
  const keyOf = keysOf(facts);
  const [orders, traffic, ads] = [groupBy(facts.orders, keyOf), groupBy(facts.traffic, keyOf), groupBy(facts.ads, keyOf)];
  const keys = [...new Set([...orders.keys(), ...traffic.keys(), ...ads.keys()])].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
  return keys.map((key) => {
    const own: LevelFacts = { orders: orders.get(key) ?? [], traffic: traffic.get(key) ?? [], ads: ads.get(key) ?? [] };
    const on = <Row extends LevelRow>(rows: readonly Row[], store: Figures) => rows.filter((row) => isSame(row, store));
    return {
      key,
      label: (own.orders[0] ?? own.traffic[0] ?? own.ads[0])?.label ?? null,
      on: (store) =>
        figuresOn({ orders: on(own.orders, store), traffic: on(own.traffic, store), ads: on(own.ads, store) }, store, currency),
    };
  });
}

function figuresOn({ orders, traffic, ads }: LevelFacts, store: Figures, currency: string | null): Figures {
  const byOrders = store.salesSource === 'orders';
  const total = <Row>(rows: readonly Row[], of: (row: Row) => number | null) => sumKnown(rows.map(of));
  return {
    ...unknownFigures(store),
    salesSource: byOrders ? 'orders' : null,
    // The orders of these days are known: a listing without one sold nothing.
    sales: byOrders ? salesOf(orders) : null,
    units: byOrders && orders.every((row) => row.units !== null) ? (total(orders, (row) => row.units) ?? 0) : null,
    orders: byOrders ? (total(orders, (row) => row.orders) ?? 0) : null,
    unpriced: total(orders, (row) => row.unpriced) ?? 0,
    sessions: total(traffic, (row) => row.sessions),
    pageViews: total(traffic, (row) => row.pageViews),
    trafficUnits: total(traffic, (row) => row.units),
    boxViews: total(traffic, (row) => row.boxViews),
    boxWon: total(traffic, (row) => row.boxWon),
    adSpend: minorOf(
      total(ads, (row) => row.costMicros),
      currency,
    ),
    adSales: minorOf(
      total(ads, (row) => row.salesMicros),
      currency,
    ),
    adImpressions: total(ads, (row) => row.impressions),
    adClicks: total(ads, (row) => row.clicks),
    attributionDays: store.attributionDays,
    finished: store.finished,
    inPart: store.inPart,
    missing: store.missing,
  };
}

/** Orders name a thing by its SKU, traffic by its ASIN. Where no listing says that they are one, the ASIN of the orders does. */
function keysOf({ orders }: LevelFacts): (row: LevelRow) => string | null {
  const keys = new Set(orders.map((row) => row.key));
  const byItem = new Map(orders.flatMap((row) => (row.platformItem === null ? [] : [[row.platformItem, row.key] as const])));
  return (row) => (keys.has(row.key) || row.platformItem === null ? row.key : (byItem.get(row.platformItem) ?? row.key));
}
