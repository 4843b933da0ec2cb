/**
 * `titles keywords`: one row for each search term of a store and currency. What it brought in the period is added up over the
 * chosen reports; `cvr` and `value_amount` are estimates (conversion.ts).
 *
 * | | |
 * |---|---|
 * | cvr | orders ÷ clicks, shrunk towards the ad group and the shop |
 * | value_amount | expected sales in 30 days: clicks a month × cvr × order value. Of the seller's own list: the value it gives |
 * | margin_amount | sales − units × unit cost − ad cost, only where every advertised listing's unit cost is known; the platform's fees are not in it |
 * | listings | whom the term belongs to; belongs_by says how that is known |
 * | missing_in | those of them whose title lacks a word of the term, in any form and order |
 * | title_share | part of the term's words in the title of the listing that has most of them |
 */
import type { Day } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { totalsByCurrency } from '../../measures/grouping.js';
import { type BelongingTerm, termSums } from './belonging.js';
import type { ListingText } from './listingText.js';

export interface KeywordInput {
  readonly asOf: Day;
  readonly terms: readonly BelongingTerm[];
  readonly texts: readonly ListingText[];
  readonly storeNames: ReadonlyMap<number, string>;
  /** Unit cost by listing, millionths. */
  readonly costs: ReadonlyMap<number, number>;
  readonly notes: readonly string[];
  readonly params: NonNullable<Table['params']>;
}

export const KEYWORD_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'term', header: 'Search term', kind: 'text' },
  { key: 'words', header: 'Words', kind: 'text', detail: true },
  { key: 'impressions', header: 'Impressions', kind: 'integer', detail: true },
  { key: 'clicks', header: 'Clicks', kind: 'integer' },
  { key: 'cost_amount', header: 'Cost', kind: 'unitAmount', digits: 2, yields: true },
  { key: 'orders', header: 'Orders', kind: 'decimal' },
  { key: 'sales_amount', header: 'Sales', kind: 'unitAmount', digits: 2, yields: true },
  { key: 'currency', header: 'Currency', kind: 'text', yields: true },
  { key: 'cvr', header: 'CVR', kind: 'ratio', yields: true },
  { key: 'value_amount', header: 'Worth a month', kind: 'unitAmount', digits: 2 },
  { key: 'listings', header: 'Listings', kind: 'text', yields: true },
  { key: 'belongs_by', header: 'Known by', kind: 'text', detail: true },
  { key: 'missing_in', header: 'Missing in', kind: 'text' },
  { key: 'title_share', header: 'In title', kind: 'ratio', digits: 0 },
  { key: 'missing_words', header: 'Missing words', kind: 'text', detail: true },
  { key: 'margin_amount', header: 'Margin after goods and ads', kind: 'unitAmount', digits: 2, detail: true },
  { key: 'source', header: 'Source', kind: 'text', detail: true },
];

/** The rows by store and currency, the greatest value first. */
export function keywordTable(input: KeywordInput): Table {
  const rows = input.terms.map((term) => rowOf(term, input)).sort(byValue);
  return {
    id: 'titles.keywords/1',
    columns: KEYWORD_COLUMNS,
    rows,
    totals: totalsByCurrency(rows, ['impressions', 'clicks', 'cost_amount', 'orders', 'sales_amount', 'value_amount']),
    notes: input.notes,
    params: input.params,
    asOf: input.asOf,
  };
}

function rowOf(term: BelongingTerm, { texts, storeNames, costs }: KeywordInput): Row {
  const sums = termSums(term);
  const labels = (indexes: readonly number[]) => indexes.map((index) => (texts[index] as ListingText).label);
  return {
    store: storeNames.get(term.storeId) ?? '',
    term: term.term,
    words: term.words.map((word) => word.stem).join(' '),
    impressions: sums.impressions,
    clicks: term.source === 'file' ? null : sums.clicks,
    cost_amount: sums.cost,
    orders: sums.orders,
    sales_amount: sums.sales,
    currency: term.currency,
    cvr: sums.cvr === null ? null : rounded(sums.cvr),
    value_amount: sums.value === null ? null : toCents(sums.value),
    listings: listed([...labels(term.listings), ...term.strangers]),
    belongs_by: term.by,
    missing_in: listed(labels(term.missingIn)),
    title_share: term.titleShare === null ? null : rounded(term.titleShare),
    missing_words: listed(term.missingWords, ' '),
    margin_amount: marginOf(term, texts, costs),
    source: term.source,
  };
}

/** Ten thousandths: what a reader needs of a ratio; the rest is noise of the division. */
function rounded(ratio: number): number {
  return Math.round(ratio * 10_000) / 10_000;
}

/** An estimate has no more digits than money. */
function toCents(micros: number): number {
  return Math.round(micros / 10_000) * 10_000;
}

function listed(names: readonly string[], separator = ', '): string | null {
  return names.length === 0 ? null : names.join(separator);
}

function marginOf(term: BelongingTerm, texts: readonly ListingText[], costs: ReadonlyMap<number, number>): number | null {
  let margin = 0;
  for (const cell of term.cells) {
    if (cell.sales === null || cell.units === null || cell.cost === null) return null;
    const pks = cell.advertised.flatMap((index) => (texts[index] as ListingText).owned.listings.map((listing) => listing.listingPk));
    const unitCosts = new Set(pks.map((pk) => costs.get(pk)));
    const [unitCost] = unitCosts;
    if (cell.units > 0 && (unitCosts.size !== 1 || unitCost === undefined)) return null;
    margin += cell.sales - cell.units * (unitCost ?? 0) - cell.cost;
  }
  return term.source === 'file' ? null : Math.round(margin);
}

function byValue(a: Row, b: Row): number {
  return (
    compare(a.store, b.store) ||
    compare(a.currency, b.currency) ||
    Number(b.value_amount ?? -1) - Number(a.value_amount ?? -1) ||
    Number(b.clicks ?? 0) - Number(a.clicks ?? 0) ||
    compare(a.term, b.term)
  );
}

function compare(a: unknown, b: unknown): number {
  const [left, right] = [String(a ?? ''), String(b ?? '')];
  return left < right ? -1 : left > right ? 1 : 0;
}
