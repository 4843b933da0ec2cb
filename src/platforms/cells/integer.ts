/**
 * Whole numbers: units, clicks, stock, sessions. `5`, `-3`, `5,824`, `1,13,529`, `1'234`, `１２`, `12.0` (Excel), `1.2万`, `3w`.
 *
 * In 'auto' a dot before three digits groups (`1.234` is 1234: a count has no decimals), except where they are all zero: `1.000` is one or
 * one thousand, so it is refused until the file's decimal mark is given. Ranges and `1万+` are no integers: `parseBand` reads them.
 */
import type { DecimalMark } from './grouping.js';
import { isMissingText } from './missing.js';
import { numeralValue, readNumeral } from './numeral.js';
import { plainText } from './plainText.js';
import { CellProblem } from './problem.js';
import { scanScaled } from './scan.js';

export interface NumberOptions {
  readonly decimal?: DecimalMark;
}

const DOT_GROUP = /^[-(]?[1-9]\d{0,2}\.\d{3}\)?$/;
const DOT_ZEROS = /\.000\)?$/;

/** A safe integer, null where the cell is missing. */
export function parseInteger(cell: string, options?: NumberOptions): number | null | CellProblem {
  const mark = options?.decimal ?? 'auto';
  // Excel and data frames print whole numbers as "12.0".
  const end = mark !== ',' && cell.endsWith('.0') ? cell.length - 2 : cell.length;
  const plain = scanScaled(cell, end, 0);
  return Number.isNaN(plain) ? readInteger(cell, mark) : plain;
}

function readInteger(cell: string, mark: DecimalMark): number | null | CellProblem {
  const text = plainText(cell);
  if (isMissingText(text)) return null;
  const dotGroup = mark === 'auto' && DOT_GROUP.test(text);
  if (dotGroup && DOT_ZEROS.test(text)) {
    return new CellProblem('integer', 'the dot may group thousands or end the whole part: give the decimal mark of the file');
  }
  const numeral = readNumeral(text, { expected: 'integer', mark: dotGroup ? ',' : mark, units: true });
  if (numeral instanceof CellProblem) return numeral;
  if (numeral.scale > 0) return new CellProblem('integer', 'it has decimals');
  const value = numeralValue(numeral);
  return Number.isSafeInteger(value) ? value : new CellProblem('integer', 'too large for a count: an identifier is to be read as text');
}
