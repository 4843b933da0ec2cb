/**
 * What `--where`, `--sort`, `--limit` and `--columns` make of a table, in this order: any column can be a condition or
 * a sort key, whether or not it is shown.
 *
 * Rows keep all their values, only the columns are chosen; so an amount still knows its currency where the currency is
 * not shown. Totals describe all rows: they are left out, and a note says so, when rows are.
 */
import { UsageError } from '../core/errors.js';
import type { Column, Row, Table } from '../core/table.js';
import { comparableIn, compareValues } from './compare.js';
import { findColumn } from './find-column.js';
import { parseWhere } from './where.js';

export interface Selection {
  /** Keys in the order to print them. Each entry may be several keys with commas. */
  readonly columns?: readonly string[];
  /** Keys, `-key` for the greatest first; the first key counts most. Each entry may be several with commas. */
  readonly sort?: readonly string[];
  /** Conditions that all must hold. */
  readonly where?: readonly string[];
  readonly limit?: number;
}

export const TOTALS_LEFT_OUT = 'totals left out: rows were filtered';

export function select(table: Table, selection: Selection): Table {
  const columns = chosenColumns(table, listed(selection.columns));
  const conditions = (selection.where ?? []).map((condition) => parseWhere(table, condition));
  const order = rowOrder(table, listed(selection.sort));
  const limit = checkedLimit(selection.limit);

  const matching = table.rows.filter((row) => conditions.every((holds) => holds(row)));
  const rows = (order ? [...matching].sort(order) : matching).slice(0, limit);
  const chosen: Table = { ...table, columns, rows };
  if (rows.length === table.rows.length || !table.totals?.length) return chosen;
  return { ...chosen, totals: [], notes: [...(table.notes ?? []), TOTALS_LEFT_OUT] };
}

function listed(entries: readonly string[] | undefined): string[] {
  return (entries ?? []).flatMap((entry) => entry.split(',')).map((key) => key.trim());
}

/** A column that was asked for is no longer a detail. */
function chosenColumns(table: Table, keys: readonly string[]): readonly Column[] {
  if (keys.length === 0) return table.columns;
  return [...new Set(keys)].map((key) => ({ ...findColumn(table, key, '--columns'), detail: false }));
}

function rowOrder(table: Table, keys: readonly string[]): ((a: Row, b: Row) => number) | null {
  if (keys.length === 0) return null;
  const orders = keys.map((key) => {
    const descending = key.startsWith('-');
    const column = findColumn(table, descending ? key.slice(1) : key, '--sort');
    if (column.kind === 'trend') throw new UsageError(`--sort: "${column.key}" is a trend, which has no order.`);
    return columnOrder(column, descending);
  });
  return (a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

/** Unknown values come last in both directions. */
function columnOrder(column: Column, descending: boolean): (a: Row, b: Row) => number {
  return (a, b) => {
    const left = comparableIn(a, column);
    const right = comparableIn(b, column);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return descending ? compareValues(right, left) : compareValues(left, right);
  };
}

function checkedLimit(limit: number | undefined): number | undefined {
  if (limit === undefined || (Number.isInteger(limit) && limit >= 0)) return limit;
  throw new UsageError(`--limit: expected a whole number from 0 on, found "${limit}".`);
}
