/**
 * A chart in text: for the terminal and Markdown as lines of blocks or rows with bars, for HTML as the table behind the picture and the
 * sentence that stands for it.
 */
import type { Chart, ChartRow } from '../core/chart.js';
import type { Sentence } from '../core/page.js';
import { chartValue, noteText, rowsOf, valueText } from './chart-values.js';
import { bar, rangeOf, trendBlocks } from './trend.js';

/** Blocks of a longer time than this are those of its end: a line of a terminal or a chat has no room for more. */
export const MOST_BLOCKS = 60;
const BAR_CELLS = 24;

interface ChartLine {
  readonly name: string;
  readonly blocks: string;
  /** "low $12.00, high $93.10, 2 unknown". */
  readonly range: string;
}

/** The time that blocks show: "1 Oct – 20 Nov"; nothing for a chart of rows. */
export function chartSpan(chart: Chart, most: number): string {
  return spanText(labelsOf(chart).slice(-most));
}

/** The lines of a chart over time, at most `most` blocks each; nothing for a chart of rows. */
export function chartLines(chart: Chart, most: number): ChartLine[] {
  return namedValues(chart).map(({ name, values }) => ({
    name,
    blocks: trendBlocks(values.slice(-most)),
    range: rangeText(chart, values.slice(-most)),
  }));
}

interface ChartBar {
  readonly label: string;
  readonly value: string;
  readonly bar: string;
  readonly note: Sentence;
}

/** The rows of a chart of rows, with bars from zero; nothing for a chart over time. */
export function chartBars(chart: Chart): ChartBar[] {
  const rows = rowsOf(chart);
  const range = rangeOf(rows.map((row) => row.value));
  const greatest = range ? Math.max(Math.abs(range.low), Math.abs(range.high)) : 0;
  return rows.map((row) => ({
    label: row.label,
    value: valueText(chart, row),
    bar: bar(row.value, greatest, BAR_CELLS),
    note: row.note ?? [],
  }));
}

/** The figures of a chart as a table: one row a label. */
export function figuresOf(chart: Chart): { headers: string[]; rows: string[][] } {
  const rows = rowsOf(chart);
  if (rows.length > 0) {
    const hasNotes = rows.some((row) => row.note !== undefined);
    return {
      headers: ['', chart.title, ...(hasNotes ? ['Remark'] : [])],
      rows: rows.map((row: ChartRow) => [row.label, valueText(chart, row), ...(hasNotes ? [noteText(row)] : [])]),
    };
  }
  const named = namedValues(chart);
  return {
    headers: ['', ...named.map(({ name }) => name)],
    rows: labelsOf(chart).map((label, at) => [label, ...named.map(({ values }) => chartValue(chart, values[at] ?? null))]),
  };
}

/** What the picture shows, in a sentence. */
export function chartSummary(chart: Chart): string {
  const rows = rowsOf(chart);
  if (rows.length > 0) return rows.map((row) => `${row.label} ${valueText(chart, row)}`).join(', ');
  return namedValues(chart)
    .map(({ name, values }) => `${name}: ${[spanText(labelsOf(chart)), rangeText(chart, values)].filter((text) => text !== '').join(', ')}`)
    .join('; ');
}

function labelsOf(chart: Chart): readonly string[] {
  return chart.type === 'line' || chart.type === 'columns' ? chart.labels : [];
}

function namedValues(chart: Chart): readonly { readonly name: string; readonly values: readonly (number | null)[] }[] {
  if (chart.type === 'line') return chart.lines;
  if (chart.type === 'columns') return chart.total ? [...chart.parts, chart.total] : chart.parts;
  return [];
}

function spanText(labels: readonly string[]): string {
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  return first === last ? first : `${first} – ${last}`;
}

function rangeText(chart: Chart, values: readonly (number | null)[]): string {
  const range = rangeOf(values);
  const unknown = values.filter((value) => value === null).length;
  return [
    ...(range ? [`low ${chartValue(chart, range.low)}`, `high ${chartValue(chart, range.high)}`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ].join(', ');
}
