/**
 * Product export of WooCommerce (`wc-product-export-…csv`): one row a product or variation. Headers are in the language of the
 * site, and the person who exports chooses the columns. Rows of the first batches are shorter than the header.
 *
 * A variation names its parent by SKU, or as `id:123` where that has none; a product is so grouped under its SKU, else its id.
 * Variable and grouped products are not sold themselves. A blank stock is not managed, `parent` is managed by the parent: both
 * are unknown. Prices have no currency, a comma or a dot as the decimal mark and no groups; net prices have more decimals than
 * the currency and are rounded. A sale price counts whatever its dates say. Descriptions and pictures are left out; line breaks
 * in other texts stay the `\n` they are written as.
 *
 * Seen: two exports, one of them with 152 columns; the program that writes them.
 */
import { column, defineReport, required } from '../define.js';
import * as names from './names.js';

export const woocommerceProducts = defineReport({
  id: 'woocommerce.products',
  platform: 'woocommerce',
  report: 'Product export',
  fills: ['listings', 'stock'],
  certainty: 'A',
  source: 'real exports; the source of the exporter; headers of ten languages in public code',
  download: 'WooCommerce > Products > Export',
  notes: [
    'prices are those entered, with or without tax as the shop is set up; a sale price counts whatever its dates say',
    'an empty stock is not managed, `parent` is managed by the parent: both are unknown',
  ],
  columns: [
    required('productId', 'ID'),
    column('role', ...names.TYPE),
    column('sku', ...names.SKU),
    { ...column('gtin', ...names.GTIN), firstFilled: true },
    column('title', ...names.NAME),
    {
      ...column('status', ...names.PUBLISHED),
      words: { 1: 'published', 0: 'private', '-1': 'draft', "'-1": 'draft', 2: 'pending' },
    },
    { ...column('available', ...names.STOCK), only: /^(?!parent$)/i },
    column('salePrice', ...names.SALE_PRICE),
    column('price', ...names.PRICE),
    column('unitCost', ...names.COST),
    column('category', ...names.CATEGORIES),
    { ...column('parentSku', ...names.PARENT), strip: /^id:/i },
    column('brand', ...names.BRANDS),
  ],
  hasOneOf: names.TELLING,
  // A product feed for Google has an id, and may write its sale price with a space.
  not: ['image link', 'image_link'],
  ragged: true,
  htmlEntities: true,
  noGrouping: true,
  rounded: true,
  unit: ['productId'],
  listingKey: ['productId'],
  productKey: ['parentSku', 'sku', 'productId'],
  parentRole: /^(variable|grouped)/i,
  variationOf: { role: /^(variation|subscription_variation)/i, headers: names.ATTRIBUTE_VALUE },
  stock: [{ location: { name: 'Shop' }, available: ['available'] }],
  noAttributes: names.LONG,
});
