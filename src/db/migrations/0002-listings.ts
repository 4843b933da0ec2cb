import type { Migration } from '../migrate.js';

export const listings: Migration = {
  version: 2,
  name: 'listings',
  sql: `
CREATE TABLE listings (
  listing_pk INTEGER PRIMARY KEY,
  store_id INTEGER NOT NULL REFERENCES stores,
  listing_key TEXT NOT NULL,    -- the platform's own identity of item and variation
  product_key TEXT NOT NULL,    -- shared by the variations of one product
  role TEXT,                    -- parent: holds variations and is not sold itself
  sku TEXT,
  title TEXT,
  variation TEXT,
  brand TEXT,
  category TEXT,
  product_type TEXT,
  price_minor INTEGER,
  compare_at_minor INTEGER,
  cost_micros INTEGER,
  currency TEXT,
  status TEXT,
  condition TEXT,
  fulfilment TEXT,
  gtin TEXT,
  asin TEXT,
  url TEXT,
  image_url TEXT,
  attributes TEXT,              -- JSON: every other column of the catalogue
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  removed_at INTEGER,           -- its product was exported again without it
  import_id INTEGER NOT NULL REFERENCES imports,
  UNIQUE (store_id, listing_key)
) STRICT;
CREATE INDEX listings_by_sku ON listings (store_id, sku);
CREATE INDEX listings_by_product ON listings (store_id, product_key);

CREATE TABLE listing_changes (
  store_id INTEGER NOT NULL REFERENCES stores,
  listing_key TEXT NOT NULL,
  field TEXT NOT NULL,          -- title, price, compare_at_price, cost, status
  changed_at INTEGER NOT NULL,  -- when the newer export was made: the change lies between it and the export before
  before TEXT,
  after TEXT,
  currency TEXT,
  import_id INTEGER NOT NULL REFERENCES imports
) STRICT;
CREATE INDEX listing_changes_by_listing ON listing_changes (store_id, listing_key, changed_at);

CREATE TABLE items (            -- what reports call a thing, exactly as they do; facts point here
  item_pk INTEGER PRIMARY KEY,
  store_id INTEGER NOT NULL REFERENCES stores,
  ident TEXT NOT NULL,          -- sku, platform item, variation, own key, title, separated by U+001F
  sku TEXT,
  platform_item TEXT,
  variation TEXT,
  listing_key TEXT,
  title TEXT,
  listing_pk INTEGER,           -- the listing it is, where exactly one fits
  matched_by TEXT,              -- key, sku, item, title
  UNIQUE (store_id, ident)
) STRICT;
CREATE INDEX items_by_listing ON items (listing_pk);
`,
};
