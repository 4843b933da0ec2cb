/**
 * Looks at counts (units, orders, sessions) and at rates (hits out of trials), also where they are small.
 *
 * Recent days are compared with earlier ones of the same series by a predictive distribution, never by a z-score of the figure:
 *
 *     count   usual λ = (a + y) ÷ (a ÷ m + E), prior Gamma with the group's mean m and shape a; expected M = E'·λ,
 *             variance M + φ·λ²·Q' + E'²·(λ²÷(a + y) + φ·λ²·Q ÷ E²); the score is that of a negative binomial with these moments
 *     rate    usual p = (s·p₀ + x) ÷ (s + n), prior Beta with the group's rate p₀ and strength s; hits out of n' trials are
 *             beta-binomial with mean p and the variance that they and the estimate of p have:
 *             p(1 − p)·(n'·(1 + (n' − 1) ÷ (s + n + 1)) + ρ·Q' + ρ·n'²·Q ÷ n²), Q = Σ of a day's trials × (trials − 1)
 *
 * y, x, n are sums over the earlier days; E = Σe and Q = Σe², e the weekday's factor in the group; ' marks the recent days. φ and ρ are
 * the series' own overdispersion (variance of a day = μ + φ·μ², or n·p(1 − p)·(1 + (n − 1)·ρ)), shrunk to the group's. Priors and factors come from `group.ts`.
 */
import { betaBinomialVariance, countScore, gammaQuantile, rateScore } from './distributions.js';
import type { CountGroup } from './group.js';
import {
  type ChangeKind,
  type DailySeries,
  type Days,
  DRIFT_DAYS,
  DRIFT_GAP,
  LEVEL_DAYS,
  type Look,
  REFERENCE_DAYS,
  SAME_WEEKDAYS,
} from './series.js';

/** With fewer known days before it, a day is not judged. */
export const LEAST_COUNT_DAYS = 28;
/** With less in both the recent and the earlier days, nothing can be told. */
const LEAST_SUM = 5;
const REACH = 140;
/** Trials of a day that all go one way are one trial: a score needs a little less. */
const MOST_TOGETHER = 0.99;
/** Two weeks of other weekdays tell what the weekday would be. */
const AROUND_DAYS = 14;

/** What can be said of one day; empty where it is not known or too little came before it. Days out of the ordinary tell nothing of the usual. */
export function countLooks(series: DailySeries, days: Days, day: number, group: CountGroup): Look[] {
  if (!isKnown(series, day)) return [];
  const known: number[] = [day];
  for (let index = day - 1; index >= Math.max(0, day - REACH); index -= 1) {
    if (isKnown(series, index) && !series.outOfOrdinary?.[index]) known.push(index);
  }
  if (known.length <= LEAST_COUNT_DAYS) return [];
  const compare = (kind: ChangeKind, recent: readonly number[], old: readonly number[]): Look[] =>
    old.length < LEAST_COUNT_DAYS / 2 ? [] : lasting(series, days, group, kind, recent, old);
  const weekday = days.weekdays[day];
  const lately = known.filter((index) => index > day - AROUND_DAYS);
  const same = lately.filter((index) => days.weekdays[index] === weekday);
  const others = lately.filter((index) => days.weekdays[index] !== weekday);
  const drifted = known.filter((index) => index <= day - DRIFT_GAP).slice(0, REFERENCE_DAYS);
  return [
    ...compare('spike', [day], known.slice(1, REFERENCE_DAYS + 1)),
    ...compare('level', known.slice(0, LEVEL_DAYS), known.slice(LEVEL_DAYS, LEVEL_DAYS + REFERENCE_DAYS)),
    ...(same.length === SAME_WEEKDAYS && others.length >= 8 ? lasting(series, days, group, 'weekday', same, others) : []),
    ...(drifted.length >= DRIFT_DAYS ? compare('drift', known.slice(0, DRIFT_DAYS), drifted) : []),
  ];
}

/**
 * A comparison of several days must not hang on a single one: its score is that of the days without the one that speaks loudest for
 * it, and 0 where these say the opposite.
 */
