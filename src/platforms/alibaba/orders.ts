/**
 * Orders of a buyer on 1688 (已买到的货品): one row an item; what belongs to the order (number, supplier, amounts, state) stands on its first row only, in
 * merged cells. A workbook. The shop is the buyer here: its address and phone are dropped, and of the supplier the company is kept.
 * 货号 is the supplier's number of the goods and no SKU of ours; 物料编号 is the buyer's own.
 *
 * 实付款 is what was paid for the whole order: goods, shipping, and what the supplier added or took off (涨价或折扣). A line is 单价 times 数量.
 *
 * The columns up to 订单付款时间 whole in several public readers of real files; those behind it in parts of them.
 */
import { column, defineReport, required } from '../define.js';

const OF_THE_ORDER = ['orderId', 'supplier', 'orderStatus', 'orderShipping', 'orderTotal', 'day'] as const;

export const alibabaOrders = defineReport({
  id: 'alibaba.orders',
  platform: 'alibaba',
  report: '1688 已买到的货品 (orders at suppliers)',
  fills: ['purchases'],
  certainty: 'B',
  source: 'headers in several public readers of real files of 2020 to 2026',
  download: '1688 > 我的阿里 > 已买到的货品 > 导出订单',
  notes: ['total and shipping are those of the whole order and stand on each of its rows: count them once an order'],
  columns: [
    required('orderId', '订单编号', '订单号'),
    required('supplier', '卖家公司名', '卖家会员名'),
    { ...required('day', '订单创建时间', '下单时间'), strip: /\s.*$/s },
    column('orderStatus', '订单状态'),
    column('orderShipping', '运费 ({currency})', '运费'),
    column('orderTotal', '实付款 ({currency})', '实付款'),
    column('title', '货品标题'),
    column('unitPrice', '单价 ({currency})', '单价'),
    column('quantity', '数量'),
    column('sku', '物料编号'),
    column('productId', 'Offer ID'),
    column('variationId', 'SKU ID'),
    column('variation', '型号', '规格'),
  ],
  hasOneOf: ['货品总价(元)', '货品总价'],
  not: ['买家应付货款', '宝贝标题', '子订单编号'],
  people: {},
  noText: /^-+$/,
  ignore: [{ rule: 'totals', firstCell: /^\s*(总计|合计|汇总)/ }],
  fillDown: { by: 'orderId', fields: OF_THE_ORDER, blankKey: true },
  unit: ['orderId'],
  currency: 'CNY',
  period: 'rows',
  grain: 'purchase',
});
