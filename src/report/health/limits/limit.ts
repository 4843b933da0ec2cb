/** What a limit is, and the words that the data of all platforms use. */
import type { Day } from '../../../core/day.js';
import type { Certainty } from '../../../measures/listingRules/rule.js';

/** From where eco has the metric; `none`: no format that eco reads tells it. */
export type HealthSource =
  /** Cancelled ÷ all orders of the window, by the day of the order. */
  | 'cancelled'
  /** The same, of orders that the seller ships. */
  | 'cancelled by merchant'
  /** Orders with money paid back ÷ all orders of the window. */
  | 'refunded'
  | 'dsr_description'
  | 'dsr_service'
  | 'dsr_shipping'
  | 'experience_score'
  /** Mean stars of each product's reviews in the window. */
  | 'reviews'
  | 'none';

export interface HealthLimit {
  readonly platform: string;
  readonly metric: string;
  readonly name: string;
  /** The platform's own name, where it is not English. */
  readonly localName: string | null;
  /** `most`: the value must not rise above the limit; `least`: not fall below it. */
  readonly must: 'most' | 'least';
  /** A ratio, or a score on its own scale. */
  readonly limit: number;
  readonly unit: 'ratio' | 'score';
  readonly windowDays: number;
  /** What happens beyond it. */
  readonly consequence: string;
  readonly from: HealthSource;
  /** What the value that eco computes is not, or which report tells the metric. */
  readonly how: string;
  /** First day on which it holds; null: as far back as eco looks. */
  readonly effectiveFrom: Day | null;
  readonly certainty: Certainty;
  readonly source: string;
}

/** Whether the orders themselves tell the metric: of a busy shop they are many, so no more days of them are asked for. */
export function isOfOrders({ from }: HealthLimit): boolean {
  return from.startsWith('cancelled') || from === 'refunded';
}

const TRADE = 'general knowledge of the trade; no published text kept';
export const BUYERS_TOO = 'an upper bound: orders that the buyer cancelled are in it, since order reports do not tell who did';
type Given = Omit<HealthLimit, 'localName' | 'effectiveFrom' | 'certainty' | 'source'> &
  Partial<Pick<HealthLimit, 'localName' | 'effectiveFrom' | 'certainty' | 'source'>>;

export const limit = (given: Given): HealthLimit => ({
  localName: null,
  effectiveFrom: null,
  certainty: 'memory',
  source: TRADE,
  ...given,
});

export const MOST = { must: 'most', unit: 'ratio' } as const;
export const LEAST = { must: 'least', unit: 'ratio' } as const;
export const SCORE = { must: 'least', unit: 'score' } as const;
