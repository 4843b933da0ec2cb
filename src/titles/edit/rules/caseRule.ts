/**
 * `case: title | sentence | upper | lower | first`.
 *
 * Title case begins every word with a capital but small words inside a clause ("for", "mit", "de"); sentence case only the first word.
 * Both leave alone what is written as it is on purpose: brands, mixed case (McDonald, iPhone), words with digits (V60, 4K), sizes (XL),
 * Roman numerals, and put known abbreviations (BPA, LED, USB) and units after numbers (ml, kg) into their form. A word in capitals that
 * nothing of this explains is written as the shop's other titles write it (`writtenForms.ts`); where they do not tell, it becomes an ordinary
 * word, but up to four letters stay, where the text has small letters besides (GMO, IKEA) or is that word alone. Sentence case knows no names: "Made in Italy" becomes "Made in italy" unless the settings name Italy among the brands. German nouns keep their capital in sentence case.
 */
import { isAlphanumeric } from '../../../measures/words/words.js';
import { ENTITIES, hasHtml } from '../htmlIn.js';
import { eachLetteredWord, isAsciiText } from '../letteredWords.js';
import { capital, isMixed, lower, upper } from '../letters.js';
import type { Apply, EditContext } from '../rule.js';
import { smallWords } from '../smallWords.js';
import { CAPITALS, isRoman, isSizeCode, unitForm } from '../vocabulary.js';
import { SENTENCE, type Shape, TITLE } from './caseShapes.js';

export const CASES = ['title', 'sentence', 'upper', 'lower', 'first'] as const;
export type LetterCase = (typeof CASES)[number];

export function changeCase(letterCase: LetterCase): Apply {
  return (text, context) => {
    const shape = SHAPES[letterCase];
    // "&amp;" keeps its small letters.
    const after = hasHtml(text) ? besideHtml(text, (part) => shape(part, context)) : shape(text, context);
    return after === text ? null : { text: after, did: DID[letterCase] };
  };
}

function besideHtml(text: string, change: (part: string) => string): string {
  // As one text, so that what begins and what ends it is known; entities as signs that no rule touches.
  const marked = text.split(ENTITIES);
  const entities = marked.filter((_, at) => at % 2 === 1);
  let next = 0;
  return change(marked.map((part, at) => (at % 2 === 1 ? PLACEHOLDER : part)).join('')).replaceAll(
    PLACEHOLDER,
    () => entities[next++] as string,
  );
}

/** A sign of no case and no word: of the private use area. */
const PLACEHOLDER = '\ue000';

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
  title: (text, context) => eachWord(text, context, TITLE),
  sentence: (text, context) => eachWord(text, context, SENTENCE),
};

/** Letters of a script without capitals: Latin words between them are names and signs ("CHANDO/自然堂 BB霜"), and stay. */
const WITHOUT_CASE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function eachWord(text: string, context: EditContext, shape: Shape): string {
  const isAscii = isAsciiText(text);
  if (!isAscii && WITHOUT_CASE.test(text)) return text;
  const branded = context.brands(text);
  const shouts = !(isAscii ? SMALL_IN_ASCII : SMALL_IN_WORD).test(text) && SEVERAL_OR_LONG.test(withoutBrands(text, branded));
  const calm = knownForms(context, shape, shouts);
  let previous: string | null = null;
  let ended = 0;
  let after = '';
  let kept = 0;
  const take = (word: string, start: number, end: number) => {
    const form = formOf(word, start, end);
    previous = word;
    ended = end;
    if (form === word) return;
    after += text.slice(kept, start) + form;
    kept = end;
  };
  const formOf = (word: string, start: number, end: number): string => {
    for (const { span, phrase } of branded) {
      if (start >= span[0] && end <= span[1] && phrase.length === span[1] - span[0]) return phrase.slice(start - span[0], end - span[0]);
    }
    if (word.charCodeAt(0) <= NINE && FIGURE.test(word)) return word;
    const settled = calm.settled.get(word);
    if (settled !== undefined) return settled;
    const isBetween = standsBetweenWords(text, previous, ended, start, end);
    const known = isBetween ? calm.between.get(word) : undefined;
    if (known !== undefined) return known;
    const form = formHere(word, start, end);
    if (isBetween && word.length > 1 && !LETTERED_CAPITALS.test(word) && !SHORT_CAPITALS.test(word)) calm.between.set(word, form);
    return form;
  };
  const formHere = (word: string, start: number, end: number): string => {
    // The s of "Men&#39;s".
    if (isSign(word, text, start, end) || (word.length === 1 && text[start - 1] === PLACEHOLDER)) return word;
    const between = text.slice(ended, start);
    const unit = unitAfter(word, previous, between, context);
    if (unit !== null) return unit;
    if (isBehindLetter(word, text, start)) return shape.anywhere(word, context.language) ?? lower(word, context.language);
    const isShouted = shouts || isBesideShout(word, text, start, end);
    const forms = isShouted && !shouts ? knownForms(context, shape, true) : calm;
    const form = formIn(forms, word, isShouted, context, shape);
    return form ?? shape.here(word, { context, text, start, end, isFirstOfText: previous === null, between, isShouted });
  };
  eachLetteredWord(text, isAscii, take);
  return kept === 0 ? text : after + text.slice(kept);
}

