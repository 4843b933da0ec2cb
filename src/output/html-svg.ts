/**
 * Small charts as inline SVG: a sparkline for a trend in a cell, a chart for a series. Up to 40 points of a series are
 * bars from zero, more are a line over the range they span. A gap is a gap: no bar, a broken line.
 */
import type { Series } from '../core/page.js';
import { type Html, html } from './html-escape.js';
import { pointText, seriesRange } from './series-text.js';
import { rangeOf } from './trend.js';

const MOST_BARS = 40;
const WIDTH = 720;
const HEIGHT = 200;
const PLOT = { left: 90, right: WIDTH - 10, top: 12, bottom: HEIGHT - 26 };
/** About the width of a character of the labels. */
const CHARACTER = 7;
/** A measured zero is a thin bar; what is unknown has none, but a dash. */
const LEAST_BAR = 1.5;

const SPARK = { width: 80, height: 18, margin: 2 };

export function sparkline(points: readonly (number | null)[]): Html {
  const range = rangeOf(points) ?? { low: 0, high: 0 };
  const step = points.length > 1 ? (SPARK.width - 2 * SPARK.margin) / (points.length - 1) : 0;
  const x = (index: number) => SPARK.margin + index * step;
  const y = scale(range.low, range.high, SPARK.height - SPARK.margin, SPARK.margin);
  const words = points.map((value) => (value === null ? 'unknown' : String(value))).join(', ');
  return html`<svg role="img" width="${SPARK.width}" height="${SPARK.height}" viewBox="0 0 ${SPARK.width} ${SPARK.height}"><title>Oldest first: ${words}</title>${brokenLine(points, x, y)}</svg>`;
}

export function seriesChart(series: Series): Html {
  const values = series.points.map((point) => point.value);
  const isBars = values.length <= MOST_BARS;
  const known = rangeOf(values) ?? { low: 0, high: 0 };
  const range = isBars ? { low: Math.min(known.low, 0), high: Math.max(known.high, 0) } : known;
  const y = scale(range.low, range.high, PLOT.bottom, PLOT.top);
  const slot = (PLOT.right - PLOT.left) / Math.max(values.length, 1);
  const x = (index: number) => PLOT.left + (index + 0.5) * slot;
  const title = `${series.label}: ${seriesRange(series)}`;
  return html`<figure><figcaption>${series.label}</figcaption><svg role="img" viewBox="0 0 ${WIDTH} ${HEIGHT}"><title>${title}</title>
${scaleLines(series, range, y)}
${isBars ? bars(series, x, y, slot) : brokenLine(values, x, y)}
${pointLabels(series, x, slot)}</svg></figure>`;
}

function scaleLines(series: Series, range: { low: number; high: number }, y: (value: number) => number): Html[] {
  const levels = [...new Set([range.high, range.low < 0 && range.high > 0 ? 0 : range.low, range.low])];
  return levels.map(
    (level) =>
      html`<line class="axis" x1="${PLOT.left}" x2="${PLOT.right}" y1="${at(y(level))}" y2="${at(y(level))}"/><text x="${PLOT.left - 6}" y="${at(y(level) + 4)}" text-anchor="end">${pointText(series, level)}</text>`,
  );
}

function bars(series: Series, x: (index: number) => number, y: (value: number) => number, slot: number): Html[] {
  const width = Math.min(slot * 0.8, 48);
  return series.points.map(({ label, value }, index) => {
    if (value === null) return html`<text x="${at(x(index))}" y="${at(y(0) - 4)}" text-anchor="middle">–</text>`;
    const height = Math.max(Math.abs(y(value) - y(0)), LEAST_BAR);
    const top = value < 0 ? y(0) : y(0) - height;
    const sign = value < 0 ? 'bar neg' : 'bar';
    return html`<rect class="${sign}" x="${at(x(index) - width / 2)}" y="${at(top)}" width="${at(width)}" height="${at(height)}"><title>${label}: ${pointText(series, value)}</title></rect>`;
  });
}

/** Every label, or every so many that they do not run into each other. */
function pointLabels(series: Series, x: (index: number) => number, slot: number): Html[] {
  const longest = series.points.reduce((most, point) => Math.max(most, point.label.length), 0);
  const every = Math.max(1, Math.ceil(((longest + 1) * CHARACTER) / slot));
  return series.points
    .map((point, index) => ({ label: point.label, index }))
    .filter(({ index }) => index % every === 0)
    .map(({ label, index }) => html`<text x="${at(x(index))}" y="${HEIGHT - 8}" text-anchor="middle">${label}</text>`);
}

/** A line through the known points, broken at the gaps; a point between two gaps is a dot. */
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
        ? html`<circle class="dot" cx="${cx}" cy="${cy}" r="1.8"/>`
        : html`<polyline class="line" points="${run.join(' ')}"/>`;
    });
}

/** From values to pixels; a range without extent lies in the middle. */
function scale(low: number, high: number, bottom: number, top: number): (value: number) => number {
  if (low === high) return () => (bottom + top) / 2;
  return (value) => bottom - ((value - low) / (high - low)) * (bottom - top);
}

function at(position: number): string {
  return position.toFixed(1);
}
