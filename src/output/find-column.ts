/** The column that an option names by its key, or an error that helps to find the right one. */
import { UsageError } from '../core/errors.js';
import type { Column, Table } from '../core/table.js';
import { nearestName } from './nearest.js';

export function findColumn(table: Pick<Table, 'columns'>, key: string, option: string): Column {
  const column = table.columns.find((each) => each.key === key);
  if (column) return column;
  const keys = table.columns.map((each) => each.key);
  throw new UsageError(
    `${option}: there is no column "${key}". The nearest is "${nearestName(key, keys) ?? ''}". Columns: ${keys.join(', ')}.`,
  );
}
