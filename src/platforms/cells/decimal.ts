/**
 * Numbers that are not money: weights, ratings, positions, ROAS, indices. The double nearest to what is written (rounded once).
 * Separators, signs, units and workbook notation (`1e-7`) as in numeral.ts; amounts are read by `parseMicros`, exactly.
 */
import type { NumberOptions } from './integer.js';
import { isMissingText } from './missing.js';
import { numeralValue, readNumeral } from './numeral.js';
import { plainText } from './plainText.js';
import { CellProblem } from './problem.js';
import { scanDecimal } from './scan.js';

/** A number, null where the cell is missing. */
export function parseDecimal(cell: string, options?: NumberOptions): number | null | CellProblem {
  const mark = options?.decimal ?? 'auto';
  if (mark !== ',') {
    const plain = scanDecimal(cell, cell.length, 0);
    if (!Number.isNaN(plain)) return plain;
  }
  const text = plainText(cell);
  if (isMissingText(text)) return null;
  const numeral = readNumeral(text, { expected: 'number', mark, units: true });
  if (numeral instanceof CellProblem) return numeral;
  const value = numeralValue(numeral);
  return Number.isFinite(value) ? value : new CellProblem('number', 'too large');
}
