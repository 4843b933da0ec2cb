import type { Migration } from '../migrate.js';

/** Joins that all views of this migration share. */
const UNIT = 'JOIN period_units u USING (unit_pk) JOIN stores s ON s.store_id = u.store_id';
const CURRENCY = (column: string) => `LEFT JOIN currency_digits d ON d.currency = ${column}`;
const ITEM = (row: string) => `LEFT JOIN items i ON i.item_pk = ${row}.item_pk LEFT JOIN listings p ON p.listing_pk = i.listing_pk`;
const ITEM_COLUMNS = 'coalesce(p.listing_key, i.platform_item) AS listing_id, coalesce(i.sku, p.sku) AS sku';
const UNIT_COLUMNS = 's.name AS store, u.channel, u.grain, u.period_from, u.period_to';

function amount(column: string, name: string): string {
  return `${column} / coalesce(d.divisor, 100.0) AS ${name}`;
}

function breadthViews(): string {
  return `
DROP VIEW v_orders;
CREATE VIEW v_orders AS
SELECT s.name AS store, o.order_id, datetime(o.ordered_at, 'unixepoch') AS ordered_at, o.ordered_on AS day, o.status, o.state,
  o.is_sale = 1 AND e.order_id IS NULL AS is_sale, o.sales_channel, o.fulfilment, o.currency, ${amount('o.subtotal_minor', 'subtotal')},
  ${amount('o.shipping_minor', 'shipping')}, ${amount('o.tax_minor', 'tax')}, ${amount('o.discount_minor', 'discount')}, ${amount('o.total_minor', 'total')},
  ${amount('o.paid_minor', 'paid')}, ${amount('o.refunded_minor', 'refunded')}, o.import_id, o.line
FROM orders o JOIN stores s USING (store_id) ${CURRENCY('o.currency')}
LEFT JOIN order_exclusions e ON e.account_id = o.account_id AND e.order_id = o.order_id;

DROP VIEW v_traffic;
CREATE VIEW v_traffic AS
SELECT ${UNIT_COLUMNS}, i.platform_item AS item, i.sku, p.listing_key AS listing_id, t.parent_item, i.title, t.search_term, t.source,
  t.source_detail, t.device, t.country, t.url, t.sessions, t.sessions_b2b, t.page_views, t.page_views_b2b, t.buy_box_ratio, t.impressions, t.clicks, t.position,
  t.visitors, t.new_visitors, t.returning_visitors, t.search_visitors, t.search_buyers, t.stay_seconds, t.bounce_ratio, t.favourite_users, t.favourites,
  t.cart_users, t.cart_units, t.placed_buyers, t.placed_units, ${amount('t.placed_sales_minor', 'placed_sales')}, t.buyers, t.new_buyers, t.returning_buyers,
  ${amount('t.returning_sales_minor', 'returning_sales')}, t.paid_orders, t.buyer_ratio, ${amount('t.sales_per_buyer_minor', 'sales_per_buyer')}, ${amount('t.refunded_minor', 'refunded')}, t.units, t.units_b2b, t.order_items,
  ${amount('t.sales_minor', 'sales')}, t.currency, t.units_refunded, t.units_shipped, t.conversions
FROM traffic t ${UNIT} JOIN items i USING (item_pk) LEFT JOIN listings p ON p.listing_pk = i.listing_pk ${CURRENCY('t.currency')}
WHERE u.superseded_by IS NULL;

DROP VIEW v_ads;
CREATE VIEW v_ads AS
SELECT ${UNIT_COLUMNS}, g.portfolio, g.campaign_type, g.campaign_group, g.campaign, g.campaign_id, g.ad_group, g.ad_group_id, g.targeting, g.target_id,
  g.match_type, g.audience, g.creative, g.creative_id, a.search_term, ${ITEM_COLUMNS}, i.title, a.placement, a.purchased_item, a.device, a.country, a.region, a.impressions, a.clicks,
  a.cost_micros / 1e6 AS cost, a.sales_micros / 1e6 AS sales, a.orders, a.units, a.orders_same_sku, a.orders_other_sku,
  a.sales_same_sku_micros / 1e6 AS sales_same_sku, a.sales_other_sku_micros / 1e6 AS sales_other_sku, a.conversions,
  a.conversion_value_micros / 1e6 AS conversion_value, a.favourites, a.carts, a.new_buyers, a.presale_orders, a.presale_sales_micros / 1e6 AS presale_sales,
  a.coupons, a.coupons_used, a.discount_micros / 1e6 AS discount, a.views, a.rank, a.quality_score, a.impression_share_low, a.impression_share_high, a.top_of_search_share_low, a.top_of_search_share_high,
  a.attribution_days, a.currency
FROM ads a ${UNIT} JOIN ad_targets g USING (target_pk) ${ITEM('a')}
WHERE u.superseded_by IS NULL;

CREATE VIEW v_shop AS
SELECT ${UNIT_COLUMNS}, h.device, h.visitors, h.new_visitors, h.returning_visitors, h.live_visitors, h.video_visitors, h.sessions, h.page_views,
  h.stay_seconds, h.bounce_ratio, h.favourite_users, h.favourites, h.cart_users, h.cart_units, h.placed_buyers, h.placed_units,
  ${amount('h.placed_sales_minor', 'placed_sales')}, h.buyers, h.new_buyers, h.returning_buyers, ${amount('h.returning_sales_minor', 'returning_sales')},
  h.units, h.order_items, h.paid_orders, ${amount('h.sales_minor', 'sales')}, ${amount('h.refunded_minor', 'refunded')}, h.followers, h.new_followers,
  h.members, h.new_members, h.active_members, h.member_buyers, ${amount('h.member_sales_minor', 'member_sales')}, h.reviews, h.reviews_with_image,
  h.reviews_positive, h.reviews_negative, h.dsr_description, h.dsr_service, h.dsr_shipping, h.experience_score, h.parcels_shipped, h.parcels_signed,
  ${amount('h.spend_keywords_minor', 'spend_keywords')}, ${amount('h.spend_display_minor', 'spend_display')}, ${amount('h.spend_smart_minor', 'spend_smart')},
  ${amount('h.spend_sitewide_minor', 'spend_sitewide')}, ${amount('h.affiliate_commission_minor', 'affiliate_commission')},
  datetime(h.live_started_at, 'unixepoch') AS live_started_at, h.live_sessions, h.live_seconds,
  ${amount('h.live_sales_minor', 'live_sales')}, h.average_viewers, h.peak_viewers, h.currency
FROM shop h ${UNIT} ${CURRENCY('h.currency')}
WHERE u.superseded_by IS NULL;

CREATE VIEW v_ad_entities AS
SELECT s.name AS store, u.channel, u.period_to AS seen_on, e.entity, g.campaign_type, g.campaign_group, g.campaign, g.campaign_id, g.ad_group, g.ad_group_id,
  g.targeting, g.target_id, g.match_type, g.audience, ${ITEM_COLUMNS}, e.state, e.bid_micros / 1e6 AS bid, e.budget_micros / 1e6 AS budget, e.budget_type,
  e.bidding_strategy, e.target_roas, e.target_acos, e.target_cpa_micros / 1e6 AS target_cpa, e.placement, e.bid_adjustment, e.time_multipliers, e.start_on, e.end_on, e.quality_score, e.currency
FROM ad_entities e ${UNIT} JOIN ad_targets g USING (target_pk) ${ITEM('e')}
WHERE u.superseded_by IS NULL;

CREATE VIEW v_ad_changes AS
SELECT s.name AS store, u.channel, datetime(c.changed_at, 'unixepoch') AS changed_at, u.period_from AS day, c.entity, g.campaign, g.campaign_id, g.ad_group,
  g.ad_group_id, g.targeting, g.target_id, g.match_type, c.change_type, c.changed_from, c.changed_to
FROM ad_changes c ${UNIT} JOIN ad_targets g USING (target_pk)
WHERE u.superseded_by IS NULL;

CREATE VIEW v_transactions AS
SELECT ${UNIT_COLUMNS}, t.settlement_id, t.transaction_id, datetime(t.posted_at, 'unixepoch') AS posted_at, t.posted_on AS day, t.type, t.amount_type,
  t.status, t.part, t.description, t.order_id, ${ITEM_COLUMNS}, t.quantity, t.marketplace, t.fulfilment, ${amount('t.amount_minor', 'amount')},
  ${amount('t.balance_minor', 'balance')}, t.currency, u.import_id, t.line
FROM transactions t ${UNIT} ${ITEM('t')} ${CURRENCY('t.currency')}
WHERE u.superseded_by IS NULL;

CREATE VIEW v_settlements AS
SELECT s.name AS store, u.channel, t.settlement_id, datetime(t.from_at, 'unixepoch') AS from_at, datetime(t.to_at, 'unixepoch') AS to_at,
  datetime(t.deposited_at, 'unixepoch') AS deposited_at, ${amount('t.total_minor', 'total')},
  (SELECT sum(x.amount_minor) FROM transactions x WHERE x.unit_pk = t.unit_pk) / coalesce(d.divisor, 100.0) AS sum_of_rows, t.currency
FROM settlements t ${UNIT} ${CURRENCY('t.currency')}
WHERE u.superseded_by IS NULL;

CREATE VIEW v_movements AS
SELECT ${UNIT_COLUMNS}, ${ITEM_COLUMNS}, i.title, m.movement, datetime(m.moved_at, 'unixepoch') AS moved_at, m.reason, m.disposition, m.location, m.status,
  m.order_id, m.reference, m.quantity, ${amount('m.amount_minor', 'amount')}, m.currency
FROM movements m ${UNIT} ${ITEM('m')} ${CURRENCY('m.currency')}
WHERE u.superseded_by IS NULL;

CREATE VIEW v_market_keywords AS
SELECT ${UNIT_COLUMNS}, k.keyword, ${ITEM_COLUMNS}, k.brand, k.country, k.category, k.intent, k.market_rank, k.volume_low, k.volume_high, k.change_ratio, k.clicks_low,
  k.clicks_high, k.click_ratio_low, k.click_ratio_high, k.conversion_ratio_low, k.conversion_ratio_high, k.click_share, k.conversion_share, k.branded_share,
  k.cpc_low, k.cpc_high, k.competition, k.competition_index, k.difficulty, k.products_low, k.products_high, k.organic_rank_low, k.organic_rank_high,
  k.sponsored_rank_low, k.sponsored_rank_high, k.impressions, k.clicks, k.carts, k.purchases, k.own_impressions, k.own_clicks, k.own_carts, k.own_purchases,
  k.history, k.ranks, k.leaders, k.currency
FROM market_keywords k ${UNIT} ${ITEM('k')}
WHERE u.superseded_by IS NULL;

CREATE VIEW v_offers AS
SELECT s.name AS store, u.channel, u.period_to AS seen_on, o.offer_id, o.parent_id, o.title, o.brand, o.category, ${amount('o.price_minor', 'price')},
  ${amount('o.compare_at_minor', 'compare_at_price')}, o.rating, o.reviews, o.sales_rank, o.list_position, o.is_sponsored, o.units_low, o.units_high,
  o.sales_low, o.sales_high, o.sellers, o.seller, o.seller_country, o.fulfilment, o.listed_on, o.gtin, o.url, o.image_url, o.attributes, o.currency
FROM offers o ${UNIT} ${CURRENCY('o.currency')}
WHERE u.superseded_by IS NULL;

CREATE VIEW v_reviews AS
SELECT s.name AS store, u.channel, ${ITEM_COLUMNS}, i.title AS item_title, r.review_id, datetime(r.reviewed_at, 'unixepoch') AS reviewed_at, r.reviewed_on AS day,
  r.stars, r.title, r.text, r.is_verified
FROM reviews r ${UNIT} ${ITEM('r')}
WHERE u.superseded_by IS NULL;

CREATE VIEW v_purchases AS
SELECT s.name AS store, u.channel, b.order_id, b.supplier, b.ordered_on AS day, b.status, ${ITEM_COLUMNS}, i.title, b.quantity,
  ${amount('b.unit_price_minor', 'unit_price')}, ${amount('b.amount_minor', 'amount')}, ${amount('b.shipping_minor', 'order_shipping')},
  ${amount('b.order_total_minor', 'order_total')}, b.currency
FROM purchases b ${UNIT} ${ITEM('b')} ${CURRENCY('b.currency')}
WHERE u.superseded_by IS NULL;

DROP VIEW v_costs;
CREATE VIEW v_costs AS
SELECT s.name AS store, l.listing_key AS listing_id, l.sku, l.cost_micros / 1e6 AS cost, l.currency, datetime(l.last_seen_at, 'unixepoch') AS known_at
FROM listings l JOIN stores s USING (store_id) WHERE l.cost_micros IS NOT NULL
UNION ALL
SELECT s.name, ${ITEM_COLUMNS}, c.cost_micros / 1e6, c.currency, u.period_to
FROM costs c ${UNIT} ${ITEM('c')}
WHERE u.superseded_by IS NULL;
`;
}

