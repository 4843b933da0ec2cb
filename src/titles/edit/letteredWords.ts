/**
 * Words as they are written in small or large letters: "U.S.", "don't" and "V60" are one each, "Shut-Off" is two. `words.ts` parts
 * texts for comparing, this for writing.
 */
import { matchesOf } from '../../measures/matches.js';
import { isAlphanumeric } from '../../measures/words/words.js';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.'’][\p{L}\p{M}\p{N}]+)*/gu;
const ASCII = /^[\0-\x7f]*$/;

export function isAsciiText(text: string): boolean {
  return ASCII.test(text);
}

/** Calls `take` for each word of a text, in their order. */
export function eachLetteredWord(text: string, isAscii: boolean, take: (word: string, start: number, end: number) => void): void {
  if (!isAscii) {
    for (const { index, 0: word } of matchesOf(WORD, text)) take(word, index, index + word.length);
    return;
  }
  for (let start = 0; start < text.length; start++) {
    if (!isAlphanumeric(text.charCodeAt(start))) continue;
    const end = asciiWordEnd(text, start);
    take(text.slice(start, end), start, end);
    start = end;
  }
}

/** The same as `WORD` on what most titles consist of, without a regular expression: where the word ends that begins here. */
function asciiWordEnd(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const isJoiner = (code === 0x2e || code === 0x27) && isAlphanumeric(text.charCodeAt(end + 1));
    if (!isJoiner && !isAlphanumeric(code)) break;
  }
  return end;
}
