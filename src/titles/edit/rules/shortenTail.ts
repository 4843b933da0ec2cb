/**
 * A text without spaces between its words (Chinese, Japanese, Thai) made to fit: what is too long goes from the end, up to a place where a
 * word surely ends, and nothing comes back. Segmenters guess words they do not know; taking single ones out of the middle would leave
 * parts of others.
 *
 * A sure place is a space or a separator; failing that, within a long run, one between two words of two characters or more. What must stay
 * (brands, `keep`) stays: then what stands before it goes. Nothing goes that stands before a size, a count or the members of a set ("A+B"). What
 * stands in brackets goes whole, and brackets alone are no title.
 */

import { matchesOf } from '../../../measures/matches.js';
import { type Word, wordsOf } from '../../../measures/words/words.js';
import { cut, type Span } from '../cut.js';

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Whether most letters of a text are of a script without spaces. */
export function isUnspaced(text: string): boolean {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return unspaced > 0 && unspaced * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** What to cut out so that the text fits; the most there is, where it does not fit even then. */
export function tailToCut(text: string, language: string, isNamed: (word: Word) => boolean, fits: (after: string) => boolean): Span[] {
  const words = wordsOf(text);
  const sets = matchesOf(SET, text).map((match): Span => [match.index, match.index + match[0].length]);
  const isContent = (word: Word) => saysHowMuch(text, word) || isInside(word.start, sets);
  const isKept = (word: Word) => isNamed(word) || isContent(word);
  // A size without what it measures says nothing, so of what stands before it nothing goes.
  const from = words.findLast(isContent)?.start ?? 0;
  const brackets = matchesOf(BRACKETS, text).map((match): Span => [match.index, match.index + match[0].length]);
  const gone: Span[] = [];
  for (const [start, end] of stretches(text, words, isKept).toReversed()) {
    if (start < from) break;
    const places = placesIn(text, words, start, end)
      .flatMap((place) => outside(place, brackets))
      .filter(({ at }) => !isAllInside(words, at, brackets));
    const sure = places.filter(({ isSure }) => isSure);
    const enough = (place: { readonly at: number }) => fits(cut(text, [...gone, [place.at, end]], language));
    const last = sure.find(enough);
    const inside = places.find(enough);
    // A space far before what fits would waste most of the room.
    const best = last && inside && inside.at - last.at > WASTE ? inside : (last ?? inside);
    if (best) return [...gone, [best.at, end]];
    // The first word of a segmenter may be a syllable.
    if (start === words[1]?.start) break;
    gone.push([start, end]);
  }
  return gone;
}

/** Members of a set: what one gets. */
const SET = /[^\s+，,、|｜【】（）()[\]]+(?:\+[^\s+，,、|｜【】（）()[\]]+)+/gu;
const BRACKETS = /【[^】]*】|（[^）]*）|\([^()]*\)|\[[^\]]*\]|「[^」]*」/gu;
const HOW_MUCH = /^\p{N}[\p{N}.]*(?:ml|l|g|kg|mg|cm|mm)$/iu;

/** "80ml", and the "5" of "80g*5". */
function saysHowMuch(text: string, { key, start }: Word): boolean {
  return HOW_MUCH.test(key) || (/^\p{N}/u.test(key) && /[*×]\s?$/u.test(text.slice(Math.max(0, start - 2), start)));
}

interface Place {
  readonly at: number;
  readonly isSure: boolean;
}

/** A bracket goes whole: a cut at its first word begins before it, one at its others is none. */
function outside(place: Place, brackets: readonly Span[]): Place[] {
  const bracket = brackets.find(([start, end]) => place.at > start && place.at < end);
  if (bracket === undefined) return [place];
  return place.at === bracket[0] + 1 ? [{ at: bracket[0], isSure: true }] : [];
}

function isInside(at: number, spans: readonly Span[]): boolean {
  return spans.some(([start, end]) => at >= start && at < end);
}

/** Whether all words before a place stand in brackets. */
function isAllInside(words: readonly Word[], at: number, brackets: readonly Span[]): boolean {
  return words.every(({ start }) => start >= at || brackets.some(([from, to]) => start > from && start < to));
}

/** Characters that may be given up for a surer place. */
const WASTE = 8;

/** Runs of words that may go, between those that must stay. The first word stays. */
function stretches(text: string, words: readonly Word[], isKept: (word: Word) => boolean): Span[] {
  const found: [number, number][] = [];
  let isOpen = false;
  words.forEach((word, at) => {
    if (at === 0 || isKept(word)) {
      isOpen = false;
      return;
    }
    const end = words[at + 1]?.start ?? text.length;
    const open = found.at(-1);
    if (isOpen && open) open[1] = end;
    else found.push([word.start, end]);
    isOpen = true;
  });
  return found;
}

/** Where the cut may begin, the last first. */
function placesIn(text: string, words: readonly Word[], start: number, end: number): Place[] {
  return words
    .flatMap((word, at) => {
      const before = words[at - 1];
      if (before === undefined || word.start < start || word.start >= end) return [];
      // "35g*3" is one thing.
      if (/^[*×+/.-]$/u.test(text.slice(before.end, word.start))) return [];
      const isSure = word.start > before.end;
      const isLikely = word.text.length > 1 && before.text.length > 1;
      return isSure || isLikely ? [{ at: word.start, isSure }] : [];
    })
    .toReversed();
}
