/**
 * Sold orders: an order a row, without its items, which the sold order items tell (soldOrderItems.ts); together they are the order. `Order Value`
 * is what the items cost before coupons, `Order Total` what the buyer paid with shipping and sales tax. Fees and what was adjusted after a
 * refund are left out: the monthly statement has them. Days only, American order. In British accounts shipping is called delivery.
 *
 * The header comes from several public readers of the file; real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const etsySoldOrders = defineReport({
  id: 'etsy.sold-orders',
  platform: 'etsy',
  report: 'Sold orders (EtsySoldOrders)',
  fills: ['orders'],
  certainty: 'A-',
  source: 'header in several public readers of the file',
  download: 'Shop Manager > Settings > Options > Download Data > Orders > CSV type: Orders',
  notes: [
    'without the sold order items one line stands for all items of an order',
    'the amount is Order Value: before coupons, shipping and tax; sales tax that Etsy collects is in Order Total',
  ],
  columns: [
    required('orderId', 'Order ID'),
    required('orderedAt', 'Sale Date'),
    column('orderStatus', 'Status'),
    column('quantity', 'Number of Items'),
    column('lineAmount', 'Order Value'),
    required('orderSubtotal', 'Order Value'),
    column('orderDiscount', 'Discount Amount'),
    column('orderShipping', 'Shipping', 'Delivery'),
    column('orderTax', 'Sales Tax'),
    required('orderTotal', 'Order Total'),
    column('currency', 'Currency'),
  ],
  hasOneOf: ['Card Processing Fees', 'Order Net', 'Adjusted Order Total', 'InPerson Discount'],
  not: ['Item Name', 'Listing ID', 'Transaction ID'],
  wholeOrders: true,
  people: { buyer: ['Buyer', 'Full Name'] },
  dateOrder: 'mdy',
  unit: ['orderId'],
  states: { cancelled: /cancel/i },
});
