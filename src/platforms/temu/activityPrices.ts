/**
 * Sheet of products for an activity (活动申报价格) of Temu: one row a SKU and site with the price that is declared for the activity beside the everyday one. A
 * workbook; header cells may hold line breaks (`SKC货号⏎(不填写默认是全部)`). Labels in the tests of three public
 * programs that fill the sheet in or write it.
 */
import { column, defineReport, required } from '../define.js';

export const temuActivityPrices = defineReport({
  id: 'temu.activity-prices',
  platform: 'temu',
  report: '活动申报价格 (营销活动 报名表)',
  fills: ['listings'],
  certainty: 'B',
  source: 'labels in the tests of three public programs that fill the sheet in; everyday prices and titles from memory',
  download: 'Temu 卖家中心 (agentseller.temu.com) > 营销活动 > 批量报名 > 下载表格',
  notes: ['the sale price is the one declared for the activity'],
  columns: [
    required('productId', 'SPU ID', 'SPU'),
    column('parentSku', 'SKC ID', 'SKC'),
    required('variationId', 'SKU ID', '商品SKU'),
    column('sku', 'SKU货号', 'SKU 货号', 'SKC货号', 'SKC货号 (不填写默认是全部)'),
    column('title', '商品名称', '商品标题'),
    column('option1', '颜色属性', '颜色'),
    column('option2', '尺码属性', '尺码', '尺寸'),
    column('price', '日常申报价格', '日常价格', '申报价格'),
    required('salePrice', '活动申报价格', '活动申报价', '活动价格'),
    column('site', '站点'),
    column('currency', '币种'),
  ],
  ignore: [{ rule: 'totals', firstCell: /^\s*(总计|合计|汇总)/ }],
  noText: /^-+$/,
  unit: ['productId'],
  listingKey: ['productId', 'variationId'],
  productKey: 'productId',
  currency: 'CNY',
});
