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
  ['an Amazon order report for dispatch (it holds buyers)', 'order-id|order-item-id|quantity-purchased', 'amazon.orders'],
  ['an Amazon shipments report', 'amazon-order-id|shipment-id|shipment-item-id', 'amazon.orders'],
  ['the transaction view of Amazon Payments', 'Transaction type|Total product charges|Amazon fees', 'amazon.transactions'],
  ['the transaction view of Amazon Payments', 'Transaktionstyp|Artikelpreise gesamt|Amazon-Gebühren', 'amazon.transactions'],
  ['the transaction view of Amazon Payments', 'Type de transaction|Total des frais produit', 'amazon.transactions'],
  ['the transaction view of Amazon Payments', 'Totale costo prodotti|Commissioni Amazon', 'amazon.transactions'],
  ['an Amazon VAT transactions report', 'TRANSACTION_TYPE|TRANSACTION_EVENT_ID|SELLER_SKU', 'amazon.transactions'],
  ['an Amazon fee preview', 'sku|estimated-fee-total'],
  ['an Amazon SKU economics report', 'MSKU|Net units sold|Net proceeds total', 'amazon.transactions'],
  ['an Amazon restock report', 'Merchant SKU|Recommended replenishment qty', 'amazon.fba-inventory'],
  ['an Amazon report of stranded stock', 'stranded-reason|date-stranded', 'amazon.fba-inventory'],
  ['an Amazon report of stock by country', 'seller-sku|quantity-for-local-fulfillment', 'amazon.fba-inventory'],
  ['an Amazon report of removal orders', 'request-date|removal-fee|in-process-quantity', 'amazon.inventory-ledger'],
  ['an Amazon report of replacements', 'replacement-amazon-order-id|replacement-reason-code'],
  ['an Amazon storage fee report', 'fnsku|estimated_monthly_storage_fee'],
  ['an Amazon listing template', 'feed_product_type|item_sku', 'amazon.listings'],
];

const SHOPS: readonly Sight[] = [
  ['a Shopify customers export', 'Total Spent|Total Orders|Tax Exempt', 'shopify.orders'],
  ['a Shopify export of abandoned checkouts', 'Abandoned Checkout URL', 'shopify.orders'],
  ['a Shopify draft orders export', 'Draft Order Status', 'shopify.orders'],
  ['a Shopify discounts export', 'Times Used In Total|Discount Class'],
  ['an Etsy Payments sales report (it holds buyers)', 'Payment ID|Buyer Username|Gross Amount|Net Amount', 'etsy.statement'],
  ['an Etsy deposits report', 'Date|Amount|Currency|Status|Bank Account Ending Digits', 'etsy.statement'],
  ['a Square report of items sold', 'Price Point Name|Transaction ID|Payment ID'],
  ['a Walmart buy box report', 'BuyBox Item Price|isSellerBuyBoxWinner', 'walmart.items'],
  ['a Google Merchant Center feed', 'id|availability|link|price', 'google.merchant-feed'],
];

const SEARCH_AND_ADS: readonly Sight[] = [
  ['the list of filters of a Search Console export', 'Filter|Value'],
  ['the search appearance of a Search Console export', 'Search Appearance|Impressions|Position'],
  ['a Google Analytics export', '# Report CSV Export'],
  ['a Google Analytics export', 'Nth day'],
];

const EAST_ASIA: readonly Sight[] = [
  ['a 生意参谋 report', '统计日期|访客数'],
  ['an Alimama (万相台) report', '展现量|点击量|花费'],
  ['an Alimama (引力魔方, 钻展) report', '展现量|点击量|消耗'],
  ['a Shopee mass update file of another kind', 'et_title_product_id', 'shopee.sales-info'],
  ['a Rakuten item file', '商品管理番号(商品URL)'],
  ['a Yahoo! Shopping (Japan) item file', 'path|sub-code|code'],
  ['a Qoo10 item file', 'seller_unique_item_id'],
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
