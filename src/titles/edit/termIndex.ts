/** The search terms of a store, found by the words that a text has. */
import { stemOf } from '../../measures/words/stems.js';
import { wordsOf } from '../../measures/words/words.js';

/** A search term of one store in the period of its reports. */
export interface TermSums {
  readonly term: string;
  readonly clicks: number | null;
  readonly costMicros: number | null;
  readonly orders: number | null;
  readonly salesMicros: number | null;
}

export interface IndexedTerm {
  /** Each stem once. */
  readonly stems: readonly string[];
  readonly sums: TermSums;
}

export interface TermIndex {
  readonly isKnown: boolean;
  /** 30 ÷ days of the reports. */
  readonly monthFactor: number;
  /** The terms whose stems are all among these. */
  answeredBy(stems: ReadonlySet<string>): IndexedTerm[];
  has(stem: string): boolean;
  /** Whether two stems follow each other in a term. */
  isPair(first: string, second: string): boolean;
}

const NOTHING: TermIndex = { isKnown: false, monthFactor: 0, answeredBy: () => [], has: () => false, isPair: () => false };

/** `days`: how many days the reports of the store cover. */
export function termIndex(terms: readonly TermSums[], days: number, language: string): TermIndex {
  if (terms.length === 0 || days === 0) return NOTHING;
  const pairs = new Set<string>();
  const counts = new Map<string, number>();
  const indexed = terms.map((sums) => {
    const stems = wordsOf(sums.term).map((word) => stemOf(word.key, language));
    for (let at = 1; at < stems.length; at++) pairs.add(`${stems[at - 1]} ${stems[at]}`);
    return { sums, stems: [...new Set(stems)] };
  });
  for (const { stems } of indexed) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const byRarest = underRarest(indexed, counts);
  return {
    isKnown: true,
    monthFactor: 30 / days,
    answeredBy: (own) => [...own].flatMap((stem) => (byRarest.get(stem) ?? []).filter((term) => term.stems.every((each) => own.has(each)))),
    has: (stem) => counts.has(stem),
    isPair: (first, second) => pairs.has(`${first} ${second}`),
  };
}

/** Each term under the stem of it that fewest terms have: a text is compared with few terms only. */
function underRarest(terms: readonly IndexedTerm[], counts: ReadonlyMap<string, number>): Map<string, IndexedTerm[]> {
  const byRarest = new Map<string, IndexedTerm[]>();
  for (const term of terms) {
    const [first, ...others] = term.stems;
    if (first === undefined) continue;
    const rarest = others.reduce((best, stem) => ((counts.get(stem) ?? 0) < (counts.get(best) ?? 0) ? stem : best), first);
    const group = byRarest.get(rarest);
    if (group) group.push(term);
    else byRarest.set(rarest, [term]);
  }
  return byRarest;
}
