/**
 * What a change did: its listing's before and after, against the before and after of listings of the same shop that nobody touched.
 *
 * For each listing θ = ln(after ÷ before), with half an event added on both sides, and the noise of counting v = φ·(1 ÷ events after + 1 ÷ events
 * before), events being order lines, sessions or clicks, and φ how much more a sum varies than its events (mean of squares ÷ square of
 * the mean of units a line; 1 for sessions and clicks). Conversion is units ÷ sessions of the traffic reports, with the units as its
 * events.
 *
 * **Others.** θ of the untouched listings, each with its noise, around a common change μ, differ by more than noise: seasons, prices
 * of competitors, chance of days. That variance τ² is measured on them (DerSimonian & Laird 1986): w = 1 ÷ v,
 * Q = Σ w(θ − Σwθ÷Σw)², τ² = max(0, (Q − (k − 1)) ÷ (Σw − Σw²÷Σw)). With w* = 1 ÷ (v + τ²): μ = Σw*θ ÷ Σw*.
 *
 * **Effect** = exp(θ − μ) − 1, a difference of differences in logs, with standard error √(v + τ² + 1 ÷ Σw*).
 *
 * **Interval.** The k listings that nobody touched are placebos: their own |θᵢ − μ| ÷ √(vᵢ + τ²) say how far such a figure goes by
 * chance. The interval reaches as many standard errors as the ⌈0.95 (k + 1)⌉th smallest of them, so that an unchanged listing, being one
 * more of them, lies outside in at most one case of twenty; that needs 19. It never reaches less than Student's t for k − 1 degrees.
 *
 * Left out: whatever else happened to this listing alone and is in no export (a review, a competitor, an ad).
 */
import { studentT95 } from '../../measures/statistics.js';

/** Sums of one listing in one window. */
export interface WindowSum {
  readonly value: number;
  /** What the value is made of: order lines, sessions, clicks. */
  readonly events: number;
  /** For a ratio, what it is divided by (sessions); 1 otherwise. */
  readonly exposure: number;
}

export interface BeforeAfter {
  readonly before: WindowSum;
  readonly after: WindowSum;
}

export interface Effect {
  /** Relative change against the others: 0.12 is 12 % more than without. */
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  /** Relative change of the others. */
  readonly others: number;
  readonly controls: number;
  /** Of the log: counting noise of this listing, and all the rest, which more days do not lessen at once. */
  readonly noise: number;
  readonly rest: number;
  /** How many standard errors the interval reaches. */
  readonly reach: number;
}

export const LEAST_CONTROLS = 19;
/** Events before and after together below which a listing says nothing about the others. */
const LEAST_CONTROL_EVENTS = 10;

interface LogChange {
  readonly theta: number;
  readonly noise: number;
}

/** The change of the log and its noise. Half an event is added on both sides, worth what this listing's events are worth. */
export function logChange({ before, after }: BeforeAfter, phi: number): LogChange {
  const events = before.events + after.events;
  const half = events === 0 ? 0.5 : (0.5 * (before.value + after.value)) / events;
  const log = (sum: WindowSum) => Math.log(sum.value + half) - Math.log(sum.exposure);
  return {
    theta: log(after) - log(before),
    noise: phi * (1 / (after.events + 0.5) + 1 / (before.events + 0.5)),
  };
}

export function isControl({ before, after }: BeforeAfter): boolean {
  return before.events + after.events >= LEAST_CONTROL_EVENTS && before.exposure > 0 && after.exposure > 0;
}

/** The effect, or null with too few listings to compare with or nothing on one side. */
export function effectOf(own: BeforeAfter, others: readonly BeforeAfter[], phi: number): Effect | null {
  const controls = others.filter(isControl).map((other) => logChange(other, phi));
  if (controls.length < LEAST_CONTROLS || own.before.exposure <= 0 || own.after.exposure <= 0) return null;
  const { mean, between, error } = randomEffects(controls);
  const { theta, noise } = logChange(own, phi);
  const placebos = controls.map((control) => Math.abs(control.theta - mean) / Math.sqrt(control.noise + between));
  const rank = Math.ceil(0.95 * (placebos.length + 1));
  const reach = Math.max(studentT95(controls.length - 1), placebos.sort((a, b) => a - b)[rank - 1] as number);
  const rest = between + error;
  const half = reach * Math.sqrt(noise + rest);
  const difference = theta - mean;
  return {
    effect: Math.expm1(difference),
    low: Math.expm1(difference - half),
    high: Math.expm1(difference + half),
    others: Math.expm1(mean),
    controls: controls.length,
    noise,
    rest,
    reach,
  };
}

/** The common change of listings, the variance between them beyond noise, and the variance of the common change. */
export function randomEffects(changes: readonly LogChange[]): { readonly mean: number; readonly between: number; readonly error: number } {
  const weights = changes.map(({ noise }) => 1 / noise);
  const sum = total(weights);
  const fixed = total(changes.map(({ theta }, index) => (weights[index] as number) * theta)) / sum;
  const spread = total(changes.map(({ theta }, index) => (weights[index] as number) * (theta - fixed) ** 2));
  const scale = sum - total(weights.map((weight) => weight ** 2)) / sum;
  const between = scale <= 0 ? 0 : Math.max(0, (spread - (changes.length - 1)) / scale);
  const both = changes.map(({ noise }) => 1 / (noise + between));
  const sumBoth = total(both);
  return { mean: total(changes.map(({ theta }, index) => (both[index] as number) * theta)) / sumBoth, between, error: 1 / sumBoth };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
