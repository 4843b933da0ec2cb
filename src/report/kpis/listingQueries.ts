/** What is known of single listings by day. */
import type { Day } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { prepared } from '../../db/prepared.js';
import { SOLD_IN_PERIODS, THING } from '../../facts/salesQueries.js';

/** What a listing sold on some days, in one currency. */
export interface SoldListing {
  readonly thing: string;
  readonly label: string;
  /** The platform's own numbers (ASINs), where the reports name them. */
  readonly platformItems: readonly string[];
  /** Day by day, in the order in which these were asked for. */
  readonly sales: readonly number[];
}

export interface ListingTraffic {
  readonly thing: string;
  readonly platformItem: string | null;
  readonly day: Day;
  readonly sessions: number | null;
  readonly buyBox: number | null;
}

/** Sales by listing and day, in one currency (an order that names none is in it), of all that had a price; by thing. */
export function salesByListing(db: Database, storeId: number, days: readonly Day[], currency: string | null): SoldListing[] {
  // By item first, and each item named once: grouping every line by a text takes longer than all the rest.
  const sums = days.map((_, at) => `coalesce(sum(l.amount_minor) FILTER (WHERE p.key = ${at}), 0)`);
  const items = db
    .prepare(
      `SELECT ${THING} AS thing, coalesce(g.sku, g.listing_key, i.sku, i.platform_item, i.title), i.platform_item, sold.*
     FROM (SELECT l.item_pk, ${sums.join(', ')} FROM ${SOLD_IN_PERIODS}
           WHERE l.amount_minor IS NOT NULL AND coalesce(o.currency, @currency) IS @currency GROUP BY l.item_pk) sold
       CROSS JOIN items i USING (item_pk) LEFT JOIN listings g ON g.listing_pk = i.listing_pk ORDER BY thing, i.item_pk`,
    )
    .raw()
    .all({ storeId, periods: JSON.stringify(days.map((day) => ({ from: day, to: day }))), currency }) as SoldItem[];
  type Listing = SoldListing & { platformItems: string[]; sales: number[] };
  const listings: Listing[] = [];
  let listing = null as Listing | null;
  for (const [thing, label, platformItem, _, ...sales] of items) {
    if (listing?.thing !== thing) {
      listing = { thing, label, platformItems: [], sales };
      listings.push(listing);
    } else for (const [at, minor] of sales.entries()) listing.sales[at] = (listing.sales[at] as number) + minor;
    if (platformItem !== null) listing.platformItems.push(platformItem);
  }
  return listings;
}

type SoldItem = [thing: string, label: string, platformItem: string | null, itemPk: number, ...sales: number[]];

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
