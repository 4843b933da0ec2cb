/**
 * Ad reports of 万相台无界版 and, in the same words, of 直通车 before it, by what a row is about: the account (or one 场景 of it), a campaign
 * (计划), a unit (单元), an item (主体, 商品), a keyword or bag of keywords (词包), an audience (人群), a creative (创意), a region (省, 市).
 *
 * GBK text or a workbook. A day a row (分天) or the whole span in one (汇总: `20260701至20260731`). Ratios are fractions of five decimals,
 * empty where they would divide by nothing; money has two. The seller chooses the columns. A report may hold the same spend once for
 * each 转化周期 (1天转化, 15天转化): these are grains of their own and never added.
 *
 * 总 is the sum of 直接 (the advertised item) and 间接 (other items of the shop). Presales (预售) are not in the sales.
 *
 * Columns of items, campaigns, keywords and audiences from several public readers of the downloads and one vendor's field table made of a
 * real file; 直通车's from a schema made of its downloads, the oldest with units in the headers (`花费(元)`) from memory; regions from memory.
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
  KEYWORD_NAMES,
  REGION_NAMES,
} from './adColumns.js';

const SCENE = column('campaignType', '场景名字', '场景名称', '营销场景', '推广场景', '推广类型', '计划类型');
const MODEL = column('attributionModel', '转化周期', '统计口径', '效果模型');

const METRICS: readonly ColumnSpec[] = [
  required('impressions', '展现量', '展现数', '展现'),
  required('clicks', '点击量', '点击数', '点击'),
  required('adCost', ...inYuan('花费', '推广花费')),
  column('adSales', ...inYuan('总成交金额', '成交金额')),
  column('adOrders', '总成交笔数', '成交笔数'),
  column('adSalesSameSku', ...inYuan('直接成交金额')),
  column('adSalesOtherSku', ...inYuan('间接成交金额')),
  column('adOrdersSameSku', '直接成交笔数'),
  column('adOrdersOtherSku', '间接成交笔数'),
  column('adPresaleSales', ...inYuan('总预售成交金额')),
  column('adPresaleOrders', '总预售成交笔数'),
  column('adCarts', '总购物车数', '购物车数'),
  column('adFavourites', '收藏宝贝数', '宝贝收藏数'),
  column('adNewBuyers', '成交新客数', '新成交用户数'),
  column('adRank', '平均展现排名'),
];

const RATIOS: readonly RatioSpec[] = [
  ...CLICK_RATIOS,
  { names: ['点击转化率', '点击转化率(%)'], of: ['adOrders'], by: ['clicks'] },
  { names: ['投入产出比'], of: ['adSales'], by: ['adCost'] },
  { names: ['含预售投产比'], of: ['adSales', 'adPresaleSales'], by: ['adCost'] },
  { names: inYuan('总成交成本'), of: ['adCost'], by: ['adOrders'] },
  { names: ['加购率'], of: ['adCarts'], by: ['clicks'] },
  { names: inYuan('加购成本'), of: ['adCost'], by: ['adCarts'] },
  { names: ['宝贝收藏率', '宝贝收藏转化率'], of: ['adFavourites'], by: ['clicks'] },
  { names: inYuan('宝贝收藏成本'), of: ['adCost'], by: ['adFavourites'] },
];

/** Another family of reports, or a finer one: shared headers alone would fit several. */
const OTHERS = ['推广消耗', '消耗', '触达访客数', '账户ID', '账户名称', '实际投产比', '展示成交笔数', '日均限额', '交易额', '总订单金额'];
const CAMPAIGNS = [...CAMPAIGN_NAMES, '计划ID'];
const UNITS = [...AD_GROUP_NAMES, '单元ID'];
const CREATIVES = [...CREATIVE_NAMES, ...CREATIVE_IDS];
const SEARCH_TERMS = ['搜索词', '买家搜索词', '用户搜索词'];
const FINEST = [...SEARCH_TERMS, ...KEYWORD_NAMES, ...AUDIENCE_NAMES, ...CREATIVES, ...REGION_NAMES];
const ITEM = [column('productId', ...ITEM_IDS), column('title', ...ITEM_NAMES)];
const CAMPAIGN = [CAMPAIGN_ID, column('campaign', ...CAMPAIGN_NAMES)];
const UNIT = [AD_GROUP_ID, column('adGroup', ...AD_GROUP_NAMES)];

