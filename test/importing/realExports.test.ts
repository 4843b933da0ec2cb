/**
 * Real exports that lie beside the repository (never in it), each imported with the command line: into a database of its own as `x.csv`
 * in a folder that says nothing, and all together under their own names. What the public views then hold is compared with an
 * independent reading of the file (independent.ts). Without the folder the tests are skipped.
 */
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import {
  commaRows,
  distinct,
  filled,
  gbkRows,
  numberIn,
  type Raw,
  sheetRows,
  sjisRowsFrom,
  sum,
  tabRows,
  titledRows,
} from './independent.js';

const ROOT = resolve('../shared/exports');
const here = existsSync(ROOT);
if (!here) process.stderr.write(`importing/realExports.test.ts is skipped: there is no ${ROOT}\n`);

type Figures = Readonly<Record<string, number | string | null>>;

interface RealExport {
  readonly format: string;
  readonly arguments?: readonly string[];
  readonly read: (path: string) => Raw[];
  /** Of the rows, those that are ignored, under the names of the rules. */
  readonly ignored?: readonly (readonly [rule: string, applies: (row: Raw) => boolean])[];
  /** Figures of the other rows, counted here … */
  readonly count: (rows: Raw[]) => Figures;
  /** … and what the views say, under the same names. */
  readonly view: string;
}

const CENT = 100;
const MICRO = 1_000_000;

/** Listings: rows, keys, products, prices and costs in cents. */
const LISTINGS = `SELECT count(*) AS listings, count(DISTINCT listing_id) AS keys, count(DISTINCT parent_id) AS products,
  count(sku) AS with_sku, coalesce(round(sum(price * 100)), 0) AS price, coalesce(round(sum(compare_at_price * 100)), 0) AS compare_at,
  coalesce(round(sum(cost * 100)), 0) AS cost,
  (SELECT count(*) FROM v_stock) AS stocked, (SELECT coalesce(sum(available), 0) FROM v_stock) AS available FROM v_listings`;

const STOCK = `SELECT count(*) AS stocked, count(DISTINCT listing_id) AS keys, count(DISTINCT location) AS locations, sum(on_hand) AS on_hand,
  sum(available) AS available, sum(committed) AS committed, sum(reserved) AS reserved, sum(inbound) AS inbound FROM v_stock`;

const TRAFFIC = `SELECT count(*) AS rows, count(DISTINCT item) AS items, sum(sessions) AS sessions, sum(page_views) AS page_views, sum(units) AS units,
  sum(order_items) AS order_items, round(sum(sales * 100)) AS sales, min(period_from) || ' ' || max(period_to) = '2025-10-01 2025-10-14' AS period
  FROM v_traffic`;

const ADS = `SELECT count(*) AS rows, count(DISTINCT campaign) AS campaigns, sum(impressions) AS impressions, sum(clicks) AS clicks,
  round(sum(cost * 1000000)) AS cost, round(sum(sales * 1000000)) AS sales, sum(orders) AS orders, sum(units) AS units FROM v_ads`;

/**
 * Shopify products: a variant is a row with a value of the first option ("Default Title" where there is only one), the others hold
 * a further image; where the file has no options, every row is a variant. Stock counts only where Shopify tracks it.
 */
const shopifyProducts: RealExport = {
  format: 'shopify.products',
  read: commaRows,
  ignored: [['rows of further images', (row) => row['Option1 Value'] === '']],
  count: (rows) => {
    const tracked = rows.filter((row) => row['Variant Inventory Tracker'] !== '' && (row['Variant Inventory Qty'] ?? '') !== '');
    return {
      listings: rows.length,
      keys: distinct(rows, 'Handle', 'Option1 Value', 'Option2 Value', 'Option3 Value'),
      products: distinct(rows, 'Handle'),
      with_sku: filled(rows, 'Variant SKU'),
      price: sum(rows, 'Variant Price', CENT),
      compare_at: sum(rows, 'Variant Compare At Price', CENT),
      cost: sum(rows, 'Cost per item', CENT),
      stocked: tracked.length,
      available: sum(tracked, 'Variant Inventory Qty'),
    };
  },
  view: LISTINGS,
};

