/**
 * Reports that eco cannot read yet but knows by sight: so that a file is refused under its own name instead of as a riddle.
 * Each is told by headers that stand together in no other report.
 */
import { foldHeader } from './header.js';

const STRANGERS: readonly (readonly [string, readonly string[]])[] = [
  ['a Google Ads search terms report', ['Search term', 'Match type', 'Added/Excluded']],
  ['a Google Ads keyword report', ['Keyword status', 'Keyword', 'Impr.']],
  ['a Google Ads ad report', ['Ad status', 'Final URL', 'Headline 1']],
  ['a Google Ads campaign report', ['Campaign status', 'Campaign', 'Budget']],
  ['Google Keyword Planner statistics', ['Keyword', 'Avg. monthly searches']],
  ['a Google Analytics export', ['Nth day']],
  ['an Amazon Sponsored Products targeting report', ['Targeting', 'Match Type', 'Top-of-search Impression Share']],
  ['an Amazon Sponsored Products targeting report', ['Campaign Name', 'Ad Group Name', 'Targeting', 'Match Type', 'Click-Thru Rate (CTR)']],
  ['an Amazon Sponsored Products advertised product report', ['Advertised SKU', 'Advertised ASIN']],
  ['an Amazon Sponsored Products advertised product report', ['Campaign Name', 'Advertised ASIN']],
  ['an Amazon Sponsored Products campaign report', ['Campaign Name', 'Bidding strategy', 'Impressions']],
  ['an Amazon Ads change history', ['eventSourceType', 'eventSourceId']],
  // Its rows may be days, weeks or months, and nothing in the file says which.
  ['an Amazon Sales and Traffic report by date', ['Date', 'Ordered Product Sales', 'Units Ordered']],
  ['an Amazon AFN inventory report', ['fulfillment-channel-sku', 'Warehouse-Condition-code']],
  ['an Amazon settlement report', ['settlement-id', 'amount-type', 'amount-description']],
  ['an Amazon date range transaction report', ['date/time', 'settlement id']],
  ['a Rakuten RPP report', ['商品管理番号', '入札単価']],
  ['a Rakuten RPP report', ['RPPキャンペーン名']],
  ['a Rakuten RPP report', ['ROAS合計720時間(%)']],
  ['a Rakuten order file', ['注文番号', 'ステータス']],
  ['a warehouse stock balance', ['商品コード', '在庫残数']],
  ['a 生意参谋 traffic source table', ['流量来源', '来源明细']],
  ['a 生意参谋 report', ['统计日期', '访客数']],
  ['a Taobao order report (订单报表)', ['订单编号', '买家实际支付金额']],
  ['a Taobao order report (订单报表)', ['订单编号', '买家实付金额']],
  ['an Alimama (万相台) report', ['展现量', '点击量', '花费']],
  ['an Etsy statement', ['Fees & Taxes', 'Net', 'Tax Details']],
  ['an Etsy sold orders file', ['Order ID', 'Order Value', 'Card Processing Fees']],
  ['an eBay transaction report', ['Transaction creation date', 'Final Value Fee - fixed']],
  ['a Shopify payouts file', ['Payout Status', 'Payout Date']],
];

/** What a header that no format reads belongs to, or null. */
export function looksLike(header: readonly string[]): string | null {
  const folded = new Set(header.map(foldHeader));
  const found = STRANGERS.find(([, signature]) => signature.every((name) => folded.has(foldHeader(name))));
  return found ? found[0] : null;
}
