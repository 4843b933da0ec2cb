/**
 * A text made ready for many checks: its form for comparing, and its words, each made once and only when asked for.
 *
 * The folded form has the same length as the text, so that an offset in one is an offset in the other: lower case, full-width
 * ASCII as ASCII, hyphens, underscores and every kind of space as one space, curly apostrophes straight.
 */
import { type Dictionary, type Word, wordsOf } from '../words/words.js';

export class PreparedText {
  readonly text: string;
  /** No character beyond ASCII: most checks of Unicode can be left out. */
  readonly isAscii: boolean;
  readonly #dictionary: Dictionary | undefined;
  #folded: string | null = null;
  #words: readonly Word[] | null = null;

  /** `dictionary`: words of languages without spaces. */
  constructor(text: string, dictionary?: Dictionary) {
    this.text = text;
    this.isAscii = ASCII.test(text);
    this.#dictionary = dictionary;
  }

  get folded(): string {
    this.#folded ??= this.isAscii ? foldAscii(this.text) : fold(this.text);
    return this.#folded;
  }

  words(): readonly Word[] {
    this.#words ??= wordsOf(this.text, this.#dictionary);
    return this.#words;
  }
}

const ASCII = /^[\0-\x7e]*$/;

function foldAscii(text: string): string {
  const lower = text.toLowerCase();
  // To replace takes long even where there is nothing to replace.
  return JOINER.test(lower) ? lower.replace(JOINERS, ' ') : lower;
}

const JOINER = /[-_\t\n\r]/;
const JOINERS = /[-_\t\n\r]/g;

/** The folded form: as long as the text, unit by unit. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const same =
    lower.length === text.length ? lower : Array.from({ length: text.length }, (_, at) => lowerUnit(text[at] as string)).join('');
  return same
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0).toLowerCase())
    .replace(/[-_\s\u00a0\u2010-\u2014\u2212]/g, ' ')
    .replace(/[\u2018\u2019]/g, "'");
}

function lowerUnit(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
