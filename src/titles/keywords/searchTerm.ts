/** What the keyword analyses speak of: rows of ad reports, and search terms with what they are worth. */
import type { SearchWord } from '../../measures/words/searchWords.js';

/** Sums of the chosen ad reports: what was typed, in one campaign, ad group and targeting. Amounts in millionths. */
export interface AdTermRow {
  readonly storeId: number;
  readonly campaign: string | null;
  readonly adGroup: string | null;
  readonly targeting: string | null;
  readonly term: string;
  readonly currency: string | null;
  /** Days after the click over which sales are counted; null where a report does not tell. */
  readonly shortestWindow: number | null;
  readonly longestWindow: number | null;
  readonly impressions: number | null;
  readonly clicks: number;
  /** Clicks of rows that tell their orders. */
  readonly judgedClicks: number;
  readonly cost: number | null;
  readonly orders: number | null;
  readonly units: number | null;
  readonly sales: number | null;
}

/** How a term's listings are known: the advertised SKU or ASIN stands in the name of the ad group or campaign, or is what is bid on; else by words. */
export type BelongsBy = 'ad group' | 'campaign' | 'targeting' | 'words';

/** What one search term brought in one ad group. */
export interface TermCell {
  readonly adGroup: string;
  /** Numbers of the text units (`ListingText.index`) that the ad group advertises; empty where no name tells. */
  readonly advertised: readonly number[];
  readonly by: BelongsBy | null;
  /** An ASIN in the ad group's name that no imported listing has. */
  readonly stranger: string | null;
  readonly impressions: number | null;
  readonly clicks: number;
  readonly cost: number | null;
  readonly orders: number | null;
  readonly units: number | null;
  readonly sales: number | null;
  /** Orders a click, shrunk (conversion.ts); null where no report tells orders. */
  readonly cvr: number | null;
  /** Expected sales a month, millionths; null where unknown. */
  readonly value: number | null;
  /** Variance of `value`. */
  readonly variance: number;
}

/** A search term of a store, in one currency. */
export interface SearchTerm {
  readonly storeId: number;
  readonly currency: string | null;
  /** Normalised: NFKC, lower case, single spaces. */
  readonly term: string;
  /** Its words without function words, each stem once. */
  readonly words: readonly SearchWord[];
  readonly cells: readonly TermCell[];
  /** `file`: of the seller's own list, whose values may be any measure. */
  readonly source: 'ads' | 'file';
}
