/**
 * 推广计划 report of 腾讯广告 (广点通) of the older console: one row a campaign with its daily limit and state, no day: the period must be said. GBK text,
 * amounts in yuan. The header comes from the help of a public program that reads the file (2018).
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, column, defineReport, required } from '../define.js';

export const tencentCampaigns = defineReport({
  id: 'tencent.campaigns',
  platform: 'tencent',
  report: '广点通 推广计划报表 (until about 2022)',
  fills: ['ads', 'adEntities'],
  certainty: 'B',
  source: 'header whole in the help of a public program that reads the download (2018)',
  download: '腾讯广告 (e.qq.com) > 推广计划 > 下载报表',
  notes: ['the report does not say its days: give them with --period', 'limit and state are those of the moment of the download'],
  columns: [
    ...dayOrSpan('日期', '时间'),
    column('campaignId', '推广计划ID', '推广计划id'),
    required('campaign', '推广计划名称', '推广计划'),
    { ...column('budget', '限额 ({currency})', '日限额 ({currency})', '限额'), only: /\d/ },
    column('entityState', '状态'),
    required('impressions', '曝光量', '曝光次数'),
    required('clicks', '点击量', '点击次数'),
    required('adCost', ...inYuan('花费')),
  ],
  ratios: [
    { names: ['点击率', '点击率(%)'], of: ['clicks'], by: ['impressions'] },
    { names: ['点击均价'], of: ['adCost'], by: ['clicks'] },
  ],
  hasOneOf: ['限额(元)', '日限额(元)', '限额', '点击均价(元)', '点击均价'],
  not: ['交易额(元)', '成交笔数', '广告ID', '广告名称', '总成交金额', '总成交笔数', '账户名称', '推广单元', '商品ID', '投入产出比'],
  ignore: TOTALS,
  serves: 'any',
  unit: AD_UNIT,
  currency: 'CNY',
  period: 'none',
  grain: 'campaign',
});
