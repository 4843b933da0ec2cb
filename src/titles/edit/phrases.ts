/**
 * Where phrases stand in a text: whole words, in any case, runs of spaces alike. In scripts without spaces a phrase is found anywhere.
 */

import { groupBy } from '../../measures/grouping.js';
import { matchesOf } from '../../measures/matches.js';
import { isAlphanumeric } from '../../measures/words/words.js';
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

/** Up to so many phrases are looked for one by one; of more, those are tried at each place of a text that begin as it does there. */
const FEW = 8;

/** Finds phrases, of several at one place the longest. */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const wanted = [...new Set(phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== ''))];
  if (wanted.length === 0) return () => NONE;
  const longestFirst = [...wanted].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const find = wanted.length <= FEW ? fewFinder(longestFirst) : manyFinder(longestFirst);
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

interface Key {
  /** As it was asked for. */
  readonly phrase: string;
  /** In small letters, runs of spaces as one. */
  readonly key: string;
  /** Whether it begins and ends with a letter or digit of a script with spaces. */
  readonly begins: boolean;
  readonly ends: boolean;
}

function keyed(phrase: string): Key {
  return { phrase, key: keyOf(phrase), begins: boundaryAt(phrase, 0), ends: boundaryAt(phrase, -1) };
}

const UNUSUAL_SPACE = /\s\s|[^\S ]/u;

function fewFinder(longestFirst: readonly string[]): PhraseFinder {
  // Few texts need it, and an expression of any letters takes a millisecond to make.
  let made: PhraseFinder | null = null;
  const byPattern: PhraseFinder = (text) => {
    made ??= patternFinder(longestFirst);
    return made(text);
  };
  const isPlain = longestFirst.every((phrase) => phrase.toLowerCase().length === phrase.length && !UNUSUAL_SPACE.test(phrase));
  if (!isPlain) return byPattern;
  const keys = longestFirst.map(keyed);
  return (text) => {
    const lower = plainLower(text);
    return lower === null ? byPattern(text) : oneByOne(text, lower, keys);
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

function oneByOne(text: string, lower: string, keys: readonly Key[]): readonly Found[] {
  let found: Found[] | null = null;
  for (const wanted of keys) {
    const { phrase, key } = wanted;
    for (let at = lower.indexOf(key); at !== -1; at = lower.indexOf(key, at + key.length)) {
      const end = at + key.length;
      if (!stands(wanted, text, at)) continue;
      if (found?.some(({ span }) => at < span[1] && end > span[0])) continue;
      found ??= [];
      found.push({ span: [at, end], phrase });
    }
  }
  return found === null ? NONE : found.sort((a, b) => a.span[0] - b.span[0]);
}

/** A seller may have a thousand brands: one pattern of all of them would try each at every letter, which takes milliseconds a title. */
function manyFinder(longestFirst: readonly string[]): PhraseFinder {
  const keys = longestFirst.map((phrase) => ({ ...keyed(phrase), key: smallLetters(phrase.replace(/\s+/gu, ' ')) }));
  const beginning = groupBy(keys, ({ key }) => key.slice(0, BEGINNING));
  const short = keys.filter(({ key }) => key.length < BEGINNING);
  // Of brands that differ in their case only, the last.
  const asked = new Map(keys.map(({ key, phrase }) => [key, phrase]));
  return (text) => {
    const { plain, places } = UNUSUAL_SPACE.test(text) ? withSingleSpaces(text) : { plain: text, places: null };
    const lower = smallLetters(plain);
    let found: Found[] | null = null;
    for (let at = 0; at < lower.length; at++) {
      if (at > 0 && isAlphanumeric(lower.charCodeAt(at)) && isAlphanumeric(lower.charCodeAt(at - 1))) continue;
      const begins = (wanted: Key) => lower.startsWith(wanted.key, at) && stands(wanted, plain, at);
      const wanted = beginning.get(lower.slice(at, at + BEGINNING))?.find(begins) ?? (short.length === 0 ? undefined : short.find(begins));
      if (wanted === undefined) continue;
      const last = at + wanted.key.length - 1;
      found ??= [];
      found.push({
        span: places === null ? [at, last + 1] : [places[at] as number, (places[last] as number) + 1],
        phrase: asked.get(wanted.key) as string,
      });
      at = last;
    }
    return found ?? NONE;
  };
}

/** In small letters, without those that would become two ("İ"): all offsets stay. */
function smallLetters(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, at) => {
    const letter = (text[at] as string).toLowerCase();
    return letter.length === 1 ? letter : text[at];
  }).join('');
}

/** A text with each run of spaces as one, and where each of its characters stood. */
function withSingleSpaces(text: string): { readonly plain: string; readonly places: readonly number[] } {
  let plain = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const isSpace = /\s/u.test(text[at] as string);
    if (isSpace && plain.endsWith(' ')) continue;
    plain += isSpace ? ' ' : text[at];
    places.push(at);
  }
  return { plain, places };
}

/** Letters by which phrases are told apart at first. */
const BEGINNING = 3;

/** Whether a phrase that is found at a place is a word of its own there. */
function stands({ key, begins, ends }: Key, text: string, at: number): boolean {
  const end = at + key.length;
  // Nearly all stand between spaces.
  const isAfterWord = begins && at > 0 && text[at - 1] !== ' ' && BEFORE_WORD.test(text.slice(Math.max(0, at - 3), at));
  return !isAfterWord && !(ends && end < text.length && text[end] !== ' ' && AFTER_WORD.test(text.slice(end, end + 3)));
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
