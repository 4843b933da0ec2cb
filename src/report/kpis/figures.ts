/**
 * What is known of one period of a store (a day, a week, a month), before a KPI is made of it (kpi.ts). Null is unknown, 0 is a
 * measured zero. Amounts are minor units of the store's currency.
 *
 * People (visitors, buyers, viewers) are what the platform says of exactly this period: they add up over neither days nor items.
 */
import type { Day, Period } from '../../core/day.js';
import type { BriefProfit } from '../../measures/profit/brief.js';

export type SalesSource = 'orders' | 'business report' | 'shop report';

export interface Figures extends Period {
  readonly salesSource: SalesSource | null;
  readonly sales: number | null;
  /** Null too where an order report tells whole orders without how many pieces they have. */
  readonly units: number | null;
  readonly orders: number | null;
  /** Orders among them without a price yet: their money is in no figure. */
  readonly unpriced: number;
  /** Of these orders, refunded so far. */
  readonly refunded: number | null;
  /** The platform's own sales, which include what is not paid yet and what is cancelled later (Amazon), or only what is paid (支付金额). */
  readonly reportedSales: number | null;
  readonly reportedRefunds: number | null;
  /** Units that came back, of `trafficUnits`. */
  readonly unitsRefunded: number | null;
  readonly sessions: number | null;
  readonly pageViews: number | null;
  readonly trafficUnits: number | null;
  /** Page views of items whose featured-offer share is known, and how many of them saw the own offer. */
  readonly boxViews: number | null;
  readonly boxWon: number | null;
  readonly visitors: number | null;
  readonly cartUsers: number | null;
  readonly buyers: number | null;
  readonly newBuyers: number | null;
  readonly returningBuyers: number | null;
  /** Who says which buyers are new: two that say it differently are not compared. */
  readonly buyersBy: 'shop report' | 'orders' | null;
  readonly adSpend: number | null;
  readonly adSales: number | null;
  readonly adImpressions: number | null;
  readonly adClicks: number | null;
  /** Days after a click within which a sale counts for the ad. */
  readonly attributionDays: number;
  readonly profit: Profit | null;
  readonly followers: number | null;
  readonly liveViewers: number | null;
  /** Reviews of the period, and of all up to its end: how many, and the sum of their stars. */
  readonly reviews: number | null;
  readonly rated: number | null;
  readonly stars: number | null;
  readonly dsrDescription: number | null;
  readonly dsrService: number | null;
  readonly dsrShipping: number | null;
  readonly experience: number | null;
  /** Listings that sell and are out of stock or run out within 14 days of the period's end. */
  readonly stockAtRisk: number | null;
  /** Nothing about it can change any more, but for returns and late cancellations. */
  readonly finished: { readonly sales: boolean; readonly traffic: boolean; readonly ads: boolean };
  /** The orders of the period end at the time of the download. */
  readonly inPart: boolean;
  /** Days of the period of which nothing is known: no figure holds them. */
  readonly missing: Missing;
}

export type Profit = BriefProfit;

export interface Missing {
  readonly sales: readonly Day[];
  readonly traffic: readonly Day[];
  readonly ads: readonly Day[];
}

const NOTHING_MISSING: Missing = { sales: [], traffic: [], ads: [] };
/** The longest window that Amazon's ad reports use, taken where a report does not say. */
export const LONGEST_ATTRIBUTION = 14;

/** A period of which nothing is known. */
export function unknownFigures({ from, to }: Period): Figures {
  return {
    from,
    to,
    salesSource: null,
    sales: null,
    units: null,
    orders: null,
    unpriced: 0,
    refunded: null,
    reportedSales: null,
    reportedRefunds: null,
    unitsRefunded: null,
    sessions: null,
    pageViews: null,
    trafficUnits: null,
    boxViews: null,
    boxWon: null,
    visitors: null,
    cartUsers: null,
    buyers: null,
    newBuyers: null,
    returningBuyers: null,
    buyersBy: null,
    adSpend: null,
    adSales: null,
    adImpressions: null,
    adClicks: null,
    attributionDays: LONGEST_ATTRIBUTION,
    profit: null,
    followers: null,
    liveViewers: null,
    reviews: null,
    rated: null,
    stars: null,
    dsrDescription: null,
    dsrService: null,
    dsrShipping: null,
    experience: null,
    stockAtRisk: null,
    finished: { sales: false, traffic: false, ads: false },
    inPart: false,
    missing: NOTHING_MISSING,
  };
}

/** The store's visits: sessions where the platform counts them, else visitors. */
export function visitsOf(figures: Figures): number | null {
  return figures.sessions ?? figures.visitors;
}
