/** A trend in a cell or sentence as a small line: broken where nothing is known, a point between two gaps is a dot. */
import { type Html, html } from './html-escape.js';
import { rangeOf } from './trend.js';

const WIDTH = 80;
const HEIGHT = 18;
const MARGIN = 2;

export function sparkline(points: readonly (number | null)[]): Html {
  const range = rangeOf(points) ?? { low: 0, high: 0 };
  const step = points.length > 1 ? (WIDTH - 2 * MARGIN) / (points.length - 1) : 0;
  const x = (index: number) => MARGIN + index * step;
  const y = scale(range.low, range.high);
  const words = points.map((value) => (value === null ? 'unknown' : String(value))).join(', ');
  return html`<svg role="img" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><title>Oldest first: ${words}</title>${brokenLine(points, x, y)}</svg>`;
}

function brokenLine(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number): Html[] {
  const runs: string[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push(`${at(x(index))},${at(y(value))}`);
  });
  return runs
    .filter((run) => run.length > 0)
    .map((run) => {
      const [cx = '', cy = ''] = (run[0] ?? '').split(',');
      return run.length === 1
        ? html`<circle class="f-c1" cx="${cx}" cy="${cy}" r="1.8"/>`
        : html`<polyline class="spark" points="${run.join(' ')}"/>`;
    });
}

/** From values to pixels; a range without extent lies in the middle. */
function scale(low: number, high: number): (value: number) => number {
  if (low === high) return () => HEIGHT / 2;
  return (value) => HEIGHT - MARGIN - ((value - low) / (high - low)) * (HEIGHT - 2 * MARGIN);
}

function at(position: number): string {
  return position.toFixed(1);
}
