/**
 * The verdict on one figure of one title change.
 *
 * | verdict | |
 * |---|---|
 * | better, worse | the interval lies above, below zero: an unchanged listing shows that in at most one case of twenty |
 * | no difference seen | the interval holds zero, and would have shown a change of half again as much or a third less |
 * | too early to tell | fewer than 14 days or 10 events on a side, or an interval wider than that: `moreDays` says how many more |
 * | cannot be told | other changes leave too few days, the shop has too few untouched listings, or they vary so much that no number of days helps |
 */
import { addDays, type Day } from '../../core/day.js';
import { type Bounds, type DatedChange, type WindowLength, windowLength } from './change.js';
import { type BeforeAfter, type Effect, effectOf } from './measure.js';
import { beforeAfter, type Metric, phiOf, reach, type ShopSeries, tells, type Windows } from './series.js';

export const LEAST_DAYS = 14;
export const LEAST_EVENTS = 10;
/** Half the interval of the log beyond which nothing is said: a half more, or a third less. */
const WIDEST = Math.log(1.5);

export type Verdict = 'better' | 'worse' | 'no difference seen' | 'too early to tell' | 'cannot be told';

export interface Judged {
  readonly metric: Metric;
  readonly days: number;
  readonly sums: BeforeAfter | null;
  readonly effect: Effect | null;
  readonly verdict: Verdict;
  /** Days more until it can be told, as things are; null where that is not to be expected. */
  readonly moreDays: number | null;
  readonly why: string | null;
}

export interface JudgeInput {
  readonly series: ShopSeries;
  readonly change: DatedChange;
  readonly bounds: Bounds;
  /** The longest window. */
  readonly mostDays: number;
  /** Texts of the store that nothing happened to between two days. */
  readonly untouched: (from: Day, to: Day) => readonly number[];
}

export function judge(metric: Metric, input: JudgeInput): Judged {
  const { series, change, bounds } = input;
  const storeId = series.stores[change.text] as number;
  const length = windowLength(change, bounds, tells(series, storeId, metric));
  const { days } = length;
  const nothing = { metric, days, sums: null, effect: null };
  if (days === 0) return tooFew({ ...nothing, moreDays: LEAST_DAYS }, input, length);
  const windows: Windows = { lastBefore: addDays(change.from, -1), firstAfter: addDays(change.to, 1), days };
  const sums = beforeAfter(series, change.text, metric, windows);
  const events = Math.min(sums.before.events, sums.after.events);
  if (days < LEAST_DAYS) return tooFew({ ...nothing, sums, moreDays: LEAST_DAYS - days }, input, length);
  const { from, to } = reach(windows);
  const others = input.untouched(from, to).map((text) => beforeAfter(series, text, metric, windows));
  const effect = effectOf(sums, others, phiOf(series, storeId, metric));
  if (effect === null)
    return { ...nothing, sums, verdict: 'cannot be told', moreDays: null, why: 'too few untouched listings to compare with' };
  if (events < LEAST_EVENTS) {
    const more = sums.after.events === 0 ? null : Math.ceil((days * LEAST_EVENTS) / events) - days;
    return tooFew(
      { ...nothing, sums, effect, moreDays: Number.isFinite(more) ? more : null },
      input,
      length,
      `fewer than ${LEAST_EVENTS} on a side`,
    );
  }
  if (effect.low > 0) return { ...nothing, sums, effect, verdict: 'better', moreDays: null, why: null };
  if (effect.high < 0) return { ...nothing, sums, effect, verdict: 'worse', moreDays: null, why: null };
  const half = Math.log1p(effect.high) - Math.log1p(effect.effect);
  if (half <= WIDEST) return { ...nothing, sums, effect, verdict: 'no difference seen', moreDays: null, why: null };
  return tooFew({ ...nothing, sums, effect, moreDays: daysUntilClear(effect, days) }, input, length, 'the interval is still too wide');
}

/** Noise falls with the number of days, the rest does not: the day on which the interval is narrow enough, if there is one. */
function daysUntilClear({ noise, rest, reach: errors }: Effect, days: number): number | null {
  const room = (WIDEST / errors) ** 2 - rest;
  return room <= 0 ? null : Math.max(7, Math.ceil((days * noise) / room) - days);
}

/** Too little to say anything: whether time, a longer window or nothing helps. */
function tooFew(judged: Omit<Judged, 'verdict' | 'why'>, input: JudgeInput, length: WindowLength, told: string | null = null): Judged {
  const { bounds, mostDays } = input;
  const { moreDays, days } = judged;
  const why = told ?? `fewer than ${LEAST_DAYS} days on each side`;
  const never = (reason: string): Judged => ({ ...judged, verdict: 'cannot be told', moreDays: null, why: `${why}: ${reason}` });
  if (moreDays === null) return never('the other listings vary too much for more days to help');
  const isFull = days >= 7 * Math.floor(mostDays / 7);
  if (!isFull && bounds.bounded.length > 0) return never(bounds.bounded.join(', '));
  // The days before do not grow with time.
  if (length.before < Math.min(days + moreDays, mostDays)) return never(`only ${length.before} days before the change are known`);
  const wanted = 7 * Math.ceil((days + moreDays) / 7);
  return { ...judged, verdict: 'too early to tell', why: wanted > mostDays ? `${why}; then with --days ${wanted}` : why };
}
