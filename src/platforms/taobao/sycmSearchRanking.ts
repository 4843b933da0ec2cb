/** Sycm ranking of what a market searches (市场 搜索排行: 搜索词, 长尾词, 品牌词, 核心词, 修饰词; by volume or by growth). Names from readers of exports of 2026 and of earlier pages. */
import { defineReport, required } from '../define.js';
import { MARKET_FIGURES } from './sycmMarketColumns.js';

export const taobaoSycmSearchRanking = defineReport({
  id: 'taobao.sycm-search-ranking',
  platform: 'taobao',
  report: '生意参谋 市场 搜索排行',
  fills: ['marketKeywords'],
  certainty: 'B',
  source: 'public readers of the export, 2026 and before',
  download: '生意参谋 > 市场 > 搜索排行 > 下载 (or a browser plugin)',
  notes: [
    'figures of the last days before the download, as the page was set; without a date in the file they belong to the day it was made',
  ],
  columns: [required('marketRank', '排名', '搜索排名', '热搜排名', '飙升排名'), ...MARKET_FIGURES],
  not: ['访客数', '展现量'],
  unit: ['searchTerm'],
  currency: 'CNY',
  period: 'snapshot',
  grain: 'ranking',
});