/** WooCommerce: where there is a sale price, that is the price, and the regular one what it is compared with. */
const woocommerce: RealExport = {
  format: 'woocommerce.products',
  read: commaRows,
  count: (rows) => {
    const onSale = rows.filter((row) => row['Sale price'] !== '' && row['Sale price'] !== row['Regular price']);
    const group = (row: Raw) => (row.Parent?.startsWith('id:') ? row.Parent.slice(3) : row.Parent) || row.SKU || row.ID;
    const stocked = rows.filter((row) => numberIn(row.Stock) !== null && !/^(variable|grouped)/.test(row.Type ?? ''));
    return {
      listings: rows.length,
      keys: distinct(rows, 'ID'),
      products: new Set(rows.map(group)).size,
      with_sku: filled(rows, 'SKU'),
      price: sum(rows, 'Regular price', CENT) - sum(onSale, 'Regular price', CENT) + sum(onSale, 'Sale price', CENT),
      compare_at: sum(onSale, 'Regular price', CENT),
      cost: 0,
      stocked: stocked.length,
      available: sum(stocked, 'Stock'),
    };
  },
  view: LISTINGS,
};

/** Reports with a listing a row: its own price and quantity; an empty quantity (fulfilled by Amazon) is no stock record. */
const oneListingARow = (format: string, read: RealExport['read'], price: string, quantity: string, sku: string, key = sku): RealExport => ({
  format,
  read,
  count: (rows) => ({
    listings: rows.length,
    keys: distinct(rows, key),
    products: distinct(rows, key),
    with_sku: filled(rows, sku),
    price: sum(rows, price, CENT),
    compare_at: 0,
    cost: 0,
    stocked: filled(rows, quantity),
    available: sum(rows, quantity),
  }),
  view: LISTINGS,
});

/** Business Reports: one row a child under a parent. They say nothing of their days, so these are named. */
const traffic = (names: Readonly<Record<'sessions' | 'page_views' | 'units' | 'order_items' | 'sales', string>>): RealExport => ({
  format: 'amazon.traffic-by-child',
  arguments: ['--period', '2025-10-01..2025-10-14'],
  read: commaRows,
  count: (rows) => ({
    rows: rows.length,
    items: distinct(rows, '(Child) ASIN'),
    sessions: sum(rows, names.sessions),
    page_views: sum(rows, names.page_views),
    units: sum(rows, names.units),
    order_items: sum(rows, names.order_items),
    sales: sum(rows, names.sales, CENT),
    period: 1,
  }),
  view: TRAFFIC,
});

const ads = (format: string, read: RealExport['read'], [cost, sales, orders, units, campaign]: readonly string[]): RealExport => ({
  format,
  read,
  count: (rows) => ({
    rows: rows.length,
    campaigns: distinct(rows, campaign as string),
    impressions: sum(rows, 'Impressions'),
    clicks: sum(rows, 'Clicks'),
    cost: sum(rows, cost as string, MICRO),
    sales: sum(rows, sales as string, MICRO),
    orders: sum(rows, orders as string),
    units: sum(rows, units as string),
  }),
  view: ADS,
});

/** Reports of 2020 from India, over 14 days. */
const in2020 = (format: string, read: RealExport['read'], units: string) =>
  ads(format, read, ['Spend', '14 Day Total Sales (₹)', '14 Day Total Orders (#)', units, 'Campaign Name']);

/** The campaign report tells no units, but states and budgets. */
const campaigns2020: RealExport = {
  ...in2020('amazon.sp-campaigns', commaRows, ''),
  count: (rows) => ({
    rows: rows.length,
    campaigns: distinct(rows, 'Campaign Name'),
    impressions: sum(rows, 'Impressions'),
    clicks: sum(rows, 'Clicks'),
    cost: sum(rows, 'Spend', MICRO),
    sales: sum(rows, '14 Day Total Sales (₹)', MICRO),
    orders: sum(rows, '14 Day Total Orders (#)'),
    entities: rows.length,
    enabled: rows.filter((row) => row.Status === 'ENABLED').length,
    budget: sum(rows, 'Budget', CENT),
  }),
  view: `SELECT * FROM (SELECT count(*) AS rows, count(DISTINCT campaign) AS campaigns, sum(impressions) AS impressions, sum(clicks) AS clicks,
      round(sum(cost * 1000000)) AS cost, round(sum(sales * 1000000)) AS sales, sum(orders) AS orders FROM v_ads),
    (SELECT count(*) AS entities, sum(state = 'ENABLED') AS enabled, round(sum(budget * 100)) AS budget FROM v_ad_entities)`,
};

