/** Rules that take words out: `remove` named ones, `dedupe` what stands there twice. */
import { singular } from '../../../measures/listingRules/checkWords.js';
import { type Word, wordsOf } from '../../../measures/words/words.js';
import { boundSpans } from '../bound.js';
import { cut, type Span } from '../cut.js';
import { phraseFinder } from '../phrases.js';
import type { Apply } from '../rule.js';
import { smallWords } from '../smallWords.js';

/** Takes words and phrases out wherever they stand as whole words, in any case. */
export function remove(phrases: readonly string[]): Apply {
  const find = phraseFinder(phrases);
  return (text, { language }) => {
    const found = find(text);
    if (found.length === 0) return null;
    const after = cut(
      text,
      found.map(({ span }) => span),
      language,
    );
    return { text: after, did: `removed ${list(found.map(({ span }) => text.slice(...span)))}` };
  };
}

export interface DedupeOptions {
  readonly by: 'words' | 'stems';
  /** How many equal words stay: 1, or 2 as Amazon allows. */
  readonly most: number;
}

/**
 * Keeps the first of equal words, or the first `most`. What would say something else without the word stays, and counts for none: words of
 * brands ("Tarn & Kettle Electric Kettle" says kettle once), of measures, counts and denials (`bound.ts`: "500 ml", "Set of 2", "Dairy
 * Free"), words beside a figure ("2 Mugs", "iPhone 12") and parts of compounds ("Tea-Table"). Small words, numbers and single characters may
 * repeat, and a word said twice in one breath is one ("Piri Piri"). `stems`: "Mug" and "Mugs" are equal, too; no more than singular and
 * plural, for stems would take "Organ" and "Organic" for one word.
 */
export function dedupe({ by, most }: DedupeOptions): Apply {
  return (text, { language, brands }) => {
    const small = smallWords(language);
    const all = wordsOf(text);
    const keyOf = by === 'stems' ? (word: Word) => baseOf(word.key, language) : (word: Word) => word.key;
    const words = all.filter((word) => word.key.length > 1 && !small.has(word.key) && !/\p{N}/u.test(word.key));
    const keys = words.map(keyOf);
    if (new Set(keys).size === keys.length) return null;
    const exempt = [...brands(text).map(({ span }) => span), ...boundSpans(text)];
    const counts = new Map<string, number>();
    const gone = new Set<Word>();
    words.forEach((word, at) => {
      if (isInside(word, exempt) || isCompound(text, word) || isDenial(word) || isBesideFigure(text, word)) return;
      const twin = words[at - doublingOf(text, words, at)];
      if (twin !== undefined && twin !== word) {
        if (gone.has(twin)) gone.add(word);
        return;
      }
      const count = (counts.get(keys[at] as string) ?? 0) + 1;
      counts.set(keys[at] as string, count);
      if (count > most) gone.add(word);
    });
    if (gone.size === 0) return null;
    const spans = [...gone].map((word) => [word.start, word.end] as const);
    return { text: cut(text, spans, language), did: `removed ${list([...gone].map((word) => word.text))}` };
  };
}

/** Plurals of a meaning of their own: spectacles are no glass, and shorts not short. */
const OWN_PLURALS: ReadonlySet<string> = new Set(
  'glasses goods shorts briefs boxers trunks tights pants slacks works arms irons clothes sweats leggings looks means news species series customs'.split(
    ' ',
  ),
);

function baseOf(key: string, language: string): string {
  return language === 'en' && OWN_PLURALS.has(key) ? key : singular(key, language);
}

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

const DENIALS = /^(?:free|frei|no|non|not|sans|ohne|without|senza|sin|sem|zonder|utan|kein|keine)$/u;

function isDenial({ key }: Word): boolean {
  return DENIALS.test(key);
}

/** "2 Mugs" and "iPhone 12" without their noun would be figures of nothing. "Kettle 1.7 L" says its unit, so the kettle may go. */
function isBesideFigure(text: string, { start, end }: Word): boolean {
  if (/(?:^|[\s(])\d[\d.,]*\s$/u.test(text.slice(Math.max(0, start - 12), start))) return true;
  const figure = /^\s(?:of\s|for\s)?\d+(?![\p{L}\p{N}.,])\s*/iu.exec(text.slice(end, end + 16));
  return figure !== null && !boundSpans(text).some(([from, to]) => from < end + figure[0].length && to > end + figure[0].length);
}

function isInside(word: Word, spans: readonly Span[]): boolean {
  return spans.some(([start, end]) => word.start >= start && word.end <= end);
}

/** A part of a compound stays: "Tea-Table". */
function isCompound(text: string, { start, end }: Word): boolean {
  return /[\p{L}\p{N}][-/'’&]$/u.test(text.slice(0, start)) || /^[-/'’&][\p{L}\p{N}]/u.test(text.slice(end));
}

/** "kettle", "tea" and 3 more. */
export function list(words: readonly string[]): string {
  const shown = words.slice(0, 5).map((word) => `"${word}"`);
  return words.length > 5 ? `${shown.join(', ')} and ${words.length - 5} more` : shown.join(', ');
}
