/** The rows of `report funnel`: one a store, or one a listing, campaign or source. */
import type { Day, Period } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { type Funnel, STEPS } from './funnel.js';

export const FUNNEL_LEVELS = ['store', 'listing', 'campaign', 'source'] as const;
export type FunnelLevel = (typeof FUNNEL_LEVELS)[number];

export interface StoreFunnels {
  readonly store: string;
  readonly period: Period;
  /** What its visits are: sessions, or visitors where the platform counts people. */
  readonly visits: 'sessions' | 'visitors' | null;
  readonly funnels: readonly Funnel[];
  readonly notes: readonly string[];
}

export const FUNNEL_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'name', header: 'Name', kind: 'text' },
  { key: 'impressions', header: 'Impressions', kind: 'integer', yields: true },
  { key: 'clicks', header: 'Clicks', kind: 'integer', yields: true },
  { key: 'click_rate', header: 'CTR', kind: 'ratio', digits: 2 },
  { key: 'usual_click_rate', header: 'Usual CTR', kind: 'ratio', digits: 2, detail: true },
  { key: 'visits', header: 'Visits', kind: 'integer', yields: true },
  { key: 'visits_are', header: 'Visits are', kind: 'text', detail: true },
  { key: 'carts', header: 'Carts', kind: 'integer', yields: true },
  { key: 'cart_rate', header: 'To cart', kind: 'ratio' },
  { key: 'usual_cart_rate', header: 'Usually to cart', kind: 'ratio', detail: true },
  { key: 'orders', header: 'Orders', kind: 'decimal' },
  { key: 'order_rate', header: 'To order', kind: 'ratio' },
  { key: 'usual_order_rate', header: 'Usually to order', kind: 'ratio', detail: true },
  { key: 'order_rate_of', header: 'Orders are a share of', kind: 'text', detail: true },
  { key: 'kept', header: 'Kept', kind: 'integer', yields: true },
  { key: 'kept_rate', header: 'Share kept', kind: 'ratio' },
  { key: 'usual_kept_rate', header: 'Usually kept', kind: 'ratio', detail: true },
  { key: 'loses_at', header: 'Loses at', kind: 'text' },
  { key: 'orders_lost', header: 'Orders lost', kind: 'decimal', digits: 1 },
  { key: 'period_from', header: 'From', kind: 'day', detail: true },
  { key: 'period_to', header: 'To', kind: 'day', detail: true },
];

const NAMED: Readonly<Record<Exclude<FunnelLevel, 'store'>, string>> = { listing: 'SKU', campaign: 'Campaign', source: 'Source' };

/** Columns that a level never fills stay out of sight. */
const EMPTY: Readonly<Record<FunnelLevel, readonly string[]>> = {
  store: ['name'],
  listing: ['impressions', 'clicks', 'click_rate', 'carts', 'cart_rate'],
  campaign: ['visits', 'carts', 'cart_rate', 'kept', 'kept_rate'],
  source: ['impressions', 'clicks', 'click_rate', 'kept', 'kept_rate'],
};

export function funnelTable(stores: readonly StoreFunnels[], by: FunnelLevel, asOf: Day): Table {
  // Of one thing or campaign of which nothing is known there is nothing to say; of a store that is said.
  const isTold = ({ counts }: Funnel) => by === 'store' || STEPS.some((step) => counts[step] !== null);
  const rows = stores.flatMap((store) => store.funnels.filter(isTold).map((funnel) => rowOf(store, funnel)));
  const isEmpty = ({ key }: Column) => EMPTY[by].includes(key) && rows.every((row) => row[key] === null);
  return {
    id: 'report.funnel/1',
    title: 'Funnel',
    columns: FUNNEL_COLUMNS.map((column) => ({
      ...column,
      ...(column.key === 'name' && by !== 'store' ? { header: NAMED[by] } : {}),
      ...(isEmpty(column) ? { detail: true } : {}),
    })),
    rows,
    notes: [...new Set(stores.flatMap(({ notes }) => notes))],
    params: { by, periods: stores.map(({ store, period }) => `${store} ${period.from}..${period.to}`) },
    asOf,
  };
}

function rowOf({ store, period, visits }: StoreFunnels, { name, counts, rates, loss }: Funnel): Row {
  return {
    store,
    name,
    impressions: counts.impressions,
    clicks: counts.clicks,
    click_rate: rates.clicks.rate,
    usual_click_rate: rates.clicks.usual,
    visits: counts.visits,
    visits_are: counts.visits === null ? null : visits,
    carts: counts.carts,
    cart_rate: rates.carts.rate,
    usual_cart_rate: rates.carts.usual,
    orders: counts.orders,
    order_rate: rates.orders.rate,
    usual_order_rate: rates.orders.usual,
    order_rate_of: rates.orders.of,
    kept: counts.kept,
    kept_rate: rates.kept.rate,
    usual_kept_rate: rates.kept.usual,
    loses_at: loss?.step ?? null,
    orders_lost: loss === null ? null : Math.round(loss.orders * 10) / 10,
    period_from: period.from,
    period_to: period.to,
  };
}
