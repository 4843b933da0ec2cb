import type { Migration } from '../migrate.js';

/**
 * What people say a unit costs, dated, and exchange rates. No fold of imports touches them: they name stores by their number here and
 * listings as people did, so a listing that comes with a later catalogue is found then.
 */
export const costs: Migration = {
  version: 13,
  name: 'costs',
  sql: `
CREATE TABLE cost_files (       -- cost files; read again, a file says anew what it speaks of, and what it said before of other days stays
  file_pk INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  read_at INTEGER NOT NULL      -- epoch seconds
) STRICT;

CREATE TABLE own_costs (
  cost_pk INTEGER PRIMARY KEY,
  store_id INTEGER NOT NULL REFERENCES stores,
  listing TEXT NOT NULL,        -- the platform's key of it; in files also its SKU, item number or ASIN
  from_day TEXT,                -- null: for as long as anybody knows
  batch TEXT,                   -- number of the delivery, where a day has several
  quantity INTEGER CHECK (quantity > 0), -- pieces that came at this cost; null: not a delivery, what a piece costs from the day on
  cost_micros INTEGER NOT NULL CHECK (cost_micros >= 0), -- landed: the sum of the parts, where they are told
  currency TEXT NOT NULL,
  goods_micros INTEGER,         -- the parts: all null where nobody told them, else those not named are null and count nothing
  freight_micros INTEGER,
  duty_micros INTEGER,
  packaging_micros INTEGER,
  other_micros INTEGER,
  file_pk INTEGER REFERENCES cost_files, -- null: by hand
  line INTEGER,
  said_at INTEGER NOT NULL      -- epoch seconds
) STRICT;
CREATE UNIQUE INDEX own_costs_once ON own_costs (store_id, listing, coalesce(from_day, ''), coalesce(batch, ''), coalesce(file_pk, 0));
CREATE INDEX own_costs_by_file ON own_costs (file_pk);

-- Which listings a cost speaks of: by its key, else its SKU, else its item number or ASIN; those on sale first. The first of these that
-- fits any listing decides, and all that fit it are the same goods: a SKU that two listings share costs the same in both.
CREATE VIEW cost_targets AS
WITH said AS (SELECT DISTINCT store_id, listing FROM own_costs),
fitting AS (
  SELECT s.store_id, s.listing, 0 AS tier, l.listing_pk, l.role FROM said s JOIN listings l ON l.store_id = s.store_id AND l.listing_key = s.listing
  UNION ALL SELECT s.store_id, s.listing, 1 + (l.removed_at IS NOT NULL), l.listing_pk, l.role
    FROM said s JOIN listings l ON l.store_id = s.store_id AND l.sku = s.listing
  UNION ALL SELECT s.store_id, s.listing, 3 + (l.removed_at IS NOT NULL), l.listing_pk, l.role
    FROM said s JOIN listings l ON l.store_id = s.store_id AND l.product_key = s.listing
  UNION ALL SELECT s.store_id, s.listing, 3 + (l.removed_at IS NOT NULL), l.listing_pk, l.role
    FROM listings l CROSS JOIN said s ON s.store_id = l.store_id AND s.listing = l.asin WHERE l.asin <> l.product_key),
sold AS (SELECT * FROM fitting WHERE role IS NOT 'parent')
SELECT f.store_id, f.listing, f.tier, f.listing_pk FROM sold f
JOIN (SELECT store_id, listing, min(tier) AS tier FROM sold GROUP BY store_id, listing) USING (store_id, listing, tier);

-- What people say of each listing, or of a name that no listing has yet, and whether it counts: by hand before files, then what names
-- the listing more closely, then what was read last.
CREATE VIEW own_costs_told AS
SELECT c.*, t.listing_pk, row_number() OVER (
    PARTITION BY c.store_id, t.listing_pk, CASE WHEN t.listing_pk IS NULL THEN c.listing END, c.from_day, c.batch
    ORDER BY c.file_pk IS NOT NULL, t.tier, c.said_at DESC, c.file_pk DESC, c.cost_pk DESC) = 1 AS counts
FROM own_costs c LEFT JOIN cost_targets t USING (store_id, listing);

CREATE TABLE rate_sources (     -- tables of exchange rates that people imported
  source_pk INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,    -- ECB, or the name of the file
  sha256 TEXT NOT NULL,
  read_at INTEGER NOT NULL      -- epoch seconds
) STRICT;

CREATE TABLE rates (
  from_currency TEXT NOT NULL,
  to_currency TEXT NOT NULL,
  day TEXT NOT NULL,
  source_pk INTEGER NOT NULL REFERENCES rate_sources,
  rate TEXT NOT NULL,           -- units of to_currency for one of from_currency, digit for digit as the table has it
  line INTEGER NOT NULL,
  PRIMARY KEY (from_currency, to_currency, day, source_pk)
) STRICT, WITHOUT ROWID;

DROP VIEW v_costs;
CREATE VIEW v_costs AS
SELECT s.name AS store, l.listing_key AS listing_id, l.sku, l.cost_micros / 1e6 AS cost, l.currency, datetime(l.last_seen_at, 'unixepoch') AS known_at,
  'catalogue' AS said_by, NULL AS from_day, NULL AS quantity, NULL AS batch, NULL AS goods, NULL AS freight, NULL AS duty, NULL AS packaging,
  NULL AS other, 1 AS counts, i.file, NULL AS line
FROM listings l JOIN stores s USING (store_id) JOIN imports i ON i.import_id = l.import_id WHERE l.cost_micros IS NOT NULL
UNION ALL
SELECT s.name, coalesce(p.listing_key, i.platform_item), coalesce(i.sku, p.sku), c.cost_micros / 1e6, c.currency, u.period_to,
  'report', u.period_to, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, f.file, c.line
FROM costs c JOIN period_units u USING (unit_pk) JOIN imports f USING (import_id) JOIN stores s ON s.store_id = u.store_id
JOIN items i ON i.item_pk = c.item_pk LEFT JOIN listings p ON p.listing_pk = i.listing_pk
WHERE u.superseded_by IS NULL
UNION ALL
SELECT s.name, coalesce(l.listing_key, c.listing), l.sku, c.cost_micros / 1e6, c.currency, datetime(c.said_at, 'unixepoch'),
  CASE WHEN c.file_pk IS NULL THEN 'hand' ELSE 'file' END, c.from_day, c.quantity, c.batch, c.goods_micros / 1e6, c.freight_micros / 1e6,
  c.duty_micros / 1e6, c.packaging_micros / 1e6, c.other_micros / 1e6, c.counts, f.name, c.line
FROM own_costs_told c JOIN stores s USING (store_id) LEFT JOIN listings l USING (listing_pk) LEFT JOIN cost_files f USING (file_pk);

CREATE VIEW v_rates AS
SELECT r.day, r.from_currency, r.to_currency, r.rate, s.name AS source, r.line FROM rates r JOIN rate_sources s USING (source_pk);
`,
};
