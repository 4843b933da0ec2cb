/**
 * Orders export of 抖店: one row a sub-order, which is one item of an order. UTF-8 with a byte order mark; a TAB inside the quotes in front of numbers and
 * texts. Names and addresses come encrypted (`##…##`, `$$…$$`) and are dropped like all that is a person's.
 *
 * 商品金额 is the price of one piece. 订单应付金额, 运费 and the discounts stand on each sub-order, and whether for it or for the whole order is not known:
 * the total and the shipping are left out.
 *
 * Some exports (for shipping, or of ERPs) join the sub-orders of an order in one row: `A;B` in every cell, the numbers of pieces added up. What each of
 * them cost cannot be told: such rows are rejected, with the download to take instead.
 */
import { column, defineReport, required } from '../define.js';

export const douyinOrders = defineReport({
  id: 'douyin.orders',
  platform: 'douyin',
  report: '抖店 订单导出',
  fills: ['orders'],
  certainty: 'A-',
  source: 'header and a row in several public readers of real files, 2023 to 2026',
  download: '抖店 (fxg.jinritemai.com) > 订单 > 订单管理 > 导出查询订单 (按子订单)',
  notes: [
    'the amount of a line is 商品金额 times the number of pieces, before discounts; the discount is the shop’s own (商家实际承担)',
    'the total of an order and its shipping are not known: the report does not say whether they are the order’s or the sub-order’s',
    'rows that join several sub-orders (A;B) are rejected: export by sub-order',
  ],
  columns: [
    required('orderId', '主订单编号'),
    {
      ...required('reference', '子订单编号'),
      refuse: {
        cells: /[;；]/,
        expected: 'one sub-order',
        hint: 'several are joined in one row and cannot be told apart: export again by sub-order (按子订单)',
      },
    },
    required('title', '选购商品'),
    column('variation', '商品规格'),
    required('quantity', '商品数量'),
    column('productId', '商品ID'),
    column('sku', '商家编码', '货号'),
    column('unitPrice', '商品金额', '商品单价'),
    column('lineDiscount', '商家实际承担优惠金额', '商家优惠'),
    column('orderStatus', '订单状态'),
    column('lineStatus', '售后状态'),
    { ...column('salesChannel', '流量来源', '流量渠道'), only: /^(?!数据将于)/ },
    required('orderedAt', '订单提交时间'),
    column('paidAt', '支付完成时间'),
  ],
  people: {},
  noText: /^-+$/,
  unit: ['orderId'],
  currency: 'CNY',
  states: { cancelled: /已关闭|已取消/, pending: /待支付|待付款/ },
});
