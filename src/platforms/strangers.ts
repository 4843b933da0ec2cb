/**
 * Reports that eco cannot read but knows by sight: so that a file is refused under its own name instead of as a riddle, and its
 * owner is told which download holds the same figures. Each is told by headers that stand together in no report that eco reads; of
 * several that fit, the first counts. Names of headers as in `docs/FORMATS.md`: from real files where there were any, else from
 * public readers.
 */
import { foldHeader } from './header.js';

export interface Stranger {
  /** With its article: "a Google Ads search terms report". */
  readonly name: string;
  /** The id of the format that tells the same, or the nearest to it. */
  readonly instead: string | null;
}

type Sight = readonly [name: string, headers: string, instead?: string];

/** Headers are separated by "|". */
const AMAZON_ADS: readonly Sight[] = [
  ['an Amazon Ads custom report of what was bought', 'Campaign name|Converted product ID', 'amazon.sp-purchased-products'],
  ['an Amazon Ads custom report of what was bought', 'Campaign name|Purchased product ID', 'amazon.sp-purchased-products'],
  ['an Amazon Ads custom report of what was bought', '广告活动名称|达成转化的商品编号', 'amazon.sp-purchased-products'],
];

const AMAZON: readonly Sight[] = [
  ['an Amazon settlement report of the old form (V1)', 'settlement-id|settlement-start-date|price-type', 'amazon.settlement'],
  ['an Amazon order report for dispatch (it holds buyers)', 'order-id|order-item-id|buyer-email', 'amazon.orders'],
  ['an Amazon order report for dispatch (it holds buyers)', 'order-id|order-item-id|recipient-name', 'amazon.orders'],
  ['an Amazon shipments report', 'amazon-order-id|shipment-id|shipment-item-id', 'amazon.orders'],
  ['an Amazon fee preview', 'sku|estimated-fee-total'],
  ['an Amazon storage fee report', 'fnsku|estimated_monthly_storage_fee'],
  ['an Amazon listing template', 'feed_product_type|item_sku', 'amazon.listings'],
  ['a Keepa export', 'ASIN|Sales Rank: Current'],
  ['a Helium 10 Cerebro export', 'Keyword Phrase|Cerebro IQ Score'],
  ['a Helium 10 Xray export', 'Product Details|ASIN|BSR'],
];

const SHOPS: readonly Sight[] = [
  ['a Shopify customers export', 'Total Spent|Total Orders|Accepts Email Marketing', 'shopify.orders'],
  ['a Shopify export of abandoned checkouts', 'Abandoned Checkout URL', 'shopify.orders'],
  ['a Shopify draft orders export', 'Draft Order Status', 'shopify.orders'],
  ['a Shopify discounts export', 'Times Used In Total|Discount Class'],
  ['a WooCommerce analytics export of orders', 'Order #|N. Revenue (formatted)'],
  ['an Etsy sold orders file', 'Order ID|Order Value|Card Processing Fees', 'etsy.sold-order-items'],
  ['a Google Merchant Center feed', 'id|availability|link|price', 'google.merchant-feed'],
];

const SEARCH_AND_ADS: readonly Sight[] = [
  ['a Google Ads search terms report', 'Search term|Match type|Added/Excluded'],
  ['a Google Ads search terms report', 'Suchbegriff|Keyword-Option|Hinzugefügt/Ausgeschlossen'],
  ['a Google Ads search terms report', 'Search terms report'],
  ['a Google Ads keyword report', 'Keyword status|Keyword|Impr.'],
  ['a Google Ads keyword report', 'Search keyword report'],
  ['a Google Ads ad report', 'Ad status|Final URL|Headline 1'],
  ['a Google Ads campaign report', 'Campaign status|Campaign|Budget'],
  ['a Google Ads campaign report', 'Campaign report'],
  ['Google Keyword Planner statistics', 'Keyword|Avg. monthly searches'],
  ['a Google Analytics export', '# Report CSV Export'],
  ['a Google Analytics export', 'Nth day'],
  ['a Google Search Console export', 'Top queries|Clicks|Impressions|Position'],
  ['a Meta Ads report', 'Reporting starts|Reporting ends|Campaign name'],
  ['a Microsoft Ads report', 'Report Aggregation:'],
  ['a Semrush keyword export', 'Keyword|Keyword Difficulty|Competitive Density'],
  ['an Ahrefs keyword export', 'Keyword|Difficulty|Parent Keyword'],
  ['an eRank keyword export', 'Keywords|Avg. Searches|Etsy Competition'],
];

const EAST_ASIA: readonly Sight[] = [
  ['a 生意参谋 report', '统计日期|访客数'],
  ['an Alimama (万相台) report', '展现量|点击量|花费'],
  ['an Alimama (引力魔方, 钻展) report', '展现量|点击量|消耗'],
  ['a Pinduoduo order export', '订单号|商家实收金额(元)'],
  ['a Pinduoduo ad report', '成交花费(元)|实际投产比'],
  ['a Pinduoduo statement', '商户订单号|收入金额(+元)'],
  ['a Douyin shop order export', '主订单编号|子订单编号|选购商品'],
  ['a Douyin ad report', '整体消耗|整体支付ROI'],
  ['a JD item report', 'SKU名称|成交金额'],
  ['a JD ad report', '跟单SKUID|展现数'],
  ['a JD settlement', '父单号|应结金额'],
  ['a 1688 order export', '卖家公司名|货品总价(元)'],
  ['a Shopee mass update file', 'et_title_product_id'],
  ['a Shopee order export', 'Order ID|SKU Reference No.|Deal Price'],
  ['a Lazada order export', 'orderNumber|sellerSku|paidPrice'],
  ['a Rakuten RPP campaign report', 'キャンペーンID|実績額(円)'],
  ['a Rakuten coupon advance report', '商品管理番号|クーポン獲得数'],
  ['a Rakuten RPP item report', '商品管理番号|入札単価'],
  ['a Rakuten item analysis', '商品管理番号|アクセス人数'],
  ['a Rakuten order file', '注文番号|ステータス'],
  ['a Rakuten item file', '商品管理番号(商品URL)'],
  ['a Yahoo! Shopping (Japan) item file', 'path|sub-code|code'],
  ['a Qoo10 item file', 'seller_unique_item_id'],
  ['a warehouse stock balance', '商品コード|在庫残数'],
];

const SIGHTS = [...AMAZON_ADS, ...AMAZON, ...SHOPS, ...SEARCH_AND_ADS, ...EAST_ASIA].map(([name, headers, instead]) => ({
  stranger: { name, instead: instead ?? null },
  headers: headers.split('|').map(foldHeader),
}));

/** What a header that no format reads belongs to, or null. */
export function looksLike(header: readonly string[]): Stranger | null {
  const folded = new Set(header.map(foldHeader));
  return SIGHTS.find(({ headers }) => headers.every((name) => folded.has(name)))?.stranger ?? null;
}
