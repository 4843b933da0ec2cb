/**
 * `dedupe`: keeps the first of equal words, or the first `most`, as far as what remains still reads as a title.
 *
 * What would say something else without the word stays, and counts for none: words of brands ("Tarn & Kettle Electric Kettle" says kettle
 * once), of measures, counts and denials (`bound.ts`: "500 ml", "Set of 2", "Dairy Free"), words beside a figure ("2 Mugs", "iPhone 12") and
 * parts of compounds ("Tea-Table"). Small words, numbers and single characters may repeat, and a word said twice in one breath is one
 * ("Piri Piri").
 *
 * Of the others only those go that nothing hangs on (`runs.ts`): a run between separators all of whose words were said before ("Orange Juice,
 * 6 Pack – Orange Juice, Fresh"), the words with which such a run begins as the text does ("ACME Salt | ACME Rock Salt"), as long as two remain, and within a run of more than
 * five words, which nobody says but lists, phrases said before and what stands there for the third time. The noun at the end of a run stays
 * with what describes it ("Whole Peppers – Sweet Red Peppers for Salads" would end in "Sweet Red for Salads"), and so does what a small word
 * leads to ("by Mae Ploy").
 *
 * `stems`: "Mug" and "Mugs" are equal, too; no more than singular and plural, for stems would take "Organ" and "Organic" for one word.
 */
import { singular } from '../../../measures/listingRules/checkWords.js';
import { type Word, wordsOf } from '../../../measures/words/words.js';
import { boundSpans } from '../bound.js';
import { cut, type Span } from '../cut.js';
import { hasHtml, htmlRefusal } from '../htmlIn.js';
import type { Apply, EditContext } from '../rule.js';
import { type Part, type Run, runsOf } from '../runs.js';
import { smallWords } from '../smallWords.js';
import { list } from './wordRules.js';

export interface DedupeOptions {
  readonly by: 'words' | 'stems';
  /** How many equal words stay: 1, or 2 as Amazon allows. */
  readonly most: number;
}

export function dedupe(options: DedupeOptions): Apply {
  return (text, context) => {
    if (hasHtml(text)) return htmlRefusal(text);
    let after = text;
    const removed: string[] = [];
    // What goes may bring equal words together.
    for (let gone = idleParts(after, options, context); gone.length > 0; gone = idleParts(after, options, context)) {
      after = cut(
        after,
        gone.map(({ start, end }) => [start, end] as const),
        context.language,
      );
      removed.push(...gone.flatMap(({ words }) => words.map((word) => word.text)));
    }
    return removed.length === 0 ? null : { text: after, did: `removed ${list(removed)}` };
  };
}

/** What says only what was said, and nothing hangs on it. */
function idleParts(text: string, options: DedupeOptions, context: EditContext): Part[] {
  const keyOf = options.by === 'stems' ? (word: Word) => baseOf(word.key, context.language) : (word: Word) => word.key;
  const repeated = repeatedWords(text, keyOf, options.most, context);
  if (repeated.size === 0) return [];
  const runs = runsOf(text, context.language);
  let pairs: ReadonlyMap<string, number> | null = null;
  const said = () => {
    pairs ??= pairsIn(runs, keyOf);
    return pairs;
  };
  const first = runs[0] as Run;
  return runs.flatMap((run, at) => idleIn(run, { first, before: runs[at - 1], after: runs[at + 1], repeated, said, keyOf }));
}

/** Where the words begin that were said often enough before, and for how manieth time they stand there. */
function repeatedWords(
  text: string,
  keyOf: (word: Word) => string,
  most: number,
  { language, brands }: EditContext,
): ReadonlyMap<number, number> {
  const asWritten = wordsOf(text);
  const small = smallWords(language);
  if (!mayRepeat(asWritten, keyOf, most, small)) return NONE;
  const words = asWritten.filter((word) => isCounted(word, small));
  const keys = words.map(keyOf);
  const all = new Map<string, number>();
  let mostOften = 0;
  for (const key of keys) {
    const count = (all.get(key) ?? 0) + 1;
    all.set(key, count);
    mostOften = Math.max(mostOften, count);
  }
  if (mostOften <= most) return NONE;
  const repeated = new Map<number, number>();
  const exempt = [...brands(text).map(({ span }) => span), ...boundSpans(text)];
  const counts = new Map<string, number>();
  words.forEach((word, at) => {
    if ((all.get(keys[at] as string) as number) <= most) return;
    if (isInside(word, exempt) || isCompound(text, word) || isDenial(word) || isBesideFigure(text, word)) return;
    const twin = words[at - doublingOf(text, words, at)];
    if (twin !== undefined && twin !== word) {
      if (repeated.has(twin.start)) repeated.set(word.start, repeated.get(twin.start) as number);
      return;
    }
    const count = (counts.get(keys[at] as string) ?? 0) + 1;
    counts.set(keys[at] as string, count);
    if (count > most) repeated.set(word.start, count);
  });
  return repeated;
}

const NONE: ReadonlyMap<number, number> = new Map();

