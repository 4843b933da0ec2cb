/**
 * Two periods of each store, or two stores in one period, side by side: every KPI, A less B, and what drove the difference of sales.
 *
 * Amounts of two currencies are told in one at a dated rate (kpis/exchange.ts); without one they are shown and never subtracted. Periods of different length are not brought to one; days that are missing
 * on either side leave no difference.
 */
import type { Day, Period } from '../../core/day.js';
import { changeRatio } from '../../measures/change.js';
import type { Explanation } from '../kpis/adtributor.js';
import { comparable, type StoreInfo } from '../kpis/compared.js';
import type { Figures } from '../kpis/figures.js';
import { isFinished, kpi, METRIC_NAMES, type Metric, madeOf, measure } from '../kpis/kpi.js';
import { type Why, whyOf } from '../kpis/why.js';

export interface Side {
  /** What the reader called it: a period, or a store. */
  readonly label: string;
  readonly store: StoreInfo;
  readonly figures: Figures;
  readonly foreignOrders: number;
}

export interface Pair {
  readonly a: Side;
  readonly b: Side;
  readonly carriers: readonly Explanation[];
  /** The rates that were applied, and those that are missing, in words. */
  readonly exchangeNotes: readonly string[];
}

export interface ComparedKpi {
  readonly metric: Metric;
  readonly a: number | null;
  readonly b: number | null;
  /** A less B, in A's unit. */
  readonly difference: number | null;
  readonly change: number | null;
  readonly finished: boolean;
}

export interface Comparison extends Pair {
  readonly kpis: readonly ComparedKpi[];
  readonly why: Why | null;
}

export function compareSides(pair: Pair): Comparison {
  const { a, b } = pair;
  const sameMoney = a.store.currency === b.store.currency;
  // Sessions and visitors are two things: the difference of what buys of them is no change of either.
  const sameVisits = madeOf('conversion', a.figures) === madeOf('conversion', b.figures);
  return {
    ...pair,
    kpis: METRIC_NAMES.filter((metric) => [a, b].some(({ store }) => has(metric, store.platform))).map((metric) =>
      comparedKpi(metric, a, b),
    ),
    why: sameMoney && sameVisits ? whyOf(a.figures, [b.figures]) : null,
    carriers: sameMoney ? pair.carriers : [],
  };
}

function has(metric: Metric, platform: string): boolean {
  return kpi(metric).only?.includes(platform) ?? true;
}

function comparedKpi(metric: Metric, a: Side, b: Side): ComparedKpi {
  const [one, other] = [measure(metric, [a.figures]), measure(metric, [b.figures])];
  const sameUnit = kpi(metric).unit !== 'amount' || a.store.currency === b.store.currency;
  const isTold = one !== null && other !== null && sameUnit && comparable(metric, a.figures, [b.figures]);
  return {
    metric,
    a: one,
    b: other,
    difference: isTold ? one - other : null,
    change: isTold ? changeRatio(one, other) : null,
    finished: one !== null && other !== null && isFinished(metric, a.figures) && isFinished(metric, b.figures),
  };
}

/** Whether two periods share a day: then one cannot be taken from the other. */
export function overlap(one: Period, other: Period): Day | null {
  const from = one.from > other.from ? one.from : other.from;
  return from <= one.to && from <= other.to ? from : null;
}
