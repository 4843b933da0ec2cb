/**
 * The careful reading of a written number: sign, currency, digits with separators, percent sign, unit, as an exact decimal.
 * Integers, decimals, money, ratios and bands are views of it.
 *
 * - Negative: `-5`, `−5` (U+2212), `(5)`, `5-`, `-£4.80`, `£-4.80`, `($25.99)`. Two signs are refused.
 * - Units: 千 k K = 10^3, 万 萬 w W = 10^4, m M 百万 = 10^6, 千万 = 10^7, 亿 億 = 10^8. The digits move, nothing is rounded.
 * - `1.5E-5` and `1e-7` (how workbooks and JavaScript write small numbers) are exact and read; `4.68E+14` has lost its last digits in Excel and is refused.
 */
import { leadingGlyph, trailingGlyph } from './currency.js';
import type { DecimalMark, Digits } from './grouping.js';
import { readDigits } from './grouping.js';
import { CellProblem, DESTROYED_BY_EXCEL } from './problem.js';

export interface Numeral extends Digits {
  readonly negative: boolean;
  readonly percent: boolean;
  readonly currency: string | null;
  /** Whether a unit such as 万 or k was written: in a range it may hold for the other end too. */
  readonly unitExponent: number;
}

/** What may stand around the digits. */
interface NumeralShape {
  readonly expected: string;
  readonly mark: DecimalMark;
  readonly currency?: boolean;
  readonly percent?: boolean;
  readonly units?: boolean;
}

const UNITS: Readonly<Record<string, number>> = {
  千: 3,
  k: 3,
  K: 3,
  万: 4,
  萬: 4,
  w: 4,
  W: 4,
  m: 6,
  M: 6,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
};

const UNIT = /(千万|百万|[千万萬亿億kKwWmM])$/;
const SCIENTIFIC = /^(\d+(?:[.,]\d+)?)[eE]([+-]?)(\d{1,3})$/;

interface Peeled {
  readonly rest: string;
  readonly negative: boolean;
  readonly currency: string | null;
}

/** Reads text that `plainText` has been through. */
export function readNumeral(text: string, shape: NumeralShape): Numeral | CellProblem {
  const peeled = peel(text, shape.currency === true);
  if (peeled === null) return new CellProblem(shape.expected);
  let { rest } = peeled;
  const percent = shape.percent === true && (rest.endsWith('%') || rest.startsWith('%'));
  if (percent) rest = (rest.endsWith('%') ? rest.slice(0, -1) : rest.slice(1)).trim();
  const unit = shape.units === true ? UNIT.exec(rest)?.[0] : undefined;
  if (unit !== undefined) rest = rest.slice(0, -unit.length).trimEnd();
  const scientific = SCIENTIFIC.exec(rest);
  if (scientific && scientific[2] !== '-') return new CellProblem(shape.expected, DESTROYED_BY_EXCEL);
  const digits = readDigits(scientific?.[1] ?? rest, shape.mark);
  if (digits === null) return new CellProblem(shape.expected, separatorHint(rest, shape.mark));
  const unitExponent = unit === undefined ? 0 : (UNITS[unit] as number);
  const scale = digits.scale + Number(scientific?.[3] ?? 0) - unitExponent;
  const exact = normalize(digits.digits, scale);
  // Named one by one: spreading an object costs more than all the rest of this function.
  return {
    digits: exact.digits,
    scale: exact.scale,
    negative: peeled.negative,
    currency: peeled.currency,
    percent,
    unitExponent,
  };
}

/** The double nearest to a numeral, moved by a power of ten. */
export function numeralValue(numeral: Numeral, shift = 0): number {
  const value = Number(`${numeral.digits}e${shift - numeral.scale}`);
  return numeral.negative ? 0 - value : value;
}

/** Takes signs, brackets and currencies off, from outside inwards; null where they contradict each other. */
function peel(text: string, currencyAllowed: boolean): Peeled | null {
  let rest = text;
  let signs = 0;
  let negative = false;
  let before: string | null | undefined;
  let after: string | null | undefined;
  for (;;) {
    const sign = peelSign(rest);
    if (sign !== null) {
      rest = sign.rest;
      negative = sign.negative;
      signs++;
      continue;
    }
    const leading = currencyAllowed && before === undefined ? leadingGlyph(rest) : null;
    const trailing = currencyAllowed && leading === null && after === undefined ? trailingGlyph(rest) : null;
    if (leading !== null) before = leading.currency;
    else if (trailing !== null) after = trailing.currency;
    else break;
    rest = (leading ?? trailing ?? { rest }).rest;
  }
  if (signs > 1 || (before && after && before !== after)) return null;
  return { rest, negative, currency: before ?? after ?? null };
}

function peelSign(text: string): { readonly rest: string; readonly negative: boolean } | null {
  const first = text.charAt(0);
  if (first === '-' || first === '+' || first === '–') return { rest: text.slice(1).trimStart(), negative: first !== '+' };
  if (first === '(' && text.endsWith(')')) return { rest: text.slice(1, -1).trim(), negative: true };
  return text.length > 1 && text.endsWith('-') ? { rest: text.slice(0, -1).trimEnd(), negative: true } : null;
}

/** No zeros at the end of the fraction or in front of the digits, and no negative scale: one numeral for one number. */
function normalize(digits: string, scale: number): Digits {
  let end = digits.length;
  let places = scale;
  while (places > 0 && end > 0 && digits.charCodeAt(end - 1) === 48) {
    end--;
    places--;
  }
  let start = 0;
  while (start < end && digits.charCodeAt(start) === 48) start++;
  if (start === end) return { digits: '0', scale: 0 };
  const kept = digits.slice(start, end);
  return places < 0 ? { digits: kept + '0'.repeat(-places), scale: 0 } : { digits: kept, scale: places };
}

function separatorHint(text: string, mark: DecimalMark): string | undefined {
  if (!/^[\d.,' ’]+$/.test(text)) return undefined;
  return mark === 'auto'
    ? 'its separators fit no way of writing numbers'
    : `its separators do not fit a file whose decimal mark is "${mark}"`;
}
