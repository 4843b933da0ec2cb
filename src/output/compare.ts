/**
 * The order of two known cells of one kind. Text is compared by code point, so the order is the same on every machine
 * and in every language; amounts as decimals of their own currency (500 JPY and 5.00 USD compare as 500 and 5).
 */
import { currencyDigits, MICRO } from '../core/money.js';
import type { Cell, Column, PlainKind, Row } from '../core/table.js';
import { currencyIn, kindIn } from './format.js';

/** Negative when `a` comes first, positive when `b` does, 0 when neither. */
export function compareValues(a: string | number | bigint | boolean, b: typeof a): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The value that a row is compared by in a column. Measures of different kinds stand in one column: all of them are compared as
 * plain numbers, an amount as its decimal.
 */
export function comparableIn(row: Row, column: Column): string | number | bigint | boolean | null {
  const currency = currencyIn(row, column);
  const value = comparable(row[column.key] ?? null, kindIn(row, column), currency);
  return column.kind === 'measure' && typeof value === 'bigint' ? Number(value) / MICRO : value;
}

/**
 * The value that a cell is compared by; null where it is unknown or cannot be compared (a trend). Amounts are
 * millionths as a big integer, so that a large sum in a currency without fractions compares exactly.
 */
function comparable(cell: Cell, kind: PlainKind, currency: string | null): string | number | bigint | boolean | null {
  if (cell === null || typeof cell === 'object') return null;
  if (typeof cell === 'number' && !Number.isFinite(cell)) return null;
  if (typeof cell !== 'number') return cell;
  if (kind === 'unitAmount') return BigInt(cell);
  if (kind === 'money') return BigInt(cell) * BigInt(MICRO / 10 ** currencyDigits(currency));
  return cell;
}

/** JavaScript compares UTF-16 units, which puts emoji before U+E000–FFFF; code points put them after. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return byCodePoint(left) - byCodePoint(right);
  }
  return a.length - b.length;
}

// Surrogates stand for code points above all others.
function byCodePoint(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
