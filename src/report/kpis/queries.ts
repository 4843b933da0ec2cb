/** What report asks of the facts: aggregates of single days, never of longer periods. */
import type { Day, Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { THING } from '../../facts/salesQueries.js';
import type { AdFacts, OrderFacts, TrafficFacts } from './facts.js';

/** Orders that count, by day and currency. An order is without price when one of its lines is; where all are, it has no currency. */
export function ordersByDay(db: Database, storeId: number, periods: readonly Period[]): (OrderFacts & { readonly day: Day })[] {
  // Item by item, since the index of lines by item holds the day: a walk through all orders takes as long as there are orders.
  return db
    .prepare(
      `SELECT day, currency, count(*) AS orders, sum(units) AS units, sum(sales) AS sales, sum(unpriced) AS unpriced
       FROM (SELECT l.ordered_on AS day, CASE WHEN count(l.amount_minor) > 0 THEN o.currency END AS currency, sum(l.quantity) AS units, sum(l.amount_minor) AS sales, max(l.amount_minor IS NULL) AS unpriced
             FROM items i CROSS JOIN json_each(@periods) p
               CROSS JOIN order_lines l ON l.item_pk = i.item_pk AND l.ordered_on BETWEEN p.value ->> 'from' AND p.value ->> 'to'
               JOIN orders o USING (order_pk)
             WHERE i.store_id = @storeId AND l.counts = 1 GROUP BY l.order_pk)
       GROUP BY day, currency ORDER BY day, currency`,
    )
    .all({ storeId, periods: JSON.stringify(periods) }) as (OrderFacts & { day: Day })[];
}

export interface TrafficDay extends TrafficFacts {
  readonly day: Day;
  readonly reportFormat: string;
}

/** Traffic reports of single days. An item's sessions and views are repeated on each of its rows, its units and sales are not. */
export function trafficByDay(db: Database, storeId: number, days: readonly Day[]): TrafficDay[] {
  return db
    .prepare(
      `SELECT day, grain, max(currency) AS currency, sum(sessions) AS sessions, sum(page_views) AS pageViews, sum(units) AS units,
         sum(sales_minor) AS sales, evidenceAt, reportFormat
       FROM (SELECT u.unit_pk, u.period_from AS day, u.grain, u.evidence_at AS evidenceAt, m.report_format AS reportFormat, max(t.currency) AS currency,
               max(t.sessions) AS sessions, max(t.page_views) AS page_views, sum(t.units) AS units, sum(t.sales_minor) AS sales_minor
             FROM json_each(@days) d
               CROSS JOIN period_units u ON u.subject = 'traffic' AND u.store_id = @storeId AND u.period_from = d.value AND u.period_to = d.value
               CROSS JOIN traffic t USING (unit_pk) JOIN items i USING (item_pk) JOIN imports m ON m.import_id = u.import_id
             WHERE u.superseded_by IS NULL GROUP BY u.unit_pk, coalesce(i.platform_item, i.item_pk))
       GROUP BY unit_pk ORDER BY day, grain`,
    )
    .all({ storeId, days: JSON.stringify(days) }) as TrafficDay[];
}

export interface AdDay extends AdFacts {
  readonly day: Day;
  readonly reportFormat: string;
}

/** Ad reports of single days, by day, channel, grain and currency. */
export function adsByDay(db: Database, storeId: number, days: readonly Day[]): AdDay[] {
  return db
    .prepare(
      `SELECT u.period_from AS day, u.channel, u.grain, a.currency, sum(a.cost_micros) AS costMicros, sum(a.sales_micros) AS salesMicros,
         max(a.attribution_days) AS attributionDays, max(u.evidence_at) AS evidenceAt, min(m.report_format) AS reportFormat
       FROM json_each(@days) d
         CROSS JOIN period_units u ON u.subject = 'ads' AND u.store_id = @storeId AND u.period_from = d.value AND u.period_to = d.value
         CROSS JOIN ads a USING (unit_pk) JOIN imports m ON m.import_id = u.import_id
       WHERE u.superseded_by IS NULL GROUP BY u.period_from, u.channel, u.grain, a.currency ORDER BY day, u.channel, u.grain, a.currency`,
    )
    .all({ storeId, days: JSON.stringify(days) }) as AdDay[];
}

/** Which of traffic and ads the store has ever had for single days, and the newest of those days. */
export function dailySubjects(db: Database, storeId: number): { readonly subject: 'traffic' | 'ads'; readonly newest: Day }[] {
  return db
    .prepare(
      `SELECT subject, max(period_from) AS newest FROM period_units
       WHERE store_id = ? AND subject IN ('traffic', 'ads') AND period_from = period_to AND superseded_by IS NULL GROUP BY subject`,
    )
    .all(storeId) as { subject: 'traffic' | 'ads'; newest: Day }[];
}

export interface ReportFile {
  readonly reportFormat: string;
  readonly evidenceAt: number;
  readonly from: Day;
  readonly to: Day;
}

/** Active imports of a store that cover a period, whatever they fill. The facts do not name a newer file that only confirmed them. */
export function reportFiles(db: Database, storeId: number): ReportFile[] {
  return db
    .prepare(
      `SELECT report_format AS reportFormat, evidence_at AS evidenceAt, period_from AS "from", period_to AS "to" FROM imports
       WHERE store_id = ? AND status IN ('imported', 'partial') AND period_from IS NOT NULL ORDER BY evidence_at, import_id`,
    )
    .all(storeId) as ReportFile[];
}

export interface ListingRow {
  readonly thing: string;
  readonly label: string;
  /** The platform's own number (ASIN), where the report names it. */
  readonly platformItem: string | null;
  readonly day: Day;
  readonly sales: number | null;
  readonly sessions: number | null;
  readonly buyBox: number | null;
}

const LABEL = 'coalesce(min(g.sku), min(g.listing_key), min(i.sku), min(i.platform_item), min(i.title))';

/** Sales by listing and day, in one currency (what has no price names none). */
export function salesByListing(db: Database, storeId: number, days: readonly Day[], currency: string | null): ListingRow[] {
  return db
    .prepare(
      `SELECT ${THING} AS thing, ${LABEL} AS label, min(i.platform_item) AS platformItem, l.ordered_on AS day, sum(l.amount_minor) AS sales, NULL AS sessions, NULL AS buyBox
       FROM items i CROSS JOIN json_each(@days) d CROSS JOIN order_lines l ON l.item_pk = i.item_pk AND l.ordered_on = d.value
         JOIN orders o USING (order_pk) LEFT JOIN listings g ON g.listing_pk = i.listing_pk
       WHERE i.store_id = @storeId AND l.counts = 1 AND coalesce(o.currency, @currency) IS @currency
       GROUP BY thing, l.ordered_on ORDER BY thing, l.ordered_on`,
    )
    .all({ storeId, days: JSON.stringify(days), currency }) as ListingRow[];
}

/** Traffic by listing and day, of reports about child items or SKUs. */
export function trafficByListing(db: Database, storeId: number, days: readonly Day[]): ListingRow[] {
  return db
    .prepare(
      `SELECT ${THING} AS thing, ${LABEL} AS label, min(i.platform_item) AS platformItem, u.period_from AS day, NULL AS sales, max(t.sessions) AS sessions, max(t.buy_box_ratio) AS buyBox
       FROM json_each(@days) d
         CROSS JOIN period_units u ON u.subject = 'traffic' AND u.store_id = @storeId AND u.period_from = d.value AND u.period_to = d.value
         CROSS JOIN traffic t USING (unit_pk) JOIN items i USING (item_pk) LEFT JOIN listings g ON g.listing_pk = i.listing_pk
       WHERE u.superseded_by IS NULL AND u.grain IN ('child', 'sku') GROUP BY thing, u.period_from ORDER BY thing, u.period_from`,
    )
    .all({ storeId, days: JSON.stringify(days) }) as ListingRow[];
}
