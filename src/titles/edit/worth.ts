/**
 * What the words of a text are worth: the sales (else orders, else clicks) a month of the store's search terms that the text answers and
 * that contain the word's stem.
 *
 *     worth(word) = Σ sales of terms with the stem, all of whose words stand in the text × 30 ÷ days of the reports
 *
 * So it is what the text would lose with the word. A word that no such term contains is unknown, not worthless: nobody may have bid on
 * it, and a word without a sale counts as measured from 30 clicks on. A word is weak when it is measured and earns less than a twentieth of the best measured word beside it. Source: what shoppers
 * typed, in the platform's search-term reports; sales are those that the platform attributes to the ads. Left out: sales without a click
 * on an ad. Terms are reported by campaign, not by listing: listings that answer the same term share its sales.
 */
import { stemOf } from '../../measures/words/stems.js';
import { wordsOf } from '../../measures/words/words.js';
import type { TermIndex } from './termIndex.js';

export interface Worth {
  /** Millionths of the store's currency in 30 days. */
  readonly salesMicros: number | null;
  readonly orders: number | null;
  readonly clicks: number | null;
}

export interface WordWorth {
  /** By the word's key; null where it is not measured. */
  of(key: string): Worth | null;
  /** Whether two words follow each other in a search term of the store. */
  isPair(first: string, second: string): boolean;
  readonly currency: string | null;
  /** The store has search terms at all. */
  readonly isKnown: boolean;
}

export const NO_WORTH: WordWorth = { of: () => null, isPair: () => false, currency: null, isKnown: false };

/** What the words of a text are worth in a store. */
export function wordWorth(index: TermIndex, text: string, language: string, currency: string | null): WordWorth {
  if (!index.isKnown) return NO_WORTH;
  const sums = new Map<string, Sum>();
  const own = new Set(wordsOf(text).map((word) => stemOf(word.key, language)));
  for (const { stems, sums: term } of index.answeredBy(own)) {
    for (const stem of stems) {
      const sum = sums.get(stem) ?? { salesMicros: null, orders: null, clicks: null, allClicks: null };
      sum.salesMicros = plus(sum.salesMicros, term.salesMicros, index.monthFactor);
      sum.orders = plus(sum.orders, term.orders, index.monthFactor);
      sum.clicks = plus(sum.clicks, term.clicks, index.monthFactor);
      sum.allClicks = plus(sum.allClicks, term.clicks, 1);
      sums.set(stem, sum);
    }
  }
  return {
    of(key) {
      const sum = sums.get(stemOf(key, language));
      return sum === undefined || isThin(sum) ? null : sum;
    },
    isPair: (first, second) => index.isPair(stemOf(first, language), stemOf(second, language)),
    currency,
    isKnown: true,
  };
}

interface Sum {
  salesMicros: number | null;
  orders: number | null;
  clicks: number | null;
  /** In the whole period of the reports. */
  allClicks: number | null;
}

/** Without a sale in so many clicks, a tenth of shoppers buying is ruled out at 95 % (rule of three); fewer clicks tell nothing. */
const TELLING_CLICKS = 30;

function isThin({ salesMicros, orders, allClicks }: Sum): boolean {
  return (salesMicros ?? 0) === 0 && (orders ?? 0) === 0 && allClicks !== null && allClicks < TELLING_CLICKS;
}

function plus(sum: number | null, value: number | null, factor: number): number | null {
  return value === null ? sum : (sum ?? 0) + value * factor;
}

/** The most that one of some words is worth; null where none is measured. */
export function bestWorth(worths: readonly (Worth | null)[]): Worth | null {
  let best: Worth | null = null;
  for (const worth of worths) if (worth !== null && (best === null || compareWorth(worth, best) > 0)) best = worth;
  return best;
}

/** Sales decide, then orders, then clicks. */
export function compareWorth(a: Worth, b: Worth): number {
  return (a.salesMicros ?? 0) - (b.salesMicros ?? 0) || (a.orders ?? 0) - (b.orders ?? 0) || (a.clicks ?? 0) - (b.clicks ?? 0);
}

const WEAK_SHARE = 0.05;

/** Measured, and less than a twentieth of the best. */
export function isWeak(worth: Worth | null, best: Worth | null): boolean {
  if (worth === null || best === null) return false;
  for (const key of ['salesMicros', 'orders', 'clicks'] as const) {
    const most = best[key] ?? 0;
    if (most > 0) return (worth[key] ?? 0) < most * WEAK_SHARE;
  }
  return false;
}

const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', CNY: '¥', INR: '₹' };

/** `$31.00 a month`, else its clicks. */
export function worthText(worth: Worth | null, currency: string | null): string {
  if (worth === null) return 'not measured';
  if (worth.salesMicros !== null) {
    const amount = (worth.salesMicros / 1e6).toFixed(2);
    const sign = currency === null ? undefined : SIGNS[currency];
    return `${sign === undefined ? `${amount}${currency === null ? '' : ` ${currency}`}` : `${sign}${amount}`} a month`;
  }
  return worth.clicks === null ? 'not measured' : `${Math.round(worth.clicks)} clicks a month`;
}
