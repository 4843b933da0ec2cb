/** What `titles keywords` and `titles suggest` ask of the facts. */
import type { Day } from '../core/day.js';
import type { Database } from '../db/connection.js';
import type { AdTermRow } from './keywords/searchTerm.js';

/** The last day that an ad report of each store speaks of, none after `until`. Stores without ad reports are left out. */
export function newestAdDays(db: Database, storeIds: readonly number[], until: Day): { readonly storeId: number; readonly newest: Day }[] {
  return db
    .prepare(
      `SELECT store_id AS storeId, min(max(period_to), @until) AS newest FROM period_units
       WHERE subject = 'ads' AND store_id IN (SELECT value FROM json_each(@stores)) AND superseded_by IS NULL AND period_from <= @until
       GROUP BY store_id ORDER BY store_id`,
    )
    .all({ stores: JSON.stringify(storeIds), until }) as { storeId: number; newest: Day }[];
}

/**
 * Sums over the chosen reports by what was typed, what was bid on and where; amounts of two currencies stand apart. `judgedClicks`
 * are the clicks of rows that tell their orders.
 */
export function adTermRows(db: Database, reportIds: readonly number[]): AdTermRow[] {
  return db
    .prepare(
      `WITH chosen AS MATERIALIZED (SELECT value AS unit_pk FROM json_each(?))
       SELECT g.store_id AS storeId, g.campaign, g.ad_group AS adGroup, g.targeting, a.search_term AS term, coalesce(a.currency, s.currency) AS currency,
         min(a.attribution_days) AS shortestWindow, max(a.attribution_days) AS longestWindow,
         sum(a.impressions) AS impressions, coalesce(sum(a.clicks), 0) AS clicks,
         coalesce(sum(CASE WHEN a.orders IS NOT NULL THEN a.clicks END), 0) AS judgedClicks, sum(a.cost_micros) AS cost,
         sum(a.orders) AS orders, sum(a.units) AS units, sum(a.sales_micros) AS sales
       FROM chosen c CROSS JOIN ads a USING (unit_pk) JOIN ad_targets g USING (target_pk) JOIN stores s USING (store_id)
       WHERE a.search_term IS NOT NULL
       GROUP BY g.store_id, coalesce(a.currency, s.currency), a.search_term, g.campaign, g.ad_group, g.targeting
       ORDER BY g.store_id, coalesce(a.currency, s.currency), a.search_term, g.campaign, g.ad_group, g.targeting`,
    )
    .all(JSON.stringify(reportIds)) as AdTermRow[];
}

export interface ListingExtras {
  readonly listingPk: number;
  readonly asin: string | null;
  /** Unit cost in millionths of the listing's currency: its own, else that of the same SKU in another shop of the same client and currency. */
  readonly costMicros: number | null;
}

/** What the texts of listings do not tell: the ASIN that ads are named after, and the unit cost. */
export function listingExtras(db: Database, storeIds: readonly number[]): ListingExtras[] {
  return db
    .prepare(
      `WITH told AS MATERIALIZED (
         SELECT o.sku, coalesce(o.currency, t.currency) AS currency, b.client_id, min(o.cost_micros) AS cost_micros
         FROM listings o JOIN stores t USING (store_id) JOIN accounts b USING (account_id)
         WHERE o.sku IS NOT NULL AND o.cost_micros IS NOT NULL AND o.removed_at IS NULL
         GROUP BY 1, 2, 3 HAVING count(DISTINCT o.cost_micros) = 1)
       SELECT l.listing_pk AS listingPk, l.asin, coalesce(l.cost_micros, told.cost_micros) AS costMicros
       FROM listings l JOIN stores s USING (store_id) JOIN accounts a USING (account_id)
         LEFT JOIN told ON told.sku = l.sku AND told.currency IS coalesce(l.currency, s.currency) AND told.client_id IS a.client_id
       WHERE l.store_id IN (SELECT value FROM json_each(?)) AND l.removed_at IS NULL ORDER BY l.listing_pk`,
    )
    .all(JSON.stringify(storeIds)) as ListingExtras[];
}
