/**
 * `case: title | sentence | upper | lower | first`.
 *
 * Title case begins every word with a capital but small words inside a clause ("for", "mit", "de"); sentence case only the first word.
 * Both leave alone what is written as it is on purpose: brands, mixed case (McDonald, iPhone), words with digits (V60, 4K), sizes (XL),
 * Roman numerals, and put known abbreviations (BPA, LED, USB) and units after numbers (ml, kg) into their form. A word in capitals that
 * nothing of this explains becomes an ordinary word. German nouns keep their capital in sentence case.
 */
import type { Apply, EditContext } from '../rule.js';
import { smallWords } from '../smallWords.js';
import { CAPITALS, isRoman, isSizeCode, unitForm } from '../vocabulary.js';

export const CASES = ['title', 'sentence', 'upper', 'lower', 'first'] as const;
export type LetterCase = (typeof CASES)[number];

export function changeCase(letterCase: LetterCase): Apply {
  return (text, context) => {
    const after = SHAPES[letterCase](text, context);
    return after === text ? null : { text: after, did: DID[letterCase] };
  };
}

const DID: Readonly<Record<LetterCase, string>> = {
  title: 'title case',
  sentence: 'sentence case',
  upper: 'capitals',
  lower: 'small letters',
  first: 'first letter',
};

const SHAPES: Readonly<Record<LetterCase, (text: string, context: EditContext) => string>> = {
  upper: (text, { language }) => upper(text, language),
  lower: (text, { language }) => lower(text, language),
  first: (text, { language }) =>
    text.replace(/^(\P{L}*)(\p{L}[^\s]*)/u, (_, before: string, word: string) => before + (isMixed(word) ? word : capital(word, language))),
  title: (text, context) => eachWord(text, context, titleWord),
  sentence: (text, context) => eachWord(text, context, sentenceWord),
};

interface Place {
  readonly context: EditContext;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isFirstOfText: boolean;
  /** What stands between the word before and this one. */
  readonly between: string;
}

/** The same as `WORD` on most titles, and faster. */
const ASCII_WORD = /[A-Za-z0-9]+(?:[.'][A-Za-z0-9]+)*/g;
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.'’][\p{L}\p{M}\p{N}]+)*/gu;

function eachWord(text: string, context: EditContext, shape: (word: string, place: Place) => string): string {
  const branded = context.brands(text);
  const shouts = !/\p{Ll}/u.test(text);
  let previous: string | null = null;
  let ended = 0;
  return text.replace(/^[\0-\x7f]*$/.test(text) ? ASCII_WORD : WORD, (word: string, start: number) => {
    const end = start + word.length;
    const before = previous;
    const between = text.slice(ended, start);
    previous = word;
    ended = end;
    const brand = branded.find(({ span, phrase }) => start >= span[0] && end <= span[1] && phrase.length === span[1] - span[0]);
    if (brand) return brandPart(brand, start, end);
    const fixed = fixedForm(word, before, between, shouts, context);
    if (fixed !== null) return fixed;
    return shape(word, { context, text, start, end, isFirstOfText: before === null, between });
  });
}

/** The part of a brand in the brand's own form. */
function brandPart(
  { span, phrase }: { readonly span: readonly [number, number]; readonly phrase: string },
  start: number,
  end: number,
): string {
  return phrase.slice(start - span[0], end - span[0]);
}

/** The form of a word that has one of its own; null for an ordinary word. `shouts`: all of the text is in capitals, which then tell nothing. */
function fixedForm(word: string, previous: string | null, between: string, shouts: boolean, context: EditContext): string | null {
  if (previous !== null && (between === ' ' || between === '-') && /^[\d.,]+$/u.test(previous)) {
    const unit = context.acronyms.has(word.toLowerCase()) ? null : unitForm(word);
    if (unit !== null) return unit;
  }
  const forms = knownForms(context, shouts);
  let form = forms.get(word);
  if (form === undefined) {
    form = ownForm(word, shouts, context);
    if (forms.size > MOST_FORMS) forms.clear();
    forms.set(word, form);
  }
  return form;
}

const MOST_FORMS = 50_000;

/** Forms by word, for texts of one language and abbreviations: a catalogue says the same words again and again. */
let known: { acronyms: EditContext['acronyms']; forms: Map<string, Map<string, string | null>> } | null = null;

function knownForms({ acronyms, language }: EditContext, shouts: boolean): Map<string, string | null> {
  if (known?.acronyms !== acronyms) known = { acronyms, forms: new Map() };
  const key = shouts ? `${language}!` : language;
  let forms = known.forms.get(key);
  if (!forms) {
    forms = new Map();
    known.forms.set(key, forms);
  }
  return forms;
}

function ownForm(word: string, shouts: boolean, { acronyms, language }: EditContext): string | null {
  const acronym = acronyms.get(word.toLowerCase());
  if (acronym !== undefined) return acronym;
  const joined = /^([\d.,]+)(\p{L}+)$/u.exec(word);
  if (joined) return (joined[1] as string) + (unitForm(joined[2] as string) ?? joined[2]);
  if (/\p{N}/u.test(word) || isMixed(word)) return word;
  if (isSizeCode(word) || isRoman(word) || (!shouts && CAPITALS.has(word))) return word;
  const isCapitals = word.length > 1 && word === upper(word, language) && word !== lower(word, language);
  return isCapitals && word.length <= 4 && !/[aeiouyäöüàéèêô]/iu.test(word) ? word : null;
}

/** Capitals behind small letters, as in McDonald, iPhone, eBay; but "Kids'S" is no such word. */
function isMixed(word: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(word) || /^\p{Lu}{2,}\p{Ll}{2,}/u.test(word);
}

function titleWord(word: string, place: Place): string {
  const { language } = place.context;
  const key = lower(word, language);
  const small = smallWords(language);
  if (small.has(key) && !beginsClause(place) && !endsText(place) && !endsCompound(place)) return key;
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

/** "Off" in "Shut-Off", but not "to" in "Ready-to-Use". */
function endsCompound({ text, end, between, isFirstOfText }: Place): boolean {
  return !isFirstOfText && between === '-' && !/^-\p{L}/u.test(text.slice(end, end + 2));
}

function sentenceWord(word: string, { context, isFirstOfText }: Place): string {
  const { language } = context;
  const key = lower(word, language);
  if (isFirstOfText) return capital(key, language);
  const isNoun = language === 'de' && /^\p{Lu}/u.test(word) && !smallWords('de').has(key);
  return isNoun ? capital(key, language) : key;
}

function capital(word: string, language: string): string {
  const code = word.charCodeAt(0);
  if (code >= 0x61 && code <= 0x7a && !OWN_LETTERS.has(language)) return String.fromCharCode(code - 0x20) + word.slice(1);
  const first = String.fromCodePoint(word.codePointAt(0) as number);
  return upper(first, language) + word.slice(first.length);
}

/** Languages with letters of their own rules (i without a dot). The others need no look at the locale, which takes long. */
const OWN_LETTERS: ReadonlySet<string> = new Set(['tr', 'az', 'lt']);

function upper(text: string, language: string): string {
  return OWN_LETTERS.has(language) ? text.toLocaleUpperCase(language) : text.toUpperCase();
}

function lower(text: string, language: string): string {
  return OWN_LETTERS.has(language) ? text.toLocaleLowerCase(language) : text.toLowerCase();
}
