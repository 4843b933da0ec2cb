/**
 * A `--where` condition, `key<op>value` with = != < <= > >= or ~ (contains, in any case), as a test of rows.
 *
 * Unknown is neither less, greater, equal nor different: every condition on a null is false, but for `key=` (is
 * unknown) and `key!=` (is known). An empty text counts as unknown there, since people see the same empty cell.
 */
import { UsageError } from '../core/errors.js';
import type { Cell, Column, Row, Table } from '../core/table.js';
import { machineText } from './cell.js';
import { comparableIn, compareValues } from './compare.js';
import { findColumn } from './find-column.js';
import { currencyIn, kindIn } from './format.js';
import { parseOperand } from './operand.js';

const CONDITION = /^\s*([^\s=!<>~]+)\s*(!=|<=|>=|=|<|>|~)\s*(.*?)\s*$/s;

/** How the order of cell and operand decides. */
const DECIDES: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

export function parseWhere(table: Pick<Table, 'columns'>, condition: string): (row: Row) => boolean {
  const match = CONDITION.exec(condition);
  if (!match) {
    throw new UsageError(`--where "${condition}": expected key, one of = != < <= > >= ~ and a value, as in 'units>=10'.`);
  }
  const [, key = '', operator = '', value = ''] = match;
  const column = findColumn(table, key, '--where');
  if (value === '') return knownTest(column, operator, condition);
  if (operator === '~') return containsTest(column, value);
  return comparisonTest(column, operator, value, condition);
}

function knownTest(column: Column, operator: string, condition: string): (row: Row) => boolean {
  const isUnknown = (row: Row) => {
    const cell: Cell = row[column.key] ?? null;
    return cell === null || cell === '';
  };
  if (operator === '=') return isUnknown;
  if (operator === '!=') return (row) => !isUnknown(row);
  throw new UsageError(`--where "${condition}": a value is missing after ${operator}. Only = and != may stand alone.`);
}

/** Looks in what the machine formats print, so that starts_on~2026-11 finds a month. */
function containsTest(column: Column, value: string): (row: Row) => boolean {
  const sought = value.toLowerCase();
  return (row) => {
    const text = machineText(row[column.key] ?? null, kindIn(row, column), currencyIn(row, column));
    return text.toLowerCase().includes(sought);
  };
}

function comparisonTest(column: Column, operator: string, value: string, condition: string): (row: Row) => boolean {
  const operand = parseOperand(value, column.kind, condition);
  const decides = DECIDES[operator] as (order: number) => boolean;
  if (column.kind === 'boolean' && operator !== '=' && operator !== '!=') {
    throw new UsageError(`--where "${condition}": yes and no have no order. Use = or !=.`);
  }
  return (row) => {
    const cell = comparableIn(row, column);
    return cell !== null && decides(compareValues(cell, operand));
  };
}
