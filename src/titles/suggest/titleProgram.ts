/**
 * The program (program.ts) of one title: which candidate has which searched word, how long it is, and what may not stand together.
 *
 * At most one word before the product type and one inside it, two purposes, three new phrases, eight plain words: more reads as a
 * heap of keywords, whatever it covers. A word that is new comes once; no word stands more than twice, or more often than now.
 */
import { hasWord, type SearchText, type SearchWord, searchWords } from '../../measures/words/searchWords.js';
import type { TitlePart } from './anatomy.js';
import type { Demand } from './demand.js';
import type { Piece, PieceKind } from './piece.js';
import type { Program } from './program.js';

/** A present part that may stay, or a piece that may come. */
export interface Candidate {
  readonly part: TitlePart | null;
  readonly piece: Piece | null;
  readonly cost: number;
  readonly search: SearchText;
}

const MOST_OF_KIND: Readonly<Record<PieceKind, number>> = { front: 1, near: 1, purpose: 2, phrase: 3, plain: 8 };
const MOST_REPEATS = 2;

/** `base`: the words of what stays anyway; `texts`: these and the whole present title, for counting repetitions. */
export function programOf(
  candidates: readonly Candidate[],
  demand: Demand,
  base: SearchText,
  budget: number,
  texts: { readonly base: string; readonly present: string },
): Program {
  const total = demand.terms.reduce((sum, term) => sum + term.value, 0);
  const places = new Map<string, number>();
  const words: SearchWord[] = [];
  const placeOf = (word: SearchWord): number => {
    const known = places.get(word.stem);
    if (known !== undefined) return known;
    places.set(word.stem, words.length);
    return words.push(word) - 1;
  };
  const terms = demand.terms.flatMap((term) => {
    const needed = term.words.filter((word) => !hasWord(base, word));
    const canBe = needed.every((word) => candidates.some((candidate) => hasWord(candidate.search, word)));
    return needed.length === 0 || !canBe ? [] : [{ words: needed.map(placeOf), value: (1000 * term.value) / total }];
  });
  const items = candidates.map((candidate) => ({
    isNew: candidate.piece !== null,
    cost: candidate.cost,
    words: words.flatMap((word, place) => (hasWord(candidate.search, word) ? [place] : [])),
  }));
  return {
    budget,
    items,
    words: words.length,
    terms,
    groups: [...kinds(candidates), ...newOnce(candidates, base), ...repeats(candidates, texts)],
  };
}

type Groups = Program['groups'];

function kinds(candidates: readonly Candidate[]): Groups {
  return (Object.keys(MOST_OF_KIND) as PieceKind[]).map((kind) => ({
    items: candidates.flatMap(({ piece }, item) => (piece?.kind === kind ? [{ item, count: 1 }] : [])),
    most: MOST_OF_KIND[kind],
  }));
}

/** Two pieces, or a piece and a present part, do not bring the same word. */
function newOnce(candidates: readonly Candidate[], base: SearchText): Groups {
  const groups: { items: { item: number; count: number }[]; most: number }[] = [];
  const fresh = new Map<string, number[]>();
  candidates.forEach(({ piece }, item) => {
    for (const word of piece?.words ?? []) {
      if (!hasWord(base, word)) fresh.set(word.stem, [...new Set([...(fresh.get(word.stem) ?? []), item])]);
    }
  });
  for (const [stem, items] of fresh) {
    groups.push({ items: items.map((item) => ({ item, count: 1 })), most: 1 });
    candidates.forEach(({ part, search }, present) => {
      if (part === null || !search.stems.has(stem)) return;
      for (const item of items) groups.push({ items: [present, item].map((each) => ({ item: each, count: 1 })), most: 1 });
    });
  }
  return groups;
}

function repeats(candidates: readonly Candidate[], texts: { readonly base: string; readonly present: string }): Groups {
  const stay = countsOf(texts.base);
  const present = countsOf(texts.present);
  const byWord = new Map<string, { item: number; count: number }[]>();
  candidates.forEach(({ part, piece }, item) => {
    for (const [key, count] of countsOf(part?.text ?? piece?.text ?? '')) {
      byWord.set(key, [...(byWord.get(key) ?? []), { item, count }]);
    }
  });
  return [...byWord].flatMap(([key, items]) => {
    const most = Math.max(MOST_REPEATS, present.get(key) ?? 0) - (stay.get(key) ?? 0);
    return items.reduce((sum, { count }) => sum + count, 0) <= most ? [] : [{ items, most }];
  });
}

/** How often each word stands in a text; by the stem, so that mug and mugs are one. */
function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of searchWords(text, 'en')) if (!word.isFunction) counts.set(word.stem, (counts.get(word.stem) ?? 0) + 1);
  return counts;
}
