/**
 * Relative change between two measurements of the same thing: (now − before) ÷ before. 0.08 is "8 % more".
 */

/**
 * The change from `before` to `now`, or null where there is none to speak of: one of them is unknown, or `before` is not
 * above zero. Nothing grows from 0 by a percentage, and from a loss of 100 to a profit of 50 the formula would say −150 %.
 */
export function changeRatio(now: number | null, before: number | null): number | null {
  if (now === null || before === null || before <= 0) return null;
  return (now - before) / before;
}
