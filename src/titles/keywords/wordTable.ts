/**
 * `titles keywords --words`: titles and searches word by word.
 *
 * One row for each word of a store: how many titles have it, how many search terms, what these brought and are worth. Two kinds
 * are what the table is for:
 *
 * - `unsearched`: a title has it and no search term of that listing does. `wasted_length` is the room it takes in those titles, with
 *   one separator, in the unit in which the platform counts. Brand, product type and figures are in the table, too, but their `role`
 *   says that they stay for other reasons.
 * - `missing`: searched for, and the title of no listing that the search terms belong to has it.
 *
 * Only titles of listings that have search terms count: of the others nobody knows what is searched. A term's value stands at each
 * of its words, so values of words must not be added. Function words are left out.
 */
import type { Day } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { countLength, type LengthUnit } from '../../measures/listingRules/length.js';
import { hasWord, isUnspaced, type SearchWord, searchWords } from '../../measures/words/searchWords.js';
import type { Dictionary } from '../../measures/words/words.js';
import { type BelongingTerm, termSums } from './belonging.js';
import type { ListingText } from './listingText.js';

export interface WordInput {
  readonly asOf: Day;
  readonly terms: readonly BelongingTerm[];
  readonly texts: readonly ListingText[];
  readonly storeNames: ReadonlyMap<number, string>;
  readonly dictionary?: Dictionary | undefined;
  readonly unitOf: (text: ListingText) => LengthUnit;
  readonly notes: readonly string[];
  readonly params: NonNullable<Table['params']>;
}

export const WORD_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'word', header: 'Word', kind: 'text' },
  { key: 'kind', header: 'Kind', kind: 'text' },
  { key: 'role', header: 'Role', kind: 'text' },
  { key: 'titles', header: 'Titles', kind: 'integer' },
  { key: 'terms', header: 'Search terms', kind: 'integer' },
  { key: 'clicks', header: 'Clicks', kind: 'integer' },
  { key: 'orders', header: 'Orders', kind: 'decimal' },
  { key: 'value_amount', header: 'Worth a month', kind: 'unitAmount', digits: 2 },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'wasted_length', header: 'Room wasted', kind: 'integer' },
  { key: 'unit', header: 'Counted in', kind: 'text', detail: true },
  { key: 'listings', header: 'Listings', kind: 'text' },
];

interface WordSums {
  readonly storeId: number;
  readonly currency: string | null;
  readonly stem: string;
  /** As it is written where it was first seen. */
  readonly word: string;
  readonly inTitles: Set<number>;
  /** Titles that have it although no search term of theirs does. */
  readonly unsearched: Set<number>;
  /** Listings whose search terms have it and whose title does not. */
  readonly lacking: Set<number>;
  readonly roles: Set<string>;
  terms: number;
  clicks: number;
  orders: number | null;
  value: number | null;
  wasted: number;
  unit: LengthUnit | null;
}

/** Sums by store and stem; one for each currency in which the word is searched. */
type Sums = Map<string, WordSums[]>;

/** The rows by store: what is searched and missing by its worth, then what is not searched by the room it takes, then the rest. */
export function wordTable(input: WordInput): Table {
  const sums: Sums = new Map();
  const searched = new Map<number, Set<string>>();
  for (const term of input.terms) addTerm(term, input.texts, sums, searched);
  for (const text of input.texts) addTitle(text, input, sums, searched.get(text.index));
  const rows = [...sums.values()].flat().map((sum) => rowOf(sum, input));
  return {
    id: 'titles.keyword-words/1',
    columns: WORD_COLUMNS,
    rows: rows.sort(byKind),
    notes: input.notes,
    params: input.params,
    asOf: input.asOf,
  };
}

function addTerm(term: BelongingTerm, texts: readonly ListingText[], sums: Sums, searched: Map<number, Set<string>>): void {
  if (term.listings.length === 0) return;
  const figures = termSums(term);
  for (const word of term.words) {
    const sum = sumOf(sums, term.storeId, term.currency, word);
    sum.terms++;
    sum.clicks += figures.clicks;
    if (figures.orders !== null) sum.orders = (sum.orders ?? 0) + figures.orders;
    if (figures.value !== null) sum.value = (sum.value ?? 0) + figures.value;
    for (const index of term.listings) {
      searched.set(index, (searched.get(index) ?? new Set()).add(word.stem));
      const text = texts[index] as ListingText;
      if (text.title !== null && !hasWord(text.inTitle, word)) sum.lacking.add(index);
    }
  }
}

