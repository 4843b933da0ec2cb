/**
 * A straight line through dated values, and the day on which it reaches a bound.
 *
 * Weighted least squares: slope b = Σw(t − t̄)(y − ȳ) ÷ Σw(t − t̄)², its variance s² ÷ Σw(t − t̄)² with s² = Σw·r² ÷ (n − 2). Neighbouring days
 * are alike (a score is a mean of months), so the error is widened by √((1 + ρ) ÷ (1 − ρ)), ρ the correlation of neighbouring residuals,
 * not below 0. Values 0, 1, 2, 3 on days 0 … 3: slope 1, error 0. What comes after the last day is a continuation, no forecast.
 */
import { Z_80 } from './statistics.js';

export interface Point {
  /** Days, from wherever. */
  readonly day: number;
  readonly value: number;
  readonly weight: number;
}

export interface Trend {
  readonly slopeADay: number;
  readonly slopeError: number;
}

const LEAST_POINTS = 5;
const LEAST_SPAN_DAYS = 14;
const MOST_CORRELATION = 0.95;

/** Null where fewer than five values or two weeks tell. `points` in the order of their days. */
export function trendOf(points: readonly Point[]): Trend | null {
  const known = points.filter(({ weight }) => weight > 0);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < LEAST_POINTS || !first || !last || last.day - first.day < LEAST_SPAN_DAYS) return null;
  const total = sum(known, ({ weight }) => weight);
  const day = sum(known, (each) => each.weight * each.day) / total;
  const value = sum(known, (each) => each.weight * each.value) / total;
  const spread = sum(known, (each) => each.weight * (each.day - day) ** 2);
  const slopeADay = sum(known, (each) => each.weight * (each.day - day) * (each.value - value)) / spread;
  const residuals = known.map((each) => each.value - value - slopeADay * (each.day - day));
  const square = sum(known, (each) => each.weight * (each.value - value - slopeADay * (each.day - day)) ** 2) / (known.length - 2);
  return { slopeADay, slopeError: Math.sqrt(square / spread) * widening(residuals) };
}

function widening(residuals: readonly number[]): number {
  const squares = sum(residuals, (each) => each * each);
  if (squares === 0) return 1;
  const products = sum(residuals.slice(1), (each, index) => each * (residuals[index] as number));
  const correlation = Math.min(MOST_CORRELATION, Math.max(0, products / squares));
  return Math.sqrt((1 + correlation) / (1 - correlation));
}

export interface Crossing {
  /** Days from now. */
  readonly days: number;
  /** Where the slope is as steep as an 80 % interval lets it be, and as flat. */
  readonly earliest: number;
  readonly latest: number;
}

/**
 * In how many days a value that is on the good side of a bound reaches it. Null where it does not move towards it, or so little that four
 * of five such trends would not.
 */
export function crossing(value: number, bound: number, { slopeADay, slopeError }: Trend): Crossing | null {
  const way = bound - value;
  const slope = way > 0 ? slopeADay : -slopeADay;
  const [steep, flat] = [slope + Z_80 * slopeError, slope - Z_80 * slopeError];
  if (slope <= 0 || flat <= 0) return null;
  const daysAt = (speed: number) => Math.ceil(Math.abs(way) / speed - 1e-9);
  return { days: daysAt(slope), earliest: daysAt(steep), latest: daysAt(flat) };
}

function sum<Each>(values: readonly Each[], of: (each: Each, index: number) => number): number {
  return values.reduce((total, each, index) => total + of(each, index), 0);
}
