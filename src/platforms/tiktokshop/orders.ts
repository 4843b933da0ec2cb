/**
 * Orders export: one row a SKU of an order; what belongs to the order (amount, shipping) is repeated on each of its rows. Some files have
 * a second row that describes the columns. Numbers carry a tab behind them against spreadsheets. Which columns there are depends on
 * the country; dates are day/month/year in Asia and Britain, month/day/year with AM and PM in America, which the file's own dates tell.
 *
 * The columns come from public programs for Malaysia, Thailand, Indonesia and Vietnam; they are English everywhere, the states are not. Real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const tiktokshopOrders = defineReport({
  id: 'tiktokshop.orders',
  platform: 'tiktokshop',
  report: 'Orders export',
  fills: ['orders'],
  certainty: 'A-',
  source:
    'the header of real files of Indonesia, 2023 to 2026, whole in an inventory of them; public programs that read the file (Malaysia, Thailand, the Philippines, Vietnam)',
  download: 'Seller Center > Orders > Manage orders > Export',
  notes: [
    'the amount of a line is before all discounts; the discount is the seller’s own, what the platform pays is not in it',
    'amounts are in the currency of the country, which the file does not name',
  ],
  columns: [
    required('orderId', 'Order ID'),
    required('orderStatus', 'Order Status'),
    column('lineStatus', 'Cancelation/Return Type', 'Order Substatus'),
    required('variationId', 'SKU ID'),
    column('sku', 'Seller SKU'),
    column('title', 'Product Name'),
    column('variation', 'Variation'),
    required('quantity', 'Quantity'),
    column('unitPrice', 'SKU Unit Original Price'),
    column('lineAmount', 'SKU Subtotal Before Discount'),
    column('lineDiscount', 'SKU Seller Discount'),
    column('orderShipping', 'Shipping Fee After Discount'),
    column('orderTotal', 'Order Amount'),
    column('orderRefunded', 'Order Refund Amount'),
    required('orderedAt', 'Created Time'),
    column('paidAt', 'Paid Time'),
    column('cancelledAt', 'Cancelled Time'),
    column('fulfilment', 'Fulfillment Type'),
  ],
  people: { buyer: ['Buyer Username', 'Recipient'] },
  ignore: [{ rule: 'descriptions of the columns', firstCell: /^platform unique order id/i }],
  unit: ['orderId'],
  twoDecimals: true,
  states: { cancelled: /cancel|batal|ยกเลิก|hủy|huỷ/i, pending: /^(unpaid|belum dibayar|belum bayar|ยังไม่ชำระ|ค้างชำระ|chưa thanh toán)/i },
});
