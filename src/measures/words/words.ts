/**
 * Words of a listing text: where each stands, and the form in which it is compared.
 *
 * Latin, Cyrillic and the like: a run of letters, marks and digits, with what joins them inside a word (an apostrophe, a hyphen or
 * slash between letters stays a boundary; a dot or comma between digits does not: "1.7" and "T-shirt" are ["1.7"] and ["T", "shirt"]).
 * Chinese, Japanese, Thai and Korean have no spaces: a dictionary (the seller's own keywords) splits by the longest match, and
 * what it does not know is split by Intl.Segmenter (ICU).
 *
 * The compared form (`key`) is NFKC in lower case. Stems are a matter of `stems.ts`.
 */
import { matchesOf } from '../matches.js';

export interface Word {
  /** As it stands in the text. */
  readonly text: string;
  /** NFKC, lower case. */
  readonly key: string;
  /** Offsets in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Words of languages that are written without spaces, by their keys. */
export interface Dictionary {
  readonly words: ReadonlySet<string>;
  /** Length of the longest, in UTF-16 units. */
  readonly longest: number;
}

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}ー々';
const RUN = new RegExp(`[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{M}\\p{N}])+(?:[.,'’](?:(?![${CJK}])[\\p{L}\\p{M}\\p{N}])+)*`, 'gu');
const IS_CJK = new RegExp(`^[${CJK}]`, 'u');

const ASCII = /^[\0-\x7f]*$/;

let segmenter: Intl.Segmenter | undefined;

/** The form in which words are compared. */
export function wordKey(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase();
}

/** A dictionary of words for text without spaces; words of one character are left out. */
export function dictionaryOf(words: Iterable<string>): Dictionary {
  const keys = new Set<string>();
  let longest = 0;
  for (const word of words) {
    const key = wordKey(word.trim());
    if (key.length < 2) continue;
    keys.add(key);
    longest = Math.max(longest, key.length);
  }
  return { words: keys, longest };
}

let last: { readonly text: string; readonly dictionary: Dictionary | undefined; readonly words: readonly Word[] } | null = null;

/** The words of a text, in their order. One rule after the other asks about the same text. */
export function wordsOf(text: string, dictionary?: Dictionary): readonly Word[] {
  if (last?.text !== text || last.dictionary !== dictionary) last = { text, dictionary, words: readWords(text, dictionary) };
  return last.words;
}

function readWords(text: string, dictionary: Dictionary | undefined): Word[] {
  if (ASCII.test(text)) return asciiWords(text);
  const words: Word[] = [];
  for (const match of matchesOf(RUN, text)) {
    const start = match.index;
    if (IS_CJK.test(match[0])) words.push(...unspaced(match[0], start, dictionary));
    else words.push(...spaced(match[0], start));
  }
  return words;
}

/** The same on what most titles consist of, without a regular expression: several times as fast. */
function asciiWords(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isAlphanumeric(text.charCodeAt(at))) continue;
    let end = at + 1;
    let isPlain = true;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (isAlphanumeric(code)) continue;
      const isJoiner = (code === 0x2e || code === 0x2c || code === 0x27) && isAlphanumeric(text.charCodeAt(end + 1));
      if (!isJoiner) break;
      isPlain &&= code === 0x27;
    }
    const run = text.slice(at, end);
    if (isPlain) words.push({ text: run, key: run.toLowerCase(), start: at, end });
    else words.push(...spaced(run, at));
    at = end;
  }
  return words;
}

/** Whether a code is an ASCII letter or digit. */
export function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

const JOINED = /\p{N}+(?:[.,]\p{N}+)+\p{L}*|[^.,]+/gu;

/** "4,5" and "1.7" are one word, "don't" is one, "red.Blue" and "M,L" are two. */
function spaced(run: string, start: number): Word[] {
  if (!run.includes('.') && !run.includes(',')) return [word(run, start)];
  const parts: Word[] = [];
  for (const match of matchesOf(JOINED, run)) parts.push(word(match[0], start + match.index));
  return parts;
}

function unspaced(run: string, start: number, dictionary: Dictionary | undefined): Word[] {
  const words: Word[] = [];
  let unknownFrom = 0;
  let at = 0;
  while (dictionary && at < run.length) {
    const length = longestAt(run, at, dictionary);
    if (length === 0) {
      at++;
      continue;
    }
    words.push(...segmented(run.slice(unknownFrom, at), start + unknownFrom), word(run.slice(at, at + length), start + at));
    at += length;
    unknownFrom = at;
  }
  return [...words, ...segmented(run.slice(unknownFrom), start + unknownFrom)];
}

function longestAt(run: string, at: number, { words, longest }: Dictionary): number {
  for (let length = Math.min(longest, run.length - at); length >= 2; length--) {
    if (words.has(wordKey(run.slice(at, at + length)))) return length;
  }
  return 0;
}

function segmented(text: string, start: number): Word[] {
  if (text === '') return [];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => word(part.segment, start + part.index));
}

function word(text: string, start: number): Word {
  return { text, key: wordKey(text), start, end: start + text.length };
}
