/**
 * Shares and rates as plain numbers: 0.0388 for `3.88%`. The double nearest to the written percentage (rounded once).
 *
 * What a bare number means depends on the report: `percentHeader` when the header says `(%)` or the format is known to write percent numbers
 * (JD 点击率(%), Rakuten CTR(%), Brand Analytics shares), else it is a fraction (Alimama, Amazon Ads workbooks, GA4).
 * A `%` in the cell divides by 100 once, whatever the header says. `∞` (growth from nothing) is unknown: null.
 * `< 10%` is no ratio: `parseBand` reads it.
 */

import type { NumberOptions } from './integer.js';
import { isMissingText } from './missing.js';
import { numeralValue, readNumeral } from './numeral.js';
import { plainText } from './plainText.js';
import { CellProblem } from './problem.js';
import { scanDecimal } from './scan.js';

export interface RatioOptions extends NumberOptions {
  /** Numbers without `%` are percentages too. */
  readonly percentHeader?: boolean;
}

const PERCENT_SIGN = 37;

/** A ratio, null where the cell is missing. */
export function parseRatio(cell: string, options?: RatioOptions): number | null | CellProblem {
  const mark = options?.decimal ?? 'auto';
  if (mark !== ',') {
    const last = cell.length - 1;
    const signed = cell.charCodeAt(last) === PERCENT_SIGN;
    const plain = scanDecimal(cell, signed ? last : cell.length, signed || options?.percentHeader === true ? 2 : 0);
    if (!Number.isNaN(plain)) return plain;
  }
  const text = plainText(cell);
  if (isMissingText(text) || text === '∞' || text === '∞%') return null;
  if (/^[<>≤≥]/.test(text)) return new CellProblem('ratio', 'it names a band, not a value');
  const numeral = readNumeral(text, { expected: 'ratio', mark, percent: true });
  if (numeral instanceof CellProblem) return numeral;
  const value = numeralValue(numeral, numeral.percent || options?.percentHeader === true ? -2 : 0);
  return Number.isFinite(value) ? value : new CellProblem('ratio', 'too large');
}
