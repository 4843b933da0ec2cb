/**
 * Order statistics of plain numbers.
 *
 * `quantile` is type 7 of Hyndman & Fan (1996), "Sample Quantiles in Statistical Packages", the default of R, NumPy and
 * Excel's PERCENTILE.INC: sorted values x₀ … xₙ₋₁, h = (n − 1)·p, and the value is interpolated linearly between x⌊h⌋ and
 * x⌊h⌋₊₁. Unknown values must be left out by the caller: they are no numbers.
 */

/** The p-quantile (0 ≤ p ≤ 1) of the values in any order, or null when there are none. */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile needs a probability from 0 to 1, not ${p}.`);
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const lower = Math.floor(position);
  const below = sorted[lower] as number;
  const above = sorted[Math.min(lower + 1, sorted.length - 1)] as number;
  // Rounding may carry the interpolated value an ulp past the upper neighbour.
  return Math.min(below + (position - lower) * (above - below), above);
}

/** The middle value, or the mean of the two middle values; null when there are none. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}
