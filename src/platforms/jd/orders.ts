/**
 * Orders export: one row a SKU of an order; what belongs to the order (amounts, customer) is repeated on each of its rows. The goods are 京东价 times the
 * quantity, before discounts; without that column the amount of a line is not known, since what the order comes to may stand on several rows.
 *
 * Older names (2015 to 2020) in two public readers, the newer ones (商家应收, 商家SKUID) in one of 2026.
 */
import { column, defineReport, required } from '../define.js';

export const jdOrders = defineReport({
  id: 'jd.orders',
  platform: 'jd',
  report: '订单导出',
  fills: ['orders'],
  certainty: 'B',
  source: 'columns in public readers of the file of 2015 to 2020 and of 2026; not seen whole',
  download: '京麦 (商家后台) > 订单管理 > 订单查询与跟踪 > 导出订单',
  notes: [
    'the amount of a line is 京东价 times the quantity, before all discounts; without 京东价 it is unknown',
    'the total is what the shop gets for the order (商家应收, 结算金额), after its own discounts',
  ],
  columns: [
    required('orderId', '订单号', '订单编号'),
    required('productId', '商品ID', 'SKU ID', '商品编号'),
    column('title', '商品名称'),
    column('sku', '商家SKUID', '商家SKU', '货号'),
    required('quantity', '订购数量'),
    column('unitPrice', '京东价'),
    column('orderSubtotal', '订单金额'),
    column('orderTotal', '商家应收', '结算金额'),
    column('orderPaid', '应付金额', '用户应付金额'),
    column('orderShipping', '运费金额'),
    column('orderStatus', '订单状态'),
    required('orderedAt', '下单时间'),
    column('paidAt', '付款确认时间'),
    column('salesChannel', '订单渠道'),
  ],
  not: ['父单号', '费用名称', '应结金额'],
  people: { buyer: ['下单帐号', '下单账号'] },
  noText: /^-+$/,
  unit: ['orderId'],
  currency: 'CNY',
  states: { cancelled: /取消|删除|关闭/, pending: /等待付款|待付款|未付款/ },
});
