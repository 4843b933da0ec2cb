/**
 * Benjamini & Hochberg (1995): of many p-values, those that may be called findings so that at most a share `q` of the findings is
 * chance on average. Where nothing at all has changed, the chance of any finding is `q`.
 *
 *     sorted p₁ ≤ … ≤ pₙ; all up to the largest k with p_k ≤ k·q ÷ n.   adjusted p_i = min over j ≥ i of p_j·n ÷ j
 *
 * 0.01, 0.02, 0.03, 0.5 of four: adjusted 0.04, 0.04, 0.04, 0.5.
 */
export function adjustedP(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const adjusted = Array(values.length).fill(1) as number[];
  let least = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const index = order[rank - 1] as number;
    least = Math.min(least, ((values[index] as number) * values.length) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}
