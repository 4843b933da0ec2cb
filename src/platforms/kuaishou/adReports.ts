/**
 * Ad reports of Kuaishou (磁力智投, 磁力金牛): one row a day and account, campaign (广告计划), ad group (广告组) or creative. Kuaishou counts two steps: the cover
 * that is shown and clicked (封面), then the video that is watched (素材曝光) and acted on (行为). Here the cover's are impressions and clicks, and the
 * video's views.
 *
 * The labels are those of the API in several of its clients; a real download was not seen.
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, type ColumnSpec, column, defineReport, type ReportFormat, required } from '../define.js';

const CAMPAIGN_NAMES = ['广告计划名称', '广告计划', '计划名称'];
const CAMPAIGN_IDS = ['广告计划ID', '计划ID'];
const GROUP_NAMES = ['广告组名称', '广告组'];
const GROUP_IDS = ['广告组ID'];
const CREATIVE_NAMES = ['创意名称', '广告创意', '素材名称'];
const CREATIVE_IDS = ['创意ID', '广告创意ID', '素材ID', '视频ID'];

const CAMPAIGN = [column('campaignId', ...CAMPAIGN_IDS), column('campaign', ...CAMPAIGN_NAMES)];
const GROUP = [column('adGroupId', ...GROUP_IDS), column('adGroup', ...GROUP_NAMES)];

function adReport(id: string, grain: string, rows: string, columns: readonly ColumnSpec[], not: readonly string[]): ReportFormat {
  return defineReport({
    id: `kuaishou.ads-${id}`,
    platform: 'kuaishou',
    report: `磁力引擎 ${rows}`,
    fills: ['ads'],
    certainty: 'C',
    source: 'labels of the figures in several clients of the API; the rest from memory: not checked against a real file',
    download: '磁力智投 (ad.e.kuaishou.com) or 磁力金牛 (niu.e.kuaishou.com) > 报表 > 下载',
    notes: ['impressions and clicks are those of the cover, views those of the video', 'conversions are what the advertiser called one'],
    columns: [
      ...dayOrSpan('日期', '时间', '统计日期'),
      column('portfolio', '账户名称'),
      ...columns,
      required('adCost', ...inYuan('花费', '消耗')),
      required('impressions', '封面曝光数'),
      column('clicks', '封面点击数'),
      column('adViews', '素材曝光数'),
      column('adConversions', '转化数'),
      column('adOrders', '订单支付数', '支付订单数', '直接支付订单量'),
      column('adSales', ...inYuan('订单支付金额', '支付金额', '直接支付订单gmv')),
    ],
    ratios: [
      { names: ['封面点击率', '封面点击率(%)'], of: ['clicks'], by: ['impressions'] },
      { names: ['平均点击单价'], of: ['adCost'], by: ['clicks'] },
      { names: ['平均千次曝光花费', '平均千次封面曝光花费'], of: ['adCost'], by: ['impressions'], times: 1000 },
      { names: ['转化成本'], of: ['adCost'], by: ['adConversions'] },
    ],
    ...(not.length > 0 ? { not } : {}),
    ignore: TOTALS,
    noText: /^-+$/,
    serves: ['kuaishou'],
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'none',
    grain,
  });
}

export const kuaishouAdReports: readonly ReportFormat[] = [
  adReport(
    'account',
    'account',
    '账户报表',
    [],
    [...CAMPAIGN_NAMES, ...CAMPAIGN_IDS, ...GROUP_NAMES, ...GROUP_IDS, ...CREATIVE_NAMES, ...CREATIVE_IDS],
  ),
  adReport(
    'campaigns',
    'campaign',
    '广告计划报表',
    [column('campaignId', ...CAMPAIGN_IDS), required('campaign', ...CAMPAIGN_NAMES)],
    [...GROUP_NAMES, ...GROUP_IDS, ...CREATIVE_NAMES, ...CREATIVE_IDS],
  ),
  adReport(
    'ad-groups',
    'ad-group',
    '广告组报表',
    [...CAMPAIGN, column('adGroupId', ...GROUP_IDS), required('adGroup', ...GROUP_NAMES)],
    [...CREATIVE_NAMES, ...CREATIVE_IDS],
  ),
  adReport(
    'creatives',
    'creative',
    '创意报表',
    [...CAMPAIGN, ...GROUP, required('creativeId', ...CREATIVE_IDS), column('creative', ...CREATIVE_NAMES)],
    [],
  ),
];
