/**
 * What a title covers, and what each of its words is worth.
 *
 * Coverage = value of the search terms whose words are all in the title ÷ value of all that are searched for the listing. Its interval
 * (80 %) takes the terms' own uncertainty (conversion.ts), by the delta method: var = (U²·var C + C²·var U) ÷ (C + U)⁴ for covered
 * and uncovered value C and U. A word is worth what the title would no longer cover without it.
 */
import { Z_80 } from '../../measures/statistics.js';
import { covers, hasWord, type SearchText, searchText } from '../../measures/words/searchWords.js';
import { composeTitle } from './compose.js';
import type { Solution } from './program.js';
import { type Scene, titleOf } from './scene.js';
import type { Candidate } from './titleProgram.js';

export interface Coverage {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface WordWorth {
  readonly text: string;
  /** Value a month, millionths, that the title would not cover without it. */
  readonly value: number;
  /** Of the searches that have one of its words, whatever else of the title covers them. */
  readonly clicks: number;
  readonly orders: number;
}

/** How much of what is searched the title covers. */
export function coverageOf(title: string, { demand, language, options }: Scene): Coverage {
  const text = searchText([title], language, options.dictionary);
  const sums = { covered: 0, open: 0, coveredVariance: 0, openVariance: 0 };
  for (const term of demand.terms) {
    if (covers(text, term.words)) {
      sums.covered += term.value;
      sums.coveredVariance += term.variance;
    } else {
      sums.open += term.value;
      sums.openVariance += term.variance;
    }
  }
  const all = sums.covered + sums.open;
  if (all === 0) return { ratio: 0, low: 0, high: 0 };
  const ratio = sums.covered / all;
  const spread = Z_80 * (Math.sqrt(sums.open ** 2 * sums.coveredVariance + sums.covered ** 2 * sums.openVariance) / all ** 2);
  return { ratio, low: Math.max(0, ratio - spread), high: Math.min(1, ratio + spread) };
}

function coveredValue(title: string, { demand, language, options }: Scene): number {
  const text = searchText([title], language, options.dictionary);
  return demand.terms.filter((term) => covers(text, term.words)).reduce((sum, term) => sum + term.value, 0);
}

/** What is searched with a word of a text. */
function searchedWith(text: SearchText, { demand }: Scene): { readonly clicks: number; readonly orders: number } {
  const terms = demand.terms.filter(({ words }) => words.some((word) => hasWord(text, word)));
  const sum = (of: 'clicks' | 'orders') => terms.reduce((total, term) => total + term[of], 0);
  return { clicks: sum('clicks'), orders: sum('orders') };
}

/** What each added piece brings, and what each dropped part brought. */
export function worths(
  { candidates, solution, title }: { readonly candidates: readonly Candidate[]; readonly solution: Solution; readonly title: string },
  scene: Scene,
): { readonly added: WordWorth[]; readonly dropped: WordWorth[] } {
  const all = coveredValue(title, scene);
  const without = (item: number) =>
    titleOf(
      scene,
      candidates,
      solution.items.filter((other) => other !== item),
    );
  const byValue = (a: WordWorth, b: WordWorth) => b.value - a.value || (a.text < b.text ? -1 : 1);
  const added = solution.items.flatMap((item): WordWorth[] => {
    const { piece } = candidates[item] as Candidate;
    const text = piece?.kind === 'purpose' ? `for ${piece.text}` : piece?.text;
    if (text === undefined) return [];
    return [{ text, value: all - coveredValue(without(item), scene), ...searchedWith((candidates[item] as Candidate).search, scene) }];
  });
  const whole = coveredValue(scene.text.title ?? '', scene);
  const dropped = candidates.flatMap(({ part, search }, item): WordWorth[] => {
    if (part === null || solution.items.includes(item)) return [];
    const parts = scene.anatomy.parts.filter((other) => other !== part);
    const rest = composeTitle(scene.anatomy, parts, [], 0, scene.language);
    return [{ text: part.text, value: whole - coveredValue(rest, scene), ...searchedWith(search, scene) }];
  });
  return { added: added.sort(byValue), dropped: dropped.sort(byValue) };
}

/** Added words that no text of the listing says, and those that only its tags say. */
export function newWords(
  candidates: readonly Candidate[],
  solution: Solution,
  { text }: Scene,
): { readonly newWords: string[]; readonly tagWords: string[] } {
  const words = solution.items.flatMap((item) => candidates[item]?.piece?.words ?? []);
  const keys = (kept: typeof words) => [...new Set(kept.map((word) => word.key))];
  return {
    newWords: keys(words.filter((word) => !hasWord(text.own, word))),
    tagWords: keys(words.filter((word) => hasWord(text.own, word) && !hasWord(text.vouched, word))),
  };
}
