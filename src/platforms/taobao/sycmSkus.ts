/** Sycm sales analysis of one item by SKU (商品360 销售分析): what of each variation was carted and paid on a day. Names from a schema made of the downloads. */
import { column, defineReport, required } from '../define.js';
import { SYCM_DAYS, SYCM_PERIOD } from './sycmColumns.js';

export const taobaoSycmSkus = defineReport({
  id: 'taobao.sycm-skus',
  platform: 'taobao',
  report: '生意参谋 商品360 销售分析 (SKU)',
  fills: ['traffic'],
  certainty: 'B',
  source: 'a schema made of the downloads',
  download: '生意参谋 > 品类 > 商品360 > 销售分析 > SKU销售详情 > 下载',
  columns: [
    ...SYCM_DAYS,
    column('productId', '商品ID', '宝贝ID'),
    column('variationId', 'SKUID', 'SKU ID'),
    required('variation', 'SKU信息', 'SKU名称'),
    column('cartUnits', '加购件数', '新增加购件数'),
    column('buyers', '支付买家数'),
    required('unitsOrdered', '支付件数', '支付商品件数'),
    required('orderedSales', '支付金额'),
  ],
  ratios: [{ names: ['客单价'], of: ['orderedSales'], by: ['buyers'] }],
  unit: ['day', 'fromDay', 'toDay'],
  currency: 'CNY',
  period: 'preamble',
  periodIn: SYCM_PERIOD,
  // Of one item at a time: its sum is not that of the shop, as it is of reports by SKU elsewhere.
  grain: 'item-sku',
});
