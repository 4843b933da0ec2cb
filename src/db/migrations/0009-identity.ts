import type { Migration } from '../migrate.js';

/**
 * The identity map as people make it: products of one's own, and which listing is which of them. No fold of imports touches it. It names
 * stores by their number here and listings as people did, so a listing that comes with a later catalogue is found then. What follows
 * from SKUs and GTINs is derived on reading and stands in no table.
 */
export const identity: Migration = {
  version: 9,
  name: 'identity',
  sql: `
CREATE TABLE identity_files (   -- mapping files; read again, a file replaces what it said
  file_pk INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  read_at INTEGER NOT NULL      -- epoch seconds
) STRICT;

CREATE TABLE own_products (
  client_id INTEGER REFERENCES clients,
  own_sku TEXT NOT NULL,
  name TEXT NOT NULL,
  file_pk INTEGER REFERENCES identity_files, -- null: by hand
  line INTEGER,
  said_at INTEGER NOT NULL      -- epoch seconds
) STRICT;
CREATE UNIQUE INDEX own_products_once ON own_products (coalesce(client_id, 0), own_sku, coalesce(file_pk, 0));

CREATE TABLE identity_mappings (
  mapping_pk INTEGER PRIMARY KEY,
  own_sku TEXT NOT NULL,
  store_id INTEGER NOT NULL REFERENCES stores,
  listing TEXT NOT NULL,        -- the platform's key of it; in files also its SKU, item number or ASIN
  units INTEGER NOT NULL CHECK (units > 0), -- pieces of the own SKU in one unit of the listing
  note TEXT,
  file_pk INTEGER REFERENCES identity_files, -- null: by hand
  line INTEGER,
  said_at INTEGER NOT NULL      -- epoch seconds
) STRICT;
CREATE UNIQUE INDEX identity_mappings_by_hand ON identity_mappings (store_id, listing) WHERE file_pk IS NULL;
CREATE INDEX identity_mappings_by_file ON identity_mappings (file_pk);

-- Which listing a mapping names: by its key, else its SKU, else its item number or ASIN; those on sale first. The first of these
-- that fits any listing decides, and only where it fits exactly one.
CREATE VIEW identity_targets AS
WITH present AS (
  SELECT listing_pk, store_id, listing_key, product_key, sku, asin, removed_at IS NOT NULL AS removed FROM listings
  WHERE role IS NOT 'parent' AND store_id IN (SELECT store_id FROM identity_mappings)),
names AS (
  SELECT store_id, listing_key AS name, 0 AS tier, listing_pk FROM present
  UNION ALL SELECT store_id, sku, 1 + removed, listing_pk FROM present WHERE sku IS NOT NULL
  UNION ALL SELECT store_id, product_key, 3 + removed, listing_pk FROM present
  UNION ALL SELECT store_id, asin, 3 + removed, listing_pk FROM present WHERE asin IS NOT NULL AND asin <> product_key),
fitting AS (
  SELECT m.mapping_pk, n.tier, count(*) AS fits, min(n.listing_pk) AS listing_pk
  FROM identity_mappings m JOIN names n ON n.store_id = m.store_id AND n.name = m.listing GROUP BY m.mapping_pk, n.tier),
first AS (SELECT mapping_pk, min(tier) AS tier, fits, listing_pk FROM fitting GROUP BY mapping_pk)
SELECT m.mapping_pk, coalesce(f.fits, 0) AS fits, CASE WHEN f.fits = 1 THEN f.listing_pk END AS listing_pk
FROM identity_mappings m LEFT JOIN first f USING (mapping_pk);

CREATE VIEW v_identities AS
SELECT c.name AS client, m.own_sku,
  (SELECT p.name FROM own_products p WHERE p.client_id IS a.client_id AND p.own_sku = m.own_sku ORDER BY p.file_pk IS NOT NULL, p.said_at DESC, p.file_pk DESC LIMIT 1) AS own_name,
  s.name AS store, l.listing_key AS listing_id, m.units, CASE WHEN m.file_pk IS NULL THEN 'hand' ELSE 'file' END AS said_by,
  m.listing AS said_listing, t.fits, f.name AS mapping_file, m.line, f.sha256, datetime(m.said_at, 'unixepoch') AS said_at, m.note
FROM identity_mappings m JOIN identity_targets t USING (mapping_pk) JOIN stores s USING (store_id) JOIN accounts a USING (account_id)
LEFT JOIN clients c ON c.client_id = a.client_id LEFT JOIN listings l ON l.listing_pk = t.listing_pk
LEFT JOIN identity_files f ON f.file_pk = m.file_pk;

CREATE VIEW v_own_products AS
SELECT c.name AS client, p.own_sku, p.name AS own_name, CASE WHEN p.file_pk IS NULL THEN 'hand' ELSE 'file' END AS said_by,
  f.name AS mapping_file, p.line, datetime(p.said_at, 'unixepoch') AS said_at
FROM own_products p LEFT JOIN clients c USING (client_id) LEFT JOIN identity_files f USING (file_pk);
`,
};
