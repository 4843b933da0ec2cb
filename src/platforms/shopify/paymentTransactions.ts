/**
 * Transactions of Shopify Payments: one row a charge, refund, adjustment or payout. `Fee` is written without a minus: net = amount − fee.
 * The columns come from public programs that read the file; the currency column came later.
 */
import { column, defineReport, required } from '../define.js';

export const shopifyPaymentTransactions = defineReport({
  id: 'shopify.payment-transactions',
  platform: 'shopify',
  report: 'Payments: transactions (payment_transactions_export.csv)',
  fills: ['transactions'],
  certainty: 'B',
  source: 'public programs that read some of its columns; the others from memory',
  download: 'Shopify admin > Finances > Payouts > Transactions > Export',
  columns: [
    required('postedAt', 'Transaction Date'),
    required('transactionType', 'Type'),
    column('orderId', 'Order'),
    column('settlementId', 'Payout ID'),
    required('depositedAt', 'Payout Date'),
    column('description', 'Payment Method Name', 'Card Brand'),
    required('amount', 'Net'),
    column('currency', 'Currency'),
  ],
  parts: {
    kind: 'money',
    columns: [
      { part: 'Amount', names: ['Amount'] },
      { part: 'Fee', names: ['Fee'], isDeducted: true },
    ],
  },
  hasOneOf: ['Fee'],
  people: {},
  days: [{ day: 'day', of: 'postedAt' }],
  unit: ['day'],
  period: 'rows',
  grain: 'transaction',
});
