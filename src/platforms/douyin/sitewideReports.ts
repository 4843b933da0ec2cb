/**
 * Reports of 巨量千川 全域推广 (site-wide promotion): ads that chase a target ROI instead of bids, for an item (推商品) or a live room (推直播). By what is
 * promoted, by plan, by creative, or the account's total. Workbooks or UTF-8 CSV; headers may hold a TAB or a line break, `-` is missing, a row 全部 sums up.
 *
 * Nothing is bought by name there: what is promoted, an item or a room, stands for the campaign, and its plan for the ad group. So the reports of items and
 * of rooms add up, and one by plan says the same as they, not more. Creatives (素材) do not cover what runs without one (the room itself).
 *
 * 整体 are all orders of what is promoted while it runs; 净成交 leaves out what was paid back within an hour and is left out here.
 *
 * Names of the figures in a dozen public readers of 2025 and 2026, those of settings from the API and from memory.
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';

const METRICS: readonly ColumnSpec[] = [
  required('adCost', ...inYuan('整体消耗')),
  column('adSales', ...inYuan('整体成交金额')),
  column('adOrders', '整体成交订单数'),
  column('impressions', '整体展示次数', '整体展现次数'),
  column('clicks', '整体点击次数'),
  column('adPresaleOrders', '整体预售订单数'),
  column('adPresaleSales', ...inYuan('整体预售订单金额')),
];

const RATIOS: readonly RatioSpec[] = [
  { names: ['整体支付ROI'], of: ['adSales'], by: ['adCost'] },
  { names: ['整体成交订单成本'], of: ['adCost'], by: ['adOrders'] },
  { names: ['整体点击率', '整体点击率(%)'], of: ['clicks'], by: ['impressions'] },
  { names: ['整体转化率', '整体转化率(%)'], of: ['adOrders'], by: ['clicks'] },
];

const ITEM_IDS = ['商品ID', '商品id'];
const ROOM_IDS = ['抖音号ID', '抖音号id', '抖音UID', '抖音号'];
const PLANS = ['计划ID', '计划id', '计划名称', '推广计划名称'];
const CREATIVES = ['素材ID', '素材id', 'material_id'];
const TARGETS = ['支付ROI目标', 'ROI目标', '净成交ROI目标', '目标ROI', '综合ROI目标'];
const BUDGETS = ['日预算', '预算', '计划预算', '总预算'];

const PLAN = [column('adGroupId', '计划ID', '计划id'), column('adGroup', '计划名称', '推广计划名称')];
const PROMOTED = [
  column('campaignId', ...ITEM_IDS, ...ROOM_IDS),
  column('campaign', '商品名称', '商品标题', '抖音号名称', '抖音昵称'),
  column('productId', ...ITEM_IDS),
  column('title', '商品名称', '商品标题'),
];
const SET: readonly ColumnSpec[] = [
  { ...column('targetRoas', ...TARGETS), only: /\d/ },
  { ...column('budget', ...inYuan(...BUDGETS)), only: /\d/ },
  column('biddingStrategy', '出价方式', '投放方式'),
  column('entityState', '计划状态', '投放状态', '状态'),
];

const SALES = 'sales (整体成交) are all orders of what is promoted while it runs, also those that came without the ad';

interface Grain {
  readonly id: string;
  readonly grain: string;
  readonly report: string;
  readonly columns: readonly ColumnSpec[];
  readonly hasOneOf?: readonly string[];
  readonly not: readonly string[];
  readonly more?: Partial<ReportFormat>;
}

function sitewide({ id, grain, report, columns, hasOneOf, not, more }: Grain): ReportFormat {
  return defineReport({
    id: `douyin.sitewide-${id}`,
    platform: 'douyin',
    report: `巨量千川 全域推广 ${report}`,
    fills: ['ads'],
    certainty: 'B',
    source: 'figures in a dozen public readers of the downloads of 2025 and 2026; no real file was seen',
    download: '巨量千川 (qianchuan.jinritemai.com) > 数据 > 全域推广 (推商品 / 推直播) > 下载',
    notes: [SALES],
    columns: [...dayOrSpan('日期', '时间', '统计日期'), column('portfolio', '账户名称'), ...columns, ...METRICS],
    ratios: RATIOS,
    ...(hasOneOf ? { hasOneOf } : {}),
    not: ['直接支付ROI', ...not],
    ignore: TOTALS,
    noText: /^-+$/,
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'none',
    grain,
    channel: '千川 全域',
    ...more,
  });
}

export const douyinSitewideReports: readonly ReportFormat[] = [
  sitewide({
    id: 'account',
    grain: 'account',
    report: '账户汇总',
    columns: [],
    not: [...ITEM_IDS, ...ROOM_IDS, ...PLANS, ...CREATIVES],
  }),
  sitewide({
    id: 'promoted',
    grain: 'item',
    report: '推商品, 推直播 (by item or room)',
    columns: PROMOTED,
    hasOneOf: [...ITEM_IDS, ...ROOM_IDS],
    not: [...PLANS, ...CREATIVES],
  }),
  sitewide({
    id: 'plans',
    grain: 'ad-group',
    report: '计划, with target ROI and budget where the list has them',
    columns: [...PROMOTED, ...PLAN, ...SET],
    hasOneOf: PLANS,
    not: CREATIVES,
    more: {
      fills: ['ads', 'adEntities'],
      source: 'figures in a dozen public readers of the downloads; names of the settings from the API and from memory',
      notes: [SALES, 'target and budget are those of the moment of the download'],
    },
  }),
  sitewide({
    id: 'creatives',
    grain: 'creative',
    report: '素材',
    columns: [
      ...PROMOTED,
      ...PLAN,
      required('creativeId', ...CREATIVES),
      column('creative', '素材名称', '素材视频名称', '视频名称', 'roi2_material_video_name'),
    ],
    not: [],
  }),
];
