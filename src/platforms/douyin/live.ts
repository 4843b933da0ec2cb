/**
 * Live sessions (电商罗盘 直播明细): one row a session of a live room, counted on the day on which it began, also where it went on past midnight. 54 columns;
 * those of the room (host, number) are dropped, since they may be a person's.
 *
 * 成交金额 is what the session sold, 用户支付金额 what buyers paid for it after what the platform added. Viewers are people: they do not add up over sessions.
 * What was spent on ads for the room (投放消耗) is told by the reports of 千川 and left out.
 */
import { column, defineReport, required } from '../define.js';

export const douyinLive = defineReport({
  id: 'douyin.live',
  platform: 'douyin',
  report: '电商罗盘 直播明细',
  fills: ['shop'],
  certainty: 'C',
  source: 'all 54 headers in the documentation of a public program (2026); no real file was seen',
  download: '抖店 > 电商罗盘 > 直播 > 直播明细 (直播列表) > 下载明细',
  notes: ['one row a live session, on the day on which it began', 'sales of a session are not beside those of the shop: they are in them'],
  columns: [
    required('liveStartedAt', '直播开始时间', '开播时间'),
    { ...column('liveSeconds', '直播时长(分钟)', '直播时长（分钟）'), scale: 60 },
    required('liveVisitors', '直播间观看人数'),
    column('peakViewers', '最高在线人数'),
    column('averageViewers', '平均在线人数'),
    column('newFollowers', '新增粉丝数'),
    required('liveSales', '直播间成交金额'),
    column('orderedSales', '直播间用户支付金额'),
    column('paidOrders', '直播间成交订单数'),
    column('unitsOrdered', '直播间成交件数'),
    column('buyers', '直播间成交人数'),
    column('refundedSales', '直播间退款金额'),
    column('affiliateCommission', '预估佣金支出'),
  ],
  ratios: [{ names: ['观看-成交率(人数)'], of: ['buyers'], by: ['liveVisitors'] }],
  people: {},
  noText: /^-+$/,
  ignore: [{ rule: 'totals', firstCell: /^\s*(总计|合计|汇总)/ }],
  days: [{ day: 'day', of: 'liveStartedAt' }],
  unit: ['day'],
  currency: 'CNY',
  period: 'rows',
  grain: 'live',
});
