/**
 * Which listings a search term belongs to when no ad group's name tells: those whose title or catalogue columns share its words.
 *
 * A listing is related when the term names what it is (one of its heads: "kettle") and it has at least half of the term's words;
 * where no head can be told (languages without spaces), at least half of the words. Of the related ones those with most words are
 * taken, at most ten; a term that fits more says too little ("gift") and belongs to none.
 */
import { hasWord, isUnspaced, type SearchWord } from '../../measures/words/searchWords.js';
import type { ListingText } from './listingText.js';

const LEAST_SHARE = 0.5;
const MOST_LISTINGS = 10;

/** A function from a term's words to the listings of a store that share them. */
export function relatedByWords(texts: readonly ListingText[]): (storeId: number, words: readonly SearchWord[]) => number[] {
  const byStem = new Map<string, number[]>();
  for (const text of texts) {
    for (const stem of text.own.stems) {
      const key = `${text.storeId} ${stem}`;
      const known = byStem.get(key);
      if (known) known.push(text.index);
      else byStem.set(key, [text.index]);
    }
  }
  const unspaced = texts.filter((text) => isUnspacedText(text));
  return (storeId, words) => {
    const counts = new Map<number, number>();
    const add = (index: number) => counts.set(index, (counts.get(index) ?? 0) + 1);
    for (const word of words) {
      if (isUnspaced(word.key)) for (const text of unspaced) if (text.storeId === storeId && hasWord(text.own, word)) add(text.index);
      if (!isUnspaced(word.key)) for (const index of byStem.get(`${storeId} ${word.stem}`) ?? []) add(index);
    }
    const most = Math.max(0, ...counts.values());
    if (most < words.length * LEAST_SHARE || most === 0) return [];
    const related = [...counts]
      .filter(([index, count]) => count === most && namesIt(texts[index] as ListingText, words))
      .map(([index]) => index)
      .sort((a, b) => a - b);
    return related.length > MOST_LISTINGS ? [] : related;
  };
}

/** Whether the words name what the listing is. */
export function namesIt(text: ListingText, words: readonly Pick<SearchWord, 'stem'>[]): boolean {
  return text.heads.size === 0 || words.some((word) => text.heads.has(word.stem));
}

function isUnspacedText(text: ListingText): boolean {
  return text.title !== null && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(text.title);
}
