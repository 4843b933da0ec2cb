/**
 * Ad reports of 京准通 (快车, 推荐, 海投, 全站营销 …): one table from which the seller picks the columns, so what a row is about follows from the finest
 * that is there: search term, keyword, audience, creative, item, unit, campaign, account. CSV in GBK or UTF-8, or a workbook.
 *
 * The item is the 跟单SKU: the one whose orders are counted. A search word may hold a TAB, a day is `20260813` and a span `20260601~20260630`. Numbers
 * that a spreadsheet saved end in `.0`. 总 is the sum of 直接 (the item itself) and 间接 (others of the shop); which orders count, and for how many
 * days, was chosen for the download and is not in it.
 *
 * One header whole in a public program that writes the table (2020), the others in part in several readers of 2026.
 */
import { dayOrSpan, inYuan, TOTALS, writtenInYuan } from '../chineseColumns.js';
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';

const METRICS: readonly ColumnSpec[] = [
  required('impressions', '展现数'),
  required('clicks', '点击数'),
  required('adCost', ...inYuan('花费', '总费用')),
  column('adOrders', '总订单行', '总订单行数'),
  column('adSales', ...inYuan('总订单金额')),
  column('adOrdersSameSku', '直接订单行'),
  column('adSalesSameSku', ...inYuan('直接订单金额')),
  column('adOrdersOtherSku', '间接订单行'),
  column('adSalesOtherSku', ...inYuan('间接订单金额')),
  column('adCarts', '总加购数', '总购物车数'),
  column('adFavourites', '商品关注数'),
  column('adNewBuyers', '下单新客数'),
  column('adPresaleOrders', '预售订单行'),
  column('adPresaleSales', ...inYuan('预售订单金额')),
];

const RATIOS: readonly RatioSpec[] = [
  { names: ['点击率(%)', '点击率', 'CTR'], of: ['clicks'], by: ['impressions'] },
  { names: ['千次展现成本', '平均千次展示成本', 'CPM'], of: ['adCost'], by: ['impressions'], times: 1000 },
  { names: ['平均点击成本', 'CPC'], of: ['adCost'], by: ['clicks'] },
  { names: ['转化率(%)', '转化率', '总转化率', 'CVR'], of: ['adOrders'], by: ['clicks'] },
  { names: ['ROI', '投产比', '总ROI'], of: ['adSales'], by: ['adCost'] },
];

const CAMPAIGNS = ['推广计划', '计划名称', '推广计划名称'];
const UNITS = ['推广单元', '单元名称', '推广单元名称'];
const ITEM_IDS = ['跟单SKU ID', '跟单SKUID', '跟单SKU', '智能投放推广SKU ID', '智能投放推广SKU', '推广SKU ID', '推广SKU'];
const CREATIVES = ['推广创意', '创意名称', '创意标题'];
const AUDIENCES = ['人群名称', '定向人群名称'];
const KEYWORDS = ['关键词', '关键词名称'];
const SEARCH_TERMS = ['搜索词', '用户搜索词'];
const CREATIVE_IDS = ['创意ID', '创意id'];
const AUDIENCE_IDS = ['人群ID', '人群id'];

const ACCOUNT = [column('portfolio', '账户昵称', '账户名称'), column('campaignType', '营销场景', '产品线', '计划类型')];
const CAMPAIGN = [column('campaignId', '计划ID'), column('campaign', ...CAMPAIGNS)];
const UNIT = [column('adGroupId', '单元ID'), column('adGroup', ...UNITS)];
const ITEM = [column('productId', ...ITEM_IDS), column('title', '跟单SKU名称', '商品名称', 'SKU名称')];
const CREATIVE = [column('creativeId', ...CREATIVE_IDS), column('creative', ...CREATIVES)];
const AUDIENCE = [column('targetId', ...AUDIENCE_IDS), column('audience', ...AUDIENCES)];
const MATCH = column('matchType', '匹配类型', '匹配方式');

/** What no report of another ad system has. */
const OWN = [
  ...['跟单SKU ID', '跟单SKUID', '跟单SKU', '总订单行', '总订单行数', '直接订单行', '预售订单行'],
  ...writtenInYuan('总订单金额', '直接订单金额'),
];

