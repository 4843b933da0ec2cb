/**
 * `bids performance`: what advertising cost and brought in a period, in sums and ratios of sums.
 *
 * | | |
 * |---|---|
 * | ctr | clicks ÷ impressions |
 * | cpc_amount | cost ÷ clicks, rounded to a millionth |
 * | cvr | orders ÷ clicks |
 * | acos | cost ÷ ad sales |
 * | roas | ad sales ÷ cost |
 *
 * Which reports are added is decided in choose.ts: none that overlap, none that reach beyond the period. Amounts in different
 * currencies, and sales counted over different windows after the click (7 or 14 days), stand in rows of their own. A ratio
 * whose divisor is 0 or unknown is unknown. Left out: TACOS (that needs all sales), impressions without a click where the
 * report lists only clicked search terms.
 */
import { addDays, type Day, type Period } from '../core/day.js';
import type { Cell, Column, Row, Table } from '../core/table.js';
import { sumKnown } from '../measures/grouping.js';
import type { Choice } from './choose.js';
import { GROUPINGS, type Grouping, isCalendar } from './grouping.js';
import { performanceNotes } from './performanceNotes.js';

/** One group: the keys of the groupings, and sums in millionths and pieces. */
export type AdSums = Readonly<Partial<Record<Grouping, string | null>>> & {
  readonly currency: string | null;
  readonly attribution_days: number | null;
  readonly rows: number;
  readonly impressions: number | null;
  readonly clicks: number | null;
  readonly cost: number | null;
  readonly orders: number | null;
  readonly units: number | null;
  readonly sales: number | null;
  readonly rows_without_sales: number;
};

export interface PerformanceInput {
  readonly asOf: Day;
  readonly period: Period;
  readonly groupings: readonly Grouping[];
  readonly stores: readonly { readonly storeId: number; readonly name: string }[];
  readonly sums: readonly AdSums[];
  readonly choice: Pick<Choice, 'missing' | 'reachOut'>;
}

const MEASURES: readonly Column[] = [
  { key: 'impressions', header: 'Impressions', kind: 'integer', yields: true },
  { key: 'clicks', header: 'Clicks', kind: 'integer' },
  { key: 'cost_amount', header: 'Cost', kind: 'unitAmount', digits: 2 },
  { key: 'orders', header: 'Orders', kind: 'decimal' },
  { key: 'units', header: 'Units', kind: 'decimal', yields: true },
  { key: 'sales_amount', header: 'Sales', kind: 'unitAmount', digits: 2 },
  { key: 'currency', header: 'Currency', kind: 'text', yields: true },
  { key: 'ctr', header: 'CTR', kind: 'ratio', digits: 2, yields: true },
  { key: 'cpc_amount', header: 'CPC', kind: 'unitAmount', digits: 2 },
  { key: 'cvr', header: 'CVR', kind: 'ratio' },
  { key: 'acos', header: 'ACOS', kind: 'ratio' },
  { key: 'roas', header: 'ROAS', kind: 'decimal', digits: 2, yields: true },
  { key: 'attribution_days', header: 'Sales within', kind: 'integer', unit: 'd', detail: true },
];

/** The columns for these groupings. */
export function performanceColumns(groupings: readonly Grouping[]): Column[] {
  return [...groupings.map((key) => ({ key, ...GROUPINGS[key] })), ...MEASURES];
}

/** One row a group: in the order of the keys where time is one of them, else the greatest cost first. */
export function adPerformance(input: PerformanceInput): Table {
  const { groupings, period } = input;
  const rows = [...input.sums].sort(rowOrder(groupings)).map((sums) => ({ ...keysOf(sums, groupings), ...measuresOf(sums) }));
  return {
    id: 'bids.performance/1',
    columns: performanceColumns(groupings),
    rows,
    totals: totalsOf(input.sums),
    notes: performanceNotes(input),
    params: { by: groupings, from: period.from, to: period.to },
    asOf: input.asOf,
  };
}

/** The 30 finished days before a morning. */
export function lastThirtyDays(asOf: Day): Period {
  return { from: addDays(asOf, -30), to: addDays(asOf, -1) };
}

function keysOf(sums: AdSums, groupings: readonly Grouping[]): Record<string, Cell> {
  return Object.fromEntries(groupings.map((grouping) => [grouping, sums[grouping] ?? null]));
}

type Measured = Pick<AdSums, 'currency' | 'attribution_days' | 'impressions' | 'clicks' | 'cost' | 'orders' | 'units' | 'sales'>;

function measuresOf(sums: Measured): Row {
  const { impressions, clicks, cost, orders, sales } = sums;
  const cpc = ratio(cost, clicks);
  return {
    impressions,
    clicks,
    cost_amount: cost,
    orders,
    units: sums.units,
    sales_amount: sales,
    currency: sums.currency,
    ctr: ratio(clicks, impressions),
    cpc_amount: cpc === null ? null : Math.round(cpc),
    cvr: ratio(orders, clicks),
    acos: ratio(cost, sales),
    roas: ratio(sales, cost),
    attribution_days: sums.attribution_days,
  };
}

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

/** One row a currency and attribution window. */
function totalsOf(all: readonly AdSums[]): Row[] {
  const kinds = [...new Set(all.map((sums) => JSON.stringify([sums.currency, sums.attribution_days])))].sort();
  return kinds.map((kind) => {
    const [currency, attribution_days] = JSON.parse(kind) as [string | null, number | null];
    const own = all.filter((sums) => sums.currency === currency && sums.attribution_days === attribution_days);
    const sum = (key: 'impressions' | 'clicks' | 'cost' | 'orders' | 'units' | 'sales') => sumKnown(own.map((sums) => sums[key]));
    return measuresOf({
      currency,
      attribution_days,
      impressions: sum('impressions'),
      clicks: sum('clicks'),
      cost: sum('cost'),
      orders: sum('orders'),
      units: sum('units'),
      sales: sum('sales'),
    });
  });
}

function rowOrder(groupings: readonly Grouping[]): (a: AdSums, b: AdSums) => number {
  const byKeys = (a: AdSums, b: AdSums) => {
    for (const grouping of groupings) {
      const order = compare(a[grouping] ?? '', b[grouping] ?? '');
      if (order !== 0) return order;
    }
    return compare(a.currency ?? '', b.currency ?? '') || (a.attribution_days ?? 0) - (b.attribution_days ?? 0);
  };
  if (groupings.some(isCalendar)) return byKeys;
  // Costs of two currencies have no order: each currency has its own block.
  return (a, b) => compare(a.currency ?? '', b.currency ?? '') || (b.cost ?? 0) - (a.cost ?? 0) || byKeys(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
