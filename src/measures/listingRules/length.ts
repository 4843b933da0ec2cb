/**
 * How long a text is in the unit in which a platform counts.
 *
 * | unit | what counts | source |
 * |---|---|---|
 * | characters | code points: an emoji of one code point is 1, é written as e and an accent is 2 | what the tools that check Amazon titles count |
 * | utf8-bytes | bytes of UTF-8: é 2, 中 3, an emoji 4 | Amazon's search terms |
 * | gbk-bytes | bytes of GB18030: ASCII 1, characters of GBK 2, all others 4 | Taobao: the longest of 27,598 Tmall titles has exactly 60 |
 * | cp932-bytes | bytes of CP932: ASCII, ¥, ‾ and half-width katakana 1, everything else 2 | Rakuten |
 *
 * The text is counted as it stands: nothing is trimmed or normalised, because the platform counts what it is sent.
 * Left out: characters that CP932 cannot write at all (emoji, ç) count 2, as the full-width mark that would replace
 * them; half surrogates count as the replacement character.
 */
import { gb18030Bytes } from './gb18030.js';

export type LengthUnit = 'characters' | 'utf8-bytes' | 'gbk-bytes' | 'cp932-bytes';

/** The length of a text in a unit. */
export function countLength(text: string, unit: LengthUnit): number {
  if (unit === 'characters') return codePoints(text);
  const size = SIZES[unit];
  let length = 0;
  for (const character of text) length += size(wellFormed(character.codePointAt(0) as number));
  return length;
}

/** Half surrogates count as one each. */
function codePoints(text: string): number {
  let pairs = 0;
  for (let at = 1; at < text.length; at++) {
    if (!isLowSurrogate(text.charCodeAt(at)) || !isHighSurrogate(text.charCodeAt(at - 1))) continue;
    pairs++;
    at++;
  }
  return text.length - pairs;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

const SIZES: Readonly<Record<Exclude<LengthUnit, 'characters'>, (codePoint: number) => number>> = {
  'utf8-bytes': utf8Bytes,
  'gbk-bytes': gb18030Bytes,
  'cp932-bytes': cp932Bytes,
};

function utf8Bytes(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

function cp932Bytes(codePoint: number): number {
  const single = codePoint < 0x80 || codePoint === 0xa5 || codePoint === 0x203e || (codePoint >= 0xff61 && codePoint <= 0xff9f);
  return single ? 1 : 2;
}

/** No encoding can write half a surrogate pair; encoders put U+FFFD in its place. */
function wellFormed(codePoint: number): number {
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
}
