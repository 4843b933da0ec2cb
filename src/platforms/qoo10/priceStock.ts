/**
 * Bulk edit of price and stock of Qoo10 in Japan: a workbook, machine names in the first row, three rows of guidance, items from row 5; a row an item or
 * one of its options (`seller_unique_option_id`). Prices stay with the item list, which has the item whole; an option's is a difference.
 *
 * The columns come from public programs that read the downloaded file or fill it.
 */
import { column, defineReport, required } from '../define.js';

export const qoo10PriceStock = defineReport({
  id: 'qoo10.price-stock',
  platform: 'qoo10',
  report: '価格・在庫 一括編集 (Qoo10_EditItemPriceQty….xlsx)',
  fills: ['stock'],
  certainty: 'B',
  source: 'public programs that read or fill the file',
  download: 'QSM > 商品管理 > 商品一括登録/修正 > 価格・在庫の修正 > ダウンロード',
  notes: ['prices are those of the item list (商品一括編集)'],
  columns: [
    required('productId', 'item_number'),
    { ...column('sku', 'seller_unique_option_id', 'seller_unique_item_id'), firstFilled: true },
    required('variationId', 'seller_unique_option_id'),
    required('available', 'quantity'),
  ],
  hasOneOf: ['edit_type'],
  not: ['item_name', 'category_number'],
  rowsAfterHeader: 3,
  unit: ['productId'],
  keyOr: ['sku'],
  stock: [{ location: { name: 'Qoo10' }, available: ['available'] }],
});
