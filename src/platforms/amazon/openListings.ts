/**
 * The Inventory report ("open listings"): SKU, ASIN, price and own stock of what is on sale, with quantity discounts for
 * businesses. Tab-separated with a byte order mark. A blank quantity (fulfilled by Amazon) is unknown, not zero.
 */
import { defineReport, required } from '../define.js';
import { ITEM_NAME, PRICE, QUANTITY, SELLER_SKU } from './listingColumns.js';

export const amazonOpenListings = defineReport({
  id: 'amazon.open-listings',
  platform: 'amazon',
  report: 'Inventory report (open listings)',
  fills: ['listings', 'stock'],
  certainty: 'A',
  source: 'a real export (IT); Japanese names from a public reader',
  download: 'Seller Central > Inventory > Inventory Reports > Inventory Report',
  notes: [
    'prices are in the currency of the marketplace, which the file does not name',
    'an empty quantity (fulfilled by Amazon) is unknown, not 0',
  ],
  columns: [
    required('sku', 'sku', ...SELLER_SKU),
    required('asin', 'asin'),
    required('price', ...PRICE),
    required('available', ...QUANTITY),
  ],
  not: [...ITEM_NAME, 'item-name', 'product-name', 'title', 'fnsku', 'afn-fulfillable-quantity', 'currency', 'amazon-order-id', 'order-id'],
  quoting: 'none',
  unit: ['sku'],
  listingKey: ['sku'],
  stock: [{ location: { name: 'Merchant' }, available: ['available'] }],
});
