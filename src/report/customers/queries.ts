/**
 * What customers asks of the facts: how often and when the same buyer came again. A buyer is a keyed hash, which never leaves the
 * queries: they return counts. Several orders of one day are one purchase.
 */
import type { Day } from '../../core/day.js';
import type { Database } from '../../db/connection.js';

/** One row a buyer: purchases are days with an order that counts, `first` and `again` the first two of them. */
const BUYERS = `
  bought AS (
    SELECT h.buyer, h.ordered_on AS day, count(DISTINCT h.order_pk) AS orders, sum(l.amount_minor) AS sales
    FROM order_heads h JOIN order_profiles p USING (profile_pk) JOIN order_lines l USING (order_pk)
    WHERE h.store_id = @storeId AND h.buyer IS NOT NULL AND h.ordered_on <= @to AND l.counts = 1 AND coalesce(p.currency, @currency) IS @currency
    GROUP BY h.buyer, h.ordered_on),
  numbered AS (SELECT *, row_number() OVER (PARTITION BY buyer ORDER BY day) AS number FROM bought),
  buyers AS (
    SELECT count(*) AS purchases, sum(orders) AS orders, coalesce(sum(sales), 0) AS sales, min(day) AS first, max(day) AS last,
      min(day) FILTER (WHERE number = 2) AS again
    FROM numbered GROUP BY buyer)`;

export interface StoreScope {
  readonly storeId: number;
  readonly currency: string | null;
  readonly to: Day;
}

export interface BuyerGroup {
  /** Day of the newest purchase. */
  readonly last: Day;
  /** Days with a purchase, up to `cap` of them. */
  readonly purchases: number;
  readonly buyers: number;
  readonly orders: number;
  /** Minor units. */
  readonly sales: number;
}

/** Buyers by the day of their newest purchase and the number of purchases, those with more than `cap` together. */
export function buyersByRecency(db: Database, scope: StoreScope, cap: number): BuyerGroup[] {
  return db
    .prepare(
      `WITH ${BUYERS}
       SELECT last, min(purchases, @cap) AS purchases, count(*) AS buyers, sum(orders) AS orders, sum(sales) AS sales
       FROM buyers GROUP BY last, min(purchases, @cap) ORDER BY last, min(purchases, @cap)`,
    )
    .all({ ...scope, cap }) as BuyerGroup[];
}

export interface CohortGroup {
  /** `YYYY-MM` of the first purchase. */
  readonly month: string;
  /** Days from the first to the second purchase; null: none yet. */
  readonly gap: number | null;
  readonly buyers: number;
  readonly orders: number;
  readonly sales: number;
}

/** Buyers by the month of their first purchase and the days until they came again. */
export function buyersByCohort(db: Database, scope: StoreScope): CohortGroup[] {
  return db
    .prepare(
      `WITH ${BUYERS}
       SELECT substr(first, 1, 7) AS month, CAST(julianday(again) - julianday(first) AS INTEGER) AS gap, count(*) AS buyers, sum(orders) AS orders,
         sum(sales) AS sales
       FROM buyers GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all({ ...scope }) as CohortGroup[];
}

export interface PeriodBuyers {
  readonly buyers: number;
  readonly newBuyers: number;
  readonly orders: number;
  readonly sales: number;
  readonly newSales: number;
}

/** Who bought in a period, and how many of them for the first time. */
export function buyersOfPeriod(db: Database, scope: StoreScope & { readonly from: Day }): PeriodBuyers {
  return db
    .prepare(
      `WITH ${BUYERS},
       firsts AS (SELECT buyer, min(day) AS first FROM bought GROUP BY buyer),
       inside AS (SELECT b.buyer, sum(b.orders) AS orders, coalesce(sum(b.sales), 0) AS sales FROM bought b WHERE b.day >= @from GROUP BY b.buyer)
       SELECT count(*) AS buyers, coalesce(sum(f.first >= @from), 0) AS newBuyers, coalesce(sum(i.orders), 0) AS orders, coalesce(sum(i.sales), 0) AS sales,
         coalesce(sum(i.sales) FILTER (WHERE f.first >= @from), 0) AS newSales
       FROM inside i JOIN firsts f USING (buyer)`,
    )
    .get({ ...scope }) as PeriodBuyers;
}

export interface KnownBuyers {
  readonly orders: number;
  /** Orders that name a buyer. */
  readonly named: number;
  readonly firstDay: Day | null;
  /** The newest day of which an order is known. */
  readonly lastDay: Day | null;
}

/** How many orders that count name their buyer, and since when orders are known. */
export function knownBuyers(db: Database, { storeId, to }: StoreScope): KnownBuyers {
  return db
    .prepare(
      `SELECT count(*) AS orders, count(h.buyer) AS named, min(h.ordered_on) AS firstDay, max(h.ordered_on) AS lastDay FROM order_heads h
       WHERE h.store_id = @storeId AND h.ordered_on <= @to AND EXISTS (SELECT 1 FROM order_lines l WHERE l.order_pk = h.order_pk AND l.counts = 1)`,
    )
    .get({ storeId, to }) as KnownBuyers;
}
