/**
 * The upper tail of a gamma distribution: Q(a, x) = Γ(a, x) ÷ Γ(a). Series below a + 1, Lentz's continued fraction above (Numerical
 * Recipes 6.2); relative error below 1e-12. Q(1, x) = e^−x.
 */
import { logGamma } from './statistics.js';

const MOST_STEPS = 500;
const SMALL = 1e-300;
const EXACT = 1e-14;

/** P(X > x) for X of a gamma distribution with this shape and rate. */
export function gammaTail(shape: number, rate: number, x: number): number {
  const at = rate * x;
  if (at <= 0) return 1;
  return at < shape + 1 ? 1 - lowerSeries(shape, at) : upperFraction(shape, at);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_STEPS && term > sum * EXACT; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / SMALL;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < MOST_STEPS; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || SMALL);
    c = b + an / c || SMALL;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < EXACT) break;
  }
  return Math.exp(-x + a * Math.log(x) - logGamma(a)) * h;
}
