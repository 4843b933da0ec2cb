import type { Migration } from '../migrate.js';

/** Views for people with sqlite3 or Datasette: amounts as decimals, times as text, joins done. They are part of the interface. */
export const views: Migration = {
  version: 6,
  name: 'views',
  sql: `
CREATE TABLE currency_digits (currency TEXT PRIMARY KEY, divisor REAL NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO currency_digits (currency, divisor) VALUES
  ('BHD', 1000), ('IQD', 1000), ('JOD', 1000), ('KWD', 1000), ('LYD', 1000), ('OMR', 1000), ('TND', 1000),
  ('BIF', 1), ('CLP', 1), ('DJF', 1), ('GNF', 1), ('ISK', 1), ('JPY', 1), ('KMF', 1), ('KRW', 1), ('PYG', 1), ('RWF', 1), ('UGX', 1),
  ('UYI', 1), ('VND', 1), ('VUV', 1), ('XAF', 1), ('XOF', 1), ('XPF', 1);

CREATE VIEW v_files AS
SELECT i.import_id, i.file, i.report_format, i.platform, s.name AS store, i.period_from, i.period_to, i.status,
  datetime(i.imported_at, 'unixepoch') AS imported_at, datetime(i.evidence_at, 'unixepoch') AS evidence_at, i.evidence_source,
  i.rows_read, i.rows_new, i.rows_changed, i.rows_unchanged, i.rows_removed, i.rows_ignored, i.rows_rejected, i.message, i.sha256
FROM imports i LEFT JOIN stores s USING (store_id);

CREATE VIEW v_listings AS
SELECT s.name AS store, l.listing_key AS listing_id, l.product_key AS parent_id, l.role, l.sku, l.title, l.variation, l.brand, l.category,
  l.product_type, l.price_minor / coalesce(d.divisor, 100.0) AS price, l.compare_at_minor / coalesce(d.divisor, 100.0) AS compare_at_price,
  l.cost_micros / 1e6 AS cost, l.currency, l.status, l.condition, l.fulfilment, l.gtin, l.asin, l.url, l.image_url, l.attributes,
  datetime(l.first_seen_at, 'unixepoch') AS first_seen_at, datetime(l.last_seen_at, 'unixepoch') AS last_seen_at,
  datetime(l.removed_at, 'unixepoch') AS removed_at
FROM listings l JOIN stores s USING (store_id) LEFT JOIN currency_digits d ON d.currency = l.currency;

CREATE VIEW v_listing_changes AS
SELECT s.name AS store, c.listing_key AS listing_id, c.field, datetime(c.changed_at, 'unixepoch') AS changed_at,
  CASE WHEN c.field IN ('price', 'compare_at_price') THEN c.before / coalesce(d.divisor, 100.0) WHEN c.field = 'cost' THEN c.before / 1e6 ELSE c.before END AS before,
  CASE WHEN c.field IN ('price', 'compare_at_price') THEN c.after / coalesce(d.divisor, 100.0) WHEN c.field = 'cost' THEN c.after / 1e6 ELSE c.after END AS after,
  c.currency
FROM listing_changes c JOIN stores s USING (store_id) LEFT JOIN currency_digits d ON d.currency = c.currency;

CREATE VIEW v_orders AS
SELECT s.name AS store, o.order_id, datetime(o.ordered_at, 'unixepoch') AS ordered_at, o.ordered_on AS day, o.status, o.state,
  o.is_sale = 1 AND e.order_id IS NULL AS is_sale, o.sales_channel, o.fulfilment, o.currency,
  o.subtotal_minor / coalesce(d.divisor, 100.0) AS subtotal, o.shipping_minor / coalesce(d.divisor, 100.0) AS shipping,
  o.tax_minor / coalesce(d.divisor, 100.0) AS tax, o.discount_minor / coalesce(d.divisor, 100.0) AS discount,
  o.total_minor / coalesce(d.divisor, 100.0) AS total, o.refunded_minor / coalesce(d.divisor, 100.0) AS refunded, o.import_id, o.line
FROM orders o JOIN stores s USING (store_id) LEFT JOIN currency_digits d ON d.currency = o.currency
LEFT JOIN order_exclusions e ON e.account_id = o.account_id AND e.order_id = o.order_id;

CREATE VIEW v_order_lines AS
SELECT s.name AS store, o.order_id, l.line_no, l.ordered_on AS day, i.sku, i.platform_item, i.title, i.variation, p.listing_key AS listing_id,
  l.counts, l.quantity, l.amount_minor / coalesce(d.divisor, 100.0) AS amount, l.tax_minor / coalesce(d.divisor, 100.0) AS tax,
  l.shipping_minor / coalesce(d.divisor, 100.0) AS shipping, l.discount_minor / coalesce(d.divisor, 100.0) AS discount,
  l.refunded_minor / coalesce(d.divisor, 100.0) AS refunded, o.currency, o.state, l.status
FROM order_lines l JOIN orders o USING (order_pk) JOIN stores s USING (store_id) JOIN items i USING (item_pk)
LEFT JOIN listings p ON p.listing_pk = i.listing_pk LEFT JOIN currency_digits d ON d.currency = o.currency;

CREATE VIEW v_sales_daily AS
SELECT s.name AS store, l.ordered_on AS day, coalesce(p.listing_key, i.sku, i.platform_item, i.title) AS listing_id, i.sku, o.currency,
  sum(l.quantity) AS units, sum(l.amount_minor) / coalesce(d.divisor, 100.0) AS sales, count(DISTINCT l.order_pk) AS orders,
  sum(l.amount_minor IS NULL) AS lines_without_price
FROM order_lines l JOIN orders o USING (order_pk) JOIN stores s USING (store_id) JOIN items i USING (item_pk)
LEFT JOIN listings p ON p.listing_pk = i.listing_pk LEFT JOIN currency_digits d ON d.currency = o.currency
WHERE l.counts = 1 GROUP BY s.name, l.ordered_on, coalesce(p.listing_key, i.sku, i.platform_item, i.title), i.sku, o.currency;

CREATE VIEW v_stock AS
SELECT s.name AS store, coalesce(p.listing_key, i.listing_key, i.sku, i.platform_item) AS listing_id, i.sku, k.location,
  datetime(k.taken_at, 'unixepoch') AS taken_at, k.on_hand, k.available, k.committed, k.reserved, k.unsellable, k.inbound, k.ages
FROM stock k JOIN stores s USING (store_id) JOIN items i USING (item_pk) LEFT JOIN listings p ON p.listing_pk = i.listing_pk
WHERE p.role IS NOT 'parent';

CREATE VIEW v_traffic AS
SELECT s.name AS store, u.grain, u.period_from, u.period_to, i.platform_item AS item, i.sku, p.listing_key AS listing_id, t.parent_item, i.title,
  t.sessions, t.sessions_b2b, t.page_views, t.page_views_b2b, t.buy_box_ratio, t.units, t.units_b2b, t.order_items,
  t.sales_minor / coalesce(d.divisor, 100.0) AS sales, t.currency, t.units_refunded, t.units_shipped
FROM traffic t JOIN period_units u USING (unit_pk) JOIN stores s USING (store_id) JOIN items i USING (item_pk)
LEFT JOIN listings p ON p.listing_pk = i.listing_pk LEFT JOIN currency_digits d ON d.currency = t.currency
WHERE u.superseded_by IS NULL;

CREATE VIEW v_ads AS
SELECT s.name AS store, u.grain, u.period_from, u.period_to, g.portfolio, g.campaign, g.campaign_id, g.ad_group, g.ad_group_id, g.targeting,
  g.match_type, a.search_term, a.country, a.impressions, a.clicks, a.cost_micros / 1e6 AS cost, a.sales_micros / 1e6 AS sales, a.orders, a.units,
  a.attribution_days, a.currency
FROM ads a JOIN period_units u USING (unit_pk) JOIN stores s USING (store_id) JOIN ad_targets g USING (target_pk)
WHERE u.superseded_by IS NULL;

CREATE VIEW v_costs AS
SELECT s.name AS store, l.listing_key AS listing_id, l.sku, l.cost_micros / 1e6 AS cost, l.currency, datetime(l.last_seen_at, 'unixepoch') AS known_at
FROM listings l JOIN stores s USING (store_id) WHERE l.cost_micros IS NOT NULL;
`,
};
