/** How many columns a text takes on a terminal. */
import stringWidth from 'string-width';

/** One column each: ASCII, Latin without the soft hyphen, dashes and quotes, currency signs, arrows, blocks. */
const NARROW =
  '\\x20-\\x7e\\u00a1-\\u00ac\\u00ae-\\u02ff\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20bf\\u2190-\\u2193\\u2212\\u2500-\\u259f';
/** Two columns each: hiragana, katakana, Chinese characters, full-width ASCII and CJK punctuation. */
const WIDE = '\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc\\u4e00-\\u9fff\\uff01-\\uff60';

const COMMON = new RegExp(`^[${NARROW}${WIDE}]*$`);
const WIDE_ONES = new RegExp(`[${WIDE}]`, 'g');
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Graphemes are looked for only where a text has characters that may combine: the first look costs 20 ms, and a long table of
 * plain cells a hundred.
 */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  return COMMON.test(text) ? text.length + (text.match(WIDE_ONES)?.length ?? 0) : stringWidth(text);
}
