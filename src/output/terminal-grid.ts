/**
 * A grid of sentences on a terminal: a dim header, aligned columns, no rules. Where the terminal is too narrow, the column that
 * wraps is broken into lines between its words, then headers are; only then the columns go that their grid says can.
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
  const { shown, headers, widths } = fitted(grid, width);
  const height = Math.max(...headers.map((lines) => lines.length));
  const head = Array.from({ length: height }, (_, line) => {
    const pieces = headers.map((lines) => lines[lines.length - height + line] ?? '');
    return lineOf(
      pieces.map((text) => ({ painted: paint(text, 'dim'), width: displayWidth(text) })),
      shown,
      widths,
    );
  });
  const hasHeader = shown.columns.some((column) => column.header !== '');
  return [...(hasHeader ? head : []), ...shown.rows.flatMap((row) => rowLines(row, shown, widths, paint, width))];
}

interface Fitted {
  readonly shown: Grid;
  /** The lines of each header. */
  readonly headers: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

/** The first of these that fits, else the last: the grid, with headers of several lines, without what yields, and both. */
function fitted(grid: Grid, available: number | null): Fitted {
  const fits = ({ widths }: Fitted) => available === null || lineWidth(widths) <= available;
  let way = laid(grid, false, available);
  if (!fits(way)) way = laid(grid, true, available);
  if (!fits(way)) way = laid(lean(grid), false, available);
  return fits(way) ? way : laid(lean(grid), true, available);
}

function lean(grid: Grid): Grid {
  const stays = grid.columns.map((column) => !column.yields);
  return { columns: grid.columns.filter((_, at) => stays[at]), rows: grid.rows.map((row) => row.filter((_, at) => stays[at])) };
}

function laid(shown: Grid, broken: boolean, available: number | null): Fitted {
  const headers = shown.columns.map((column, at) => {
    const header = terminalLine(column.header);
    const cells = shown.rows.reduce((most, row) => Math.max(most, fitting(row, at, shown)), 0);
    return broken && displayWidth(header) > cells ? halved(header) : [header];
  });
  return { shown, headers, widths: widthsOf(shown, headers, available) };
}

/** A header on two lines, broken at the space that makes them shortest. */
function halved(header: string): string[] {
  const words = header.split(' ');
  const ways = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]);
  const widest = (lines: readonly string[]) => Math.max(...lines.map(displayWidth));
  return ways.reduce((best, way) => (widest(way) < widest(best) ? way : best), [header]);
}

function lineWidth(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1));
}

function widthsOf(grid: Grid, headers: readonly (readonly string[])[], available: number | null): number[] {
  const widths = grid.columns.map((_, at) =>
    grid.rows.reduce((most, row) => Math.max(most, fitting(row, at, grid)), Math.max(...(headers[at] as string[]).map(displayWidth))),
  );
  const wraps = grid.columns.findIndex((column) => column.wraps);
  const total = lineWidth(widths);
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
