/**
 * Stock file of Yahoo! Shopping in Japan (`quantity.csv` of Store Creator Pro): CP932, a row an item, or one of its variations (sub-code) where it has
 * such. An empty quantity is a stock that is not limited. Large catalogues come in several files.
 *
 * The columns come from public programs that read and write the file.
 */
import { column, defineReport, required } from '../define.js';

export const yahoojpStock = defineReport({
  id: 'yahoojp.stock',
  platform: 'yahoojp',
  report: '在庫データ (quantity.csv)',
  fills: ['stock'],
  certainty: 'B',
  source: 'public programs that read and write the file',
  download: 'ストアクリエイターPro > 在庫管理 > 在庫データ ダウンロード',
  notes: ['an empty quantity (stock that is not limited) is unknown here'],
  columns: [
    required('productId', 'code'),
    required('variationId', 'sub-code'),
    { ...column('sku', 'sub-code', 'code'), firstFilled: true },
    required('available', 'quantity'),
  ],
  not: ['name', 'price', 'path', 'headline'],
  unit: ['productId'],
  stock: [{ location: { name: 'Yahoo! Shopping' }, available: ['available'] }],
});
