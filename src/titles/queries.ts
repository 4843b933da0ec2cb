/** What titles asks of the facts. */
import type { Database } from '../db/connection.js';
import type { TextListing } from './textListing.js';

type Text = string | null;
type ListingRow = readonly [
  ...keys: [storeId: number, listingPk: number, listingId: string, productId: string],
  ...texts: [role: Text, sku: Text, title: Text, variation: Text, options: Text, brand: Text, category: Text, productType: Text],
  ...others: [currency: Text, priceMinor: number | null, compareAtMinor: number | null, status: Text, url: Text, attributes: Text],
];

/**
 * The listings of stores that are not removed, with their texts, by store, product and listing. They are read as bare rows, and what
 * thousands of them share is kept once: objects as the database makes them take three times the memory, and twice the time.
 */
export function textListings(db: Database, storeIds: readonly number[]): TextListing[] {
  const chosen = JSON.stringify(storeIds);
  const stores = storesOf(db, chosen);
  const rows = db
    .prepare(
      `SELECT l.store_id, l.listing_pk, l.listing_key, l.product_key, l.role, l.sku, l.title, l.variation, l.options, l.brand, l.category, l.product_type,
         l.currency, l.price_minor, l.compare_at_minor, l.status, l.url, l.attributes
       FROM listings l JOIN stores s USING (store_id)
       WHERE l.store_id IN (SELECT value FROM json_each(?)) AND l.removed_at IS NULL ORDER BY s.name, l.product_key, l.listing_pk`,
    )
    .raw()
    .iterate(chosen) as IterableIterator<ListingRow>;
  const shared = new Map<Text, Text>();
  const once = (text: Text): Text => {
    const known = shared.get(text);
    if (known !== undefined) return known;
    shared.set(text, text);
    return text;
  };
  const listings: TextListing[] = [];
  for (const row of rows) {
    const [storeId, listingPk, listingId, productId, role, sku, title, variation, options, brand, category, ...others] = row;
    const [productType, currency, priceMinor, compareAtMinor, status, url, attributes] = others;
    const store = stores.get(storeId) as StoreRow;
    listings.push({
      storeId,
      store: store.store,
      platform: store.platform,
      marketplace: store.marketplace,
      currency: currency === null ? store.currency : once(currency),
      listingPk,
      listingId,
      productId,
      role: once(role),
      sku,
      title,
      variation,
      options,
      brand: once(brand),
      category: once(category),
      productType: once(productType),
      priceMinor,
      compareAtMinor,
      status: once(status),
      url,
      attributes,
    });
  }
  return listings;
}

type StoreRow = Pick<TextListing, 'storeId' | 'store' | 'platform' | 'marketplace' | 'currency'>;

function storesOf(db: Database, storeIds: string): Map<number, StoreRow> {
  const rows = db
    .prepare(
      `SELECT s.store_id AS storeId, s.name AS store, a.platform, s.marketplace, s.currency FROM stores s JOIN accounts a USING (account_id)
       WHERE s.store_id IN (SELECT value FROM json_each(?))`,
    )
    .all(storeIds) as StoreRow[];
  return new Map(rows.map((row) => [row.storeId, row]));
}
