/**
 * A text in the pieces that a search term may be made of. A clause between separators with at most three words that mean something
 * ("Coffee Table", "for Breakfast in Bed") is one piece: half of it would say something else. Longer clauses part into words. What `bound.ts`
 * binds stays together ("1.7 L", "Dairy Free"), and what a hyphen joins ("BPA-free").
 */

import { matchesOf } from '../../measures/matches.js';
import { type Word, wordsOf } from '../../measures/words/words.js';
import { boundSpans } from './bound.js';
import { smallWords } from './smallWords.js';

export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The words that mean something. */
  readonly words: readonly Word[];
}

const SEPARATOR = /[,;|、，；｜()[\]{}（）【】「」]|:\s|[.!?]+(?=\s|$)|\s[-–—/:·•~]+\s|\s*[–—•]\s*/gu;
/** Any mark of a separator: most stuffed titles have none. */
const MAY_SEPARATE = /[.!?](?:\s|$)|[,;|()[\]{}:–—•、，；｜（）【】「」]| [-/·~]/u;

/** Words that a piece of a clause may have at most for the clause to be one piece. */
const CLAUSE_WORDS = 3;

export function piecesOf(text: string, language: string): Piece[] {
  const small = smallWords(language);
  const words = wordsOf(text);
  const pieces = clausesOf(text).flatMap(([start, end]): Piece[] => {
    const inside = words.filter((word) => word.start >= start && word.end <= end);
    const content = inside.filter((word) => !small.has(word.key));
    if (content.length === 0) return [];
    if (content.length > CLAUSE_WORDS) return wordPieces(text, inside, small);
    return [{ start: (inside[0] as Word).start, end: (inside.at(-1) as Word).end, words: content }];
  });
  return bound(text, pieces);
}

/** Pieces with a part of one bound span become one. */
function bound(text: string, pieces: readonly Piece[]): Piece[] {
  const spans = boundSpans(text);
  if (spans.length === 0) return [...pieces];
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before && spans.some(([start, end]) => start < before.end && end > piece.start)) {
      joined.splice(-1, 1, { start: before.start, end: piece.end, words: [...before.words, ...piece.words] });
    } else joined.push(piece);
  }
  return joined.map((piece) => {
    // "without BPA": the small word that begins it, and the unit or mark that ends it, too.
    const touching = spans.filter(([start, end]) => start < piece.end && end > piece.start);
    const start = Math.min(piece.start, ...touching.map((span) => span[0]));
    const end = Math.max(piece.end, ...touching.map((span) => span[1]));
    return start === piece.start && end === piece.end ? piece : { ...piece, start, end };
  });
}

function clausesOf(text: string): [number, number][] {
  if (!MAY_SEPARATE.test(text)) return [[0, text.length]];
  const clauses: [number, number][] = [];
  let at = 0;
  for (const match of matchesOf(SEPARATOR, text)) {
    clauses.push([at, match.index]);
    at = match.index + match[0].length;
  }
  clauses.push([at, text.length]);
  return clauses;
}

function wordPieces(text: string, words: readonly Word[], small: ReadonlySet<string>): Piece[] {
  const pieces: { start: number; end: number; words: Word[] }[] = [];
  let start: number | null = null;
  for (const word of words) {
    const open = pieces.at(-1);
    if (open && start === null && joins(text, open, word)) {
      open.end = word.end;
      open.words.push(word);
    } else if (small.has(word.key)) start ??= word.start;
    else {
      pieces.push({ start: start ?? word.start, end: word.end, words: [word] });
      start = null;
    }
  }
  return pieces;
}

/** Whether a word belongs to the piece before it: by a hyphen or the like. */
function joins(text: string, piece: { readonly end: number }, word: Word): boolean {
  const between = text.slice(piece.end, word.start);
  return between.length === 1 && "-/'’&+.".includes(between);
}
