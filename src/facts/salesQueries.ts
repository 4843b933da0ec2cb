/**
 * What was sold, for every department that asks. Sales are order lines that count (not cancelled, no replacement, not excluded by
 * hand): `quantity` units and `amount_minor`, the goods before discounts, without tax where the platform keeps it apart.
 *
 * A line without a price (an Amazon order that is not paid yet) counts with its units only. Amounts of two currencies are never
 * added: the order's currency is part of every group with an amount. Orders without a date belong to no day and are left out.
 */
import type { Day, Period } from '../core/day.js';
import type { Database } from '../db/connection.js';

export interface SalesDay {
  readonly storeId: number;
  readonly day: Day;
  readonly currency: string | null;
  readonly orders: number;
  readonly units: number;
  readonly salesMinor: number | null;
  readonly linesWithoutPrice: number;
}

/** Sales by store, day and currency, in this order. */
export function salesByDay(db: Database, storeIds: readonly number[], period: Period): SalesDay[] {
  return db
    .prepare(
      `SELECT o.store_id AS storeId, o.ordered_on AS day, o.currency, count(DISTINCT o.order_pk) AS orders, coalesce(sum(l.quantity), 0) AS units,
         sum(l.amount_minor) AS salesMinor, sum(l.amount_minor IS NULL) AS linesWithoutPrice
       FROM orders o JOIN order_lines l USING (order_pk)
       WHERE o.store_id IN (SELECT value FROM json_each(@stores)) AND o.ordered_on BETWEEN @from AND @to AND l.counts = 1
       GROUP BY o.store_id, o.ordered_on, o.currency ORDER BY o.store_id, o.ordered_on, o.currency`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as SalesDay[];
}

/**
 * What reports call a thing, brought together: the listing where one fits; else everything of one SKU; else the item as it was
 * named. Two reports that write the title differently speak of the same thing.
 */
export interface Thing {
  readonly storeId: number;
  /** Unique within the database. */
  readonly thing: string;
  readonly listingPk: number | null;
  readonly sku: string | null;
  readonly title: string | null;
  /** The platform's own number (ASIN), where no listing tells it. */
  readonly platformItem: string | null;
}

/** SQL of a thing's key over `items i`. */
export const THING = `coalesce('l' || i.listing_pk, 's' || i.store_id || '/' || i.sku, 'i' || i.item_pk)`;
/** SQL of the columns of `Thing` over `items i`, in a query that groups by thing. */
export const THING_COLUMNS = `i.store_id AS storeId, ${THING} AS thing, i.listing_pk AS listingPk, min(i.sku) AS sku, min(i.title) AS title, min(i.platform_item) AS platformItem`;

export interface ThingSales extends Thing {
  readonly currency: string | null;
  readonly units: number;
  readonly salesMinor: number | null;
  readonly linesWithoutPrice: number;
}

/** Sales of a period by thing and currency. */
export function salesByThing(db: Database, storeIds: readonly number[], period: Period): ThingSales[] {
  // CROSS JOIN keeps SQLite from walking all lines: it seeks the days of each item in the index that holds everything asked for.
  return db
    .prepare(
      `SELECT ${THING_COLUMNS}, o.currency, coalesce(sum(l.quantity), 0) AS units, sum(l.amount_minor) AS salesMinor,
         sum(l.amount_minor IS NULL) AS linesWithoutPrice
       FROM items i CROSS JOIN order_lines l ON l.item_pk = i.item_pk JOIN orders o USING (order_pk)
       WHERE i.store_id IN (SELECT value FROM json_each(@stores)) AND l.ordered_on BETWEEN @from AND @to AND l.counts = 1
       GROUP BY thing, o.currency ORDER BY thing, o.currency`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as ThingSales[];
}

export interface ThingDay {
  readonly thing: string;
  readonly day: Day;
  readonly units: number;
}

/** Units by thing and day; days without a sale have no row. */
export function unitsByThingAndDay(db: Database, storeIds: readonly number[], period: Period): ThingDay[] {
  return db
    .prepare(
      `SELECT ${THING} AS thing, l.ordered_on AS day, coalesce(sum(l.quantity), 0) AS units
       FROM items i CROSS JOIN order_lines l ON l.item_pk = i.item_pk
       WHERE i.store_id IN (SELECT value FROM json_each(@stores)) AND l.ordered_on BETWEEN @from AND @to AND l.counts = 1
       GROUP BY thing, l.ordered_on ORDER BY thing, l.ordered_on`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as ThingDay[];
}

/** What one imported file of orders speaks of, for each store that it has orders of. */
export interface OrderFile {
  readonly storeId: number;
  /** Days of the first and the last order of the file, whatever the store: one report covers all stores of its account. */
  readonly from: Day;
  readonly to: Day;
  /** How new the file's content is, epoch seconds. */
  readonly evidenceAt: number;
}

/** The files of orders by store, as far as their orders were placed on or after `since`. Cancelled orders tell of a day, too. */
export function orderFiles(db: Database, storeIds: readonly number[], since: Day): OrderFile[] {
  return db
    .prepare(
      `WITH spans AS (
         SELECT o.import_id, o.store_id, min(o.ordered_on) AS first, max(o.ordered_on) AS last
         FROM orders o
         WHERE o.store_id IN (SELECT store_id FROM stores WHERE account_id IN
             (SELECT account_id FROM stores WHERE store_id IN (SELECT value FROM json_each(@stores)))) AND o.ordered_on >= @since
         GROUP BY o.import_id, o.store_id),
       files AS (SELECT import_id, min(first) AS first, max(last) AS last FROM spans GROUP BY import_id)
       SELECT spans.store_id AS storeId, files.first AS "from", files.last AS "to", i.evidence_at AS evidenceAt
       FROM spans JOIN files USING (import_id) JOIN imports i USING (import_id)
       WHERE spans.store_id IN (SELECT value FROM json_each(@stores)) ORDER BY storeId, "from", "to", evidenceAt`,
    )
    .all({ stores: JSON.stringify(storeIds), since }) as OrderFile[];
}

/** Days with at least one order, by store. */
export function orderDays(db: Database, storeIds: readonly number[], since: Day): { storeId: number; day: Day }[] {
  return db
    .prepare(
      `SELECT DISTINCT store_id AS storeId, ordered_on AS day FROM orders
       WHERE store_id IN (SELECT value FROM json_each(@stores)) AND ordered_on >= @since ORDER BY store_id, ordered_on`,
    )
    .all({ stores: JSON.stringify(storeIds), since }) as { storeId: number; day: Day }[];
}
