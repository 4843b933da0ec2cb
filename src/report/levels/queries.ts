/** What is known of single listings, or of their categories, in periods: orders, traffic and ads, by thing. */
import type { Day, Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { SOLD_IN_PERIODS, THING } from '../../facts/salesQueries.js';

/** Which thing a row is about, and in which period. */
export interface LevelRow {
  readonly from: Day;
  readonly to: Day;
  /** Null where a listing has no category. */
  readonly key: string | null;
  readonly label: string | null;
  /** The platform's own number (ASIN), where the report names it. */
  readonly platformItem: string | null;
}

export interface LevelOrders extends LevelRow {
  readonly sales: number | null;
  readonly units: number | null;
  readonly orders: number;
  readonly unpriced: number;
}

export interface LevelTraffic extends LevelRow {
  readonly sessions: number | null;
  readonly pageViews: number | null;
  readonly units: number | null;
  readonly boxViews: number | null;
  readonly boxWon: number | null;
}

export interface LevelAds extends LevelRow {
  readonly costMicros: number | null;
  readonly salesMicros: number | null;
  readonly impressions: number | null;
  readonly clicks: number | null;
}

export type Level = 'sku' | 'category';

const CATEGORY = `coalesce(g.product_type, g.category)`;
const KEY: Readonly<Record<Level, string>> = { sku: THING, category: CATEGORY };
const LABEL: Readonly<Record<Level, string>> = {
  sku: 'coalesce(min(g.sku), min(g.listing_key), min(i.sku), min(i.platform_item), min(i.title))',
  category: CATEGORY,
};

/** An order counts for each thing in it. */
export function ordersByLevel(
  db: Database,
  storeId: number,
  periods: readonly Period[],
  currency: string | null,
  level: Level,
): LevelOrders[] {
  return db
    .prepare(
      `SELECT p.value ->> 'from' AS "from", p.value ->> 'to' AS "to", ${KEY[level]} AS "key", ${LABEL[level]} AS label, min(i.platform_item) AS platformItem,
         sum(l.amount_minor) AS sales, CASE WHEN count(*) = count(l.quantity) THEN sum(l.quantity) END AS units, count(DISTINCT l.order_pk) AS orders,
         count(DISTINCT CASE WHEN l.amount_minor IS NULL THEN l.order_pk END) AS unpriced
       FROM ${SOLD_IN_PERIODS} JOIN items i ON i.item_pk = l.item_pk LEFT JOIN listings g ON g.listing_pk = i.listing_pk
       WHERE (l.amount_minor IS NULL OR coalesce(o.currency, @currency) IS @currency)
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
    .all({ storeId, periods: JSON.stringify(periods), currency }) as LevelOrders[];
}

/** A report to be added up for a period. */
export interface ChosenUnit extends Period {
  readonly unit: number;
}

/** An item's sessions and views are repeated on each of its rows of a report, its units are not. */
export function trafficByLevel(db: Database, chosen: readonly ChosenUnit[], level: Level): LevelTraffic[] {
  return db
    .prepare(
      `SELECT "from", "to", "key", min(label) AS label, min(item) AS platformItem, sum(sessions) AS sessions, sum(page_views) AS pageViews, sum(units) AS units,
         sum(CASE WHEN box IS NOT NULL THEN page_views END) AS boxViews, sum(box * page_views) AS boxWon
       FROM (SELECT c.value ->> 'from' AS "from", c.value ->> 'to' AS "to", ${KEY[level]} AS "key", ${LABEL[level]} AS label, min(i.platform_item) AS item,
               max(t.sessions) AS sessions, max(t.page_views) AS page_views, sum(t.units) AS units, max(t.buy_box_ratio) AS box
             FROM json_each(?) c CROSS JOIN traffic t ON t.unit_pk = c.value ->> 'unit' JOIN items i USING (item_pk)
               LEFT JOIN listings g ON g.listing_pk = i.listing_pk
             GROUP BY 1, 2, t.unit_pk, coalesce(i.platform_item, i.item_pk))
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
    .all(JSON.stringify(chosen)) as LevelTraffic[];
}

/** Of reports that tell what was advertised. */
export function adsByLevel(db: Database, chosen: readonly ChosenUnit[], currency: string | null, level: Level): LevelAds[] {
  return db
    .prepare(
      `SELECT c.value ->> 'from' AS "from", c.value ->> 'to' AS "to", ${KEY[level]} AS "key", ${LABEL[level]} AS label, min(i.platform_item) AS platformItem,
         sum(a.cost_micros) AS costMicros, sum(a.sales_micros) AS salesMicros, sum(a.impressions) AS impressions, sum(a.clicks) AS clicks
       FROM json_each(@chosen) c CROSS JOIN ads a ON a.unit_pk = c.value ->> 'unit' JOIN items i USING (item_pk)
         LEFT JOIN listings g ON g.listing_pk = i.listing_pk
       WHERE coalesce(a.currency, @currency) IS @currency GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
    .all({ chosen: JSON.stringify(chosen), currency }) as LevelAds[];
}
