/**
 * Seeded random numbers: sfc32 (Doty-Humphrey, PractRand), a stream of its own for every label, so that a change in one
 * part of the demo does not shift the draws of another. Distributions use exactMath only: same seed, same draws everywhere.
 *
 * Poisson: Knuth's product below 24, above it split by a gamma (Ahrens and Dieter 1974), exact. Gamma: Marsaglia and Tsang 2000.
 * Binomial: gaps between successes are geometric, exact.
 */
import { exp, ln, power } from './exactMath.js';

/** Keeps a uniform number off zero, where it has no logarithm: 2⁻³³. */
const TINY = 1 / 8589934592;

export interface Rng {
  /** Uniform in [0, 1). */
  next(): number;
  /** An integer from 0 to count − 1. */
  int(count: number): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  normal(): number;
  /** Mean = shape × scale. */
  gamma(shape: number, scale: number): number;
  poisson(mean: number): number;
  binomial(trials: number, probability: number): number;
  /** An index drawn with these weights. */
  weighted(weights: readonly number[]): number;
}

/** A stream of random numbers for a seed and the label of what it is drawn for. */
export function createRng(seed: number, label: string): Rng {
  const next = sfc32(`${seed}/${label}`);
  const normal = () => drawNormal(next);
  const gamma = (shape: number, scale: number) => drawGamma(next, shape) * scale;
  const binomial = (trials: number, probability: number) => drawBinomial(next, trials, probability);
  return {
    next,
    int: (count) => Math.floor(next() * count),
    between: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    pick: (list) => at(list, Math.floor(next() * list.length)),
    normal,
    gamma,
    poisson: (mean) => drawPoisson(next, mean),
    binomial,
    weighted: (weights) => drawWeighted(next, weights),
  };
}

/** The element at an index that must exist: a hole in the demo's own tables is a defect, not a case. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`The demo has no element ${index} in a list of ${list.length}.`);
  return value;
}

function sfc32(label: string): () => number {
  let [a, b, c, d] = hash128(label);
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 16; i += 1) next();
  return next;
}

/** Four 32-bit words of a text (cyrb128): neighbouring seeds give unrelated streams. */
function hash128(text: string): [number, number, number, number] {
  let h1 = 1779033703;
  let h2 = 3144134277;
  let h3 = 1013904242;
  let h4 = 2773480762;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    h1 = h2 ^ Math.imul(h1 ^ code, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ code, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ code, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ code, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1];
}

function drawNormal(next: () => number): number {
  for (;;) {
    const x = 2 * next() - 1;
    const y = 2 * next() - 1;
    const s = x * x + y * y;
    if (s > 0 && s < 1) return x * Math.sqrt((-2 * ln(s)) / s);
  }
}

function drawGamma(next: () => number, shape: number): number {
  if (shape < 1) return drawGamma(next, shape + 1) * power(next() + TINY, 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(next);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (ln(next() + TINY) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v;
  }
}

function drawPoisson(next: () => number, mean: number): number {
  if (mean <= 0) return 0;
  if (mean >= 24) {
    const split = Math.floor(mean * 0.875);
    const wait = drawGamma(next, split);
    if (wait > mean) return drawBinomial(next, split - 1, mean / wait);
    return split + drawPoisson(next, mean - wait);
  }
  const limit = exp(-mean);
  let product = next();
  let count = 0;
  while (product > limit) {
    product *= next();
    count += 1;
  }
  return count;
}

function drawBinomial(next: () => number, trials: number, probability: number): number {
  if (trials <= 0 || probability <= 0) return 0;
  if (probability >= 1) return trials;
  if (probability > 0.5) return trials - drawBinomial(next, trials, 1 - probability);
  const step = ln(1 - probability);
  let position = 0;
  let successes = 0;
  for (;;) {
    position += Math.floor(ln(next() + TINY) / step) + 1;
    if (position > trials) return successes;
    successes += 1;
  }
}

function drawWeighted(next: () => number, weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let rest = next() * total;
  for (let i = 0; i < weights.length - 1; i += 1) {
    rest -= at(weights, i);
    if (rest < 0) return i;
  }
  return weights.length - 1;
}
