/**
 * Amazon Fulfilled Inventory (AFN): what can be sold of each SKU now, and in a row of its own what cannot. The second kind of row is left
 * out by name: Manage FBA Inventory tells both beside each other.
 */
import { column, defineReport, required } from '../define.js';

export const amazonAfnInventory = defineReport({
  id: 'amazon.afn-inventory',
  platform: 'amazon',
  report: 'Amazon Fulfilled Inventory',
  fills: ['stock'],
  certainty: 'A-',
  source: 'header in public readers of real files',
  download: 'Seller Central > Reports > Fulfilment by Amazon > Inventory > Amazon Fulfilled Inventory',
  columns: [
    required('sku', 'seller-sku'),
    column('asin', 'asin'),
    required('condition', 'Warehouse-Condition-code'),
    required('available', 'Quantity Available'),
  ],
  hasOneOf: ['fulfillment-channel-sku'],
  quoting: 'none',
  ignore: [{ rule: 'units that cannot be sold', anyCell: /^UNSELLABLE$/i }],
  unit: ['sku'],
  stock: [{ location: { name: 'FBA' }, available: ['available'] }],
});
