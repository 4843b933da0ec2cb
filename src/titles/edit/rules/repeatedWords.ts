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
  const asWritten = wordsOf(text);
  const small = smallWords(language);
  const often = saidOften(asWritten, keyOf, most, small);
  if (often.length === 0) return NONE;
  const branded = brands(text).map(({ span }) => span);
  const again = asWritten.filter(
    (word) =>
      often.includes(keyOf(word)) &&
      isCounted(word, small) &&
      !isInside(word, branded) &&
      !isCompound(text, word) &&
      !DENIALS.has(word.key),
  );
  if (again.every((word) => timesAmong(again, keyOf(word), keyOf) <= most)) return NONE;
  const words = asWritten.filter((word) => isCounted(word, small));
  const repeated = new Map<number, number>();
  const seen: Word[] = [];
  for (const word of again) {
    if (isInside(word, boundSpans(text)) || isBesideFigure(text, word)) continue;
    const at = words.indexOf(word);
    const twin = words[at - doublingOf(text, words, at)];
    if (twin !== undefined && twin !== word) {
      if (repeated.has(twin.start)) repeated.set(word.start, repeated.get(twin.start) as number);
      continue;
    }
    seen.push(word);
    const count = timesAmong(seen, keyOf(word), keyOf);
    if (count > most) repeated.set(word.start, count);
  }
  return repeated;
}

const NONE: ReadonlyMap<number, number> = new Map();

/** Of a title's few words, counting takes less than a map. */
function timesAmong(words: readonly Word[], key: string, keyOf: (word: Word) => string): number {
  let count = 0;
  for (const word of words) if (keyOf(word) === key) count++;
  return count;
}

function isCounted({ key }: Word, small: ReadonlySet<string>): boolean {
  return key.length > 1 && !small.has(key) && !SAYINGS.has(key) && !/\p{N}/u.test(key);
}

/** The beginnings of the words of a text; one list for all texts but very long ones. */
const HEADS = new Float64Array(64);

/** From this many letters on, no ending of a plural reaches the first three: "skies" has five, and one sky. */
const LONG_WORD = 6;

/** The keys of words that stand too often: mostly none. Those that are the same, or singular and plural, begin with the same three letters. */
function saidOften(words: readonly Word[], keyOf: (word: Word) => string, most: number, small: ReadonlySet<string>): string[] {
  const heads = words.length > HEADS.length ? new Float64Array(words.length) : HEADS;
  const often: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const key = word.key.length < LONG_WORD ? keyOf(word) : word.key;
    const head = (key.charCodeAt(0) * 0x10000 + (key.charCodeAt(1) || 0)) * 0x10000 + (key.charCodeAt(2) || 0);
    let count = 1;
    for (let before = 0; before < at; before++) {
      if (heads[before] === head && keyOf(words[before] as Word) === keyOf(word)) count++;
    }
    if (count > most && isCounted(word, small) && !often.includes(keyOf(word))) often.push(keyOf(word));
    heads[at] = head;
  }
  return often;
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
