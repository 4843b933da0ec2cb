/** What of a title must stay, so that it still says what the thing is. */
import type { Word } from '../../../measures/words/words.js';
import type { Unit } from './shortenUnits.js';
import { isCompany, onlyHolds, onlyPraises } from './shortenWords.js';

/** Praise, and words that stood there before in the same order. */
export function mayGoBeforeNoun(words: readonly Word[], unit: Unit): boolean {
  return words.every(({ key }) => onlyPraises(key)) || words.every((word) => isSaidAgain(word, unit.words));
}

/** Whether a word and one beside it stood there before as a pair: of "Filter Bag … Mesh Bag" the second "Bag" is none. */
export function isSaidAgain(word: Word, all: readonly Word[]): boolean {
  const at = all.indexOf(word);
  const stoodBefore = (first: number) =>
    first >= 0 &&
    all
      .slice(0, first)
      .some(({ key }, index) => index + 1 < first && key === all[first]?.key && all[index + 1]?.key === all[first + 1]?.key);
  return stoodBefore(at) || stoodBefore(at - 1);
}

/**
 * The unit that says what the thing is where the first clause does not: after "3 x 2.5kg Bundle", a model ("2-din dvd/cd/mp3"), a company, and
 * after one or two words that mostly are a brand ("Thai Taste - Noodle Nests - 200g"), unless a figure follows them.
 */
export function neededAfter(units: readonly Unit[], noun: number | null): Unit | null {
  const main = units.filter((unit) => unit.isMain).flatMap((unit) => unit.words);
  const last = main.find((word) => word.start === noun);
  const next = units.find((unit) => !unit.isMain);
  if (next !== undefined && isVariant(next)) return next;
  if (last === undefined || next === undefined || next.isOpened || !/^\p{L}{2}/u.test(next.words[0]?.key ?? '')) return null;
  return main.length <= BRAND_WORDS || onlyHolds(last.key) || isCompany(last.key) || /\p{N}/u.test(last.key) ? next : null;
}

/** "Spring Water | Still | 500 ml": one word behind what the thing is tells it from its siblings. */
function isVariant({ isOpened, words }: Unit): boolean {
  return !isOpened && words.length === 1 && /^\p{L}+$/u.test(words[0]?.key ?? '');
}

const BRAND_WORDS = 2;
