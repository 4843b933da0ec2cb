import type { Migration } from '../migrate.js';

/** Reports about a period: what they measured belongs to a unit (store, grain, what about, from, to) and is replaced whole. */
export const periods: Migration = {
  version: 5,
  name: 'periods',
  sql: `
CREATE TABLE period_units (
  unit_pk INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,        -- traffic, ads
  account_id INTEGER NOT NULL REFERENCES accounts,
  store_id INTEGER NOT NULL REFERENCES stores,
  grain TEXT NOT NULL,          -- what one row is about: child, sku, search-term
  about TEXT NOT NULL,          -- the campaign; empty for the whole shop
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  evidence_at INTEGER NOT NULL,
  import_id INTEGER NOT NULL REFERENCES imports,
  rows INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  superseded_by INTEGER REFERENCES imports
) STRICT;
CREATE UNIQUE INDEX period_units_current ON period_units (subject, store_id, grain, about, period_from, period_to) WHERE superseded_by IS NULL;
CREATE INDEX period_units_by_time ON period_units (subject, store_id, period_from);

CREATE TABLE traffic (
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  item_pk INTEGER NOT NULL REFERENCES items,
  parent_item TEXT,
  sessions INTEGER,             -- repeated on every row of the same item: never add them within an item
  sessions_b2b INTEGER,
  page_views INTEGER,
  page_views_b2b INTEGER,
  buy_box_ratio REAL,
  units INTEGER,
  units_b2b INTEGER,
  order_items INTEGER,
  sales_minor INTEGER,
  sales_b2b_minor INTEGER,
  units_refunded INTEGER,
  units_shipped INTEGER,
  shipped_sales_minor INTEGER,
  currency TEXT,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX traffic_by_item ON traffic (item_pk);

CREATE TABLE ad_targets (       -- what was advertised where: campaign, ad group, what is bid on
  target_pk INTEGER PRIMARY KEY,
  store_id INTEGER NOT NULL REFERENCES stores,
  ident TEXT NOT NULL,
  portfolio TEXT,
  campaign TEXT,
  campaign_id TEXT,
  ad_group TEXT,
  ad_group_id TEXT,
  targeting TEXT,
  match_type TEXT,
  UNIQUE (store_id, ident)
) STRICT;

CREATE TABLE ads (
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  target_pk INTEGER NOT NULL REFERENCES ad_targets,
  search_term TEXT,
  country TEXT,
  impressions INTEGER,
  clicks INTEGER,
  cost_micros INTEGER,
  sales_micros INTEGER,
  orders REAL,
  units REAL,
  units_same_sku REAL,
  units_other_sku REAL,
  sales_same_sku_micros INTEGER,
  sales_other_sku_micros INTEGER,
  attribution_days INTEGER,
  currency TEXT,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;
`,
};
