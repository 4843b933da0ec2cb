/**
 * What the series of one figure in one store have in common: the profile of the week, how much they differ from each other (the prior
 * of an empirical Bayes estimate) and how much more than a Poisson a day of theirs varies. All by moments, from the days before
 * the first that is judged.
 */
import type { DailySeries, Days } from './series.js';

export interface CountGroup {
  /** Factor of each weekday, 0 is Sunday; 1 on average over the days there are. */
  readonly weekdayFactors: readonly number[];
  /** Of counts the mean a day, of rates the rate of all together. */
  readonly mean: number;
  /** Of counts the shape of the Gamma prior, of rates α + β of the Beta prior. */
  readonly strength: number;
  /** Of counts: φ in "variance of a day = μ + φ·μ²"; of rates: ρ in "variance of the hits of a day = n·p·(1 − p)·(1 + (n − 1)·ρ)". */
  readonly dispersionOf: (key: string) => number;
}

/** Days of history that a group is learned from. */
const HISTORY_DAYS = 120;
const LEAST_KNOWN_DAYS = 28;
/** Weeks of sales of the group that a weekday's factor is worth before it is believed by half. */
const PROFILE_SHRINK_DAYS = 2;
/** Neighbouring days on each side that tell the level of a day. */
const HALF_SPAN = 14;
/** Days of the group's dispersion that a series' own is mixed with. */
const DISPERSION_SHRINK_DAYS = 30;
/** The prior is worth between half a unit (or two trials) and 20 (2,000). */
const SHAPES = [0.5, 20] as const;
const STRENGTHS = [2, 2000] as const;

/**
 * `until`: the first day that does not count any more, as an index. All series of one model. Null where fewer than four weeks are
 * known: nothing is judged by a guess.
 */
export function learnGroup(all: readonly DailySeries[], days: Days, until: number): CountGroup | null {
  const known = days.days.filter((_, index) => index < until && all.some((series) => usual(series, index) !== null)).length;
  if (known < LEAST_KNOWN_DAYS) return null;
  const isRate = all[0]?.model === 'rate';
  const from = Math.max(0, until - HISTORY_DAYS);
  return isRate ? rateGroup(all, from, until) : countGroup(all, days, from, until);
}

function rateGroup(all: readonly DailySeries[], from: number, until: number): CountGroup {
  const sums = all.map((series) => {
    let hits = 0;
    let trials = 0;
    for (let index = from; index < until; index += 1) {
      const value = series.values[index];
      const out = series.trials?.[index] ?? 0;
      if (value === null || value === undefined || out === null || out === 0 || series.outOfOrdinary?.[index]) continue;
      hits += value;
      trials += out;
    }
    return { hits, trials };
  });
  const hits = sums.reduce((sum, each) => sum + each.hits, 0);
  const trials = sums.reduce((sum, each) => sum + each.trials, 0);
  const mean = trials === 0 ? 0.5 : (hits + 0.5) / (trials + 1);
  // Variance between series = weighted squares less what chance alone gives: p(1 − p)·(N − n) of it (moments of Kleinman 1973).
  const seen = sums.filter((each) => each.trials > 0);
  const squares = seen.reduce((sum, each) => sum + each.trials * (each.hits / each.trials - mean) ** 2, 0);
  const chance = (seen.length - 1) * mean * (1 - mean);
  const effective = trials - seen.reduce((sum, each) => sum + each.trials ** 2, 0) / Math.max(1, trials);
  const between = effective > 0 ? (squares - chance) / effective : 0;
  const strength = between > 0 ? (mean * (1 - mean)) / between - 1 : STRENGTHS[1];
  return {
    weekdayFactors: Array(7).fill(1) as number[],
    mean,
    strength: within(strength, STRENGTHS),
    dispersionOf: shrunk(all.map((series) => [series.key, rateDispersion(series, mean, from, until)])),
  };
}

