/**
 * 商品卡 (item cards) of the mall of Douyin by item and day or span: who saw the card, who clicked it, what was sold by it. Where the file has no days, its name says
 * them: `…2026_06_16~2026_07_15.xlsx`. Names from a public reader that refuses every header it does not know, and from another.
 */
import { dayOrSpan, TOTALS } from '../chineseColumns.js';
import { column, defineReport, required } from '../define.js';

export const douyinItemCards = defineReport({
  id: 'douyin.item-cards',
  platform: 'douyin',
  report: '电商罗盘 商品卡 商品明细',
  fills: ['traffic'],
  certainty: 'B',
  source: 'all columns of the download in a public reader of real files of 2026, and in another; refunds from memory',
  download: '抖店 > 电商罗盘 > 商品 > 商品卡 > 商品明细 > 下载',
  notes: ['visitors are those who clicked the card'],
  columns: [
    ...dayOrSpan('日期', '统计日期'),
    required('productId', '商品ID'),
    column('title', '商品标题', '商品名称'),
    column('url', '商品链接'),
    column('impressions', '商品卡曝光次数'),
    column('clicks', '商品卡点击次数'),
    required('visitors', '商品卡点击人数'),
    column('cartUsers', '商品卡加购人数'),
    column('favouriteUsers', '商品卡收藏人数'),
    column('buyers', '商品卡成交人数'),
    column('paidOrders', '商品卡成交订单数'),
    column('unitsOrdered', '商品卡成交件数'),
    column('orderedSales', '商品卡成交金额', '商品卡用户支付金额'),
    column('refundedSales', '商品卡退款金额'),
  ],
  ratios: [
    { names: ['商品卡点击率(次数)', '点击率(次数)'], of: ['clicks'], by: ['impressions'] },
    { names: ['商品卡成交客单价'], of: ['orderedSales'], by: ['buyers'] },
    { names: ['商品卡点击-成交率(人数)', '商品卡点击-成交转化率(人数)', '点击-成交转化率(人数)'], of: ['buyers'], by: ['visitors'] },
  ],
  ignore: TOTALS,
  unit: ['day', 'fromDay', 'toDay'],
  currency: 'CNY',
  period: 'none',
  grain: 'item',
});
