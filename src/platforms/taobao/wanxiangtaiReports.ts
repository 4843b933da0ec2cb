/**
 * Ad reports of the first 万相台 (货品加速, 上新快, 拉新快, 会员快, 活动加速 …, until 2023): by account and by creative. Every row says by which model
 * sales were attributed (效果模型: 展现效果 or 点击效果), and within how long (转化周期): rows of two models tell the same spend twice, so each
 * model is a grain of its own. Columns from a schema made of the downloads.
 */
import { AD_UNIT, type ColumnSpec, column, defineReport, type ReportFormat, required } from '../define.js';
import { AD_DAYS, AD_TOTALS, CAMPAIGN_ID, CAMPAIGN_NAMES, CLICK_RATIOS, CREATIVE_IDS, inYuan } from './adColumns.js';

const METRICS: readonly ColumnSpec[] = [
  required('attributionModel', '效果模型', '统计口径', '转化周期'),
  required('adCost', ...inYuan('消耗')),
  required('impressions', '曝光量'),
  required('clicks', '点击量'),
  column('adSales', ...inYuan('总成交金额')),
  column('adOrders', '总成交笔数'),
  column('adSalesSameSku', ...inYuan('直接成交金额')),
  column('adSalesOtherSku', ...inYuan('间接成交金额')),
  column('adOrdersSameSku', '直接成交笔数'),
  column('adOrdersOtherSku', '间接成交笔数'),
  column('adPresaleSales', ...inYuan('预售成交金额')),
  column('adPresaleOrders', '预售成交笔数'),
  column('adCarts', '总加购量'),
  column('adFavourites', '收藏量'),
];

const CREATIVES = [...CAMPAIGN_NAMES, '计划ID', ...CREATIVE_IDS];

function wanxiangtaiReport(
  id: string,
  grain: string,
  report: string,
  columns: readonly ColumnSpec[],
  not: readonly string[],
): ReportFormat {
  return defineReport({
    id: `taobao.${id}`,
    platform: 'taobao',
    report,
    fills: ['ads'],
    certainty: 'B',
    source: 'a schema made of the downloads',
    download: '万相台 (adbrain.taobao.com) > 报表 > 下载, until 2023',
    notes: ['展现效果 and 点击效果 are two ways to attribute the same sales and never added'],
    columns: [...AD_DAYS, ...columns, ...METRICS],
    ratios: [
      ...CLICK_RATIOS,
      { names: ['成交转化率'], of: ['adOrders'], by: ['clicks'] },
      { names: ['roi'], of: ['adSales'], by: ['adCost'] },
    ],
    ...(not.length > 0 ? { not } : {}),
    ignore: AD_TOTALS,
    unit: AD_UNIT,
    currency: 'CNY',
    period: 'rows',
    grain,
    channel: '万相台',
  });
}

export const taobaoWanxiangtaiReports: readonly ReportFormat[] = [
  wanxiangtaiReport('wanxiangtai-account', 'account', '账户报表 (万相台)', [], CREATIVES),
  wanxiangtaiReport(
    'wanxiangtai-creatives',
    'creative',
    '创意报表 (万相台)',
    [CAMPAIGN_ID, column('campaign', ...CAMPAIGN_NAMES), required('creativeId', ...CREATIVE_IDS), column('productId', '商品ID', '宝贝ID')],
    [],
  ),
];
