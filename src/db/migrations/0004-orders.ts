import type { Migration } from '../migrate.js';

export const orders: Migration = {
  version: 4,
  name: 'orders',
  sql: `
CREATE TABLE order_profiles (   -- what many orders have in common
  profile_pk INTEGER PRIMARY KEY,
  status TEXT,                  -- the platform's word
  state TEXT NOT NULL,          -- placed, pending, cancelled
  is_sale INTEGER NOT NULL,     -- 0: replacements, and deliveries for another shop
  sales_channel TEXT,
  fulfilment TEXT,
  currency TEXT
) STRICT;

CREATE TABLE order_heads (      -- no references here: each would cost a look-up a row; "eco db check" looks after them
  order_pk INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  store_id INTEGER NOT NULL,
  profile_pk INTEGER NOT NULL,
  ordered_at INTEGER,           -- epoch seconds
  ordered_on TEXT,              -- the day in the store's time zone
  cancelled_at INTEGER,
  buyer TEXT,                   -- keyed hash
  subtotal_minor INTEGER,
  shipping_minor INTEGER,
  tax_minor INTEGER,
  discount_minor INTEGER,
  total_minor INTEGER,
  refunded_minor INTEGER,
  import_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  stamp INTEGER,                -- the order's own update stamp, where the report has one
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX order_heads_by_id ON order_heads (order_id, account_id); -- sorted in half the time with the text first
CREATE INDEX order_heads_by_day ON order_heads (store_id, ordered_on, import_id);

CREATE VIEW orders AS
SELECT h.order_pk, h.account_id, h.order_id, h.store_id, h.ordered_at, h.ordered_on, h.stamp AS updated_at, h.cancelled_at, p.status, p.state, p.is_sale,
  p.sales_channel, p.fulfilment, p.currency, h.buyer, h.subtotal_minor, h.shipping_minor, h.tax_minor, h.discount_minor, h.total_minor,
  h.refunded_minor, h.import_id, h.line, h.stamp, h.hash
FROM order_heads h JOIN order_profiles p USING (profile_pk);

CREATE TABLE order_lines (
  order_pk INTEGER NOT NULL,
  line_no INTEGER NOT NULL,
  item_pk INTEGER NOT NULL,
  ordered_on TEXT,
  counts INTEGER NOT NULL,      -- 1: a sale that counts; 0: cancelled, no sale, or excluded by hand
  quantity INTEGER,
  amount_minor INTEGER,         -- goods, before discounts, without tax where the platform keeps it apart
  tax_minor INTEGER,
  shipping_minor INTEGER,
  discount_minor INTEGER,
  refunded_minor INTEGER,
  status TEXT,
  PRIMARY KEY (order_pk, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_lines_by_item ON order_lines (item_pk, ordered_on, counts, quantity, amount_minor);

CREATE TABLE order_exclusions ( -- made by people: orders that are no sales
  account_id INTEGER NOT NULL REFERENCES accounts,
  order_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  excluded_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, order_id)
) STRICT, WITHOUT ROWID;
`,
};
