/**
 * 商智 item report: one row a SKU and day (or the whole span in one row). A workbook; percentages are text (`50.00%`), `-` is missing. At most 31
 * days in a download. JD's SKU is what is sold and reviewed; the number of the merchant is 货号.
 *
 * Of a day that is not over, the report has fewer columns and counts cancelled orders (取消订单金额) instead of refunds: these are left out.
 */
import { dayOrSpan } from '../chineseColumns.js';
import { column, defineReport, required } from '../define.js';

export const jdItems = defineReport({
  id: 'jd.items',
  platform: 'jd',
  report: '商智 商品明细 (SKU)',
  fills: ['traffic'],
  certainty: 'A-',
  source: 'a vendor’s field table made of a real file, 2026; 商品曝光 columns in a public reader; definitions of the ratios from memory',
  download: '商智 (sz.jd.com) > 商品 > 商品明细 > SKU > 下载数据',
  notes: [
    'sales (成交) are what was paid for on the day, with cash on delivery; what was ordered (下单) is told apart',
    'impressions and clicks are those in the search of JD only (搜索曝光次数, 搜索点击次数)',
  ],
  columns: [
    ...dayOrSpan('时间', '日期', '统计日期'),
    required('productId', 'SKU', 'SKU ID', '商品编号'),
    column('title', 'SKU名称', '商品名称'),
    column('sku', '货号', '商家SKU'),
    column('parentAsin', 'SPU', 'SPU ID'),
    required('visitors', '商品访客数', '访客数'),
    column('pageViews', '商品浏览量', '浏览量'),
    column('staySeconds', '商详平均停留时长', '平均停留时长'),
    column('impressions', '搜索曝光次数'),
    column('clicks', '搜索点击次数'),
    column('cartUnits', '加购商品件数'),
    column('cartUsers', '加购客户数', '加购人数'),
    column('placedBuyers', '下单客户数'),
    column('placedUnits', '下单商品件数'),
    column('placedSales', '下单金额'),
    column('buyers', '成交客户数'),
    column('unitsOrdered', '成交商品件数'),
    column('paidOrders', '成交单量'),
    required('orderedSales', '成交金额'),
    column('refundedSales', '取消及售后退款金额'),
    column('unitsRefunded', '取消及售后退款商品件数'),
  ],
  ratios: [
    { names: ['成交转化率'], of: ['buyers'], by: ['visitors'] },
    { names: ['客单价'], of: ['orderedSales'], by: ['buyers'] },
    { names: ['件单价'], of: ['orderedSales'], by: ['unitsOrdered'] },
    { names: ['UV价值'], of: ['orderedSales'], by: ['visitors'] },
    { names: ['商品人均浏览量'], of: ['pageViews'], by: ['visitors'] },
    { names: ['加购转化率'], of: ['cartUsers'], by: ['visitors'] },
    { names: ['搜索点击率'], of: ['clicks'], by: ['impressions'] },
    { names: ['下单转化率'], of: ['placedBuyers'], by: ['visitors'] },
    { names: ['下单成交转化率'], of: ['buyers'], by: ['placedBuyers'] },
  ],
  hasOneOf: ['成交单量', '成交客户数', '成交商品件数'],
  not: ['支付金额', '流量来源', '搜索词', '关键词'],
  ignore: [{ rule: 'totals', firstCell: /^\s*(总计|合计|汇总|全部)\s*$/ }],
  unit: ['day', 'fromDay', 'toDay'],
  currency: 'CNY',
  period: 'none',
  grain: 'item',
});
