/** Where a KPI comes from, and why it is unknown, not finished or about some of the days only: words for tables. */
import { type Day, periodText } from '../../core/day.js';
import { daysOf, periodsOf } from '../../measures/coverage.js';
import type { Figures } from './figures.js';
import { kpi, type Metric, measure } from './kpi.js';
import type { Part } from './kpiKinds.js';

const PARTS = { traffic: 'traffic report', ads: 'ad report' } as const;
/** What tells the KPIs that need no orders, traffic or ads. */
const TOLD: Readonly<Partial<Record<Metric, string>>> = {
  reviews: 'reviews',
  rating: 'reviews',
  stock_at_risk: 'stock and orders',
};

/** Null where the figure is unknown. */
export function sourceOf(metric: Metric, now: Figures): string | null {
  if (measure(metric, [now]) === null) return null;
  if (metric === 'new_buyers' || metric === 'returning_buyers') return now.buyersBy;
  if (kpi(metric).needs.length === 0) return TOLD[metric] ?? 'shop report';
  return kpi(metric)
    .needs.map((need) => (need === 'sales' ? now.salesSource : need === 'traffic' && now.sessions === null ? 'shop report' : PARTS[need]))
    .join(', ');
}

/** Why a figure is unknown or not finished. `foreign`: orders in other currencies than the store's. */
export function remarkOf(metric: Metric, now: Figures, foreign: number): string | null {
  const { needs } = kpi(metric);
  const said = needs.flatMap((need) =>
    need === 'sales' ? salesRemarks(now, foreign) : need === 'traffic' ? trafficRemarks(now) : adRemarks(now),
  );
  const people = metric === 'visitors' && now.visitors === null ? [VISITORS] : [];
  const pieces = metric === 'units' && now.units === null && now.orders !== null ? ['the order report does not tell pieces'] : [];
  const profit = metric === 'profit' || metric === 'margin' ? profitRemarks(now) : [];
  const all = [...said, ...people, ...pieces, ...profit];
  return all.length === 0 ? null : all.join('; ');
}

function profitRemarks({ profit }: Figures): string[] {
  if (profit === null) return [];
  const share = (ratio: number) => `${Math.round(ratio * 100)} %`;
  return [
    ...(profit.estimated > 0 ? [`fees of ${share(profit.estimated)} of the order lines are estimated`] : []),
    ...(profit.withoutCost > 0 ? [`${share(profit.withoutCost)} of sales have no cost: eco products costs list --missing`] : []),
  ];
}

const VISITORS = 'no shop report of exactly this period; visitors of single days are not added';

function salesRemarks(now: Figures, foreign: number): string[] {
  return [
    ...(now.salesSource === null ? [`no order file covers the ${nameOf(now)}`] : missingRemark('orders', now, 'sales')),
    ...(now.salesSource === 'business report' || now.salesSource === 'shop report'
      ? [`no order file covers the whole ${nameOf(now)}`]
      : []),
    ...(now.inPart ? [`the order file was made before the ${nameOf(now)} was over`] : []),
    ...(now.unpriced > 0 ? [`${orders(now.unpriced)} without a price yet`] : []),
    ...(foreign > 0 ? [`${orders(foreign)} in another currency left out`] : []),
  ];
}

function trafficRemarks(now: Figures): string[] {
  if (now.sessions === null && now.pageViews === null && now.visitors === null) return [`no traffic report of the ${nameOf(now)}`];
  const missing = missingRemark('traffic', now, 'traffic');
  if (missing.length > 0 || now.finished.traffic) return missing;
  return [`the traffic report was made before the ${nameOf(now)} was over`];
}

function adRemarks(now: Figures): string[] {
  if (now.adSpend === null) return [`no ad report of the ${nameOf(now)}`];
  const missing = missingRemark('ads', now, 'ads');
  if (missing.length > 0 || now.finished.ads) return missing;
  return [`ad sales still arrive for ${now.attributionDays} days after a click`];
}

function missingRemark(what: string, now: Figures, part: Part): string[] {
  const days = now.missing[part];
  if (days.length === 0) return [];
  return [`${what} known for ${daysOf(now).length - days.length} of ${daysOf(now).length} days, not ${periodsText(days)}`];
}

/** Days as few periods: "2026-11-03 … 2026-11-09". */
export function periodsText(days: readonly Day[]): string {
  return periodsOf(days).map(periodText).join(', ');
}

function nameOf({ from, to }: Figures): string {
  return from === to ? 'day' : 'period';
}

function orders(count: number): string {
  return `${count} ${count === 1 ? 'order' : 'orders'}`;
}
