/** What inventory asks of the facts. */
import { addDays, type Period } from '../core/day.js';
import type { Database } from '../db/connection.js';
import { withOwnCosts } from '../facts/costQueries.js';
import { orderEvidence, unitsByThingAndDay } from '../facts/salesQueries.js';
import { type StoreUntil, snapshotsSince, stockedThings } from '../facts/stockQueries.js';
import type { StatusInput, StockedListing } from './status.js';

/** Listings that are sold themselves, their snapshots and daily units. `lookBack`: days before the period in which order files tell its known days. */
export function statusFacts(
  db: Database,
  stores: readonly StoreUntil[],
  period: Period,
  lookBack: number,
): Omit<StatusInput, 'asOf' | 'period' | 'stores'> {
  const storeIds = stores.map((store) => store.storeId);
  const since = addDays(period.from, -lookBack);
  // A day early, so that no time zone loses the snapshots of the period's first day.
  const snapshotsFrom = Date.parse(`${addDays(period.from, -1)}T00:00:00Z`) / 1000;
  return {
    listings: withOwnCosts(db, stockedListings(db, storeIds), storeIds, addDays(period.to, 1)),
    things: stockedThings(db, stores),
    snapshots: snapshotsSince(db, stores, snapshotsFrom),
    units: unitsByThingAndDay(db, storeIds, period),
    ...orderEvidence(db, storeIds, since),
  };
}

function stockedListings(db: Database, storeIds: readonly number[]): StockedListing[] {
  return db
    .prepare(
      `SELECT listing_pk AS listingPk, store_id AS storeId, listing_key AS listingId, sku, title, cost_micros AS costMicros, currency,
         fulfilment, status, removed_at AS removedAt
       FROM listings WHERE store_id IN (SELECT value FROM json_each(?)) AND role IS NOT 'parent' ORDER BY store_id, listing_key`,
    )
    .all(JSON.stringify(storeIds)) as StockedListing[];
}

/** The thing of each listing that is sold itself, by store and the platform's key. */
export function listingThings(db: Database, storeIds: readonly number[]): Map<string, string> {
  return new Map(stockedListings(db, storeIds).map(({ storeId, listingId, listingPk }) => [`${storeId} ${listingId}`, `l${listingPk}`]));
}
