import type { Migration } from '../migrate.js';

export const orders: Migration = {
  version: 4,
  name: 'orders',
  sql: `
CREATE TABLE orders (
  order_pk INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts,
  order_id TEXT NOT NULL,
  store_id INTEGER NOT NULL REFERENCES stores,
  ordered_at INTEGER,           -- epoch seconds
  ordered_on TEXT,              -- the day in the store's time zone
  updated_at INTEGER,
  cancelled_at INTEGER,
  status TEXT,                  -- the platform's word
  state TEXT NOT NULL,          -- placed, pending, cancelled
  is_sale INTEGER NOT NULL,     -- 0: replacements, and deliveries for another shop
  sales_channel TEXT,
  fulfilment TEXT,
  currency TEXT,
  buyer TEXT,                   -- keyed hash
  subtotal_minor INTEGER,
  shipping_minor INTEGER,
  tax_minor INTEGER,
  discount_minor INTEGER,
  total_minor INTEGER,
  refunded_minor INTEGER,
  import_id INTEGER NOT NULL REFERENCES imports,
  line INTEGER NOT NULL,
  stamp INTEGER,                -- the order's own update stamp, where the report has one
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX orders_by_id ON orders (account_id, order_id);
CREATE INDEX orders_by_day ON orders (store_id, ordered_on);

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
