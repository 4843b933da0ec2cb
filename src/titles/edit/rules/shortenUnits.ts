/**
 * What may go of a title as one, so that what remains still says something: a run (`runs.ts`) with all that hangs on it.
 *
 * - A measure goes with what it measures ("1 x White Flour 1kg"), a name with its value ("Sheet Size: 12cm"), what stands in brackets or
 *   quotation marks as a whole, "Box | of Chocolates" with its "of", and a single word with what follows it ("Perfect | for Tea"), for alone it
 *   would say nothing.
 * - What a small word leads to hangs on what stands before it: without "Frying Pan" there is no "with Lid". Of an enumeration ("for Soups,
 *   Stews & Sauces") all hang on its first.
 * - The beginning is different: of the runs up to the noun that says what the thing is, single words may go.
 */
import type { Word } from '../../../measures/words/words.js';
import type { Span } from '../cut.js';
import { type Part, type Run, runsOf } from '../runs.js';
import { isAnd } from '../smallWords.js';

export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  /** Its parts, where it is one run with no more than a measure: some of its words may go. */
  readonly parts: readonly Part[];
  /** The unit without which it must not stay, by its place in the list. */
  readonly on: number | null;
  /** Of the beginning. */
  readonly isMain: boolean;
  /** By a small word: "with Lid". */
  readonly isOpened: boolean;
}

interface Growing {
  runs: Run[];
  on: number | null;
  bracket: Span | null;
}

export function unitsOf(text: string, language: string, noun: number | null): Unit[] {
  const units: Growing[] = [];
  const isMain = (unit: Growing | undefined) =>
    unit !== undefined && (unit === units[0] || (noun !== null && (unit.runs[0] as Run).start <= noun));
  let listed: number | null = null;
  let closed: number | null = null;
  const runs = runsOf(text, language);
  runs.forEach((run, at) => {
    const last = units.at(-1);
    // "Bundle - Elderflower, Raspberry & Ginger": two of three would be another bundle.
    const isOfEnumeration = run.gap === 'comma' && closed === units.length - 1;
    if (run.gap !== 'comma') closed = null;
    const isInBracket = last !== undefined && run.bracket !== null && run.bracket === last.bracket;
    if (run.gap !== 'comma') listed = null;
    // "Head filled with Stars"
    const isAsked = last !== undefined && run.opening !== null && run.gap === 'space' && asks(runs[at - 1] as Run);
    if (last && (isInBracket || isOfEnumeration || isAsked || (!isMain(last) && run.bracket === last.bracket && belongs(run, last)))) {
      last.runs.push(run);
      if (run.opening !== null && endsEnumeration(runs, at)) listed = units.length - 1;
      return;
    }
    const on = run.gap === 'comma' ? listed : run.opening !== null && run.gap === 'space' && last ? units.length - 1 : null;
    if (run.opening !== null && endsEnumeration(runs, at)) listed = units.length;
    if (run.gap === 'separator' && run.opening === null && endsInAnd(text, runs, at)) closed = units.length;
    units.push({ runs: [run], on, bracket: run.bracket });
  });
  return units.map((unit): Unit => {
    const [start, end] = spanOf(unit);
    const [first, ...others] = unit.runs as [Run, ...Run[]];
    const isSimple = unit.bracket === null && !first.isMeasure && others.every((run) => run.isMeasure);
    const words: Word[] = [];
    for (const run of unit.runs) for (const part of run.parts) words.push(...part.words);
    return {
      start,
      end,
      words,
      parts: isSimple ? first.parts : [],
      on: unit.on,
      isMain: isMain(unit) && unit.bracket === null,
      isOpened: first.opening !== null,
    };
  });
}

/** The brackets go with what is in them. */
function spanOf({ runs, bracket }: Growing): Span {
  const start = (runs[0] as Run).start;
  const end = (runs.at(-1) as Run).end;
  return bracket === null ? [start, end] : [Math.min(start, bracket[0]), Math.max(end, bracket[1])];
}

/** Whether a run is part of what stands before it. */
function belongs(run: Run, { runs }: Growing): boolean {
  const before = runs.at(-1) as Run;
  if (run.gap === 'colon') return true;
  if (run.gap !== 'space') return false;
  if (run.isMeasure && run.opening === null) return !before.isMeasure;
  // "Disney Halloween 3 inch Vinyl Sticker" is one thing.
  if (before.isMeasure && run.opening === null) return true;
  return run.opening !== null && (OF.has(run.opening) || (runs.length === 1 && needsMore(before)));
}

const OF: ReadonlySet<string> = new Set(['of', 'von', 'de', 'du', 'des', 'di', 'del', 'della', 'per']);

/** A single word, and what ends in one that asks by, with or for what. */
function needsMore({ parts, isMeasure }: Run): boolean {
  const last = parts.at(-1)?.words.at(-1)?.key ?? '';
  return !isMeasure && (parts.length === 1 || asksIn(last));
}

/** Whether a run ends in a word that asks by, with or for what. */
function asks({ parts, isMeasure }: Run): boolean {
  return !isMeasure && asksIn(parts.at(-1)?.words.at(-1)?.key ?? '');
}

function asksIn(last: string): boolean {
  return /(?:[^e]ed|able|ible|made|ideal|perfect|ready|great|rich|high|low)$/u.test(last);
}

/** Whether a list of commas begins here that ends in "X and Y". */
function endsEnumeration(runs: readonly Run[], from: number): boolean {
  for (let at = from + 1; runs[at]?.gap === 'comma'; at++) {
    const run = runs[at] as Run;
    if ((run.opening !== null && isAnd(run.opening)) || run.parts.some(({ words }) => words.length > 1)) return true;
  }
  return false;
}

/** Whether a list of commas begins here whose last member holds an "and". */
function endsInAnd(text: string, runs: readonly Run[], from: number): boolean {
  let at = from + 1;
  while (runs[at]?.gap === 'comma') at++;
  const end = runs[at - 1] as Run;
  return (
    at > from + 1 && (text.slice(end.start, end.end).match(/[&\p{L}]+/gu) ?? []).some((word) => word === '&' || isAnd(word.toLowerCase()))
  );
}

/** Languages in which a noun stands behind what describes it: "Tough iPhone Phone Cases". */
const NOUN_LAST: ReadonlySet<string> = new Set(['en', 'de', 'nl', 'sv', 'da', 'no', 'fi', 'tr', 'hu']);

export function isNounLast(language: string): boolean {
  return NOUN_LAST.has(language);
}

/** Small words that do not end what the text is about: "Set of 5 Mugs". */
const GOES_ON: ReadonlySet<string> = new Set(['of', 'the', 'a', 'an']);

/**
 * Where the noun stands that says what the thing is: the last word of the first clause before "in", "with", "for", or a measure; null
 * where nouns stand elsewhere.
 */
export function headNoun(text: string, language: string): number | null {
  if (!isNounLast(language)) return null;
  const words: Word[] = [];
  for (const run of runsOf(text, language)) {
    const goesOn =
      (run.gap === 'space' || run.gap === 'start') && run.bracket === null && (run.opening === null || GOES_ON.has(run.opening));
    if ((words.length > 0 && !goesOn) || (words.length > 1 && run.isMeasure)) break;
    if (run.isMeasure) continue;
    for (const part of run.parts) {
      if (part.isBound) continue;
      for (const word of part.words) if (word.key.length > 1 && !/^\p{N}/u.test(word.key)) words.push(word);
    }
  }
  return words.at(-1)?.start ?? null;
}
