/**
 * Why a product of factors changed: sales = visits × conversion × order value.
 *
 * Logarithmic mean Divisia index (Ang 2004): the part of a factor x is L(S₁, S₀) · ln(x₁ ÷ x₀), where S is the product and
 * L(a, b) = (a − b) ÷ (ln a − ln b) its logarithmic mean. The parts add up to S₁ − S₀ exactly, whatever the order of the factors.
 * A logarithm needs factors above zero; with a zero among them the parts are Shapley's: the mean over all orders in which the
 * factors could have changed one after the other. Both leave no residual.
 */

/** The part of each factor in the change of the product, in the units of the product. */
export function decompose(before: readonly number[], after: readonly number[]): number[] {
  return [...before, ...after].every((factor) => factor > 0) ? divisia(before, after) : shapley(before, after);
}

function divisia(before: readonly number[], after: readonly number[]): number[] {
  const [from, to] = [product(before), product(after)];
  const weight = logarithmicMean(from, to);
  return before.map((factor, at) => weight * Math.log((after[at] as number) / factor));
}

/** Where the two are close, ln(to ÷ from) loses its digits and log1p of the growth keeps them; far apart it is the other way round. */
function logarithmicMean(from: number, to: number): number {
  const growth = (to - from) / from;
  if (growth === 0) return from;
  return (to - from) / (Math.abs(growth) < 0.5 ? Math.log1p(growth) : Math.log(to / from));
}

function shapley(before: readonly number[], after: readonly number[]): number[] {
  const parts = before.map(() => 0);
  const orders = permutations(before.map((_, at) => at));
  for (const order of orders) {
    const factors = [...before];
    for (const at of order) {
      const standing = product(factors);
      factors[at] = after[at] as number;
      parts[at] = (parts[at] as number) + (product(factors) - standing) / orders.length;
    }
  }
  return parts;
}

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

function product(factors: readonly number[]): number {
  return factors.reduce((value, factor) => value * factor, 1);
}

/**
 * The parts as whole numbers that add up to `total` (whole too): each is rounded, and what is missing then goes to the parts
 * that rounding moved the most.
 */
export function wholeParts(parts: readonly number[], total: number): number[] {
  const whole = parts.map((part) => Math.round(part) + 0);
  let missing = total - whole.reduce((sum, part) => sum + part, 0);
  while (missing !== 0) {
    const step = Math.sign(missing);
    const owed = parts.map((part, at) => step * (part - (whole[at] as number)));
    const at = owed.indexOf(Math.max(...owed));
    whole[at] = (whole[at] as number) + step;
    missing -= step;
  }
  return whole;
}