/**
 * What the reports of all platforms tell besides listings, stock, orders, traffic and ads. Each of these facts belongs to a unit of
 * `period_units`: a day, a week, a settlement, or the day of a snapshot.
 */
export const breadth: Migration = {
  version: 8,
  name: 'breadth',
  sql: `
ALTER TABLE period_units ADD COLUMN channel TEXT NOT NULL DEFAULT ''; -- whose report it is, where that is not the store's own platform: google, meta
DROP INDEX period_units_current;
CREATE UNIQUE INDEX period_units_current ON period_units (subject, store_id, grain, about, period_from, period_to, channel) WHERE superseded_by IS NULL;

ALTER TABLE order_heads ADD COLUMN paid_minor INTEGER;
ALTER TABLE order_heads ADD COLUMN told INTEGER NOT NULL DEFAULT 0; -- 0: by its lines; 1: as a whole; 2: both, see order_parts
DROP VIEW orders;
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

ALTER TABLE traffic ADD COLUMN search_term TEXT;
ALTER TABLE traffic ADD COLUMN source TEXT;
ALTER TABLE traffic ADD COLUMN source_detail TEXT;
ALTER TABLE traffic ADD COLUMN device TEXT;
ALTER TABLE traffic ADD COLUMN country TEXT;
ALTER TABLE traffic ADD COLUMN url TEXT;
ALTER TABLE traffic ADD COLUMN impressions INTEGER;
ALTER TABLE traffic ADD COLUMN clicks INTEGER;
ALTER TABLE traffic ADD COLUMN position REAL;
ALTER TABLE traffic ADD COLUMN visitors INTEGER;          -- people: never added over days, items or sources
ALTER TABLE traffic ADD COLUMN new_visitors INTEGER;
ALTER TABLE traffic ADD COLUMN returning_visitors INTEGER;
ALTER TABLE traffic ADD COLUMN search_visitors INTEGER;
ALTER TABLE traffic ADD COLUMN search_buyers INTEGER;
ALTER TABLE traffic ADD COLUMN stay_seconds REAL;
ALTER TABLE traffic ADD COLUMN bounce_ratio REAL;
ALTER TABLE traffic ADD COLUMN favourite_users INTEGER;
ALTER TABLE traffic ADD COLUMN favourites INTEGER;
ALTER TABLE traffic ADD COLUMN cart_users INTEGER;
ALTER TABLE traffic ADD COLUMN cart_units INTEGER;
ALTER TABLE traffic ADD COLUMN placed_buyers INTEGER;     -- ordered, paid or not
ALTER TABLE traffic ADD COLUMN placed_units INTEGER;
ALTER TABLE traffic ADD COLUMN placed_sales_minor INTEGER;
ALTER TABLE traffic ADD COLUMN buyers INTEGER;            -- paid
ALTER TABLE traffic ADD COLUMN new_buyers INTEGER;
ALTER TABLE traffic ADD COLUMN returning_buyers INTEGER;
ALTER TABLE traffic ADD COLUMN returning_sales_minor INTEGER;
ALTER TABLE traffic ADD COLUMN paid_orders INTEGER;
ALTER TABLE traffic ADD COLUMN buyer_ratio REAL;          -- as printed, where the buyers are kept back
ALTER TABLE traffic ADD COLUMN sales_per_buyer_minor INTEGER;
ALTER TABLE traffic ADD COLUMN refunded_minor INTEGER;
ALTER TABLE traffic ADD COLUMN conversions REAL;

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

ALTER TABLE ad_targets ADD COLUMN campaign_type TEXT;
ALTER TABLE ad_targets ADD COLUMN campaign_group TEXT;
ALTER TABLE ad_targets ADD COLUMN target_id TEXT;
ALTER TABLE ad_targets ADD COLUMN audience TEXT;
ALTER TABLE ad_targets ADD COLUMN creative TEXT;
ALTER TABLE ad_targets ADD COLUMN creative_id TEXT;
UPDATE ad_targets SET ident = ident || replace('......', '.', char(31));

ALTER TABLE ads ADD COLUMN item_pk INTEGER REFERENCES items; -- what was advertised, where the report tells
ALTER TABLE ads ADD COLUMN placement TEXT;
ALTER TABLE ads ADD COLUMN purchased_item TEXT;          -- what was bought instead of what was advertised
ALTER TABLE ads ADD COLUMN device TEXT;
ALTER TABLE ads ADD COLUMN region TEXT;
ALTER TABLE ads ADD COLUMN orders_same_sku REAL;
ALTER TABLE ads ADD COLUMN orders_other_sku REAL;
ALTER TABLE ads ADD COLUMN conversions REAL;              -- whatever the advertiser counts as one
ALTER TABLE ads ADD COLUMN conversion_value_micros INTEGER;
ALTER TABLE ads ADD COLUMN favourites REAL;
ALTER TABLE ads ADD COLUMN carts REAL;
ALTER TABLE ads ADD COLUMN new_buyers REAL;
ALTER TABLE ads ADD COLUMN presale_orders REAL;
ALTER TABLE ads ADD COLUMN presale_sales_micros INTEGER;
ALTER TABLE ads ADD COLUMN coupons REAL;                  -- taken by shoppers, each of which was paid for
ALTER TABLE ads ADD COLUMN coupons_used REAL;
ALTER TABLE ads ADD COLUMN discount_micros INTEGER;       -- what the used ones took off
ALTER TABLE ads ADD COLUMN views INTEGER;
ALTER TABLE ads ADD COLUMN rank REAL;
ALTER TABLE ads ADD COLUMN quality_score REAL;
ALTER TABLE ads ADD COLUMN impression_share_low REAL;
ALTER TABLE ads ADD COLUMN impression_share_high REAL;
ALTER TABLE ads ADD COLUMN top_of_search_share_low REAL;
ALTER TABLE ads ADD COLUMN top_of_search_share_high REAL;
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

${breadthViews()}
`,
};
