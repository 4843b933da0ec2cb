/**
 * Product export: one row a variant, further rows for further images. Both dialects of column names: the one the admin still
 * writes (`Handle`, `Variant Price`) and the one of Shopify's template and help pages (`URL handle`, `Price`).
 *
 * The first row of a handle carries what belongs to the product; the rows below leave it blank. Shops with several locations
 * have no quantity column. An export may be of a selection, so a product that is missing says nothing. Market columns
 * (`Price / Canada`) and metafields, whose labels are in the shop's language, become free attributes. Amounts are in the
 * shop's currency, which the file does not name.
 *
 * Seen: 14 exports from 2019 to July 2026 (2 of them trimmed by hand), and the template of the new names.
 */
import { column, defineReport, required } from '../define.js';
import { HANDLE, OPTIONS } from './variantColumns.js';

export const shopifyProducts = defineReport({
  id: 'shopify.products',
  platform: 'shopify',
  report: 'Products export',
  fills: ['listings', 'stock'],
  certainty: 'A',
  source: 'real exports 2019 to 2026; the template with the new column names',
  download: 'Shopify admin > Products > Export',
  notes: [
    'prices are in the shop’s currency, which the file does not name, with or without tax as the shop shows them',
    'stock counts only where Shopify tracks it; shops with several locations have it in the inventory export alone',
  ],
  columns: [
    required('productId', ...HANDLE),
    required('title', 'Title'),
    column('brand', 'Vendor'),
    column('category', 'Product category', 'Standardized Product Type'),
    column('productType', 'Type', 'Custom Product Type'),
    {
      ...column('status', 'Status', 'Published on online store', 'Published'),
      words: { true: 'published', false: 'unpublished', active: 'active', draft: 'draft', archived: 'archived', unlisted: 'unlisted' },
    },
    ...OPTIONS,
    column('sku', 'SKU', 'Variant SKU'),
    column('gtin', 'Barcode', 'Variant Barcode'),
    column('price', 'Price', 'Variant Price'),
    column('compareAtPrice', 'Compare-at price', 'Variant Compare At Price'),
    column('unitCost', 'Cost per item'),
    column('stockTracker', 'Inventory tracker', 'Variant Inventory Tracker'),
    column('available', 'Inventory quantity', 'Variant Inventory Qty'),
    column('imageUrl', 'Product image URL', 'Image Src'),
    column('fulfilment', 'Fulfillment service', 'Variant Fulfillment Service'),
  ],
  not: ['COO', 'On hand', 'On hand (current)', 'On hand (new)', 'Available (not editable)'],
  ignore: [
    {
      rule: 'rows of further images',
      blank: ['title', 'option1', 'sku', 'gtin', 'price', 'compareAtPrice', 'unitCost', 'stockTracker', 'available', 'fulfilment'],
    },
  ],
  fillDown: {
    by: 'productId',
    fields: ['title', 'brand', 'category', 'productType', 'status', 'option1Name', 'option2Name', 'option3Name', 'imageUrl'],
  },
  unit: ['productId'],
  listingKey: ['productId', 'option1', 'option2', 'option3'],
  productKey: 'productId',
  stock: [{ onlyIf: 'stockTracker', location: { name: 'Shop' }, available: ['available'] }],
  noAttributes: [
    /^(body \(html\)|description|seo description)$/i,
    /^(image (position|alt text)|variant image( url)?)$/i,
    /^(weight unit for display|variant weight unit)$/i,
  ],
});
