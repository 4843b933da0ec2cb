/**
 * Items of orders of Yahoo! Shopping in Japan (商品データ beside the 注文データ of Store Creator Pro): CP932, a row an item of an order. It has no day: the
 * file of orders (orders.ts) tells it. What buyers have engraved (Inscription, ItemOption) is left out.
 *
 * The names are those of the order API, of which the download offers a choice: readers of the file know them by these names, or by their place in
 * the choice of their shop.
 */
import { column, defineReport, required } from '../define.js';

export const yahoojpOrderItems = defineReport({
  id: 'yahoojp.order-items',
  platform: 'yahoojp',
  report: '注文の商品データ',
  fills: ['orders'],
  certainty: 'B',
  source: 'three public readers of the file; all names of the order API (orderInfo), of which the download offers a choice',
  download: 'ストアクリエイターPro > 注文管理 > 注文検索 > 商品データ ダウンロード',
  notes: ['its orders have a day only with the 注文データ', 'the amount of a line is UnitPrice × quantity, with tax, before coupons'],
  columns: [
    required('orderId', 'OrderId', 'Order ID'),
    column('orderedAt', 'OrderTime', 'Order Time'),
    required('productId', 'ItemId', 'Item ID'),
    { ...column('sku', 'SubCode', 'Sub Code', 'ItemId', 'Item ID'), firstFilled: true },
    column('variationId', 'SubCode', 'Sub Code'),
    column('variation', 'SubCodeOption'),
    required('title', 'Title'),
    required('quantity', 'Quantity'),
    required('unitPrice', 'UnitPrice', 'Unit Price'),
    { ...column('gtin', 'Jan'), only: /^\d{8,14}$/ },
  ],
  hasOneOf: ['LineId', 'Line ID', 'SubCode', 'Sub Code', 'ItemTaxRatio', 'CouponDiscount'],
  people: {},
  unit: ['orderId'],
  currency: 'JPY',
});
