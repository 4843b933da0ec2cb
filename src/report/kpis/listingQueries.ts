/** What is known of single listings by day. */
import type { Day } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { prepared } from '../../db/prepared.js';
import { SOLD_IN_PERIODS, THING } from '../../facts/salesQueries.js';

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
  // By item first: grouping every line by a text takes longer than all the rest.
  return prepared(
    db,
    `SELECT ${THING} AS thing, ${LABEL} AS label, min(i.platform_item) AS platformItem, sold.day, sum(sold.sales) AS sales, NULL AS sessions, NULL AS buyBox
     FROM (SELECT l.item_pk, h.ordered_on AS day, sum(l.amount_minor) AS sales FROM ${SOLD_IN_PERIODS}
           WHERE coalesce(o.currency, @currency) IS @currency GROUP BY h.ordered_on, l.item_pk) sold
       CROSS JOIN items i USING (item_pk) LEFT JOIN listings g ON g.listing_pk = i.listing_pk
     GROUP BY thing, sold.day ORDER BY thing, sold.day`,
  ).all({ storeId, periods: JSON.stringify(days.map((day) => ({ from: day, to: day }))), currency }) as ListingRow[];
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
