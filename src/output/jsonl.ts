/** JSON Lines: one row a line, the same object as in `rows` of the JSON format. No envelope, no totals, no notes. */
import type { Page } from '../core/page.js';
import type { Table } from '../core/table.js';
import { dataOf } from './format.js';
import { escapeControls, machineRow } from './json.js';

export function* writeJsonLines(value: Table | Page): Generator<string> {
  const { columns, rows } = dataOf(value);
  for (const row of rows) yield `${escapeControls(JSON.stringify(machineRow(row, columns)))}\n`;
}
