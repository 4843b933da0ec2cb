/** What `products` reads: listings as the catalogues tell them, and what was sold and stocked under any name. */
import type { Day, Period } from '../core/day.js';
import type { ThingSales } from '../facts/salesQueries.js';
import type { AvailableAt } from '../facts/stockQueries.js';
import type { StoreFiles } from '../measures/coverage.js';
import type { Snapshot } from '../measures/stock.js';
import type { PeriodUnit } from '../measures/tiling.js';
import type { Beside } from './identity/beside.js';

export interface ListStore {
  readonly storeId: number;
  readonly name: string;
  readonly currency: string | null;
  readonly timeZone: string;
}

export interface ListedListing {
  readonly listingPk: number;
  readonly storeId: number;
  readonly listingId: string;
  readonly parentId: string;
  readonly role: string | null;
  readonly sku: string | null;
  readonly title: string | null;
  readonly variation: string | null;
  readonly brand: string | null;
  readonly category: string | null;
  readonly productType: string | null;
  readonly priceMinor: number | null;
  readonly compareAtMinor: number | null;
  readonly costMicros: number | null;
  readonly currency: string | null;
  readonly status: string | null;
  readonly condition: string | null;
  readonly fulfilment: string | null;
  readonly gtin: string | null;
  readonly asin: string | null;
  readonly url: string | null;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly removedAt: number | null;
}

export interface ListInput {
  readonly asOf: Day;
  readonly period: Period;
  readonly stores: readonly ListStore[];
  readonly listings: readonly ListedListing[];
  readonly sales: readonly ThingSales[];
  readonly available: readonly AvailableAt[];
  readonly orderFiles: readonly StoreFiles[];
  readonly orderDays: readonly { readonly storeId: number; readonly day: Day }[];
}

export interface ListOptions {
  readonly all: boolean;
  readonly parents: boolean;
}

/** Everything about one listing, as the facts have it. */
export interface ShowFacts {
  readonly listing: ListedListing;
  readonly store: ListStore & { readonly platform: string };
  /** What people say that a unit costs today; it comes before the catalogue's cost. */
  readonly ownCost: { readonly unitCostMicros: number; readonly currency: string } | null;
  /** JSON: the other columns of the catalogue. */
  readonly attributes: string | null;
  readonly imageUrl: string | null;
  readonly snapshots: readonly Omit<Snapshot, 'takenOn'>[];
  /** Units by day, of the weeks of the chart. */
  readonly days: readonly { readonly day: Day; readonly units: number }[];
  /** Sales of the 30 days, by currency. */
  readonly sales: readonly ThingSales[];
  readonly orderFiles: readonly StoreFiles[];
  readonly orderDays: readonly { readonly storeId: number; readonly day: Day }[];
  readonly trafficUnits: readonly TrafficUnit[];
  readonly trafficRows: readonly TrafficRow[];
  readonly changes: readonly ListingChange[];
  /** Listings of the same product, and others with the same SKU. */
  readonly others: readonly OtherListing[];
  readonly beside: Beside;
  readonly hasAds: boolean;
}

export type TrafficUnit = PeriodUnit;

/** One item in one report. */
export interface TrafficRow {
  readonly unit: number;
  readonly item: number;
  readonly sessions: number | null;
  readonly pageViews: number | null;
  readonly buyBoxRatio: number | null;
  readonly units: number | null;
  readonly salesMinor: number | null;
  readonly currency: string | null;
}

export interface ListingChange {
  /** title, price, compare_at_price, cost, status. */
  readonly field: string;
  /** When the newer export was made, epoch seconds. */
  readonly changedAt: number;
  /** Amounts as whole minor units (cost: millionths) in text. */
  readonly before: string | null;
  readonly after: string | null;
  readonly currency: string | null;
}

export interface OtherListing {
  readonly listingPk: number;
  readonly store: string;
  readonly listingId: string;
  readonly sku: string | null;
  readonly title: string | null;
  readonly priceMinor: number | null;
  readonly currency: string | null;
  readonly status: string | null;
}
