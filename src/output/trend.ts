/**
 * A trend as block characters, ▁ for its lowest and █ for its highest value, a space for a gap. It shows a shape, not a
 * size: the scale is the trend's own, from its lowest to its highest. A constant trend is ▄, a trend of zeros ▁.
 */
const BLOCKS = '▁▂▃▄▅▆▇█';
const MIDDLE = 3;

export function trendBlocks(points: readonly (number | null)[]): string {
  const range = rangeOf(points);
  if (range === null) return ' '.repeat(points.length);
  const { low, high } = range;
  return points
    .map((value) => {
      if (value === null) return ' ';
      if (high === low) return BLOCKS.charAt(value === 0 ? 0 : MIDDLE);
      return BLOCKS.charAt(Math.round(((value - low) / (high - low)) * (BLOCKS.length - 1)));
    })
    .join('');
}

/** The lowest and highest known value; null where nothing is known. */
export function rangeOf(points: readonly (number | null)[]): { low: number; high: number } | null {
  let range: { low: number; high: number } | null = null;
  for (const value of points) {
    if (value === null) continue;
    range = range ? { low: Math.min(range.low, value), high: Math.max(range.high, value) } : { low: value, high: value };
  }
  return range;
}

/**
 * A bar of `cells` characters at most for a value beside others whose greatest size is `greatest`. A negative value has
 * a lighter bar (its minus sign says it too); a value that is not 0 has at least one character, 0 and unknown have
 * none.
 */
export function bar(value: number | null, greatest: number, cells: number): string {
  if (value === null || value === 0 || greatest === 0) return '';
  const length = Math.max(1, Math.round((Math.abs(value) / greatest) * cells));
  return (value < 0 ? '▒' : '█').repeat(length);
}
