/** What products asks of the facts. */
import { addDays, type Day, type Period } from '../core/day.js';
import type { Database } from '../db/connection.js';
import { ownCostsOn, withOwnCosts } from '../facts/costQueries.js';
import { orderEvidence, salesByThing, unitsByThingAndDay } from '../facts/salesQueries.js';
import { newestAvailable, type StoreUntil, snapshotsSince } from '../facts/stockQueries.js';
import type { Beside } from './identity/beside.js';
import type { ListedListing, ListInput, ShowFacts, TrafficRow, TrafficUnit } from './listing.js';

const LISTING = `listing_pk AS listingPk, store_id AS storeId, listing_key AS listingId, product_key AS parentId, role, sku, title, variation, brand,
  category, product_type AS productType, price_minor AS priceMinor, compare_at_minor AS compareAtMinor, cost_micros AS costMicros, currency,
  status, condition, fulfilment, gtin, asin, url, first_seen_at AS firstSeenAt, last_seen_at AS lastSeenAt, removed_at AS removedAt`;

/** All listings of stores, removed ones and parents too, by store and key. */
export function listingsOf(db: Database, storeIds: readonly number[]): ListedListing[] {
  return db
    .prepare(`SELECT ${LISTING} FROM listings WHERE store_id IN (SELECT value FROM json_each(?)) ORDER BY store_id, listing_key`)
    .all(JSON.stringify(storeIds)) as ListedListing[];
}

/** Listings, their sales in a period and their newest stock. `lookBack`: days before the period in which order files tell its known days. */
export function listFacts(
  db: Database,
  stores: readonly StoreUntil[],
  period: Period,
  lookBack: number,
): Pick<ListInput, 'listings' | 'sales' | 'available' | 'orderFiles' | 'orderDays'> {
  const storeIds = stores.map((store) => store.storeId);
  const since: Day = addDays(period.from, -lookBack);
  return {
    listings: withOwnCosts(db, listingsOf(db, storeIds), storeIds, addDays(period.to, 1)),
    sales: salesByThing(db, storeIds, period),
    available: newestAvailable(db, stores),
    ...orderEvidence(db, storeIds, since),
  };
}

/**
 * The listings that a word names: by their own id or SKU, else by ASIN; each exactly, else in any case. In a store where it is
 * the id of one, other listings that have it as their SKU are not meant. Removed ones only where nothing else fits.
 */
export function listingsNamed(db: Database, storeIds: readonly number[], word: string): ListedListing[] {
  for (const fits of [
    '(listing_key = @word OR sku = @word)',
    '(listing_key = @word COLLATE NOCASE OR sku = @word COLLATE NOCASE)',
    'asin = @word COLLATE NOCASE',
  ]) {
    const found = db
      .prepare(
        `SELECT ${LISTING} FROM listings
         WHERE store_id IN (SELECT value FROM json_each(@stores)) AND role IS NOT 'parent' AND ${fits} ORDER BY store_id, listing_key`,
      )
      .all({ stores: JSON.stringify(storeIds), word }) as ListedListing[];
    const present = found.filter((listing) => listing.removedAt === null);
    const meant = present.length > 0 ? present : found;
    const isId = ({ listingId }: ListedListing) => listingId.toLowerCase() === word.toLowerCase();
    const named = meant.filter((listing) => isId(listing) || !meant.some((other) => other.storeId === listing.storeId && isId(other)));
    if (named.length > 0) return named;
  }
  return [];
}

/** Listings by their numbers. */
export function listingsByNumber(db: Database, listingPks: readonly number[]): ListedListing[] {
  return db
    .prepare(`SELECT ${LISTING} FROM listings WHERE listing_pk IN (SELECT value FROM json_each(?)) ORDER BY store_id, listing_key`)
    .all(JSON.stringify(listingPks)) as ListedListing[];
}

/** Every SKU and listing id of stores, for a word that names none. */
export function knownNames(db: Database, storeIds: readonly number[]): string[] {
  return db
    .prepare(
      `SELECT DISTINCT coalesce(sku, listing_key) AS name FROM listings
       WHERE store_id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL AND role IS NOT 'parent' ORDER BY name`,
    )
    .pluck()
    .all(JSON.stringify(storeIds)) as string[];
}

export interface ShowPeriods {
  /** The weeks of the sales chart. */
  readonly weeks: Period;
  /** The finished days of velocity, sales and traffic. */
  readonly month: Period;
  readonly lookBack: number;
}

