/**
 * A series in text, for the terminal and for Markdown. Up to 14 points are bars, one line each, from zero; more are a
 * line of blocks with the range they span. A gap is "–" among bars and a space among blocks, never a zero.
 */
import type { Series } from '../core/page.js';
import { displayValue } from './cell.js';
import { bar, rangeOf, trendBlocks } from './trend.js';

const MOST_BARS = 14;
const BAR_CELLS = 30;

interface SeriesBar {
  readonly label: string;
  readonly value: string;
  readonly bar: string;
}

/** The bars of a short series; null where it has too many points for that. */
export function seriesBars(series: Series): SeriesBar[] | null {
  if (series.points.length > MOST_BARS) return null;
  const range = rangeOf(series.points.map((point) => point.value));
  const greatest = range ? Math.max(Math.abs(range.low), Math.abs(range.high)) : 0;
  return series.points.map((point) => ({
    label: point.label,
    value: pointText(series, point.value),
    bar: bar(point.value, greatest, BAR_CELLS),
  }));
}

/** The blocks of a series of any length. */
export function seriesBlocks(series: Series): string {
  return trendBlocks(series.points.map((point) => point.value));
}

/** "1 Oct – 20 Nov, low $12.00, high $93.10, 2 unknown". */
export function seriesRange(series: Series): string {
  const values = series.points.map((point) => point.value);
  const range = rangeOf(values);
  const unknown = values.filter((value) => value === null).length;
  const first = series.points[0]?.label ?? '';
  const last = series.points.at(-1)?.label ?? '';
  return [
    first === last ? first : `${first} – ${last}`,
    ...(range ? [`low ${pointText(series, range.low)}`, `high ${pointText(series, range.high)}`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ]
    .filter((text) => text !== '')
    .join(', ');
}

export function pointText(series: Series, value: number | null): string {
  return displayValue({ value, kind: series.kind, currency: series.currency });
}
