/**
 * Ad reports of UD 智汇投 (Unidesk): ads that Alimama buys in other media (抖音, 腾讯, 小红书, 哔哩哔哩, 快手) for shops of Taobao. CSV. One table whose
 * columns vary with the medium: columns of others are absent, so everything but the account is optional. By account, campaign (计划,
 * 项目), unit (单元, 广告组, 广告) and creative.
 *
 * Sales are those that Taobao counts; there are the same without what was paid back later (剔除退款), which is left out. Columns from the
 * union of five real headers in a vendor's field table.
 */
import { AD_UNIT, type ColumnSpec, column, defineReport, type ReportFormat, required } from '../define.js';
import { AD_DAYS, AD_TOTALS, CLICK_RATIOS, CREATIVE_IDS, CREATIVE_NAMES, inYuan } from './adColumns.js';

const CAMPAIGN = [column('campaignId', '计划ID', '项目ID', '推广计划ID'), column('campaign', '计划名称', '项目名称', '计划名字')];
const UNIT_IDS = ['单元ID', '广告组ID', '广告ID'];
const UNIT_NAMES = ['单元名称', '广告组名称', '广告名称'];
const CAMPAIGNS = ['计划ID', '项目ID', '推广计划ID'];

const METRICS: readonly ColumnSpec[] = [
  required('portfolio', '账户名称', '账户ID'),
  required('adCost', ...inYuan('花费', '消耗')),
  required('impressions', '展现量', '展示量', '曝光量'),
  required('clicks', '点击量', '点击数'),
  column('adViews', '播放数', '播放量'),
  column('adConversions', '转化数', '转化量'),
  column('adConversionValue', ...inYuan('转化金额')),
  column('adSales', ...inYuan('总成交金额')),
  column('adOrders', '总成交笔数'),
  column('adPresaleSales', ...inYuan('总预售成交金额')),
  column('adPresaleOrders', '总预售成交笔数'),
];

function outsideReport(id: string, grain: string, report: string, columns: readonly ColumnSpec[], not: readonly string[]): ReportFormat {
  return defineReport({
    id: `taobao.${id}`,
    platform: 'taobao',
    report,
    fills: ['ads'],
    certainty: 'B',
    source: 'union of five real headers in a vendor’s field table',
    download: 'UD 智汇投 (unidesk.taobao.com) > 报表 > 下载',
    columns: [...AD_DAYS, ...columns, ...METRICS],
    ratios: [
      ...CLICK_RATIOS,
      { names: ['转化ROI'], of: ['adConversionValue'], by: ['adCost'] },
      { names: inYuan('转化成本'), of: ['adCost'], by: ['adConversions'] },
      { names: ['投入产出比'], of: ['adSales'], by: ['adCost'] },
      { names: inYuan('总成交成本'), of: ['adCost'], by: ['adOrders'] },
    ],
    hasOneOf: ['总成交笔数(剔除退款)', '总成交金额(剔除退款)', '总成交金额', '总成交笔数', '投入产出比'],
    ...(not.length > 0 ? { not } : {}),
    ignore: AD_TOTALS,
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'rows',
    grain,
    channel: 'UD 智汇投',
  });
}

const CREATIVES = [...CREATIVE_IDS, ...CREATIVE_NAMES];
const UNITS = [...UNIT_IDS, ...UNIT_NAMES];

export const taobaoOutsideReports: readonly ReportFormat[] = [
  outsideReport('ud-accounts', 'account', 'UD 智汇投 账户报表', [], [...CAMPAIGNS, ...UNITS, ...CREATIVES]),
  outsideReport(
    'ud-campaigns',
    'campaign',
    'UD 智汇投 计划报表',
    [required('campaignId', ...CAMPAIGNS), CAMPAIGN[1] as ColumnSpec],
    [...UNITS, ...CREATIVES],
  ),
  outsideReport(
    'ud-ad-groups',
    'ad-group',
    'UD 智汇投 单元报表, 广告报表',
    [...CAMPAIGN, required('adGroupId', ...UNIT_IDS), column('adGroup', ...UNIT_NAMES)],
    CREATIVES,
  ),
  outsideReport(
    'ud-creatives',
    'creative',
    'UD 智汇投 创意报表',
    [
      ...CAMPAIGN,
      column('adGroupId', ...UNIT_IDS),
      column('adGroup', ...UNIT_NAMES),
      required('creativeId', ...CREATIVE_IDS),
      column('creative', ...CREATIVE_NAMES),
    ],
    [],
  ),
];
