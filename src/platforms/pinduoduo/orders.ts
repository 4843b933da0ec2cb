/**
 * Orders export: one row an order, which holds one product. CSV (UTF-8 or GBK) in which numbers end in a TAB, or a workbook. Its number starts with the
 * day on which it was made (`260531-…`): that day stands for an order that has no time of its own (never paid, or an older one), which is a day
 * off for some made near midnight.
 *
 * 商家实收 is what the shop gets: goods and shipping without its own discounts; what the platform adds to the buyer's discount (平台优惠折扣) is in
 * it. Which part of an order was paid back is not in the report, only that something was (售后状态).
 *
 * Header whole in tests of two programs that read real files; older names in several readers.
 */
import { column, defineReport, required } from '../define.js';

export const pinduoduoOrders = defineReport({
  id: 'pinduoduo.orders',
  platform: 'pinduoduo',
  report: '订单导出',
  fills: ['orders'],
  certainty: 'A-',
  source: 'header whole in the tests of two programs that read real files of 2026; older names in several public readers since 2018',
  download: '拼多多商家后台 (mms.pinduoduo.com) > 发货管理 > 订单查询 > 批量导出',
  notes: [
    'the amount of a line is 商品总价, before discounts; the discount is the shop’s own (店铺优惠折扣)',
    'the total is 商家实收, paid is 用户实付: the difference are discounts that the platform pays',
    'an order whose time is empty is dated by its number',
    'refunded amounts are not in it: 未发货，退款成功 counts as cancelled, 已发货，退款成功 as sold',
  ],
  columns: [
    required('orderId', '订单号'),
    column('orderStatus', '订单状态'),
    column('lineStatus', '售后状态'),
    column('title', '商品', '商品名称'),
    column('productId', '商品id'),
    column('variation', '商品规格', '规格名称'),
    column('variationId', '样式ID', '规格id'),
    column('sku', '商家编码-规格维度', '商家编码-SKU维度', '商家编码-商品维度'),
    required('quantity', '商品数量(件)', '商品数量'),
    column('lineAmount', '商品总价 ({currency})', '商品总价'),
    column('lineDiscount', '店铺优惠折扣 ({currency})', '店铺优惠折扣'),
    column('orderShipping', '邮费 ({currency})', '邮费'),
    required('orderTotal', '商家实收金额 ({currency})', '商家实收金额'),
    column('orderPaid', '用户实付金额 ({currency})', '用户实付金额'),
    {
      ...column('orderedAt', '支付时间', '拼单成功时间', '订单成交时间', '订单创建时间', '订单号'),
      firstFilled: true,
      rewrite: { from: /^[\s"'=]*(\d\d)(\d\d)(\d\d)-\d+[\s"']*$/, to: '20$1-$2-$3' },
    },
    column('paidAt', '支付时间'),
  ],
  not: ['子订单编号', '售后编号', '结算金额'],
  people: {},
  noText: /^-+$/,
  unit: ['orderId'],
  currency: 'CNY',
  states: { cancelled: /已取消|未发货[,，、 ]*退款成功|交易关闭|订单关闭/, pending: /待支付|未支付|待付款/ },
});
