/** Ad performance in a period by campaign, ad group, what was bid on, what was advertised, and what the shopper typed. */
import { campaignKey } from '../core/campaign.js';
import type { PeriodTable } from './periodRows.js';
import type { PeriodRow } from './periods.js';

/** A campaign's rows are exported whole; a report that knows no campaigns speaks of the whole shop. */
export function campaignOf(row: PeriodRow): string {
  return campaignKey(row('campaignId'), row('campaign'));
}

export const ADS: PeriodTable = {
  subject: 'ads',
  table: 'ads',
  about: campaignOf,
  item: 'ifNamed',
  target: true,
  columns: [
    ['search_term', 'searchTerm'],
    ['placement', 'placement'],
    ['purchased_item', 'purchasedAsin'],
    ['device', 'device'],
    ['country', 'country'],
    ['region', 'region'],
    ['impressions', 'impressions'],
    ['clicks', 'clicks'],
    ['cost_micros', 'adCost'],
    ['sales_micros', 'adSales'],
    ['orders', 'adOrders'],
    ['units', 'adUnits'],
    ['units_same_sku', 'adUnitsSameSku'],
    ['units_other_sku', 'adUnitsOtherSku'],
    ['sales_same_sku_micros', 'adSalesSameSku'],
    ['sales_other_sku_micros', 'adSalesOtherSku'],
    ['orders_same_sku', 'adOrdersSameSku'],
    ['orders_other_sku', 'adOrdersOtherSku'],
    ['conversions', 'adConversions'],
    ['conversion_value_micros', 'adConversionValue'],
    ['favourites', 'adFavourites'],
    ['carts', 'adCarts'],
    ['new_buyers', 'adNewBuyers'],
    ['presale_orders', 'adPresaleOrders'],
    ['presale_sales_micros', 'adPresaleSales'],
    ['coupons', 'adCoupons'],
    ['coupons_used', 'adCouponsUsed'],
    ['discount_micros', 'adDiscount'],
    ['views', 'adViews'],
    ['rank', 'adRank'],
    ['quality_score', 'qualityScore'],
    ['attribution_days', 'attributionDays'],
    ['currency', 'currency'],
  ],
  bands: [
    ['impression_share', 'impressionShare'],
    ['top_of_search_share', 'topOfSearchShare'],
  ],
};
