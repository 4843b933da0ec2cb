/**
 * Which listings a search term belongs to when no ad group's name tells: those whose title or catalogue columns share its words.
 *
 * A listing is related when the term names what it is (one of its heads: "kettle") and it has at least half of the term's words;
 * where no head can be told (languages without spaces), at least half of the words or the last one, which says what is searched. Of the related ones those with most words are
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
      // A single character stands in too many words to tell anything.
      const isTelling = isUnspaced(word.key) && word.key.length > 1;
      if (isTelling) for (const text of unspaced) if (text.storeId === storeId && hasWord(text.own, word)) add(text.index);
      if (!isUnspaced(word.key)) for (const index of byStem.get(`${storeId} ${word.stem}`) ?? []) add(index);
    }
    const most = Math.max(0, ...counts.values());
    const last = words.at(-1);
    const isEnough = most >= words.length * LEAST_SHARE;
    const isNamed = (text: ListingText) => last !== undefined && isUnspaced(last.key) && last.key.length > 1 && hasWord(text.own, last);
    const best = [...counts]
      .map(([index, count]) => ({ index, count, text: texts[index] as ListingText }))
      .filter(({ count, text }) => count === most && (isEnough || isNamed(text)) && namesIt(text, words));
    const named = best.filter(({ text }) => isNamed(text));
    const related = (named.length > 0 ? named : best).map(({ index }) => index).sort((a, b) => a - b);
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
