/** How much of the figures of a young day is there yet, and what they will be (measures/arrival.ts). */
import type { Day } from '../../core/day.js';
import { type ArrivalCurve, type ArrivalShare, type Expected, expectedFinal, shareAt } from '../../measures/arrival.js';

export const ARRIVAL_METRICS = ['sales', 'orders', 'ad_sales', 'ad_spend'] as const;
export type ArrivalMetric = (typeof ARRIVAL_METRICS)[number];

/** What a store's own files taught about one figure. */
export interface LearnedArrival {
  readonly metric: ArrivalMetric;
  readonly curve: ArrivalCurve;
  /** Whole days between the end of a day and the newest file that tells it; null where none does. */
  readonly ageOf: (day: Day) => number | null;
}

export interface Arrived {
  readonly metric: ArrivalMetric;
  readonly share: ArrivalShare;
  readonly expected: Expected;
}

/** Below this difference from all of it a figure is taken for finished. */
const NOTABLE = 0.005;

/** The figures of a day that are still on their way; none of those whose arrival is not learned. `valueFor`: what is there of a figure. */
export function arrivedOf(learned: readonly LearnedArrival[], day: Day, valueFor: (metric: ArrivalMetric) => number | null): Arrived[] {
  return learned.flatMap(({ metric, curve, ageOf }) => {
    const age = ageOf(day);
    const value = valueFor(metric);
    if (age === null || value === null || value <= 0) return [];
    const share = shareAt(curve, age);
    const expected = expectedFinal(value, share);
    return share === null || expected === null || Math.abs(1 - share.share) < NOTABLE ? [] : [{ metric, share, expected }];
  });
}
