/**
 * Order report (订单报表, ExportOrderList): one row an order, without its items, which the 宝贝报表 tells (orderItems.ts). Its title names all of them.
 * Three generations: 2014 to 2020 (GBK, some headers end with a space, numbers of orders as ="…"), the same as a workbook, and since 2025 with
 * buyers masked (买家实付金额).
 *
 * An order is placed where it is created, paid or not: one that was not paid is pending, also in cuts of the report without 订单状态, where
 * 订单付款时间 stays empty. The goods are 买家应付货款 (after discounts, as in the 宝贝报表), in cuts without it the total.
 */
import { column, defineReport, required } from '../define.js';

export const taobaoOrders = defineReport({
  id: 'taobao.orders',
  platform: 'taobao',
  report: '订单报表',
  fills: ['orders'],
  certainty: 'A',
  source: 'a real export of 2020 cut to seven columns; headers of 2014 to 2020 and of 2026 in several public readers',
  download: '千牛 > 交易 > 已卖出的宝贝 > 批量导出 > 订单报表',
  notes: [
    'the goods are 买家应付货款: after discounts and with tax; in cuts without it 总金额, with shipping in it',
    'without the 宝贝报表 one line stands for all items of an order, called after the title that the report gives it',
    'total is 总金额, paid is 买家实付金额: some downloads leave what was refunded out of it',
  ],
  columns: [
    required('orderId', '订单编号', '主订单编号'),
    column('title', '宝贝标题', '商品标题'),
    column('quantity', '宝贝总数量', '商品总数量'),
    column('lineAmount', '买家应付货款', '总金额'),
    column('orderSubtotal', '买家应付货款'),
    column('orderShipping', '买家应付邮费'),
    column('orderTotal', '总金额'),
    column('orderPaid', '买家实付金额', '买家实际支付金额'),
    { ...column('orderRefunded', '退款金额'), only: /\d/ },
    column('orderStatus', '订单状态'),
    required('orderedAt', '订单创建时间'),
    column('paidAt', '订单付款时间'),
  ],
  hasOneOf: ['买家应付邮费', '买家实付金额', '买家实际支付金额', '宝贝总数量', '宝贝种类'],
  not: ['子订单编号', '购买数量', '商品价格', '标题', '选购商品', '卖家公司名'],
  wholeOrders: true,
  people: { buyer: ['买家会员名', '买家会员昵称', '买家昵称'] },
  unit: ['orderId'],
  currency: 'CNY',
  states: { cancelled: /交易关闭/, pending: /等待买家付款/, paid: 'paidAt' },
});