/** The change history: one row a change; the names stand in JSON. */
const adChanges: RealExport = {
  format: 'amazon.ads-history',
  read: commaRows,
  count: (rows) => ({
    rows: rows.length,
    targets: distinct(rows, 'eventSourceId'),
    campaigns: new Set(rows.map((row) => (JSON.parse(row.metadata ?? '{}') as { campaignName?: string }).campaignName)).size,
    from_cents: sum(rows, 'from', CENT),
    to_cents: sum(rows, 'to', CENT),
    first: Math.floor(Math.min(...rows.map((row) => Number(row.time))) / 1000),
    last: Math.floor(Math.max(...rows.map((row) => Number(row.time))) / 1000),
  }),
  view: `SELECT count(*) AS rows, count(DISTINCT target_id) AS targets, count(DISTINCT campaign) AS campaigns,
    sum(round(changed_from * 100)) AS from_cents, sum(round(changed_to * 100)) AS to_cents,
    min(unixepoch(changed_at)) AS first, max(unixepoch(changed_at)) AS last FROM v_ad_changes`,
};

const searchTerms = (sales: string) =>
  ads('amazon.sp-search-terms', sheetRows, ['Spend', sales, '7 Day Total Orders (#)', '7 Day Total Units (#)', 'Campaign Name']);

/** Inventory of one row a location, with every state; and of one column a location, which is the stock available there. */
const inventoryStates: RealExport = {
  format: 'shopify.inventory',
  read: commaRows,
  count: (rows) => ({
    stocked: rows.length,
    keys: distinct(rows, 'Handle', 'Option1 Value', 'Option2 Value', 'Option3 Value'),
    locations: distinct(rows, 'Location'),
    on_hand: sum(rows, 'On hand'),
    available: sum(rows, 'Available'),
    committed: sum(rows, 'Committed'),
    reserved: sum(rows, 'Unavailable'),
    inbound: sum(rows, 'Incoming'),
  }),
  view: STOCK,
};

const inventoryColumns: RealExport = {
  ...inventoryStates,
  count: (rows) => ({
    stocked: filled(rows, 'POPTOYS'),
    keys: distinct(rows, 'Handle', 'Option1 Value', 'Option2 Value', 'Option3 Value'),
    locations: 1,
    on_hand: null,
    available: sum(rows, 'POPTOYS'),
    committed: null,
    reserved: null,
    inbound: null,
  }),
};

/** Google Ads: a title and a period above, totals below; what the totals of the rows themselves say is compared too. */
const googleAds = (format: string, period: string, own: RegExp | null): RealExport => {
  const isTotal = (row: Raw) => Object.values(row).some((cell) => cell.startsWith('Total: '));
  return {
    format,
    read: (path) => {
      const rows = titledRows(path);
      if (own)
        expectTotals(
          rows.filter((row) => !isTotal(row)),
          rows.filter((row) => Object.values(row).some((cell) => own.test(cell))),
        );
      return rows;
    },
    ignored: [['total rows', isTotal]],
    count: (rows) => ({
      rows: rows.length,
      campaigns: distinct(rows, 'Campaign'),
      impressions: sum(rows, 'Impr.'),
      clicks: 'Clicks' in (rows[0] ?? {}) ? sum(rows, 'Clicks') : null,
      cost: sum(rows, 'Cost', MICRO),
      conversions: sum(rows, 'Conversions', CENT),
      sales: null,
      as_said: 1,
    }),
    view: `SELECT count(*) AS rows, count(DISTINCT coalesce(campaign, '')) AS campaigns, sum(impressions) AS impressions, sum(clicks) AS clicks,
      round(sum(cost * 1000000)) AS cost, round(sum(conversions * 100)) AS conversions, sum(sales) AS sales,
      min(period_from) || '..' || max(period_to) = '${period}' AS as_said FROM v_ads`,
  };
};

