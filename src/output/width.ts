/**
 * How many columns a text takes on a terminal: counted here for the characters of nearly all texts, else by string-width. Its
 * regular expressions name every emoji and take 30 ms to load, so index.ts loads it with the first text that needs it.
 */

type Measure = (text: string) => number;

let measureGraphemes: Measure | null = null;

/** Thrown for a text whose characters may combine, as long as nobody gave the measure for it. */
export class UnmeasuredText extends Error {}

export function measureGraphemesWith(measure: Measure): void {
  measureGraphemes = measure;
}

/** One column each: ASCII, Latin without the soft hyphen, dashes and quotes, currency signs, arrows, ≈ ≤ ≥, blocks, ✓ ✗. */
const NARROW =
  '\\x20-\\x7e\\u00a1-\\u00ac\\u00ae-\\u02ff\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20bf\\u2190-\\u2193\\u2212\\u2248\\u2264\\u2265\\u2500-\\u259f\\u2713\\u2717';
/** Two columns each: hiragana, katakana, Chinese characters, full-width ASCII and CJK punctuation. */
const WIDE = '\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc\\u4e00-\\u9fff\\uff01-\\uff60';

const COMMON = new RegExp(`^[${NARROW}${WIDE}]*$`);
const WIDE_ONES = new RegExp(`[${WIDE}]`, 'g');
const ASCII = /^[\x20-\x7e]*$/;

export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  if (COMMON.test(text)) return text.length + (text.match(WIDE_ONES)?.length ?? 0);
  if (measureGraphemes === null) throw new UnmeasuredText(text);
  return measureGraphemes(text);
}
