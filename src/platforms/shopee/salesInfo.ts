/**
 * Shopee's mass update file, sales info (`mass_update_sales_info_…xlsx`): machine names in row 1, the kind in row 2, labels in the
 * country's language, marks and help, variations from row 7. The same file is the template for changing prices and stock. Prices have
 * no currency: the country's. A product without variations has one row.
 *
 * The columns come from public programs that read the file, with names of real files.
 */
import { column, defineReport, required } from '../define.js';

export const shopeeSalesInfo = defineReport({
  id: 'shopee.sales-info',
  platform: 'shopee',
  report: 'Mass update, sales info (mass_update_sales_info_….xlsx)',
  fills: ['listings', 'stock'],
  certainty: 'B',
  source: 'public programs that read the file',
  download: 'Seller Centre > My Products > Mass Update > Sales Info: Download',
  notes: ['prices are in the currency of the country, which the file does not name: eco store add NAME --platform shopee --currency SGD'],
  columns: [
    required('productId', 'et_title_product_id'),
    required('title', 'et_title_product_name'),
    required('variationId', 'et_title_variation_id'),
    column('variation', 'et_title_variation_name'),
    { ...column('sku', 'et_title_variation_sku', 'et_title_parent_sku'), firstFilled: true },
    required('price', 'et_title_variation_price'),
    column('available', 'et_title_variation_stock'),
    { ...column('gtin', 'ps_gtin_code'), only: /^\d{8,14}$/ },
  ],
  ignore: [{ rule: 'rows of the template above the data', firstCell: /^(?!\d+$)/ }],
  unit: ['productId'],
  listingKey: ['productId', 'variationId'],
  productKey: 'productId',
  stock: [{ location: { name: 'Shopee' }, available: ['available'] }],
  noAttributes: [/^et_title_reason$/],
});
