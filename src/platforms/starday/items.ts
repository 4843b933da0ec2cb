/**
 * Item list of StarDay (スターデイ, Japan). No public file or reader was found: the profile is a guess that asks for the platform's name in a header, so that it
 * never takes another shop's list. A seller's own mapping takes its place.
 */
import { column, defineReport, required } from '../define.js';

export const stardayItems = defineReport({
  id: 'starday.items',
  platform: 'starday',
  report: '商品一覧 (item list)',
  fills: ['listings', 'stock'],
  certainty: 'M',
  source: 'a guess: no public file or reader was found',
  download: 'StarDay 出店者管理画面 > 商品管理 > CSVダウンロード',
  notes: ['a guess of the header: map your own file where it differs'],
  columns: [
    required('productId', 'StarDay商品ID', 'スターデイ商品ID', 'StarDay商品番号', 'StarDay Item ID'),
    column('variationId', 'StarDay SKU ID', 'SKU ID'),
    required('title', '商品名', 'Item Name'),
    column('sku', '商品コード', 'SKUコード', '出品者SKU', 'Seller SKU'),
    column('variation', 'バリエーション', 'Variation'),
    required('price', '販売価格', '価格', 'Price'),
    column('available', '在庫数', '在庫', 'Stock'),
    column('gtin', 'JANコード', 'JAN'),
    column('status', '販売ステータス', 'ステータス'),
  ],
  unit: ['productId'],
  listingKey: ['productId', 'variationId'],
  productKey: 'productId',
  currency: 'JPY',
  stock: [{ location: { name: 'StarDay' }, available: ['available'] }],
});
