/**
 * The truth that the demo's files were drawn from, as plain data: what a later estimate, forecast, reorder point, bid or
 * uplift can be measured against. None of it is written to the files. Daily arrays run along `days`.
 */
import type { Day } from '../../core/day.js';
import type { Season, SupplierKey } from './catalogue.js';
import type { DemoEvent } from './events.js';

/** Amazon.com, Amazon.ca, the Shopify shop, the Tmall shop. */
export type StoreId = 'us' | 'ca' | 'web' | 'tmall';

export interface DemoTruth {
  readonly seed: number;
  readonly days: readonly Day[];
  readonly events: readonly DemoEvent[];
  readonly listings: readonly ListingTruth[];
  readonly pools: readonly PoolTruth[];
  readonly suppliers: readonly SupplierTruth[];
  readonly purchases: readonly Purchase[];
  readonly competitors: readonly CompetitorTruth[];
  readonly searchTerms: readonly SearchTermTruth[];
  readonly adDays: readonly AdDay[];
  readonly orders: readonly DemoOrder[];
  /** Of the listings of Amazon. */
  readonly money: readonly ListingMoney[];
}

/** A SKU in one shop: its parameters and its days. Formulas in model.ts. */
export interface ListingTruth {
  readonly store: StoreId;
  /** The platform's own key: seller SKU, `handle/option/option`, Tmall's outer id. */
  readonly listing: string;
  /** As the platform's files show it; null for Shopify variants without one. */
  readonly sku: string | null;
  readonly family: string;
  /** The stock it sells from; shops may share one. */
  readonly pool: string;
  readonly currency: string;
  readonly demandClass: 'regular' | 'slow' | 'launch' | 'dying' | 'dead';
  /** Visits and conversion on an average day of the first month at the reference price. */
  readonly baseSessions: number;
  readonly baseConversion: number;
  readonly referencePriceMinor: number;
  /** Conversion falls by this many per cent when the price rises by one. */
  readonly elasticity: number;
  readonly crossElasticity: number;
  readonly growthPerYear: number;
  readonly season: Season;
  /** January to December, mean 1; interpolated between the middles of months. */
  readonly seasonIndices: readonly number[];
  /** Sunday to Saturday, mean 1. */
  readonly weekdayIndices: readonly number[];
  /** Shape of the gamma that mixes the Poisson: variance of a day's visits = mean + mean² / dispersion. */
  readonly dispersion: number;
  readonly meanQuantity: number;
  readonly returnRate: number;
  readonly titleChange: { readonly day: Day; readonly conversionUplift: number } | null;
  readonly daily: ListingDays;
}

interface ListingDays {
  /** What a shopper is asked to pay, after deals and coupons; `listPriceMinor` before them. */
  readonly priceMinor: readonly number[];
  readonly listPriceMinor: readonly number[];
  readonly buyBoxRatio: readonly number[];
  /** Units that would be ordered on average if there were stock, ads included. */
  readonly expectedDemand: readonly number[];
  /** Units that shoppers wanted that day: sold + cancelled + lost. */
  readonly drawnDemand: readonly number[];
  readonly sold: readonly number[];
  readonly cancelled: readonly number[];
  /** Wanted, but there was no stock. */
  readonly lost: readonly number[];
  readonly sessions: readonly number[];
}

/**
 * What a listing earned on each day, by the day of the order, in cents; what is taken away is positive. Sales − discounts + shipping − fees −
 * refunds + fees given back − cost + cost of what came back as new − ads = profit. Taxes are collected and withheld: they come to nothing.
 */
export interface ListingMoney {
  /** Index into `listings`. */
  readonly listing: number;
  /** Prices before coupons, and the coupons. */
  readonly salesMinor: readonly number[];
  readonly discountMinor: readonly number[];
  /** What buyers paid for shipping, less coupons for it. */
  readonly shippingMinor: readonly number[];
  /** Referral fees, fees for sending, and the shipping that Amazon keeps where it sends. */
  readonly feesMinor: readonly number[];
  /** Given back to buyers, and of the fees given back less what Amazon keeps for it. */
  readonly refundsMinor: readonly number[];
  readonly feesBackMinor: readonly number[];
  /** Landed, in US cents: of a unit on the day, of the units sold, and of those that came back as new. */
  readonly unitCostMinor: readonly number[];
  readonly costMinor: readonly number[];
  readonly restockedMinor: readonly number[];
  readonly adSpendMinor: readonly number[];
  /** null where sales and costs are in two currencies. */
  readonly profitMinor: readonly number[] | null;
}

interface PoolTruth {
  readonly pool: string;
  readonly supplier: string;
  /** Sellable units after the morning's receipts, and in the evening. Nothing can be ordered when `opening` is 0. */
  readonly opening: readonly number[];
  readonly closing: readonly number[];
  readonly received: readonly number[];
}

export interface SupplierTruth {
  readonly supplier: string;
  readonly key: SupplierKey;
  readonly leadTimeMeanDays: number;
  readonly leadTimeSdDays: number;
  readonly cartonUnits: number;
}

export interface Purchase {
  readonly pool: string;
  readonly supplier: string;
  readonly orderedOn: Day;
  /** May lie after the last day. */
  readonly arrivesOn: Day;
  readonly quantity: number;
}

export interface CompetitorTruth {
  readonly competitor: string;
  readonly sku: string;
  /** `reseller`: on our own listing, competes for the buy box. `substitute`: another product. */
  readonly kind: 'reseller' | 'substitute';
  readonly priceMinor: readonly number[];
}

export interface SearchTermTruth {
  readonly term: string;
  readonly campaign: string;
  readonly adGroup: string;
  readonly targeting: string;
  readonly matchType: 'EXACT' | 'BROAD' | '-';
  /** The advertised SKU. */
  readonly sku: string;
  readonly clicksPerDay: number;
  readonly ctr: number;
  /** Orders per click at the reference price with the buy box; 0 for terms that never sell. */
  readonly cvr: number;
  readonly cpcMinor: number;
}

/** What a search term really brought on a day; reports show it as far as it was known. */
export interface AdDay {
  readonly term: number;
  readonly day: number;
  readonly impressions: number;
  readonly clicks: number;
  /** Of these clicks, those that Amazon takes back three days later. */
  readonly invalidClicks: number;
  readonly spendMinor: number;
  readonly orders: readonly { readonly day: number; readonly sku: string; readonly units: number; readonly salesMinor: number }[];
}

export interface DemoOrder {
  readonly store: StoreId;
  /** `111-…`, `#1042`, a 19-digit Tmall number. */
  readonly id: string;
  readonly day: number;
  readonly createdAt: number;
  /** Amazon: no longer pending. Tmall: paid; null when never paid. */
  readonly paidAt: number | null;
  readonly shippedAt: number | null;
  readonly cancelledAt: number | null;
  readonly business: boolean;
  readonly buyer: number;
  readonly discountCode: string | null;
  /** Shopify orders that Amazon delivers: the id of the Non-Amazon order. */
  readonly deliveryId: string | null;
  readonly lines: readonly DemoOrderLine[];
}

export interface DemoOrderLine {
  /** Index into `listings`. */
  readonly listing: number;
  readonly quantity: number;
  /** Per unit, before `discountMinor`, which is the whole line's. */
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
  readonly returned: {
    readonly day: number;
    readonly quantity: number;
    readonly amountMinor: number;
    readonly reason: ReturnReason;
  } | null;
}

export type ReturnReason = 'DEFECTIVE' | 'DAMAGED_BY_CARRIER' | 'NOT_AS_DESCRIBED' | 'UNWANTED_ITEM' | 'ORDERED_WRONG_ITEM';
