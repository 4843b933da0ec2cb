/**
 * Reserved Inventory: why units at Amazon cannot be sold now: ordered by customers, on their way between warehouses, or being
 * processed. It says nothing of what is available, so that stays unknown in its snapshot.
 */
import { column, defineReport, required } from '../define.js';

export const amazonReservedInventory = defineReport({
  id: 'amazon.reserved-inventory',
  platform: 'amazon',
  report: 'FBA Reserved Inventory',
  fills: ['stock'],
  certainty: 'A-',
  source: 'a real download quoted in a public note (2018); the same header in readers up to 2026',
  download: 'Seller Central > Reports > Fulfilment by Amazon > Inventory > Reserved Inventory',
  notes: ['says why units are reserved, nothing of what is available'],
  columns: [
    required('sku', 'sku'),
    column('asin', 'asin'),
    column('title', 'product-name'),
    required('reserved', 'reserved_qty'),
    required('reservedOrders', 'reserved_customerorders'),
  ],
  quoting: 'none',
  unit: ['sku'],
  stock: [{ location: { name: 'FBA' }, committed: ['reservedOrders'], reservedWithOrders: ['reserved'] }],
});
