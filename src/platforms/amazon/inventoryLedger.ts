/**
 * FBA Inventory Ledger, summary view: what came and went of each SKU in each country or centre and condition, a row a day or a month, by
 * kinds of movement in columns of their own. What leaves is negative. The balances at its start and end, and what is on its way between
 * centres, are no movements and are left out: they follow.
 */
import { column, defineReport, required } from '../define.js';

export const amazonInventoryLedger = defineReport({
  id: 'amazon.inventory-ledger',
  platform: 'amazon',
  report: 'FBA Inventory Ledger, summary view',
  fills: ['movements'],
  certainty: 'B',
  source: 'public readers of real exports (US 2024 and 2026); months as "05/2026" from the documentation of the Selling Partner API',
  download: 'Seller Central > Reports > Fulfilment by Amazon > Inventory > Inventory Ledger > Summary view',
  notes: [
    'the same movements stand in the detail view: never add the two',
    'dates are those of the Pacific, UK or Japanese day of the fulfilment network, as printed',
  ],
  columns: [
    required('dateRange', 'Date', 'date'),
    column('asin', 'ASIN'),
    required('sku', 'MSKU'),
    column('title', 'Title'),
    required('disposition', 'Disposition'),
    column('location', 'Location', 'Country'),
  ],
  parts: {
    kind: 'integer',
    columns: [
      { part: 'receipts', names: ['Receipts'] },
      { part: 'customer shipments', names: ['Customer Shipments'] },
      { part: 'customer returns', names: ['Customer Returns'] },
      { part: 'vendor returns', names: ['Vendor Returns'] },
      { part: 'warehouse transfers', names: ['Warehouse Transfer In/Out', 'Warehouse Transfer In-Out'] },
      { part: 'found', names: ['Found'] },
      { part: 'lost', names: ['Lost'] },
      { part: 'damaged', names: ['Damaged'] },
      { part: 'disposed', names: ['Disposed'] },
      { part: 'other events', names: ['Other Events'] },
      { part: 'unknown events', names: ['Unknown Events'] },
    ],
  },
  hasOneOf: ['Starting Warehouse Balance', 'Ending Warehouse Balance'],
  dateOrder: 'mdy',
  days: [
    { day: 'fromDay', of: 'dateRange' },
    { day: 'toDay', of: 'dateRange' },
  ],
  unit: ['fromDay', 'toDay'],
  period: 'rows',
  grain: 'ledger',
});
