/** Orders export of AliExpress in Chinese: one row an order, its items joined in one cell. Names from memory; no real file was seen. Amounts carry their currency. */
import { column, defineReport, required } from '../define.js';

export const aliexpressOrders = defineReport({
  id: 'aliexpress.orders',
  platform: 'aliexpress',
  report: '速卖通 订单导出',
  fills: ['orders'],
  certainty: 'M',
  source: 'our best knowledge of the header, from memory: not checked against a real file',
  download: 'AliExpress 商家后台 > 交易 > 所有订单 > 订单导出',
  notes: [
    'one line stands for all items of an order: the report joins them in one cell',
    'the amount of a line is 产品总金额, before the shop’s discounts (满立减, 店铺优惠)',
    'our best knowledge of the header',
  ],
  columns: [
    required('orderId', '订单号'),
    column('orderStatus', '订单状态'),
    required('orderedAt', '下单时间'),
    column('paidAt', '付款时间', '买家付款时间'),
    required('lineAmount', '产品总金额', '产品总金额({currency})'),
    column('orderShipping', '物流费用', '物流费用({currency})'),
    required('orderTotal', '订单金额', '订单金额({currency})'),
    column('orderDiscount', '店铺优惠', '满立减', '满减优惠'),
    column('title', '产品信息', '商品信息', '产品名称'),
    column('sku', '商品编码', '商家编码'),
    column('currency', '币种', '货币'),
  ],
  hasOneOf: ['供货价', '满立减', '店铺优惠', '负责人', '物流费用'],
  not: ['SKC货号', '商品总价(元)', '商家实收金额(元)', '应结金额'],
  people: { buyer: ['买家名称', '买家昵称'] },
  noText: /^-+$/,
  unit: ['orderId'],
  states: { cancelled: /取消|关闭|cancel|closed/i, pending: /等待买家付款|待付款|awaiting payment/i },
});
