/** A chart on a terminal: a line of blocks for each of its lines, or a line for each row with its value and bar. */
import type { Chart } from '../core/chart.js';
import type { Grid, Sentence } from '../core/page.js';
import { chartBars, chartLines, chartSpan, MOST_BLOCKS } from './chart-text.js';
import { terminalLine } from './clean.js';
import { measured, shorten } from './fit.js';
import { GAP } from './layout.js';
import type { Paint } from './paint.js';
import { gridLines } from './terminal-grid.js';
import { displayWidth } from './width.js';

const INDENT = '  ';
const LEAST_BLOCKS = 30;
/** A longer label is shortened: the data has it whole. */
const MOST_LABEL = 32;

export function chartTextLines(chart: Chart, paint: Paint, width: number | null): string[] {
  const available = width === null ? null : width - INDENT.length;
  const whole = chartLines(chart, MOST_BLOCKS);
  const beside = Math.max(...whole.map(({ name, range }) => displayWidth(name) + displayWidth(range)), 0) + 2 * GAP.length;
  const blocks = available === null ? MOST_BLOCKS : Math.min(MOST_BLOCKS, Math.max(LEAST_BLOCKS, available - beside));
  const lines = chartLines(chart, blocks).map((line): Sentence[] => [
    [line.name],
    [line.blocks],
    [{ value: line.range, kind: 'text', tone: 'dim' }],
  ]);
  const bars = chartBars(chart).map((row): Sentence[] => [
    [shorten(measured(terminalLine(row.label)), MOST_LABEL).text],
    [row.value],
    [row.bar, row.bar === '' || row.note.length === 0 ? '' : GAP, ...row.note],
  ]);
  const columns: Grid['columns'] = [
    { header: '', align: 'left' },
    { header: '', align: lines.length > 0 ? 'left' : 'right' },
    { header: '', align: 'left', wraps: true },
  ];
  const span = chartSpan(chart, blocks);
  const title = terminalLine(chart.title) + (span === '' ? '' : paint(`   ${terminalLine(span)}`, 'dim'));
  return [title, ...gridLines({ columns, rows: [...lines, ...bars] }, paint, available).map((line) => INDENT + line)];
}
