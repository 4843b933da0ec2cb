/**
 * The weekly and the monthly report: the figures of a period of each store against the period before, the same a year before and the
 * target; what moved and why.
 *
 * A period that is not over is told up to the last day that is, beside as many first days of the periods that it is compared with.
 * Days that are missing are named and nothing is made up for them: what is not about all days of its period is compared with nothing.
 */
import { addDays, type Day, daysBetween, type Period } from '../../core/day.js';
import type { Explanation } from '../kpis/adtributor.js';
import { periodBefore, yearBefore } from '../kpis/calendar.js';
import { type Against, comparedFigures, type FigureOf, type StoreInfo } from '../kpis/compared.js';
import type { Figures } from '../kpis/figures.js';
import { type Metric, measure, metricsOf } from '../kpis/kpi.js';
import type { Trends } from '../kpis/kpiGrid.js';
import { type Why, whyOf } from '../kpis/why.js';

export interface Periods {
  readonly span: 'week' | 'month';
  /** The period as far as it is over, and the one that the calendar calls so. */
  readonly now: Period;
  readonly whole: Period;
  readonly before: Period;
  readonly lastYear: Period;
}

/** `lastDay`: the last day that is over in the store. */
export function periodsOf(whole: Period, span: 'week' | 'month', lastDay: Day): Periods {
  const now = { from: whole.from, to: whole.to < lastDay ? whole.to : lastDay };
  const isOver = now.to === whole.to;
  const part = (period: Period): Period => {
    const to = addDays(period.from, daysBetween(now.from, now.to));
    return isOver || to > period.to ? period : { from: period.from, to };
  };
  return { span, now, whole, before: part(periodBefore(whole, span)), lastYear: part(yearBefore(whole, span)) };
}

export interface StorePeriod {
  readonly store: StoreInfo;
  readonly periods: Periods;
  readonly now: Figures;
  readonly before: Figures;
  readonly lastYear: Figures;
  /** The days of the period, of a week those of the one before too, in order. */
  readonly days: readonly Figures[];
  /** Sales of the days of the period before it. */
  readonly daysBefore: readonly (number | null)[];
  readonly carriers: readonly Explanation[];
  readonly targetOf: (metric: Metric) => number | null;
  readonly hasTraffic: boolean;
  readonly hasAds: boolean;
  readonly foreignOrders: number;
}

export interface PeriodReport extends Omit<StorePeriod, 'targetOf' | 'days'> {
  readonly against: Against;
  readonly figures: FigureOf;
  readonly days: readonly Day[];
  readonly trends: Trends;
  readonly why: Why | null;
  readonly isEmpty: boolean;
}

export function analysePeriod({ targetOf, days, ...store }: StorePeriod): PeriodReport {
  const { now, before, lastYear } = store;
  const against = { previous: [before], usual: [], lastYear: [lastYear] };
  return {
    ...store,
    against,
    figures: comparedFigures(now, against, 'previous', targetOf),
    days: days.map((day) => day.from),
    trends: {
      sales: days.map((day) => day.sales),
      visits: days.map((day) => (now.sessions === null ? day.visitors : day.sessions)),
      adSpend: days.map((day) => day.adSpend),
    },
    why: whyOf(now, [before]),
    isEmpty: metricsOf(store.store.platform).every((metric) => measure(metric, [now]) === null),
  };
}
