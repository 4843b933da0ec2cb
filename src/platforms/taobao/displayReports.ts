/**
 * Ad reports of what Alimama showed people on their way: 引力魔方 (and 超级推荐 before it), 钻石展位 and 超级钻展. One row a day and campaign
 * (计划, in a 计划组), unit, audience (定向), creative or placement (资源位).
 *
 * 引力魔方 gives each report twice, by 展现效果 (who saw it) and by 点击效果 (who clicked): two ways to attribute the same sales, in files with
 * the same header. They are never added: where the file tells its model in a column, each is a grain of its own, else the newer file
 * counts. There are no direct and indirect sales here.
 *
 * Columns of 引力魔方 from a schema made of its downloads, those of 钻展 from two public readers.
 */
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';
import {
  AD_DAYS,
  AD_GROUP_ID,
  AD_GROUP_NAMES,
  AD_TOTALS,
  AUDIENCE_NAMES,
  CAMPAIGN_ID,
  CAMPAIGN_NAMES,
  CLICK_RATIOS,
  CREATIVE_IDS,
  CREATIVE_NAMES,
  ITEM_IDS,
  ITEM_NAMES,
  inYuan,
  PLACEMENT_NAMES,
} from './adColumns.js';

const METRICS: readonly ColumnSpec[] = [
  column('attributionModel', '效果模型', '效果类型', '统计口径', '转化周期', '效果转化周期'),
  required('adCost', ...inYuan('消耗')),
  required('impressions', '展现量', '展现'),
  required('clicks', '点击量', '点击'),
  column('adSales', ...inYuan('成交订单金额')),
  column('adOrders', '成交订单量'),
  column('adCarts', '添加购物车量'),
  column('adFavourites', '收藏宝贝量'),
  column('adPresaleSales', ...inYuan('预售金额')),
  column('adPresaleOrders', '预售订单量'),
  column('adNewBuyers', '新客获取量'),
];

const RATIOS: readonly RatioSpec[] = [
  ...CLICK_RATIOS,
  { names: ['点击转化率', '点击转化率(%)'], of: ['adOrders'], by: ['clicks'] },
  { names: ['展现转化率'], of: ['adOrders'], by: ['impressions'] },
  { names: ['投资回报率'], of: ['adSales'], by: ['adCost'] },
];

const CAMPAIGN = [column('campaignGroup', '计划组', '计划组名称'), CAMPAIGN_ID, column('campaign', ...CAMPAIGN_NAMES)];
const UNIT = [AD_GROUP_ID, column('adGroup', ...AD_GROUP_NAMES)];
const ITEM = [column('productId', ...ITEM_IDS), column('title', ...ITEM_NAMES)];
const UNITS = [...AD_GROUP_NAMES, '单元ID'];
const FINEST = [...AUDIENCE_NAMES, ...CREATIVE_NAMES, ...CREATIVE_IDS, ...PLACEMENT_NAMES];

interface Grain {
  readonly id: string;
  readonly grain: string;
  readonly report: string;
  readonly columns: readonly ColumnSpec[];
  readonly not: readonly string[];
}

function displayReport({ id, grain, report, columns, not }: Grain): ReportFormat {
  return defineReport({
    id: `taobao.${id}`,
    platform: 'taobao',
    report,
    fills: ['ads'],
    certainty: 'B',
    source: 'a schema made of the downloads of 引力魔方 (展现效果 and 点击效果), public readers of those of 钻展',
    download: '引力魔方 (tuijian.taobao.com) or 超级钻展 (zuanshi.taobao.com) > 报表 > 下载, until 2023',
    notes: [
      '展现效果 and 点击效果 are two ways to attribute the same sales and never added; a file without a column for it does not say which it is',
    ],
    columns: [...AD_DAYS, ...columns, ...METRICS],
    ratios: RATIOS,
    // Where one of these stands, it must be the display reports that are meant.
    hasOneOf: ['成交订单金额', '成交订单金额(元)', '成交订单量', '添加购物车量', '收藏宝贝量'],
    not: ['触达访客数', '曝光量', '账户ID', ...not],
    ignore: AD_TOTALS,
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'rows',
    grain,
    channel: '引力魔方, 钻展',
  });
}

export const taobaoDisplayReports: readonly ReportFormat[] = [
  displayReport({
    id: 'display-account',
    grain: 'account',
    report: '账户报表 (引力魔方, 钻展)',
    columns: [],
    not: [...CAMPAIGN_NAMES, '计划ID', '计划组', ...UNITS, ...ITEM_IDS, ...FINEST],
  }),
  displayReport({
    id: 'display-campaigns',
    grain: 'campaign',
    report: '计划报表 (引力魔方, 钻展)',
    columns: [column('campaignGroup', '计划组', '计划组名称'), CAMPAIGN_ID, required('campaign', ...CAMPAIGN_NAMES), ...ITEM],
    not: [...UNITS, ...FINEST],
  }),
  displayReport({
    id: 'display-ad-groups',
    grain: 'ad-group',
    report: '单元报表 (钻展)',
    columns: [...CAMPAIGN, AD_GROUP_ID, required('adGroup', ...AD_GROUP_NAMES), ...ITEM],
    not: FINEST,
  }),
  displayReport({
    id: 'display-audiences',
    grain: 'audience',
    report: '定向人群报表 (引力魔方, 钻展)',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, required('audience', ...AUDIENCE_NAMES), column('targetId', '定向ID', '人群ID')],
    not: [...CREATIVE_NAMES, ...CREATIVE_IDS, ...PLACEMENT_NAMES],
  }),
  displayReport({
    id: 'display-creatives',
    grain: 'creative',
    report: '创意报表 (引力魔方, 钻展)',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, required('creative', ...CREATIVE_NAMES), column('creativeId', ...CREATIVE_IDS)],
    not: [...AUDIENCE_NAMES, ...PLACEMENT_NAMES],
  }),
  displayReport({
    id: 'display-placements',
    grain: 'placement',
    report: '资源位报表 (引力魔方, 钻展)',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, required('placement', ...PLACEMENT_NAMES)],
    not: [...AUDIENCE_NAMES, ...CREATIVE_NAMES, ...CREATIVE_IDS],
  }),
];
