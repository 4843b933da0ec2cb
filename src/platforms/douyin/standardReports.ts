/**
 * Reports of 巨量千川 标准推广 (bids by conversion), which spends beside 全域推广: by plan (计划, of an item or a room), item, creative, or the account's total.
 * CSV (UTF-8 or GBK) or a workbook, amounts with their unit in the header (`消耗(元)`).
 *
 * 直接成交 are orders by those who clicked; what they bought within seven days besides (7日间接成交金额) is told apart and not in it.
 *
 * Names of the columns in several public readers of 2025 and 2026.
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';

const METRICS: readonly ColumnSpec[] = [
  required('adCost', ...inYuan('消耗')),
  column('impressions', '展示次数', '展示数'),
  column('clicks', '点击次数', '点击数'),
  column('adConversions', '转化数'),
  column('adOrders', '直接成交订单数'),
  column('adSales', ...inYuan('直接成交金额')),
  column('adViews', '播放数', '播放次数', '播放量'),
];

const RATIOS: readonly RatioSpec[] = [
  { names: ['点击率(%)', '点击率'], of: ['clicks'], by: ['impressions'] },
  { names: ['平均千次展示费用', '平均千次展现费用', '千次展示费用'], of: ['adCost'], by: ['impressions'], times: 1000 },
  { names: ['转化率(%)', '转化率'], of: ['adConversions'], by: ['clicks'] },
  { names: ['转化成本'], of: ['adCost'], by: ['adConversions'] },
  { names: ['直接支付ROI'], of: ['adSales'], by: ['adCost'] },
];

const PLANS = ['计划ID', '计划id', '计划名称', '推广计划名称'];
const ITEM_IDS = ['商品ID', '商品id'];
const CREATIVES = ['素材ID', '素材id'];
const OWN = ['直接支付ROI', '直接成交订单数'];

const ITEM = [column('productId', ...ITEM_IDS), column('title', '商品名称', '商品标题')];
const PLAN = [column('campaignId', '计划ID', '计划id'), column('campaign', '计划名称', '推广计划名称')];

function standard(
  id: string,
  grain: string,
  rows: string,
  columns: readonly ColumnSpec[],
  not: readonly string[],
  hasOneOf = OWN,
): ReportFormat {
  return defineReport({
    id: `douyin.standard-${id}`,
    platform: 'douyin',
    report: `巨量千川 标准推广 ${rows}`,
    fills: ['ads'],
    certainty: 'B',
    source: 'names of the columns in several public readers of 2025 and 2026; no real file was seen',
    download: '巨量千川 (qianchuan.jinritemai.com) > 数据 > 标准推广 > 下载',
    notes: ['sales (直接成交) are orders by those who clicked; what they bought later besides is not in them'],
    columns: [...dayOrSpan('日期', '时间', '统计日期'), column('portfolio', '账户名称'), ...columns, ...METRICS],
    ratios: RATIOS,
    hasOneOf,
    not: ['整体消耗', '整体消耗(元)', '封面曝光数', ...not],
    ignore: TOTALS,
    noText: /^-+$/,
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'none',
    grain,
    channel: '千川 标准',
  });
}

export const douyinStandardReports: readonly ReportFormat[] = [
  standard('account', 'account', '账户汇总', [], [...PLANS, ...ITEM_IDS, ...CREATIVES]),
  standard(
    'plans',
    'campaign',
    '计划',
    [column('campaignId', '计划ID', '计划id'), required('campaign', '计划名称', '推广计划名称'), ...ITEM],
    CREATIVES,
  ),
  standard('items', 'item', '商品', [required('productId', ...ITEM_IDS), ITEM[1] as ColumnSpec], [...PLANS, ...CREATIVES]),
  standard(
    'creatives',
    'creative',
    '素材',
    [...PLAN, ...ITEM, required('creativeId', ...CREATIVES), column('creative', '素材名称', '素材名')],
    [],
  ),
];
