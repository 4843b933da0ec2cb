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
import { statesProperty } from '../../suggest/cautions.js';
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
  /** By "of": "Chest of Drawers" is one. */
  readonly isOf: boolean;
  /** By "for". */
  readonly isPurpose: boolean;
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
  let closed: { unit: number; until: number } | null = null;
  const runs = runsOf(text, language);
  runs.forEach((run, at) => {
    const last = units.at(-1);
    // "Bundle - Elderflower, Raspberry & Ginger": two of three would be another bundle.
    const isOfEnumeration = run.gap === 'comma' && closed !== null && closed.unit === units.length - 1 && at <= closed.until;
    if (run.gap !== 'comma') closed = null;
    const isInBracket = last !== undefined && run.bracket !== null && run.bracket === last.bracket;
    if (run.gap !== 'comma' || run.isMeasure) listed = null;
    // "Head filled with Stars"
    const isAsked = last !== undefined && run.opening !== null && run.gap === 'space' && asks(runs[at - 1] as Run, run.opening);
    if (last && (isInBracket || isOfEnumeration || isAsked || (!isMain(last) && run.bracket === last.bracket && belongs(run, last)))) {
      last.runs.push(run);
      if (run.opening !== null && endsEnumeration(runs, at)) listed = units.length - 1;
      return;
    }
    const on =
      run.gap === 'comma'
        ? (listed ?? purposeBefore(run, runs, at, units))
        : run.opening !== null && run.gap === 'space' && last
          ? units.length - 1
          : null;
    if (run.opening !== null && endsEnumeration(runs, at)) listed = units.length;
    const isFirst =
      run.gap === 'separator' ||
      (run.gap === 'comma' && runs[at - 1]?.opening === null && !isOfEnumeration && runs[at - 1]?.gap !== 'comma');
    const until = run.opening === null && isFirst ? andIn(text, runs, at) : null;
    if (until !== null) closed = { unit: units.length, until };
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
      isOf: first.opening !== null && OF.has(first.opening),
      isPurpose: first.opening !== null && PURPOSES.has(first.opening),
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
function asks({ parts, isMeasure }: Run, opening: string): boolean {
  const last = parts.at(-1)?.words.at(-1)?.key ?? '';
  return !isMeasure && (asksIn(last) || (PARTICLES.has(opening) && GOES_WITH_PARTICLE.has(last)));
}

const PARTICLES: ReadonlySet<string> = new Set(['in', 'on']);
/** "Built in Dishwasher", "Clip on Lamp", "All in One Printer". */
const GOES_WITH_PARTICLE: ReadonlySet<string> = new Set(
  'add all bolt built carry clip drop fill iron lace lock pin plug pop press pull push roll screw sew slide slip snap stick tie walk wash'.split(
    ' ',
  ),
);

function asksIn(last: string): boolean {
  return /(?:[^e]ed|able|ible|made|ideal|perfect|ready|great|rich|high|low)$/u.test(last);
}

/** Whether a list of commas begins here that ends in "X and Y". */
function endsEnumeration(runs: readonly Run[], from: number): boolean {
  for (let at = from + 1; runs[at]?.gap === 'comma'; at++) {
    const run = runs[at] as Run;
    // "for Pond, 12 V" enumerates nothing.
    if (run.isMeasure) return false;
    if ((run.opening !== null && isAnd(run.opening)) || run.parts.some(({ words }) => words.length > 1)) return true;
  }
  return false;
}

/** Where a list of commas that begins here has its "and": the place of that run; null where there is none. */
function andIn(text: string, runs: readonly Run[], from: number): number | null {
  for (let at = from + 1; runs[at]?.gap === 'comma'; at++) {
    const { start, end } = runs[at] as Run;
    if ((text.slice(start, end).match(/[&\p{L}]+/gu) ?? []).some((word) => word === '&' || isAnd(word.toLowerCase()))) return at;
  }
  return null;
}

const PURPOSES: ReadonlySet<string> = new Set(['for', 'für', 'voor', 'för', 'til']);

/** "for Pond, Aquarium": one word after a purpose is another one, unless it may be a colour or a size. */
function purposeBefore(run: Run, runs: readonly Run[], at: number, units: readonly Growing[]): number | null {
  const before = runs[at - 1];
  const words = run.parts.flatMap((part) => part.words);
  const isPurpose = before?.opening != null && PURPOSES.has(before.opening) && run.opening === null && !run.isMeasure;
  return isPurpose && words.length === 1 && !statesProperty((words[0] as Word).key, 'en') ? units.length - 1 : null;
}

/** The words of a run that may be a noun. */
function namingWords({ parts, isMeasure }: Run): readonly Word[] {
  const named: Word[] = [];
  if (isMeasure) return named;
  for (const { words, isBound } of parts) {
    if (!isBound) for (const word of words) if (word.key.length > 1 && !/^\p{N}/u.test(word.key)) named.push(word);
  }
  return named;
}

/** Languages in which a noun stands behind what describes it: "Tough iPhone Phone Cases". */
const NOUN_LAST: ReadonlySet<string> = new Set(['en', 'de', 'nl', 'sv', 'da', 'no', 'fi', 'tr', 'hu']);

export function isNounLast(language: string): boolean {
  return NOUN_LAST.has(language);
}

/** Small words that do not end what the text is about: "Set of 5 Mugs". */
const GOES_ON: ReadonlySet<string> = new Set(['of', 'the', 'a', 'an']);

/**
 * Where the noun stands that says what the thing is: the last word of the first clause before "in", "with", "for"; null where nouns stand
 * elsewhere. "Castle Sticker in Front of …": where the clause ends in a word that is said again, that is it.
 */
export function headNoun(text: string, language: string): number | null {
  if (!isNounLast(language)) return null;
  const words: Word[] = [];
  const clause: Word[] = [];
  const later = new Set<string>();
  let isOpen = true;
  let isClause = true;
  for (const run of runsOf(text, language)) {
    const named = namingWords(run);
    // "【Flash Deal】 Pond Liner" begins with the liner.
    if (clause.length === 0 && run.bracket !== null) continue;
    if (clause.length > 0 && (run.bracket !== null || (run.gap !== 'space' && run.gap !== 'start'))) isClause = false;
    const isParticle = run.opening !== null && PARTICLES.has(run.opening) && GOES_WITH_PARTICLE.has(words.at(-1)?.key ?? '');
    isOpen &&= isClause && (words.length === 0 || run.opening === null || GOES_ON.has(run.opening) || isParticle);
    if (isOpen) words.push(...named);
    if (isClause) clause.push(...named);
    else for (const { key } of named) later.add(key);
  }
  const last = clause.at(-1);
  return (last !== undefined && later.has(last.key) ? last : words.at(-1))?.start ?? null;
}