const BUDGETS = ['日预算', '每日预算', '日均预算', '预算', '日限额'];
const TARGETS = ['净目标投产比', '目标投产比', '目标ROI', 'ROI目标值'];
/** What only a list of what is set has: reports of figures alone set nothing. */
const SET_FOR_CAMPAIGNS = [...written(BUDGETS), ...TARGETS];
const BIDS = ['出价', '移动出价', '无线出价', '默认出价', '计算机出价'];
const QUALITY = column('qualityScore', '质量分', '移动质量分', '无线质量分', '计算机质量分');

/** As headers write amounts, for telling reports apart. */
function written(names: readonly string[]): string[] {
  return names.flatMap((name) => [name, `${name}(元)`]);
}

interface Grain {
  readonly id: string;
  readonly grain: string;
  readonly report: string;
  readonly menu: string;
  readonly columns: readonly ColumnSpec[];
  readonly not: readonly string[];
  readonly more?: Partial<ReportFormat>;
}

function adReport({ id, grain, report, menu, columns, not, more }: Grain): ReportFormat {
  return defineReport({
    id: `taobao.${id}`,
    platform: 'taobao',
    report,
    fills: ['ads'],
    certainty: 'B',
    source: 'headers in several public readers of the download, formulas of the ratios checked there against a real file',
    download: `one.alimama.com (万相台无界) > 报表 > ${menu}; 直通车 > 报表 in files up to 2023`,
    notes: [
      'sales (总成交) are those of the advertised item and of others of the shop, within the 转化周期 that was chosen for the download',
      'sales still arrive for as long as that, and presales are told apart from them',
    ],
    columns: [...AD_DAYS, SCENE, MODEL, ...columns, ...METRICS],
    ratios: RATIOS,
    not: [...written(OTHERS), ...not],
    ignore: AD_TOTALS,
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'rows',
    grain,
    ...more,
  });
}

