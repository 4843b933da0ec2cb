/**
 * The figures of a day of a store, and of several days together.
 *
 * | metric | formula | source |
 * |---|---|---|
 * | sales | goods as ordered, before discounts and refunds, without shipping and (where the platform keeps it apart) tax | orders; where no order file covers the day, the Business Report's ordered product sales |
 * | units, orders | of orders that count: not cancelled, not excluded, no replacements | as sales; the Business Report knows no orders |
 * | order_value | sales ÷ orders that have a price | orders |
 * | sessions, page_views | sum over items, once for each child item | daily traffic report |
 * | conversion | units ÷ sessions: Amazon's unit session percentage, above 1 where a session buys several | daily traffic report |
 * | ad_spend, ad_sales | as the ad report attributes them | daily ad report |
 * | acos, tacos | ad spend ÷ ad sales; ad spend ÷ sales | |
 *
 * Several days: counts and amounts are means over the days that know them, ratios are ratios of sums over the days that know
 * both. Unknown is null; nothing ÷ 0 is null. Amounts are minor units; a mean or an order value is rounded to a whole one.
 */
import type { Day } from '../../core/day.js';
import type { MeasureUnit } from '../../core/table.js';

type SalesSource = 'orders' | 'business report';

/** What is known of one day. */
export interface DayFigures {
  readonly day: Day;
  readonly salesSource: SalesSource | null;
  readonly sales: number | null;
  readonly units: number | null;
  readonly orders: number | null;
  /** Orders among them without a price yet: their money is in no figure. */
  readonly unpriced: number;
  /** The Business Report's own ordered sales, which include what is not paid yet and what is cancelled later. */
  readonly reportedSales: number | null;
  readonly sessions: number | null;
  readonly pageViews: number | null;
  readonly trafficUnits: number | null;
  readonly adSpend: number | null;
  readonly adSales: number | null;
  /** Days after a click within which a sale counts for the ad. */
  readonly attributionDays: number;
  /** Nothing about it can change any more, but for returns and late cancellations. */
  readonly finished: { readonly sales: boolean; readonly traffic: boolean; readonly ads: boolean };
  /** The orders of the day end at the time of the download. */
  readonly inPart: boolean;
}

export type Metric =
  | 'sales'
  | 'units'
  | 'orders'
  | 'order_value'
  | 'sessions'
  | 'page_views'
  | 'conversion'
  | 'ad_spend'
  | 'ad_sales'
  | 'acos'
  | 'tacos';

interface Definition {
  readonly unit: MeasureUnit;
  readonly of: (days: readonly DayFigures[]) => number | null;
  /** What must be finished for it to be. */
  readonly needs: readonly (keyof DayFigures['finished'])[];
}

export const METRICS: Readonly<Record<Metric, Definition>> = {
  sales: { unit: 'amount', of: (days) => whole(mean(days, 'sales')), needs: ['sales'] },
  units: { unit: 'count', of: (days) => mean(days, 'units'), needs: ['sales'] },
  orders: { unit: 'count', of: (days) => mean(days, 'orders'), needs: ['sales'] },
  order_value: { unit: 'amount', of: (days) => whole(quotient(days, (day) => day.sales, priced)), needs: ['sales'] },
  sessions: { unit: 'count', of: (days) => mean(days, 'sessions'), needs: ['traffic'] },
  page_views: { unit: 'count', of: (days) => mean(days, 'pageViews'), needs: ['traffic'] },
  conversion: {
    unit: 'ratio',
    of: (days) =>
      quotient(
        days,
        (day) => day.trafficUnits,
        (day) => day.sessions,
      ),
    needs: ['traffic'],
  },
  ad_spend: { unit: 'amount', of: (days) => whole(mean(days, 'adSpend')), needs: ['ads'] },
  ad_sales: { unit: 'amount', of: (days) => whole(mean(days, 'adSales')), needs: ['ads'] },
  acos: {
    unit: 'ratio',
    of: (days) =>
      quotient(
        days,
        (day) => day.adSpend,
        (day) => day.adSales,
      ),
    needs: ['ads'],
  },
  tacos: {
    unit: 'ratio',
    of: (days) =>
      quotient(
        days,
        (day) => day.adSpend,
        (day) => day.sales,
      ),
    needs: ['ads', 'sales'],
  },
};

export const METRIC_NAMES = Object.keys(METRICS) as readonly Metric[];

/** A metric over some days; of none, it is unknown. */
export function measure(metric: Metric, days: readonly DayFigures[]): number | null {
  return METRICS[metric].of(days);
}

export function isFinished(metric: Metric, day: DayFigures): boolean {
  return METRICS[metric].needs.every((part) => day.finished[part]);
}

/** Orders with a price; null where orders are unknown. */
function priced(day: DayFigures): number | null {
  return day.orders === null ? null : day.orders - day.unpriced;
}

type Additive = 'sales' | 'units' | 'orders' | 'sessions' | 'pageViews' | 'adSpend' | 'adSales';

function mean(days: readonly DayFigures[], key: Additive): number | null {
  const known = days.flatMap((day) => day[key] ?? []);
  return known.length === 0 ? null : sum(known) / known.length;
}

function quotient(
  days: readonly DayFigures[],
  above: (day: DayFigures) => number | null,
  below: (day: DayFigures) => number | null,
): number | null {
  const known = days.filter((day) => above(day) !== null && below(day) !== null);
  const divisor = sum(known.map((day) => below(day) as number));
  return divisor > 0 ? sum(known.map((day) => above(day) as number)) / divisor : null;
}

function whole(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
