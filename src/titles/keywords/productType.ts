/**
 * What a title says the product is: the words after the brand up to the first separator, preposition or number. "Tarn & Kettle
 * Gooseneck Kettle 0.9 L, Black" is a "Gooseneck Kettle". Its head is the word that all of it is about: the last one in Germanic
 * languages ("kettle"), the first in Romance ones ("bouilloire électrique").
 *
 * Left out: languages without spaces, where nothing short of a dictionary tells the head; a German title whose type is followed
 * by bare attributes ("Wasserkocher Edelstahl") has both words as heads.
 */
import { isUnspaced, type SearchWord, searchWords } from '../../measures/words/searchWords.js';

const ENDS = /[,;:|/()[\]【】（）·•–—、，]|\s-\s|[.!?](?=\s|$)/u;
const HEAD_FIRST: ReadonlySet<string> = new Set(['fr', 'es', 'it', 'pt']);
const HEAD_EITHER: ReadonlySet<string> = new Set(['de', 'nl', 'sv', 'da', 'no']);
/** "No. 2", "Set of 4", "Model 3": what only introduces a number is no product. */
const BEFORE_NUMBERS: ReadonlySet<string> = new Set(['no', 'nr', 'model', 'size', 'set', 'pack', 'gen', 'mk']);

export interface ProductType {
  /** Offsets in the title, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly words: readonly SearchWord[];
  /** Stems of its heads. */
  readonly heads: ReadonlySet<string>;
}

/** The product type of a title. `brandEnd`: where the brand at its beginning ends, 0 without one. Null where none can be told. */
export function productTypeOf(title: string, brandEnd: number, language: string): ProductType | null {
  const words: SearchWord[] = [];
  let at = brandEnd;
  for (const word of searchWords(title, language)) {
    if (word.start < brandEnd) continue;
    if (isUnspaced(word.key)) return null;
    const between = words.length === 0 ? '' : title.slice(at, word.start);
    if (ENDS.test(between) || /^\p{N}/u.test(word.key) || (word.isFunction && words.length > 0)) break;
    if (!word.isFunction) words.push(word);
    at = word.end;
  }
  while (words.length > 1 && BEFORE_NUMBERS.has(words.at(-1)?.key as string)) words.pop();
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  return { start: first.start, end: last.end, words, heads: headsOf(words, language) };
}

/** The stems of the word or words that a phrase is about. */
export function headsOf(words: readonly SearchWord[], language: string): ReadonlySet<string> {
  const [first, last] = [words[0]?.stem, words.at(-1)?.stem];
  if (first === undefined || last === undefined) return new Set();
  if (HEAD_FIRST.has(language)) return new Set([first]);
  return new Set(HEAD_EITHER.has(language) ? [first, last] : [last]);
}
