/**
 * Ad reports of Baidu: search (搜索推广) and feed (信息流). GBK text; five to eight lines above the header say when and for which days, devices and networks it
 * was made. Both call things by the same words and spend money of their own: a report with 千次展现消费 and without keywords is taken for one of
 * the feed. Whose search words and keywords they are is told by their columns.
 *
 * Headers whole in the help of a public program that reads the downloads (2017, 2018).
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';

const METRICS: readonly ColumnSpec[] = [
  required('impressions', '展现', '展现量'),
  required('clicks', '点击', '点击量'),
  required('adCost', ...inYuan('消费')),
];

const CTR: RatioSpec = { names: ['点击率', '点击率(%)'], of: ['clicks'], by: ['impressions'] };
const CPC: RatioSpec = { names: ['平均点击价格'], of: ['adCost'], by: ['clicks'] };
const CPM: RatioSpec = { names: ['千次展现消费', '千次展现成本'], of: ['adCost'], by: ['impressions'], times: 1000 };

const CAMPAIGNS = ['推广计划', '推广计划名称', '计划名称', '计划'];
const UNITS = ['推广单元', '推广单元名称', '单元名称', '单元'];
const KEYWORDS = ['关键词', '关键词名称', '意图词'];
const REGIONS = ['市', '地级市', '省', '省级地域'];
const CPM_NAMES = ['千次展现消费', '千次展现成本'];
/** UC, 神马 and others share the rest of the header. */
const OTHERS = ['账户id', '计划id', '千次展现价格', '产品线', '花费', '消耗', '总费用', '时间'];

const CAMPAIGN = [column('campaignId', '推广计划ID'), column('campaign', ...CAMPAIGNS)];
const UNIT = [column('adGroupId', '推广单元ID', '单元ID'), column('adGroup', ...UNITS)];
const REGION: ColumnSpec = { ...required('region', ...REGIONS), firstFilled: true };

/** `1. 时间范围：20171009` or `20171001 - 20171009` among the lines above the header. */
const PERIOD = /时间范围\s*[:：]\s*(?<period>\d{8}(?:\s*(?:-|至|~)\s*\d{8})?)/;

interface Report {
  readonly id: string;
  readonly grain: string;
  readonly report: string;
  readonly columns: readonly ColumnSpec[];
  readonly not: readonly string[];
  readonly ratios?: readonly RatioSpec[];
  readonly hasOneOf?: readonly string[];
  readonly fills?: ReportFormat['fills'];
}

function adReport(channel: string, { id, grain, report, columns, not, ratios, hasOneOf, fills }: Report): ReportFormat {
  return defineReport({
    id: `baidu.${id}`,
    platform: 'baidu',
    report: `百度 ${report}`,
    fills: fills ?? ['ads'],
    certainty: 'B',
    source: 'header and the lines above it in the help of a public program that reads the downloads (2017, 2018)',
    download: '百度营销 (tuiguang.baidu.com) > 数据报告 > 下载',
    notes: ['what clicks led to (网页转化, 商桥转化, 电话转化) is left out'],
    columns: [...dayOrSpan('日期'), column('portfolio', '账户', '账户名称'), column('device', '推广设备', '设备'), ...columns, ...METRICS],
    ratios: ratios ?? [CTR, CPC],
    ...(hasOneOf ? { hasOneOf } : {}),
    not: [...OTHERS, ...not],
    ignore: TOTALS,
    noText: /^-+$/,
    serves: 'any',
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'preamble',
    periodIn: PERIOD,
    grain,
    channel,
  });
}

const SEARCH = 'baidu 搜索';
const FEED = 'baidu 信息流';
const WORDS = [...KEYWORDS, '搜索词'];

export const baiduAdReports: readonly ReportFormat[] = [
  adReport(SEARCH, {
    id: 'search-campaigns',
    grain: 'campaign',
    report: '搜索推广 计划报告',
    columns: [column('campaignId', '推广计划ID'), required('campaign', ...CAMPAIGNS)],
    not: [...UNITS, ...WORDS, ...REGIONS, ...CPM_NAMES],
  }),
  adReport(SEARCH, {
    id: 'search-ad-groups',
    grain: 'ad-group',
    report: '搜索推广 单元报告',
    columns: [...CAMPAIGN, column('adGroupId', '推广单元ID', '单元ID'), required('adGroup', ...UNITS)],
    not: [...WORDS, ...REGIONS, ...CPM_NAMES],
  }),
  adReport(SEARCH, {
    id: 'search-regions',
    grain: 'region',
    report: '搜索推广 地域报告',
    columns: [...CAMPAIGN, ...UNIT, REGION],
    not: [...WORDS, ...CPM_NAMES],
  }),
  adReport(SEARCH, {
    id: 'search-keywords',
    grain: 'keyword',
    report: '搜索推广 关键词报告, 关键词列表 with bids',
    columns: [
      ...CAMPAIGN,
      ...UNIT,
      required('targeting', '关键词', '关键词名称'),
      column('matchType', '匹配模式', '关键词匹配模式'),
      column('bid', ...inYuan('出价', '关键词出价')),
      column('entityState', '关键词状态', '状态'),
      column('qualityScore', '计算机质量度', '关键词计算机质量度'),
    ],
    not: ['搜索词'],
    ratios: [CTR, CPC, CPM],
    fills: ['ads', 'adEntities'],
  }),
  adReport(SEARCH, {
    id: 'search-terms',
    grain: 'search-term',
    report: '搜索推广 搜索词报告',
    columns: [...CAMPAIGN, ...UNIT, column('targeting', ...KEYWORDS), required('searchTerm', '搜索词')],
    not: [],
    ratios: [CTR],
  }),
  adReport(FEED, {
    id: 'feed-campaigns',
    grain: 'campaign',
    report: '信息流推广 计划报告',
    columns: [column('campaignId', '推广计划ID'), required('campaign', ...CAMPAIGNS)],
    not: [...UNITS, ...WORDS, ...REGIONS],
    ratios: [CTR, CPC, CPM],
    hasOneOf: CPM_NAMES,
  }),
  adReport(FEED, {
    id: 'feed-ad-groups',
    grain: 'ad-group',
    report: '信息流推广 单元报告',
    columns: [...CAMPAIGN, column('adGroupId', '推广单元ID', '单元ID'), required('adGroup', ...UNITS)],
    not: [...WORDS, ...REGIONS],
    ratios: [CTR, CPC, CPM],
    hasOneOf: CPM_NAMES,
  }),
  adReport(FEED, {
    id: 'feed-regions',
    grain: 'region',
    report: '信息流推广 地域报告',
    columns: [...CAMPAIGN, ...UNIT, REGION],
    not: WORDS,
    ratios: [CTR, CPC, CPM],
    hasOneOf: CPM_NAMES,
  }),
];
