/**
 * Item library of Square: one row a variation, with a column of stock for each location ("Current Quantity Main Street"). Prices may be
 * "variable", which is none. The header comes from a public program that reads the file.
 */
import { column, defineReport, required } from '../define.js';

export const squareItems = defineReport({
  id: 'square.items',
  platform: 'square',
  report: 'Item library (catalog export)',
  fills: ['listings', 'stock'],
  certainty: 'B',
  source: 'a public program that reads the file',
  download: 'Square Dashboard > Items > Actions > Export library',
  columns: [
    required('variationId', 'Token'),
    required('title', 'Item Name'),
    required('variation', 'Variation Name'),
    column('productId', 'Reference Handle'),
    column('sku', 'SKU'),
    column('category', 'Category', 'Categories', 'Reporting Category'),
    column('gtin', 'GTIN'),
    { ...column('price', 'Price', 'Online Sale Price'), words: { variable: '' } },
    column('unitCost', 'Default Unit Cost'),
    column('status', 'Square Online Item Visibility'),
    column('option1Name', 'Option Name 1'),
    column('option1', 'Option Value 1'),
    column('option2Name', 'Option Name 2'),
    column('option2', 'Option Value 2'),
  ],
  unit: ['variationId'],
  listingKey: ['variationId'],
  productKey: ['productId', 'title'],
  stock: [],
  locationHeaders: /^Current Quantity (.+)$/i,
  noAttributes: [/^New Quantity /i, /^Description$/i],
});
