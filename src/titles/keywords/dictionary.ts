/** The words of languages without spaces that shoppers type: the dictionary by which titles are cut. */
import { type Dictionary, dictionaryOf } from '../../measures/words/words.js';

const UNSPACED_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]{2,}/gu;

/** Search terms as a dictionary; undefined where none is of such a language: other words need none. */
export function dictionaryFrom(terms: readonly string[]): Dictionary | undefined {
  const words = terms.flatMap((term) => term.match(UNSPACED_RUN) ?? []);
  return words.length === 0 ? undefined : dictionaryOf(words);
}
