/**
 * Reports of Sogou search: by campaign, by region, by search term. GBK text; the row below the header is the total (`总计,--,--,…`). They say what was
 * clicked and spent, but not how often an ad was shown. Headers whole in the help of a public program that reads the downloads (2017, 2018).
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, type ColumnSpec, column, defineReport, type ReportFormat, required } from '../define.js';

const REGIONS = ['市级地域', '省级地域'];

function adReport(id: string, grain: string, report: string, columns: readonly ColumnSpec[], not: readonly string[]): ReportFormat {
  return defineReport({
    id: `sogou.${id}`,
    platform: 'sogou',
    report: `搜狗推广 ${report}`,
    fills: ['ads'],
    certainty: 'B',
    source: 'header whole in the help of a public program that reads the download (2017, 2018)',
    download: '搜狗推广 (p4p.sogou.com) > 数据报告 > 下载',
    notes: ['how often an ad was shown is not in it'],
    columns: [
      ...dayOrSpan('日期', '时间'),
      column('portfolio', '账户', '账号'),
      required('campaign', '推广计划'),
      column('adGroup', '推广组'),
      ...columns,
      column('impressions', '展示数'),
      required('clicks', '点击数'),
      required('adCost', ...inYuan('消耗')),
    ],
    ratios: [{ names: ['点击均价'], of: ['adCost'], by: ['clicks'] }],
    hasOneOf: ['点击均价', '点击均价(元)', '消耗占比'],
    not: ['展现量', '点击量', '消费', '成交订单金额', ...not],
    ignore: TOTALS,
    noText: /^-+$/,
    serves: 'any',
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'none',
    grain,
  });
}

export const sogouAdReports: readonly ReportFormat[] = [
  adReport('campaigns', 'campaign', '计划报告', [], [...REGIONS, '关键词', '搜索词']),
  adReport('regions', 'region', '地域报告', [{ ...required('region', ...REGIONS), firstFilled: true }], ['关键词', '搜索词']),
  adReport(
    'search-terms',
    'search-term',
    '搜索词报告',
    [column('creative', '创意标题'), column('targeting', '关键词'), required('searchTerm', '搜索词')],
    REGIONS,
  ),
];
