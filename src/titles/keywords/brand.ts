/**
 * The brand at the head of titles whose catalogue names none (Amazon's listing reports have no brand column).
 *
 * In this order: the listing's own brand; a brand that another listing of the seller has, where the title says it; the words with
 * which at least 60 % of the store's titles begin (five titles or more), up to four words. The last is an inference, and callers
 * say so. Only names that stand in the title count: a brand that it does not say is not put there.
 */
import { isUnspaced } from '../../measures/words/searchWords.js';
import { wordKey, wordsOf } from '../../measures/words/words.js';

const LEAST_TITLES = 5;
const SHARED_BY = 0.6;
const MOST_WORDS = 4;
const MOST_CHARACTERS = 8;

/** The beginning that most titles share, as they write it; null where there is none. */
export function sharedBeginning(titles: readonly string[]): string | null {
  if (titles.length < LEAST_TITLES) return null;
  const least = titles.length * SHARED_BY;
  const counts = new Map<string, { readonly text: string; count: number }>();
  for (const title of titles) {
    for (const beginning of beginningsOf(title)) {
      const known = counts.get(wordKey(beginning));
      if (known) known.count++;
      else counts.set(wordKey(beginning), { text: beginning, count: 1 });
    }
  }
  const shared = [...counts.values()].filter(({ count }) => count >= least).sort((a, b) => b.text.length - a.text.length);
  return shared[0]?.text ?? null;
}

/** "Tarn", "Tarn & Kettle", …; of a title without spaces its first two, three … characters. */
function beginningsOf(title: string): string[] {
  if (isUnspaced(title)) {
    const characters = [...title].slice(0, MOST_CHARACTERS);
    return characters.map((_, index) => characters.slice(0, index + 1).join('')).slice(1);
  }
  return wordsOf(title)
    .slice(0, MOST_WORDS)
    .map((word) => title.slice(0, word.end));
}

/** Where one of the names stands in the title, the longest first; null where none does. */
export function brandIn(title: string, names: readonly string[]): { readonly start: number; readonly end: number } | null {
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const start = title.toLowerCase().indexOf(name.toLowerCase());
    const end = start + name.length;
    if (start === -1 || name.trim() === '') continue;
    const isWhole = isUnspaced(name) || (!/[\p{L}\p{N}]/u.test(title[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(title[end] ?? ' '));
    if (isWhole) return { start, end };
  }
  return null;
}
