/** What titles asks of the facts. */
import type { Database } from '../db/connection.js';
import type { TextListing } from './textListing.js';

type Text = string | null;
type ListingRow = readonly [
  ...keys: [listingPk: number, listingId: string, productId: string],
  ...texts: [role: Text, sku: Text, title: Text, variation: Text, options: Text, brand: Text, category: Text, productType: Text],
  ...others: [currency: Text, priceMinor: number | null, compareAtMinor: number | null, status: Text, url: Text, attributes: Text],
];

/**
 * The listings of stores that are not removed, with their texts, by store, product and listing. They are read as bare rows, and what
 * thousands of them share is kept once: objects as the database makes them take three times the memory, and twice the time.
 */
export function textListings(db: Database, storeIds: readonly number[]): TextListing[] {
  // Store by store, in the order of its index: sorting so wide rows takes as long as reading them.
  const rows = db
    .prepare(
      `SELECT listing_pk, listing_key, product_key, role, sku, title, variation, options, brand, category, product_type,
         currency, price_minor, compare_at_minor, status, url, attributes
       FROM listings WHERE store_id = ? AND removed_at IS NULL ORDER BY product_key, listing_pk`,
    )
    .raw();
  const shared = new Map<string, string>();
  const once = (text: Text): Text => {
    if (text === null) return null;
    const known = shared.get(text);
    if (known !== undefined) return known;
    shared.set(text, text);
    return text;
  };
  const listings: TextListing[] = [];
  for (const { storeId, store, platform, marketplace, currency: ofStore } of storesOf(db, storeIds)) {
    for (const row of rows.iterate(storeId) as Iterable<ListingRow>) {
      // By place: as a list that is gone through, each row would take half as long again.
      const { 0: listingPk, 1: listingId, 2: productId, 3: role, 4: sku, 5: title, 6: variation, 7: options, 8: brand } = row;
      const { 9: category, 10: productType, 11: currency, 12: priceMinor, 13: compareAtMinor, 14: status, 15: url, 16: attributes } = row;
      const before = listings.at(-1);
      listings.push({
        storeId,
        store,
        platform,
        marketplace,
        currency: currency === null ? ofStore : once(currency),
        listingPk,
        listingId,
        productId: productId === listingId ? listingId : productId,
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
        attributes: attributes === before?.attributes ? before.attributes : attributes,
      });
    }
  }
  return listings;
}

type StoreRow = Pick<TextListing, 'storeId' | 'store' | 'platform' | 'marketplace' | 'currency'>;

function storesOf(db: Database, storeIds: readonly number[]): StoreRow[] {
  return db
    .prepare(
      `SELECT s.store_id AS storeId, s.name AS store, a.platform, s.marketplace, s.currency FROM stores s JOIN accounts a USING (account_id)
       WHERE s.store_id IN (SELECT value FROM json_each(?)) ORDER BY s.name`,
    )
    .all(JSON.stringify(storeIds)) as StoreRow[];
}
