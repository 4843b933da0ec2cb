/**
 * `shorten: { to: 75, keep: [brand, size] }`: a text that fits, by taking out whole pieces (`pieces.ts`), the least valuable first.
 *
 * Order: words that are measured and weak (`worth.ts`), the worst first; then words of unknown value, from the end; then measured words,
 * by what they earn; then figures ("1.7 L"); last the first words of the text, which say what it is about. The first piece, the noun
 * of the first clause, brands and what `keep` names stay. Chinese, Japanese and Thai: `shortenTail.ts`. When it fits, pieces that are not weak and still have
 * room come back. A text that does not fit even then is not
 * changed, and named.
 */
import { countLength, type LengthUnit } from '../../../measures/listingRules/length.js';
import { stemOf } from '../../../measures/words/stems.js';
import { type Word, wordsOf } from '../../../measures/words/words.js';
import { nameOf } from '../attributes.js';
import { cut } from '../cut.js';
import { finderOf } from '../phrases.js';
import { type Piece, piecesOf } from '../pieces.js';
import type { Apply, EditContext, Outcome } from '../rule.js';
import { smallWords } from '../smallWords.js';
import { bestWorth, compareWorth, isWeak, type WordWorth, type Worth, worthText } from '../worth.js';
import { isUnspaced, tailToCut } from './shortenTail.js';

export interface ShortenOptions {
  readonly to: number | 'limit';
  /** Names of attributes, and words in their own form. */
  readonly keep: readonly string[];
  readonly unit: LengthUnit | null;
  /** The field to which the words that are taken out are offered. */
  readonly offer: 'item_highlights' | 'subtitle' | 'search_terms' | null;
}

interface Valued {
  readonly piece: Piece;
  readonly worth: Worth | null;
  readonly at: number;
}

export function shorten(options: ShortenOptions): Apply {
  return (text, context) => {
    const unit = options.unit ?? context.limit?.unit ?? 'characters';
    const to = options.to === 'limit' ? context.limit?.limit : options.to;
    if (to === undefined || (unit === 'characters' && text.length <= to) || countLength(text, unit) <= to) return null;
    return shortened(text, context, options, to, unit);
  };
}

/** What goes with a piece besides, about: separators on both sides. Saves trying what cannot fit yet. */
const USUALLY_AROUND = 3;

function shortened(text: string, context: EditContext, options: ShortenOptions, to: number, unit: LengthUnit): Outcome {
  const isKept = keptWords(text, context, options.keep);
  if (isUnspaced(text)) return withoutTail(text, context, isKept, options, to, unit);
  const worth = context.worth(text);
  const noun = headNoun(text, context.language);
  const isSaid = (word: Word) => word.start === noun || isKept(word);
  const droppable = inOrder(piecesOf(text, context.language, { isKept: isSaid, phrases: true }), isKept, worth, noun);
  const cutOut = (gone: readonly Valued[]) => {
    const spans = gone.map(({ piece }) => [piece.start, piece.end] as const);
    const after = cut(text, spans, context.language);
    return { gone, after, room: to - countLength(after, unit) };
  };
  const sizeOf = ({ piece }: Valued) => countLength(text.slice(piece.start, piece.end), unit);
  const gone: Valued[] = [];
  let excess = countLength(text, unit) - to;
  let best: ReturnType<typeof cutOut> | null = null;
  for (const next of droppable) {
    gone.push(next);
    excess -= sizeOf(next) + USUALLY_AROUND;
    if (excess > 0) continue;
    best = cutOut([...gone]);
    if (best.room >= 0) break;
  }
  best ??= cutOut(gone);
  if (best.room < 0) return { refusal: `cannot be shortened to ${to}: what must stay has ${to - best.room}` };
  const most = bestWorth(droppable.map((each) => each.worth));
  for (const back of gone.toReversed()) {
    if (isWeak(back.worth, most) || sizeOf(back) > best.room || isTorn(text, back, best.gone)) continue;
    const fewer = cutOut(best.gone.filter((other) => other !== back));
    if (fewer.room >= 0) best = fewer;
  }
  const dropped = [...best.gone].sort((a, b) => a.at - b.at);
  const words = dropped.map(({ piece }) => text.slice((piece.words[0] as Word).start, piece.end));
  return {
    text: best.after,
    did: `dropped ${shown(words, dropped, worth)}`,
    ...(options.offer === null ? {} : { offer: { field: options.offer, words } }),
  };
}

