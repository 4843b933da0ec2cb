/** Suggested titles as a change plan: what each word is worth, what is covered before and after, and what was left alone and why. */
import type { Day } from '../../core/day.js';
import { currencyDigits } from '../../core/money.js';
import { type Change, type ChangePlan, PLAN_SCHEMA } from '../../core/plan.js';
import { groupBy } from '../../measures/grouping.js';
import { type Label, type ListingText, labelling } from '../keywords/listingText.js';
import type { Coverage, WordWorth } from './coverage.js';
import { type Demand, LEAST_CLICKS, LEAST_ORDERS } from './demand.js';
import type { NoSuggestion, Suggestion } from './suggestion.js';

export interface PlanInput {
  readonly asOf: Day;
  readonly suggestions: readonly Suggestion[];
  readonly without: readonly { readonly text: ListingText; readonly why: NoSuggestion }[];
  readonly imports: readonly string[];
  readonly params: ChangePlan['createdFrom']['params'];
  readonly notes: readonly string[];
  /** Stores of which no search term is known at all: one sentence instead of a list of titles. */
  readonly storesWithoutTerms?: readonly string[];
}

export function suggestPlan(input: PlanInput): ChangePlan {
  const stores = [...new Set(input.suggestions.map(({ text }) => text.store))].sort();
  const count = input.suggestions.length;
  return {
    schema: PLAN_SCHEMA,
    id: null,
    kind: 'titles',
    title: count === 0 ? 'no titles' : `${count.toLocaleString('en')} title${count === 1 ? '' : 's'} of ${stores.join(', ')}`,
    group: null,
    asOf: input.asOf,
    createdFrom: { imports: input.imports, params: input.params },
    changes: input.suggestions.map((suggestion, index) => changeOf(suggestion, String(index + 1))),
    notes: [...whyNot(input), ...input.notes],
  };
}

function changeOf(suggestion: Suggestion, id: string): Change {
  const { text, before, after, coverageBefore, coverageAfter } = suggestion;
  const [listing] = text.owned.listings;
  return {
    id,
    action: 'set',
    target: { platform: listing.platform, store: listing.store, entity: text.owned.owner, id: text.owned.id },
    sku: text.owned.sku,
    field: 'title',
    before,
    after,
    currency: null,
    reason: {
      code: 'titles.suggest',
      text: reasonText(suggestion),
      values: {
        length_before: suggestion.lengthBefore,
        length_after: suggestion.lengthAfter,
        limit: suggestion.limit,
        coverage_before: rounded(coverageBefore.ratio),
        coverage_after: rounded(coverageAfter.ratio),
        clicks: suggestion.demand.clicks,
        orders: suggestion.demand.orders,
      },
    },
    expected: expectation(suggestion),
    // The old title can be put back, its place in the search results perhaps not at once.
    inverse: 'partial',
  };
}

function reasonText(suggestion: Suggestion): string {
  const { added, dropped, demand, newWords, tagWords } = suggestion;
  const list = (words: readonly WordWorth[]) => words.map((word) => `“${word.text}” (${wordWorth(word, demand)})`).join(', ');
  const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
  const parts = [
    ...(added.length === 0 ? [] : [`adds ${list(added)}`]),
    ...(dropped.length === 0 ? [] : [`drops ${list(dropped)}`]),
    ...(added.length === 0 && dropped.length === 0 ? ['puts the brand first'] : []),
    ...(newWords.length === 0 ? [] : [`no text of the listing says ${quoted(newWords)}: check that it is true, and nobody's brand`]),
    ...(tagWords.length === 0 ? [] : [`only tags of the listing say ${quoted(tagWords)}: check that it is true`]),
    ...(demand.borrowedFrom === null ? [] : [`judged by the searches for ${demand.borrowedFrom}, the same product type`]),
  ];
  return parts.join('; ');
}

