/** What is known of single listings by day. */
import type { Day } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { prepared } from '../../db/prepared.js';
import { SOLD_IN_PERIODS, THING } from '../../facts/salesQueries.js';

/** What a listing sold, in one currency, minor units. */
export interface SoldListing {
  readonly thing: string;
  readonly label: string;
  /** On the day. */
  readonly now: number;
  /** The mean of the usual days. */
  readonly usual: number;
}

export interface ListingTraffic {
  readonly thing: string;
  readonly platformItem: string | null;
  readonly day: Day;
  readonly sessions: number | null;
  readonly buyBox: number | null;
}

/** SQL of the lines with a price in one currency (@currency; an order that names none is in it) of some days (@periods) of a store. */
const PRICED = `${SOLD_IN_PERIODS} WHERE l.amount_minor IS NOT NULL AND coalesce(o.currency, @currency) IS @currency`;

function asked(storeId: number, days: readonly Day[], currency: string | null) {
  return { storeId, periods: JSON.stringify(days.map((day) => ({ from: day, to: day }))), currency };
}

/** What each listing sold on the first of the days, and in the mean of the others, of all that had a price; by thing. */
export function salesByListing(db: Database, storeId: number, days: readonly Day[], currency: string | null): SoldListing[] {
  // By item first, and each item named once: grouping every line by a text takes longer than all the rest.
  return prepared(
    db,
    `SELECT ${THING} AS thing, min(coalesce(g.sku, g.listing_key, i.sku, i.platform_item, i.title)) AS label, sum(sold.now) AS now,
       sum(sold.before) * 1.0 / @before AS usual
     FROM (SELECT l.item_pk, coalesce(sum(l.amount_minor) FILTER (WHERE p.key = 0), 0) AS now,
             coalesce(sum(l.amount_minor) FILTER (WHERE p.key > 0), 0) AS before
           FROM ${PRICED} GROUP BY l.item_pk) sold
       CROSS JOIN items i USING (item_pk) LEFT JOIN listings g ON g.listing_pk = i.listing_pk GROUP BY thing ORDER BY thing`,
  ).all({ ...asked(storeId, days, currency), before: days.length - 1 }) as SoldListing[];
}

/** The platform's own numbers (ASINs) that orders of these days name, with the thing that was sold under each. */
export function soldItems(db: Database, storeId: number, days: readonly Day[], currency: string | null): ReadonlyMap<string, string> {
  const rows = prepared(
    db,
    `SELECT i.platform_item AS item, ${THING} AS thing FROM (SELECT DISTINCT l.item_pk FROM ${PRICED}) JOIN items i USING (item_pk)
     WHERE i.platform_item IS NOT NULL ORDER BY thing, i.item_pk`,
  ).all(asked(storeId, days, currency)) as { item: string; thing: string }[];
  return new Map(rows.map(({ item, thing }) => [item, thing]));
}

/** Traffic by listing and day, of reports about child items or SKUs; by thing. */
export function trafficByListing(db: Database, storeId: number, days: readonly Day[]): ListingTraffic[] {
  return prepared(
    db,
    `SELECT ${THING} AS thing, min(i.platform_item) AS platformItem, u.period_from AS day, max(t.sessions) AS sessions, max(t.buy_box_ratio) AS buyBox
     FROM json_each(@days) d
       CROSS JOIN period_units u ON u.subject = 'traffic' AND u.store_id = @storeId AND u.period_from = d.value AND u.period_to = d.value
       CROSS JOIN traffic t USING (unit_pk) JOIN items i USING (item_pk)
     WHERE u.superseded_by IS NULL AND u.grain IN ('child', 'sku') GROUP BY thing, u.period_from ORDER BY thing, u.period_from`,
  ).all({ storeId, days: JSON.stringify(days) }) as ListingTraffic[];
}
