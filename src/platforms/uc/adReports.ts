/**
 * Reports of UC 头条 (feed, by 计划) and 神马 (search, by 推广计划), both of UC: CSV in GBK, the header in the first row. Headers whole in the help of a public program
 * that reads the downloads (2017, 2018).
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';

const CTR: RatioSpec = { names: ['点击率'], of: ['clicks'], by: ['impressions'] };
const CPC: RatioSpec = { names: ['平均点击价格'], of: ['adCost'], by: ['clicks'] };

interface Report {
  readonly id: string;
  readonly grain: string;
  readonly report: string;
  readonly channel: string;
  readonly columns: readonly ColumnSpec[];
  readonly ratios: readonly RatioSpec[];
  readonly not: readonly string[];
}

function adReport({ id, grain, report, channel, columns, ratios, not }: Report): ReportFormat {
  return defineReport({
    id: `uc.${id}`,
    platform: 'uc',
    report,
    fills: ['ads'],
    certainty: 'B',
    source: 'header whole in the help of a public program that reads the download (2017, 2018)',
    download: 'UC 头条, 神马推广 (e.uc.cn, e.sm.cn) > 数据报告 > 下载',
    columns: [...columns, required('adCost', ...inYuan('消费'))],
    ratios,
    not,
    ignore: TOTALS,
    noText: /^-+$/,
    serves: 'any',
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'none',
    grain,
    channel,
  });
}

const SEARCH: readonly ColumnSpec[] = [
  ...dayOrSpan('时间'),
  required('portfolio', '账户'),
  required('campaign', '推广计划'),
  column('adGroup', '推广单元'),
  required('impressions', '展现量'),
  required('clicks', '点击量'),
];

export const ucAdReports: readonly ReportFormat[] = [
  adReport({
    id: 'feed-campaigns',
    grain: 'campaign',
    report: 'UC 头条 计划报告',
    channel: 'uc 头条',
    columns: [
      ...dayOrSpan('日期'),
      column('portfolio', '账户'),
      required('campaignId', '计划id', '计划ID'),
      required('campaign', '计划', '计划名称'),
      required('impressions', '展现'),
      required('clicks', '点击'),
    ],
    ratios: [CTR, CPC, { names: ['千次展现价格'], of: ['adCost'], by: ['impressions'], times: 1000 }],
    not: ['推广计划', '推广单元', '关键词'],
  }),
  adReport({
    id: 'search-campaigns',
    grain: 'campaign',
    report: '神马推广 计划报告',
    channel: 'uc 神马',
    columns: SEARCH,
    ratios: [CTR, CPC],
    not: ['日期', '关键词', '搜索词', '地域ID', '计划id'],
  }),
  adReport({
    id: 'search-regions',
    grain: 'region',
    report: '神马推广 地域报告',
    channel: 'uc 神马',
    columns: [...SEARCH, { ...required('region', '地市级地域', '省级地域'), firstFilled: true }],
    ratios: [CTR, CPC],
    not: ['日期', '关键词', '搜索词'],
  }),
  adReport({
    id: 'search-terms',
    grain: 'search-term',
    report: '神马推广 搜索词报告',
    channel: 'uc 神马',
    columns: [
      ...SEARCH,
      column('creative', '创意'),
      column('targeting', '关键词'),
      column('matchType', '匹配方式'),
      required('searchTerm', '搜索词'),
    ],
    ratios: [CTR],
    not: ['日期'],
  }),
];
