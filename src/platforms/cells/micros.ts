/**
 * Money and unit amounts as integer millionths of the currency unit, with the currency that the cell names. Exact decimal arithmetic on the digits.
 *
 * Bounds: ±9,007,199,254.740991 (safe integers), six decimals. More decimals are refused, with two exceptions:
 * - 15 or more significant digits that lie within a few units in the last place of an amount with six decimals are the trace of
 *   binary arithmetic in a workbook: 0.30000000000000004 was 0.3, 19.990000000000002 was 19.99.
 * - `round: true`, for averages that the platform has divided itself (CPC, CPM): rounded half away from zero.
 * Leaves out: whether the currency can write the amount (`minorFromMicros` in core/money).
 */
import { MICRO } from '../../core/money.js';
import type { NumberOptions } from './integer.js';
import { isMissingText } from './missing.js';
import type { Numeral } from './numeral.js';
import { numeralValue, readNumeral } from './numeral.js';
import { plainText } from './plainText.js';
import { CellProblem } from './problem.js';
import { scanScaled } from './scan.js';

export interface MicrosOptions extends NumberOptions {
  /** Round what has more than six decimals, instead of refusing it. */
  readonly round?: boolean;
}

export interface Micros {
  readonly micros: number;
  /** ISO 4217; null where the cell names none, or a glyph that several currencies share. */
  readonly currency: string | null;
}

const PLACES = 6;

/**
 * Millionths of a plain amount (`12.50`, `-3`), NaN for anything else: then ask `parseMicros`. Allocates nothing.
 * Not for files whose decimal mark is the comma: there `1.234` means 1234.
 */
export function parseMicrosPlain(cell: string): number {
  return scanScaled(cell, cell.length, PLACES);
}

/** An amount, null where the cell is missing. */
export function parseMicros(cell: string, options?: MicrosOptions): Micros | null | CellProblem {
  const mark = options?.decimal ?? 'auto';
  if (mark !== ',') {
    const plain = parseMicrosPlain(cell);
    if (!Number.isNaN(plain)) return { micros: plain, currency: null };
  }
  const text = plainText(cell);
  if (isMissingText(text)) return null;
  const numeral = readNumeral(text, { expected: 'money', mark, currency: true, units: true });
  if (numeral instanceof CellProblem) return numeral;
  const micros = microsOf(numeral, options?.round === true);
  return micros instanceof CellProblem ? micros : { micros, currency: numeral.currency };
}

function microsOf(numeral: Numeral, round: boolean): number | CellProblem {
  const excess = numeral.scale - PLACES;
  const exact = excess <= 0 ? Number(numeral.digits + '0'.repeat(-excess)) : roundDigits(numeral.digits, excess);
  if (!Number.isSafeInteger(exact)) return new CellProblem('money', 'too large: amounts end at 9,007,199,254.740991');
  if (excess > 0 && !round && !isBinaryTrace(numeral, exact)) {
    return new CellProblem('money', 'more than six decimals: an amount is never rounded on import');
  }
  return numeral.negative ? 0 - exact : exact;
}

/** The integer that `digits` without its last `excess` digits rounds to, half up. */
function roundDigits(digits: string, excess: number): number {
  const kept = digits.slice(0, Math.max(0, digits.length - excess));
  const next = digits.padStart(excess, '0').charCodeAt(Math.max(0, digits.length - excess));
  return Number(kept) + (next >= 53 ? 1 : 0);
}

function isBinaryTrace(numeral: Numeral, micros: number): boolean {
  if (numeral.digits.length < 15 || micros === 0) return false;
  const value = Math.abs(numeralValue(numeral));
  return Math.abs(value - micros / MICRO) <= 8 * Number.EPSILON * value;
}
