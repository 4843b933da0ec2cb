/**
 * `titles suggest --explain`: for each title every searched word, what it is worth and what became of it; and how good the greedy
 * choice would have been.
 *
 * A word's `value_amount` is the value a month of the search terms that have it; values of words overlap and must not be added.
 */
import type { Day } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { hasWord, type SearchWord, searchText } from '../../measures/words/searchWords.js';
import { type Label, type ListingText, labelling } from '../keywords/listingText.js';
import type { Demand, WhyNot } from './demand.js';
import type { SuggestResult } from './suggestAll.js';
import type { Suggestion } from './suggestion.js';

export const EXPLAIN_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text', detail: true },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'word', header: 'Word', kind: 'text' },
  { key: 'decision', header: 'Decision', kind: 'text' },
  { key: 'why', header: 'Why', kind: 'text' },
  { key: 'terms', header: 'Search terms', kind: 'integer' },
  { key: 'clicks', header: 'Clicks', kind: 'integer' },
  { key: 'orders', header: 'Orders', kind: 'decimal' },
  { key: 'value_amount', header: 'Worth a month', kind: 'unitAmount', digits: 2 },
  { key: 'currency', header: 'Currency', kind: 'text' },
];

export function explainTable(result: SuggestResult, asOf: Day): Table {
  const judged = [
    ...result.suggestions.map((suggestion) => ({ text: suggestion.text, demand: suggestion.demand, after: suggestion.after, suggestion })),
    ...result.without.flatMap(({ text, demand }) => (demand === null ? [] : [{ text, demand, after: text.title ?? '', suggestion: null }])),
  ];
  const label = labelling([...result.suggestions, ...result.without].map(({ text }) => text));
  return {
    id: 'titles.suggest-words/1',
    columns: EXPLAIN_COLUMNS,
    rows: judged.flatMap(({ text, demand, after }) => rowsOf(text, demand, after)),
    notes: [
      ...judged.flatMap(({ suggestion }) => (suggestion === null ? [] : [proof(suggestion, label)])),
      ...leftAlone(result, label),
      ...result.notes,
    ],
    params: {},
    asOf,
  };
}

interface Sum {
  readonly word: SearchWord;
  terms: number;
  clicks: number;
  orders: number;
  value: number;
}

function rowsOf(text: ListingText, demand: Demand, after: string): Row[] {
  const sums = new Map<string, Sum>();
  for (const term of demand.terms) {
    for (const word of term.words) {
      const sum = sums.get(word.stem) ?? { word, terms: 0, clicks: 0, orders: 0, value: 0 };
      sum.terms++;
      sum.clicks += term.clicks;
      sum.orders += term.orders;
      sum.value += term.value;
      sums.set(word.stem, sum);
    }
  }
  const now = searchText([after], text.language);
  return [...sums.values()]
    .sort((a, b) => b.value - a.value || (a.word.key < b.word.key ? -1 : 1))
    .map(({ word, ...sum }) => {
      const [decision, why] = decisionOf(word, text, demand, hasWord(now, word));
      return {
        store: text.store,
        listing_id: text.owned.id,
        sku: text.owned.sku,
        word: word.key,
        decision,
        why,
        terms: sum.terms,
        clicks: demand.isOwnList ? null : sum.clicks,
        orders: demand.isOwnList ? null : sum.orders,
        value_amount: Math.round(sum.value / 10_000) * 10_000,
        currency: demand.currency,
      };
    });
}

const REASONS: Readonly<Record<WhyNot, string>> = {
  property: 'states a property, and no text of the listing, tags aside, says so (--allow)',
  evidence: 'fewer than 2 orders came from searches with it',
  unsaid: 'no text of the listing, tags aside, says it, and a list is no proof (--allow)',
  sibling: 'tells another variation apart',
  excluded: 'excluded by you',
};

function whoSays(word: SearchWord, text: ListingText): string {
  if (hasWord(text.vouched, word)) return 'the listing says it elsewhere';
  return hasWord(text.own, word) ? 'only its tags say it: check that it is true' : 'new: check that it is true';
}

function decisionOf(word: SearchWord, text: ListingText, demand: Demand, isIn: boolean): [string, string | null] {
  const before = hasWord(text.inTitle, word);
  if (isIn) return before ? ['kept', null] : ['added', whoSays(word, text)];
  const refused = demand.refused.get(word.stem);
  if (refused !== undefined) return ['not taken', REASONS[refused]];
  return before ? ['dropped', 'its room is worth more to other words'] : ['not taken', 'not worth its room, or reads badly'];
}

function proof({ text, objective, greedy, after, isProved }: Suggestion, label: Label): string {
  const best = isProved ? 'proved best' : 'the best found in the time';
  const gap = objective <= 0 ? 0 : (objective - greedy.objective) / objective;
  const compared =
    greedy.after === after || gap < 0.0005
      ? 'the greedy choice is as good'
      : `the greedy choice is ${(gap * 100).toFixed(1)} % worse: “${greedy.after}”`;
  return `${label(text)}: “${after}” is ${best} of what may be written; ${compared}.`;
}

function leftAlone({ without }: SuggestResult, label: Label): string[] {
  return without.filter(({ demand }) => demand !== null).map(({ text, why }) => `${label(text)}: no proposal (${why}).`);
}
