/**
 * A page on a terminal: its title, then the blocks; what stands under a heading is indented by two. Nothing depends on
 * colour: without it the same words stand in the same places.
 */

import type { Block, Page, Sentence, Series, Step } from '../core/page.js';
import { terminalLine } from './clean.js';
import { writtenBlocks } from './format.js';
import { GAP, layout } from './layout.js';
import type { Paint } from './paint.js';
import { plainSentence, sentenceLines } from './prose.js';
import { seriesBars, seriesRange } from './series-text.js';
import { chartTextLines } from './terminal-chart.js';
import { gridLines } from './terminal-grid.js';
import { tableLines } from './terminal-table.js';
import { displayWidth } from './width.js';
import { worthText } from './worth.js';

/** A command stands in a column of its own, unless the texts before it are wider than this. */
const WIDEST_STEP = 60;
/** Prose beside a label is not squeezed below this, however narrow the terminal. */
const LEAST_PROSE = 20;

export function pageLines(page: Page, paint: Paint, width: number | null): string[] {
  const lines = [paint(terminalLine(page.title), 'strong')];
  let indent = '';
  let previous: Block['type'] | 'title' = 'title';
  for (const block of writtenBlocks(page)) {
    if (needsBlankLine(previous, block.type)) lines.push('');
    if (block.type === 'heading') indent = '';
    const available = width === null ? null : width - indent.length;
    lines.push(...blockLines(block, paint, available).map((line) => (line === '' ? '' : indent + line)));
    if (block.type === 'heading') indent = '  ';
    previous = block.type;
  }
  return lines;
}

/** What belongs together stands together: under its heading, a sentence beneath the facts it explains. */
function needsBlankLine(previous: Block['type'] | 'title', next: Block['type']): boolean {
  if (previous === 'title' || next === 'heading') return true;
  if (previous === 'heading') return false;
  return ![previous, next].every((type) => type === 'sentence' || type === 'facts' || type === 'steps');
}

function blockLines(block: Block, paint: Paint, width: number | null): string[] {
  switch (block.type) {
    case 'heading': {
      const aside = block.aside ? `   ${paint(terminalLine(block.aside), 'dim')}` : '';
      return [paint(terminalLine(block.text), 'strong') + aside];
    }
    case 'sentence':
      return sentenceLines(block.parts, block.tone, paint, width, '  ');
    case 'facts':
      return factLines(block.rows, paint, width);
    case 'grid':
      return gridLines(block.grid, paint, width);
    case 'table': {
      const title = block.table.title ? [paint(terminalLine(block.table.title), 'strong')] : [];
      return [...title, ...tableLines(block.table, paint, width)];
    }
    case 'series':
      return seriesLines(block.series, paint, width);
    case 'chart':
      return chartTextLines(block.chart, paint, width);
    case 'steps':
      return stepLines(block.steps, paint, width);
  }
}

function factLines(rows: readonly { readonly label: string; readonly parts: Sentence }[], paint: Paint, width: number | null): string[] {
  const labels = rows.map((row) => terminalLine(row.label));
  const labelWidth = widest(labels);
  const hanging = ' '.repeat(labelWidth) + GAP;
  return rows.flatMap((row, index) => {
    const available = width === null ? null : Math.max(width - hanging.length, LEAST_PROSE);
    const [first = '', ...rest] = sentenceLines(row.parts, undefined, paint, available, '');
    return [padded(labels[index] as string, labelWidth) + GAP + first, ...rest.map((line) => hanging + line)];
  });
}

/** The worth of the steps stands in a column on the right, beside the first line of each. */
function stepLines(steps: readonly Step[], paint: Paint, width: number | null): string[] {
  const worths = steps.map(({ worth }) => (worth ? worthText(worth) : ''));
  const column = widest(worths);
  if (column === 0) return numberedSteps(steps, paint, width).flat();
  const available = width === null ? null : width - GAP.length - column;
  const painted = numberedSteps(steps, paint, available);
  const firsts = numberedSteps(steps, (text) => text, available).map(([first]) => displayWidth(first as string));
  const edge = firsts.reduce((most, first) => Math.max(most, first), 0);
  return painted.flatMap(([first, ...rest], index) => {
    const worth = worths[index] as string;
    if (worth === '') return [first as string, ...rest];
    const space = ' '.repeat(edge - (firsts[index] as number) + GAP.length + column - displayWidth(worth));
    return [first + space + paint(worth, 'strong'), ...rest];
  });
}

/** The lines of each step: its number, its text and its command. */
function numberedSteps(steps: readonly Step[], paint: Paint, width: number | null): string[][] {
  const texts = steps.map((step) => displayWidth(plainSentence(step.text)));
  const column = texts.filter((text) => text <= WIDEST_STEP).reduce((most, text) => Math.max(most, text), 0);
  const commands = steps.map((step) => terminalLine(step.command ?? ''));
  const numberWidth = String(steps.length).length;
  const indent = ' '.repeat(numberWidth + GAP.length);
  const fits = (step: Step, index: number) => {
    const text = texts[index] as number;
    const command = step.command ? GAP.length + displayWidth(commands[index] as string) : 0;
    return width === null || indent.length + (command ? Math.max(column, text) : text) + command <= width;
  };
  // All commands beside their texts, or all beneath them.
  const isBeside = steps.every(fits);
  return steps.map((step, index) => {
    const head = String(index + 1).padStart(numberWidth) + GAP;
    const command = paint(commands[index] as string, 'command');
    const available = isBeside || width === null ? null : Math.max(width - indent.length, LEAST_PROSE);
    const [first = '', ...rest] = sentenceLines(step.text, undefined, paint, available, '');
    const space = ' '.repeat(Math.max(column - (texts[index] as number), 0)) + GAP;
    if (isBeside) return [head + first + (step.command ? space + command : '')];
    return [head + first, ...rest.map((line) => indent + line), ...(step.command ? [indent + command] : [])];
  });
}

function seriesLines(series: Series, paint: Paint, width: number | null): string[] {
  const label = terminalLine(series.label);
  const bars = seriesBars(series);
  if (bars === null) {
    const blocks = {
      value: series.points.map((point) => point.value),
      kind: 'trend',
    } as const;
    const range = {
      value: seriesRange(series),
      kind: 'text',
      tone: 'dim',
    } as const;
    return sentenceLines([`${label}  `, blocks, '  ', range], undefined, paint, width, '  ');
  }
  const rows = bars.map((each) => [terminalLine(each.label), each.value, each.bar]);
  const widths = [0, 1, 2].map((index) => Math.max(widest(rows.map((row) => row[index] as string)), 1));
  const cells = rows.map((row) => row.map((text) => ({ painted: text, width: displayWidth(text) })));
  return [label, ...layout(widths, ['left', 'right', 'left'])(cells).map((line) => `  ${line}`)];
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - displayWidth(text));
}
