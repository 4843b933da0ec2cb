/** Title case and sentence case: what becomes of an ordinary word, by the place where it stands. */
import { capital, lower } from '../letters.js';
import type { EditContext } from '../rule.js';
import { isSmallAnywhere, smallWords } from '../smallWords.js';

/** The form of an ordinary word. */
export interface Shape {
  /** Null where the place decides. */
  readonly anywhere: (word: string, language: string) => string | null;
  readonly here: (word: string, place: Place) => string;
}

export interface Place {
  readonly context: EditContext;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isFirstOfText: boolean;
  /** What stands between the word before and this one. */
  readonly between: string;
  readonly isShouted: boolean;
}

/** Every word with a capital but small ones inside a clause. */
export const TITLE: Shape = {
  anywhere: (word, language) => {
    const key = lower(word, language);
    return isSmallAnywhere(key, language) || key.length === 1 || /['’]/u.test(key) ? null : capital(key, language);
  },
  here: titleWord,
};

function titleWord(word: string, place: Place): string {
  const { language } = place.context;
  const key = lower(word, language);
  const small = smallWords(language);
  const isSmall = small.has(key) || ((word === key || place.isShouted) && isSmallAnywhere(key, language));
  if (isSmall && !beginsClause(place) && !endsText(place) && !beginsOrEndsCompound(place) && !isLetter(word, place)) return key;
  const elided = /['’]/u.test(key) ? /^(\p{L}{1,2}['’])(\p{L}.*)$/u.exec(key) : null;
  if (elided && small.has((elided[1] as string).replace('’', "'"))) {
    const article = elided[1] as string;
    return (beginsClause(place) ? capital(article, language) : article) + capital(elided[2] as string, language);
  }
  return capital(key, language);
}

/** The first word of the text, or the first after a colon, a dash or an opening bracket. */
function beginsClause({ isFirstOfText, between }: Place): boolean {
  return isFirstOfText || /[:–—|([{（【]\s*$|\s-\s$/u.test(between);
}

function endsText({ text, end }: Place): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(end));
}

/** "Off" in "Shut-Off" and "On" in "On-the-Go", but not "to" in "Ready-to-Use". */
function beginsOrEndsCompound({ text, end, between, isFirstOfText }: Place): boolean {
  const isBefore = /^-\p{L}/u.test(text.slice(end, end + 2));
  return isBefore ? between !== '-' : !isFirstOfText && between === '-';
}

/** The "A" of "A-Frame". */
function isLetter(word: string, { text, end, between }: Place): boolean {
  return word.length === 1 && between !== '-' && /^-\p{L}/u.test(text.slice(end, end + 2));
}

/** Only the first word with a capital. */
export const SENTENCE: Shape = { anywhere: () => null, here: sentenceWord };

function sentenceWord(word: string, { context, isFirstOfText }: Place): string {
  const { language } = context;
  const key = lower(word, language);
  if (isFirstOfText) return capital(key, language);
  const isNoun = language === 'de' && /^\p{Lu}/u.test(word) && !smallWords('de').has(key);
  return isNoun ? capital(key, language) : key;
}
