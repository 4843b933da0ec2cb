/**
 * GitHub Markdown: a table with right-aligned numbers, or a whole page; the notes at its end. Columns marked `detail`
 * are left out, unknown is "–", line breaks in a text are spaces.
 */
import type { Chart } from '../core/chart.js';
import type { Block, Grid, Page, Sentence, Series, Value } from '../core/page.js';
import type { Column, Row, Table } from '../core/table.js';
import { displayCell, displayValue, isNumeric } from './cell.js';
import { chartBars, chartLines, chartSpan, MOST_BLOCKS } from './chart-text.js';
import { currencyIn, dataOf, isPage, lookIn, shownColumns, writtenBlocks } from './format.js';
import { codeSpan, escapeMarkdown, escapeParagraph } from './md-escape.js';
import { seriesBars, seriesBlocks, seriesRange } from './series-text.js';
import { worthText } from './worth.js';

export function writeMarkdown(value: Table | Page): string {
  const { notes, asOf } = dataOf(value);
  const title = value.title ? [`# ${escapeMarkdown(value.title)}`] : [];
  const stamp = asOf ? [`As of ${escapeMarkdown(asOf)}`] : [];
  const body = isPage(value) ? writtenBlocks(value).map(blockText) : [tableText(value)];
  const ending = (notes ?? []).map((note) => `Note: ${escapeMarkdown(note)}`);
  return `${[...title, ...stamp, ...body, ...ending].join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `## ${escapeMarkdown(block.aside ? `${block.text} · ${block.aside}` : block.text)}`;
    case 'sentence':
      return sentenceText(block.parts, escapeParagraph);
    case 'facts':
      return block.rows.map((row) => `- **${escapeMarkdown(row.label).trim()}:** ${sentenceText(row.parts, escapeMarkdown)}`).join('\n');
    case 'grid':
      return gridText(block.grid);
    case 'table': {
      const title = block.table.title ? `**${escapeMarkdown(block.table.title).trim()}**\n\n` : '';
      return title + tableText(block.table);
    }
    case 'series':
      return seriesText(block.series);
    case 'chart':
      return chartText(block.chart);
    case 'steps':
      return block.steps
        .map((step, index) => {
          const command = step.command ? ` — ${codeSpan(step.command)}` : '';
          const worth = step.worth ? ` — **${escapeMarkdown(worthText(step.worth))}**` : '';
          return `${index + 1}. ${sentenceText(step.text, escapeParagraph)}${command}${worth}`;
        })
        .join('\n');
  }
}

/** Tones are not printed: the words must carry the meaning without them. */
function sentenceText(parts: Sentence, escapeText: (text: string) => string): string {
  return escapeText(parts.map((part) => (typeof part === 'string' ? part : valueText(part))).join(''));
}

function valueText(value: Value): string {
  const text = displayValue(value);
  return value.kind === 'trend' ? keepSpaces(text) : text;
}

function tableText(table: Table): string {
  const columns = shownColumns(table);
  const header = columns.map((column) => escapeMarkdown(column.header));
  const aligns = columns.map((column) => (isNumeric(column.kind) ? '---:' : '---'));
  const rows = table.rows.map((row) => columns.map((column) => cellText(row, column)));
  const totals = (table.totals ?? []).map((row) => columns.map((column, index) => totalText(row, column, index)));
  const lines = [header, aligns, ...rows, ...totals].map(tableLine).join('\n');
  return table.rows.length === 0 ? `${lines}\n\nNo rows.` : lines;
}

function gridText(grid: Grid): string {
  const header = grid.columns.map((column) => escapeMarkdown(column.header));
  const aligns = grid.columns.map((column) => (column.align === 'right' ? '---:' : '---'));
  const rows = grid.rows.map((row) => row.map((parts) => sentenceText(parts, escapeMarkdown)));
  return [header, aligns, ...rows].map(tableLine).join('\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellText(row: Row, column: Column): string {
  const text = displayCell(row[column.key] ?? null, lookIn(row, column), currencyIn(row, column));
  return escapeMarkdown(column.kind === 'trend' ? keepSpaces(text) : text);
}

function totalText(row: Row, column: Column, index: number): string {
  if ((row[column.key] ?? null) === null) return index === 0 ? '**total**' : '';
  return `**${cellText(row, column).trim()}**`;
}

function seriesText(series: Series): string {
  const bars = seriesBars(series);
  if (bars === null) {
    const range = escapeMarkdown(seriesRange(series));
    return `**${escapeMarkdown(series.label).trim()}** ${keepSpaces(seriesBlocks(series))} ${range}`;
  }
  const rows = bars.map((bar) => [escapeMarkdown(bar.label), escapeMarkdown(bar.value), bar.bar]);
  return [['', escapeMarkdown(series.label), ''], ['---', '---:', '---'], ...rows].map(tableLine).join('\n');
}

function chartText(chart: Chart): string {
  const title = `**${escapeMarkdown(chart.title).trim()}**`;
  const lines = chartLines(chart, MOST_BLOCKS).map(
    ({ name, blocks, range }) => `- ${escapeMarkdown(name)} ${keepSpaces(blocks)} ${escapeMarkdown(range)}`,
  );
  if (lines.length > 0) return [`${title} ${escapeMarkdown(chartSpan(chart, MOST_BLOCKS))}`, '', ...lines].join('\n');
  const bars = chartBars(chart).map(({ label, value, bar, note }) => [
    escapeMarkdown(label),
    escapeMarkdown(value),
    [bar, sentenceText(note, escapeMarkdown)].filter((text) => text !== '').join(' '),
  ]);
  return [['', title, ''], ['---', '---:', '---'], ...bars].map(tableLine).join('\n');
}

/** A gap in a trend is a space, and Markdown would drop it. */
function keepSpaces(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