function isCounted({ key }: Word, small: ReadonlySet<string>): boolean {
  return key.length > 1 && !small.has(key) && !SAYINGS.has(key) && !/\p{N}/u.test(key);
}

/** The beginnings of the words of a text; one list for all texts. */
const heads = new Float64Array(64);

/** From this many letters on, no ending of a plural reaches the first three: "skies" has five, and one sky. */
const LONG_WORD = 6;

/** A cheap look: words that are the same, or singular and plural, begin with the same three letters. Of very many words one may repeat. */
function mayRepeat(words: readonly Word[], keyOf: (word: Word) => string, most: number, small: ReadonlySet<string>): boolean {
  if (words.length > heads.length) return true;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const key = word.key.length < LONG_WORD ? keyOf(word) : word.key;
    const head = (key.charCodeAt(0) * 0x10000 + (key.charCodeAt(1) || 0)) * 0x10000 + (key.charCodeAt(2) || 0);
    let count = 1;
    for (let before = 0; before < at; before++) {
      if (heads[before] === head && keyOf(words[before] as Word) === keyOf(word)) count++;
    }
    if (count > most && isCounted(word, small)) return true;
    heads[at] = head;
  }
  return false;
}

/** Words of sentences, in songs and sayings on mugs and stickers: "Tell Me I’m Pretty". */
const SAYINGS: ReadonlySet<string> = new Set(
  'i me my mine you your we us our he she it its his her they them is are was be am do not all this that what who how if so just no yes too than'.split(
    ' ',
  ),
);

interface Place {
  /** Of the text: it begins with the brand, or with what the shop says of all it sells. */
  readonly first: Run;
  readonly before: Run | undefined;
  readonly after: Run | undefined;
  readonly repeated: ReadonlyMap<number, number>;
  /** Two words of one run that follow each other, and where they do so first; few texts ask. */
  readonly said: () => ReadonlyMap<string, number>;
  readonly keyOf: (word: Word) => string;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Runs of more parts are lists of words. */
const SAID_IN_ONE = 5;

/** What a run keeps at its end: of "Foil Paper" and "Art Deco", the second word alone is something else. */
const SAID_OF_NOUN = 2;

/** The parts of a run that may go. */
function idleIn(run: Run, place: Place): Part[] {
  const { parts } = run;
  const isRepeated = ({ words }: Part) => words.every((word) => place.repeated.has(word.start));
  if (!parts.some(isRepeated)) return [];
  if (mayGoWhole(run, place) && parts.every(isRepeated)) return [...parts];
  // In a script without spaces a word may be half of another.
  if (UNSPACED.test((parts[0] as Part).words[0]?.text ?? '')) return [];
  const keyAt = (at: number) => place.keyOf((parts[at] as Part).words.at(-1) as Word);
  // "(2 x 1 kg Dark Chocolate)" tells which one it is.
  if (run.bracket !== null && run.gap === 'space') return [];
  return stretchesIn(parts, isRepeated).flatMap(([from, to]) => {
    const next = parts[to];
    const isBeginning = from === 0 && run.opening === null && parts.length - to >= SAID_OF_NOUN && beginsAgain(run, to, place);
    const goes = next !== undefined && !needsWhat(next) && (isBeginning || isListed(parts, [from, to], place));
    return goes
      ? parts.slice(from, to)
      : parts.slice(from, to).filter((_, at) => from + at > 0 && keyAt(from + at) === keyAt(from + at - 1));
  });
}

/** Where parts follow each other of which this holds, ends exclusive. They go together: half of "Taylor Swift" is somebody else. */
function stretchesIn(parts: readonly Part[], holds: (part: Part) => boolean): Span[] {
  const found: [number, number][] = [];
  parts.forEach((part, at) => {
    const open = found.at(-1);
    if (!holds(part)) return;
    if (open?.[1] === at) open[1] = at + 1;
    else found.push([at, at + 1]);
  });
  return found;
}

/**
 * Whether a run begins with the words with which the text does, or with all of the run before it. Other words may be half of a name
 * ("11 oz Gilmore Girls Mug", "Passionfruit Martini Syrup").
 */
function beginsAgain({ parts, gap }: Run, to: number, { first, before, keyOf }: Place): boolean {
  if (gap === 'space') return false;
  const keys = keysOf(parts.slice(0, to), keyOf);
  return keys === keysOf(first.parts.slice(0, to), keyOf) || (before !== undefined && keys === keysOf(before.parts, keyOf));
}

function keysOf(parts: readonly Part[], keyOf: Place['keyOf']): string {
  return parts.flatMap(({ words }) => words.map(keyOf)).join(' ');
}

/** Nothing leads to the run, and nothing hangs on it; what stands in brackets or beside a measure tells what is sold. */
function mayGoWhole(run: Run, { before, after, keyOf }: Place): boolean {
  if (run.opening !== null || run.gap === 'space' || run.gap === 'colon') return false;
  if (run.bracket !== null && (before?.bracket === run.bracket || after?.bracket === run.bracket)) return false;
  if (after === undefined || after.gap !== 'space' || after.isMeasure) return true;
  // "Mug, Mugs for Tea": the first of the two goes on with what follows.
  const noun = (of: Run | undefined) => (of === undefined ? null : keyOf(of.parts.at(-1)?.words.at(-1) as Word));
  return noun(before) === noun(run);
}

/** Within a list of words: all of them for the third time, or a phrase said before. */
function isListed(parts: readonly Part[], [from, to]: Span, { repeated, said, keyOf }: Place): boolean {
  if (parts.length <= SAID_IN_ONE) return false;
  const stretch = parts.slice(from, to);
  if (stretch.every(({ words }) => words.every(({ start }) => (repeated.get(start) ?? 0) > 2))) return true;
  return (
    stretch.slice(1).every((part, at) => {
      const pair = pairOf(stretch, at, keyOf);
      return pair !== null && (said().get(pair) ?? part.start) < (stretch[0] as Part).start;
    }) && stretch.length > 1
  );
}

function pairsIn(runs: readonly Run[], keyOf: (word: Word) => string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const { parts } of runs) {
    parts.forEach(({ start }, at) => {
      const pair = pairOf(parts, at, keyOf);
      if (pair !== null && !pairs.has(pair)) pairs.set(pair, start);
    });
  }
  return pairs;
}

