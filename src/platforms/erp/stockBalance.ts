/**
 * Stock balance of a Japanese warehouse or ERP (在庫残高一覧): what was carried over, came, went and is left of each article in a month, and what a piece costs.
 * The last row is the total, without an article. The month stands at most in the file's name. Materials that are counted in parts of a piece (metres, kilos;
 * the quantity has decimals) are no stock of articles and ignored under that name.
 *
 * From a real file of October 2023 (249 rows, UTF-8).
 */
import { column, defineReport, required } from '../define.js';

export const erpStockBalance = defineReport({
  id: 'erp.stock-balance',
  platform: 'erp',
  report: '在庫残高一覧 (stock balance of a warehouse)',
  fills: ['stock', 'costs'],
  certainty: 'A',
  source: 'a real file of 2023',
  download: 'the warehouse or ERP > 在庫 > 在庫残高 > CSV',
  notes: [
    'what came and went in the month (入荷数量, 出荷数量) is left out: the file does not say which month',
    'costs are net of tax or not as the ERP keeps them',
  ],
  columns: [
    required('sku', '商品コード', '品番'),
    column('title', '商品名', '品名'),
    required('onHand', '在庫残数', '在庫残数量'),
    required('unitCost', '在庫単価', '原価単価'),
  ],
  hasOneOf: ['在庫金額', '繰越残数', '繰越数量'],
  ignore: [
    { rule: 'totals', blank: ['sku'] },
    { rule: 'materials counted in parts of a piece', where: { field: 'onHand', matches: /\.\d*[1-9]/ } },
  ],
  unit: ['sku'],
  currency: 'JPY',
  period: 'snapshot',
  grain: 'cost',
  stock: [{ location: { name: 'Warehouse' }, onHand: ['onHand'] }],
});
