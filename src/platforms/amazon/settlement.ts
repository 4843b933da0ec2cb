/**
 * Settlement report V2, a flat file: what one settlement pays out, a row an amount under Amazon's own names (order, refund, fee, advertising,
 * storage, reserve). The first row of a settlement carries its days and its total and no amount; the rows below add up to it. Dates are as
 * the marketplace writes them (`2025-06-09 05:23:19 UTC`, `09.06.2025 05:23:19 UTC`), decimals too. The old form without `amount-type`
 * (V1) and XML are not read.
 */
import { column, defineReport, required } from '../define.js';

export const amazonSettlement = defineReport({
  id: 'amazon.settlement',
  platform: 'amazon',
  report: 'Settlement report V2 (flat file)',
  fills: ['transactions'],
  certainty: 'A-',
  source: 'headers of real files in four public readers (US, EU, IN 2023 to 2026)',
  download: 'Seller Central > Payments > Reports Repository > Settlement > Flat file V2',
  notes: [
    'v_settlements compares the total that a settlement says with the sum of its rows',
    'all rows of a settlement belong to the store of its marketplace, also those that name none',
  ],
  columns: [
    required('settlementId', 'settlement-id'),
    column('settlementFrom', 'settlement-start-date'),
    column('settlementTo', 'settlement-end-date'),
    column('depositedAt', 'deposit-date'),
    required('settlementTotal', 'total-amount'),
    column('currency', 'currency'),
    required('transactionType', 'transaction-type'),
    column('orderId', 'order-id'),
    column('transactionId', 'adjustment-id'),
    column('marketplace', 'marketplace-name'),
    required('amountType', 'amount-type'),
    required('amountPart', 'amount-description'),
    required('amount', 'amount'),
    column('fulfilment', 'fulfillment-id'),
    column('postedAt', 'posted-date-time', 'posted-date'),
    column('sku', 'sku'),
    column('quantity', 'quantity-purchased'),
  ],
  quoting: 'none',
  fillDown: { by: 'settlementId', fields: ['settlementFrom', 'settlementTo', 'currency'] },
  days: [
    { day: 'fromDay', of: 'settlementFrom' },
    { day: 'toDay', of: 'settlementTo' },
    { day: 'postedOn', of: 'postedAt' },
  ],
  unit: ['settlementId'],
  period: 'rows',
  grain: 'settlement',
  storeBy: 'marketplace',
  oneStore: true,
});