function lasting(
  series: DailySeries,
  days: Days,
  group: CountGroup,
  kind: ChangeKind,
  recent: readonly number[],
  old: readonly number[],
): Look[] {
  const before = sumsOf(series, days, group, old);
  const now = sumsOf(series, days, group, recent);
  if (now.value + before.value < LEAST_SUM) return [];
  const dispersion = group.dispersionOf(series.key);
  const compared = comparison(series, group, dispersion, now, before);
  const look = { ...compared, kind, from: recent.reduce((first, day) => (day < first ? day : first)), count: recent.length };
  if (recent.length === 1) return [look];
  const side = Math.sign(look.score);
  const above = (index: number) => side * ((series.values[index] as number) - look.expected * exposureOf(series, days, group, index));
  const loudest = recent.reduce((most, index) => (above(index) > above(most) ? index : most));
  const rest = recent.filter((index) => index !== loudest);
  const without = comparison(series, group, dispersion, sumsOf(series, days, group, rest), before).score;
  return [{ ...look, score: Math.sign(without) === side ? without : 0 }];
}

function isKnown(series: DailySeries, index: number): boolean {
  const value = series.values[index];
  if (value === null || value === undefined) return false;
  return series.model === 'count' || (series.trials?.[index] ?? 0) > 0;
}

/** What a day could have had: its trials, or of counts its weekday's factor. */
function exposureOf(series: DailySeries, days: Days, group: CountGroup, index: number): number {
  return series.model === 'rate' ? (series.trials?.[index] ?? 0) : (group.weekdayFactors[days.weekdays[index] as number] as number);
}

/** Sums over some days: of the figure, of E (trials; of counts the weekdays' factors) and of Q. */
interface Sums {
  readonly value: number;
  readonly e: number;
  readonly q: number;
  readonly days: number;
}

function sumsOf(series: DailySeries, days: Days, group: CountGroup, at: readonly number[]): Sums {
  const isRate = series.model === 'rate';
  let [value, e, q] = [0, 0, 0];
  // Thousands of series are looked at on a hundred days each.
  for (let each = 0; each < at.length; each += 1) {
    const index = at[each] as number;
    const exposure = exposureOf(series, days, group, index);
    value += series.values[index] as number;
    e += exposure;
    q += isRate ? exposure * Math.max(0, exposure - 1) : exposure ** 2;
  }
  return { value, e, q, days: at.length };
}

function comparison(
  series: DailySeries,
  group: CountGroup,
  dispersion: number,
  now: Sums,
  before: Sums,
): Pick<Look, 'score' | 'observed' | 'expected' | 'valueAt'> {
  if (series.model === 'rate') {
    const trials = now.e;
    const strength = group.strength + before.e;
    const rate = (group.strength * group.mean + before.value) / strength;
    // Of a beta-binomial with variance n·p(1 − p)·(1 + (n − 1)·r) the strength α + β is 1 ÷ r − 1.
    const ofDays = dispersion * (now.q / trials + (before.e === 0 ? 0 : (trials * before.q) / before.e ** 2));
    const together = Math.min(MOST_TOGETHER, 1 / (strength + 1) + ofDays / Math.max(1, trials - 1));
    const [alpha, beta] = [rate * (1 / together - 1), (1 - rate) * (1 / together - 1)];
    const variance = betaBinomialVariance(trials, alpha, beta);
    const valueAt = (z: number) => Math.min(1, gammaQuantile(z, trials * rate, variance) / trials);
    return { score: rateScore(now.value, trials, alpha, beta), observed: now.value / trials, expected: rate, valueAt };
  }
  const rate = (group.strength + before.value) / (group.strength / group.mean + before.e);
  const expected = now.e * rate;
  const ofRate = (rate * rate) / (group.strength + before.value) + (dispersion * rate * rate * before.q) / (before.e * before.e);
  const variance = expected + dispersion * rate * rate * now.q + now.e * now.e * ofRate;
  const n = now.days;
  return {
    score: countScore(now.value, expected, variance),
    observed: now.value / n,
    expected: expected / n,
    valueAt: (z) => gammaQuantile(z, expected, variance) / n,
  };
}
