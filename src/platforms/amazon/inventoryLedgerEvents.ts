/** FBA Inventory Ledger, detail view: one row a movement, with its kind, centre, condition, reason and reference. What leaves is negative. */
import { column, defineReport, required } from '../define.js';

export const amazonInventoryLedgerEvents = defineReport({
  id: 'amazon.inventory-ledger-events',
  platform: 'amazon',
  report: 'FBA Inventory Ledger, detail view',
  fills: ['movements'],
  certainty: 'B',
  source: 'public readers of real exports (2024 to 2026); the order of its columns is not known for certain',
  download: 'Seller Central > Reports > Fulfilment by Amazon > Inventory > Inventory Ledger > Detail view',
  notes: [
    'the same movements stand in the summary view: never add the two',
    'event types: Receipts, Shipments, CustomerReturns, Adjustments, WhseTransfers, VendorReturns',
  ],
  columns: [
    required('day', 'Date'),
    column('movedAt', 'Date and Time'),
    column('asin', 'ASIN'),
    required('sku', 'MSKU'),
    column('title', 'Title'),
    required('movement', 'Event Type'),
    column('reference', 'Reference ID'),
    required('quantity', 'Quantity'),
    column('location', 'Fulfillment Center', 'Fulfilment Centre', 'Fulfillment Centre'),
    required('disposition', 'Disposition'),
    column('reason', 'Reason'),
  ],
  not: ['Starting Warehouse Balance', 'Ending Warehouse Balance'],
  dateOrder: 'mdy',
  unit: ['day'],
  period: 'rows',
  grain: 'ledger-event',
});
