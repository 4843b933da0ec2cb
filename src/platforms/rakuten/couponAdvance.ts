/**
 * Performance report of クーポンアドバンス, the ads of Rakuten that hand out coupons: an item a day or a span. UTF-8 with a byte order mark, no preamble. A
 * coupon that is taken is what costs (入札単価 each), not a click; what a used one takes off the price (値引コスト) the shop pays besides.
 *
 * 売上金額 is before the discount and of orders of whatever day the coupon was taken; 売上金額(クーポン掲載商品), of orders of the day, is another count and
 * left out. CVR is by a number that the report does not show. Rates are cut off behind the second decimal, costs a coupon or an order raised to
 * the next yen.
 *
 * Seen: one export of 2023.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';
import { AD_PERIOD, AD_PERIOD_DAYS, AD_TOTALS, COUPONS_TAKEN, ITEM_NUMBER } from './adColumns.js';

export const rakutenCouponAdvance = defineReport({
  id: 'rakuten.coupon-advance',
  platform: 'rakuten',
  report: 'クーポンアドバンス パフォーマンスレポート',
  fills: ['ads', 'adEntities'],
  certainty: 'A',
  source: 'a real export of 2023',
  download: 'RMS > 広告・アフィリエイト・楽天大学 > クーポンアドバンス > パフォーマンスレポート > 商品別 > ダウンロード',
  notes: [
    'the cost (実績額) is that of coupons taken; the discount of those used (値引コスト) comes on top and has a column of its own',
    'within how many days an order counts the report does not say',
  ],
  columns: [
    AD_PERIOD,
    required('productId', ITEM_NUMBER),
    column('bid', '入札単価'),
    required('adCoupons', COUPONS_TAKEN),
    required('adCost', '実績額'),
    column('adCouponsUsed', 'クーポン利用枚数'),
    column('adDiscount', '値引コスト'),
    column('adSales', '売上金額'),
    column('adOrders', '売上件数'),
  ],
  days: AD_PERIOD_DAYS,
  ratios: [
    { names: ['クーポン獲得単価'], of: ['adCost'], by: ['adCoupons'], rounds: 'up' },
    { names: ['クーポン利用率 (%)', 'クーポン利用率(%)'], of: ['adCouponsUsed'], by: ['adCoupons'], rounds: 'down' },
    { names: ['ROAS (%)', 'ROAS(%)'], of: ['adSales'], by: ['adCost'], rounds: 'down' },
    { names: ['ROAS(値引コスト含む) (%)', 'ROAS(値引コスト含む)(%)'], of: ['adSales'], by: ['adCost', 'adDiscount'], rounds: 'down' },
    { names: ['注文獲得単価'], of: ['adCost'], by: ['adOrders'], rounds: 'up' },
  ],
  ignore: AD_TOTALS,
  noRepeats: true,
  unit: AD_UNIT,
  currency: 'JPY',
  period: 'rows',
  channel: 'クーポンアドバンス',
  grain: 'item',
});
