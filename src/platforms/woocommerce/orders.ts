/**
 * Orders of WooCommerce's own analytics: an order a row, its products in one cell (`1× Mug, 2× Tea`), which cannot be split for certain. A
 * refund is a row of its own under the number of its order, with negative net sales; it is left out. States are the shop's machine names
 * in every language. `N. Revenue (formatted)` is the order's total as the shop shows it, with what is left of it after a refund beside it.
 *
 * The columns are those of WooCommerce's source code; other languages have other headers and are not known.
 */
import { column, defineReport, required } from '../define.js';

export const woocommerceOrders = defineReport({
  id: 'woocommerce.orders',
  platform: 'woocommerce',
  report: 'Analytics: orders',
  fills: ['orders'],
  certainty: 'A-',
  source: 'the source code that writes the file (Admin/API/Reports/Orders), and public readers of it',
  download: 'WooCommerce > Analytics > Orders > Download (over 25 orders: by mail)',
  notes: [
    'one line stands for all items of an order, called after the list of them; its amount is net sales: without tax and shipping, after coupons',
    'rows of refunds are left out',
  ],
  columns: [
    required('orderId', 'Order #'),
    required('orderedAt', 'Date'),
    required('orderStatus', 'Status'),
    required('title', 'Product(s)'),
    column('quantity', 'Items sold'),
    { ...column('orderTotal', 'N. Revenue (formatted)'), only: /^[^\d]*\d[\d.,'\u00A0\u202F ]*[^\d]*$/ },
    column('lineAmount', 'Net Sales', 'N. Revenue'),
    required('orderSubtotal', 'Net Sales', 'N. Revenue'),
  ],
  hasOneOf: ['Customer type', 'Coupon(s)', 'N. Revenue (formatted)'],
  ignore: [{ rule: 'rows of refunds', anyCell: /^-\D{0,4}\d[\d.,]*$/ }],
  wholeOrders: true,
  people: { buyer: ['Customer'] },
  unit: ['orderId'],
  states: { cancelled: /^(wc-)?(cancelled|failed|trash)$/i, pending: /^(wc-)?(pending|on-hold|checkout-draft)$/i },
});
