/**
 * Ad reports of 品销宝 (品牌专区, 明星店铺, 品牌首推): a workbook of six sheets, each also downloaded by itself: account, campaign (推广计划), unit
 * (推广单元), creative, bag of words (品牌流量包), audience. A 品牌专区 is bought by contract, so its reports have no cost.
 *
 * All three have the same columns: what a sheet of accounts is of, only the name of its file tells. Columns from a schema made of the
 * downloads.
 */
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';
import {
  AD_DAYS,
  AD_GROUP_NAMES,
  AD_TOTALS,
  AUDIENCE_NAMES,
  CAMPAIGN_NAMES,
  CLICK_RATIOS,
  CREATIVE_NAMES,
  inYuan,
  KEYWORD_NAMES,
} from './adColumns.js';

const METRICS: readonly ColumnSpec[] = [
  required('impressions', '展现量'),
  required('clicks', '点击量'),
  column('adCost', ...inYuan('消耗')),
  column('adSales', ...inYuan('成交金额')),
  column('adOrders', '成交笔数'),
  column('adCarts', '宝贝加购数'),
  column('adFavourites', '宝贝收藏数'),
  column('adPresaleSales', ...inYuan('预售成交金额')),
  column('adPresaleOrders', '预售成交笔数'),
];

const RATIOS: readonly RatioSpec[] = [...CLICK_RATIOS, { names: ['回报率'], of: ['adSales'], by: ['adCost'] }];

const CAMPAIGN = column('campaign', ...CAMPAIGN_NAMES);
const UNIT = column('adGroup', ...AD_GROUP_NAMES);
const FINEST = [...KEYWORD_NAMES, ...AUDIENCE_NAMES, ...CREATIVE_NAMES];

interface Grain {
  readonly id: string;
  readonly grain: string;
  readonly sheet: string;
  readonly columns: readonly ColumnSpec[];
  readonly not: readonly string[];
}

function brandReport({ id, grain, sheet, columns, not }: Grain): ReportFormat {
  return defineReport({
    id: `taobao.${id}`,
    platform: 'taobao',
    report: `品销宝 ${sheet} (品牌专区, 明星店铺, 品牌首推)`,
    fills: ['ads'],
    certainty: 'B',
    source: 'a schema made of the downloads',
    download: `品销宝 (branding.taobao.com) > 报表 > 下载, sheet ${sheet}`,
    notes: ['品牌专区 is bought by contract and has no cost here: unknown, not nothing'],
    columns: [...AD_DAYS, ...columns, ...METRICS],
    ratios: RATIOS,
    hasOneOf: ['触达访客数', '自然流量增量曝光', '进店访客数', '跳转点击量'],
    not,
    ignore: AD_TOTALS,
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'rows',
    grain,
    channel: '品销宝',
  });
}

export const taobaoBrandReports: readonly ReportFormat[] = [
  brandReport({
    id: 'brand-account',
    grain: 'account',
    sheet: '账户',
    columns: [],
    not: [...CAMPAIGN_NAMES, ...AD_GROUP_NAMES, ...FINEST],
  }),
  brandReport({
    id: 'brand-campaigns',
    grain: 'campaign',
    sheet: '推广计划',
    columns: [required('campaign', ...CAMPAIGN_NAMES)],
    not: [...AD_GROUP_NAMES, ...FINEST],
  }),
  brandReport({
    id: 'brand-ad-groups',
    grain: 'ad-group',
    sheet: '推广单元',
    columns: [CAMPAIGN, required('adGroup', ...AD_GROUP_NAMES)],
    not: FINEST,
  }),
  brandReport({
    id: 'brand-creatives',
    grain: 'creative',
    sheet: '创意',
    columns: [CAMPAIGN, UNIT, required('creative', ...CREATIVE_NAMES)],
    not: [...KEYWORD_NAMES, ...AUDIENCE_NAMES],
  }),
  brandReport({
    id: 'brand-keywords',
    grain: 'keyword',
    sheet: '品牌流量包',
    columns: [CAMPAIGN, UNIT, required('targeting', ...KEYWORD_NAMES)],
    not: [...AUDIENCE_NAMES, ...CREATIVE_NAMES],
  }),
  brandReport({
    id: 'brand-audiences',
    grain: 'audience',
    sheet: '定向人群',
    columns: [CAMPAIGN, UNIT, column('creative', ...CREATIVE_NAMES), required('audience', ...AUDIENCE_NAMES)],
    not: KEYWORD_NAMES,
  }),
];
