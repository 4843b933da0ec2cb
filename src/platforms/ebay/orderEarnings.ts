/**
 * Order earnings report: what an order brought after all that eBay took, one row an item of an order. The same orders as in the
 * transaction report, told once more: the two are never added.
 *
 * The header comes from a public reader of the file. Real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const ebayOrderEarnings = defineReport({
  id: 'ebay.order-earnings',
  platform: 'ebay',
  report: 'Order earnings report',
  fills: ['transactions'],
  certainty: 'B',
  source: 'a public reader of the file',
  download: 'Seller Hub > Payments > Reports > Order earnings',
  notes: ['the same orders as in the transaction report: never add the two'],
  columns: [
    required('postedAt', 'Order creation date'),
    required('orderId', 'Order number'),
    column('productId', 'Item ID'),
    column('title', 'Item title'),
    column('sku', 'Custom label', 'Custom label (SKU)'),
    column('quantity', 'Quantity'),
    required('amount', 'Order earnings'),
    column('currency', 'Transaction currency', 'Payout currency'),
  ],
  parts: {
    kind: 'money',
    columns: [
      { part: 'Item subtotal', names: ['Item subtotal', 'Item price'] },
      { part: 'Shipping and handling', names: ['Shipping and handling', 'Postage and packaging'] },
      { part: 'Discount', names: ['Discount'] },
      { part: 'Seller collected tax', names: ['Seller collected tax'] },
      { part: 'Refunds', names: ['Refunds'] },
      { part: 'Final Value Fee - fixed', names: ['Final Value Fee - fixed'] },
      { part: 'Final Value Fee - variable', names: ['Final Value Fee - variable'] },
      { part: 'Regulatory operating fee', names: ['Regulatory operating fee'] },
      { part: 'Very high "item not as described" fee', names: ['Very high "item not as described" fee'] },
      { part: 'Below standard performance fee', names: ['Below standard performance fee'] },
      { part: 'International fee', names: ['International fee'] },
      { part: 'Promoted Listing Standard fee', names: ['Promoted Listing Standard fee', 'Promoted Listings fee'] },
      { part: 'Charity donation', names: ['Charity donation'] },
      { part: 'Deposit processing fee', names: ['Deposit processing fee'] },
      { part: 'Shipping labels', names: ['Shipping labels'] },
    ],
  },
  people: {},
  noText: /^-+$/,
  days: [{ day: 'day', of: 'postedAt' }],
  unit: ['day'],
  period: 'rows',
  grain: 'order',
});
