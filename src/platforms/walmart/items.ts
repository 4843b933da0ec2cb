/**
 * Item report (version 4, delivered in a zip): one row an item, known by its SKU. Buy box prices are Walmart's and are kept as
 * attributes. An excerpt of a header of 47 columns was seen; older files write the names in capitals, which makes no difference.
 */
import { column, defineReport, required } from '../define.js';

export const walmartItems = defineReport({
  id: 'walmart.items',
  platform: 'walmart',
  report: 'Item report',
  fills: ['listings'],
  certainty: 'A-',
  source: 'an excerpt of a real header in a public program',
  download: 'Seller Center > Analytics & reports > Item report',
  columns: [
    required('sku', 'SKU'),
    required('productId', 'Item ID'),
    required('title', 'Product Name'),
    column('status', 'Publish Status'),
    required('role', 'Lifecycle Status'),
    column('category', 'Product Category'),
    column('productType', 'Product Type', 'Shelf Name'),
    column('price', 'Price'),
    column('compareAtPrice', 'MSRP'),
    column('currency', 'Currency'),
    column('brand', 'Brand'),
    { ...column('gtin', 'GTIN', 'UPC'), firstFilled: true },
    column('url', 'Item Page URL'),
    column('imageUrl', 'Primary Image URL'),
    column('fulfilment', 'Fulfillment Type'),
  ],
  zeroIsNone: ['compareAtPrice'],
  unit: ['sku'],
  listingKey: ['sku'],
});
