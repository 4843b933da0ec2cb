/**
 * `shorten: { to: 75, keep: [brand, size] }`: a text that fits, by taking out what can go as one (`shortenUnits.ts`), the least valuable first.
 *
 * Order: words that were said before; then what is measured and weak (`worth.ts`), the worst first; then what is of unknown value, from the end; then measured words, by what
 * they earn; then figures ("1.7 L"); last the first words of the text, which say what it is about. The first word, the noun of the first
 * clause, how much one gets ("Pack of 6", "- 3kg"), brands and what `keep` names stay, each where it stands first. Where nouns stand last, of the words
 * before that noun only praise may go (`shortenWords.ts`). Chinese, Japanese and Thai: `shortenTail.ts`.
 *
 * When it fits, what is not weak, was not said before and still has room comes back; of a run of four words and more also its end, which has the noun ("with Black
 * Diamond Ceramic Pot" → "with Ceramic Pot"). A text that does not fit even then is not changed, and named.
 */
import { countLength, type LengthUnit } from '../../../measures/listingRules/length.js';
import { stemOf } from '../../../measures/words/stems.js';
import { type Word, wordsOf } from '../../../measures/words/words.js';
import { nameOf } from '../attributes.js';
import { isContent, statesCount } from '../bound.js';
import { cut, type Span } from '../cut.js';
import { hasHtml, htmlRefusal } from '../htmlIn.js';
import { type Found, finderOf } from '../phrases.js';
import type { Apply, EditContext, Outcome } from '../rule.js';
import type { Part } from '../runs.js';
import { smallWords } from '../smallWords.js';
import { bestWorth, compareWorth, isWeak, type WordWorth, type Worth, worthText } from '../worth.js';
import { needsWhat } from './dedupe.js';
import { isSaidAgain, mayGoBeforeNoun, neededBeside } from './shortenNoun.js';
import { isUnspaced, tailToCut } from './shortenTail.js';
import { headNoun, isNounLast, type Unit, unitsOf } from './shortenUnits.js';
import { amountsIn } from './shortenWords.js';

export interface ShortenOptions {
  readonly to: number | 'limit';
  /** Names of attributes, and words in their own form. */
  readonly keep: readonly string[];
  readonly unit: LengthUnit | null;
  /** The field to which the words that are taken out are offered. */
  readonly offer: 'item_highlights' | 'subtitle' | 'search_terms' | null;
}

/** What may go as one. */
interface Item {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly unit: Unit;
  readonly worth: Worth | null;
  readonly rank: number;
}

export function shorten(options: ShortenOptions): Apply {
  return (text, context) => {
    const unit = options.unit ?? context.limit?.unit ?? 'characters';
    const to = options.to === 'limit' ? context.limit?.limit : options.to;
    if (to === undefined || (unit === 'characters' && text.length <= to) || countLength(text, unit) <= to) return null;
    return hasHtml(text) ? htmlRefusal(text) : shortened(text, context, options, to, unit);
  };
}

/** What goes with a piece besides, about: separators on both sides. Saves trying what cannot fit yet. */
const USUALLY_AROUND = 3;

