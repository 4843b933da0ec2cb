/**
 * Words: shouted ones, ones that stand too often.
 *
 * Shouting is judged by the title, not the word: at least two shouted words, and at least half of the letters in shouted words.
 * Not counted: words of up to three letters or with a digit (models, sizes), four letters without a vowel, known acronyms, the
 * brand; where no brand is known, up to two shouted words at the head, which may be it.
 *
 * Repetition counts words by their compared form (`words.ts`), without function words, numbers, single letters, measures.
 * Chinese and Japanese are segmented only where some two characters stand often enough for a repetition at all.
 */
import type { Word } from '../words/words.js';
import { ACRONYMS, MEASURE_WORDS } from './acronyms.js';
import type { Check } from './checkCharacters.js';
import type { PreparedText } from './prepared.js';
import { type Hit, NO_HITS } from './subject.js';

const LEAST_SHOUTED = 2;
const SHOUTED_SHARE = 0.5;
/** Shouted words at the head that may be a brand nobody told. */
const MAYBE_BRAND = 2;

/** Capitals beyond what is left to acronyms, sizes and brands. `allowed`: further words, as compared. */
export function allCaps(allowed: ReadonlySet<string>): Check {
  return (text, subject) => {
    if (text.isAscii && !SHOUTS_TWICE.test(text.text)) return NO_HITS;
    if (!/\p{Lu}{4}/u.test(text.text) || !mayShout(text.words())) return NO_HITS;
    const words = text.words().filter((word) => /\p{L}{2}/u.test(word.text) && !/\p{N}|\p{Lo}/u.test(word.text));
    const brand = new Set((subject.brand ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u));
    const judged = words.map((word) => ({ word, isShouted: isShouted(word.text) && !allowed.has(word.key) && !brand.has(word.key) }));
    const loud = subject.brand === null && judged.some(({ isShouted }) => !isShouted) ? withoutHead(judged) : judged;
    const shouted = loud.filter(({ isShouted }) => isShouted).map(({ word }) => word);
    const [first] = shouted;
    const last = shouted.at(-1);
    if (!first || !last || shouted.length < LEAST_SHOUTED) return NO_HITS;
    const quiet = words.filter(({ text: word }) => /\p{Ll}/u.test(word));
    if (letters(shouted) / (letters(shouted) + letters(quiet)) < SHOUTED_SHARE) return NO_HITS;
    const names = [...new Set(shouted.map((word) => word.text))];
    const shown = names.slice(0, 4);
    const message = `${shouted.length} words in capitals${besides(judged.length - loud.length)}: ${shown.join(', ')}${names.length > shown.length ? ', …' : '.'}`;
    return [{ message, found: shouted.length, limit: null, span: [first.start, last.end], fix: null }];
  };
}

/** A cheap look before words are made: two of four capitals or more, of which some may be apostrophes ("DON'T"). */
const SHOUTS_TWICE = /[A-Z][A-Z']{2,}[A-Z].*[A-Z][A-Z']{2,}[A-Z]/s;

/** A cheap look: most titles with a word in capitals have one, a brand or a standard. */
function mayShout(words: readonly Word[]): boolean {
  let shouted = 0;
  for (const { text } of words) if (isShouted(text)) shouted++;
  return shouted >= LEAST_SHOUTED;
}

/** What of the head is left out of the count, so that nobody counts otherwise. */
function besides(left: number): string {
  if (left === 0) return '';
  return left === 1 ? ' besides the first, which may be a brand' : ' besides the first two, which may be a brand';
}

type Judged = { readonly word: Word; readonly isShouted: boolean };

function withoutHead(judged: readonly Judged[]): readonly Judged[] {
  const quiet = judged.findIndex(({ isShouted }) => !isShouted);
  return judged.slice(Math.min(quiet === -1 ? judged.length : quiet, MAYBE_BRAND));
}

function isShouted(word: string): boolean {
  if (word.length <= 3 || isLetter(word.charCodeAt(1))) return false;
  if (word !== word.toUpperCase() || word === word.toLowerCase()) return false;
  if (word.length === 4 && !/[AEIOUYÀ-Ý]/.test(word)) return false;
  return !ACRONYMS.has(word) && !/^(?=[MDCLXVI])M*(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/.test(word);
}

function letters(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + word.text.length, 0);
}

interface Repetition {
  readonly most: number;
  /** Count singular and plural as one: only what is no repetition of one form already. */
  readonly forms: boolean;
  readonly language: string;
  /** Words that may stand as often as they like, as compared. */
  readonly exempt: ReadonlySet<string>;
}

/** The same word more often than allowed; one finding a word. */
export function repeatedWord({ most, forms, language, exempt }: Repetition): Check {
  return (text) => {
    if (!mayRepeat(text, most, forms)) return NO_HITS;
    const counted = new Map<string, Word[]>();
    for (const word of text.words()) {
      if (!counts(word, exempt)) continue;
      const key = forms ? singular(word.key, language) : word.key;
      const places = counted.get(key);
      if (places) places.push(word);
      else counted.set(key, [word]);
    }
    const hits: Hit[] = [];
    for (const places of counted.values()) {
      if (places.length > most && !(forms && isOneForm(places, most))) hits.push(repetition(text.text, places, most));
    }
    return hits.length === 0 ? NO_HITS : hits;
  };
}

