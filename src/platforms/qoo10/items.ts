/**
 * Item list of Qoo10 in Japan (`Qoo10_EditItemList.xlsx`): machine names in the first row, three rows of guidance, items from row 5.
 * The variations of an item stand in one cell (`option_info`) and stay as written, so price and quantity are the item's. An item
 * that was never uploaded has no number and is known by the seller's code. Descriptions and pictures are left out.
 *
 * The columns are those that public programs state to be the official template's.
 */
import { column, defineReport, required } from '../define.js';

export const qoo10Items = defineReport({
  id: 'qoo10.items',
  platform: 'qoo10',
  report: 'Qoo10_EditItemList.xlsx (商品一括編集)',
  fills: ['listings', 'stock'],
  certainty: 'B',
  source: 'public programs that fill the official template (50 columns, items from row 5)',
  download: 'QSM > 商品管理 > 商品一括登録/修正 > 商品リストのダウンロード',
  notes: ['price and quantity are those of the item; its options stand in one cell, as written'],
  columns: [
    required('productId', 'item_number'),
    required('sku', 'seller_unique_item_id'),
    required('title', 'item_name'),
    required('price', 'price_yen'),
    column('compareAtPrice', 'retail_price_yen'),
    column('available', 'quantity'),
    column('category', 'category_number'),
    { ...column('status', 'item_status_Y/N/D', 'item_status'), words: { y: 'on sale', n: 'not on sale', d: 'deleted' } },
    column('imageUrl', 'image_main_url'),
    { ...column('gtin', 'external_product_id'), only: /^\d{8,14}$/ },
  ],
  rowsAfterHeader: 3,
  zeroIsNone: ['compareAtPrice'],
  unit: ['productId'],
  keyOr: ['sku'],
  listingKey: ['productId'],
  currency: 'JPY',
  stock: [{ location: { name: 'Qoo10' }, available: ['available'] }],
  noAttributes: [/^(header_html|footer_html|item_description|image_other_url|video_url|image_(additional_)?option_info)$/i],
});
