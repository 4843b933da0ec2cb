/** What titles asks of the facts. */
import type { Database } from '../db/connection.js';
import type { TextListing } from './textListing.js';

/** The listings of stores that are not removed, with their texts, by store, product and listing. */
export function textListings(db: Database, storeIds: readonly number[]): TextListing[] {
  return db
    .prepare(
      `SELECT l.store_id AS storeId, s.name AS store, a.platform, s.marketplace, coalesce(l.currency, s.currency) AS currency, l.listing_pk AS listingPk,
         l.listing_key AS listingId, l.product_key AS productId, l.role, l.sku, l.title, l.variation, l.brand, l.category, l.product_type AS productType,
         l.price_minor AS priceMinor, l.compare_at_minor AS compareAtMinor, l.status, l.url, l.attributes
       FROM listings l JOIN stores s USING (store_id) JOIN accounts a USING (account_id)
       WHERE l.store_id IN (SELECT value FROM json_each(?)) AND l.removed_at IS NULL ORDER BY s.name, l.product_key, l.listing_pk`,
    )
    .all(JSON.stringify(storeIds)) as TextListing[];
}
