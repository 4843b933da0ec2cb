/**
 * Values that a platform gives only as a band: `600 ~ 1200`, `5% ~ 7.5%` (Sycm), `1万+`, `10w+`, `5000~1.0万`, `1K – 10K` (Keyword Planner),
 * `< 10%`, `> 90%` (Google Ads impression shares), `>306`, `$0.41` (Helium 10; the sign of a currency says nothing here). A plain number is a band of one value.
 *
 * An end that is not said is null: `> 90%` does not say "at most 100 %". Whether an end is included is kept only in the text.
 * A unit or percent sign on the upper end alone holds for both when the lower end would otherwise be the greater part of it:
 * `1-3万` is 10,000 to 30,000 (1 < 3), `5000~1.0万` is 5,000 to 10,000 (5000 > 1).
 */
import { isMissingText } from './missing.js';
import type { Numeral } from './numeral.js';
import { numeralValue, readNumeral } from './numeral.js';
import { plainText } from './plainText.js';
import { CellProblem } from './problem.js';
import type { RatioOptions } from './ratio.js';

export interface Band {
  readonly low: number | null;
  readonly high: number | null;
  /** As the cell writes it, trimmed. */
  readonly text: string;
}

const BELOW = /^(?:<=?|≤|under|below|up to)\s*(.+)$|^(.+?)\s*(?:以下|以内)$/i;
const ABOVE = /^(?:>=?|≥|over|above)\s*(.+)$|^(.+?)\s*(?:\+|以上)$/i;
const BETWEEN = /\s*(?:~|〜|–|—|-|至|到|から|\bto\b)\s*/g;

/** A band, null where the cell is missing. */
export function parseBand(cell: string, options?: RatioOptions): Band | null | CellProblem {
  const text = plainText(cell);
  if (isMissingText(text)) return null;
  const ends = single(text, options) ?? open(text, options) ?? between(text, options);
  if (ends === null) return new CellProblem('number or band');
  if (ends.low !== null && ends.high !== null && ends.low > ends.high) {
    return new CellProblem('band', 'its lower end is above its upper end');
  }
  return { ...ends, text: cell.trim() };
}

type Ends = Omit<Band, 'text'>;

function single(text: string, options: RatioOptions | undefined): Ends | null {
  const numeral = read(text, options);
  if (numeral === null) return null;
  const value = bandEnd(numeral, options);
  return { low: value, high: value };
}

function open(text: string, options: RatioOptions | undefined): Ends | null {
  const below = BELOW.exec(text);
  const above = below ? null : ABOVE.exec(text);
  const match = below ?? above;
  const numeral = match && read(match[1] ?? match[2] ?? '', options);
  if (!numeral) return null;
  const value = bandEnd(numeral, options);
  return below ? { low: null, high: value } : { low: value, high: null };
}

function between(text: string, options: RatioOptions | undefined): Ends | null {
  for (const match of text.matchAll(BETWEEN)) {
    const low = read(text.slice(0, match.index), options);
    const high = read(text.slice(match.index + match[0].length), options);
    if (low && high) return { low: bandEnd(sharing(low, high), options), high: bandEnd(high, options) };
  }
  return null;
}

/** The lower end with the unit and percent sign of the upper one, where it has none and is meant in the same. */
function sharing(low: Numeral, high: Numeral): Numeral {
  if (low.unitExponent !== 0 || low.percent) return low;
  const inSameUnit = numeralValue(low) <= numeralValue(high, -high.unitExponent);
  const scale = inSameUnit ? low.scale - high.unitExponent : low.scale;
  return { ...low, scale, percent: high.percent };
}

function read(text: string, options: RatioOptions | undefined): Numeral | null {
  const numeral = readNumeral(text, { expected: 'band', mark: options?.decimal ?? 'auto', currency: true, percent: true, units: true });
  return numeral instanceof CellProblem || !Number.isFinite(numeralValue(numeral)) ? null : numeral;
}

function bandEnd(numeral: Numeral, options: RatioOptions | undefined): number {
  return numeralValue(numeral, numeral.percent || options?.percentHeader === true ? -2 : 0);
}
