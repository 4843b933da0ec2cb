/**
 * Order export: a workbook (older: text) with one header row in machine names in every country, a row a unit: two pieces of one SKU are two
 * rows, so there is no quantity. A unit has its own status; what it costs the buyer (paidPrice) is after vouchers, its price (unitPrice) before.
 * `lazadaSku` is made of the product's and the SKU's number: 1234567_MY-7654321.
 *
 * The columns come from several public readers for Thailand, Vietnam, Indonesia, Malaysia and the Philippines, and from an inventory of the headers of
 * real files of 2024 to 2026; names with spaces from older ones. The seller's discount stands there with a minus or without one.
 * Real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const lazadaOrders = defineReport({
  id: 'lazada.orders',
  platform: 'lazada',
  report: 'Order export',
  fills: ['orders'],
  certainty: 'A-',
  source: 'the header of real files of 2024 to 2026 whole in an inventory of them, and several public readers',
  download: 'Seller Center > Orders > Export > Export All',
  notes: [
    'a row is one piece; its amount is the price before the seller’s discounts and vouchers, which are its discount',
    'amounts are in the currency of the country, which the file does not name: eco store add NAME --platform lazada --currency MYR',
  ],
  columns: [
    required('orderId', 'orderNumber', 'Order Number'),
    required('lineStatus', 'status'),
    { ...column('orderStatus', 'status'), only: /^(unpaid|pending payment)$/i },
    required('orderedAt', 'createTime', 'Created at'),
    required('title', 'itemName', 'Item Name'),
    required('sku', 'sellerSku', 'Seller SKU'),
    { ...column('productId', 'lazadaSku', 'Lazada SKU'), strip: /_.*$/, only: /^\d+$/ },
    { ...column('variationId', 'lazadaSku', 'Lazada SKU'), strip: /^.*-/, only: /^\d+$/ },
    column('variation', 'variation'),
    required('unitPrice', 'unitPrice', 'Unit Price'),
    { ...column('lineDiscount', 'sellerDiscountTotal', 'Seller Discount Total'), strip: /^\s*-/ },
    column('lineShipping', 'shippingFee', 'Shipping Fee'),
    column('lineRefunded', 'refundAmount'),
  ],
  hasOneOf: ['paidPrice', 'Paid Price'],
  otherwise: { quantity: '1' },
  people: { buyer: ['customerName', 'Customer Name'] },
  unit: ['orderId'],
  states: { cancelled: /^cancel/i, pending: /^(unpaid|pending payment)$/i },
});
