/**
 * Search terms out of the rows of the chosen ad reports, with their shrunk conversion and what they are worth a month
 * (conversion.ts). Left out, and counted: search terms that are no words but an ASIN, on whose page an ad was shown.
 */
import { groupBy, sumKnown } from '../../measures/grouping.js';
import { normalTerm, termWords } from '../../measures/words/searchWords.js';
import type { Dictionary } from '../../measures/words/words.js';
import type { Advertised } from './advertised.js';
import { FALLBACK_STRENGTH, monthlyValue, priorStrength, shrunkOrderValue, shrunkRate } from './conversion.js';
import type { AdTermRow, SearchTerm, TermCell } from './searchTerm.js';

const IS_ASIN = /^b0[a-z0-9]{8}$/;

export interface TermOptions {
  /** Finished days that the chosen reports cover, by store. */
  readonly days: ReadonlyMap<number, number>;
  readonly languages: ReadonlyMap<number, string>;
  readonly dictionary?: Dictionary | undefined;
  readonly advertised: (row: AdTermRow) => Advertised;
}

/** How the conversion of one store and currency was shrunk. */
export interface Shrinkage {
  readonly storeId: number;
  readonly currency: string | null;
  readonly rate: number;
  readonly groupStrength: number;
  readonly termStrength: number;
  /** Neither strength could be told from the data. */
  readonly isAssumed: boolean;
}

export interface AdTerms {
  readonly terms: readonly SearchTerm[];
  readonly shrinkage: readonly Shrinkage[];
  /** Rows and clicks whose search term is an ASIN. */
  readonly asinClicks: number;
}

/** Terms by store, currency and term. */
export function searchTerms(rows: readonly AdTermRow[], options: TermOptions): AdTerms {
  const isAsin = (row: AdTermRow) => IS_ASIN.test(normalTerm(row.term));
  const worded = rows.filter((row) => !isAsin(row));
  const shrinkage: Shrinkage[] = [];
  const terms = [...groupBy(worded, (row) => JSON.stringify([row.storeId, row.currency])).values()].flatMap((own) => {
    const { found, shrunk } = termsOf(own, options);
    if (shrunk) shrinkage.push(shrunk);
    return found;
  });
  return { terms, shrinkage, asinClicks: rows.filter(isAsin).reduce((sum, row) => sum + row.clicks, 0) };
}

interface Cell extends Omit<TermCell, 'cvr' | 'value' | 'variance'> {
  readonly term: string;
  readonly judgedClicks: number;
}

/** The terms of one store and currency. */
function termsOf(rows: readonly AdTermRow[], options: TermOptions): { found: SearchTerm[]; shrunk: Shrinkage | null } {
  const [{ storeId, currency }] = rows as [AdTermRow];
  const cells = cellsOf(rows, options);
  const rate = ratesOf(cells, storeId, currency);
  const days = options.days.get(storeId) ?? 0;
  const language = options.languages.get(storeId) ?? 'en';
  const found = [...groupBy(cells, (cell) => cell.term)].map(([term, ofTerm]) => ({
    storeId,
    currency,
    term,
    words: termWords(term, language, options.dictionary),
    cells: ofTerm.map(({ term: _, judgedClicks: __, ...cell }, index) => ({ ...cell, ...rate.valued(ofTerm[index] as Cell, days) })),
    source: 'ads' as const,
  }));
  return { found, shrunk: rate.shrinkage };
}

/** One cell for each term and ad group, whatever was bid on in it. */
function cellsOf(rows: readonly AdTermRow[], options: TermOptions): Cell[] {
  const groups = groupBy(rows, (row) => JSON.stringify([normalTerm(row.term), row.campaign, row.adGroup, options.advertised(row).indexes]));
  return [...groups.values()].map((own) => {
    const [first] = own as [AdTermRow];
    const { indexes, by, stranger } = options.advertised(first);
    const sum = (key: 'impressions' | 'cost' | 'orders' | 'units' | 'sales') => sumKnown(own.map((row) => row[key]));
    return {
      term: normalTerm(first.term),
      adGroup: [first.campaign, first.adGroup].filter((name) => name !== null).join(' › '),
      advertised: indexes,
      by,
      stranger,
      impressions: sum('impressions'),
      clicks: own.reduce((total, row) => total + row.clicks, 0),
      judgedClicks: own.reduce((total, row) => total + row.judgedClicks, 0),
      cost: sum('cost'),
      orders: sum('orders'),
      units: sum('units'),
      sales: sum('sales'),
    };
  });
}

/** Orders, sales and clicks of the rows that tell orders. */
function told(cells: readonly Cell[]): { clicks: number; orders: number; sales: number } {
  const known = cells.filter((cell) => cell.orders !== null);
  return {
    clicks: known.reduce((sum, cell) => sum + cell.judgedClicks, 0),
    orders: known.reduce((sum, cell) => sum + (cell.orders ?? 0), 0),
    sales: known.reduce((sum, cell) => sum + (cell.sales ?? 0), 0),
  };
}

function ratesOf(cells: readonly Cell[], storeId: number, currency: string | null) {
  const shop = told(cells);
  if (shop.clicks === 0) {
    return { shrinkage: null, valued: () => ({ cvr: null, value: null, variance: 0 }) };
  }
  const mean = Math.min(1, shop.orders / shop.clicks);
  const groups = [...groupBy(cells, (cell) => cell.adGroup)].map(([name, own]) => ({ name, ...told(own), mean }));
  const groupStrength = priorStrength(groups);
  const shopValue = shop.orders > 0 ? shop.sales / shop.orders : null;
  const byGroup = new Map(
    groups.map((group) => {
      const rate = shrunkRate(group, mean, groupStrength ?? FALLBACK_STRENGTH);
      return [group.name, { rate, orderValue: shrunkOrderValue(group.sales, group.orders, shopValue) }];
    }),
  );
  const ofGroup = (cell: Cell) => byGroup.get(cell.adGroup) as { rate: number; orderValue: number | null };
  const termStrength = priorStrength(cells.map((cell) => ({ ...told([cell]), mean: ofGroup(cell).rate })));
  const strength = termStrength ?? FALLBACK_STRENGTH;
  const valued = (cell: Cell, days: number) => {
    const { clicks, orders, sales } = told([cell]);
    const { rate, orderValue } = ofGroup(cell);
    const cvr = shrunkRate({ clicks, orders }, rate, strength);
    const each = shrunkOrderValue(sales, orders, orderValue);
    if (each === null || days === 0) return { cvr, value: null, variance: 0 };
    return { cvr, ...monthlyValue(cell.clicks, cvr, strength, each, days) };
  };
  const isAssumed = groupStrength === null && termStrength === null;
  return {
    shrinkage: { storeId, currency, rate: mean, groupStrength: groupStrength ?? FALLBACK_STRENGTH, termStrength: strength, isAssumed },
    valued,
  };
}