/** The totals that speak of the rows of the file say what these add up to; Google rounds the cost of each row to a cent, and adds before it rounds. */
function expectTotals(rows: readonly Raw[], totals: readonly Raw[]): void {
  expect(totals.length).toBe(1);
  for (const header of ['Impr.', 'Clicks', 'Cost', 'Conversions'].filter((name) => name in (rows[0] ?? {}))) {
    const off = Math.abs(sum(totals, header, CENT) - sum(rows, header, CENT));
    expect(off, `${header} of the file's own total`).toBeLessThanOrEqual(/Impr|Clicks/.test(header) ? 0 : 5);
  }
}

const keywordPlanner: RealExport = {
  format: 'google.keyword-planner',
  read: titledRows,
  count: (rows) => ({
    rows: rows.length,
    keywords: distinct(rows, 'Keyword'),
    volume: sum(rows, 'Avg. monthly searches'),
    bids_low: sum(rows, 'Top of page bid (low range)', CENT),
    bids_high: sum(rows, 'Top of page bid (high range)', CENT),
    competition: sum(rows, 'Competition (indexed value)'),
  }),
  view: `SELECT count(*) AS rows, count(DISTINCT keyword) AS keywords, sum(volume_low) AS volume, round(sum(cpc_low * 100)) AS bids_low,
    round(sum(cpc_high * 100)) AS bids_high, sum(competition_index) AS competition FROM v_market_keywords`,
};

/** Sycm traffic sources: levels are rows of their own, printed rates stand where the file keeps the buyers back. */
const sources = (read: RealExport['read']): RealExport => ({
  format: 'taobao.sycm-sources',
  arguments: ['--period', '2025-10-01..2025-10-14'],
  read,
  count: (rows) => ({
    rows: rows.length,
    levels: distinct(rows, '流量来源'),
    visitors: sum(rows, '访客数'),
    // As fractions in the workbook, as percentages in the text.
    rates: rows.reduce((total, row) => {
      const rate = row.支付转化率 ?? '';
      return total + Math.round((numberIn(rate) ?? 0) * (rate.includes('%') ? 100 : 10_000));
    }, 0),
    values: sum(rows, '客单价', CENT),
    period: 1,
  }),
  view: `SELECT count(*) AS rows, count(DISTINCT source) AS levels, sum(visitors) AS visitors, sum(round(buyer_ratio * 10000)) AS rates,
    sum(round(sales_per_buyer * 100)) AS "values", min(period_from) || ' ' || max(period_to) = '2025-10-01 2025-10-14' AS period FROM v_traffic`,
});

/** Orders as wholes, without states and items: one that was not paid has no time of payment. */
const taobaoOrders: RealExport = {
  format: 'taobao.orders',
  read: commaRows,
  count: (rows) => ({
    orders: rows.length,
    keys: distinct(rows, '订单编号'),
    total: sum(rows, '总金额', CENT),
    paid: sum(rows, '买家实际支付金额', CENT),
    refunded: sum(rows, '退款金额', CENT),
    pending: rows.length - filled(rows, '订单付款时间'),
    days: new Set(rows.map((row) => row.订单创建时间?.slice(0, 10))).size,
    sold: sum(rows, '总金额', CENT),
  }),
  view: `SELECT count(*) AS orders, count(DISTINCT order_id) AS keys, sum(round(total * 100)) AS total, sum(round(paid * 100)) AS paid,
    sum(round(refunded * 100)) AS refunded, sum(state = 'pending') AS pending, count(DISTINCT day) AS days,
    (SELECT sum(round(amount * 100)) FROM v_order_lines) AS sold FROM v_orders`,
};

/** A warehouse's balance: the total names no article; of two materials there are 15,854.6 and 24,495.72 metres. Costs are yen. */
const stockBalance: RealExport = {
  format: 'erp.stock-balance',
  read: commaRows,
  ignored: [
    ['totals', (row) => row.商品コード === ''],
    ['materials counted in parts of a piece', (row) => row.商品コード !== '' && !Number.isInteger(numberIn(row.在庫残数))],
  ],
  count: (rows) => ({
    stocked: rows.length,
    items: distinct(rows, '商品コード'),
    on_hand: sum(rows, '在庫残数'),
    costs: filled(rows, '在庫単価'),
    cost: sum(rows, '在庫単価', MICRO),
  }),
  view: `SELECT count(*) AS stocked, count(DISTINCT k.sku) AS items, sum(k.on_hand) AS on_hand, count(c.cost) AS costs,
    sum(round(c.cost * 1000000)) AS cost
    FROM v_stock k LEFT JOIN v_costs c ON c.sku = k.sku WHERE k.location = 'Warehouse'`,
};

