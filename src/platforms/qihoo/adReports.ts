/**
 * Reports of 360 点睛 (search): by campaign, by region, by search term. CSV in GBK or a workbook, without days: the period must be said where the file has no
 * 日期. Headers whole in the help of a public program that reads the downloads (2017, 2018).
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, type ColumnSpec, column, defineReport, type ReportFormat, required } from '../define.js';

const REGIONS = ['市级地区', '省级地区'];

function adReport(id: string, grain: string, report: string, columns: readonly ColumnSpec[], not: readonly string[]): ReportFormat {
  return defineReport({
    id: `qihoo.${id}`,
    platform: 'qihoo',
    report: `360 点睛 ${report}`,
    fills: ['ads'],
    certainty: 'B',
    source: 'header whole in the help of a public program that reads the download (2017, 2018)',
    download: '360 点睛 (e.360.cn) > 数据报告 > 下载',
    notes: ['the report does not say its days: give them with --period'],
    columns: [
      ...dayOrSpan('日期', '时间'),
      required('portfolio', '推广账户'),
      column('campaignType', '产品线'),
      required('campaign', '推广计划'),
      column('adGroup', '推广组'),
      ...columns,
      required('impressions', '展示次数'),
      required('clicks', '点击次数'),
      required('adCost', ...inYuan('总费用')),
    ],
    ratios: [
      { names: ['点击率'], of: ['clicks'], by: ['impressions'] },
      { names: ['平均每次点击费用'], of: ['adCost'], by: ['clicks'] },
    ],
    not,
    ignore: TOTALS,
    serves: 'any',
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'none',
    grain,
  });
}

export const qihooAdReports: readonly ReportFormat[] = [
  adReport('campaigns', 'campaign', '计划报告', [], [...REGIONS, '关键词', '搜索词', '创意']),
  adReport('regions', 'region', '地域报告', [{ ...required('region', ...REGIONS), firstFilled: true }], ['关键词', '搜索词']),
  adReport(
    'search-terms',
    'search-term',
    '搜索词报告',
    [column('creative', '创意'), column('matchType', '触发模式'), column('targeting', '关键词'), required('searchTerm', '搜索词')],
    REGIONS,
  ),
];