/** Whether a word stands with a space on both sides between two words, of which the first is no figure: then all that its form depends on is the word. */
function standsBetweenWords(text: string, previous: string | null, ended: number, start: number, end: number): boolean {
  if (previous === null || start !== ended + 1 || text[ended] !== ' ' || text[end] !== ' ') return false;
  return previous.charCodeAt(0) > NINE && isAlphanumeric(text.charCodeAt(end + 1));
}

/** Brands in capitals shout nothing. */
function withoutBrands(text: string, branded: ReturnType<EditContext['brands']>): string {
  return branded.reduceRight((rest, { span: [start, end] }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

/** A small letter in a word: alone it is a unit or a sign ("500 g", "3 x 5"), beside which all else may be shouted. */
const SMALL_IN_WORD = /\p{Ll}\p{L}|\p{L}\p{Ll}/u;
const SMALL_IN_ASCII = /[a-z][A-Za-z]|[A-Za-z][a-z]/;

/** Several words, or one that is too long for an abbreviation: in capitals they are shouted. */
const SEVERAL_OR_LONG = /\p{Lu}{5}|\p{L}{2,}[^\p{L}]+\p{L}{2,}/u;

const SHORT_CAPITALS = /^\p{Lu}{2,4}$/u;
/** "CERAMIC MUG SET with Lid": the long word is shouted, and so are those beside it. */
const SHOUT_BEFORE = /(?<!\p{L})\p{Lu}{5,}\s(?:\p{Lu}{2,4}\s)?$/u;
const SHOUT_AFTER = /^\s(?:\p{Lu}{2,4}\s)?\p{Lu}{5,}(?!\p{L})/u;

function isBesideShout(word: string, text: string, start: number, end: number): boolean {
  if (!SHORT_CAPITALS.test(word)) return false;
  return SHOUT_BEFORE.test(text.slice(Math.max(0, start - 30), start)) || SHOUT_AFTER.test(text.slice(end, end + 30));
}

const LETTERED_CAPITALS = /^\p{Lu}{3,}$/u;

/** "RAY" in "X-RAY", "SHIRT" in "T-SHIRT": no abbreviation, whatever stands around. */
function isBehindLetter(word: string, text: string, start: number): boolean {
  return (
    text[start - 1] === '-' && LETTERED_CAPITALS.test(word) && /(?<![\p{L}\p{N}-])\p{L}-$/u.test(text.slice(Math.max(0, start - 3), start))
  );
}

/** The x of "10 x 20", and the w of "w/". */
function isSign(word: string, text: string, start: number, end: number): boolean {
  if (word === 'x' || word === 'X') return /\d[^\p{L}\d]*$/u.test(text.slice(0, start)) || /^\s?\d/u.test(text.slice(end));
  return word === 'w' && text[end] === '/';
}

/** The form of a unit behind a figure. */
function unitAfter(word: string, previous: string | null, between: string, { acronyms }: EditContext): string | null {
  if (previous === null || between.length !== 1 || !BESIDE.test(between) || !FIGURES.test(previous)) return null;
  return acronyms.has(word.toLowerCase()) ? null : unitForm(word);
}

/** Between a figure and its unit; "?" stands where a file has lost a narrow space. */
const BESIDE = /^[\s?\ufffd-]$/u;
/** "10", "1.7" and "200x120x10". */
const FIGURES = /^\d[\d.,]*(?:[x×*]\d[\d.,]*)*$/u;

const MOST_FORMS = 50_000;

/** A figure alone has one form, and a catalogue has thousands of them. */
const FIGURE = /^\d+$/;
const NINE = 0x39;

interface Forms {
  /** Null where the place decides. */
  readonly byWord: Map<string, string | null>;
  /** Of words that no place makes signs, units, shouts or parts of others. */
  readonly settled: Map<string, string>;
  /** Of words between two others: "with" in "Mug with Lid" (`standsBetweenWords`). */
  readonly between: Map<string, string>;
}

/** Forms by word, for texts of one store and language and abbreviations: a catalogue says the same words again and again. */
let known: { acronyms: EditContext['acronyms']; shape: Shape; forms: Map<EditContext['written'], Map<string, Forms>> } | null = null;

function knownForms({ acronyms, language, written }: EditContext, shape: Shape, shouts: boolean): Forms {
  if (known?.acronyms !== acronyms || known.shape !== shape) known = { acronyms, shape, forms: new Map() };
  let ofStore = known.forms.get(written);
  if (!ofStore) {
    ofStore = new Map();
    known.forms.set(written, ofStore);
  }
  const key = shouts ? `${language}!` : language;
  let forms = ofStore.get(key);
  if (!forms) {
    forms = { byWord: new Map(), settled: new Map(), between: new Map() };
    ofStore.set(key, forms);
  }
  return forms;
}

function formIn({ byWord, settled, between }: Forms, word: string, isShouted: boolean, context: EditContext, shape: Shape): string | null {
  const before = byWord.get(word);
  if (before !== undefined) return before;
  const form = ownForm(word, isShouted, context) ?? shape.anywhere(word, context.language);
  if (byWord.size > MOST_FORMS) {
    byWord.clear();
    settled.clear();
    between.clear();
  }
  byWord.set(word, form);
  const mayDiffer = word.length === 1 || SHORT_CAPITALS.test(word) || LETTERED_CAPITALS.test(word) || unitForm(word) !== null;
  if (form !== null && !mayDiffer) settled.set(word, form);
  return form;
}

/**
 * The form of a word that has one of its own; null for an ordinary word. `shouts`: all of the text is in capitals, which then tell nothing.
 */
function ownForm(word: string, shouts: boolean, { acronyms, language, written }: EditContext): string | null {
  const acronym = acronyms.get(word.toLowerCase());
  if (acronym !== undefined) return acronym;
  const joined = /^([\d.,]+)(\p{L}+)$/u.exec(word);
  if (joined) return (joined[1] as string) + (unitForm(joined[2] as string) ?? joined[2]);
  if (shouts && /^\d+['’]S$/u.test(word)) return word.toLowerCase();
  if (/\p{N}/u.test(word) || isMixed(word)) return word;
  if (isSizeCode(word) || isRoman(word) || (!shouts && CAPITALS.has(word))) return word;
  // U.S, TVs
  if (/^\p{Lu}(?:\.\p{Lu})+$/u.test(word) || /^\p{Lu}{2,}s$/u.test(word)) return word;
  const isCapitals = word.length > 1 && word === upper(word, language) && word !== lower(word, language);
  if (!isCapitals) return null;
  const form = written(lower(word, language));
  if (form !== null) return form === 'capitals' && !smallWords(language).has(lower(word, language)) ? word : null;
  // Beside small letters, capitals are meant; in a text of capitals only those that cannot be spoken as a word.
  if (!shouts) return word.length <= SHORT && !smallWords(language).has(lower(word, language)) ? word : null;
  return word.length <= SHORT && !/[aeiouyäöüàéèêô]/iu.test(word) ? word : null;
}

/** Longer words in capitals are rather shouted than abbreviated. */
const SHORT = 4;