/** Of ρ: Σ((x − n·p)² − n·p(1 − p)) ÷ Σn(n − 1)·p(1 − p), p the rate of the four weeks around the day without it. */
function rateDispersion(series: DailySeries, mean: number, from: number, until: number): Dispersion {
  const [hits, trials] = [Array(until - from).fill(0) as number[], Array(until - from).fill(0) as number[]];
  for (let index = from; index < until; index += 1) {
    const value = usual(series, index);
    if (value === null) continue;
    hits[index - from] = value;
    trials[index - from] = series.trials?.[index] ?? 0;
  }
  let [excess, squares, days] = [0, 0, 0];
  for (let index = 0; index < hits.length; index += 1) {
    const n = trials[index] as number;
    if (n < 2) continue;
    const [first, end] = [Math.max(0, index - HALF_SPAN), index + HALF_SPAN + 1];
    const near = sum(trials.slice(first, end)) - n;
    if (near === 0) continue;
    // One trial at the mean of all, so that no day is taken for certain.
    const p = (sum(hits.slice(first, end)) - (hits[index] as number) + mean) / (near + 1);
    const chance = n * p * (1 - p);
    excess += ((hits[index] as number) - n * p) ** 2 / (1 + n / (near + 1)) - chance;
    squares += chance * (n - 1);
    days += 1;
  }
  return { excess, squares, days };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function countGroup(all: readonly DailySeries[], { weekdays }: Days, from: number, until: number): CountGroup {
  const weekdayFactors = profile(all, weekdays, from, until);
  const means = all.map((series) => {
    let [sum, exposure] = [0, 0];
    for (let index = from; index < until; index += 1) {
      const value = usual(series, index);
      if (value === null) continue;
      sum += value;
      exposure += weekdayFactors[weekdays[index] as number] as number;
    }
    return { sum, exposure };
  });
  const seen = means.filter(({ exposure }) => exposure > 0);
  const total = seen.reduce((sum, each) => sum + each.sum, 0);
  const exposure = seen.reduce((sum, each) => sum + each.exposure, 0);
  const mean = Math.max(total, 0.5) / Math.max(exposure, 1);
  const spread =
    seen.reduce((sum, each) => sum + (each.sum / each.exposure - mean) ** 2 - mean / each.exposure, 0) / Math.max(1, seen.length - 1);
  const strength = within(spread > 0 ? mean ** 2 / spread : SHAPES[1], SHAPES);
  return { weekdayFactors, mean, strength, dispersionOf: dispersions(all, weekdays, weekdayFactors, from, until) };
}

/** Share of each weekday in what all series count, by the days that are known; shrunk to 1. */
function profile(all: readonly DailySeries[], weekdays: readonly number[], from: number, until: number): number[] {
  const sums = Array(7).fill(0) as number[];
  const counts = Array(7).fill(0) as number[];
  for (let index = from; index < until; index += 1) {
    const known = all.map((series) => usual(series, index)).filter((value) => value !== null);
    if (known.length * 2 < all.length) continue;
    const weekday = weekdays[index] as number;
    sums[weekday] = (sums[weekday] as number) + known.reduce((sum, value) => sum + value, 0) / known.length;
    counts[weekday] = (counts[weekday] as number) + 1;
  }
  const means = sums.map((sum, weekday) => (counts[weekday] === 0 ? null : sum / (counts[weekday] as number)));
  const told = means.filter((value) => value !== null);
  const average = told.reduce((sum, value) => sum + value, 0) / Math.max(1, told.length);
  return means.map((value, weekday) => {
    if (value === null || average === 0) return 1;
    const n = counts[weekday] as number;
    return Math.max(0.05, (n * (value / average) + PROFILE_SHRINK_DAYS) / (n + PROFILE_SHRINK_DAYS));
  });
}

/** φ of each series: Σ((y − μ)² − μ) ÷ Σμ² against the level of four weeks, mixed with that of the group. */
function dispersions(
  all: readonly DailySeries[],
  weekdays: readonly number[],
  factors: readonly number[],
  from: number,
  until: number,
): (key: string) => number {
  const own = all.map((series): [string, Dispersion] => {
    let [excess, squares, days] = [0, 0, 0];
    for (let index = from; index < until; index += 1) {
      const value = usual(series, index);
      if (value === null) continue;
      let [sum, exposure, near] = [0, 0, 0];
      for (let other = Math.max(from, index - HALF_SPAN); other <= Math.min(until - 1, index + HALF_SPAN); other += 1) {
        const each = usual(series, other);
        if (each === null || other === index) continue;
        sum += each;
        exposure += factors[weekdays[other] as number] as number;
        near += 1;
      }
      if (near < HALF_SPAN) continue;
      const mean = (sum / exposure) * (factors[weekdays[index] as number] as number);
      // The mean of `near` days is itself uncertain: a share of 1 ÷ near of the variance.
      excess += (value - mean) ** 2 / (1 + 1 / near) - mean;
      squares += mean ** 2;
      days += 1;
    }
    return [series.key, { excess, squares, days }];
  });
  return shrunk(own);
}

/** How much more than by chance a series varies, before it is mixed with its group. */
interface Dispersion {
  readonly excess: number;
  readonly squares: number;
  readonly days: number;
}

/** Each series' own dispersion, worth as much as its days, and that of all worth a month. */
function shrunk(all: readonly (readonly [key: string, Dispersion])[]): (key: string) => number {
  const own = new Map(all);
  const each = [...own.values()];
  const total = each.reduce((sum, { squares }) => sum + squares, 0);
  const common = total === 0 ? 0 : Math.max(0, each.reduce((sum, { excess }) => sum + excess, 0) / total);
  return (key) => {
    const found = own.get(key);
    if (!found || found.days === 0 || found.squares === 0) return common;
    const weight = (found.squares / found.days) * DISPERSION_SHRINK_DAYS;
    return Math.max(0, (found.excess + weight * common) / (found.squares + weight));
  };
}

/** The value of an ordinary day; null where it is unknown or a promotion. */
function usual(series: DailySeries, index: number): number | null {
  return series.outOfOrdinary?.[index] ? null : (series.values[index] ?? null);
}

function within(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value));
}
