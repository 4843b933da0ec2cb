/**
 * Product feed of Google Merchant Center: tab-separated, one row an offer, attribute names with underscores or spaces. Offers of one
 * product share `item_group_id`. Amounts carry their currency ("15.00 GBP"); a sale price counts whatever its dates say. Google asks
 * for the seller's SKU as `id`, so it counts as such. Descriptions and further pictures are left out.
 *
 * The columns come from Google's product data specification and public programs that write feeds.
 */
import { column, defineReport, required } from '../define.js';

export const googleMerchantFeed = defineReport({
  id: 'google.merchant-feed',
  platform: 'google',
  report: 'Product feed (products.txt)',
  fills: ['listings'],
  certainty: 'C',
  source: 'product data specification (support.google.com/merchants/answer/7052112); public programs that write feeds',
  download: 'Merchant Center > Products > Feeds (or Data sources) > the feed’s file',
  notes: ['prices are those of the feed, with tax outside America; a sale price counts whatever its dates say'],
  columns: [
    required('productId', 'id'),
    column('sku', 'id'),
    required('title', 'title'),
    required('price', 'price'),
    column('salePrice', 'sale_price', 'sale price'),
    column('parentSku', 'item_group_id', 'item group id'),
    column('brand', 'brand'),
    column('gtin', 'gtin'),
    column('category', 'google_product_category', 'google product category'),
    column('productType', 'product_type', 'product type'),
    column('status', 'availability'),
    column('condition', 'condition'),
    required('url', 'link'),
    column('imageUrl', 'image_link', 'image link'),
  ],
  hasOneOf: ['availability', 'image_link', 'image link'],
  unit: ['productId'],
  listingKey: ['productId'],
  productKey: ['parentSku', 'productId'],
  noAttributes: [/^(description|additional[_ ]image[_ ]link|mobile[_ ]link)$/i],
});