function pairOf(parts: readonly Part[], at: number, keyOf: (word: Word) => string): string | null {
  const [first, second] = [parts[at]?.words.at(-1), parts[at + 1]?.words[0]];
  return first === undefined || second === undefined ? null : `${keyOf(first)} ${keyOf(second)}`;
}

/** "Flavoured" and "D" say nothing without "Mint" and "Vitamin" before them. */
export function needsWhat({ words: [word] }: Part): boolean {
  const key = word?.key ?? '';
  return (
    key.length === 1 ||
    /^(?:ft|feat|featuring)$|(?:ed|ing|made|free|proof|based|style|type|like|shaped|flavou?r|scent|taste|effect)$/u.test(key)
  );
}

/** Plurals of a meaning of their own: spectacles are no glass, and shorts not short. */
const OWN_PLURALS: ReadonlySet<string> = new Set(
  'glasses goods shorts briefs boxers trunks tights pants slacks works arms irons clothes sweats leggings looks means news species series customs'.split(
    ' ',
  ),
);

function baseOf(key: string, language: string): string {
  return language === 'en' && OWN_PLURALS.has(key) ? key : singular(key, language);
}

/** How many words before stands the word that this one doubles: 1 in "Piri Piri", 2 in "New York New York"; else 0. */
function doublingOf(text: string, words: readonly Word[], at: number): number {
  for (const distance of [1, 2]) {
    const from = at - distance;
    if (from < 0 || words[from]?.text !== words[at]?.text) continue;
    const run = text.slice((words[from] as Word).start, (words[at] as Word).end);
    if (distance === 1 && run === `${words[at]?.text} ${words[at]?.text}`) return 1;
    if (distance === 2 && isPairAgain(text, words, at)) return 2;
  }
  return 0;
}

/** Whether a word is the third or fourth of "New York New York". */
function isPairAgain(text: string, words: readonly Word[], at: number): boolean {
  return [at, at + 1].some((end) => {
    const four = words.slice(end - 3, end + 1);
    if (end < 3 || four.length < 4 || four[0]?.text !== four[2]?.text || four[1]?.text !== four[3]?.text) return false;
    return text.slice(four[0]?.start, four[3]?.end) === four.map((word) => word.text).join(' ');
  });
}

const DENIALS = /^(?:free|frei|no|non|not|sans|ohne|without|senza|sin|sem|zonder|utan|kein|keine)$/u;

function isDenial({ key }: Word): boolean {
  return DENIALS.test(key);
}

/** "2 Mugs" and "iPhone 12" without their noun would be figures of nothing. "Kettle 1.7 L" says its unit, so the kettle may go. */
function isBesideFigure(text: string, { start, end }: Word): boolean {
  if (FIGURE_END.test(text[start - 2] ?? '') && /(?:^|[\s([{])\d[\d.,]*\s$/u.test(text.slice(Math.max(0, start - 12), start))) return true;
  const figure = /^\s(?:of\s|for\s)?\d+(?![\p{L}\p{N}.,])\s*/iu.exec(text.slice(end, end + 16));
  return figure !== null && !boundSpans(text).some(([from, to]) => from < end + figure[0].length && to > end + figure[0].length);
}

const FIGURE_END = /[\d.,]/;

function isInside(word: Word, spans: readonly Span[]): boolean {
  return spans.some(([start, end]) => word.start >= start && word.end <= end);
}

/** A part of a compound stays: "Tea-Table". */
function isCompound(text: string, { start, end }: Word): boolean {
  return (
    (joins(text[start - 1]) && /^[\p{L}\p{N}]/u.test(text.slice(Math.max(0, start - 2), start))) ||
    (joins(text[end]) && /^.[\p{L}\p{N}]/u.test(text.slice(end, end + 2)))
  );
}

function joins(mark: string | undefined): boolean {
  return mark !== undefined && "-/'’&".includes(mark);
}
