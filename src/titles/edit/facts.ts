/** What a bulk edit is given beside the texts: figures of listings, and search terms of stores. Everything may be unknown. */
import type { ConditionValue } from '../../measures/condition.js';
import type { TextListing } from '../textListing.js';
import type { ListingFigures } from './subject.js';
import type { TermSums } from './termIndex.js';

export interface StoreTerms {
  readonly terms: readonly TermSums[];
  /** How many days the reports behind them cover. */
  readonly days: number;
  readonly currency: string | null;
}

export interface EditFacts {
  readonly figures: (listing: TextListing) => ListingFigures;
  /** By store; a store without search terms has none. */
  readonly terms: ReadonlyMap<number, StoreTerms>;
  /** Brands of the seller's catalogues, the commonest first. */
  readonly brands: readonly string[];
  /** What a test of a rule file states about its listing. */
  readonly stated?: Readonly<Record<string, ConditionValue>>;
}

const UNKNOWN_FIGURES: ListingFigures = { units: null, sales: null, available: null };

export const NO_FACTS: EditFacts = { figures: () => UNKNOWN_FIGURES, terms: new Map(), brands: [] };
