/**
 * Orders as the plugin "Advanced Order Export" writes them: one row an item, what belongs to the order on each of its rows, or on the first.
 * Columns are the seller's choice and may be renamed; those that the plugin checks by itself are read. `Item Cost` is the price of one unit
 * after coupons and without tax; `Quantity (- Refund)`, the only quantity by default, leaves out what was refunded, so what was refunded
 * and discounted is not read once more. Days are the shop's. States are called as the shop's language does: English, Spanish and Portuguese
 * from public readers, the others from memory.
 *
 * Names and meaning come from the plugin's source code and its public readers; real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const woocommerceOrderItems = defineReport({
  id: 'woocommerce.order-items',
  platform: 'woocommerce',
  report: 'Advanced Order Export (plugin): orders, a row an item',
  fills: ['orders'],
  certainty: 'A-',
  source: 'the source code of the plugin, and the header of a real file of 2018 in a public reader',
  download: 'WooCommerce > Export Orders > Export (plugin Advanced Order Export For WooCommerce)',
  notes: [
    'the amount of a line is `Order Line (w/o tax)`, else `Item Cost` × quantity: after coupons, without tax and shipping',
    'by default only what was not refunded is told: an item that was refunded whole has a quantity of 0',
  ],
  columns: [
    required('orderId', 'Order Number'),
    required('orderStatus', 'Order Status'),
    required('orderedAt', 'Order Date'),
    column('paidAt', 'Paid Date'),
    column('currency', 'Currency'),
    column('orderShipping', 'Order Shipping Amount'),
    column('orderTax', 'Order Total Tax Amount'),
    column('orderTotal', 'Order Total Amount'),
    column('sku', 'SKU'),
    column('productId', 'Product Id'),
    column('variationId', 'Variation Id'),
    required('title', 'Item Name', 'Name', 'Product Name'),
    column('variation', 'Product Variation'),
    required('quantity', 'Quantity', 'Quantity (- Refund)'),
    required('unitPrice', 'Item Cost'),
    column('lineAmount', 'Order Line (w/o tax)'),
    column('lineTax', 'Order Line Tax'),
  ],
  not: ['Item Number', 'Lineitem name'],
  people: { buyer: ['Email (Billing)', 'Email'] },
  // Without "populate other columns" only the first row of an order tells the order.
  fillDown: { by: 'orderId', fields: ['orderId', 'orderStatus', 'orderedAt', 'paidAt', 'currency'], blankKey: true },
  unit: ['orderId'],
  rounded: true,
  states: {
    cancelled:
      /^(?:cancel|failed|draft|storniert|fehlgeschlagen|annul|échou|fallid|fallito|geannuleerd|mislukt|malsucedido|anulowan|nieudan)/i,
    pending:
      /^(?:pending|on[- ]hold|zahlung ausstehend|in wartestellung|attente|en attente|pendiente|en espera|in attesa|in sospeso|wacht|in de wacht|pagamento pendente|aguardando|oczekuj|wstrzyman)/i,
  },
});
