/**
 * FBA customer returns: one row a returned unit or more of an order's item, with where it went and in which condition, and why. Comments of
 * customers are dropped: they may name people.
 */
import { column, defineReport, required } from '../define.js';

export const amazonFbaReturns = defineReport({
  id: 'amazon.fba-returns',
  platform: 'amazon',
  report: 'FBA customer returns',
  fills: ['movements'],
  certainty: 'A-',
  source: 'header in public readers of real files (2016 to 2026)',
  download: 'Seller Central > Reports > Fulfilment by Amazon > Customer Concessions > FBA customer returns',
  notes: ['disposition: SELLABLE comes back into stock, all others do not'],
  columns: [
    required('movedAt', 'return-date'),
    required('orderId', 'order-id'),
    required('sku', 'sku'),
    column('asin', 'asin'),
    column('title', 'product-name'),
    required('quantity', 'quantity'),
    column('location', 'fulfillment-center-id', 'fulfilment-centre-id'),
    required('disposition', 'detailed-disposition'),
    column('reason', 'reason'),
    column('status', 'status'),
    column('reference', 'license-plate-number'),
  ],
  people: {},
  quoting: 'none',
  days: [{ day: 'day', of: 'movedAt' }],
  unit: ['day'],
  period: 'rows',
  grain: 'return',
});
