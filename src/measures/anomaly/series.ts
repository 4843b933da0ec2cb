/**
 * What the detector looks at: one figure of one thing, day by day, and what it can say of a day.
 *
 * Four kinds of change are looked for. `spike`: one day. `level`: the last 8 days against the 42 before. `weekday`: the last two
 * of one weekday against the days around them. `drift`: the last 20 days against the 42 that end 32 days ago.
 */
import type { Day } from '../../core/day.js';

export type ChangeKind = 'spike' | 'level' | 'weekday' | 'drift';
export const CHANGE_KINDS: readonly ChangeKind[] = ['spike', 'level', 'weekday', 'drift'];

export const LEVEL_DAYS = 8;
export const DRIFT_DAYS = 20;
export const DRIFT_GAP = 32;
export const REFERENCE_DAYS = 42;
export const SAME_WEEKDAYS = 2;

/** How a figure varies. `amount`: money, or anything with a noise in proportion. `count`: whole things. `rate`: so many out of so many. */
export type Model = 'amount' | 'count' | 'rate';

/** The days that all series of a question share, one entry a day, without gaps. */
export interface Days {
  readonly days: readonly Day[];
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
}

export interface DailySeries {
  /** Unique among the series of a question. */
  readonly key: string;
  readonly model: Model;
  /** One value a day; null where it is not known. Of a rate: the hits. */
  readonly values: readonly (number | null)[];
  /** Of a rate: out of how many. */
  readonly trials?: readonly (number | null)[];
  /** Days that do not tell what is usual. On a promotion selling much is no finding; on a holiday nothing is. */
  readonly outOfOrdinary?: readonly ('promotion' | 'holiday' | null)[];
}

/** One comparison of recent days with earlier ones. */
export interface Look {
  readonly kind: ChangeKind;
  /** Standard deviations above what was expected, before the series' own history is asked how often it does that. */
  readonly score: number;
  /** The first of the days that are compared, as an index. */
  readonly from: number;
  /** A day of the compared days, on average: as it was, and as expected. */
  readonly observed: number;
  readonly expected: number;
  /** The average at which the score would be this. */
  readonly valueAt: (score: number) => number;
  /** How many days are compared. */
  readonly count: number;
}
