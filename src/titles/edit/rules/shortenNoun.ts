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
  if (all.findIndex(({ key }) => key === word.key) === at) return false;
  const stoodBefore = (first: number) =>
    first >= 0 &&
    all
      .slice(0, first)
      .some(({ key }, index) => index + 1 < first && key === all[first]?.key && all[index + 1]?.key === all[first + 1]?.key);
  return stoodBefore(at) || stoodBefore(at - 1);
}

/**
 * The units that say what the thing is where the first clause does not: after "3 x 2.5kg Bundle", a model ("2-din dvd/cd/mp3"), a company, and
 * after one or two words that mostly are a brand ("Thai Taste - Noodle Nests - 200g"), unless a figure follows them; what another clause says
 * that begins as the first does ("ACME Sauces | ACME Tandoori Paste"); what one word is for ("ACME for Gravy Granules"); and a long row of words after "with", which may hide the noun ("Treat
 * People With Kindness Cotton Tee").
 */
export function neededBeside(units: readonly Unit[], noun: number | null): ReadonlySet<Unit> {
  const main = units.filter((unit) => unit.isMain).flatMap((unit) => unit.words);
  const others = units.filter((unit) => !unit.isMain && unit.start > (main[0]?.start ?? 0));
  const [next] = others;
  const last = main.find((word) => word.start === noun);
  const needed = new Set(others.filter((unit) => unit.words.length >= NAMING_WORDS && unit.words[0]?.key === main[0]?.key));
  if (next === undefined || last === undefined) return needed;
  const named = main.filter(({ key }) => /^\p{L}/u.test(key));
  if (next.isOpened) {
    if (next.on !== null && (next.words.length >= ROW_WORDS || (named.length === 1 && next.isPurpose))) needed.add(next);
  } else if (isVariant(next)) needed.add(next);
  else if (/^\p{L}{2}/u.test(next.words[0]?.key ?? '') && (main.length <= BRAND_WORDS || saysNothing(last))) needed.add(next);
  const [, after] = others;
  if (needed.has(next) && after !== undefined && !after.isOpened && saysNothing(next.words.at(-1) as Word)) needed.add(after);
  return needed;
}

const BRAND_WORDS = 2;
const NAMING_WORDS = 3;
const ROW_WORDS = 5;

/** Whether a noun does not say what the thing is: what it comes in, whose it is, a model. */
function saysNothing({ key }: Word): boolean {
  return onlyHolds(key) || isCompany(key) || /\p{N}/u.test(key);
}

/** "Spring Water | Still | 500 ml": one word behind what the thing is tells it from its siblings. */
function isVariant({ isOpened, words }: Unit): boolean {
  return !isOpened && words.length === 1 && /^\p{L}+$/u.test(words[0]?.key ?? '');
}
