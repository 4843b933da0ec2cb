/**
 * A table on a terminal: header, a rule, the rows, and beneath another rule the totals. Numbers stand on the right,
 * columns marked `detail` are left out unless they were asked for, texts are made harmless to the terminal (clean.ts).
 */
import type { Column, Row, Table } from '../core/table.js';
import { displayCell, isNumeric, UNKNOWN } from './cell.js';
import { terminalLine } from './clean.js';
import { fitWidths, type Measured, measured, shorten } from './fit.js';
import { currencyIn, lookIn, shownColumns } from './format.js';
import { GAP, layout } from './layout.js';
import type { Paint } from './paint.js';

const UNKNOWN_CELL = measured(UNKNOWN);

/** A table as lines for a terminal of `width` columns; null cuts nothing. */
export function tableLines(table: Table, paint: Paint, width: number | null): string[] {
  const columns = shownColumns(table);
  if (columns.length === 0) return [];
  const header = columns.map((column) => measured(terminalLine(column.header)));
  const rows = table.rows.map((row) => columns.map((column) => cellText(row, column)));
  const totals = (table.totals ?? []).map((row) => columns.map((column, index) => totalText(row, column, index)));
  const widths = widthsOf(columns, header, [...rows, ...totals], width);
  const layOut = layout(
    widths,
    columns.map((column) => (isNumeric(column.kind) ? 'right' : 'left')),
  );
  const lines = (cells: readonly Measured[][], paintText: (text: string) => string) =>
    layOut(cells.map((row) => row.map((cell, index) => laidOut(shorten(cell, widths[index] as number), paintText))));
  const rule = paint('─'.repeat(widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length)), 'dim');

  return [
    ...lines([header], (text) => paint(text, 'strong')),
    rule,
    ...lines(rows, (text) => (text === UNKNOWN ? paint(text, 'dim') : text)),
    ...(rows.length === 0 ? [paint('no rows', 'dim')] : []),
    ...(totals.length > 0 ? [rule, ...lines(totals, (text) => paint(text, 'strong'))] : []),
  ];
}

function cellText(row: Row, column: Column): Measured {
  const text = displayCell(row[column.key] ?? null, lookIn(row, column), currencyIn(row, column));
  return text === UNKNOWN ? UNKNOWN_CELL : measured(terminalLine(text));
}

/** A total has no SKU and no date: what it has not is left blank, and the first blank says that it is a total. */
function totalText(row: Row, column: Column, index: number): Measured {
  if ((row[column.key] ?? null) !== null) return cellText(row, column);
  return measured(index === 0 ? 'total' : '');
}

function widthsOf(
  columns: readonly Column[],
  header: readonly Measured[],
  rows: readonly Measured[][],
  available: number | null,
): number[] {
  const fittable = columns.map((column, index) => {
    const headerWidth = header[index]?.width ?? 0;
    const width = rows.reduce((most, row) => Math.max(most, row[index]?.width ?? 0), Math.max(headerWidth, 1));
    return { width, headerWidth, isText: column.kind === 'text' };
  });
  return available === null ? fittable.map(({ width }) => width) : fitWidths(fittable, available, GAP.length);
}

function laidOut(cell: Measured, paintText: (text: string) => string): { painted: string; width: number } {
  return { painted: paintText(cell.text), width: cell.width };
}