export const taobaoAdReports: readonly ReportFormat[] = [
  adReport({
    id: 'ads-account',
    grain: 'account',
    report: '账户报表, 场景报表 (万相台无界, 直通车)',
    menu: '账户报表 or 场景报表',
    columns: [],
    not: [...CAMPAIGNS, ...UNITS, ...ITEM_IDS, ...FINEST],
  }),
  adReport({
    id: 'ads-campaigns',
    grain: 'campaign',
    report: '计划报表 (万相台无界, 直通车)',
    menu: '计划报表',
    columns: [CAMPAIGN_ID, required('campaign', ...CAMPAIGN_NAMES)],
    not: [...UNITS, ...ITEM_IDS, ...FINEST, ...SET_FOR_CAMPAIGNS],
  }),
  adReport({
    id: 'ads-campaign-settings',
    grain: 'campaign',
    report: '计划列表 with budgets and target ROI (万相台无界, 全站推广)',
    menu: '计划报表 with 预算 and 目标投产比; or the list of plans',
    columns: [
      CAMPAIGN_ID,
      required('campaign', ...CAMPAIGN_NAMES),
      // 不限 is no amount.
      { ...column('budget', ...inYuan(...BUDGETS)), only: /\d/ },
      { ...column('targetRoas', ...TARGETS), only: /\d/ },
      column('biddingStrategy', '出价方式', '出价目标', '优化目标'),
      column('entityState', '计划状态', '投放状态', '状态'),
    ],
    not: [...UNITS, ...ITEM_IDS, ...FINEST],
    more: {
      fills: ['ads', 'adEntities'],
      hasOneOf: SET_FOR_CAMPAIGNS,
      certainty: 'M',
      source: 'names of the settings as the console shows them, from memory; the figures as in 计划报表',
    },
  }),
  adReport({
    id: 'ads-ad-groups',
    grain: 'ad-group',
    report: '单元报表 (万相台无界, 直通车)',
    menu: '单元报表',
    columns: [...CAMPAIGN, AD_GROUP_ID, required('adGroup', ...AD_GROUP_NAMES), ...ITEM],
    not: FINEST,
  }),
  adReport({
    id: 'ads-items',
    grain: 'item',
    report: '商品报表, 主体报表 (万相台无界)',
    menu: '商品报表 (主体报表)',
    columns: [...CAMPAIGN, required('productId', ...ITEM_IDS), column('title', ...ITEM_NAMES)],
    not: [...UNITS, ...FINEST],
  }),
  adReport({
    id: 'ads-keywords',
    grain: 'keyword',
    report: '关键词报表 (万相台无界, 直通车)',
    menu: '关键词报表',
    columns: [
      ...CAMPAIGN,
      ...UNIT,
      ...ITEM,
      required('targeting', ...KEYWORD_NAMES),
      column('targetId', '词ID/词包ID', '词ID', '关键词ID'),
      column('matchType', '匹配方式', '词类型'),
      QUALITY,
    ],
    not: [...AUDIENCE_NAMES, ...CREATIVES, ...REGION_NAMES, ...SEARCH_TERMS, ...written(BIDS)],
  }),
  adReport({
    id: 'ads-keyword-bids',
    grain: 'keyword',
    report: '关键词列表 with bids (万相台无界, 直通车)',
    menu: '关键词报表 with 出价; or the list of keywords',
    columns: [
      ...CAMPAIGN,
      ...UNIT,
      ...ITEM,
      required('targeting', ...KEYWORD_NAMES),
      column('targetId', '词ID/词包ID', '词ID', '关键词ID'),
      column('matchType', '匹配方式', '词类型'),
      QUALITY,
      column('bid', ...inYuan(...BIDS)),
      column('entityState', '关键词状态', '投放状态', '状态'),
    ],
    not: [...AUDIENCE_NAMES, ...CREATIVES, ...REGION_NAMES, ...SEARCH_TERMS],
    more: {
      fills: ['ads', 'adEntities'],
      hasOneOf: written(BIDS),
      certainty: 'M',
      source: 'names of bids and quality scores as the console shows them, from memory; the figures as in 关键词报表',
    },
  }),
  adReport({
    id: 'ads-search-terms',
    grain: 'search-term',
    report: '搜索词报表 (万相台无界, 直通车)',
    menu: '关键词报表 > 搜索词',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, required('searchTerm', ...SEARCH_TERMS), column('targeting', ...KEYWORD_NAMES)],
    not: [...AUDIENCE_NAMES, ...CREATIVES, ...REGION_NAMES, ...written(BIDS)],
    more: { certainty: 'M', source: 'names of the search term from memory; the figures as in 关键词报表' },
  }),
  adReport({
    id: 'ads-audiences',
    grain: 'audience',
    report: '人群报表 (万相台无界, 直通车)',
    menu: '人群报表',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, required('audience', ...AUDIENCE_NAMES), column('targetId', '人群ID', '定向ID')],
    not: [...KEYWORD_NAMES, ...CREATIVES, ...REGION_NAMES],
  }),
  adReport({
    id: 'ads-creatives',
    grain: 'creative',
    report: '创意报表 (万相台无界, 直通车)',
    menu: '创意报表',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, required('creativeId', ...CREATIVE_IDS), column('creative', ...CREATIVE_NAMES)],
    not: [...KEYWORD_NAMES, ...AUDIENCE_NAMES, ...REGION_NAMES],
  }),
  adReport({
    id: 'ads-regions',
    grain: 'region',
    report: '地域报表 (万相台无界, 直通车)',
    menu: '地域报表',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, { ...required('region', ...REGION_NAMES), firstFilled: true }],
    not: [...KEYWORD_NAMES, ...AUDIENCE_NAMES, ...CREATIVES],
    more: { certainty: 'M' },
  }),
];
