/** What a published fee is. */
import type { Day } from '../../../core/day.js';

/**
 * What a rate is a share of. Goods: their prices less the seller's discounts, with the tax that the prices hold. Shipping: what buyers pay
 * for it. Tax: what comes on top of the prices (taxInPrices.ts).
 */
export type FeeBase = 'goods' | 'goods and shipping' | 'goods, shipping and tax';

export interface TableFee {
  readonly platform: string;
  /** Only for stores of this marketplace, or of this currency: per order and unit it is charged in it. */
  readonly marketplace?: string;
  readonly currency?: string;
  /** As the platform calls it; a platform may charge several on one line. */
  readonly name: string;
  readonly line: string;
  readonly rate: number;
  readonly base: FeeBase;
  /** Minor units an order, however many lines it has. */
  readonly perOrder?: number;
  /** Instead of `perOrder`, where an order comes to no more than `upTo` (minor units, all that is in the base). */
  readonly perSmallOrder?: { readonly upTo: number; readonly minor: number };
  /** Minor units a unit. */
  readonly perUnit?: number;
  /** The day from which it holds, or, where no source tells that, from which on one shows it. */
  readonly effectiveFrom: Day;
  /** For whom, and what else a reader of an estimate should know. */
  readonly scope: string;
  /** An address. */
  readonly source: string;
  /** Further addresses, where the day is from, what was not seen. */
  readonly also?: string;
  /** A: the platform's own page says so. B: two others do, of which none has it from the other. C: one. */
  readonly certainty: 'A' | 'B' | 'C';
}

/** One fee for stores of several currencies. */
export function inCurrencies(currencies: readonly string[], fee: Omit<TableFee, 'currency'>): TableFee[] {
  return currencies.map((currency) => ({ ...fee, currency }));
}
