/**
 * Item rows of orders (宝贝报表, 销售明细): one row a sub-order, which is one item of an order. Its status is that of the item:
 * 交易关闭 takes it out of the order; 等待买家付款 holds for the whole order. What the buyer owes for the item (买家应付货款) is
 * after discounts and counts; the item's list price (商品价格) is that of one unit before them.
 *
 * GBK; numbers of orders come as ="…". The order report (订单报表, orders.ts) tells the same orders as wholes: with shipping, total and, in
 * older generations, the only dates; together they are the order.
 *
 * The columns come from public readers of the file, older and newer; real files were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const taobaoOrderItems = defineReport({
  id: 'taobao.order-items',
  platform: 'taobao',
  report: '宝贝报表 / 销售明细',
  fills: ['orders'],
  certainty: 'B',
  source: 'header in several public readers of the file, 2014 to 2026',
  download: '千牛 > 交易 > 已卖出的宝贝 > 批量导出 > 宝贝报表',
  notes: ['the amount of a line is 买家应付货款: after discounts and with tax, the only report whose amounts are'],
  columns: [
    required('orderId', '主订单编号', '订单编号'),
    required('title', '商品标题', '宝贝标题', '标题'),
    required('sku', '商家编码', '外部系统编号'),
    column('productId', '商品ID', '宝贝ID'),
    column('variation', '商品属性'),
    column('quantity', '购买数量', '数量'),
    column('unitPrice', '商品价格', '价格'),
    column('lineAmount', '买家应付货款'),
    column('lineStatus', '订单状态'),
    { ...column('orderStatus', '订单状态'), only: /等待买家付款/ },
    // Where nothing was refunded, some downloads say so in words: 无退款申请.
    { ...column('lineRefunded', '退款金额'), only: /\d/ },
    column('orderedAt', '订单创建时间'),
    column('paidAt', '订单付款时间'),
  ],
  not: ['买家应付邮费', '宝贝总数量', '宝贝种类'],
  people: { buyer: ['买家会员名', '买家昵称'] },
  unit: ['orderId'],
  currency: 'CNY',
  states: { cancelled: /交易关闭/, pending: /等待买家付款/ },
});
