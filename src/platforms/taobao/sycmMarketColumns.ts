/**
 * Figures of a search word on the whole market, as Sycm shows them. Since 2025 most are bands (`600 ~ 1200`, `5000 ~ 1万`, `5% ~ 7.5%`); rates
 * come as percentages or as fractions (`1.21` is 121 %).
 */
import { type ColumnSpec, column, required } from '../define.js';
import { SYCM_DAYS } from './sycmColumns.js';

export const MARKET_FIGURES: readonly ColumnSpec[] = [
  ...SYCM_DAYS,
  required('searchTerm', '搜索词', '相关搜索词', '关键词', '核心词', '品牌词', '修饰词', '长尾词'),
  required('searchVolume', '搜索人气', '搜索人数'),
  column('searchChange', '搜索增速', '搜索增长幅度', '增长幅度'),
  column('clickVolume', '点击人气', '点击人数'),
  column('clickRatio', '点击率'),
  column('conversionRatio', '支付转化率'),
  column('brandedShare', '商城点击占比', '天猫商品点击占比'),
  column('productsOnSale', '在线商品数', '当前宝贝数'),
  column('cpc', '直通车参考价', '直通车均价'),
  column('category', '实际类目', '类目'),
];
