/**
 * Sycm search analysis (搜索分析, 相关分析): the words related to one, with how many shops offer them: the classic table for finding niches. Five
 * columns at a time, chosen by the seller, often saved by a browser plugin. Names from several public readers.
 */
import { defineReport } from '../define.js';
import { MARKET_FIGURES } from './sycmMarketColumns.js';

export const taobaoSycmSearchAnalysis = defineReport({
  id: 'taobao.sycm-search-analysis',
  platform: 'taobao',
  report: '生意参谋 市场 搜索分析 (相关分析)',
  fills: ['marketKeywords'],
  certainty: 'B',
  source: 'public readers of the export and of the page',
  download: '生意参谋 > 市场 > 搜索分析 > 相关分析 > 下载 (or a browser plugin)',
  notes: [
    'figures of the last days before the download, as the page was set; without a date in the file they belong to the day it was made',
  ],
  columns: MARKET_FIGURES,
  hasOneOf: ['点击率', '支付转化率', '点击人气', '在线商品数', '商城点击占比', '天猫商品点击占比', '直通车参考价'],
  not: ['排名', '搜索排名', '热搜排名', '飙升排名', '访客数', '展现量'],
  unit: ['searchTerm'],
  currency: 'CNY',
  period: 'snapshot',
  grain: 'keyword',
});
