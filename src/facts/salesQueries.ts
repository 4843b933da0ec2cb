/**
 * What was sold, for every department that asks. Sales are order lines that count (not cancelled, no replacement, not excluded by
 * hand): `quantity` units and `amount_minor`, the goods before discounts, without tax where the platform keeps it apart.
 *
 * A line without a price (an Amazon order that is not paid yet) counts with its units only. Amounts of two currencies are never
 * added: the order's currency is part of every group with an amount. Orders without a date belong to no day and are left out.
 */
import type { Day, Period } from '../core/day.js';
import type { Database } from '../db/connection.js';
import { prepared } from '../db/prepared.js';
import { remembered } from '../db/remembered.js';

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

/**
 * SQL of the lines `l` that count, with their orders' heads `h` and profiles `o`, of a store (@storeId) in each of some periods `p` (@periods,
 * JSON). Day by day: an index holds the orders of a day, and their lines lie together, so this takes as long as the periods have orders,
 * however many items the store has and however far it goes back. Of a long period without the orders themselves, item by item is faster.
 */
export const SOLD_IN_PERIODS = `json_each(@periods) p
  CROSS JOIN order_heads h ON h.store_id = @storeId AND h.ordered_on BETWEEN p.value ->> 'from' AND p.value ->> 'to'
  CROSS JOIN order_lines l ON l.order_pk = h.order_pk AND l.counts = 1
  CROSS JOIN order_profiles o ON o.profile_pk = h.profile_pk`;

export interface ThingSales extends Thing {
  readonly currency: string | null;
  readonly units: number;
  readonly salesMinor: number | null;
  readonly linesWithoutPrice: number;
}

/** SQL that keeps all items `i`, or those of one listing. */
function ofListing(listingPk: number | null): string {
  return listingPk === null ? '' : `AND i.listing_pk = ${listingPk}`;
}

/**
 * SQL of the lines `l` that count, with their orders' profiles `o`, of a period (@from, @to) of some stores (@stores, JSON): through the
 * orders of its days; of one listing alone through its items.
 */
export function linesSold(listingPk: number | null): string {
  const found =
    listingPk === null
      ? `json_each(@stores) s CROSS JOIN order_heads h ON h.store_id = s.value AND h.ordered_on BETWEEN @from AND @to
           CROSS JOIN order_lines l ON l.order_pk = h.order_pk`
      : `items k CROSS JOIN order_lines l ON l.item_pk = k.item_pk AND l.ordered_on BETWEEN @from AND @to JOIN order_heads h USING (order_pk)`;
  const ofOne = listingPk === null ? '' : ` AND k.listing_pk = ${listingPk} AND k.store_id IN (SELECT value FROM json_each(@stores))`;
  return `${found} CROSS JOIN order_profiles o ON o.profile_pk = h.profile_pk WHERE l.counts = 1${ofOne}`;
}

