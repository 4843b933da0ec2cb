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
import type { Word } from '../../../measures/words/words.js';
import { cut, type Span } from '../cut.js';
import { hasHtml, htmlRefusal } from '../htmlIn.js';
import type { Apply, EditContext } from '../rule.js';
import { type Part, type Run, runsOf } from '../runs.js';
import { repeatedWords } from './repeatedWords.js';
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
