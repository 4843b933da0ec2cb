/**
 * Ad reports of 巨量引擎 (Ocean Engine: 今日头条, 抖音 …), the information-flow ads that lead anywhere. Two generations of one account: until 2022 广告组
 * (campaign) > 广告计划 (what is bid for) > 创意; since then 项目 > 广告 (in 2026 单元) > 素材. CSV in GBK or UTF-8 with a byte order mark, one row a day and what it is about.
 *
 * Orders that a shop counts are not in it: 转化 are what the advertiser called one. Names from several public readers of 2017 to 2026.
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';

const METRICS: readonly ColumnSpec[] = [
  required('impressions', '展示数', '展现数', '展示次数'),
  required('clicks', '点击数', '点击次数'),
  required('adCost', ...inYuan('消耗', '总花费', '花费', '消费')),
  column('adConversions', '转化数'),
];

const RATIOS: readonly RatioSpec[] = [
  { names: ['点击率(%)', '点击率', '点击率%'], of: ['clicks'], by: ['impressions'] },
  { names: ['平均点击单价', '平均点击价格', '平均点击单价(元)'], of: ['adCost'], by: ['clicks'] },
  { names: ['平均千次展现费用', '平均千次展示费用', '平均千次展现费用(元)'], of: ['adCost'], by: ['impressions'], times: 1000 },
  { names: ['转化成本', '平均转化成本', '平均转化成本(元)'], of: ['adCost'], by: ['adConversions'] },
  { names: ['转化率', '转化率(%)', '转化率%'], of: ['adConversions'], by: ['clicks'] },
];

const CAMPAIGN_NAMES = ['项目名称', '项目', '广告组', '广告组名称'];
const CAMPAIGN_IDS = ['项目ID', '项目id', '广告组ID', '广告组id'];
const AD_NAMES = ['广告名称', '广告', '广告计划', '广告计划名称', '单元名称'];
const AD_IDS = ['广告ID', '广告id', '广告计划ID', '广告计划id', '单元ID'];
const CREATIVE_NAMES = ['素材名称', '创意名称', '创意标题', '创意素材'];
const CREATIVE_IDS = ['素材ID', '素材id', '创意ID', '创意id'];
const PLACEMENTS = ['投放位置', '广告位'];

/** Other companies call what they sell by the same words. */
const OTHERS = [
  ...['直接支付ROI', '直接成交订单数', '直接成交金额(元)', '整体消耗', '封面曝光数', '素材曝光数', '总订单行', '总订单金额', '跟单SKU ID'],
  ...['推广计划', '推广单元', '推广组', '计划ID', '关键词', '总成交金额', '成交订单量', '交易额(元)', '账户id', '产品线'],
];
/** What the reports of no other company have. */
const OWN = ['平均千次展现费用(元)', '平均千次展现费用', '平均点击单价(元)', '平均点击单价', '平均千次展示费用(元)', '平均千次展示费用'];

const CAMPAIGN = [column('campaignId', ...CAMPAIGN_IDS), column('campaign', ...CAMPAIGN_NAMES)];
const AD = [column('adGroupId', ...AD_IDS), column('adGroup', ...AD_NAMES)];

function adReport(
  id: string,
  grain: string,
  report: string,
  columns: readonly ColumnSpec[],
  not: readonly string[],
  hasOneOf?: readonly string[],
): ReportFormat {
  return defineReport({
    id: `oceanengine.${id}`,
    platform: 'oceanengine',
    report: `巨量引擎 ${report}`,
    fills: ['ads'],
    certainty: 'B',
    source: 'names of the columns in several public readers and writers of the download, 2017 to 2026; no real file was seen',
    download: '巨量引擎 (ad.oceanengine.com) > 报表 > 下载',
    notes: ['conversions are what the advertiser called one, not orders'],
    columns: [...dayOrSpan('时间', '时间-天', '日期', '统计日期'), column('portfolio', '账户名称', '广告主名称'), ...columns, ...METRICS],
    ratios: RATIOS,
    ...(hasOneOf ? { hasOneOf } : {}),
    not: [...OTHERS, ...not],
    ignore: TOTALS,
    noText: /^-+$/,
    serves: 'any',
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'none',
    grain,
  });
}

export const oceanengineAdReports: readonly ReportFormat[] = [
  adReport(
    'account',
    'account',
    '账户报表',
    [],
    [...CAMPAIGN_NAMES, ...CAMPAIGN_IDS, ...AD_NAMES, ...AD_IDS, ...CREATIVE_NAMES, ...CREATIVE_IDS, ...PLACEMENTS],
    OWN,
  ),
  adReport(
    'campaigns',
    'campaign',
    '项目报表, 广告组报表',
    [column('campaignId', ...CAMPAIGN_IDS), required('campaign', ...CAMPAIGN_NAMES)],
    [...AD_NAMES, ...AD_IDS, ...CREATIVE_NAMES, ...CREATIVE_IDS, ...PLACEMENTS],
  ),
  adReport(
    'ads',
    'ad-group',
    '广告报表, 广告计划报表',
    [...CAMPAIGN, column('adGroupId', ...AD_IDS), required('adGroup', ...AD_NAMES)],
    [...CREATIVE_NAMES, ...CREATIVE_IDS, ...PLACEMENTS],
  ),
  adReport(
    'placements',
    'placement',
    '广告位报表',
    [...CAMPAIGN, ...AD, required('placement', ...PLACEMENTS)],
    [...CREATIVE_NAMES, ...CREATIVE_IDS],
  ),
  adReport(
    'creatives',
    'creative',
    '素材报表, 创意报表',
    [...CAMPAIGN, ...AD, required('creativeId', ...CREATIVE_IDS), column('creative', ...CREATIVE_NAMES)],
    [],
  ),
];
