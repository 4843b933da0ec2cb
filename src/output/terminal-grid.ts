/**
 * A grid of sentences on a terminal: a dim header, aligned columns, no rules. Where the terminal is too narrow, the column that
 * wraps is broken into lines between its words; nothing is dropped.
 */

import type { Grid, Sentence } from '../core/page.js';
import { terminalLine } from './clean.js';
import { GAP } from './layout.js';
import type { Paint } from './paint.js';
import { plainSentence, sentenceLines } from './prose.js';
import { displayWidth } from './width.js';

/** The column that wraps is not squeezed below this, however narrow the terminal. */
const LEAST_WIDTH = 20;

interface Piece {
  readonly painted: string;
  readonly width: number;
}

const NOTHING: Piece = { painted: '', width: 0 };

export function gridLines(grid: Grid, paint: Paint, width: number | null): string[] {
  const headers = grid.columns.map((column) => terminalLine(column.header));
  const widths = widthsOf(grid, headers, width);
  const header = headers.map((text) => ({ painted: paint(text, 'dim'), width: displayWidth(text) }));
  const hasHeader = header.some((piece) => piece.width > 0);
  return [...(hasHeader ? [lineOf(header, grid, widths)] : []), ...grid.rows.flatMap((row) => rowLines(row, grid, widths, paint, width))];
}

function widthsOf(grid: Grid, headers: readonly string[], available: number | null): number[] {
  const widths = grid.columns.map((_, at) =>
    grid.rows.reduce((most, row) => Math.max(most, fitting(row, at, grid)), displayWidth(headers[at] as string)),
  );
  const wraps = grid.columns.findIndex((column) => column.wraps);
  const total = widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1));
  if (available !== null && wraps >= 0 && total > available) {
    const full = widths[wraps] as number;
    widths[wraps] = Math.min(full, Math.max(LEAST_WIDTH, full - (total - available)));
  }
  return widths;
}

function widthOf(row: readonly Sentence[], at: number): number {
  return displayWidth(plainSentence(row[at] ?? []));
}

/** The width of a cell that its column makes room for; 0 of one that pushes its row aside. */
function fitting(row: readonly Sentence[], at: number, grid: Grid): number {
  const width = widthOf(row, at);
  return width > (grid.columns[at]?.most ?? Number.POSITIVE_INFINITY) ? 0 : width;
}

function rowLines(row: readonly Sentence[], grid: Grid, widths: readonly number[], paint: Paint, available: number | null): string[] {
  const cells = grid.columns.map((column, at): Piece[] => {
    const pushed = widths.reduce((sum, width, other) => sum + (other === at ? 0 : Math.max(0, widthOf(row, other) - width)), 0);
    const room = column.wraps && available !== null ? Math.max(LEAST_WIDTH, (widths[at] as number) - pushed) : null;
    const lines = sentenceLines(row[at] ?? [], undefined, paint, room, '');
    return lines.map((painted) => ({ painted, width: displayWidth(painted) }));
  });
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    lineOf(
      cells.map((lines) => lines[line] ?? NOTHING),
      grid,
      widths,
    ),
  );
}

function lineOf(pieces: readonly Piece[], grid: Grid, widths: readonly number[]): string {
  const padded = pieces.map((piece, at) => {
    const space = ' '.repeat(Math.max(0, (widths[at] as number) - piece.width));
    return grid.columns[at]?.align === 'right' ? space + piece.painted : piece.painted + space;
  });
  return padded.join(GAP).trimEnd();
}