const RAKUTEN_ADS = `SELECT count(*) AS rows, count(DISTINCT coalesce(listing_id, campaign_id)) AS items, sum(impressions) AS impressions, sum(clicks) AS clicks,
  round(sum(cost)) AS cost, round(sum(sales)) AS sales, sum(orders) AS orders, sum(new_buyers) AS new_buyers, min(period_from) AS first,
  max(period_to) AS last, count(DISTINCT channel) AS channels, min(currency) AS currency`;

/** `2023年12月01日～2023年12月09日`, or a day. */
const rakutenDays = (rows: readonly Raw[]) => {
  const days = rows.flatMap((row) => (row.日付 ?? '').split('～').map((day) => day.replace(/[年月]/g, '-').replace('日', '')));
  return { first: days.reduce((a, b) => (a < b ? a : b)), last: days.reduce((a, b) => (a > b ? a : b)), channels: 1, currency: 'JPY' };
};

/** RPP by item: the sales of 720 hours, and the bid in force (none has one of its own). */
const rppItems: RealExport = {
  format: 'rakuten.rpp-items',
  read: sjisRowsFrom('コントロールカラム,'),
  count: (rows) => ({
    rows: rows.length,
    items: distinct(rows, '商品管理番号'),
    impressions: null,
    clicks: sum(rows, 'クリック数(合計)'),
    cost: sum(rows, '実績額(合計)'),
    sales: sum(rows, '売上金額(合計720時間)'),
    orders: sum(rows, '売上件数(合計720時間)'),
    new_buyers: sum(rows, '売上件数(新規720時間)'),
    ...rakutenDays(rows),
    bids: sum(rows, '入札単価'),
  }),
  view: `${RAKUTEN_ADS}, (SELECT round(sum(bid)) FROM v_ad_entities) AS bids FROM v_ads`,
};

/** Display ads: the file was put together of several downloads, so some days stand in it again. */
const tdaCampaigns: RealExport = {
  format: 'rakuten.tda-campaigns',
  read: (path) => {
    const seen = new Set<string>();
    return sjisRowsFrom('日付,')(path).map((row) => {
      const again = seen.has(JSON.stringify(row));
      seen.add(JSON.stringify(row));
      return again ? { ...row, again: 'yes' } : row;
    });
  },
  ignored: [['rows that repeat another', (row) => row.again === 'yes']],
  count: (rows) => ({
    rows: rows.length,
    items: distinct(rows, 'キャンペーンID'),
    impressions: sum(rows, 'ビューアブルインプレッション数'),
    clicks: sum(rows, 'クリック数'),
    cost: sum(rows, '実績額(円)'),
    sales: sum(rows, '売上金額(ビュースルー・店舗内クロスデバイス含む)(円)'),
    orders: sum(rows, '売上件数(ビュースルー・店舗内クロスデバイス含む)'),
    new_buyers: sum(rows, '新規顧客_売上件数'),
    ...rakutenDays(rows),
  }),
  view: `${RAKUTEN_ADS} FROM v_ads`,
};

/** Coupons: what was taken costs, what was used takes off. */
const couponAdvance: RealExport = {
  format: 'rakuten.coupon-advance',
  read: commaRows,
  count: (rows) => ({
    rows: rows.length,
    items: distinct(rows, '商品管理番号'),
    impressions: null,
    clicks: null,
    cost: sum(rows, '実績額'),
    sales: sum(rows, '売上金額'),
    orders: sum(rows, '売上件数'),
    new_buyers: null,
    ...rakutenDays(rows),
    coupons: sum(rows, 'クーポン獲得数'),
    used: sum(rows, 'クーポン利用枚数'),
    discount: sum(rows, '値引コスト'),
    bids: sum(rows, '入札単価'),
  }),
  view: `${RAKUTEN_ADS}, sum(coupons) AS coupons, sum(coupons_used) AS used, round(sum(discount)) AS discount,
    (SELECT round(sum(bid)) FROM v_ad_entities) AS bids FROM v_ads`,
};

