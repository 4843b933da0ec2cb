/**
 * Manage FBA Inventory: quantities of every FBA SKU now, by what can be done with them, and the seller's own stock of the same
 * SKU. 18 to 26 columns, tab-separated, in Windows-1252 or Shift_JIS. Reserved units are not split by reason here (the Reserved
 * Inventory report does): all count as reserved. Prices and titles are left out: archived SKUs stand here without them.
 * Japanese names from a public reader that checks the whole header.
 */
import { column, defineReport, required } from '../define.js';
import { SELLER_SKU } from './listingColumns.js';

export const amazonManageFbaInventory = defineReport({
  id: 'amazon.manage-fba-inventory',
  platform: 'amazon',
  report: 'Manage FBA Inventory',
  fills: ['stock'],
  certainty: 'A-',
  source: 'headers with 18, 21 and 26 columns in public readers of real files',
  download: 'Seller Central > Reports > Fulfilment by Amazon > Inventory > Manage FBA Inventory',
  notes: ['reserved units are not told apart: those of orders count as reserved'],
  columns: [
    required('sku', 'sku', ...SELLER_SKU),
    column('asin', 'asin'),
    column('title', 'product-name', '商品名'),
    required('available', 'afn-fulfillable-quantity', 'Amazon出荷在庫(出荷可)'),
    column('onHand', 'afn-warehouse-quantity', 'Amazon出荷在庫(配送センター内)'),
    column('unsellable', 'afn-unsellable-quantity', 'Amazon出荷在庫(販売不可)'),
    column('reserved', 'afn-reserved-quantity', 'Amazon出荷在庫(引当済み)'),
    column('inboundWorking', 'afn-inbound-working-quantity', 'Amazon納品数(準備中)'),
    column('inboundShipped', 'afn-inbound-shipped-quantity', 'Amazon納品数(発送済み)'),
    column('inboundReceiving', 'afn-inbound-receiving-quantity', 'Amazon納品数(受領中)'),
    column('merchantAvailable', 'mfn-fulfillable-quantity', '出品者出荷在庫(出荷可)'),
  ],
  quoting: 'none',
  unit: ['sku'],
  stock: [
    {
      location: { name: 'FBA' },
      onHand: ['onHand'],
      available: ['available'],
      reserved: ['reserved'],
      unsellable: ['unsellable'],
      inbound: ['inboundWorking', 'inboundShipped', 'inboundReceiving'],
    },
    { location: { name: 'Merchant' }, available: ['merchantAvailable'] },
  ],
});
