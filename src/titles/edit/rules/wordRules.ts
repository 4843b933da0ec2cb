/** Rules that take words out: `remove` named ones, `dedupe` what stands there twice. */
import { stemOf } from '../../../measures/words/stems.js';
import { type Word, wordsOf } from '../../../measures/words/words.js';
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
 * Keeps the first of equal words, or the first `most`. Brands keep all their words, and these count for none: "Tarn & Kettle Electric
 * Kettle" says kettle once. So do parts of compounds ("Tea-Table"). Small words, numbers and single characters may repeat. `stems`:
 * "Mug" and "Mugs" are equal, too.
 */
export function dedupe({ by, most }: DedupeOptions): Apply {
  return (text, { language, brands }) => {
    const small = smallWords(language);
    const words = wordsOf(text).filter((word) => word.key.length > 1 && !small.has(word.key) && !/\p{N}/u.test(word.key));
    const keys = words.map((word) => (by === 'stems' ? stemOf(word.key, language) : word.key));
    if (new Set(keys).size === keys.length) return null;
    const branded = brands(text).map(({ span }) => span);
    const counts = new Map<string, number>();
    const repeated = words.filter((word, at) => {
      if (isInside(word, branded) || isCompound(text, word)) return false;
      const count = (counts.get(keys[at] as string) ?? 0) + 1;
      counts.set(keys[at] as string, count);
      return count > most;
    });
    if (repeated.length === 0) return null;
    const spans = repeated.map((word) => [word.start, word.end] as const);
    return { text: cut(text, spans, language), did: `removed ${list(repeated.map((word) => word.text))}` };
  };
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
