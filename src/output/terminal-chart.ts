/** A chart on a terminal: a line of blocks for each of its lines, or a line for each row with its value and bar. */
import type { Chart } from '../core/chart.js';
import type { Grid, Sentence } from '../core/page.js';
import { chartBars, chartLines, MOST_BLOCKS } from './chart-text.js';
import { terminalLine } from './clean.js';
import type { Paint } from './paint.js';
import { gridLines } from './terminal-grid.js';

const INDENT = '  ';
/** What stands beside the blocks: a name, and the range that they span. */
const BESIDE = 44;
const LEAST_BLOCKS = 14;
/** A longer label pushes its own row aside. */
const MOST_LABEL = 32;

export function chartTextLines(chart: Chart, paint: Paint, width: number | null): string[] {
  const available = width === null ? null : width - INDENT.length;
  const blocks = available === null ? MOST_BLOCKS : Math.min(MOST_BLOCKS, Math.max(LEAST_BLOCKS, available - BESIDE));
  const lines = chartLines(chart, blocks).map((line): Sentence[] => [
    [line.name],
    [line.blocks],
    [{ value: line.range, kind: 'text', tone: 'dim' }],
  ]);
  const bars = chartBars(chart).map((row): Sentence[] => [
    [row.label],
    [row.value],
    [[row.bar, row.note].filter((text) => text !== '').join('  ')],
  ]);
  const columns: Grid['columns'] = [
    { header: '', align: 'left', most: MOST_LABEL },
    { header: '', align: lines.length > 0 ? 'left' : 'right' },
    { header: '', align: 'left', wraps: true },
  ];
  return [terminalLine(chart.title), ...gridLines({ columns, rows: [...lines, ...bars] }, paint, available).map((line) => INDENT + line)];
}
