/**
 * The `table` format: what people read on a terminal, a table or a whole page.
 *
 * Notes are not printed here: they go to standard error (notes.ts), so that standard output carries data only.
 */
import type { Page } from '../core/page.js';
import type { Table } from '../core/table.js';
import { terminalLine } from './clean.js';
import { isPage, type RenderOptions } from './format.js';
import { type Paint, painter } from './paint.js';
import { pageLines } from './terminal-page.js';
import { tableLines } from './terminal-table.js';

export function writeTable(value: Table | Page, options: RenderOptions): string {
  const paint = painter(options.color);
  const lines = isPage(value)
    ? pageLines(value, paint, options.width)
    : [...titleLines(value.title, paint), ...tableLines(value, paint, options.width)];
  return `${lines.join('\n')}\n`;
}

function titleLines(title: string | undefined, paint: Paint): string[] {
  return title ? [paint(terminalLine(title), 'strong'), ''] : [];
}
