/**
 * Sold order items: one row an item of an order. `Price` is that of one unit; shipping and sales tax are the order's and are
 * repeated on each of its rows. Whether a discount that stands on a row is the row's or the order's is not known, so it is
 * left out, as is `Item Total`, which is price × quantity. `Variations` is left out too: it holds what buyers write to have an
 * item personalised, names above all, between the options they chose. Days only, American order (MM/DD/YY). Nothing tells a cancelled order.
 *
 * `EtsySoldOrders` (soldOrders.ts) tells the same orders as wholes, with status and total; together they are the order.
 *
 * The columns come from public readers of the file; real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const etsySoldOrderItems = defineReport({
  id: 'etsy.sold-order-items',
  platform: 'etsy',
  report: 'Sold order items (EtsySoldOrderItems)',
  fills: ['orders'],
  certainty: 'A-',
  source: 'header in several public readers of the file',
  download: 'Shop Manager > Settings > Options > Download Data > Orders > CSV type: Order Items',
  notes: [
    'the amount of a line is price × quantity, before coupons; sales tax that Etsy collects is not in it',
    'nothing tells a cancelled or refunded order',
  ],
  columns: [
    required('orderId', 'Order ID'),
    required('title', 'Item Name'),
    required('productId', 'Listing ID'),
    required('quantity', 'Quantity'),
    required('unitPrice', 'Price'),
    required('orderedAt', 'Sale Date'),
    column('paidAt', 'Date Paid'),
    column('orderShipping', 'Order Shipping', 'Order Delivery'),
    column('orderTax', 'Order Sales Tax'),
    column('currency', 'Currency'),
    column('sku', 'SKU'),
  ],
  people: { buyer: ['Buyer', 'Ship Name'] },
  dateOrder: 'mdy',
  htmlEntities: true,
  unit: ['orderId'],
});
