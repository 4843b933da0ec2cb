/** Scores of a shop by day: DSR (描述相符, 服务态度, 物流服务, up to 5) and the 综合体验分 that follows it. Names by alias: no real download was seen. */
import { column, defineReport } from '../define.js';
import { SYCM_DAYS } from './sycmColumns.js';

export const taobaoShopScores = defineReport({
  id: 'taobao.shop-scores',
  platform: 'taobao',
  report: '体验分, 店铺动态评分 (DSR)',
  fills: ['shop'],
  certainty: 'M',
  source: 'names in public programs that show the scores',
  download: '千牛 > 店铺 > 店铺体验分 (综合体验分); 商家中心 > 店铺动态评分',
  columns: [
    ...SYCM_DAYS,
    column('experienceScore', '综合体验分', '店铺综合体验分', '综合体验星级', '体验分'),
    column('dsrDescription', '描述相符评分', '描述相符', '宝贝与描述相符'),
    column('dsrService', '服务态度评分', '服务态度', '卖家的服务态度', '卖家服务态度'),
    column('dsrShipping', '物流服务评分', '物流服务', '物流服务的质量', '物流服务质量'),
  ],
  hasOneOf: ['综合体验分', '店铺综合体验分', '综合体验星级', '体验分', '描述相符评分', '描述相符', '宝贝与描述相符'],
  not: ['访客数', '支付金额', '商品ID', '订单编号'],
  unit: ['day', 'fromDay', 'toDay'],
  period: 'snapshot',
  grain: 'scores',
});
