/** A KPI of a period beside what it is compared with. */
import { changeRatio } from '../../measures/change.js';
import type { Figures } from './figures.js';
import { isFinished, isWhole, isYoung, METRIC_NAMES, type Metric, madeOf, measure } from './kpi.js';

export interface StoreInfo {
  readonly name: string;
  readonly platform: string;
  readonly marketplace: string | null;
  readonly currency: string | null;
}

/** What a period is compared with: each is some periods of its length, of which a KPI is the mean. */
export interface Against {
  readonly previous: readonly Figures[];
  /** The usual weekday; none where the period is no day. */
  readonly usual: readonly Figures[];
  readonly lastYear: readonly Figures[];
}

export interface Figure {
  readonly metric: Metric;
  readonly value: number | null;
  readonly previous: number | null;
  readonly usual: number | null;
  readonly lastYear: number | null;
  readonly target: number | null;
  /** Relative changes against each; null where they cannot be compared. */
  readonly changes: Readonly<Record<'previous' | 'usual' | 'lastYear', number | null>>;
  /** Against the usual weekday of a day, against the period before of a longer one. */
  readonly change: number | null;
  readonly finished: boolean;
}

/** Of all KPIs; those that the store's platform does not have are unknown. */
export type FigureOf = Readonly<Record<Metric, Figure>>;

/** The figures of all KPIs. `basis`: what `change` is measured against. */
export function comparedFigures(
  now: Figures,
  against: Against,
  basis: 'usual' | 'previous',
  targetOf: (metric: Metric) => number | null,
): FigureOf {
  return Object.fromEntries(METRIC_NAMES.map((metric) => [metric, figureOf(metric, now, against, basis, targetOf(metric))])) as FigureOf;
}

function figureOf(metric: Metric, now: Figures, against: Against, basis: 'usual' | 'previous', target: number | null): Figure {
  const value = measure(metric, [now]);
  // Days that are missing are no decline: what is not about all days of its period is shown, and compared with nothing.
  const changeTo = (before: readonly Figures[]) => (comparable(metric, now, before) ? changeRatio(value, measure(metric, before)) : null);
  const changes = { previous: changeTo(against.previous), usual: changeTo(against.usual), lastYear: changeTo(against.lastYear) };
  return {
    metric,
    value,
    previous: measure(metric, against.previous),
    usual: measure(metric, against.usual),
    lastYear: measure(metric, against.lastYear),
    target,
    changes,
    change: changes[basis],
    finished: value !== null && isFinished(metric, now) && !isYoung(metric, now),
  };
}

/** Whether the metric is about all days on both sides, and made of the same on both. */
export function comparable(metric: Metric, now: Figures, before: readonly Figures[]): boolean {
  return (
    before.length > 0 &&
    !isYoung(metric, now) &&
    [now, ...before].every((each) => isWhole(metric, each) && madeOf(metric, each) === madeOf(metric, now))
  );
}
