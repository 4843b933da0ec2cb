/**
 * Sycm list of promoted items (推广商品): what all of Alimama's ad products together spent on an item in a day, and what it brought. It sums up what
 * the reports of Alimama tell by campaign, so the two are never added. Columns from a vendor's field table made of a real file.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';
import { SYCM_DAYS, SYCM_PERIOD } from './sycmColumns.js';

export const taobaoSycmPromotedItems = defineReport({
  id: 'taobao.sycm-promoted-items',
  platform: 'taobao',
  report: '生意参谋 商品排行 (推广商品)',
  fills: ['ads'],
  certainty: 'A-',
  source: 'a vendor’s field table with a row of a real file',
  download: '生意参谋 > 品类 > 商品排行 > 推广商品 > 下载',
  notes: ['all ad products together: what the reports of Alimama tell by campaign is in it, never beside it'],
  columns: [
    ...SYCM_DAYS,
    required('productId', '商品ID'),
    column('title', '商品名称'),
    required('adCost', '推广消耗'),
    column('impressions', '展现量'),
    column('clicks', '点击量'),
    column('adSalesSameSku', '直接引导成交金额', '直接成交金额'),
    column('adOrdersSameSku', '直接成交笔数', '直接引导成交笔数'),
    required('adSales', '总引导成交金额'),
    column('adOrders', '总引导成交笔数'),
  ],
  ratios: [
    { names: ['点击率'], of: ['clicks'], by: ['impressions'] },
    { names: ['单次点击成本'], of: ['adCost'], by: ['clicks'] },
    { names: ['推广直接ROI'], of: ['adSalesSameSku'], by: ['adCost'] },
    { names: ['总ROI'], of: ['adSales'], by: ['adCost'] },
  ],
  not: ['商品访客数'],
  unit: AD_UNIT,
  currency: 'CNY',
  period: 'preamble',
  periodIn: SYCM_PERIOD,
  // Not the same as what one of the ad products says of its items, so neither replaces the other.
  grain: 'item · 生意参谋',
});
