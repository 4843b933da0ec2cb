/**
 * How far a count is from what was expected, on the scale of the normal distribution.
 *
 * A score is Φ⁻¹ of the mid-p value P(Y < k) + ½ P(Y = k): 0 is the middle, 3 is what happens once in 740 cases. Counts follow a
 * negative binomial with the given mean and variance (Poisson where the variance is no larger), counts out of a number of trials
 * a beta-binomial. Beyond 1,000 expected, where the incomplete beta function converges slowly, both are taken as a gamma by the
 * cube root of Wilson & Hilferty (1931), off by less than 0.01 there.
 */
import jstat from 'jstat';
import { logGamma } from '../statistics.js';

const { jStat } = jstat;
const EXACT_UP_TO = 1000;
/** Beyond this a negative binomial is a Poisson to nine digits. */
const POISSON_SIZE = 1e7;
const LEAST_P = 1e-15;
/** Terms of a sum below this share of it are left out. */
const NEGLIGIBLE = 1e-12;

/** Student's t: the probability of a value above `z`. */
export function studentTail(z: number, degrees: number): number {
  const half = 0.5 * jStat.ibeta(degrees / (degrees + z * z), degrees / 2, 0.5);
  return z >= 0 ? half : 1 - half;
}

/** The score of `count` where `mean` was expected with `variance`. A mean of 0 expects nothing: its score of 0 is 0. */
export function countScore(count: number, mean: number, variance: number): number {
  if (!(mean > 0)) return count > 0 ? normalScore(1 - LEAST_P, LEAST_P) : 0;
  if (mean > EXACT_UP_TO || count > EXACT_UP_TO) return gammaScore(count, mean, Math.max(variance, mean));
  return normalScore(countBelow(count, mean, variance), countAbove(count, mean, variance));
}

/** P(Y < k) + ½ P(Y = k). */
function countBelow(count: number, mean: number, variance: number): number {
  return (atMost(count - 1, mean, variance) + atMost(count, mean, variance)) / 2;
}

/** P(Y > k) + ½ P(Y = k), by itself so that small values keep their digits. */
function countAbove(count: number, mean: number, variance: number): number {
  return (moreThan(count - 1, mean, variance) + moreThan(count, mean, variance)) / 2;
}

function atMost(count: number, mean: number, variance: number): number {
  if (count < 0) return 0;
  const size = sizeOf(mean, variance);
  if (size === null) return 1 - jStat.lowRegGamma(count + 1, mean);
  return jStat.ibeta(size / (size + mean), size, count + 1);
}

function moreThan(count: number, mean: number, variance: number): number {
  if (count < 0) return 1;
  const size = sizeOf(mean, variance);
  if (size === null) return jStat.lowRegGamma(count + 1, mean);
  return jStat.ibeta(mean / (size + mean), count + 1, size);
}

/** The size of a negative binomial; null: Poisson. */
function sizeOf(mean: number, variance: number): number | null {
  const size = (mean * mean) / (variance - mean);
  return variance > mean && size < POISSON_SIZE ? size : null;
}

/** The score of `hits` out of `trials` where the rate is Beta(alpha, beta). */
export function rateScore(hits: number, trials: number, alpha: number, beta: number): number {
  const rate = alpha / (alpha + beta);
  if (rate > 0.5) return -rateScore(trials - hits, trials, beta, alpha);
  // Few hits of many trials are counted one by one: a gamma knows no 0.
  if (trials * rate > EXACT_UP_TO || hits > EXACT_UP_TO) return gammaScore(hits, trials * rate, betaBinomialVariance(trials, alpha, beta));
  const at = Math.exp(logBetaBinomial(hits, trials, alpha, beta));
  // The tail on the side away from the mean is summed outwards: pₖ₊₁ = pₖ·(n − k)(k + α) ÷ ((k + 1)(n − k − 1 + β)).
  let tail = at / 2;
  if (hits >= trials * rate) {
    for (let k = hits, p = at; k < trials && p > tail * NEGLIGIBLE; k += 1) {
      p *= ((trials - k) * (k + alpha)) / ((k + 1) * (trials - k - 1 + beta));
      tail += p;
    }
    return normalScore(1 - tail, tail);
  }
  for (let k = hits, p = at; k > 0 && p > tail * NEGLIGIBLE; k -= 1) {
    p *= (k * (trials - k + beta)) / ((trials - k + 1) * (k - 1 + alpha));
    tail += p;
  }
  return normalScore(tail, 1 - tail);
}

/** n·p·(1 − p)·(1 + (n − 1) ÷ (α + β + 1)). */
export function betaBinomialVariance(trials: number, alpha: number, beta: number): number {
  const rate = alpha / (alpha + beta);
  return trials * rate * (1 - rate) * (1 + (trials - 1) / (alpha + beta + 1));
}

function logBetaBinomial(k: number, n: number, alpha: number, beta: number): number {
  const choose = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return choose + logBeta(k + alpha, n - k + beta) - logBeta(alpha, beta);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function gammaScore(value: number, mean: number, variance: number): number {
  const squaredCv = variance / (mean * mean);
  return (Math.cbrt(Math.max(0, value) / mean) - (1 - squaredCv / 9)) / Math.sqrt(squaredCv / 9);
}

/** The value whose gamma score is `z`: where a usual day ends. */
export function gammaQuantile(z: number, mean: number, variance: number): number {
  if (!(mean > 0)) return 0;
  const squaredCv = variance / (mean * mean);
  return mean * Math.max(0, 1 - squaredCv / 9 + z * Math.sqrt(squaredCv / 9)) ** 3;
}

function normalScore(below: number, above: number): number {
  return below < above ? jStat.normal.inv(Math.max(below, LEAST_P), 0, 1) : -jStat.normal.inv(Math.max(above, LEAST_P), 0, 1);
}
