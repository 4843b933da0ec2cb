/**
 * Ad report of 腾讯广告 3.0 (广点通, 朋友圈, 视频号): one row a day and ad (广告), which holds bid and audience. Names are those that the platform's report page and its
 * API give its figures: no real file was seen.
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, column, defineReport, required } from '../define.js';

export const tencentAds = defineReport({
  id: 'tencent.ads',
  platform: 'tencent',
  report: '腾讯广告 广告报表 (3.0)',
  fills: ['ads'],
  certainty: 'C',
  source: 'titles of the report page (date, ad, figures) in two public programs, definitions of the API; campaign and orders from memory',
  download: '腾讯广告 (e.qq.com) > 报表 > 广告 > 下载',
  notes: ['orders (下单) are what the platform attributes to the ad'],
  columns: [
    ...dayOrSpan('日期', '时间', '统计日期'),
    column('portfolio', '账户名称', '账号名称'),
    column('campaignId', '推广计划ID'),
    column('campaign', '推广计划名称'),
    column('adGroupId', '广告ID'),
    required('adGroup', '广告名称'),
    required('impressions', '曝光次数', '曝光量'),
    required('clicks', '点击次数', '点击量', '可转化点击次数'),
    required('adCost', ...inYuan('花费', '消耗')),
    column('adConversions', '目标转化量'),
    column('adOrders', '下单次数', '下单量'),
    column('adSales', ...inYuan('下单金额')),
  ],
  ratios: [
    { names: ['点击率', '可转化点击率'], of: ['clicks'], by: ['impressions'] },
    { names: ['点击均价'], of: ['adCost'], by: ['clicks'] },
    { names: ['千次展现均价', '千次曝光成本'], of: ['adCost'], by: ['impressions'], times: 1000 },
    { names: ['目标转化成本'], of: ['adCost'], by: ['adConversions'] },
    { names: ['目标转化率'], of: ['adConversions'], by: ['clicks'] },
    { names: ['下单ROI'], of: ['adSales'], by: ['adCost'] },
  ],
  hasOneOf: ['曝光次数', '目标转化量', '目标转化成本', '下单ROI', '千次展现均价'],
  not: ['交易额(元)', '总成交金额', '总成交笔数', '展示数', '展现量', '封面曝光数'],
  ignore: TOTALS,
  noText: /^-+$/,
  serves: 'any',
  unit: AD_UNIT,
  currency: 'CNY',
  period: 'none',
  grain: 'ad-group',
});