/** Sales of a period by thing and currency; of one listing only where it is given. */
export function salesByThing(db: Database, storeIds: readonly number[], period: Period, listingPk: number | null = null): ThingSales[] {
  // By item first: a thing is a text, and grouping every line by a text takes longer than all the rest.
  return db
    .prepare(
      `SELECT ${THING_COLUMNS}, sold.currency, sum(sold.units) AS units, sum(sold.salesMinor) AS salesMinor, sum(sold.linesWithoutPrice) AS linesWithoutPrice
       FROM (SELECT l.item_pk, o.currency, coalesce(sum(l.quantity), 0) AS units, sum(l.amount_minor) AS salesMinor,
               sum(l.amount_minor IS NULL) AS linesWithoutPrice
             FROM ${linesSold(listingPk)} GROUP BY l.item_pk, o.currency) sold
         JOIN items i USING (item_pk)
       GROUP BY thing, sold.currency ORDER BY thing, sold.currency`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as ThingSales[];
}

export interface ThingDay {
  readonly thing: string;
  readonly day: Day;
  readonly units: number;
}

/** Units by thing and day, of one listing only where it is given; days without a sale have no row. */
export function unitsByThingAndDay(db: Database, storeIds: readonly number[], period: Period, listingPk: number | null = null): ThingDay[] {
  return db
    .prepare(
      // Named before they are joined: else each line makes the text of its thing anew.
      `WITH named AS MATERIALIZED (
         SELECT i.item_pk, ${THING} AS thing FROM items i
         WHERE i.store_id IN (SELECT value FROM json_each(@stores)) ${ofListing(listingPk)} ORDER BY thing)
       SELECT n.thing, l.ordered_on AS day, coalesce(sum(l.quantity), 0) AS units
       FROM named n CROSS JOIN order_lines l ON l.item_pk = n.item_pk AND l.ordered_on BETWEEN @from AND @to AND l.counts = 1
       GROUP BY n.thing, l.ordered_on ORDER BY n.thing, l.ordered_on`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as ThingDay[];
}

/** What was sold under one SKU of a listing, or without one. */
export interface SkuSales {
  readonly storeId: number;
  readonly listingPk: number | null;
  readonly sku: string | null;
  /** What it is called where it has neither listing nor SKU. */
  readonly name: string | null;
  readonly currency: string | null;
  readonly units: number;
  readonly salesMinor: number | null;
}

/** Sales that count of a period, by store, listing and SKU: a listing may be sold in several variations, each with a cost of its own. */
export function salesBySku(db: Database, storeIds: readonly number[], period: Period): SkuSales[] {
  // By item first: grouping every line by texts takes longer than all the rest.
  return db
    .prepare(
      `SELECT i.store_id AS storeId, i.listing_pk AS listingPk, i.sku,
         CASE WHEN i.listing_pk IS NULL AND i.sku IS NULL THEN coalesce(i.platform_item, i.title) END AS name, sold.currency,
         sum(sold.units) AS units, sum(sold.salesMinor) AS salesMinor
       FROM (SELECT l.item_pk, o.currency, coalesce(sum(l.quantity), 0) AS units, sum(l.amount_minor) AS salesMinor
             FROM ${linesSold(null)} GROUP BY l.item_pk, o.currency) sold
         JOIN items i USING (item_pk)
       GROUP BY i.store_id, i.listing_pk, i.sku, name, sold.currency ORDER BY i.store_id, i.listing_pk, i.sku, name, sold.currency`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as SkuSales[];
}

/** Units by item and day; days without a sale have no row. */
export function unitsByItemAndDay(
  db: Database,
  storeIds: readonly number[],
  period: Period,
): { readonly itemPk: number; readonly day: Day; readonly units: number }[] {
  return db
    .prepare(
      `SELECT i.item_pk AS itemPk, l.ordered_on AS day, coalesce(sum(l.quantity), 0) AS units
       FROM items i CROSS JOIN order_lines l ON l.item_pk = i.item_pk AND l.ordered_on BETWEEN @from AND @to AND l.counts = 1
       WHERE i.store_id IN (SELECT value FROM json_each(@stores))
       GROUP BY i.item_pk, l.ordered_on ORDER BY i.item_pk, l.ordered_on`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as { itemPk: number; day: Day; units: number }[];
}

/** What one imported file of orders speaks of, for each store that it has orders of. */
interface OrderFile {
  readonly storeId: number;
  /** Days of the first and the last order of the file, whatever the store: one report covers all stores of its account. */
  readonly from: Day;
  readonly to: Day;
  /** How new the file's content is, epoch seconds. */
  readonly evidenceAt: number;
}

export interface OrderEvidence {
  readonly orderFiles: readonly OrderFile[];
  /** Days with at least one order, by store and day. Cancelled orders tell of a day, too. */
  readonly orderDays: readonly { readonly storeId: number; readonly day: Day }[];
}

interface FileDay {
  readonly storeId: number;
  readonly day: Day;
  readonly importId: number;
  readonly evidenceAt: number;
}

/** The days of a store from `since` on with the imports that tell orders of them, by day and import. */
export function fileDays(db: Database, storeId: number, since: Day): FileDay[] {
  const found = remembered(
    db,
    `days of order files of store ${storeId}`,
    () => ({
      since,
      days: prepared(
        db,
        `SELECT DISTINCT d.store_id AS storeId, d.ordered_on AS day, d.import_id AS importId, i.evidence_at AS evidenceAt
         FROM order_days d CROSS JOIN imports i USING (import_id) WHERE d.store_id = @storeId AND d.ordered_on >= @since ORDER BY day, importId`,
      ).all({ storeId, since }) as FileDay[],
    }),
    (before) => before.since <= since,
  );
  return found.days.filter(({ day }) => day >= since);
}

/** The stores and those that share an account with them, in order. */
function storesOfAccounts(db: Database, storeIds: readonly number[]): number[] {
  return db
    .prepare(
      `SELECT store_id FROM stores
       WHERE account_id IN (SELECT account_id FROM stores WHERE store_id IN (SELECT value FROM json_each(?))) ORDER BY store_id`,
    )
    .pluck()
    .all(JSON.stringify(storeIds)) as number[];
}

/** What the files of orders tell about the days from `since` on, whether or not something was sold on them. */
export function orderEvidence(db: Database, storeIds: readonly number[], since: Day): OrderEvidence {
  const rows = storesOfAccounts(db, storeIds).flatMap((storeId) => fileDays(db, storeId, since));
  const files = new Map<number, { from: Day; to: Day; evidenceAt: number; storeIds: Set<number> }>();
  const days = new Map<string, { storeId: number; day: Day }>();
  for (const { storeId, day, importId, evidenceAt } of rows) {
    const file = files.get(importId);
    if (!file) files.set(importId, { from: day, to: day, evidenceAt, storeIds: new Set([storeId]) });
    else {
      if (day < file.from) file.from = day;
      if (day > file.to) file.to = day;
      file.storeIds.add(storeId);
    }
    days.set(`${storeId} ${day}`, { storeId, day });
  }
  return {
    orderFiles: storeIds.flatMap((storeId) =>
      [...files.values()]
        .filter((file) => file.storeIds.has(storeId))
        .map(({ from, to, evidenceAt }) => ({ storeId, from, to, evidenceAt })),
    ),
    orderDays: [...days.values()].filter(({ storeId }) => storeIds.includes(storeId)),
  };
}

/** Orders that tell the currency of a store that nobody told. */
const CURRENCY_SAMPLE = 1000;

/** The stores, those without a currency with that of their newest orders, where these agree. */
export function withCurrency<Store extends { readonly storeId: number; readonly currency: string | null }>(
  db: Database,
  stores: readonly Store[],
): Store[] {
  const ask = db
    .prepare(
      `SELECT DISTINCT currency FROM
         (SELECT currency FROM orders WHERE store_id = ? AND currency IS NOT NULL ORDER BY ordered_on DESC LIMIT ${CURRENCY_SAMPLE})`,
    )
    .pluck();
  return stores.map((store) => {
    if (store.currency !== null) return store;
    const found = ask.all(store.storeId) as string[];
    return found.length === 1 ? { ...store, currency: found[0] as string } : store;
  });
}
