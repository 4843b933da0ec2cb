/**
 * All Orders (by order or by last update): one row a line of an order. `item-price` is the line's total (quantity × price) and
 * blank while the payment is pending; in Europe it includes `item-tax`, in America tax comes on top. Times are UTC with their
 * offset. Orders that Amazon delivers for other shops stand under "Non-Amazon …". The report holds cities and postal codes:
 * only the columns below are kept.
 */
import { column, defineReport, required } from '../define.js';

export const amazonOrders = defineReport({
  id: 'amazon.orders',
  platform: 'amazon',
  report: 'All Orders report',
  fills: ['orders'],
  certainty: 'A',
  source: 'header of a real export (UK 2025, 91 columns); classic US header with 31 to 33 columns from a public reader',
  download: 'Seller Central > Orders > Order Reports > All Orders (or Reports > Fulfilment by Amazon > All Orders)',
  notes: [
    'the amount of a line is `item-price`, the total of its quantity: tax included where prices are shown with it (Europe, the UK, Japan, Australia), before tax in America; `item-tax` is kept beside it',
    'pending orders have no price yet: their amounts are unknown, not 0',
    'replacements and deliveries for other shops (`Non-Amazon …`) leave stock and are no sales; cancelled lines count nowhere',
    'times are UTC; the day is that of the marketplace',
  ],
  columns: [
    required('orderId', 'amazon-order-id'),
    required('orderedAt', 'purchase-date'),
    column('updatedAt', 'last-updated-date'),
    required('orderStatus', 'order-status'),
    column('fulfilment', 'fulfillment-channel', 'fulfilment-channel'),
    column('salesChannel', 'sales-channel'),
    column('title', 'product-name'),
    required('sku', 'sku'),
    column('asin', 'asin'),
    column('lineStatus', 'item-status'),
    column('quantity', 'quantity'),
    column('currency', 'currency'),
    required('lineAmount', 'item-price'),
    column('lineTax', 'item-tax'),
    column('lineShipping', 'shipping-price'),
    column('lineShippingTax', 'shipping-tax'),
    column('lineGiftWrap', 'gift-wrap-price'),
    column('lineDiscount', 'item-promotion-discount'),
    column('lineShippingDiscount', 'ship-promotion-discount'),
    column('isReplacement', 'is-replacement-order'),
  ],
  quoting: 'none',
  people: {},
  unit: ['orderId'],
  stamp: 'updatedAt',
  storeBy: 'salesChannel',
  noSaleChannel: /^non[- ]?amazon/i,
  states: { cancelled: /^cancell?ed\b/i, pending: /^pending\b/i },
});
