/** Sycm search words that brought visitors (引流搜索关键词), to the shop or to one item. Columns from a vendor's field table made of a real file. */
import { column, defineReport, required } from '../define.js';
import { SYCM_DAYS, SYCM_PERIOD, SYCM_RATIOS } from './sycmColumns.js';

export const taobaoSycmSearchTerms = defineReport({
  id: 'taobao.sycm-search-terms',
  platform: 'taobao',
  report: '生意参谋 引流搜索关键词',
  fills: ['traffic'],
  certainty: 'A-',
  source: 'a vendor’s field table with a row of a real file',
  download: '生意参谋 > 流量 > 搜索词分析 > 引流搜索关键词 > 下载',
  columns: [
    ...SYCM_DAYS,
    column('productId', '商品ID', '宝贝ID'),
    column('title', '商品名称', '商品标题'),
    required('searchTerm', '搜索词', '关键词', '引流搜索词', '引流关键词'),
    required('visitors', '访客数', '引导访客数', '带来的访客数'),
    column('pageViews', '浏览量', '引导浏览量'),
    column('bounceRatio', '跳出率', '跳出本店率'),
    column('cartUsers', '加购人数'),
    column('favouriteUsers', '商品收藏人数', '收藏人数'),
    column('placedBuyers', '下单买家数', '引导下单买家数'),
    column('buyers', '支付买家数', '引导支付买家数'),
    column('unitsOrdered', '支付件数', '引导支付件数'),
    column('orderedSales', '支付金额', '引导支付金额'),
  ],
  ratios: SYCM_RATIOS,
  not: ['搜索人气', '展现量', '花费', '消耗', '流量来源'],
  unit: ['day', 'fromDay', 'toDay'],
  currency: 'CNY',
  period: 'preamble',
  periodIn: SYCM_PERIOD,
  grain: 'search-term',
});
