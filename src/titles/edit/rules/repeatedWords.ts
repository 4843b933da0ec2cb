/**
 * Which words of a text say again what was said before: the same word, where nothing else is said by it. Left out are words that repeat as
 * they should: small ones, numbers and single characters, words of sayings ("Tell Me I’m Pretty"), of brands, of measures, counts and denials
 * (`bound.ts`), parts of compounds ("Tea-Table"), nouns of a figure ("2 Mugs"), and a word said twice in one breath ("Piri Piri").
 */
import { type Word, wordsOf } from '../../../measures/words/words.js';
import { boundSpans } from '../bound.js';
import type { Span } from '../cut.js';
import type { EditContext } from '../rule.js';
import { smallWords } from '../smallWords.js';

/** Where the words begin that were said often enough before, and for how manieth time they stand there. */
export function repeatedWords(
  text: string,
  keyOf: (word: Word) => string,
  most: number,
  { language, brands }: EditContext,
): ReadonlyMap<number, number> {
  const counts = countedIn(language);
  const asWritten = wordsOf(text);
  if (!mayRepeat(asWritten, keyOf, most, counts)) return NONE;
  const words = asWritten.filter(({ key }) => counts(key));
  const keys = words.map(keyOf);
  const branded = brands(text).map(({ span }) => span);
  const isSaidAgain = (word: Word, at: number) =>
    timesIn(keys, keys[at] as string) > most && !isInside(word, branded) && !isCompound(text, word) && !DENIALS.has(word.key);
  const again = words.map(isSaidAgain);
  const keysAgain = keys.filter((_, at) => again[at]);
  if (!keysAgain.some((key) => timesIn(keysAgain, key) > most)) return NONE;
  const repeated = new Map<number, number>();
  const seen: string[] = [];
  words.forEach((word, at) => {
    if (!again[at] || isInside(word, boundSpans(text)) || isBesideFigure(text, word)) return;
    const twin = words[at - doublingOf(text, words, at)];
    if (twin !== undefined && twin !== word) {
      if (repeated.has(twin.start)) repeated.set(word.start, repeated.get(twin.start) as number);
      return;
    }
    seen.push(keys[at] as string);
    const count = timesIn(seen, keys[at] as string);
    if (count > most) repeated.set(word.start, count);
  });
  return repeated;
}

const NONE: ReadonlyMap<number, number> = new Map();

/** Of a title's few words, counting takes less than a map. */
function timesIn(keys: readonly string[], wanted: string): number {
  let count = 0;
  for (const key of keys) if (key === wanted) count++;
  return count;
}

const countedBy = new Map<string, (key: string) => boolean>();

/** Whether a word counts at all, in a language. Catalogues say the same words thousands of times. */
function countedIn(language: string): (key: string) => boolean {
  let counts = countedBy.get(language);
  if (!counts) {
    const known = new Map<string, boolean>();
    const small = smallWords(language);
    counts = (key) => {
      let isCounted = known.get(key);
      if (isCounted === undefined) {
        isCounted = key.length > 1 && !small.has(key) && !SAYINGS.has(key) && !/\p{N}/u.test(key);
        if (known.size > MOST_KNOWN) known.clear();
        known.set(key, isCounted);
      }
      return isCounted;
    };
    countedBy.set(language, counts);
  }
  return counts;
}

const MOST_KNOWN = 50_000;

/** The beginnings of the words of a text; one list for all texts. */
const heads = new Float64Array(64);

/** From this many letters on, no ending of a plural reaches the first three: "skies" has five, and one sky. */
const LONG_WORD = 6;

/** A cheap look: words that are the same, or singular and plural, begin with the same three letters. Of very many words one may repeat. */
function mayRepeat(words: readonly Word[], keyOf: (word: Word) => string, most: number, counts: (key: string) => boolean): boolean {
  if (words.length > heads.length) return true;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const key = word.key.length < LONG_WORD ? keyOf(word) : word.key;
    const head = (key.charCodeAt(0) * 0x10000 + (key.charCodeAt(1) || 0)) * 0x10000 + (key.charCodeAt(2) || 0);
    let count = 1;
    for (let before = 0; before < at; before++) {
      if (heads[before] === head && keyOf(words[before] as Word) === keyOf(word)) count++;
    }
    if (count > most && counts(word.key)) return true;
    heads[at] = head;
  }
  return false;
}

/** Words of sentences, in songs and sayings on mugs and stickers. */
const SAYINGS: ReadonlySet<string> = new Set(
  'i me my mine you your we us our he she it its his her they them is are was be am do not all this that what who how if so just no yes too than'.split(
    ' ',
  ),
);

/** How many words before stands the word that this one doubles: 1 in "Piri Piri", 2 in "New York New York"; else 0. */
function doublingOf(text: string, words: readonly Word[], at: number): number {
  for (const distance of [1, 2]) {
    const from = at - distance;
    if (from < 0 || words[from]?.text !== words[at]?.text) continue;
    const run = text.slice((words[from] as Word).start, (words[at] as Word).end);
    if (distance === 1 && run === `${words[at]?.text} ${words[at]?.text}`) return 1;
    if (distance === 2 && isPairAgain(text, words, at)) return 2;
  }
  return 0;
}

/** Whether a word is the third or fourth of "New York New York". */
function isPairAgain(text: string, words: readonly Word[], at: number): boolean {
  return [at, at + 1].some((end) => {
    const four = words.slice(end - 3, end + 1);
    if (end < 3 || four.length < 4 || four[0]?.text !== four[2]?.text || four[1]?.text !== four[3]?.text) return false;
    return text.slice(four[0]?.start, four[3]?.end) === four.map((word) => word.text).join(' ');
  });
}

const DENIALS: ReadonlySet<string> = new Set('free frei no non not sans ohne without senza sin sem zonder utan kein keine'.split(' '));

/** "2 Mugs" and "iPhone 12" without their noun would be figures of nothing. "Kettle 1.7 L" says its unit, so the kettle may go. */
function isBesideFigure(text: string, { start, end }: Word): boolean {
  if (FIGURE_END.test(text[start - 2] ?? '') && /(?:^|[\s([{])\d[\d.,]*\s$/u.test(text.slice(Math.max(0, start - 12), start))) return true;
  const figure = /^\s(?:of\s|for\s)?\d+(?![\p{L}\p{N}.,])\s*/iu.exec(text.slice(end, end + 16));
  return figure !== null && !boundSpans(text).some(([from, to]) => from < end + figure[0].length && to > end + figure[0].length);
}

const FIGURE_END = /[\d.,]/;

function isInside(word: Word, spans: readonly Span[]): boolean {
  return spans.some(([start, end]) => word.start >= start && word.end <= end);
}

/** A part of a compound stays: "Tea-Table". */
function isCompound(text: string, { start, end }: Word): boolean {
  return (
    (joins(text[start - 1]) && /^[\p{L}\p{N}]/u.test(text.slice(Math.max(0, start - 2), start))) ||
    (joins(text[end]) && /^.[\p{L}\p{N}]/u.test(text.slice(end, end + 2)))
  );
}

function joins(mark: string | undefined): boolean {
  return mark !== undefined && "-/'’&".includes(mark);
}
