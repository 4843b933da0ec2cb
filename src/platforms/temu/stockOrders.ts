/**
 * 备货单 of Temu's full service: what Temu orders from the seller, at the declared price (申报价格). That is the seller's sale; what shoppers pay is Temu's own
 * matter. One row a SKU of an order. A workbook; header cells may hold line breaks. Labels in one public reader of real files.
 */
import { column, defineReport, required } from '../define.js';

export const temuStockOrders = defineReport({
  id: 'temu.stock-orders',
  platform: 'temu',
  report: '备货单 (全托管)',
  fills: ['orders'],
  certainty: 'B',
  source: 'thirteen labels in a public reader of the file; further spellings from memory',
  download: 'Temu 卖家中心 (agentseller.temu.com) > 备货单管理 > 导出',
  notes: ['the amount of a line is the declared price times the quantity that Temu ordered, whether it was delivered or not'],
  columns: [
    required('orderId', '订单号', '备货单号', '订单编号', '母单号'),
    column('orderStatus', '状态', '备货单状态', '订单状态'),
    column('productId', 'SKC', 'SKC ID', 'SPU ID'),
    column('variationId', '商品SKU', '商品SKU ID', 'SKU ID'),
    column('sku', 'SKU货号', 'SKU 货号', 'SKC货号', 'SKC 货号'),
    column('title', '商品名称', '商品名'),
    column('variation', 'SKU 属性', 'SKU属性'),
    required('unitPrice', '申报价格', '申报价格(CNY)', '申报价格 ({currency})'),
    required('quantity', '备货数量', '备货件数', '下单数量'),
    required('orderedAt', '下单时间', '创建时间'),
  ],
  hasOneOf: ['SKC货号', 'SKC 货号', 'SKC', 'SKC ID', 'SKU货号'],
  ignore: [{ rule: 'totals', firstCell: /^\s*(总计|合计|汇总)/ }],
  noText: /^-+$/,
  people: {},
  unit: ['orderId'],
  currency: 'CNY',
  states: { cancelled: /取消|作废|关闭/, pending: /待接单|待确认/ },
});