/** Everything about one listing. */
export function showFacts(
  db: Database,
  listing: ListedListing,
  until: StoreUntil,
  { weeks, month, lookBack }: ShowPeriods,
  beside: Beside,
): Omit<ShowFacts, 'store'> {
  const { storeId, listingPk } = listing;
  const snapshotsFrom = Date.parse(`${addDays(month.from, -1)}T00:00:00Z`) / 1000;
  return {
    listing,
    ownCost: ownCostsOn(db, [storeId], addDays(month.to, 1)).get(listingPk) ?? null,
    ...(extrasOf(db, listingPk) as { attributes: string | null; imageUrl: string | null }),
    snapshots: snapshotsSince(db, [until], snapshotsFrom, listingPk),
    days: unitsByThingAndDay(db, [storeId], weeks, listingPk),
    sales: salesByThing(db, [storeId], month, listingPk),
    ...orderEvidence(db, [storeId], addDays(weeks.from, -lookBack) as Day),
    trafficUnits: trafficUnits(db, listing, month),
    trafficRows: trafficRows(db, listingPk, month),
    changes: db
      .prepare(
        'SELECT field, changed_at AS changedAt, before, after, currency FROM listing_changes WHERE store_id = ? AND listing_key = ? ORDER BY changed_at DESC, field',
      )
      .all(storeId, listing.listingId) as ShowFacts['changes'],
    others: others(db, listing, beside),
    beside,
    hasAds:
      db.prepare("SELECT 1 FROM period_units WHERE subject = 'ads' AND store_id = ? AND superseded_by IS NULL LIMIT 1").get(storeId) !==
      undefined,
  };
}

function extrasOf(db: Database, listingPk: number): unknown {
  return db.prepare('SELECT attributes, image_url AS imageUrl FROM listings WHERE listing_pk = ?').get(listingPk);
}

/** Traffic reports of the store that touch a period, of those grains that speak of the listing at all; what came from search alone is no rival of theirs. */
function trafficUnits(db: Database, listing: ListedListing, period: Period): TrafficUnit[] {
  return db
    .prepare(
      `SELECT unit_pk AS id, store_id AS storeId, grain, about, period_from AS "from", period_to AS "to" FROM period_units
       WHERE subject = 'traffic' AND store_id = @storeId AND superseded_by IS NULL AND period_from <= @to AND period_to >= @from
         AND grain <> 'search' AND grain IN (SELECT DISTINCT u.grain FROM items i CROSS JOIN traffic t USING (item_pk) JOIN period_units u USING (unit_pk)
                       WHERE i.listing_pk = @listingPk)
       ORDER BY period_from, period_to, unit_pk`,
    )
    .all({ storeId: listing.storeId, listingPk: listing.listingPk, ...period }) as TrafficUnit[];
}

/** What these reports say of the listing: an item may have several rows, which repeat its visits and split its units. */
function trafficRows(db: Database, listingPk: number, period: Period): TrafficRow[] {
  return db
    .prepare(
      `SELECT t.unit_pk AS unit, t.item_pk AS item, max(t.sessions) AS sessions, max(t.page_views) AS pageViews, max(t.buy_box_ratio) AS buyBoxRatio,
         sum(t.units) AS units, sum(t.sales_minor) AS salesMinor, max(t.currency) AS currency
       FROM items i CROSS JOIN traffic t USING (item_pk) JOIN period_units u USING (unit_pk)
       WHERE i.listing_pk = @listingPk AND u.superseded_by IS NULL AND u.period_from <= @to AND u.period_to >= @from
       GROUP BY t.unit_pk, t.item_pk ORDER BY t.unit_pk, t.item_pk`,
    )
    .all({ listingPk, ...period }) as TrafficRow[];
}

/** Other listings of the same product, and those with the same SKU, in any store of the same client. */
function others(db: Database, listing: ListedListing, { listings }: Beside): ShowFacts['others'] {
  return db
    .prepare(
      `SELECT l.listing_pk AS listingPk, s.name AS store, l.listing_key AS listingId, l.sku, l.title, l.price_minor AS priceMinor, coalesce(l.currency, s.currency) AS currency, l.status
       FROM listings l JOIN stores s USING (store_id) JOIN accounts a USING (account_id)
       WHERE l.listing_pk IN (SELECT value FROM json_each(@joined))
         OR (l.sku = @sku AND l.listing_pk <> @listingPk AND l.removed_at IS NULL AND l.role IS NOT 'parent'
           AND a.client_id IS (SELECT client_id FROM stores JOIN accounts USING (account_id) WHERE store_id = @storeId))
       ORDER BY s.name, l.listing_key`,
    )
    .all({
      joined: JSON.stringify(listings.map((each) => each.listingPk)),
      sku: listing.sku,
      listingPk: listing.listingPk,
      storeId: listing.storeId,
    }) as ShowFacts['others'];
}