/** Offers of others, one row an offer and day. */
const tmallOffers: RealExport = {
  format: 'dianchacha.offers',
  read: commaRows,
  count: (rows) => ({
    offers: rows.length,
    keys: distinct(rows, 'id'),
    sellers: distinct(rows, '店名'),
    price: sum(rows, 'price', CENT),
    units: sum(rows, 'sale_count'),
    reviews: sum(rows, 'comment_count'),
    days: distinct(rows, 'update_time'),
  }),
  view: `SELECT count(*) AS offers, count(DISTINCT offer_id) AS keys, count(DISTINCT seller) AS sellers, sum(round(price * 100)) AS price,
    sum(units_low) AS units, sum(reviews) AS reviews, count(DISTINCT seen_on) AS days FROM v_offers`,
};

/** Tables one below the other: a row each of the daily users and new users counts, other metrics and splits by country or cohort do not. */
const analytics: RealExport = {
  format: 'google.ga4',
  read: (path) => {
    let header = '';
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) => {
        if (line === '' || line.startsWith('#')) header = '';
        else if (header === '') header = line;
        else return [{ header, value: line.split(',')[1] ?? '' }];
        return [];
      });
  },
  ignored: [
    ['other metrics', (row) => row.header?.startsWith('Nth day') === true && !/^Nth day,(New users|Users)$/.test(row.header)],
    ['by country, channel, page or other', (row) => row.header?.startsWith('Nth day') === false],
  ],
  count: (rows) => ({
    rows: rows.length,
    users: sum(
      rows.filter((row) => row.header === 'Nth day,Users'),
      'value',
    ),
    new_users: sum(
      rows.filter((row) => row.header === 'Nth day,New users'),
      'value',
    ),
    days: rows.length / 2,
  }),
  view: `SELECT count(*) AS rows, sum(visitors) AS users, sum(new_visitors) AS new_users, count(DISTINCT period_from) AS days FROM v_traffic
    WHERE period_from = period_to AND period_from BETWEEN '2022-06-01' AND '2023-11-26'`,
};

