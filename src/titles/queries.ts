/** What titles asks of the facts. */
import type { Database } from '../db/connection.js';
import type { TitledListing } from './judged.js';

/** The titles of all listings of stores that are not removed, by store, product and listing. */
export function titledListings(db: Database, storeIds: readonly number[]): TitledListing[] {
  return db
    .prepare(
      `SELECT s.name AS store, a.platform, s.marketplace, l.listing_key AS listingId, l.product_key AS productId, l.sku, l.title,
         l.product_type AS productType
       FROM listings l JOIN stores s USING (store_id) JOIN accounts a USING (account_id)
       WHERE l.store_id IN (SELECT value FROM json_each(?)) AND l.removed_at IS NULL ORDER BY s.name, l.product_key, l.listing_key`,
    )
    .all(JSON.stringify(storeIds)) as TitledListing[];
}