function addTitle(text: ListingText, input: WordInput, sums: Sums, searched: ReadonlySet<string> | undefined): void {
  if (text.title === null || searched === undefined) return;
  const unit = input.unitOf(text);
  const separator = /\s/.test(text.title) ? 1 : 0;
  const seen = new Set<number>();
  for (const word of searchWords(text.title, text.language, input.dictionary)) {
    if (word.isFunction || seen.has(word.start)) continue;
    seen.add(word.start);
    const sum = sums.get(`${text.storeId} ${word.stem}`)?.[0] ?? sumOf(sums, text.storeId, null, word);
    sum.inTitles.add(text.index);
    sum.roles.add(roleOf(word, text));
    if (searched.has(word.stem) || isInside(word, searched)) continue;
    sum.unsearched.add(text.index);
    sum.wasted += countLength(word.text, unit) + separator;
    sum.unit = unit;
  }
}

/** In a text without spaces, a word that is part of a searched one, or has one in it, is searched. */
function isInside(word: SearchWord, searched: ReadonlySet<string>): boolean {
  return isUnspaced(word.key) && [...searched].some((stem) => stem.includes(word.key) || word.key.includes(stem));
}

function sumOf(sums: Sums, storeId: number, currency: string | null, word: SearchWord): WordSums {
  const key = `${storeId} ${word.stem}`;
  const ofStem = sums.get(key) ?? [];
  sums.set(key, ofStem);
  const known = ofStem.find((sum) => sum.currency === currency);
  if (known) return known;
  const sets = { inTitles: new Set<number>(), unsearched: new Set<number>(), lacking: new Set<number>(), roles: new Set<string>() };
  const none = { terms: 0, clicks: 0, orders: null, value: null, wasted: 0, unit: null };
  const made = { storeId, currency, stem: word.stem, word: word.key, ...sets, ...none };
  ofStem.push(made);
  return made;
}

function roleOf(word: SearchWord, text: ListingText): string {
  if (text.brand && word.start >= text.brand.start && word.end <= text.brand.end) return 'brand';
  if (/\p{N}/u.test(word.text)) return 'figure';
  return text.type && word.start >= text.type.start && word.end <= text.type.end ? 'product type' : 'word';
}

function rowOf(sum: WordSums, { texts, storeNames }: WordInput): Row {
  const kind = sum.terms === 0 ? 'unsearched' : sum.inTitles.size === 0 ? 'missing' : 'found';
  const about = kind === 'unsearched' ? sum.inTitles : sum.lacking;
  return {
    store: storeNames.get(sum.storeId) ?? '',
    word: sum.word,
    kind,
    role: [...sum.roles].sort().join(', ') || null,
    titles: sum.inTitles.size,
    terms: sum.terms,
    clicks: sum.clicks,
    orders: sum.orders,
    value_amount: sum.value === null ? null : Math.round(sum.value),
    currency: sum.currency,
    wasted_length: sum.unsearched.size === 0 ? null : sum.wasted,
    unit: sum.unit,
    listings:
      [...about]
        .sort((a, b) => a - b)
        .map((index) => (texts[index] as ListingText).label)
        .join(', ') || null,
  };
}

const KINDS = ['missing', 'unsearched', 'found'];

function byKind(a: Row, b: Row): number {
  return (
    compare(a.store, b.store) ||
    KINDS.indexOf(String(a.kind)) - KINDS.indexOf(String(b.kind)) ||
    Number(b.value_amount ?? 0) - Number(a.value_amount ?? 0) ||
    Number(b.wasted_length ?? 0) - Number(a.wasted_length ?? 0) ||
    compare(a.word, b.word) ||
    compare(a.currency, b.currency)
  );
}

function compare(a: unknown, b: unknown): number {
  const [left, right] = [String(a ?? ''), String(b ?? '')];
  return left < right ? -1 : left > right ? 1 : 0;
}
