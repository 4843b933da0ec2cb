/** Traffic in a period by item, source or search term, as the platform measured it: who came, what they looked at, what they bought. */
import type { PeriodTable } from './periodRows.js';
import type { PeriodRow } from './periods.js';

/** Sources and search terms come for the whole shop, or for one item at a time, as its variations do: then it is what the file is about. */
function aboutOf(row: PeriodRow): string {
  const [, item = '', variation = ''] = String(row('item') ?? '').split('\u001f');
  return row('source') === null && row('searchTerm') === null && variation === '' ? '' : item;
}

export const TRAFFIC: PeriodTable = {
  subject: 'traffic',
  table: 'traffic',
  about: aboutOf,
  item: 'always',
  columns: [
    ['parent_item', 'parentAsin'],
    ['search_term', 'searchTerm'],
    ['source', 'source'],
    ['source_detail', 'sourceDetail'],
    ['device', 'device'],
    ['country', 'country'],
    ['url', 'url'],
    ['sessions', 'sessions'],
    ['sessions_b2b', 'sessionsB2b'],
    ['page_views', 'pageViews'],
    ['page_views_b2b', 'pageViewsB2b'],
    ['buy_box_ratio', 'buyBoxRatio'],
    ['impressions', 'impressions'],
    ['clicks', 'clicks'],
    ['position', 'position'],
    ['visitors', 'visitors'],
    ['new_visitors', 'newVisitors'],
    ['returning_visitors', 'returningVisitors'],
    ['search_visitors', 'searchVisitors'],
    ['search_buyers', 'searchBuyers'],
    ['stay_seconds', 'staySeconds'],
    ['bounce_ratio', 'bounceRatio'],
    ['favourite_users', 'favouriteUsers'],
    ['favourites', 'favourites'],
    ['cart_users', 'cartUsers'],
    ['cart_units', 'cartUnits'],
    ['placed_buyers', 'placedBuyers'],
    ['placed_units', 'placedUnits'],
    ['placed_sales_minor', 'placedSales'],
    ['buyers', 'buyers'],
    ['new_buyers', 'newBuyers'],
    ['returning_buyers', 'returningBuyers'],
    ['returning_sales_minor', 'returningSales'],
    ['paid_orders', 'paidOrders'],
    ['buyer_ratio', 'buyerRatio'],
    ['sales_per_buyer_minor', 'salesPerBuyer'],
    ['refunded_minor', 'refundedSales'],
    ['units', 'unitsOrdered'],
    ['units_b2b', 'unitsOrderedB2b'],
    ['order_items', 'orderItems'],
    ['sales_minor', 'orderedSales'],
    ['sales_b2b_minor', 'orderedSalesB2b'],
    ['units_refunded', 'unitsRefunded'],
    ['units_shipped', 'unitsShipped'],
    ['shipped_sales_minor', 'shippedSales'],
    ['conversions', 'conversions'],
    ['currency', 'currency'],
  ],
};
