/** What the morning list asks about listings that may be down. */
import type { Database } from '../db/connection.js';

export interface ListingState {
  readonly listingPk: number;
  readonly storeId: number;
  readonly store: string;
  readonly platform: string;
  readonly listingId: string;
  readonly sku: string | null;
  readonly status: string | null;
  readonly removed: number;
}

/** Status of every listing that is sold itself, by store and listing; removed ones too. */
export function listingStates(db: Database, storeIds: readonly number[]): ListingState[] {
  return db
    .prepare(
      `SELECT l.listing_pk AS listingPk, l.store_id AS storeId, s.name AS store, a.platform, l.listing_key AS listingId, l.sku, l.status,
         l.removed_at IS NOT NULL AS removed
       FROM listings l JOIN stores s USING (store_id) JOIN accounts a USING (account_id)
       WHERE l.store_id IN (SELECT value FROM json_each(?)) AND l.role IS NOT 'parent' ORDER BY s.name, l.listing_key`,
    )
    .all(JSON.stringify(storeIds)) as ListingState[];
}
