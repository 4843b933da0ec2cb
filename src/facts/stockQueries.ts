/**
 * Stock as the snapshots tell it, for every department that asks. Several reports may speak of the same thing at the same place
 * in their own words: they are brought together by thing (salesQueries.ts) and location, and never added within a location.
 */
import type { StockQuantities } from '../core/stock.js';
import type { Database } from '../db/connection.js';
import { THING, THING_COLUMNS, type Thing } from './salesQueries.js';

/** A store, and the instant (epoch seconds) up to which its snapshots count. */
export interface StoreUntil {
  readonly storeId: number;
  readonly until: number;
}

export interface AvailableAt extends Thing {
  readonly location: string;
  readonly takenAt: number;
  readonly available: number;
}

/** The stores with their instants as rows, read once: JSON is not parsed again for each snapshot. */
const UNTIL = `until AS MATERIALIZED (SELECT value ->> 'storeId' AS store_id, value ->> 'until' AS until FROM json_each(@stores))`;

/** Which of the stores have a snapshot at all. */
export function storesWithStock(db: Database, storeIds: readonly number[]): ReadonlySet<number> {
  return new Set(
    db
      .prepare(`SELECT s.value FROM json_each(?) s WHERE EXISTS (SELECT 1 FROM stock k WHERE k.store_id = s.value)`)
      .pluck()
      .all(JSON.stringify(storeIds)) as number[],
  );
}

/** The newest known available quantity of each thing at each location. */
export function newestAvailable(db: Database, stores: readonly StoreUntil[]): AvailableAt[] {
  // First by item in the order of the table, then by thing: several items may be one thing.
  return db
    .prepare(
      `WITH ${UNTIL},
       newest AS (
         SELECT k.item_pk, k.location, max(k.taken_at) AS taken_at, k.available
         FROM until CROSS JOIN stock k USING (store_id) WHERE k.taken_at < until.until AND k.available IS NOT NULL
         GROUP BY k.store_id, k.item_pk, k.location)
       SELECT ${THING_COLUMNS}, newest.location, max(newest.taken_at) AS takenAt, newest.available
       FROM newest JOIN items i USING (item_pk) GROUP BY thing, newest.location ORDER BY thing, newest.location`,
    )
    .all({ stores: JSON.stringify(stores) }) as AvailableAt[];
}

export interface StockRow extends StockQuantities {
  readonly thing: string;
  readonly location: string;
  readonly takenAt: number;
}

const QUANTITIES = 'k.on_hand AS onHand, k.available, k.committed, k.reserved, k.unsellable, k.inbound';

/**
 * Every snapshot from `since` on, and of each item at each location the newest one before; by thing, location and time. Of one
 * listing only where it is given.
 */
export function snapshotsSince(db: Database, stores: readonly StoreUntil[], since: number, listingPk: number | null = null): StockRow[] {
  const ofListing = listingPk === null ? '' : `AND k.item_pk IN (SELECT item_pk FROM items WHERE listing_pk = ${listingPk})`;
  return db
    .prepare(
      `WITH ${UNTIL},
       kept AS (
         SELECT k.item_pk, k.location, k.taken_at AS takenAt, ${QUANTITIES}
         FROM until CROSS JOIN stock k USING (store_id) WHERE k.taken_at >= @since AND k.taken_at < until.until ${ofListing}
         UNION ALL
         SELECT k.item_pk, k.location, max(k.taken_at) AS takenAt, ${QUANTITIES}
         FROM until CROSS JOIN stock k USING (store_id) WHERE k.taken_at < @since ${ofListing}
         GROUP BY k.store_id, k.item_pk, k.location)
       SELECT ${THING} AS thing, kept.location, kept.takenAt, kept.onHand, kept.available, kept.committed, kept.reserved,
         kept.unsellable, kept.inbound
       FROM kept JOIN items i USING (item_pk) ORDER BY thing, kept.location, kept.takenAt, kept.item_pk`,
    )
    .all({ stores: JSON.stringify(stores), since }) as StockRow[];
}

/** The things that have a snapshot. */
export function stockedThings(db: Database, stores: readonly StoreUntil[]): Thing[] {
  return db
    .prepare(
      `SELECT ${THING_COLUMNS} FROM items i
       WHERE i.store_id IN (SELECT value ->> 'storeId' FROM json_each(@stores))
         AND EXISTS (SELECT 1 FROM stock k WHERE k.store_id = i.store_id AND k.item_pk = i.item_pk)
       GROUP BY thing ORDER BY thing`,
    )
    .all({ stores: JSON.stringify(stores) }) as Thing[];
}
