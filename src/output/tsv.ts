/**
 * TSV for cut, awk and sort: one line a row, the column keys first, all columns, no quoting. A tab or line break inside
 * a cell becomes a space and a control character its picture (␛): what needs those exactly reads CSV or JSON. There is
 * no formula guard here, unlike in CSV: TSV goes to programs, which would take the apostrophe for a part of the SKU.
 */
import type { Page } from '../core/page.js';
import type { Table } from '../core/table.js';
import { machineText } from './cell.js';
import { proseLine } from './clean.js';
import { currencyIn, dataOf, kindIn } from './format.js';

export function* writeTsv(value: Table | Page): Generator<string> {
  const { columns, rows } = dataOf(value);
  yield `${columns.map((column) => column.key).join('\t')}\n`;
  for (const row of rows) {
    const cells = columns.map((column) => proseLine(machineText(row[column.key] ?? null, kindIn(row, column), currencyIn(row, column))));
    yield `${cells.join('\t')}\n`;
  }
}
