/** The rows of queries.ts: what reports about periods say of a store. */
import type { Day, Period } from '../../core/day.js';
import type { AdUnit } from '../../measures/adReports.js';
import type { PeriodUnit } from '../../measures/tiling.js';

/** A report and how new it is. */
export interface Evidence {
  readonly reportFormat: string;
  readonly evidenceAt: number;
}

export interface TrafficUnit extends PeriodUnit, Evidence {
  readonly currency: string | null;
  readonly sessions: number | null;
  readonly pageViews: number | null;
  readonly units: number | null;
  readonly sales: number | null;
  readonly unitsRefunded: number | null;
  readonly boxViews: number | null;
  readonly boxWon: number | null;
}

export interface ShopUnit extends PeriodUnit, Evidence {
  readonly currency: string | null;
  readonly sessions: number | null;
  readonly pageViews: number | null;
  readonly units: number | null;
  readonly sales: number | null;
  readonly orders: number | null;
  readonly refunded: number | null;
  readonly reviews: number | null;
  readonly visitors: number | null;
  readonly cartUsers: number | null;
  readonly buyers: number | null;
  readonly newBuyers: number | null;
  readonly returningBuyers: number | null;
  readonly liveViewers: number | null;
  readonly followers: number | null;
  readonly dsrDescription: number | null;
  readonly dsrService: number | null;
  readonly dsrShipping: number | null;
  readonly experience: number | null;
}

export interface AdSums extends AdUnit, Evidence {
  readonly currency: string | null;
  readonly costMicros: number | null;
  readonly salesMicros: number | null;
  readonly impressions: number | null;
  readonly clicks: number | null;
  readonly orders: number | null;
  readonly attributionDays: number | null;
}

export interface BuyerFacts extends Period {
  readonly buyers: number;
  readonly newBuyers: number;
  /** Orders that do not tell their buyer. */
  readonly nameless: number;
  /** The first day with an order of the store. */
  readonly since: Day;
}

export interface ReviewFacts extends Period {
  readonly reviews: number;
  readonly rated: number;
  readonly stars: number | null;
  /** The day of the first review that is known: what was before it, no report tells. */
  readonly since: Day;
  /** How new the newest review report is. */
  readonly evidenceAt: number;
}

/** An active import that covers a period: a newer file that only confirmed what stood there. */
export interface CoveringFile extends Evidence {
  readonly from: Day;
  readonly to: Day;
}