function shortened(text: string, context: EditContext, options: ShortenOptions, to: number, unit: LengthUnit): Outcome {
  const isKept = keptWords(text, context, options.keep);
  if (isUnspaced(text)) return withoutTail(text, context, isKept, options, to, unit);
  const worth = context.worth(text);
  const noun = headNoun(text, context.language);
  const units = unitsOf(text, context.language, noun);
  const droppable = inOrder({ text, units, isKept, worth, noun, forbidden: context.forbidden(text) });
  const cutOut = (gone: readonly Item[]) => {
    const spans = gone.map(({ start, end }) => [start, end] as const);
    const after = cut(text, spans, context.language);
    return { gone, after, room: to - countLength(after, unit) };
  };
  const sizeOf = ({ start, end }: Item) => countLength(text.slice(start, end), unit);
  const gone: Item[] = [];
  let excess = countLength(text, unit) - to;
  let best: ReturnType<typeof cutOut> | null = null;
  for (const next of droppable) {
    if (gone.includes(next)) continue;
    for (const item of [next, ...hangingOn(next, droppable, units)]) {
      if (gone.includes(item)) continue;
      gone.push(item);
      excess -= sizeOf(item) + USUALLY_AROUND;
    }
    if (excess > 0) continue;
    best = cutOut([...gone]);
    if (best.room >= 0) break;
  }
  best ??= cutOut(gone);
  if (best.room < 0) return { refusal: `cannot be shortened to ${to}: what must stay has ${to - best.room}` };
  const most = bestWorth(droppable.map((each) => each.worth));
  for (const back of gone.toReversed()) {
    if (back.rank <= REPEATED || isWeak(back.worth, most) || !mayReturn(text, back, best.gone, units)) continue;
    const others: Item[] = best.gone.filter((other) => other !== back);
    // "with Black Diamond Ceramic Pot" has its noun in what it leads to; of "Disney Word Princess Castle" nothing may go.
    const ends = isNounLast(context.language) && back.unit.isOpened ? beginningsOf(back) : [];
    for (const without of [[], ...ends.map((item) => [item])]) {
      const fewer = cutOut([...others, ...without]);
      if (fewer.room < 0) continue;
      best = fewer;
      break;
    }
  }
  const end = danglingEnd(best.after, context.language);
  if (end !== null) return { refusal: `cannot be shortened to ${to}: it would end in "${end}"` };
  const dropped = [...best.gone].sort((a, b) => a.start - b.start);
  const words = dropped.map((item) => text.slice((item.words[0] as Word).start, (item.words.at(-1) as Word).end));
  return {
    text: best.after,
    did: `dropped ${shown(words, dropped, worth)}`,
    ...(options.offer === null ? {} : { offer: { field: options.offer, words } }),
  };
}

