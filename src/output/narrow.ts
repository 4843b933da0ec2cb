/**
 * Which columns of a table a narrow terminal shows, and how wide. Numbers are never cut. As far as need be, in this order: long texts become
 * as short as can still be read; a column of one text in all rows, of nothing known, or of what another one says, goes, and is told beneath; columns that
 * their table marks `yields` go, from the right; texts become as short as they can; then the others go, from the right, but never the first.
 */
import type { Column } from '../core/table.js';
import { UNKNOWN } from './cell.js';
import type { Measured } from './fit.js';

/** A text column keeps as much as long as columns that matter less can go instead, … */
const READABLE = 24;
/** … and never less than this, nor than its header. */
const LEAST = 12;
/** A sentence needs more, or it becomes a tower of words. */
const SENTENCE = 12;

export interface NarrowColumn {
  readonly column: Column;
  readonly header: Measured;
  /** In the order of the rows. */
  readonly cells: readonly Measured[];
  readonly totals: readonly Measured[];
}

export interface Narrowed {
  readonly columns: readonly NarrowColumn[];
  /** One a column. */
  readonly widths: readonly number[];
  /** Sentences about the columns that went. */
  readonly remarks: readonly string[];
}

export function narrowed(all: readonly NarrowColumn[], available: number | null, gap: number): Narrowed {
  const natural = all.map(naturalWidth);
  if (available === null || total(natural, gap) <= available) return { columns: all, widths: natural, remarks: [] };
  const said: string[] = [];
  const gone: string[] = [];
  let columns = [...all];
  const fits = (least: number) =>
    total(
      columns.map((column) => leastWidth(column, least)),
      gap,
    ) <= available;
  const leave = (column: NarrowColumn) => {
    columns = columns.filter((other) => other !== column);
  };
  for (const column of all.slice(1).toReversed()) {
    if (fits(READABLE)) break;
    const saying = needless(column, columns);
    if (saying === null) continue;
    said.unshift(saying);
    leave(column);
  }
  for (const column of all.slice(1).toReversed()) {
    if (fits(READABLE) || !column.column.yields || !columns.includes(column)) continue;
    gone.unshift(column.header.text);
    leave(column);
  }
  while (columns.length > 1 && !fits(LEAST)) {
    const last = columns.at(-1) as NarrowColumn;
    gone.push(last.header.text);
    leave(last);
  }
  const remarks = [
    ...(said.length === 0 ? [] : [said.join(' · ')]),
    ...(gone.length === 0 ? [] : [`no room for: ${gone.join(', ')} (a wider terminal, or --columns)`]),
  ];
  return { columns, widths: fitted(columns, available, gap), remarks };
}

function naturalWidth({ header, cells, totals }: NarrowColumn): number {
  return [...cells, ...totals].reduce((most, { width }) => Math.max(most, width), Math.max(header.width, 1));
}

function leastWidth(column: NarrowColumn, least: number): number {
  const natural = naturalWidth(column);
  if (column.column.kind !== 'text') return natural;
  return Math.min(natural, Math.max(least + (column.column.wraps ? SENTENCE : 0), column.header.width));
}

function total(widths: readonly number[], gap: number): number {
  return widths.reduce((sum, width) => sum + width, gap * Math.max(widths.length - 1, 0));
}

/** What a column says that needs no column: `Currency USD`, `SKU as Listing`; null where it is needed. One row alone tells no sameness, but what is unknown. */
function needless({ column, header, cells, totals }: NarrowColumn, others: readonly NarrowColumn[]): string | null {
  const [first] = cells;
  if (first === undefined || (cells.length < 2 && first.text !== UNKNOWN) || column.kind === 'trend') return null;
  const isSame = (cell: Measured) => cell.text === first.text;
  const isTelling = column.kind !== 'text' && first.text !== UNKNOWN;
  if (!isTelling && cells.every(isSame) && totals.every((cell) => cell.text === '' || isSame(cell)))
    return `${header.text} ${first.text === UNKNOWN ? 'unknown' : first.text}`;
  if (column.kind !== 'text') return null;
  const twin = others.find((other) => {
    // Of the two the one stays that stays longer.
    const staysLonger = column.yields === true || other.column.yields !== true;
    return other.header !== header && staysLonger && other.cells.every((cell, at) => cell.text === cells[at]?.text);
  });
  return twin === undefined ? null : `${header.text} as ${twin.header.text}`;
}

/** Widths that take at most `available`, the widest texts shortened first; a single column takes what there is. */
function fitted(columns: readonly NarrowColumn[], available: number, gap: number): number[] {
  const widths = columns.map(naturalWidth);
  const least = columns.map((column) => (columns.length === 1 && column.column.kind === 'text' ? 1 : leastWidth(column, LEAST)));
  for (let excess = total(widths, gap) - available; excess > 0; excess--) {
    const widest = widths.reduce<number | null>((best, width, at) => {
      return width > (least[at] as number) && (best === null || width > (widths[best] as number)) ? at : best;
    }, null);
    if (widest === null) break;
    widths[widest] = (widths[widest] as number) - 1;
  }
  return widths;
}
