/**
 * Looks at a series of amounts: revenue and whatever else varies in proportion to its level.
 *
 * The cube root makes such figures nearly normal (Wilson & Hilferty 1931). Each day is divided by its weekday's factor (the median of
 * the log residuals from the level of three weeks, over 84 open days, shrunk with n ÷ (n + 2)); the level is an exponentially
 * weighted mean with a tenth a day, in which one day weighs at most two deviations; the noise is that of the one-day-ahead errors,
 * of each weekday for itself, shrunk to the common one with the weight of eight days. A weekday on which the shop is closed (half of
 * its days at 0) is left out.
 */
import { median } from '../statistics.js';
import { type DailySeries, type Days, DRIFT_DAYS, DRIFT_GAP, LEVEL_DAYS, type Look, REFERENCE_DAYS, SAME_WEEKDAYS } from './series.js';

/** Open days that one look reaches back. */
export const AMOUNT_DAYS = 110;
/** With fewer open days before it, a day of amounts is not judged. */
export const LEAST_AMOUNT_DAYS = 56;
const PROFILE_DAYS = 84;
const PROFILE_SHRINK = 2;
const WEEKDAY_NOISE_SHRINK = 8;
const LEVEL_WEIGHT = 0.1;
const WARM_UP = 12;
const HALF_SPAN = 8;
/** Compared means hold no day beyond this many deviations. */
const CLIP = 2.5;
const WEEKDAY_CLIP = 3;

/** Days that tell what is usual, and the day itself, as indices in order. */
export function openDays(series: DailySeries, { weekdays }: Days, day: number, most: number): number[] {
  const open: number[] = [];
  const closed = closedWeekdays(series, weekdays, day);
  for (let index = day; index >= 0 && open.length <= most; index -= 1) {
    if (series.values[index] === null || series.values[index] === undefined) continue;
    if (index !== day && series.outOfOrdinary?.[index]) continue;
    if (closed[weekdays[index] as number] && series.values[index] === 0) continue;
    open.push(index);
  }
  return open.reverse();
}

function closedWeekdays(series: DailySeries, weekdays: readonly number[], day: number): boolean[] {
  const known = Array(7).fill(0) as number[];
  const zero = Array(7).fill(0) as number[];
  for (let index = Math.max(0, day - PROFILE_DAYS); index < day; index += 1) {
    const value = series.values[index];
    if (value === null || value === undefined) continue;
    const weekday = weekdays[index] as number;
    known[weekday] = (known[weekday] as number) + 1;
    if (value <= 0) zero[weekday] = (zero[weekday] as number) + 1;
  }
  return known.map((count, weekday) => count > 0 && (zero[weekday] as number) * 2 >= count);
}

/** What can be said of one day; empty where it is not known, the shop is closed, or too little came before it. */
export function amountLooks(series: DailySeries, days: Days, day: number): Look[] {
  const value = series.values[day];
  if (value === null || value === undefined || value < 0) return [];
  const open = openDays(series, days, day, AMOUNT_DAYS);
  if (open.at(-1) !== day || open.length <= LEAST_AMOUNT_DAYS) return [];
  return looksOf(prepare(series, days, open), days, open);
}

interface Prepared {
  /** Cube roots, weekday taken out, noise of all weekdays made equal; in order, the day itself last. */
  readonly roots: Float64Array;
  /** The level before the day, and the common noise, as cube roots. */
  readonly level: number;
  readonly noise: number;
  /** From such a cube root back to the amount of the day itself. */
  readonly amountOf: (root: number, at: number) => number;
}

function prepare(series: DailySeries, { weekdays }: Days, open: readonly number[]): Prepared {
  const last = open.length - 1;
  const weekdayAt = (at: number) => weekdays[open[at] as number] as number;
  const factors = weekdayFactors(
    open.map((index) => series.values[index] as number),
    weekdayAt,
    last,
  );
  const roots = Float64Array.from(open, (index, at) => Math.cbrt((series.values[index] as number) / (factors[weekdayAt(at)] as number)));
  const usual = deviation([...roots.subarray(0, last)]) || 0.1;
  let level = middle([...roots.subarray(0, WARM_UP)]);
  const errors: { readonly weekday: number; readonly error: number }[] = [];
  for (let at = 0; at < last; at += 1) {
    const error = (roots[at] as number) - level;
    if (at >= WARM_UP) errors.push({ weekday: weekdayAt(at), error });
    level += LEVEL_WEIGHT * clip(error, 2 * usual);
  }
  const spread =
    3 *
    deviation(
      errors.map(({ error }) => error),
      0,
    );
  const noise = rootMeanSquare(errors.map(({ error }) => clip(error, spread))) || usual;
  const ofWeekday = Array.from({ length: 7 }, (_, weekday) => {
    const own = errors.filter((each) => each.weekday === weekday).map(({ error }) => clip(error, 3 * noise));
    const square = own.reduce((sum, error) => sum + error * error, 0);
    return Math.sqrt((square + WEEKDAY_NOISE_SHRINK * noise * noise) / (own.length + WEEKDAY_NOISE_SHRINK));
  });
  for (let at = 0; at <= last; at += 1) {
    roots[at] = level + (((roots[at] as number) - level) * noise) / (ofWeekday[weekdayAt(at)] as number);
  }
  const amountOf = (root: number, at: number) => {
    const scaled = level + ((root - level) * (ofWeekday[weekdayAt(at)] as number)) / noise;
    return Math.max(0, scaled) ** 3 * (factors[weekdayAt(at)] as number);
  };
  return { roots, level, noise, amountOf };
}

