/**
 * 商智 figures of the shop (交易概况, 实时与历史): one row a day. Names from two public readers of downloads; no real file was seen.
 */
import { dayOrSpan } from '../chineseColumns.js';
import { column, defineReport, required } from '../define.js';

export const jdShop = defineReport({
  id: 'jd.shop',
  platform: 'jd',
  report: '商智 交易概况 (店铺)',
  fills: ['shop'],
  certainty: 'B',
  source:
    'names in two public readers of the download and of the figures behind it in a third; carts, followers and new buyers from memory',
  download: '商智 (sz.jd.com) > 交易 > 交易概况 > 下载数据',
  columns: [
    ...dayOrSpan('时间', '日期', '统计日期'),
    required('visitors', '店铺访客数', '访客数'),
    column('pageViews', '店铺浏览量', '浏览量'),
    column('staySeconds', '平均停留时长', '平均停留时长(秒)'),
    column('bounceRatio', '跳失率'),
    column('cartUsers', '加购客户数'),
    column('cartUnits', '加购商品件数'),
    column('placedBuyers', '下单客户数'),
    column('placedUnits', '下单商品件数'),
    column('placedSales', '下单金额'),
    required('buyers', '成交客户数'),
    column('newBuyers', '成交新客户数', '新成交客户数'),
    column('returningBuyers', '成交老客户数', '老成交客户数'),
    column('unitsOrdered', '成交商品件数', '成交件数'),
    column('paidOrders', '成交单量'),
    required('orderedSales', '成交金额'),
    column('refundedSales', '取消及售后退款金额'),
    column('followers', '店铺关注数'),
  ],
  ratios: [
    { names: ['成交转化率'], of: ['buyers'], by: ['visitors'] },
    { names: ['客单价'], of: ['orderedSales'], by: ['buyers'] },
    { names: ['件单价'], of: ['orderedSales'], by: ['unitsOrdered'] },
    { names: ['人均浏览量'], of: ['pageViews'], by: ['visitors'] },
    { names: ['下单转化率'], of: ['placedBuyers'], by: ['visitors'] },
    { names: ['下单成交转化率'], of: ['buyers'], by: ['placedBuyers'] },
  ],
  not: ['SKU', 'SKU ID', 'SKU名称', '商品编号', '商品访客数', '支付金额', '流量来源', '搜索词', '关键词', '直播间ID'],
  ignore: [{ rule: 'totals', firstCell: /^\s*(总计|合计|汇总|均值)\s*$/ }],
  unit: ['day', 'fromDay', 'toDay'],
  currency: 'CNY',
  period: 'none',
  grain: 'shop',
});
