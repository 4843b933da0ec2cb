/**
 * `units: metric | imperial`: measures in the other system, in place of the old ones or behind them in brackets (`mode: append`).
 *
 * | from | to | factor |
 * |---|---|---|
 * | inch (`in`, `"`) | cm | 2.54 |
 * | ft | m | 0.3048 |
 * | fl oz (US) | ml | 29.5735295625 |
 * | qt, gal (US) | l | 0.946352946, 3.785411784 |
 * | oz (weight) | g | 28.349523125 |
 * | lb | kg | 0.45359237 |
 *
 * Source: NIST Handbook 44, appendix C (exact by definition). Rounded as on packages: from 20 on whole, below to one digit. `oz` alone
 * may be a weight or a volume: it stays unless `ounces: g` or `ounces: ml` says which. `in` alone counts only where no word follows
 * it ("10 in 1" is no length). A measure that stands in the other system beside it already is left alone; so are measures of two units
 * (`5'10"`, "2 lbs 3 oz"), of which half would be changed, and a capital G or M stuck to a number (5G, 3M, 24M), which is no unit.
 */
import type { Apply } from '../rule.js';
import { hasDecimalComma } from '../smallWords.js';

export interface UnitsOptions {
  readonly to: 'metric' | 'imperial';
  readonly mode: 'replace' | 'append';
  readonly ounces: 'g' | 'ml' | null;
}

interface Conversion {
  /** How the unit is written behind a number. */
  readonly from: string;
  readonly to: string;
  readonly factor: number;
}

const TO_METRIC: readonly Conversion[] = [
  { from: 'fl\\.?\\s?oz\\.?|fluid ounces?', to: 'ml', factor: 29.5735295625 },
  { from: 'inch(?:es)?|in\\.|in(?=\\s*(?:$|[,;)(\\]|/x×–-]))|"|″|”', to: 'cm', factor: 2.54 },
  { from: 'feet|foot|ft\\.?', to: 'm', factor: 0.3048 },
  { from: 'quarts?|qt\\.?', to: 'l', factor: 0.946352946 },
  { from: 'gallons?|gal\\.?', to: 'l', factor: 3.785411784 },
  { from: 'pounds?|lbs?\\.?', to: 'kg', factor: 0.45359237 },
];

const TO_IMPERIAL: readonly Conversion[] = [
  { from: 'mm', to: 'in', factor: 1 / 25.4 },
  { from: 'cm', to: 'in', factor: 1 / 2.54 },
  { from: 'm', to: 'ft', factor: 1 / 0.3048 },
  { from: 'ml|milliliters?|millilitres?', to: 'fl oz', factor: 1 / 29.5735295625 },
  { from: 'l|liters?|litres?', to: 'qt', factor: 1 / 0.946352946 },
  { from: 'kg', to: 'lb', factor: 1 / 0.45359237 },
  { from: 'g|grams?', to: 'oz', factor: 1 / 28.349523125 },
];

const OUNCES: Readonly<Record<'g' | 'ml', Conversion>> = {
  g: { from: 'ounces?|oz\\.?', to: 'g', factor: 28.349523125 },
  ml: { from: 'ounces?|oz\\.?', to: 'ml', factor: 29.5735295625 },
};

export function units(options: UnitsOptions): Apply {
  const conversions =
    options.to === 'imperial' ? TO_IMPERIAL : options.ounces === null ? TO_METRIC : [...TO_METRIC, OUNCES[options.ounces]];
  const pattern = patternOf(conversions);
  return (text, { language }) => {
    const done: string[] = [];
    const after = text.replace(pattern, (whole: string, ...captured: unknown[]) => {
      const offset = captured.find((value) => typeof value === 'number') as number;
      const at = conversions.findIndex((_, index) => captured[index + 1] !== undefined);
      const made = converted(captured[0] as string, conversions[at] as Conversion, language);
      if (made === null || isOther(text, offset, whole) || standsBeside(text, offset, offset + whole.length, made)) return whole;
      done.push(`${whole.trim()} → ${made}`);
      return options.mode === 'append' ? `${whole} (${made})` : made;
    });
    return after === text ? null : { text: after, did: done.slice(0, 5).join(', ') };
  };
}

/** Between the figures of one measure: "10 x 20", "5-6", "5 to 6". */
const BETWEEN = '\\s?[x×*–-]\\s?|\\sto\\s';

const LARGER = /\d\s?-?(?:ft|feet|foot|lbs?|pounds?|['’′])\.?,?\s*(?:and|&)?\s*$/iu;
const SMALLER = /^,?\s*(?:and|&)?\s*\d[\d.,]*\s?-?(?:oz|ounces?|in|inch|inches|"|″|”)(?![\p{L}\p{N}])/iu;

/** Half of a measure of two units, a fraction, a name that ends in a number, or a capital that is no unit. */
function isOther(text: string, start: number, whole: string): boolean {
  const before = text.slice(0, start);
  if (LARGER.test(before) || (/(?:ft|feet|foot|lbs?|pounds?)\.?$/iu.test(whole) && SMALLER.test(text.slice(start + whole.length))))
    return true;
  if (/\d[GM]$/u.test(whole) || /\d\s?\/\s?$/u.test(before)) return true;
  return /\p{L}-$/u.test(before) && !/\d\s?\p{L}+-$/u.test(before);
}

/** Group 1: the numbers, "10 x 20"; then one group a conversion. */
function patternOf(conversions: readonly Conversion[]): RegExp {
  const numbers = `(\\d[\\d.,]*(?:(?:${BETWEEN})\\d[\\d.,]*){0,2})`;
  const unitGroups = conversions.map(({ from }) => `(${from})`).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}.,/'’′])(?<!\\d-)${numbers}[\\s-]?(?:${unitGroups})(?![\\p{L}\\p{N}])`, 'giu');
}

function converted(numbers: string, { to, factor }: Conversion, language: string): string | null {
  const made = numbers.split(new RegExp(`(${BETWEEN})`, 'iu')).map((part, at) => (at % 2 === 1 ? part : figure(part, factor, language)));
  return made.includes(null) ? null : `${made.join('')} ${to}`;
}

function figure(text: string, factor: number, language: string): string | null {
  const comma = hasDecimalComma(language);
  const plain = comma ? text.replace(/\.(?=\d{3}(?!\d))/gu, '').replace(',', '.') : text.replace(/,(?=\d{3}(?!\d))/gu, '');
  if (!/^\d+(?:\.\d+)?$/u.test(plain)) return null;
  const value = Number(plain) * factor;
  const rounded = value >= 20 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
  // Too small for one digit: "0 m" would be wrong.
  if (Number(rounded) === 0) return null;
  return comma ? rounded.replace('.', ',') : rounded;
}

/** "10 in (25 cm)" and "25 cm / 10 in" say it already. */
function standsBeside(text: string, start: number, end: number, made: string): boolean {
  const unit = made.replace(/^[\d.,\sx×*–]+/u, '');
  const near = new RegExp(`^\\s*[(/|]\\s*[\\d.,]+[\\d.,\\sx×*–]*${unit}(?![\\p{L}])`, 'iu');
  const before = new RegExp(`[\\d.,]+\\s*${unit}\\s*[(/|]\\s*$`, 'iu');
  return near.test(text.slice(end)) || before.test(text.slice(0, start));
}