/** What the title covers only through a word; where that is nothing, what is searched with it nevertheless. */
function wordWorth({ value, clicks, orders }: WordWorth, { terms, currency, isOwnList }: Demand): string {
  const counted = (count: number, name: string) => `${count.toLocaleString('en')} ${name}${count === 1 ? '' : 's'}`;
  if (value > 0 && !isOwnList) return worth(value, currency);
  if (value > 0)
    return `${worth(value, null)} of your list's ${worth(
      terms.reduce((sum, term) => sum + term.value, 0),
      null,
    )}`;
  if (isOwnList) return 'no term of your list is covered only through it';
  return clicks === 0
    ? 'no searches'
    : `no search is covered only through it: ${counted(clicks, 'click')} and ${counted(orders, 'order')} came from searches with its words`;
}

function expectation({ coverageBefore, coverageAfter, demand }: Suggestion): Change['expected'] {
  const what = demand.isOwnList ? 'the value of your search terms' : 'the value searched';
  const basis = demand.isOwnList
    ? ''
    : `, by ${demand.orders.toLocaleString('en')} orders from ${demand.clicks.toLocaleString('en')} ad clicks`;
  return {
    code: 'titles.coverage',
    text: `covers ${shown(coverageAfter, demand.isOwnList)} of ${what}, now ${percent(coverageBefore.ratio)}${basis}. What that sells, eco titles effect will tell`,
    values: {
      coverage_after: rounded(coverageAfter.ratio),
      coverage_low: rounded(coverageAfter.low),
      coverage_high: rounded(coverageAfter.high),
    },
  };
}

function shown({ ratio, low, high }: Coverage, isExact: boolean): string {
  return isExact || percent(low) === percent(high) ? percent(ratio) : `${percent(ratio)} (${percent(low)} … ${percent(high)})`;
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}

function rounded(ratio: number): number {
  return Math.round(ratio * 10_000) / 10_000;
}

/** "412 USD a month"; of the seller's own list a bare number. */
export function worth(micros: number, currency: string | null): string {
  const digits = Math.abs(micros) < 100e6 ? currencyDigits(currency) : 0;
  const amount = (micros / 1e6).toLocaleString('en', {
    minimumFractionDigits: currency === null ? 0 : digits,
    maximumFractionDigits: digits,
  });
  return currency === null ? amount : `${amount} ${currency} a month`;
}

const WHY: Readonly<Record<NoSuggestion, string>> = {
  'no title': 'have no title in any import',
  'nothing searched': 'have no search terms: no ad report is about them, and no list of yours fits them (--terms FILE)',
  'too thin': `have too few searches to judge by: fewer than ${LEAST_CLICKS} clicks or ${LEAST_ORDERS} orders`,
  'no limit': 'are of a platform whose title limit is not known',
  'does not fit': 'are too long even with nothing but brand, product type and facts: shorten them by hand, or with eco titles edit',
  'nothing to gain': 'have nothing to gain',
  'breaks rules': 'could only be changed by breaking a rule of the platform',
};

const SHOWN = 4;

function whyNot({ suggestions, without, storesWithoutTerms = [] }: PlanInput): string[] {
  const label = labelling([...suggestions, ...without].map(({ text }) => text));
  const isLeft = ({ text, why }: PlanInput['without'][number]) => why === 'nothing searched' && storesWithoutTerms.includes(text.store);
  const left = without.filter(isLeft);
  const stores = [...new Set(left.map(({ text }) => text.store))].sort();
  const none = `No search terms are known of ${stores.join(', ')} (${titles(left.length)}): no ad report of theirs, and no list of yours (--terms FILE).`;
  return [
    ...(left.length === 0 ? [] : [none]),
    ...reasons(
      without.filter((each) => !isLeft(each)),
      label,
    ),
  ];
}

function titles(count: number): string {
  return `${count.toLocaleString('en')} title${count === 1 ? '' : 's'}`;
}

function reasons(without: PlanInput['without'], label: Label): string[] {
  return [...groupBy(without, ({ why }) => why)].map(([why, own]) => {
    const names = own.slice(0, SHOWN).map(({ text }) => label(text));
    const more = own.length > SHOWN ? ', …' : '';
    const verb = own.length === 1 ? WHY[why].replace(/^have /, 'has ').replace(/^are /, 'is ') : WHY[why];
    return `${titles(own.length)} ${verb} (${names.join(', ')}${more}).`;
  });
}
