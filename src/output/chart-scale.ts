/** The scale of a chart's axis: from a round number to a round number in round steps. */

export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

const ROUND = [1, 2, 2.5, 5, 10];

/**
 * A scale around the known values with about `steps` steps. `fromZero`: a bar's length is its value, so its scale holds zero; a line
 * may leave zero out where all of it lies far above. `whole`: values between whole numbers do not exist (cents, pieces).
 */
export function scaleOf(values: readonly (number | null)[], options: { fromZero: boolean; whole: boolean; steps: number }): Scale {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  let low = known.reduce((least, value) => Math.min(least, value), known[0] ?? 0);
  let high = known.reduce((most, value) => Math.max(most, value), known[0] ?? 0);
  if (options.fromZero || (low > 0 && low < high / 2)) low = Math.min(low, 0);
  if (options.fromZero || (high < 0 && high > low / 2)) high = Math.max(high, 0);
  if (low === high) {
    low = Math.min(low, 0);
    high = Math.max(high, 0) || 1;
  }
  const step = roundStep((high - low) / options.steps, options.whole);
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step };
}

function roundStep(least: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * (ROUND.find((round) => round * power >= least * (1 - 1e-9)) ?? 10);
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

/** The values at which the scale has a line, from the lowest. */
export function ticksOf({ low, high, step }: Scale): number[] {
  const count = Math.round((high - low) / step);
  // Rounded, so that 0.1 + 0.2 is 0.3 on the axis.
  return Array.from({ length: count + 1 }, (_, at) => Number((low + at * step).toPrecision(12)));
}
