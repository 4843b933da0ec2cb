/**
 * JSON: one object with the keys schema, as_of, params, rows, totals, notes, in this order and all of them always
 * there. Rows and totals have every column, `detail` ones too, in the order of the columns. Amounts are decimal
 * strings, unknown is null. The exact schema of a table's JSON is `jsonSchemaOf` in schema.ts.
 */
import type { Page } from '../core/page.js';
import type { Cell, Column, Row, Table } from '../core/table.js';
import { machineCell } from './cell.js';
import { currencyIn, dataOf, kindIn } from './format.js';

export function* writeJson(value: Table | Page): Generator<string> {
  const table = dataOf(value);
  yield `{\n  "schema": ${text(`eco.${table.id}`)},\n  "as_of": ${text(table.asOf ?? null)},\n  "params": ${text(table.params ?? {})},\n  "rows": `;
  let opening = '[';
  for (const row of table.rows) {
    yield `${opening}\n    ${text(machineRow(row, table.columns), '    ')}`;
    opening = ',';
  }
  yield table.rows.length === 0 ? '[]' : '\n  ]';
  const totals = (table.totals ?? []).map((row) => machineRow(row, table.columns));
  yield `,\n  "totals": ${text(totals)},\n  "notes": ${text(table.notes ?? [])}\n}\n`;
}

/** A value as `JSON.stringify` with two spaces writes it so far inside another. */
function text(value: unknown, indent = '  '): string {
  return escapeControls(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${indent}`);
}

/** A row as the object that JSON prints. */
export function machineRow(row: Row, columns: readonly Column[]): Record<string, Cell> {
  const object: Record<string, Cell> = {};
  for (const column of columns) {
    object[column.key] = machineCell(row[column.key] ?? null, kindIn(row, column), currencyIn(row, column));
  }
  return object;
}

/**
 * JSON itself escapes U+0000–001F only; DEL and the C1 controls (among them a one-byte CSI) can drive a terminal as
 * well.
 */
export function escapeControls(json: string): string {
  return json.replace(/[\u007f-\u009f]/g, (control) => `\\u00${control.charCodeAt(0).toString(16)}`);
}
