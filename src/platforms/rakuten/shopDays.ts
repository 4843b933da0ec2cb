/**
 * The shop day by day of RMS (データ分析 › 店舗データ: 日次_分析用レポート): CP932, quoted, two lines above the header. Each figure for all devices (すべて)
 * and, in columns of their own, PC, app and phone, which are left out; averages of other shops stand beside them. Days that have not come yet are
 * rows of zeros without these averages, and the last row sums (通算実績).
 *
 * The header comes from a test that was made of a real file of 2026; plain names (売上金額 without すべて) from public readers of older ones.
 */
import { defineReport, required } from '../define.js';

export const rakutenShopDays = defineReport({
  id: 'rakuten.shop-days',
  platform: 'rakuten',
  report: '日次_分析用レポート (店舗データ)',
  fills: ['shop'],
  certainty: 'A-',
  source: 'a test of a public program made of a real file of 2026; older names from public readers',
  download: 'RMS > データ分析 > 店舗データ > 日次 > ダウンロード (分析用レポート)',
  notes: ['sales are those of orders placed on the day, with tax as the shop states it'],
  columns: [
    required('day', '日付'),
    required('orderedSales', '売上金額（すべて）', '売上金額', '売上'),
    required('paidOrders', '売上件数（すべて）', '売上件数'),
    required('visitors', 'アクセス人数（すべて）', 'アクセス人数'),
  ],
  ratios: [
    { names: ['転換率（すべて）', '転換率'], of: ['paidOrders'], by: ['visitors'] },
    { names: ['客単価（すべて）', '客単価'], of: ['orderedSales'], by: ['paidOrders'] },
  ],
  not: ['商品管理番号', '商品名', 'キーワード', '実績額(合計)', 'クリック数(合計)'],
  ignore: [
    { rule: 'totals', firstCell: /^\s*(通算実績|通算|合計|総計)\s*$/ },
    { rule: 'days that had not come yet', emptyHeaders: /平均/ },
  ],
  unit: ['day'],
  currency: 'JPY',
  period: 'rows',
  grain: 'shop',
});
