/**
 * Item report (version 4, delivered in a zip): one row an item, known by its SKU. Buy box prices are Walmart's and are kept as
 * attributes. The whole header of 47 columns is known from a public program; older files write the names in capitals,
 * which makes no difference.
 */
import { column, defineReport, required } from '../define.js';

export const walmartItems = defineReport({
  id: 'walmart.items',
  platform: 'walmart',
  report: 'Item report',
  fills: ['listings'],
  certainty: 'A-',
  source: 'the header of 47 columns in a public program that asks for the report',
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