interface Grain {
  readonly id: string;
  readonly grain: string;
  readonly rows: string;
  readonly columns: readonly ColumnSpec[];
  readonly not: readonly string[];
  readonly hasOneOf?: readonly string[];
}

function adReport({ id, grain, rows, columns, not, hasOneOf }: Grain): ReportFormat {
  return defineReport({
    id: `jd.${id}`,
    platform: 'jd',
    report: `京准通 ${rows}`,
    fills: ['ads'],
    certainty: 'B',
    source:
      'one whole header in a public program, parts of others in public readers of 2020 to 2026; definitions of the ratios from memory',
    download: '京准通 (jzt.jd.com) > 报表 > 自定义报表 or 快车报表 > 下载',
    notes: ['which orders count as the ad’s, and for how many days, was chosen for the download and is not in it'],
    columns: [...dayOrSpan('日期', '时间'), ...ACCOUNT, ...columns, ...METRICS],
    ratios: RATIOS,
    hasOneOf: hasOneOf ?? OWN,
    not: ['展现量', '消耗', '成交金额', ...not],
    ignore: TOTALS,
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'none',
    grain,
  });
}

const FINEST = [...SEARCH_TERMS, ...KEYWORDS, ...AUDIENCES];
const FINER_THAN_ITEMS = [...FINEST, ...CREATIVES, ...CREATIVE_IDS, ...AUDIENCE_IDS];

export const jdAdReports: readonly ReportFormat[] = [
  adReport({
    id: 'ads-account',
    grain: 'account',
    rows: '账户报表',
    columns: [],
    not: [...CAMPAIGNS, '计划ID', ...UNITS, '单元ID', ...ITEM_IDS, ...FINER_THAN_ITEMS],
    hasOneOf: OWN.filter((name) => !name.startsWith('跟单')),
  }),
  adReport({
    id: 'ads-campaigns',
    grain: 'campaign',
    rows: '计划报表',
    columns: [column('campaignId', '计划ID'), required('campaign', ...CAMPAIGNS)],
    not: [...UNITS, '单元ID', ...ITEM_IDS, ...FINER_THAN_ITEMS],
    hasOneOf: OWN.filter((name) => !name.startsWith('跟单')),
  }),
  adReport({
    id: 'ads-ad-groups',
    grain: 'ad-group',
    rows: '单元报表',
    columns: [...CAMPAIGN, column('adGroupId', '单元ID'), required('adGroup', ...UNITS)],
    not: [...ITEM_IDS, ...FINER_THAN_ITEMS],
    hasOneOf: OWN.filter((name) => !name.startsWith('跟单')),
  }),
  adReport({
    id: 'ads-items',
    grain: 'item',
    rows: '商品报表 (跟单SKU)',
    columns: [...CAMPAIGN, ...UNIT, required('productId', ...ITEM_IDS), ITEM[1] as ColumnSpec],
    not: FINER_THAN_ITEMS,
    hasOneOf: [...OWN, ...ITEM_IDS],
  }),
  adReport({
    id: 'ads-creatives',
    grain: 'creative',
    rows: '创意报表',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, ...AUDIENCE, column('creativeId', ...CREATIVE_IDS), required('creative', ...CREATIVES)],
    not: [...SEARCH_TERMS, ...KEYWORDS],
  }),
  adReport({
    id: 'ads-audiences',
    grain: 'audience',
    rows: '人群报表',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, column('targetId', ...AUDIENCE_IDS), required('audience', ...AUDIENCES)],
    not: [...SEARCH_TERMS, ...KEYWORDS, ...CREATIVES, ...CREATIVE_IDS],
  }),
  adReport({
    id: 'ads-keywords',
    grain: 'keyword',
    rows: '关键词报表',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, ...CREATIVE, required('targeting', ...KEYWORDS), MATCH],
    not: [...SEARCH_TERMS, ...AUDIENCES],
  }),
  adReport({
    id: 'ads-search-terms',
    grain: 'search-term',
    rows: '搜索词报表',
    columns: [...CAMPAIGN, ...UNIT, ...ITEM, ...CREATIVE, column('targeting', ...KEYWORDS), MATCH, required('searchTerm', ...SEARCH_TERMS)],
    not: AUDIENCES,
  }),
];
