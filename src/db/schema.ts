/**
 * The schema as it is today, with the rows that it comes with: what a new file is made with, in a tenth of the time that all migrations
 * take. Generated from them (test/db/schema.test.ts), which are what is written by hand.
 */
export const SCHEMA = `
CREATE TABLE clients (
  client_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE accounts (
  account_id INTEGER PRIMARY KEY,
  client_id INTEGER REFERENCES clients,
  platform TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (platform, name)
) STRICT;

CREATE TABLE stores (
  store_id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts,
  name TEXT NOT NULL UNIQUE,
  marketplace TEXT,             -- the platform's own name of it: Amazon.co.uk
  currency TEXT,                -- ISO 4217; null while nobody said
  time_zone TEXT NOT NULL,      -- IANA
  assumed INTEGER NOT NULL      -- 1 while eco's own guess stands
) STRICT;

CREATE TABLE imports (
  import_id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  params TEXT NOT NULL,         -- JSON: what the user said, and what eco settled on
  file TEXT NOT NULL,
  file_bytes INTEGER NOT NULL,
  file_stamp TEXT,              -- device, number, size and times of the file: the same again is the same file
  report_format TEXT,
  platform TEXT,
  account_id INTEGER REFERENCES accounts,
  store_id INTEGER REFERENCES stores,
  imported_at INTEGER NOT NULL, -- epoch seconds
  evidence_at INTEGER,          -- how new its content is, epoch seconds
  evidence_source TEXT,         -- row, content, name, file
  period_from TEXT,
  period_to TEXT,
  dialect TEXT,                 -- JSON: encoding, delimiter, quoting, line end, header names: for writing uploads
  status TEXT NOT NULL,         -- imported, partial, rejected, withdrawn
  rows_read INTEGER NOT NULL,
  rows_new INTEGER NOT NULL,
  rows_changed INTEGER NOT NULL,
  rows_unchanged INTEGER NOT NULL,
  rows_removed INTEGER NOT NULL,
  rows_ignored INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL,
  ignored TEXT NOT NULL,        -- JSON: rule -> rows
  rejected_units TEXT NOT NULL, -- JSON: units left out because one of their rows was rejected
  message TEXT
) STRICT;

CREATE INDEX imports_by_content ON imports (sha256);

CREATE TABLE import_cells (     -- the cells of the file, without people, compressed: what a fold reads
  import_id INTEGER NOT NULL REFERENCES imports,
  chunk INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  lines BLOB NOT NULL,          -- 32-bit line numbers, compressed (Brotli)
  cells BLOB NOT NULL,          -- UTF-8 text in the file's own dialect, compressed (Brotli)
  PRIMARY KEY (import_id, chunk)
) STRICT;

CREATE TABLE rejected_rows (
  import_id INTEGER NOT NULL REFERENCES imports,
  line INTEGER NOT NULL,
  column_name TEXT,
  value TEXT,
  reason TEXT NOT NULL
) STRICT;

CREATE INDEX rejected_rows_by_import ON rejected_rows (import_id);

CREATE TABLE folds_due (        -- facts that do not yet reflect all active imports
  account_id INTEGER NOT NULL REFERENCES accounts,
  subject TEXT NOT NULL,
  PRIMARY KEY (account_id, subject)
) STRICT;

CREATE TABLE superseded_units ( -- what a platform said before it said otherwise
  subject TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts,
  unit TEXT NOT NULL,
  import_id INTEGER NOT NULL REFERENCES imports,
  superseded_by INTEGER NOT NULL REFERENCES imports,
  content TEXT NOT NULL         -- JSON
) STRICT;

CREATE INDEX superseded_units_by_unit ON superseded_units (subject, account_id, unit);

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
  import_id INTEGER NOT NULL REFERENCES imports, options TEXT,
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

CREATE TABLE stock (
  store_id INTEGER NOT NULL REFERENCES stores,
  item_pk INTEGER NOT NULL REFERENCES items,
  location TEXT NOT NULL,
  taken_at INTEGER NOT NULL,    -- epoch seconds
  on_hand INTEGER,
  available INTEGER,
  committed INTEGER,
  reserved INTEGER,             -- for other reasons than customers' orders
  unsellable INTEGER,
  inbound INTEGER,
  ages TEXT,                    -- JSON: [{from, to, units}]
  import_id INTEGER NOT NULL REFERENCES imports,
  PRIMARY KEY (store_id, item_pk, location, taken_at)
) STRICT, WITHOUT ROWID;

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
, paid_minor INTEGER, told INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE UNIQUE INDEX order_heads_by_id ON order_heads (order_id, account_id);

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
, channel TEXT NOT NULL DEFAULT '') STRICT;

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
  currency TEXT, search_term TEXT, source TEXT, source_detail TEXT, device TEXT, country TEXT, url TEXT, impressions INTEGER, clicks INTEGER, position REAL, visitors INTEGER, new_visitors INTEGER, returning_visitors INTEGER, search_visitors INTEGER, search_buyers INTEGER, stay_seconds REAL, bounce_ratio REAL, favourite_users INTEGER, favourites INTEGER, cart_users INTEGER, cart_units INTEGER, placed_buyers INTEGER, placed_units INTEGER, placed_sales_minor INTEGER, buyers INTEGER, new_buyers INTEGER, returning_buyers INTEGER, returning_sales_minor INTEGER, paid_orders INTEGER, buyer_ratio REAL, sales_per_buyer_minor INTEGER, refunded_minor INTEGER, conversions REAL,
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
  match_type TEXT, campaign_type TEXT, campaign_group TEXT, target_id TEXT, audience TEXT, creative TEXT, creative_id TEXT,
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
  currency TEXT, item_pk INTEGER REFERENCES items, placement TEXT, purchased_item TEXT, device TEXT, region TEXT, orders_same_sku REAL, orders_other_sku REAL, conversions REAL, conversion_value_micros INTEGER, favourites REAL, carts REAL, new_buyers REAL, presale_orders REAL, presale_sales_micros INTEGER, coupons REAL, coupons_used REAL, discount_micros INTEGER, views INTEGER, rank REAL, quality_score REAL, impression_share_low REAL, impression_share_high REAL, top_of_search_share_low REAL, top_of_search_share_high REAL,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE currency_digits (currency TEXT PRIMARY KEY, divisor REAL NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIEW v_files AS
SELECT i.import_id, i.file, i.report_format, i.platform, s.name AS store, i.period_from, i.period_to, i.status,
  datetime(i.imported_at, 'unixepoch') AS imported_at, datetime(i.evidence_at, 'unixepoch') AS evidence_at, i.evidence_source,
  i.rows_read, i.rows_new, i.rows_changed, i.rows_unchanged, i.rows_removed, i.rows_ignored, i.rows_rejected, i.message, i.sha256
FROM imports i LEFT JOIN stores s USING (store_id);

CREATE VIEW v_listing_changes AS
SELECT s.name AS store, c.listing_key AS listing_id, c.field, datetime(c.changed_at, 'unixepoch') AS changed_at,
  CASE WHEN c.field IN ('price', 'compare_at_price') THEN c.before / coalesce(d.divisor, 100.0) WHEN c.field = 'cost' THEN c.before / 1e6 ELSE c.before END AS before,
  CASE WHEN c.field IN ('price', 'compare_at_price') THEN c.after / coalesce(d.divisor, 100.0) WHEN c.field = 'cost' THEN c.after / 1e6 ELSE c.after END AS after,
  c.currency
FROM listing_changes c JOIN stores s USING (store_id) LEFT JOIN currency_digits d ON d.currency = c.currency;

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

CREATE TABLE plans (
  plan_pk INTEGER PRIMARY KEY,
  plan_id TEXT NOT NULL UNIQUE, -- t-0042: the first letter of its kind, and a number
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  plan_group TEXT,
  as_of TEXT NOT NULL,
  created_from TEXT NOT NULL,   -- JSON: hashes of imports, parameters
  notes TEXT NOT NULL,          -- JSON: sentences
  kept_at INTEGER NOT NULL      -- epoch seconds
) STRICT;

CREATE TABLE plan_changes (     -- as proposed, for good; edits and rebases are events
  plan_pk INTEGER NOT NULL REFERENCES plans,
  position INTEGER NOT NULL,
  change_id TEXT NOT NULL,
  action TEXT NOT NULL,
  store_id INTEGER NOT NULL REFERENCES stores,
  entity TEXT NOT NULL,         -- product, listing
  entity_id TEXT NOT NULL,      -- the platform's own key
  sku TEXT,
  field TEXT NOT NULL,
  before TEXT,                  -- canonical text; null is unknown
  after TEXT,
  currency TEXT,
  reason TEXT NOT NULL,         -- JSON: code, text, values
  expected TEXT,                -- JSON likewise
  inverse TEXT NOT NULL,        -- exact, partial, none
  PRIMARY KEY (plan_pk, position),
  UNIQUE (plan_pk, change_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_changes_by_target ON plan_changes (store_id, entity_id, field);

CREATE TABLE plan_events (
  event_pk INTEGER PRIMARY KEY,
  plan_pk INTEGER NOT NULL REFERENCES plans,
  change_id TEXT,               -- null: all changes of the plan
  event TEXT NOT NULL,
  at INTEGER NOT NULL,          -- when it happened, epoch seconds
  recorded_at INTEGER NOT NULL, -- when eco was told
  details TEXT NOT NULL         -- JSON
) STRICT;

CREATE INDEX plan_events_by_plan ON plan_events (plan_pk, change_id);

CREATE TRIGGER plan_events_stay BEFORE UPDATE ON plan_events BEGIN SELECT RAISE(ABORT, 'events of plans are never changed'); END;

CREATE TRIGGER plan_events_last BEFORE DELETE ON plan_events BEGIN SELECT RAISE(ABORT, 'events of plans are never deleted'); END;

CREATE VIEW v_plan_changes AS
SELECT p.plan_id, p.kind, p.plan_group, c.change_id, c.action, s.name AS store, c.entity, c.entity_id, c.sku, c.field,
  CASE WHEN v.details IS NULL THEN c.before ELSE json_extract(v.details, '$.before') END AS before,
  CASE WHEN v.details IS NULL THEN c.after ELSE json_extract(v.details, '$.after') END AS after,
  c.currency, json_extract(c.reason, '$.text') AS reason, json_extract(c.reason, '$.code') AS reason_code,
  json_extract(c.expected, '$.text') AS expected, c.inverse,
  CASE e.event WHEN 'edited' THEN 'proposed' WHEN 'rebased' THEN 'proposed' ELSE e.event END AS status,
  datetime(e.at, 'unixepoch') AS status_at
FROM plan_changes c JOIN plans p USING (plan_pk) JOIN stores s USING (store_id)
LEFT JOIN plan_events e ON e.event_pk = (
  SELECT max(event_pk) FROM plan_events x WHERE x.plan_pk = c.plan_pk AND (x.change_id = c.change_id OR x.change_id IS NULL))
LEFT JOIN plan_events v ON v.event_pk = (
  SELECT max(event_pk) FROM plan_events x WHERE x.plan_pk = c.plan_pk AND x.change_id = c.change_id AND x.event IN ('edited', 'rebased'));

CREATE UNIQUE INDEX period_units_current ON period_units (subject, store_id, grain, about, period_from, period_to, channel) WHERE superseded_by IS NULL;

CREATE VIEW orders AS
SELECT h.order_pk, h.account_id, h.order_id, h.store_id, h.ordered_at, h.ordered_on, h.stamp AS updated_at, h.cancelled_at, p.status, p.state, p.is_sale,
  p.sales_channel, p.fulfilment, p.currency, h.buyer, h.subtotal_minor, h.shipping_minor, h.tax_minor, h.discount_minor, h.total_minor, h.paid_minor,
  h.refunded_minor, h.told, h.import_id, h.line, h.stamp, h.hash
FROM order_heads h JOIN order_profiles p USING (profile_pk);

CREATE TABLE order_parts (      -- of orders that two reports tell: what each says of them besides their lines
  account_id INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  whole INTEGER NOT NULL,       -- 1: the report of whole orders
  store_id INTEGER NOT NULL,
  profile_pk INTEGER NOT NULL,
  ordered_at INTEGER,
  cancelled_at INTEGER,
  subtotal_minor INTEGER,
  shipping_minor INTEGER,
  tax_minor INTEGER,
  discount_minor INTEGER,
  total_minor INTEGER,
  paid_minor INTEGER,
  refunded_minor INTEGER,
  import_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  stamp INTEGER,
  hash INTEGER NOT NULL,
  PRIMARY KEY (account_id, order_id, whole)
) STRICT, WITHOUT ROWID;

CREATE TABLE shop (             -- the shop as a whole, as its platform measured it
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  device TEXT,
  visitors INTEGER,
  new_visitors INTEGER,
  returning_visitors INTEGER,
  live_visitors INTEGER,
  video_visitors INTEGER,
  sessions INTEGER,
  page_views INTEGER,
  stay_seconds REAL,
  bounce_ratio REAL,
  favourite_users INTEGER,
  favourites INTEGER,
  cart_users INTEGER,
  cart_units INTEGER,
  placed_buyers INTEGER,
  placed_units INTEGER,
  placed_sales_minor INTEGER,
  buyers INTEGER,
  new_buyers INTEGER,
  returning_buyers INTEGER,
  returning_sales_minor INTEGER,
  units INTEGER,
  order_items INTEGER,
  paid_orders INTEGER,
  sales_minor INTEGER,
  refunded_minor INTEGER,
  followers INTEGER,
  new_followers INTEGER,
  members INTEGER,
  new_members INTEGER,
  active_members INTEGER,
  member_buyers INTEGER,
  member_sales_minor INTEGER,
  reviews INTEGER,
  reviews_with_image INTEGER,
  reviews_positive INTEGER,
  reviews_negative INTEGER,
  dsr_description REAL,
  dsr_service REAL,
  dsr_shipping REAL,
  experience_score REAL,
  parcels_shipped INTEGER,
  parcels_signed INTEGER,
  spend_keywords_minor INTEGER,
  spend_display_minor INTEGER,
  spend_smart_minor INTEGER,
  spend_sitewide_minor INTEGER,
  affiliate_commission_minor INTEGER,
  live_started_at INTEGER,      -- of the session, where a row is one
  live_sessions INTEGER,
  live_seconds REAL,
  live_sales_minor INTEGER,
  average_viewers REAL,
  peak_viewers INTEGER,
  currency TEXT,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX ads_by_item ON ads (item_pk) WHERE item_pk IS NOT NULL;

CREATE TABLE ad_entities (      -- what is set in the ad account, at the moment of a report
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  target_pk INTEGER NOT NULL REFERENCES ad_targets,
  item_pk INTEGER REFERENCES items,
  entity TEXT NOT NULL,         -- campaign, ad group, keyword, product ad, negative keyword …
  state TEXT,
  bid_micros INTEGER,
  budget_micros INTEGER,
  budget_type TEXT,
  bidding_strategy TEXT,
  target_roas REAL,
  target_acos REAL,
  target_cpa_micros INTEGER,    -- what a conversion may cost
  placement TEXT,
  bid_adjustment REAL,          -- 0.5 is 50 % more
  time_multipliers TEXT,
  start_on TEXT,
  end_on TEXT,
  quality_score REAL,
  currency TEXT,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX ad_entities_by_item ON ad_entities (item_pk) WHERE item_pk IS NOT NULL;

CREATE TABLE ad_changes (       -- what somebody, or the platform itself, changed there
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  target_pk INTEGER NOT NULL REFERENCES ad_targets,
  changed_at INTEGER,
  entity TEXT,
  change_type TEXT,
  changed_from TEXT,
  changed_to TEXT,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE transactions (     -- settlements and statements: one row an amount, under the platform's own name of it
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  part_no INTEGER NOT NULL,
  settlement_id TEXT,
  transaction_id TEXT,
  posted_at INTEGER,
  posted_on TEXT,
  type TEXT,                    -- Order, Refund, Payment, 交易
  amount_type TEXT,             -- ItemPrice, ItemFees
  status TEXT,                  -- Deferred, Released
  part TEXT,                    -- Principal, Commission, FBAPerUnitFulfillmentFee: the line's own name or its column's
  description TEXT,
  order_id TEXT,
  item_pk INTEGER REFERENCES items,
  quantity INTEGER,
  marketplace TEXT,
  fulfilment TEXT,
  amount_minor INTEGER,
  balance_minor INTEGER,
  currency TEXT,
  PRIMARY KEY (unit_pk, line, part_no)
) STRICT, WITHOUT ROWID;

CREATE INDEX transactions_by_order ON transactions (order_id) WHERE order_id IS NOT NULL;

CREATE INDEX transactions_by_item ON transactions (item_pk) WHERE item_pk IS NOT NULL;

CREATE TABLE settlements (      -- what a settlement says of itself, to be compared with the sum of its rows
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  settlement_id TEXT,
  from_at INTEGER,
  to_at INTEGER,
  deposited_at INTEGER,
  total_minor INTEGER NOT NULL,
  currency TEXT,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE movements (        -- stock that came, went, was lost or paid for
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  part_no INTEGER NOT NULL,
  item_pk INTEGER NOT NULL REFERENCES items,
  movement TEXT NOT NULL,       -- return, reimbursement, receipts, lost: the report's kind or its column's name
  moved_at INTEGER,
  reason TEXT,
  disposition TEXT,
  location TEXT,
  status TEXT,
  order_id TEXT,
  reference TEXT,
  quantity INTEGER,
  amount_minor INTEGER,
  currency TEXT,
  PRIMARY KEY (unit_pk, line, part_no)
) STRICT, WITHOUT ROWID;

CREATE INDEX movements_by_item ON movements (item_pk);

CREATE TABLE market_keywords (  -- what shoppers search on a market, as a platform or a tool says
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  keyword TEXT NOT NULL,
  item_pk INTEGER REFERENCES items, -- whose ranks and own figures these are
  brand TEXT,                   -- or whose they are, where they are a brand's
  country TEXT,
  category TEXT,
  intent TEXT,
  market_rank INTEGER,
  volume_low REAL,
  volume_high REAL,
  change_ratio REAL,
  clicks_low REAL,
  clicks_high REAL,
  click_ratio_low REAL,
  click_ratio_high REAL,
  conversion_ratio_low REAL,
  conversion_ratio_high REAL,
  click_share REAL,
  conversion_share REAL,
  branded_share REAL,           -- of clicks on shops of brands (天猫)
  cpc_low REAL,                 -- in currency units
  cpc_high REAL,
  competition TEXT,
  competition_index REAL,
  difficulty REAL,
  products_low REAL,
  products_high REAL,
  organic_rank_low REAL,
  organic_rank_high REAL,
  sponsored_rank_low REAL,
  sponsored_rank_high REAL,
  impressions INTEGER,
  clicks INTEGER,
  carts INTEGER,
  purchases INTEGER,
  own_impressions INTEGER,
  own_clicks INTEGER,
  own_carts INTEGER,
  own_purchases INTEGER,
  history TEXT,                 -- JSON: month -> figure, as the report writes them
  ranks TEXT,                   -- JSON: product -> organic rank
  leaders TEXT,                 -- JSON: the products and brands clicked most, as the report says
  currency TEXT,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX market_keywords_by_item ON market_keywords (item_pk) WHERE item_pk IS NOT NULL;

CREATE INDEX market_keywords_by_keyword ON market_keywords (keyword);

CREATE TABLE offers (           -- products of others (and one's own) as a market shows them, at a moment
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  offer_id TEXT NOT NULL,
  parent_id TEXT,
  title TEXT,
  brand TEXT,
  category TEXT,
  price_minor INTEGER,
  compare_at_minor INTEGER,
  rating REAL,
  reviews INTEGER,
  sales_rank INTEGER,
  list_position INTEGER,
  is_sponsored INTEGER,
  units_low REAL,               -- sold in about a month, as a tool estimates
  units_high REAL,
  sales_low REAL,
  sales_high REAL,
  sellers INTEGER,
  seller TEXT,
  seller_country TEXT,
  fulfilment TEXT,
  listed_on TEXT,
  gtin TEXT,
  url TEXT,
  image_url TEXT,
  attributes TEXT,              -- JSON: every other column
  currency TEXT,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX offers_by_id ON offers (offer_id);

CREATE TABLE reviews (          -- without their writers
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  item_pk INTEGER NOT NULL REFERENCES items,
  review_id TEXT,
  reviewed_at INTEGER,
  reviewed_on TEXT,
  stars REAL,
  title TEXT,
  text TEXT,
  is_verified INTEGER,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX reviews_by_item ON reviews (item_pk);

CREATE TABLE purchases (        -- bought from suppliers
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  item_pk INTEGER NOT NULL REFERENCES items,
  order_id TEXT,
  supplier TEXT,
  ordered_on TEXT,
  status TEXT,
  quantity INTEGER,
  unit_price_minor INTEGER,
  amount_minor INTEGER,
  shipping_minor INTEGER,       -- of the whole order, on each of its rows
  order_total_minor INTEGER,
  currency TEXT,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX purchases_by_item ON purchases (item_pk);

CREATE TABLE costs (            -- what a unit costs from a day on
  unit_pk INTEGER NOT NULL REFERENCES period_units,
  line INTEGER NOT NULL,
  item_pk INTEGER NOT NULL REFERENCES items,
  cost_micros INTEGER NOT NULL,
  supplier TEXT,
  currency TEXT,
  PRIMARY KEY (unit_pk, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX costs_by_item ON costs (item_pk);

CREATE VIEW v_orders AS
SELECT s.name AS store, o.order_id, datetime(o.ordered_at, 'unixepoch') AS ordered_at, o.ordered_on AS day, o.status, o.state,
  o.is_sale = 1 AND e.order_id IS NULL AS is_sale, o.sales_channel, o.fulfilment, o.currency, o.subtotal_minor / coalesce(d.divisor, 100.0) AS subtotal,
  o.shipping_minor / coalesce(d.divisor, 100.0) AS shipping, o.tax_minor / coalesce(d.divisor, 100.0) AS tax, o.discount_minor / coalesce(d.divisor, 100.0) AS discount, o.total_minor / coalesce(d.divisor, 100.0) AS total,
  o.paid_minor / coalesce(d.divisor, 100.0) AS paid, o.refunded_minor / coalesce(d.divisor, 100.0) AS refunded, o.import_id, o.line
FROM orders o JOIN stores s USING (store_id) LEFT JOIN currency_digits d ON d.currency = o.currency
LEFT JOIN order_exclusions e ON e.account_id = o.account_id AND e.order_id = o.order_id;

CREATE VIEW v_traffic AS
SELECT s.name AS store, u.channel, u.grain, u.period_from, u.period_to, i.platform_item AS item, i.sku, p.listing_key AS listing_id, t.parent_item, i.title, t.search_term, t.source,
  t.source_detail, t.device, t.country, t.url, t.sessions, t.sessions_b2b, t.page_views, t.page_views_b2b, t.buy_box_ratio, t.impressions, t.clicks, t.position,
  t.visitors, t.new_visitors, t.returning_visitors, t.search_visitors, t.search_buyers, t.stay_seconds, t.bounce_ratio, t.favourite_users, t.favourites,
  t.cart_users, t.cart_units, t.placed_buyers, t.placed_units, t.placed_sales_minor / coalesce(d.divisor, 100.0) AS placed_sales, t.buyers, t.new_buyers, t.returning_buyers,
  t.returning_sales_minor / coalesce(d.divisor, 100.0) AS returning_sales, t.paid_orders, t.buyer_ratio, t.sales_per_buyer_minor / coalesce(d.divisor, 100.0) AS sales_per_buyer, t.refunded_minor / coalesce(d.divisor, 100.0) AS refunded, t.units, t.units_b2b, t.order_items,
  t.sales_minor / coalesce(d.divisor, 100.0) AS sales, t.currency, t.units_refunded, t.units_shipped, t.conversions
FROM traffic t JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id JOIN items i USING (item_pk) LEFT JOIN listings p ON p.listing_pk = i.listing_pk LEFT JOIN currency_digits d ON d.currency = t.currency
WHERE u.superseded_by IS NULL;

CREATE VIEW v_ads AS
SELECT s.name AS store, u.channel, u.grain, u.period_from, u.period_to, g.portfolio, g.campaign_type, g.campaign_group, g.campaign, g.campaign_id, g.ad_group, g.ad_group_id, g.targeting, g.target_id,
  g.match_type, g.audience, g.creative, g.creative_id, a.search_term, coalesce(p.listing_key, i.platform_item) AS listing_id, coalesce(i.sku, p.sku) AS sku, i.title, a.placement, a.purchased_item, a.device, a.country, a.region, a.impressions, a.clicks,
  a.cost_micros / 1e6 AS cost, a.sales_micros / 1e6 AS sales, a.orders, a.units, a.orders_same_sku, a.orders_other_sku,
  a.sales_same_sku_micros / 1e6 AS sales_same_sku, a.sales_other_sku_micros / 1e6 AS sales_other_sku, a.conversions,
  a.conversion_value_micros / 1e6 AS conversion_value, a.favourites, a.carts, a.new_buyers, a.presale_orders, a.presale_sales_micros / 1e6 AS presale_sales,
  a.coupons, a.coupons_used, a.discount_micros / 1e6 AS discount, a.views, a.rank, a.quality_score, a.impression_share_low, a.impression_share_high, a.top_of_search_share_low, a.top_of_search_share_high,
  a.attribution_days, a.currency
FROM ads a JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id JOIN ad_targets g USING (target_pk) LEFT JOIN items i ON i.item_pk = a.item_pk LEFT JOIN listings p ON p.listing_pk = i.listing_pk
WHERE u.superseded_by IS NULL;

CREATE VIEW v_shop AS
SELECT s.name AS store, u.channel, u.grain, u.period_from, u.period_to, h.device, h.visitors, h.new_visitors, h.returning_visitors, h.live_visitors, h.video_visitors, h.sessions, h.page_views,
  h.stay_seconds, h.bounce_ratio, h.favourite_users, h.favourites, h.cart_users, h.cart_units, h.placed_buyers, h.placed_units,
  h.placed_sales_minor / coalesce(d.divisor, 100.0) AS placed_sales, h.buyers, h.new_buyers, h.returning_buyers, h.returning_sales_minor / coalesce(d.divisor, 100.0) AS returning_sales,
  h.units, h.order_items, h.paid_orders, h.sales_minor / coalesce(d.divisor, 100.0) AS sales, h.refunded_minor / coalesce(d.divisor, 100.0) AS refunded, h.followers, h.new_followers,
  h.members, h.new_members, h.active_members, h.member_buyers, h.member_sales_minor / coalesce(d.divisor, 100.0) AS member_sales, h.reviews, h.reviews_with_image,
  h.reviews_positive, h.reviews_negative, h.dsr_description, h.dsr_service, h.dsr_shipping, h.experience_score, h.parcels_shipped, h.parcels_signed,
  h.spend_keywords_minor / coalesce(d.divisor, 100.0) AS spend_keywords, h.spend_display_minor / coalesce(d.divisor, 100.0) AS spend_display, h.spend_smart_minor / coalesce(d.divisor, 100.0) AS spend_smart,
  h.spend_sitewide_minor / coalesce(d.divisor, 100.0) AS spend_sitewide, h.affiliate_commission_minor / coalesce(d.divisor, 100.0) AS affiliate_commission,
  datetime(h.live_started_at, 'unixepoch') AS live_started_at, h.live_sessions, h.live_seconds,
  h.live_sales_minor / coalesce(d.divisor, 100.0) AS live_sales, h.average_viewers, h.peak_viewers, h.currency
FROM shop h JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id LEFT JOIN currency_digits d ON d.currency = h.currency
WHERE u.superseded_by IS NULL;

CREATE VIEW v_ad_entities AS
SELECT s.name AS store, u.channel, u.period_to AS seen_on, e.entity, g.campaign_type, g.campaign_group, g.campaign, g.campaign_id, g.ad_group, g.ad_group_id,
  g.targeting, g.target_id, g.match_type, g.audience, coalesce(p.listing_key, i.platform_item) AS listing_id, coalesce(i.sku, p.sku) AS sku, e.state, e.bid_micros / 1e6 AS bid, e.budget_micros / 1e6 AS budget, e.budget_type,
  e.bidding_strategy, e.target_roas, e.target_acos, e.target_cpa_micros / 1e6 AS target_cpa, e.placement, e.bid_adjustment, e.time_multipliers, e.start_on, e.end_on, e.quality_score, e.currency
FROM ad_entities e JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id JOIN ad_targets g USING (target_pk) LEFT JOIN items i ON i.item_pk = e.item_pk LEFT JOIN listings p ON p.listing_pk = i.listing_pk
WHERE u.superseded_by IS NULL;

CREATE VIEW v_ad_changes AS
SELECT s.name AS store, u.channel, datetime(c.changed_at, 'unixepoch') AS changed_at, u.period_from AS day, c.entity, g.campaign, g.campaign_id, g.ad_group,
  g.ad_group_id, g.targeting, g.target_id, g.match_type, c.change_type, c.changed_from, c.changed_to
FROM ad_changes c JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id JOIN ad_targets g USING (target_pk)
WHERE u.superseded_by IS NULL;

CREATE VIEW v_transactions AS
SELECT s.name AS store, u.channel, u.grain, u.period_from, u.period_to, t.settlement_id, t.transaction_id, datetime(t.posted_at, 'unixepoch') AS posted_at, t.posted_on AS day, t.type, t.amount_type,
  t.status, t.part, t.description, t.order_id, coalesce(p.listing_key, i.platform_item) AS listing_id, coalesce(i.sku, p.sku) AS sku, t.quantity, t.marketplace, t.fulfilment, t.amount_minor / coalesce(d.divisor, 100.0) AS amount,
  t.balance_minor / coalesce(d.divisor, 100.0) AS balance, t.currency, u.import_id, t.line
FROM transactions t JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id LEFT JOIN items i ON i.item_pk = t.item_pk LEFT JOIN listings p ON p.listing_pk = i.listing_pk LEFT JOIN currency_digits d ON d.currency = t.currency
WHERE u.superseded_by IS NULL;

CREATE VIEW v_settlements AS
SELECT s.name AS store, u.channel, t.settlement_id, datetime(t.from_at, 'unixepoch') AS from_at, datetime(t.to_at, 'unixepoch') AS to_at,
  datetime(t.deposited_at, 'unixepoch') AS deposited_at, t.total_minor / coalesce(d.divisor, 100.0) AS total,
  (SELECT sum(x.amount_minor) FROM transactions x WHERE x.unit_pk = t.unit_pk) / coalesce(d.divisor, 100.0) AS sum_of_rows, t.currency
FROM settlements t JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id LEFT JOIN currency_digits d ON d.currency = t.currency
WHERE u.superseded_by IS NULL;

CREATE VIEW v_movements AS
SELECT s.name AS store, u.channel, u.grain, u.period_from, u.period_to, coalesce(p.listing_key, i.platform_item) AS listing_id, coalesce(i.sku, p.sku) AS sku, i.title, m.movement, datetime(m.moved_at, 'unixepoch') AS moved_at, m.reason, m.disposition, m.location, m.status,
  m.order_id, m.reference, m.quantity, m.amount_minor / coalesce(d.divisor, 100.0) AS amount, m.currency
FROM movements m JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id LEFT JOIN items i ON i.item_pk = m.item_pk LEFT JOIN listings p ON p.listing_pk = i.listing_pk LEFT JOIN currency_digits d ON d.currency = m.currency
WHERE u.superseded_by IS NULL;

CREATE VIEW v_market_keywords AS
SELECT s.name AS store, u.channel, u.grain, u.period_from, u.period_to, k.keyword, coalesce(p.listing_key, i.platform_item) AS listing_id, coalesce(i.sku, p.sku) AS sku, k.brand, k.country, k.category, k.intent, k.market_rank, k.volume_low, k.volume_high, k.change_ratio, k.clicks_low,
  k.clicks_high, k.click_ratio_low, k.click_ratio_high, k.conversion_ratio_low, k.conversion_ratio_high, k.click_share, k.conversion_share, k.branded_share,
  k.cpc_low, k.cpc_high, k.competition, k.competition_index, k.difficulty, k.products_low, k.products_high, k.organic_rank_low, k.organic_rank_high,
  k.sponsored_rank_low, k.sponsored_rank_high, k.impressions, k.clicks, k.carts, k.purchases, k.own_impressions, k.own_clicks, k.own_carts, k.own_purchases,
  k.history, k.ranks, k.leaders, k.currency
FROM market_keywords k JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id LEFT JOIN items i ON i.item_pk = k.item_pk LEFT JOIN listings p ON p.listing_pk = i.listing_pk
WHERE u.superseded_by IS NULL;

CREATE VIEW v_offers AS
SELECT s.name AS store, u.channel, u.period_to AS seen_on, o.offer_id, o.parent_id, o.title, o.brand, o.category, o.price_minor / coalesce(d.divisor, 100.0) AS price,
  o.compare_at_minor / coalesce(d.divisor, 100.0) AS compare_at_price, o.rating, o.reviews, o.sales_rank, o.list_position, o.is_sponsored, o.units_low, o.units_high,
  o.sales_low, o.sales_high, o.sellers, o.seller, o.seller_country, o.fulfilment, o.listed_on, o.gtin, o.url, o.image_url, o.attributes, o.currency
FROM offers o JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id LEFT JOIN currency_digits d ON d.currency = o.currency
WHERE u.superseded_by IS NULL;

CREATE VIEW v_reviews AS
SELECT s.name AS store, u.channel, coalesce(p.listing_key, i.platform_item) AS listing_id, coalesce(i.sku, p.sku) AS sku, i.title AS item_title, r.review_id, datetime(r.reviewed_at, 'unixepoch') AS reviewed_at, r.reviewed_on AS day,
  r.stars, r.title, r.text, r.is_verified
FROM reviews r JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id LEFT JOIN items i ON i.item_pk = r.item_pk LEFT JOIN listings p ON p.listing_pk = i.listing_pk
WHERE u.superseded_by IS NULL;

CREATE VIEW v_purchases AS
SELECT s.name AS store, u.channel, b.order_id, b.supplier, b.ordered_on AS day, b.status, coalesce(p.listing_key, i.platform_item) AS listing_id, coalesce(i.sku, p.sku) AS sku, i.title, b.quantity,
  b.unit_price_minor / coalesce(d.divisor, 100.0) AS unit_price, b.amount_minor / coalesce(d.divisor, 100.0) AS amount, b.shipping_minor / coalesce(d.divisor, 100.0) AS order_shipping,
  b.order_total_minor / coalesce(d.divisor, 100.0) AS order_total, b.currency
FROM purchases b JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id LEFT JOIN items i ON i.item_pk = b.item_pk LEFT JOIN listings p ON p.listing_pk = i.listing_pk LEFT JOIN currency_digits d ON d.currency = b.currency
WHERE u.superseded_by IS NULL;

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

CREATE TABLE report_profiles (
  name TEXT NOT NULL,           -- the id of the format: imports name it
  version INTEGER NOT NULL,     -- 1, 2, …: the highest counts, the others stay
  yaml TEXT NOT NULL,           -- as it was written, with its comments
  format TEXT,                  -- JSON: the values of its keys; null: not used any more
  kept_at INTEGER NOT NULL,     -- epoch seconds
  PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER report_profiles_stay BEFORE UPDATE ON report_profiles BEGIN SELECT RAISE(ABORT, 'versions of profiles are never changed'); END;

CREATE TRIGGER report_profiles_last BEFORE DELETE ON report_profiles BEGIN SELECT RAISE(ABORT, 'versions of profiles are never deleted'); END;

CREATE TABLE containers (       -- archives and workbooks of which every part came in
  container_id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  params TEXT NOT NULL,         -- JSON: what the user said
  file_stamp TEXT,              -- as of imports
  UNIQUE (sha256, params)
) STRICT;

CREATE TABLE container_parts (
  container_id INTEGER NOT NULL REFERENCES containers,
  place INTEGER NOT NULL,       -- in the order of the container
  part TEXT NOT NULL,           -- what stands behind the container's name: /orders.csv, #Sheet1
  import_id INTEGER NOT NULL REFERENCES imports,
  PRIMARY KEY (container_id, place)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_listings AS
SELECT s.name AS store, l.listing_key AS listing_id, l.product_key AS parent_id, l.role, l.sku, l.title, l.variation, l.options, l.brand, l.category,
  l.product_type, l.price_minor / coalesce(d.divisor, 100.0) AS price, l.compare_at_minor / coalesce(d.divisor, 100.0) AS compare_at_price,
  l.cost_micros / 1e6 AS cost, l.currency, l.status, l.condition, l.fulfilment, l.gtin, l.asin, l.url, l.image_url, l.attributes,
  datetime(l.first_seen_at, 'unixepoch') AS first_seen_at, datetime(l.last_seen_at, 'unixepoch') AS last_seen_at,
  datetime(l.removed_at, 'unixepoch') AS removed_at
FROM listings l JOIN stores s USING (store_id) LEFT JOIN currency_digits d ON d.currency = l.currency;

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

CREATE TABLE nightly_lock (       -- one row while a nightly run is going on
  only INTEGER PRIMARY KEY CHECK (only = 1),
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  booted_at INTEGER NOT NULL,     -- when the machine started, epoch seconds: numbers of processes are given again after that
  since INTEGER NOT NULL          -- epoch seconds
) STRICT;

CREATE TABLE seen_files (         -- files that no active import knows by their stamp: refused, no exports, copies
  file_stamp TEXT NOT NULL,       -- as in imports
  sha256 TEXT NOT NULL,
  params TEXT NOT NULL,
  reader TEXT NOT NULL,           -- what read them: eco's version, the profiles and the stores there were
  results TEXT NOT NULL,          -- JSON: what came of each part
  PRIMARY KEY (file_stamp, params)
) STRICT, WITHOUT ROWID;

CREATE INDEX seen_files_by_content ON seen_files (sha256, params);

CREATE INDEX imports_by_stamp ON imports (file_stamp);

CREATE INDEX containers_by_stamp ON containers (file_stamp);

CREATE INDEX order_heads_by_buyer ON order_heads (buyer, store_id, ordered_on, profile_pk) WHERE buyer IS NOT NULL;

CREATE TABLE own_health (
  store_id INTEGER NOT NULL REFERENCES stores,
  metric TEXT NOT NULL,         -- as report health calls it: order_defect_rate
  day TEXT NOT NULL,
  value REAL NOT NULL,          -- a ratio (0.008), or a score on its own scale
  said_at INTEGER NOT NULL,     -- epoch seconds
  PRIMARY KEY (store_id, metric, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_days (       -- sums of the orders of a day, for reports to read instead of them; "eco db check" compares both
  store_id INTEGER NOT NULL,
  ordered_on TEXT NOT NULL,     -- orders without a day are in no sum
  import_id INTEGER NOT NULL,
  profile_pk INTEGER NOT NULL,
  sale INTEGER NOT NULL,        -- 2: sales with a price; 1: sales without any price yet; 0: no line of the order counts
  orders INTEGER NOT NULL,
  units INTEGER NOT NULL,       -- this and what follows up to refunded_minor: of lines that count
  unknown_units INTEGER NOT NULL, -- orders with a line of unknown quantity
  sales_minor INTEGER,
  unpriced INTEGER NOT NULL,    -- orders with a line without a price
  refunded_minor INTEGER,       -- as the head of an order says, else its lines
  tell_refunds INTEGER NOT NULL, -- orders whose head says what was refunded
  refunds INTEGER NOT NULL,     -- of these, orders with more than nothing refunded
  PRIMARY KEY (store_id, ordered_on, import_id, profile_pk, sale)
) STRICT, WITHOUT ROWID;

CREATE INDEX order_heads_by_day ON order_heads (store_id, ordered_on, profile_pk);

INSERT INTO currency_digits (currency, divisor) VALUES
  ('BHD', 1000.0),
  ('BIF', 1.0),
  ('CLP', 1.0),
  ('DJF', 1.0),
  ('GNF', 1.0),
  ('IQD', 1000.0),
  ('ISK', 1.0),
  ('JOD', 1000.0),
  ('JPY', 1.0),
  ('KMF', 1.0),
  ('KRW', 1.0),
  ('KWD', 1000.0),
  ('LYD', 1000.0),
  ('OMR', 1000.0),
  ('PYG', 1.0),
  ('RWF', 1.0),
  ('TND', 1000.0),
  ('UGX', 1.0),
  ('UYI', 1.0),
  ('VND', 1.0),
  ('VUV', 1.0),
  ('XAF', 1.0),
  ('XOF', 1.0),
  ('XPF', 1.0);
`;
