/**
 * Payouts of Shopify Payments: one row a transfer to the bank and what it is made of. The same money as in the transactions, told once
 * more: the two are never added. Fees are written without a minus. The columns are from memory and from programs that name some.
 */
import { column, defineReport, required } from '../define.js';

export const shopifyPayouts = defineReport({
  id: 'shopify.payouts',
  platform: 'shopify',
  report: 'Payments: payouts (payouts_export.csv)',
  fills: ['transactions'],
  certainty: 'C',
  source: 'public programs that name some of its columns; the others from memory',
  download: 'Shopify admin > Finances > Payouts > Export',
  notes: ['the same money as in the transactions: never add the two'],
  columns: [
    required('day', 'Payout Date'),
    required('transactionType', 'Status'),
    required('amount', 'Total'),
    column('currency', 'Currency'),
  ],
  parts: {
    kind: 'money',
    columns: [
      { part: 'Charges', names: ['Charges'] },
      { part: 'Refunds', names: ['Refunds'] },
      { part: 'Adjustments', names: ['Adjustments'] },
      { part: 'Reserved Funds', names: ['Reserved Funds'] },
      { part: 'Fees', names: ['Fees'], isDeducted: true },
      { part: 'Retried Amount', names: ['Retried Amount'] },
    ],
  },
  hasOneOf: ['Charges'],
  unit: ['day'],
  period: 'rows',
  grain: 'settlement',
});