function counts({ key, text }: Word, exempt: ReadonlySet<string>): boolean {
  return key.length > 1 && !/^\p{N}/u.test(key) && /\p{L}/u.test(text) && !MEASURE_WORDS.has(key) && !exempt.has(key);
}

function isOneForm(places: readonly Word[], most: number): boolean {
  const forms = new Map<string, number>();
  for (const { key } of places) forms.set(key, (forms.get(key) ?? 0) + 1);
  return [...forms.values()].some((count) => count > most);
}

function repetition(text: string, places: readonly Word[], most: number): Hit {
  const { start, end } = places[most] as Word;
  const forms = [...new Set(places.map((word) => whole(text, word, places)))];
  const more = most === 2 ? 'twice' : most === 1 ? 'once' : `${most} times`;
  const message =
    forms.length === 1
      ? `"${forms[0]}" stands ${places.length} times, more than ${more}.`
      : `${forms.map((form) => `"${form}"`).join(' and ')} stand ${places.length} times together, which may count as one word.`;
  return { message, found: places.length, limit: most, span: [start, end], fix: null };
}

/** A segmenter may cut a word it does not know (玻尿酸): what stands before it at every place belongs to it. */
function whole(text: string, { key, start }: Word, places: readonly Word[]): string {
  if (!/^\p{Script=Han}/u.test(key)) return key;
  const before = text[start - 1] ?? '';
  const belongs = /\p{Script=Han}/u.test(before) && places.every((place) => text[place.start - 1] === before);
  return belongs ? before + key : key;
}

/** Endings of plurals by language. No stems: these would take "oatly" and "oat", "stander" and "stand" for one word. */
const PLURALS: Readonly<Record<string, RegExp>> = {
  en: /(?<=(?:[sxz]|[cs]h))es$|(?<=[^su])s$/,
  de: /(?:en|er|n|e|s)$/,
  fr: /[sx]$/,
  es: /e?s$/,
  pt: /e?s$/,
  it: /[aeio]$/,
  nl: /(?:en|s)$/,
  sv: /(?:ar|er|or|n)$/,
  da: /(?:er|e|r)$/,
  no: /(?:er|e|r)$/,
};

/** A word without the ending of a plural. */
export function singular(key: string, language: string): string {
  const plural = PLURALS[language];
  if (!plural || key.length < 4) return key;
  if (language === 'en' && /[^aeiou]ies$/.test(key)) return `${key.slice(0, -3)}y`;
  return key.replace(plural, '');
}

/** A cheap look before words are made: can anything stand more than `most` times? */
function mayRepeat({ text, isAscii, folded }: PreparedText, most: number, forms: boolean): boolean {
  if (isAscii) return mayRepeatHead(folded, most, forms ? formHead : wordHead);
  return !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text) || mayRepeatPair(folded, most);
}

/** The beginnings of the words of a text; one list for all texts. */
const heads = new Int32Array(64);

/** In a text of very many words one may repeat, unlooked. */
function mayRepeatHead(folded: string, most: number, headAt: (folded: string, at: number) => number): boolean {
  let seen = 0;
  for (let at = 0; at + 1 < folded.length; at++) {
    if (!isLetter(folded.charCodeAt(at)) || (at > 0 && isLetter(folded.charCodeAt(at - 1)))) continue;
    const head = headAt(folded, at);
    let count = 1;
    for (let before = 0; before < seen; before++) if (heads[before] === head) count++;
    if (count > most || seen === heads.length) return true;
    heads[seen++] = head;
  }
  return false;
}

/** Words that are the same begin with the same three letters, or have only two. */
function wordHead(folded: string, at: number): number {
  const third = folded.charCodeAt(at + 2);
  return (folded.charCodeAt(at) * 128 + folded.charCodeAt(at + 1)) * 128 + (isLetter(third) ? third : 0);
}

const [I, Y] = [0x69, 0x79];

/** No ending of a plural reaches the first two letters, but that of "-ies", whose singular ends in y: sky and skies. */
function formHead(folded: string, at: number): number {
  const second = folded.charCodeAt(at + 1);
  return folded.charCodeAt(at) * 128 + (second === Y ? I : second);
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function mayRepeatPair(folded: string, most: number): boolean {
  const pairs = new Map<number, number>();
  for (let at = 0; at + 1 < folded.length; at++) {
    const first = folded.charCodeAt(at);
    if (first === 32) continue;
    // Two pairs may fall together: then words are made for nothing.
    const pair = (first * 8191 + folded.charCodeAt(at + 1)) & 0x3fffffff;
    const count = (pairs.get(pair) ?? 0) + 1;
    if (count > most) return true;
    pairs.set(pair, count);
  }
  return false;
}
