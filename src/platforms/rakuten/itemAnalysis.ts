/**
 * Item analysis of RMS (データ分析 › 商品分析, `…_item_list.csv`): UTF-8 with a byte order mark, four lines and a blank one above the header. The third
 * line says the period (表示期間, a day or months), the next two a search word and a device that it may have been cut to. 28 columns in 2026.
 *
 * アクセス人数 is whom 転換率 divides by: people a day and item. ユニークユーザー数 counts one who came on several days once and is left out, as are
 * purchases by new and known customers (件数, which are no buyers) and reviews.
 *
 * The header comes from a test that was made of a real file of 2026 and from two public readers.
 */
import { column, defineReport, required } from '../define.js';

export const rakutenItemAnalysis = defineReport({
  id: 'rakuten.item-analysis',
  platform: 'rakuten',
  report: '商品分析 (データ分析)',
  fills: ['traffic'],
  certainty: 'A-',
  source: 'a test of a public program made of a real file of 2026; two public readers',
  download: 'RMS > データ分析 > 商品分析 > 表示期間 (a day, best) > ダウンロード',
  notes: [
    'visitors are アクセス人数: one who comes again the next day counts again',
    'without キーワード and with 端末 すべて: a part would stand for the whole',
  ],
  columns: [
    required('productId', '商品管理番号'),
    column('title', '商品名'),
    required('orderedSales', '売上'),
    column('paidOrders', '売上件数'),
    column('unitsOrdered', '売上個数'),
    required('visitors', 'アクセス人数'),
    column('favouriteUsers', 'お気に入り登録ユーザ数', 'お気に入り登録ユーザー数'),
    column('staySeconds', '滞在時間（秒）'),
  ],
  ratios: [
    { names: ['転換率'], of: ['paidOrders'], by: ['visitors'] },
    { names: ['客単価'], of: ['orderedSales'], by: ['paidOrders'] },
  ],
  not: ['クリック数(合計)', '入札単価', '注文番号'],
  unit: [],
  currency: 'JPY',
  period: 'preamble',
  periodIn: /^表示期間[,:： ]+(?<period>.+)$/,
  partIf: /^(端末[,:： ]+(?!すべて)\S|キーワード[,:： ]+\S)/,
  grain: 'item',
});
