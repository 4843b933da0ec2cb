import type { Migration } from '../migrate.js';

/** Filled by the next export of the catalogue, or at once by `eco db rebuild`: the kept cells hold the names already. */
export const listingOptions: Migration = {
  version: 12,
  name: 'listing options',
  sql: `
ALTER TABLE listings ADD COLUMN options TEXT; -- JSON: what tells the variation from its siblings, name of the option → its value; null: not told

DROP VIEW v_listings;
CREATE VIEW v_listings AS
SELECT s.name AS store, l.listing_key AS listing_id, l.product_key AS parent_id, l.role, l.sku, l.title, l.variation, l.options, l.brand, l.category,
  l.product_type, l.price_minor / coalesce(d.divisor, 100.0) AS price, l.compare_at_minor / coalesce(d.divisor, 100.0) AS compare_at_price,
  l.cost_micros / 1e6 AS cost, l.currency, l.status, l.condition, l.fulfilment, l.gtin, l.asin, l.url, l.image_url, l.attributes,
  datetime(l.first_seen_at, 'unixepoch') AS first_seen_at, datetime(l.last_seen_at, 'unixepoch') AS last_seen_at,
  datetime(l.removed_at, 'unixepoch') AS removed_at
FROM listings l JOIN stores s USING (store_id) LEFT JOIN currency_digits d ON d.currency = l.currency;
`,
};
