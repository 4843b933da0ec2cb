/**
 * Orders export: one row a line item. What belongs to the order stands on its first row only; a sum over rows of `Total` would
 * still be wrong, since blank is not zero. The order is known by its `Name` (#1001), which every row repeats.
 *
 * The line's price is that of one unit before the line's discount. `Discount Amount` is the order's. An order is cancelled when
 * it has a day of cancelling or its payment was voided; it is pending while no payment came. Counter sales (source `pos`) are
 * sales of the shop. Dates carry their offset. Vendor, tags, notes, addresses, payment references are left out.
 *
 * The columns come from public readers of the file, whose authors copied its header; real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const shopifyOrders = defineReport({
  id: 'shopify.orders',
  platform: 'shopify',
  report: 'Orders export',
  fills: ['orders'],
  certainty: 'A-',
  source: 'header in several public readers of the file',
  download: 'Shopify admin > Orders > Export',
  notes: [
    'the amount of a line is price × quantity, before discounts and without shipping; whether tax is in it is the shop’s choice (where Subtotal + Shipping + Taxes = Total, it is not)',
    'a refund is known of the order, not of its lines; an order that was refunded whole still counts as placed',
  ],
  columns: [
    required('orderId', 'Name'),
    required('orderStatus', 'Financial Status'),
    column('paidAt', 'Paid at'),
    column('currency', 'Currency'),
    column('orderSubtotal', 'Subtotal'),
    column('orderShipping', 'Shipping'),
    column('orderTax', 'Taxes'),
    column('orderTotal', 'Total'),
    column('orderDiscount', 'Discount Amount'),
    column('orderRefunded', 'Refunded Amount'),
    column('orderedAt', 'Created at'),
    column('cancelledAt', 'Cancelled at'),
    column('salesChannel', 'Source'),
    required('quantity', 'Lineitem quantity'),
    required('title', 'Lineitem name'),
    required('unitPrice', 'Lineitem price'),
    column('lineDiscount', 'Lineitem discount'),
    column('sku', 'Lineitem sku'),
  ],
  not: ['Abandoned Checkout URL', 'Recovery Status', 'Recovered At', 'Draft Order Status'],
  people: { buyer: ['Email', 'Customer', 'Billing Name'] },
  // Rows below the first leave the currency blank, and amounts of yen have no cents.
  fillDown: { by: 'orderId', fields: ['currency'] },
  unit: ['orderId'],
  states: { cancelled: /^voided$/i, pending: /^(pending|expired|unpaid)$/i },
});
