/** Suggestions for many titles, and for each title without one, why. */
import type { Day } from '../../core/day.js';
import type { LintOptions } from '../../measures/listingRules/lint.js';
import type { Dictionary } from '../../measures/words/words.js';
import type { BelongingTerm } from '../keywords/belonging.js';
import type { ListingText } from '../keywords/listingText.js';
import { type Demand, type DemandOptions, demandFor, type WhyNot } from './demand.js';
import type { SolveLp } from './program.js';
import { Shelf } from './shelf.js';
import { type NoSuggestion, type Suggestion, suggestTitle } from './suggestion.js';

export interface Loaded {
  readonly asOf: Day;
  readonly texts: readonly ListingText[];
  readonly terms: readonly BelongingTerm[];
  readonly dictionary?: Dictionary | undefined;
}

export interface SuggestResult {
  readonly suggestions: readonly Suggestion[];
  readonly without: readonly { readonly text: ListingText; readonly why: NoSuggestion; readonly demand: Demand | null }[];
  readonly notes: readonly string[];
}

/** The greatest gain first. */
export function suggestAll(
  chosen: readonly ListingText[],
  loaded: Loaded,
  options: DemandOptions & { readonly solve: SolveLp; readonly lint?: LintOptions },
): SuggestResult {
  const suggestions: Suggestion[] = [];
  const without: { text: ListingText; why: NoSuggestion; demand: Demand | null }[] = [];
  const lint = options.lint ?? { asOf: loaded.asOf, ...(loaded.dictionary ? { dictionary: loaded.dictionary } : {}) };
  const shelf = new Shelf(loaded.texts, loaded.terms);
  for (const text of chosen) {
    const demand = demandFor(text, shelf, options);
    const siblings = shelf.siblingsOf(text).flatMap((sibling) => sibling.title ?? []);
    const found = suggestTitle(text, siblings, demand, {
      asOf: loaded.asOf,
      solve: options.solve,
      lint,
      dictionary: loaded.dictionary,
      isEnglish: text.language === 'en' && shelf.isWrittenIn(text, 'en'),
    });
    if (typeof found === 'string') without.push({ text, why: found, demand });
    else suggestions.push(found);
  }
  suggestions.sort((a, b) => gainOf(b) - gainOf(a) || (a.text.label < b.text.label ? -1 : 1));
  return { suggestions, without, notes: notesOf(suggestions, without) };
}

/** Value a month that becomes covered. */
function gainOf({ coverageBefore, coverageAfter, demand }: Suggestion): number {
  return (coverageAfter.ratio - coverageBefore.ratio) * demand.terms.reduce((sum, term) => sum + term.value, 0);
}

const MOST_WORDS = 12;
/** Why a word is not taken that the seller may confirm. */
const PROOFS_WANTED: ReadonlySet<WhyNot | undefined> = new Set<WhyNot | undefined>(['property', 'unsaid']);

/** Words that were searched and not taken, for the seller to confirm; searches for other things. */
function notesOf(suggestions: readonly Suggestion[], without: SuggestResult['without']): string[] {
  const demands = [...suggestions.map(({ demand }) => demand), ...without.flatMap(({ demand }) => (demand?.isEnough ? [demand] : []))];
  const properties = new Map<string, number>();
  for (const demand of demands) {
    for (const term of demand.terms) {
      for (const word of term.words) {
        if (PROOFS_WANTED.has(demand.refused.get(word.stem)) && !/\p{N}/u.test(word.key))
          properties.set(word.key, (properties.get(word.key) ?? 0) + term.value);
      }
    }
  }
  const dearest = [...properties].sort(([, a], [, b]) => b - a).slice(0, MOST_WORDS);
  const left = new Map<string, Set<string>>();
  for (const { leftOut } of demands) for (const { term, why } of leftOut) left.set(why, (left.get(why) ?? new Set()).add(term));
  return [
    ...(dearest.length === 0
      ? []
      : [
          `Searched, but not taken, since no text of the listing, tags aside, says it: ${dearest.map(([word]) => word).join(', ')}${properties.size > MOST_WORDS ? ', …' : ''}. Where it is true: --sku SKU --allow ${dearest[0]?.[0]}.`,
        ]),
    ...[...left].map(
      ([why, terms]) =>
        `Not counted, since they name ${why}: ${[...terms].slice(0, MOST_WORDS).join(', ')}${terms.size > MOST_WORDS ? ', …' : ''}.`,
    ),
  ];
}
