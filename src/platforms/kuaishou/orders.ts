/** Orders export of 快手小店: one row an item of an order. Names from memory but for those of the order and the item in a public reader
 * (快手订单编号, 订单商品名称): no real file was seen. What tells it is 快手 in the platform's own words. */
import { column, defineReport, required } from '../define.js';

export const kuaishouOrders = defineReport({
  id: 'kuaishou.orders',
  platform: 'kuaishou',
  report: '快手小店 订单导出',
  fills: ['orders'],
  certainty: 'M',
  source: 'our best knowledge of the header, from memory: not checked against a real file',
  download: '快手小店 (s.kwaixiaodian.com) > 订单 > 订单查询 > 导出',
  notes: ['the amount of a line is the price times the quantity, before discounts', 'our best knowledge of the header'],
  columns: [
    required('orderId', '订单编号', '订单号', '快手订单编号'),
    column('title', '商品名称', '商品标题', '订单商品名称'),
    column('productId', '商品ID'),
    column('variation', '商品规格', '规格'),
    column('variationId', 'SKUID', 'SKU ID'),
    column('sku', 'SKU编码', '商家编码', '商品编码'),
    required('quantity', '成交数量', '商品数量', '购买数量'),
    column('unitPrice', '商品单价', '商品单价(元)'),
    column('orderTotal', '实付款', '实付款(元)', '订单实付金额'),
    column('orderShipping', '快递费', '运费'),
    column('orderStatus', '订单状态'),
    column('lineStatus', '售后状态'),
    required('orderedAt', '订单创建时间', '下单时间'),
    column('paidAt', '订单支付时间', '支付时间'),
  ],
  hasOneOf: ['快手订单编号', '快手号', '团长快手ID', '快赚客ID', '快分销推广者ID', 'CPS达人快手号', '达人快手号', '磁力金牛'],
  not: ['主订单编号', '子订单编号', '选购商品'],
  people: { buyer: ['买家昵称', '买家快手昵称'] },
  noText: /^-+$/,
  unit: ['orderId'],
  currency: 'CNY',
  states: { cancelled: /交易关闭|已关闭|已取消|交易失败/, pending: /待付款|待支付/ },
});
