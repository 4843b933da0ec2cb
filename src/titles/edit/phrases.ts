/**
 * Where phrases stand in a text: whole words, in any case, runs of spaces alike. In scripts without spaces a phrase is found anywhere.
 */

import { matchesOf } from '../../measures/matches.js';
import type { Span } from './cut.js';

export interface Found {
  readonly span: Span;
  /** The phrase as it was asked for. */
  readonly phrase: string;
}

export type PhraseFinder = (text: string) => readonly Found[];

const WORD = '\\p{L}\\p{N}\\p{M}';
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const single = new Map<string, PhraseFinder>();

/** A finder of one phrase; attributes repeat over a catalogue. */
export function finderOf(phrase: string): PhraseFinder {
  let finder = single.get(phrase);
  if (!finder) {
    finder = phraseFinder([phrase]);
    if (single.size > 10_000) single.clear();
    single.set(phrase, finder);
  }
  return finder;
}

/** Up to so many phrases are looked for one by one, which is faster than one pattern of all. */
const FEW = 8;

/** Finds phrases, of several at one place the longest. */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const wanted = [...new Set(phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== ''))];
  if (wanted.length === 0) return () => NONE;
  const longestFirst = [...wanted].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const byPattern = patternFinder(longestFirst);
  const keys = longestFirst.map((phrase) => ({
    phrase,
    key: phrase.toLowerCase(),
    begins: boundaryAt(phrase, 0),
    ends: boundaryAt(phrase, -1),
  }));
  const isPlain =
    wanted.length <= FEW && longestFirst.every((phrase, at) => keys[at]?.key.length === phrase.length && !UNUSUAL_SPACE.test(phrase));
  const find: PhraseFinder = (text) => {
    const lower = isPlain ? plainLower(text) : null;
    return lower === null ? byPattern(text) : oneByOne(text, lower, keys);
  };
  // One rule after the other asks about the same text.
  let lastText: string | null = null;
  let lastFound: readonly Found[] = NONE;
  return (text) => {
    if (text !== lastText) {
      lastFound = find(text);
      lastText = text;
    }
    return lastFound;
  };
}

let lastPlain: { readonly text: string; readonly lower: string | null } = { text: '', lower: '' };

/** A text in small letters, where that keeps all offsets and no space is doubled; else null. Several finders ask about one text. */
function plainLower(text: string): string | null {
  if (lastPlain.text !== text) {
    const lower = text.toLowerCase();
    lastPlain = { text, lower: lower.length === text.length && !UNUSUAL_SPACE.test(text) ? lower : null };
  }
  return lastPlain.lower;
}

const UNUSUAL_SPACE = /\s\s|[^\S ]/u;

interface Key {
  readonly phrase: string;
  readonly key: string;
  /** Whether it begins and ends with a letter or digit of a script with spaces. */
  readonly begins: boolean;
  readonly ends: boolean;
}

function oneByOne(text: string, lower: string, keys: readonly Key[]): readonly Found[] {
  let found: Found[] | null = null;
  for (const { phrase, key, begins, ends } of keys) {
    for (let at = lower.indexOf(key); at !== -1; at = lower.indexOf(key, at + key.length)) {
      const end = at + key.length;
      if ((begins && BEFORE_WORD.test(text.slice(Math.max(0, at - 3), at))) || (ends && AFTER_WORD.test(text.slice(end, end + 3))))
        continue;
      if (found?.some(({ span }) => at < span[1] && end > span[0])) continue;
      found ??= [];
      found.push({ span: [at, end], phrase });
    }
  }
  return found === null ? NONE : found.sort((a, b) => a.span[0] - b.span[0]);
}

const BEFORE_WORD = /[\p{L}\p{N}\p{M}]-?$/u;
const AFTER_WORD = /^-?[\p{L}\p{N}\p{M}]/u;

function patternFinder(longestFirst: readonly string[]): PhraseFinder {
  const byKey = new Map(longestFirst.map((phrase) => [keyOf(phrase), phrase]));
  const pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'iu');
  const everywhere = new RegExp(pattern, 'giu');
  return (text) => {
    if (!pattern.test(text)) return NONE;
    return matchesOf(everywhere, text).map((match) => ({
      span: [match.index, match.index + match[0].length] as const,
      phrase: byKey.get(keyOf(match[0])) ?? match[0],
    }));
  };
}

const NONE: readonly Found[] = [];

function keyOf(phrase: string): string {
  return phrase.toLowerCase().replace(/\s+/gu, ' ');
}

/** A word that a hyphen joins to another is no word of its own: "free" does not stand in "BPA-free". */
function patternOf(phrase: string): string {
  const body = phrase.split(/\s+/u).map(literal).join('\\s+');
  const begins = boundaryAt(phrase, 0) ? `(?<![${WORD}])(?<![${WORD}]-)` : '';
  const ends = boundaryAt(phrase, -1) ? `(?![${WORD}])(?!-[${WORD}])` : '';
  return begins + body + ends;
}

/** A text as a regular expression that finds it. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

function boundaryAt(phrase: string, at: number): boolean {
  const character = phrase.at(at) as string;
  return /[\p{L}\p{N}\p{M}]/u.test(character) && !UNSPACED.test(character);
}