/** What nothing may end in: a small word that leads to something, an open bracket. */
function danglingEnd(text: string, language: string): string | null {
  const last = /\S+$/u.exec(text)?.[0] ?? '';
  return /^(?:[([{&/+'’‘"“]|w)$/.test(last) || (smallWords(language).has(last) && last === last.toLowerCase()) ? last : null;
}

/** What must not stay without this one. */
function hangingOn({ unit, rank }: Item, droppable: readonly Item[], units: readonly Unit[]): Item[] {
  // "Pond Liner Repair Patch [Liner Repair Patch] Kit" goes whole.
  if (unit.isMain) return rank === REPEATED ? droppable.filter((item) => item.unit === unit && item.rank === REPEATED) : [];
  if (units.every(({ on }) => on === null)) return [];
  const hanging = new Set([unit]);
  for (const each of units) if (each.on !== null && hanging.has(units[each.on] as Unit)) hanging.add(each);
  return droppable.filter((item) => item.unit !== unit && hanging.has(item.unit));
}

/** Not while that is gone on which it hangs; nor "Shaped" of "Diamond Shaped Pot" while "Diamond" is gone. */
function mayReturn(text: string, back: Item, gone: readonly Item[], units: readonly Unit[]): boolean {
  const on = back.unit.on === null ? undefined : units[back.unit.on];
  return !gone.some((other) => other.unit === on || (other.unit === back.unit && other.end <= back.start && isBeside(text, other, back)));
}

function isBeside(text: string, { end }: Item, { start }: Item): boolean {
  return text.slice(end, start).trim() === '';
}

/** A run of so many parts may give up some of them: of fewer, half would say something else. */
const DIVISIBLE = 4;
/** Of more, which words belong together is anybody's guess. */
const MOST_DIVISIBLE = 5;
/** What comes back says something: "Orange Drink", not "Drink". */
const LEAST_BACK = 2;

/** The beginnings of a run that may go while its end comes back, the shortest first. */
function beginningsOf(item: Item): Item[] {
  const { parts } = item.unit;
  if (item.unit.isMain || parts.length < DIVISIBLE || parts.length > MOST_DIVISIBLE || item.words.length < item.unit.words.length)
    return [];
  return parts.slice(0, -LEAST_BACK).flatMap((last, at) => {
    const begun = parts.slice(0, at + 1);
    // "Shaped" says nothing without "Diamond".
    if (needsWhat(parts[at + 1] as Part)) return [];
    return [{ ...item, start: (begun[0] as Part).start, end: last.end, words: begun.flatMap((part) => part.words) }];
  });
}

function withoutTail(
  text: string,
  { language }: EditContext,
  isKept: (word: Word) => boolean,
  { offer }: ShortenOptions,
  to: number,
  unit: LengthUnit,
): Outcome {
  const spans = tailToCut(text, language, isKept, (after) => countLength(after, unit) <= to);
  const after = cut(text, spans, language);
  const length = countLength(after, unit);
  if (length > to) return { refusal: `cannot be shortened to ${to}: what must stay has ${length}` };
  const words = [...spans].sort((a, b) => a[0] - b[0]).map(([start, end]) => text.slice(start, end).trim());
  return {
    text: after,
    did: `dropped ${words.map((word) => `"${word}"`).join(', ')}`,
    ...(offer === null ? {} : { offer: { field: offer, words } }),
  };
}

const SHOWN = 6;

function shown(words: readonly string[], dropped: readonly Item[], worth: WordWorth): string {
  const parts = words.slice(0, SHOWN).map((word, at) => {
    const value = worth.isKnown ? ` (${worthText(dropped[at]?.worth ?? null, worth.currency)})` : '';
    return `"${word}"${value}`;
  });
  return words.length > SHOWN ? `${parts.join(', ')} and ${words.length - SHOWN} more` : parts.join(', ');
}

/** The words of what must stay: where an attribute's text stands as a whole its words, else words of the same stem. */
function keptWords(text: string, { subject, language, brands }: EditContext, keep: readonly string[]): (word: Word) => boolean {
  const spans: (readonly [number, number])[] = firstOfEach(brands(text));
  const stems = new Set<string>();
  for (const name of keep) {
    const attribute = subject.attribute(nameOf(name));
    const value = 'value' in attribute ? attribute.value : name;
    const found = finderOf(value)(text);
    if (found.length > 0) spans.push((found[0] as (typeof found)[number]).span);
    else for (const word of wordsOf(value)) stems.add(stemOf(word.key, language));
  }
  if (stems.size === 0) return (word) => spans.some(([start, end]) => word.start < end && word.end > start);
  return (word) => stems.has(stemOf(word.key, language)) || spans.some(([start, end]) => word.start < end && word.end > start);
}

/** "Wrapmaster" once is enough: "for Wrapmaster Dispensers" may go. */
function firstOfEach(found: readonly Found[]): Found['span'][] {
  if (found.length < 2) return found.map(({ span }) => span);
  const phrases = new Set<string>();
  return found.flatMap(({ span, phrase }) => {
    if (phrases.has(phrase)) return [];
    phrases.add(phrase);
    return [span];
  });
}

interface Ordering {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly isKept: (word: Word) => boolean;
  readonly worth: WordWorth;
  /** Where the noun stands that says what the thing is. */
  readonly noun: number | null;
  /** Phrases of the offer, which the platform forbids. */
  readonly forbidden: readonly Span[];
}

/** What may go, in the order of going. What says how much one gets stays. */
function inOrder({ text, units, isKept, worth, noun, forbidden }: Ordering): Item[] {
  const isBeforeNoun = ({ unit, words }: Pick<Item, 'unit' | 'words'>) =>
    noun !== null && unit.isMain && (!unit.isOpened || unit.isOf) && words.some((word) => word.start < noun);
  const needed = neededBeside(units, noun);
  const allAmounts = amountsIn(text);
  const named = units.flatMap(({ words }) => words);
  const head = headWords(named, isKept);
  const items: Omit<Item, 'rank'>[] = [];
  for (const unit of units) {
    for (const { start, end, words } of pieces(unit, isKept)) {
      items.push({ unit, start, end, words, worth: worth.isKnown ? bestWorth(words.map((word) => worth.of(word.key))) : null });
    }
  }
  const best = bestWorth(items.map((item) => item.worth));
  const last = items.findIndex(({ words }) => words.some((word) => word.start === noun));
  const rankOf = ({ unit, words, worth: own }: (typeof items)[number], at: number) => {
    if (words.every((word) => forbidden.some(([start, end]) => word.start >= start && word.end <= end))) return FORBIDDEN;
    // "Salted | Crisps and Bacon | Crisps": without it, two things would become one.
    const joinsTwo = unit.isMain && words.length > 1;
    const isSaid = words.every(({ key, start: place }) => named.some((other) => other.start < place && other.key === key));
    if (isSaid && unit.isMain && !joinsTwo && words.every((word) => isSaidAgain(word, unit.words))) return REPEATED;
    if (joinsTwo || words.some((word) => head.includes(word))) return HEAD;
    if (isSaid) return REPEATED;
    if (words.some((word) => /\p{N}/u.test(word.key)) || at === last - 1) return FIGURE;
    return own === null ? 1 : isWeak(own, best) ? 0 : 2;
  };
  const mayGo = ({ unit, start, end, words, rank }: Item) => {
    if (rank !== FORBIDDEN && (needed.has(unit) || (isBeforeNoun({ unit, words }) && !mayGoBeforeNoun(words, unit)))) return false;
    const part = text.slice(start, end);
    return (rank === REPEATED || !saysHowMuch(part)) && amountsIn(part).every((amount) => timesIn(amount, allAmounts) > 1);
  };
  const droppable: Item[] = [];
  items.forEach((item, at) => {
    const { unit, start, end, words, worth: own } = item;
    if (at === 0 || words.some((word) => word.start === noun || isKept(word))) return;
    const ranked: Item = { unit, start, end, words, worth: own, rank: rankOf(item, at) };
    if (mayGo(ranked)) droppable.push(ranked);
  });
  return droppable.sort(
    (a, b) => a.rank - b.rank || (a.rank !== HEAD && a.worth && b.worth ? compareWorth(a.worth, b.worth) : 0) || b.start - a.start,
  );
}

function timesIn(amount: string, all: readonly string[]): number {
  return all.filter((each) => each === amount).length;
}

/** A unit whole, unless it is of the beginning or has words that stay: then part by part. Half of "with Kindness Print" goes nowhere. */
function pieces(unit: Unit, isKept: (word: Word) => boolean): readonly Pick<Unit, 'start' | 'end' | 'words'>[] {
  const isParted = (unit.isMain && !unit.isOpened) || unit.words.some(isKept);
  return isParted && unit.parts.length > 0 ? unit.parts : [unit];
}

/** "20 pcs", "(Pack of 6)", "2 x 500 ml"; by itself also "3kg". */
function saysHowMuch(part: string): boolean {
  return statesCount(part) || isContent(part);
}

/** The rank of what may not stand there at all. */
const FORBIDDEN = -2;
/** The rank of words that were said before: they go even before weak ones. */
const REPEATED = -1;
/** The rank of figures, and of the word before the noun ("Toilet Roll"). */
const FIGURE = 3;
/** The rank of what the text is about. */
const HEAD = 4;
const HEAD_WORDS = 4;

/** The first words; words that stay do not count among them. */
function headWords(named: readonly Word[], isKept: (word: Word) => boolean): Word[] {
  const head: Word[] = [];
  let counted = 0;
  for (const word of named) {
    if (counted >= HEAD_WORDS) break;
    head.push(word);
    if (!isKept(word)) counted++;
  }
  return head;
}
