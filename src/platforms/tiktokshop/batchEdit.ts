/**
 * TikTok Shop's batch edit file (`Tiktoksellercenter_batchedit_…xlsx`): machine names in row 1, version and kind in row 2, labels and
 * marks, SKUs from row 6. The same file is the template for changing them. Prices have no currency: the country's.
 *
 * The columns come from public programs that read the file, with names of real files.
 */
import { column, defineReport, required } from '../define.js';

export const tiktokshopBatchEdit = defineReport({
  id: 'tiktokshop.batch-edit',
  platform: 'tiktokshop',
  report: 'Batch edit, all information (Tiktoksellercenter_batchedit_….xlsx)',
  fills: ['listings', 'stock'],
  certainty: 'B',
  source: 'public programs that read the file',
  download: 'Seller Center > Products > Manage products > Bulk actions > Bulk edit: Download template',
  notes: ['prices are in the currency of the country, which the file does not name'],
  columns: [
    required('productId', 'product_id'),
    required('title', 'product_name'),
    required('variationId', 'sku_id'),
    column('variation', 'variation_value'),
    column('sku', 'seller_sku'),
    column('price', 'price'),
    column('available', 'quantity'),
    column('brand', 'brand'),
    column('category', 'category'),
    column('status', 'product_status'),
    column('imageUrl', 'main_image'),
  ],
  hasOneOf: ['price', 'quantity', 'seller_sku'],
  ignore: [{ rule: 'rows of the template above the data', firstCell: /^(?!\d+$)/ }],
  unit: ['productId'],
  listingKey: ['productId', 'variationId'],
  productKey: 'productId',
  stock: [{ location: { name: 'TikTok Shop' }, available: ['available'] }],
  noAttributes: [/^product_description$/, /^image_\d+$/],
});
