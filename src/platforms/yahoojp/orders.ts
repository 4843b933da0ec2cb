/**
 * Orders of Yahoo! Shopping in Japan as wholes (注文データ of Store Creator Pro): CP932, machine names that the seller chooses from. The items are in a
 * file of their own (orderItems.ts); together they are the order. 0 予約 and 1 to 5 are the states of the platform's order API.
 *
 * The names are those of the order API, of which the download offers a choice: readers of the file know them by these names, or by their place in
 * the choice of their shop. Real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const yahoojpOrders = defineReport({
  id: 'yahoojp.orders',
  platform: 'yahoojp',
  report: '注文データ',
  fills: ['orders'],
  certainty: 'B',
  source: 'three public readers of the file; all names of the order API (orderInfo), of which the download offers a choice',
  download: 'ストアクリエイターPro > 注文管理 > 注文検索 > 注文データ ダウンロード',
  notes: ['without the 商品データ one line stands for all items of an order, at TotalPrice: with shipping, after coupons and points'],
  columns: [
    required('orderId', 'OrderId', 'Order ID'),
    required('orderedAt', 'OrderTime', 'Order Time'),
    column('orderStatus', 'OrderStatus', 'Order Status'),
    column('paidAt', 'PayDate'),
    required('lineAmount', 'TotalPrice', 'Total', 'Total Price'),
    column('orderTotal', 'TotalPrice', 'Total', 'Total Price'),
    column('orderShipping', 'ShipCharge', 'Ship Charge'),
    column('orderPaid', 'SettlePayAmount', 'SettleAmount'),
  ],
  not: ['ItemId', 'LineId', 'Title', 'SKU ID', 'Seller SKU'],
  wholeOrders: true,
  people: { buyer: ['BillMailAddress', 'BillName', 'BillLastName'] },
  unit: ['orderId'],
  currency: 'JPY',
  states: { cancelled: /^4$|キャンセル/ },
});
