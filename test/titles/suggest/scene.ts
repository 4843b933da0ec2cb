/** Titles and searches for the tests of suggestions: each search is [term, clicks, orders, value a month in currency units]. */
import type { Day } from '../../../src/core/day.js';
import { termWords } from '../../../src/measures/words/searchWords.js';
import type { Dictionary } from '../../../src/measures/words/words.js';
import type { BelongingTerm } from '../../../src/titles/keywords/belonging.js';
import { belongingTerms } from '../../../src/titles/keywords/belonging.js';
import { dictionaryFrom } from '../../../src/titles/keywords/dictionary.js';
import { type ListingText, listingTexts } from '../../../src/titles/keywords/listingText.js';
import type { SearchTerm } from '../../../src/titles/keywords/searchTerm.js';
import { fileTerms } from '../../../src/titles/keywords/termFile.js';
import type { SolveLp } from '../../../src/titles/suggest/program.js';
import { type SuggestResult, suggestAll } from '../../../src/titles/suggest/suggestAll.js';
import { type Listed, textListing } from '../textListings.js';

export const AS_OF = '2026-11-22' as Day;

export type Search = readonly [term: string, clicks: number, orders: number, value: number];

export interface Options {
  readonly allow?: readonly string[];
  readonly exclude?: readonly string[];
  readonly listing?: Partial<Omit<Listed, 'sku' | 'title'>>;
  readonly others?: readonly Listed[];
  /** The listing was named with the list. */
  readonly isChosen?: boolean;
}

function adTerm([term, clicks, orders, value]: Search, text: number, language: string): SearchTerm {
  const cell = {
    adGroup: 'ads',
    advertised: [text],
    by: 'ad group' as const,
    stranger: null,
    impressions: clicks * 100,
    cost: 0,
    units: orders,
  };
  const figures = { clicks, orders, sales: orders * 20e6, cvr: 0.1, value: value * 1e6, variance: value * 1e6 };
  return { storeId: 1, currency: 'USD', term, words: termWords(term, language), cells: [{ ...cell, ...figures }], source: 'ads' };
}

export interface Scene {
  readonly text: ListingText;
  readonly result: SuggestResult;
  /** The new title; null where there is none. */
  readonly after: string | null;
}

/** What is suggested for a title with these searches of its own ads. `brand` of the listing is ACME unless it says otherwise. */
export function suggested(solve: SolveLp, title: string, searches: readonly Search[], options: Options = {}): Scene {
  const texts = listingTexts([
    textListing({ sku: 'OWN', title, brand: 'ACME', ...options.listing }),
    ...(options.others ?? []).map(textListing),
  ]);
  const terms = belongingTerms(
    searches.map((search) => adTerm(search, 0, texts[0]?.language ?? 'en')),
    texts,
  );
  return outcome(solve, texts, terms, options);
}

/** The same with a list of the seller's own: [term, value]. */
export function suggestedFromList(
  solve: SolveLp,
  listing: Listed,
  list: readonly (readonly [string, number])[],
  options: Options = {},
): Scene {
  const dictionary = dictionaryFrom(list.map(([term]) => term));
  const texts = listingTexts([textListing(listing), ...(options.others ?? []).map(textListing)], dictionary);
  const found = fileTerms(
    list.map(([term, value]) => ({ term, value })),
    1,
    texts[0]?.language ?? 'en',
    dictionary,
  );
  return outcome(solve, texts, belongingTerms(found, texts), options, dictionary);
}

function outcome(
  solve: SolveLp,
  texts: readonly ListingText[],
  terms: readonly BelongingTerm[],
  options: Options,
  dictionary?: Dictionary,
): Scene {
  const text = texts[0] as ListingText;
  const words = {
    allowed: new Set(options.allow ?? []),
    excluded: new Set(options.exclude ?? []),
    isChosen: options.isChosen === true,
  };
  const result = suggestAll([text], { asOf: AS_OF, texts, terms, dictionary }, { ...words, solve });
  return { text, result, after: result.suggestions[0]?.after ?? null };
}
