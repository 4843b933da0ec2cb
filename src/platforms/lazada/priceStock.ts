/**
 * Lazada's batch edit file for price and stock (`pricestock….xlsx`): labels, marks and help in rows 1 to 3, SKUs from row 4. The same
 * file is the template for changing prices. A special price is what buyers pay, whatever its dates say. The stock columns are named
 * after warehouses and stay as they are.
 *
 * The columns come from public programs that read the file, with names of real files.
 */
import { column, defineReport, required } from '../define.js';

export const lazadaPriceStock = defineReport({
  id: 'lazada.price-stock',
  platform: 'lazada',
  report: 'Batch edit, price and stock (pricestock….xlsx)',
  fills: ['listings'],
  certainty: 'B',
  source: 'public programs that read the file',
  download: 'Seller Center > Products > Manage Products > Bulk Edit: Price & Stock',
  notes: ['a special price counts whatever its dates say; stock is not read, its columns have the names of warehouses'],
  columns: [
    required('productId', 'Product ID'),
    required('title', 'Product Name', 'Product Name(ชื่อสินค้า)', 'ชื่อสินค้า'),
    required('variationId', 'sku.skuId'),
    column('sku', 'SellerSKU', 'Seller SKU', 'Shop SKU', 'ร้าน sku'),
    column('currency', 'currencyCode'),
    required('price', 'Price', 'ราคา'),
    column('salePrice', 'SpecialPrice'),
    column('category', 'catId'),
    column('status', 'status'),
  ],
  ignore: [{ rule: 'rows of the template above the data', firstCell: /^(?!\d+$)/ }],
  zeroIsNone: ['salePrice'],
  unit: ['productId'],
  listingKey: ['productId', 'variationId'],
  productKey: 'productId',
});
