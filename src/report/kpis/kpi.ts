/**
 * The KPIs: what each is called, here and on the platform, what it is made of, where it comes from, and which way is good (moneyKpis.ts,
 * shopKpis.ts, by kpiKinds.ts).
 *
 * Over several periods (the days of a usual weekday) counts and amounts are means over those that know them, ratios are ratios of
 * sums over those that know both. Unknown is null; nothing ÷ 0 is null. Amounts are minor units; a mean or an order value is
 * rounded to a whole one.
 */
import type { Figures } from './figures.js';
import type { Kpi } from './kpiKinds.js';
import { MONEY, SALES } from './moneyKpis.js';
import { SHOP, TRAFFIC } from './shopKpis.js';

const KPIS = { ...SALES, ...TRAFFIC, ...MONEY, ...SHOP };

export type Metric = keyof typeof KPIS;

export const METRIC_NAMES = Object.keys(KPIS) as readonly Metric[];

/** The KPIs that a platform has. */
export function metricsOf(platform: string): Metric[] {
  return METRIC_NAMES.filter((metric) => kpi(metric).only?.includes(platform) ?? true);
}

export function kpi(metric: Metric): Kpi {
  return KPIS[metric];
}

/** A metric over some periods; of none, it is unknown. */
export function measure(metric: Metric, periods: readonly Figures[]): number | null {
  return kpi(metric).of(periods);
}

/** Whether everything that the metric needs is known as it will stay. */
export function isFinished(metric: Metric, figures: Figures): boolean {
  return kpi(metric).needs.every((part) => figures.finished[part]);
}

/** Refunds of orders go on coming in: what older orders had more time for is no change. */
export function isYoung(metric: Metric, figures: Figures): boolean {
  return metric === 'refund_rate' && figures.salesSource === 'orders' && figures.refunded !== null;
}

/** What a KPI is made of, where that is not always the same. */
export function madeOf(metric: Metric, figures: Figures): string | null {
  if (metric === 'conversion') return figures.sessions === null ? 'buyers ÷ visitors' : 'units ÷ sessions';
  return metric === 'new_buyers' || metric === 'returning_buyers' ? figures.buyersBy : null;
}

/** Whether the metric is about all days of the period. */
export function isWhole(metric: Metric, figures: Figures): boolean {
  return kpi(metric).needs.every((part) => figures.missing[part].length === 0);
}