const EXPORTS: Readonly<Record<string, RealExport>> = {
  'ga4/data-export_multiblock.csv': analytics,
  'taobao/tmall_cosmetics_products.csv': tmallOffers,
  'google_ads/AdReport.csv': googleAds('google.ads-ads', '2026-01-20..2026-01-21', /^Total: All but removed ads$/),
  'google_ads/CampaignReport_INR.csv': googleAds('google.ads-campaigns', '2025-07-08..2025-07-31', /^Total: Campaigns$/),
  'google_ads/SearchKeywordReport_2020_devices.csv': googleAds('google.ads-keywords', '2020-08-08..2020-08-14', null),
  'google_ads/SearchTermsReport_keywords_USD_2024.csv': googleAds(
    'google.ads-search-terms',
    '2024-01-17..2024-02-15',
    /^Total: Search terms$/,
  ),
  'google_ads/SearchTermsReport_pmax_USD.csv': googleAds('google.ads-search-terms', '2026-01-28..2026-02-24', /^Total: Search terms$/),
  'google_ads/SearchTermsReport_utf16le_tab.csv': googleAds('google.ads-search-terms', '2026-05-01..2026-05-08', /^Total: Search terms$/),
  'keyword_tools/GoogleKeywordPlanner_KeywordStats.csv': keywordPlanner,
  'rakuten/wms_stock_balance_202310.csv': stockBalance,
  'shopify/products_apparel.csv': shopifyProducts,
  'shopify/products_export_2021.csv': shopifyProducts,
  'shopify/products_export_2023.csv': shopifyProducts,
  'shopify/products_export_2025_linkedto_unitprice.csv': shopifyProducts,
  'shopify/products_export_2026-03_multilocation.csv': shopifyProducts,
  'shopify/products_export_2026-06.csv': shopifyProducts,
  'shopify/products_export_2026-07_3.8MB.csv': shopifyProducts,
  'shopify/products_export_trimmed_quoted_barcode.csv': shopifyProducts,
  'shopify/products_home-and-garden.csv': shopifyProducts,
  'shopify/products_jewelery.csv': shopifyProducts,
  'shopify/inventory_export_2023_allstates.csv': inventoryStates,
  'shopify/inventory_export_2024_locationcolumn.csv': inventoryColumns,
  'woocommerce/sample_products.csv': woocommerce,
  'woocommerce/wc-product-export_brands_gtin_meta.csv': woocommerce,
  'etsy/EtsyListingsDownload.csv': oneListingARow('etsy.listings', commaRows, 'PRICE', 'QUANTITY', 'SKU', 'TITLE'),
  'amazon/ActiveListingsReport_resaved_as_csv.csv': oneListingARow('amazon.listings', commaRows, 'price', 'quantity', 'seller-sku'),
  'amazon/InventoryReport_IT_tsv.txt': oneListingARow('amazon.open-listings', tabRows, 'price', 'quantity', 'sku'),
  'amazon/BusinessReport-2025-10-15_UK.csv': traffic({
    sessions: 'Sessions – Total',
    page_views: 'Page views – Total',
    units: 'Units ordered',
    order_items: 'Total order items',
    sales: 'Ordered Product Sales',
  }),
  'amazon/BusinessReport_US.csv': traffic({
    sessions: 'Sessions - Total',
    page_views: 'Page Views - Total',
    units: 'Units Ordered',
    order_items: 'Total Order Items',
    sales: 'Ordered Product Sales',
  }),
  'sycm/流量练习数据.csv': sources(gbkRows),
  'sycm/流量练习数据.xls': sources(sheetRows),
  'sycm/流量练习数据1.csv': sources(commaRows),
  'taobao/tmall_order_report.csv': taobaoOrders,
  'rakuten/rpp_item_report_20231211.csv': rppItems,
  'rakuten/rpp_item_report_20231212.csv': rppItems,
  'rakuten/rpp_campaign_report_20231212.csv': tdaCampaigns,
  'rakuten/coupon_advance_report_20231212.csv': couponAdvance,
  'amazon/SP_SearchTermReport_2019.xlsx': searchTerms('7 Day Total Sales'),
  'amazon/SP_SearchTermReport_2023.xlsx': searchTerms('7 Day Total Sales'),
  'amazon/SponsoredProducts_SearchTermReport.xlsx': searchTerms('7 Day Total Sales ($)'),
  'amazon/SP_Targeting_report_2020.xlsx': in2020('amazon.sp-targeting', sheetRows, '14 Day Total Units (#)'),
  'amazon/SP_Advertised_product_report_2020.xlsx': in2020('amazon.sp-advertised-products', sheetRows, '14 Day Total Units (#)'),
  'amazon/SP_Campaign_report_2020.csv': campaigns2020,
  'amazon/AmazonAds_History_bidchanges.csv': adChanges,
  'amazon/SponsoredAds_custom_searchterm_unified.csv': ads('amazon.ads-search-terms-unified', commaRows, [
    'Total cost',
    'Sales',
    'Purchases',
    'Units sold',
    'Campaign name',
  ]),
};

/** These do not say their days, and in a folder of several nobody can say them for all. */
const WITHOUT_DAYS = [
  ...['amazon/BusinessReport-2025-10-15_UK.csv', 'amazon/BusinessReport_US.csv'],
  ...['sycm/流量练习数据.csv', 'sycm/流量练习数据.xls', 'sycm/流量练习数据1.csv'],
];

describe.runIf(here).each(Object.entries(EXPORTS))('%s', (file, expected) => {
  const path = join(ROOT, file);

  it('is recognised, accounted for and stored, whatever its name', async () => {
    const context = testContext({ database: true });
    const renamed = join(context.dir, `x${extname(file)}`);
    copyFileSync(path, renamed);
    await expectImported(context, renamed, file, expected);
    // The whole folder, which has the names, leaves these out.
    if (WITHOUT_DAYS.includes(file)) await expectImported(testContext({ database: true }), path, file, expected);
  });
});

/** What the other files are refused as. */
const REFUSED: Readonly<Record<string, string>> = {
  'zh-ad-words/zh_ad_law_words.tsv': 'is no export that eco knows',
  'README.md': 'is no export',
  // Its rows were shifted by hand: 57 columns in the header, 58 and 59 in the rows.
  'shopify/product_template_new_column_names.csv': '7 of 28 rows cannot be read, so nothing was taken. Line 2, column "Inventory quantity"',
  'rakuten/rms_order_csv_HEADER_ONLY.txt': 'has a header but no rows',
};

