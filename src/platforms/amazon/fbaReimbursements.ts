/**
 * FBA reimbursements: what Amazon paid or put back for units that it lost, damaged or never got back. The quantity is that of cash and
 * inventory together; a reversal is negative.
 */
import { column, defineReport, required } from '../define.js';

export const amazonFbaReimbursements = defineReport({
  id: 'amazon.fba-reimbursements',
  platform: 'amazon',
  report: 'FBA reimbursements',
  fills: ['movements'],
  certainty: 'A-',
  source: 'header in public readers of real files (2018 to 2026)',
  download: 'Seller Central > Reports > Fulfilment by Amazon > Payments > Reimbursements',
  notes: ['what was paid stands in the settlement, too: never add the two'],
  columns: [
    required('movedAt', 'approval-date'),
    required('reference', 'reimbursement-id'),
    column('orderId', 'amazon-order-id'),
    column('reason', 'reason'),
    required('sku', 'sku'),
    column('asin', 'asin'),
    column('title', 'product-name'),
    column('disposition', 'condition'),
    column('currency', 'currency-unit'),
    column('amount', 'amount-total'),
    required('quantity', 'quantity-reimbursed-total'),
  ],
  quoting: 'none',
  days: [{ day: 'day', of: 'movedAt' }],
  unit: ['day'],
  period: 'rows',
  grain: 'reimbursement',
});
