/**
 * A table on a terminal: header, a rule, the rows, and beneath another rule the totals. Numbers stand on the right,
 * columns marked `detail` are left out unless they were asked for, texts are made harmless to the terminal (clean.ts).
 * Where the terminal is narrow, `narrow.ts` says what it shows; sentences (`wraps`) go on beneath themselves.
 */
import type { Column, Row, Table } from '../core/table.js';
import { displayCell, isNumeric, UNKNOWN } from './cell.js';
import { terminalLine } from './clean.js';
import { type Measured, measured, shorten, wrapped } from './fit.js';
import { currencyIn, lookIn, shownColumns } from './format.js';
import { GAP, layout } from './layout.js';
import { narrowed } from './narrow.js';
import type { Paint } from './paint.js';

const UNKNOWN_CELL = measured(UNKNOWN);
const NOTHING = measured('');

/** A table as lines for a terminal of `width` columns; null cuts nothing. */
export function tableLines(table: Table, paint: Paint, width: number | null): string[] {
  const all = shownColumns(table).map((column, index) => ({
    column,
    header: measured(terminalLine(column.header)),
    cells: table.rows.map((row) => cellText(row, column)),
    totals: (table.totals ?? []).map((row) => totalText(row, column, index)),
  }));
  if (all.length === 0) return [];
  const { columns, widths, remarks } = narrowed(all, width, GAP.length);
  const layOut = layout(
    widths,
    columns.map(({ column }) => (isNumeric(column.kind) ? 'right' : 'left')),
  );
  const lines = (row: readonly Measured[], paintText: (text: string) => string) => {
    const cells = row.map((cell, at) =>
      columns[at]?.column.wraps ? wrapped(cell, widths[at] as number) : [shorten(cell, widths[at] as number)],
    );
    const height = Math.max(...cells.map((each) => each.length));
    return layOut(Array.from({ length: height }, (_, line) => cells.map((each) => laidOut(each[line] ?? NOTHING, paintText))));
  };
  const rowLines = (count: number, of: 'cells' | 'totals', paintText: (text: string) => string) =>
    Array.from({ length: count }, (_, at) => columns.map((column) => column[of][at] as Measured)).flatMap((row) => lines(row, paintText));
  const rule = paint('─'.repeat(widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length)), 'dim');
  const totals = rowLines(table.totals?.length ?? 0, 'totals', (text) => paint(text, 'strong'));

  return [
    ...lines(
      columns.map(({ header }) => header),
      (text) => paint(text, 'strong'),
    ),
    rule,
    ...rowLines(table.rows.length, 'cells', (text) => (text === UNKNOWN ? paint(text, 'dim') : text)),
    ...(table.rows.length === 0 ? [paint('no rows', 'dim')] : []),
    ...(totals.length > 0 ? [rule, ...totals] : []),
    ...remarks.flatMap((remark) => wrapped(measured(remark), width ?? remark.length)).map(({ text }) => paint(text, 'dim')),
  ];
}

function cellText(row: Row, column: Column): Measured {
  const text = displayCell(row[column.key] ?? null, lookIn(row, column), currencyIn(row, column));
  return text === UNKNOWN ? UNKNOWN_CELL : measured(terminalLine(text));
}

/** A total has no SKU and no date: what it has not is left blank, and the first blank says that it is a total. */
function totalText(row: Row, column: Column, index: number): Measured {
  if ((row[column.key] ?? null) !== null) return cellText(row, column);
  return index === 0 ? measured('total') : NOTHING;
}

function laidOut(cell: Measured, paintText: (text: string) => string): { painted: string; width: number } {
  return { painted: paintText(cell.text), width: cell.width };
}