/** Each file is read by itself above; all of them once more take half a minute: with `npm run check:formats`. */
describe.runIf(here && process.env.ECO_ALL_FORMATS)('the whole folder in one command', () => {
  it('takes each file for what it is and refuses the others by name', async () => {
    const context = testContext({ database: true });
    const first = await entries(context);
    expect(first.map(({ file }) => file).sort()).toEqual([...Object.keys(EXPORTS), ...Object.keys(REFUSED)].sort());
    for (const { file, report_format, status, message, rows_read, rows_rejected } of first) {
      const expected = EXPORTS[file];
      if (WITHOUT_DAYS.includes(file)) expect([status, message], file).toEqual(['rejected', expect.stringContaining('--period')]);
      else if (expected)
        expect([report_format, status, rows_read, rows_rejected], file).toEqual([expected.format, 'imported', rowsOf(file, expected), 0]);
      else
        expect([status, message.slice(0, REFUSED[file]?.length)], file).toEqual([
          file === 'README.md' ? 'skipped' : 'rejected',
          REFUSED[file],
        ]);
    }
    const again = await entries(context);
    const differing = again.filter((entry, at) => entry.status !== (first[at]?.status === 'imported' ? 'unchanged' : first[at]?.status));
    expect(differing).toEqual([]);
  });

  it.each(Object.keys(REFUSED))('%s alone is refused under any name, and nothing is stored', async (file) => {
    const context = testContext({ database: true });
    const renamed = join(context.dir, `x${extname(file)}`);
    copyFileSync(join(ROOT, file), renamed);
    const { exitCode, out } = await run(context, 'import', renamed);
    expect([exitCode, out]).toEqual([1, expect.stringContaining(REFUSED[file] as string)]);
    const tables = ['listings', 'stock', 'order_heads', 'traffic', 'ads', 'stores'].map((table) => `(SELECT count(*) FROM ${table})`);
    expect(await query(context, `SELECT ${tables.join(' + ')} AS n`)).toEqual([{ n: 0 }]);
  });
});

interface Entry {
  readonly file: string;
  readonly report_format: string | null;
  readonly status: string;
  readonly message: string;
  readonly rows_read: number;
  readonly rows_rejected: number;
}

async function entries(context: TestContext): Promise<Entry[]> {
  const { exitCode, out } = await run(context, 'import', ROOT, '--format', 'json');
  expect(exitCode).toBe(4);
  return (JSON.parse(out) as { rows: Entry[] }).rows;
}

const counted = new Map<string, number>();

/** Rows by the independent reading, which takes longer than the import. */
function rowsOf(file: string, { read }: RealExport): number {
  return counted.get(file) ?? read(join(ROOT, file)).length;
}

/** Imports the file alone, accounts for its rows and compares the views with the independent reading. */
async function expectImported(context: TestContext, path: string, file: string, expected: RealExport): Promise<void> {
  const rules = expected.ignored ?? [];
  const all = expected.read(join(ROOT, file));
  counted.set(file, all.length);
  const rows = all.filter((row) => !rules.some(([, applies]) => applies(row)));
  const done = await run(context, 'import', path, ...(expected.arguments ?? []));
  expect([done.exitCode, done.err]).toEqual([0, '']);
  const [entry] = await query(context, 'SELECT report_format, status, rows_read, rows_new, rows_ignored, rows_rejected FROM v_files');
  expect(entry).toEqual({
    report_format: expected.format,
    status: 'imported',
    rows_read: all.length,
    rows_new: rows.length,
    rows_ignored: all.length - rows.length,
    rows_rejected: 0,
  });
  for (const [rule, applies] of rules) {
    const ignored = all.filter(applies).length;
    if (ignored > 0) expect(done.out).toContain(`${ignored.toLocaleString('en')} ignored (${rule})`);
  }
  expect(await query(context, expected.view)).toEqual([expected.count(rows)]);
}

async function query(context: TestContext, sql: string): Promise<Record<string, unknown>[]> {
  const { out } = await run(context, 'db', 'sql', sql, '--format', 'json');
  return (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows;
}
