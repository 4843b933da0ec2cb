/**
 * CSV for spreadsheets and scripts: RFC 4180 with LF line ends, UTF-8, the header row being the column keys, all
 * columns, rows only (totals would be taken for rows). Identifiers are text as they stand ("00123").
 *
 * A text cell that a spreadsheet would run as a formula (it starts with = + - @ TAB or CR) gets a leading apostrophe;
 * numbers never do. Control characters other than TAB, LF and CR are shown as their pictures (␛), so that printing the
 * file is harmless. An empty text and an unknown value are the same empty cell: CSV has no null.
 */
import type { Page } from '../core/page.js';
import type { Column, Row, Table } from '../core/table.js';
import { machineText } from './cell.js';
import { picturedControls } from './clean.js';
import { currencyIn, dataOf, kindIn, type RenderOptions } from './format.js';

const BOM = '\ufeff';

export function* writeCsv(value: Table | Page, options: RenderOptions): Generator<string> {
  const { columns, rows } = dataOf(value);
  yield `${options.bom ? BOM : ''}${record(columns.map((column) => column.key))}\n`;
  for (const row of rows) yield `${record(cellsOf(row, columns))}\n`;
}

function cellsOf(row: Row, columns: readonly Column[]): string[] {
  return columns.map((column) => {
    const text = machineText(row[column.key] ?? null, kindIn(row, column), currencyIn(row, column));
    return column.kind === 'text' ? guardFormula(picturedControls(text)) : text;
  });
}

/** The text with an apostrophe before what a spreadsheet would take for a formula. */
function guardFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function record(cells: readonly string[]): string {
  // A line with nothing on it is no record for most readers, so a lone empty cell is written as "".
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
