/**
 * Item file of Yahoo! Shopping in Japan (`data_….csv` of Store Creator Pro): CP932, one row an item, machine names as headers. The
 * variations of an item with their own codes stand in one cell (`sub-code`) and stay as written; their quantities are in another
 * file. A sale price counts whatever its dates say; 0 or an empty cell is none. Descriptions are left out.
 *
 * The columns come from public programs that write the file and from Yahoo's published list of fields.
 */
import { column, defineReport, required } from '../define.js';

export const yahoojpItems = defineReport({
  id: 'yahoojp.items',
  platform: 'yahoojp',
  report: '商品データ (data.csv)',
  fills: ['listings'],
  certainty: 'B',
  source: 'public programs that write the file; the field list on developer.yahoo.co.jp (upload_format)',
  download: 'ストアクリエイターPro > 商品管理 > 商品データ ダウンロード',
  notes: ['prices are yen with tax as taxable and taxrate-type say; a sale price counts whatever its dates say'],
  columns: [
    required('productId', 'code'),
    column('sku', 'code'),
    required('title', 'name'),
    required('price', 'price'),
    column('salePrice', 'sale-price'),
    column('compareAtPrice', 'original-price'),
    column('category', 'path'),
    { ...column('gtin', 'jan'), only: /^\d{8,14}$/ },
    { ...column('status', 'display'), words: { 0: 'hidden', 1: 'published' } },
  ],
  hasOneOf: ['path', 'headline', 'product-category', 'astk-code'],
  zeroIsNone: ['salePrice', 'compareAtPrice'],
  unit: ['productId'],
  listingKey: ['productId'],
  currency: 'JPY',
  noAttributes: [/^(caption|explanation|additional\d|sp-additional|abstract)$/i, /^item-image-urls$/i],
});
