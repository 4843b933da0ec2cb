/**
 * One regular expression for one row of a known layout: it states the grammar of a cell, the exact number of cells and
 * the line end, so that what it matches needs no other check, and it captures only what is wanted.
 *
 * Grammar of a cell: quoted, `"[^"]*(?:""[^"]*)*"`, or plain, without delimiter, quote or line end. Plain cells that
 * hold a quote or a lone CR do not match and are read by csv-parse (judge.ts). Every repetition stops at a
 * character that the next part cannot match, so a row that fails does so in time linear in its length.
 */
import type { TextDialect } from './dialect.js';

/** Which cells of a row are needed: indexes of columns from 0. */
export interface ReaderLayout {
  columnCount: number;
  /** Columns whose cells are handed over. */
  wanted: readonly number[];
  /** Columns whose text is kept. */
  kept: readonly number[];
}

export interface RowPattern {
  /** Sticky; matches one whole row with its line end. */
  regex: RegExp;
  /** Group of each wanted column, in the order of `wanted`. */
  wantedGroups: readonly number[];
  /** Groups of the contiguous spans of kept columns, left to right. */
  keptGroups: readonly number[];
}

export function rowPattern(dialect: TextDialect, layout: ReaderLayout): RowPattern {
  const delimiter = escaped(dialect.delimiter);
  const cell = cellPattern(dialect, layout.columnCount);
  const kept = new Set(layout.kept);
  const wanted = new Set(layout.wanted);
  const groupOf = new Map<number, number>();
  const keptGroups: number[] = [];
  let groups = 0;
  let source = '';
  for (let column = 0; column < layout.columnCount; column++) {
    const spanGoesOn = kept.has(column) && column > 0 && kept.has(column - 1);
    if (column > 0 && kept.has(column - 1) && !spanGoesOn) source += ')';
    if (column > 0) source += delimiter;
    if (kept.has(column) && !spanGoesOn) {
      source += '(';
      keptGroups.push(++groups);
    }
    if (wanted.has(column)) groupOf.set(column, ++groups);
    source += wanted.has(column) ? `(${cell})` : cell;
  }
  if (kept.has(layout.columnCount - 1)) source += ')';
  source += dialect.lineEnd === '\r' ? '(?:\\r\\n?|\\n)' : '\\r?\\n';
  return {
    regex: new RegExp(source, 'y'),
    wantedGroups: layout.wanted.map((column) => groupOf.get(column) as number),
    keptGroups,
  };
}

function cellPattern(dialect: TextDialect, columnCount: number): string {
  // An empty line is no row, not even of one empty cell.
  const repeat = columnCount === 1 ? '+' : '*';
  if (dialect.quoting === 'none') return `[^${escaped(dialect.delimiter)}\\r\\n]${repeat}`;
  return `(?:"[^"]*(?:""[^"]*)*"|[^"${escaped(dialect.delimiter)}\\r\\n]${repeat})`;
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