/** "Shaped" of "in Diamond Shaped Pot" does not come back while "in Diamond" is gone. */
function isTorn(text: string, { piece, at }: Valued, gone: readonly Valued[]): boolean {
  return gone.some((other) => other.at === at - 1 && text.slice(other.piece.end, piece.start).trim() === '');
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

/** Languages in which a noun stands behind what describes it: "Tough iPhone Phone Cases". */
const NOUN_LAST: ReadonlySet<string> = new Set(['en', 'de', 'nl', 'sv', 'da', 'no', 'fi', 'tr', 'hu']);
/** Small words that do not end what the text is about: "Set of 5 Mugs", "Salt and Pepper Mill". */
const GOES_ON: ReadonlySet<string> = new Set(['of', 'and', 'or', 'the', 'a', 'an', 'und', 'oder', 'en', 'och']);

/** Where the noun stands that says what the thing is: the last word of the first clause before "in", "with", "for"; null elsewhere. */
function headNoun(text: string, language: string): number | null {
  if (!NOUN_LAST.has(language)) return null;
  const small = smallWords(language);
  let noun: Word | null = null;
  let end = 0;
  for (const word of wordsOf(text)) {
    if (noun !== null && /[,;:|()[\]–—•、，]|\s-\s|[.!?]\s/u.test(text.slice(end, word.start))) break;
    if (noun !== null && small.has(word.key) && !GOES_ON.has(word.key)) break;
    if (!small.has(word.key) && !/^\p{N}/u.test(word.key) && word.key.length > 1) noun = word;
    end = word.end;
  }
  return noun?.start ?? null;
}

const SHOWN = 6;

function shown(words: readonly string[], dropped: readonly Valued[], worth: WordWorth): string {
  const parts = words.slice(0, SHOWN).map((word, at) => {
    const value = worth.isKnown ? ` (${worthText(dropped[at]?.worth ?? null, worth.currency)})` : '';
    return `"${word}"${value}`;
  });
  return words.length > SHOWN ? `${parts.join(', ')} and ${words.length - SHOWN} more` : parts.join(', ');
}

/** The words of what must stay: where an attribute's text stands as a whole its words, else words of the same stem. */
function keptWords(text: string, { subject, language, brands }: EditContext, keep: readonly string[]): (word: Word) => boolean {
  const spans: (readonly [number, number])[] = brands(text).map(({ span }) => span);
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

/**
 * What may go, in the order of going. What the text is about goes last: the first words (brand and four more), then measures. The very
 * first piece stays.
 */
function inOrder(pieces: readonly Piece[], isKept: (word: Word) => boolean, worth: WordWorth, noun: number | null): Valued[] {
  const worths = pieces.map((piece) => (worth.isKnown ? bestWorth(piece.words.map((word) => worth.of(word.key))) : null));
  const best = bestWorth(worths);
  const head = headOf(pieces, isKept);
  const rankOf = (piece: Piece, own: Worth | null) => {
    if (head.has(piece)) return HEAD;
    if (piece.words.some((word) => /\p{N}/u.test(word.key))) return 3;
    return own === null ? 1 : isWeak(own, best) ? 0 : 2;
  };
  return pieces
    .map((piece, at) => ({ piece, at, worth: worths[at] ?? null, rank: rankOf(piece, worths[at] ?? null) }))
    .filter(({ piece, at }) => at > 0 && !piece.words.some((word) => word.start === noun || isKept(word)))
    .sort((a, b) => a.rank - b.rank || (a.rank !== HEAD && a.worth && b.worth ? compareWorth(a.worth, b.worth) : 0) || b.at - a.at);
}

/** The rank of what the text is about. */
const HEAD = 4;
const HEAD_WORDS = 4;

/** The pieces of the first words; words that stay do not count among them. */
function headOf(pieces: readonly Piece[], isKept: (word: Word) => boolean): Set<Piece> {
  const head = new Set<Piece>();
  let words = 0;
  for (const piece of pieces) {
    if (words >= HEAD_WORDS) break;
    head.add(piece);
    words += piece.words.filter((word) => !isKept(word)).length;
  }
  return head;
}
