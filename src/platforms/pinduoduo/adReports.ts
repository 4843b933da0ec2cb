/**
 * Reports of 拼多多推广 (商品推广, 稳定成本推广, 全站推广): by account and day, or by promoted product, whose promotion (推广名称) is the campaign. Workbooks
 * (.xls) or GBK text; one or two notes above the header and below the total. The total of products is less than what was spent where the
 * platform promotes the whole shop by itself (全店托管): the report by account has all of it.
 *
 * How a product is bid for stands in 出价方式: `目标投产比：5.80`. Reports that have it also tell what is set.
 */
import { dayOrSpan } from '../chineseColumns.js';
import { AD_UNIT, column, defineReport, type ReportFormat, required } from '../define.js';
import { PDD_IGNORE, PDD_METRICS, PDD_OWN, PDD_PERIOD, PDD_RATIOS } from './adColumns.js';

const PROMOTION = ['推广名称', '推广计划名称', '推广计划'];
const PRODUCT = ['商品ID', '商品id'];

const COMMON = {
  platform: 'pinduoduo',
  certainty: 'A-',
  source: 'headers whole in the tests of three programs that read real files of 2026',
  ratios: PDD_RATIOS,
  hasOneOf: PDD_OWN,
  ignore: PDD_IGNORE,
  noText: /^-+$/,
  unit: AD_UNIT,
  currency: 'CNY',
  period: 'preamble',
  periodIn: PDD_PERIOD,
} as const;

const COST = 'the cost is 总花费 where the report has it, else 成交花费; the ROI that the report prints (实际投产比) divides by 成交花费';

const byProduct = [
  ...dayOrSpan('日期', '统计日期'),
  required('productId', ...PRODUCT),
  column('title', '商品名称'),
  column('campaignType', '推广场景', '推广类型'),
  column('campaign', ...PROMOTION),
  column('campaignGroup', '分组'),
];

export const pinduoduoAdReports: readonly ReportFormat[] = [
  defineReport({
    ...COMMON,
    id: 'pinduoduo.ads-account',
    report: '推广 账户 分天数据',
    fills: ['ads'],
    download: '拼多多推广 (yingxiao.pinduoduo.com) > 报表 > 账户 > 分天 > 下载',
    notes: [COST],
    columns: [...dayOrSpan('日期', '统计日期'), ...PDD_METRICS],
    not: [...PRODUCT, ...PROMOTION, '关键词', '创意ID'],
    grain: 'account',
  }),
  defineReport({
    ...COMMON,
    id: 'pinduoduo.ads-items',
    report: '商品推广, 全站推广 报表',
    fills: ['ads', 'adEntities'],
    download: '拼多多推广 (yingxiao.pinduoduo.com) > 报表 > 商品推广 / 全站推广 > 下载',
    notes: [COST, 'the target ROI is that of the moment of the download, on the rows of all days'],
    columns: [
      ...byProduct,
      column('biddingStrategy', '出价方式'),
      { ...column('targetRoas', '目标投产比', '出价方式'), strip: /^\s*(?:净)?目标投产比\s*[:：]\s*/, only: /^\s*\d/ },
      { ...column('budget', '日限额 ({currency})', '日限额', '预算 ({currency})', '预算', '每日预算 ({currency})'), only: /\d/ },
      { ...column('entityState', '是否已删除', '推广状态'), words: { 是: '已删除', 否: '推广中' } },
      ...PDD_METRICS,
    ],
    not: ['关键词', '创意ID'],
    grain: 'item',
  }),
];