/** Factor of each weekday against the level around it; 1 where fewer than three days tell. */
function weekdayFactors(values: readonly number[], weekdayAt: (at: number) => number, last: number): number[] {
  const first = Math.max(0, last - PROFILE_DAYS);
  const logs = values.map((value) => (value > 0 ? Math.log(value) : null));
  const residuals: number[][] = Array.from({ length: 7 }, () => []);
  for (let at = first; at < last; at += 1) {
    const own = logs[at] as number | null;
    if (own === null) continue;
    let sum = 0;
    let count = 0;
    for (let near = Math.max(first, at - HALF_SPAN); near < Math.min(last, at + HALF_SPAN + 1); near += 1) {
      const value = logs[near] as number | null;
      if (value === null) continue;
      sum += value;
      count += 1;
    }
    (residuals[weekdayAt(at)] as number[]).push(own - sum / count);
  }
  return residuals.map((found) => (found.length < 3 ? 1 : Math.exp((middle(found) * found.length) / (found.length + PROFILE_SHRINK))));
}

function looksOf(prepared: Prepared, days: Days, open: readonly number[]): Look[] {
  const { roots, noise } = prepared;
  const last = roots.length - 1;
  const looks: Look[] = [spike(prepared, open)];
  const before = (to: number, count: number) => [...roots.subarray(Math.max(0, to - count), to)];
  const recent = [...roots.subarray(last - LEVEL_DAYS + 1)];
  looks.push(shift('level', prepared, open, LEVEL_DAYS, recent, before(last - LEVEL_DAYS + 1, REFERENCE_DAYS)));
  const old = before(last - DRIFT_GAP, REFERENCE_DAYS);
  if (old.length >= DRIFT_DAYS) looks.push(shift('drift', prepared, open, DRIFT_DAYS, [...roots.subarray(last - DRIFT_DAYS + 1)], old));
  const same = sameWeekdays(roots, days, open);
  if (same !== null) {
    // One wild day alone is no broken weekday.
    const mean = same.differences.reduce((sum, each) => sum + clip(each, WEEKDAY_CLIP * noise), 0) / SAME_WEEKDAYS;
    looks.push(
      told(
        'weekday',
        prepared,
        open,
        same.at,
        mean / noise,
        (at) => (roots[at] as number) - (same.differences[same.at.indexOf(at)] as number),
      ),
    );
  }
  return looks;
}

/** One day against the level of the last days and the median of the last 42: the smaller of the two differences, none where they disagree. */
function spike(prepared: Prepared, open: readonly number[]): Look {
  const { roots, level, noise } = prepared;
  const last = roots.length - 1;
  const value = roots[last] as number;
  const usual = middle([...roots.subarray(Math.max(0, last - REFERENCE_DAYS), last)]);
  const near = (value - level) / noise;
  const far = (value - usual) / noise;
  const score = Math.sign(near) === Math.sign(far) ? Math.sign(near) * Math.min(Math.abs(near), Math.abs(far)) : 0;
  return told('spike', prepared, open, [last], score, () => (Math.abs(near) < Math.abs(far) ? level : usual));
}

function shift(
  kind: 'level' | 'drift',
  prepared: Prepared,
  open: readonly number[],
  count: number,
  recent: readonly number[],
  old: readonly number[],
): Look {
  const centre = middle(old);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + centre + clip(value - centre, CLIP * prepared.noise), 0) / values.length;
  const usual = mean(old);
  const score = (mean(recent) - usual) / prepared.noise;
  const last = prepared.roots.length - 1;
  const at = Array.from({ length: count }, (_, index) => last - count + 1 + index);
  return told(kind, prepared, open, at, score, () => usual);
}

/** The last two of this weekday, each against the median of the other weekdays around it (six open days each way). */
function sameWeekdays(
  roots: Float64Array,
  { weekdays }: Days,
  open: readonly number[],
): { readonly at: readonly number[]; readonly differences: readonly number[] } | null {
  const day = open.at(-1) as number;
  const at: number[] = [];
  const differences: number[] = [];
  for (let week = 0; week < SAME_WEEKDAYS; week += 1) {
    const position = open.indexOf(day - 7 * week);
    if (position < 0) return null;
    const around: number[] = [];
    for (let near = Math.max(0, position - 6); near <= Math.min(roots.length - 1, position + 6); near += 1) {
      if (weekdays[open[near] as number] !== weekdays[day]) around.push(roots[near] as number);
    }
    if (around.length === 0) return null;
    at.unshift(position);
    differences.push((roots[position] as number) - middle(around));
  }
  return { at, differences };
}

/** A look in the amounts of the days it is about. `usual`: what was expected of a day, as a cube root. */
function told(
  kind: Look['kind'],
  { roots, noise, amountOf }: Prepared,
  open: readonly number[],
  at: readonly number[],
  score: number,
  usual: (position: number) => number,
): Look {
  const mean = (root: (position: number) => number) =>
    at.reduce((sum, position) => sum + amountOf(root(position), position), 0) / at.length;
  return {
    kind,
    score,
    from: open[at[0] as number] as number,
    observed: mean((position) => roots[position] as number),
    expected: mean(usual),
    valueAt: (other) => mean((position) => usual(position) + other * noise),
    count: at.length,
  };
}

function clip(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

function middle(values: readonly number[]): number {
  return median(values) as number;
}

/** 1.4826 times the median distance from `centre` (the median where none is given). */
export function deviation(values: readonly number[], centre: number = middle(values)): number {
  return 1.4826 * (median(values.map((value) => Math.abs(value - centre))) ?? 0);
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
