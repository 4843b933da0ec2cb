/**
 * Older reports of 多多搜索 and 多多场景 (until about 2022) by campaign (推广计划): figures only. Names from one public reader (推广计划, 花费(元)) and from the
 * fields of the API; no real file was seen.
 */
import { dayOrSpan, inYuan, TOTALS } from '../chineseColumns.js';
import { AD_UNIT, column, defineReport, required } from '../define.js';

export const pinduoduoSearchAds = defineReport({
  id: 'pinduoduo.ads-campaigns-older',
  platform: 'pinduoduo',
  report: '多多搜索, 多多场景 计划报表 (until about 2022)',
  fills: ['ads'],
  certainty: 'M',
  source: '推广计划 and 花费 in a public reader, the rest from the fields of the API and from memory: not checked against a real file',
  download: '拼多多推广 > 推广报表 > 多多搜索 / 多多场景 > 下载 (until about 2022)',
  notes: ['our best knowledge of the header'],
  columns: [
    ...dayOrSpan('日期', '统计日期'),
    required('campaign', '推广计划', '计划名称'),
    column('adGroup', '推广单元'),
    column('productId', '商品ID', '商品id'),
    column('title', '商品名称'),
    required('adCost', ...inYuan('花费')),
    required('impressions', '曝光量', '曝光数'),
    required('clicks', '点击量', '点击数'),
    column('adOrders', '成交笔数', '订单量'),
    required('adSales', ...inYuan('交易额')),
    column('adFavourites', '商品收藏数', '商品收藏量'),
  ],
  ratios: [
    { names: ['点击率', '点击率(%)'], of: ['clicks'], by: ['impressions'] },
    { names: ['平均点击花费', '点击均价'], of: ['adCost'], by: ['clicks'] },
    { names: ['投入产出比'], of: ['adSales'], by: ['adCost'] },
    { names: ['点击转化率'], of: ['adOrders'], by: ['clicks'] },
  ],
  not: ['总花费(元)', '成交花费(元)', '实际投产比', '总成交金额', '展现量', '账户名称', '账户ID', '总订单金额'],
  ignore: TOTALS,
  unit: AD_UNIT,
  currency: 'CNY',
  period: 'none',
  grain: 'campaign',
});
