/**
 * Digits with separators: which mark is the decimal one, and are the groups real groups?
 *
 * | | decimal '.' | decimal ',' | auto |
 * |---|---|---|---|
 * | 1,234.56 | 1234.56 | refused | 1234.56: of two marks the last is the decimal |
 * | 1.234,56 | refused | 1234.56 | 1234.56 |
 * | 1,234 | 1234 | 1.234 | 1234: a comma before exactly three digits groups, as exports write it |
 * | 1.234 | 1.234 | 1234 | 1.234: a single dot is the decimal mark |
 * | 90,00 | refused | 90 | 90 |
 * | 1.234.567 | refused | 1234567 | 1234567 |
 * | 1,13,529 | 113529 (Indian groups) | refused | 113529 |
 * | 1'234.50, 1 234,50 | by the mark | by the mark | the other mark is the decimal one |
 *
 * Groups must have three digits (or the Indian two and three): `12,34,5` is refused, not joined.
 */

/** The decimal mark of a file, where it is known. Cells of workbooks come as plain numbers: their mark is '.'. */
export type DecimalMark = '.' | ',' | 'auto';

/** An exact decimal: digits × 10^-scale. */
export interface Digits {
  readonly digits: string;
  readonly scale: number;
}

const BODY = /^[\d.,' ]*\d[\d.,' ]*$/;
const SEPARATORS = /[.,' ]/;
const WESTERN = /^\d{1,3}([.,' ])\d{3}(?:\1\d{3})*$/;
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

/** The exact decimal that `body` writes, or null where separators contradict each other or the given mark. */
export function readDigits(body: string, mark: DecimalMark): Digits | null {
  const text = body.includes('’') ? body.replaceAll('’', "'") : body;
  if (!BODY.test(text)) return null;
  const decimalAt = mark === 'auto' ? guessDecimal(text) : text.indexOf(mark);
  const whole = decimalAt < 0 ? text : text.slice(0, decimalAt);
  const fraction = decimalAt < 0 ? '' : text.slice(decimalAt + 1);
  if (SEPARATORS.test(fraction)) return null;
  const digits = joinGroups(whole);
  return digits === null ? null : { digits: digits + fraction, scale: fraction.length };
}

/** Where the decimal mark stands, -1 for none. */
function guessDecimal(text: string): number {
  const dot = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (dot >= 0 && comma >= 0) return Math.max(dot, comma);
  const last = Math.max(dot, comma);
  if (last < 0 || text.indexOf(text.charAt(last)) !== last) return -1;
  return comma >= 0 && /^[1-9]\d{0,2},\d{3}$/.test(text) ? -1 : last;
}

function joinGroups(whole: string): string | null {
  if (!SEPARATORS.test(whole)) return whole;
  const separator = WESTERN.exec(whole)?.[1] ?? (INDIAN.test(whole) ? ',' : null);
  return separator === null ? null : whole.replaceAll(separator, '');
}
