/**
 * The words by which a text is found, and whether a text has those of a search term.
 *
 * A search term is covered by a text that has all its words, in any order and in any form: the words are compared by their stems
 * (stems.ts), function words do not count, "1.7L", "1.7 l" and "1.7 liter" are the same two words, café is cafe. A word of a language without
 * spaces is also covered inside a longer one: 保温杯 by 不锈钢保温杯, since where such a text is cut is nobody's decision but the
 * segmenter's.
 *
 * What it leaves out: synonyms, compounds of European languages (Wasserkocher has no kocher), misspellings.
 */
import { isFunctionWord } from './functionWords.js';
import { stemOf } from './stems.js';
import { type Dictionary, wordKey, wordsOf } from './words.js';

export interface SearchWord {
  /** As it stands in the text. */
  readonly text: string;
  readonly key: string;
  readonly stem: string;
  /** An article, preposition or conjunction. */
  readonly isFunction: boolean;
  /** Where it stands, UTF-16 offsets, end exclusive. The two words of "1.7L" share a place. */
  readonly start: number;
  readonly end: number;
}

/** What one text, or several together, are searched by. */
export interface SearchText {
  readonly stems: ReadonlySet<string>;
  /** The texts in their compared form, for words that stand inside longer ones. */
  readonly key: string;
}

/** Spellings of units and counts. `in` is left alone: it is a preposition, too. */
const UNITS: Readonly<Record<string, string>> = {
  liter: 'l',
  liters: 'l',
  litre: 'l',
  litres: 'l',
  ltr: 'l',
  milliliter: 'ml',
  millilitre: 'ml',
  ounce: 'oz',
  ounces: 'oz',
  gram: 'g',
  grams: 'g',
  kilogram: 'kg',
  kilo: 'kg',
  pound: 'lb',
  pounds: 'lb',
  lbs: 'lb',
  pc: 'pcs',
  piece: 'pcs',
  pieces: 'pcs',
  count: 'pcs',
  ct: 'pcs',
};

const NUMBER_AND_UNIT = /^(\p{N}+(?:[.,]\p{N}+)*)(\p{L}+)$/u;
const WITHOUT_SPACES = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]/u;

/** The words of a text in their order, function words marked. */
export function searchWords(text: string, language: string, dictionary?: Dictionary): SearchWord[] {
  return wordsOf(text, dictionary).flatMap((word) => {
    const parts = NUMBER_AND_UNIT.exec(word.key);
    const keys = parts ? [parts[1] as string, parts[2] as string] : [word.key];
    return keys.map((key) => ({
      text: word.text,
      key,
      stem: stem(key, language),
      isFunction: isFunctionWord(key, language),
      start: word.start,
      end: word.end,
    }));
  });
}

/** The words of a search term that a text must have: each stem once, without function words unless there is nothing else. */
export function termWords(term: string, language: string, dictionary?: Dictionary): SearchWord[] {
  const all = partsOfTerm(term, language, dictionary);
  const meant = all.filter((word) => !word.isFunction);
  const seen = new Set<string>();
  return (meant.length === 0 ? all : meant).filter((word) => !seen.has(word.stem) && seen.add(word.stem));
}

/**
 * A term of a language without spaces is a word of its own dictionary. Where the dictionary knows a part of it, the parts are its words:
 * 生日礼物马克杯 asks for 生日, 礼物 and 马克杯, in whatever order.
 */
function partsOfTerm(term: string, language: string, dictionary?: Dictionary): SearchWord[] {
  const whole = searchWords(term, language, dictionary);
  if (dictionary === undefined) return whole;
  return whole.flatMap((word) => {
    if (!dictionary.words.has(word.key)) return [word];
    const others = { ...dictionary, words: new Set(insides(word.key).filter((inside) => dictionary.words.has(inside))) };
    const parts = others.words.size === 0 ? [] : searchWords(word.text, language, others);
    return parts.some((part) => others.words.has(part.key)) ? parts : [word];
  });
}

/** Every part of a word of two characters or more, but not the whole. */
function insides(word: string): string[] {
  const starts = Array.from({ length: word.length - 1 }, (_, start) => start);
  return starts.flatMap((start) =>
    starts.map((more) => word.slice(start, start + more + 2)).filter((part) => part.length > 1 && part !== word),
  );
}

/** What texts are searched by together. Unknown texts add nothing. */
export function searchText(texts: readonly (string | null)[], language: string, dictionary?: Dictionary): SearchText {
  const known = texts.filter((text) => text !== null);
  const stems = new Set(known.flatMap((text) => searchWords(text, language, dictionary).map((word) => word.stem)));
  return { stems, key: known.map(wordKey).join('\n') };
}

/** Whether the text has the word, in any form. */
export function hasWord(text: SearchText, word: Pick<SearchWord, 'stem' | 'key'>): boolean {
  return text.stems.has(word.stem) || (isUnspaced(word.key) && text.key.includes(word.key));
}

/** Whether the text has all of a term's words. */
export function covers(text: SearchText, words: readonly Pick<SearchWord, 'stem' | 'key'>[]): boolean {
  return words.length > 0 && words.every((word) => hasWord(text, word));
}

/** Whether a word is written in a script without spaces between words. */
export function isUnspaced(key: string): boolean {
  return WITHOUT_SPACES.test(key);
}

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  en: ['with', 'for'],
  de: ['mit', 'für'],
  fr: ['avec', 'pour'],
  es: ['con', 'para'],
  it: ['con', 'per'],
  pt: ['com', 'para'],
  nl: ['met', 'voor'],
  sv: ['med', 'för'],
  da: ['med', 'til'],
  no: ['med', 'til'],
};

/** Whether a word begins a phrase about what comes with a thing, or what it is for. */
export function opensPhrase(word: string, language: string): boolean {
  return (OPENERS[language] ?? []).includes(wordKey(word));
}

/** A search term as it is compared and counted: NFKC, lower case, single spaces. */
export function normalTerm(term: string): string {
  return wordKey(term).replace(/\s+/g, ' ').trim();
}

/** Languages in which a letter with a mark is another letter: å is no a. In the others shoppers leave the marks out. */
const MARKS_MATTER: ReadonlySet<string> = new Set(['sv', 'da', 'no', 'fi', 'hu', 'tr', 'ru', 'ja', 'ko', 'th']);

function stem(key: string, language: string): string {
  const unit = UNITS[key];
  if (unit !== undefined) return unit;
  if (/^\p{N}/u.test(key)) return key.replace(',', '.');
  if (MARKS_MATTER.has(language)) return stemOf(key, language);
  // English has no marks of its own; the stemmers of the others need theirs.
  return language === 'en' ? stemOf(unmarked(key), language) : unmarked(stemOf(key, language));
}

function unmarked(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
}
