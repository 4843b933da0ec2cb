/**
 * Tables of search words of Taobao as 店查查, 店透视, 淘数据 and the like export them, by alias: each plugin has its own, and no real file was seen. Told from
 * Sycm's own table by a figure that only tools give.
 */
import { column, defineReport, required } from '../define.js';

export const dianchachaKeywords = defineReport({
  id: 'dianchacha.keywords',
  platform: 'dianchacha',
  report: '店查查, 店透视, 淘数据 关键词表',
  fills: ['marketKeywords'],
  certainty: 'M',
  source: 'our best knowledge of what such tools call their columns: not checked against a real file',
  download: '店查查 (dianchacha.com), 店透视, 淘数据 > 关键词 > 导出',
  notes: ['figures of a tool: estimates', 'our best knowledge of the header'],
  columns: [
    column('day', '日期', '统计日期'),
    required('searchTerm', '关键词', '搜索词', '词', '引流关键词'),
    required('searchVolume', '搜索指数', '日均搜索量', '搜索量', '月搜索量', '展现指数'),
    column('clickVolume', '点击指数', '点击量', '点击人数'),
    column('clickRatio', '点击率'),
    column('conversionRatio', '转化率', '成交转化率'),
    column('productsOnSale', '在线宝贝数', '宝贝数', '在售宝贝数', '竞争宝贝数'),
    column('cpc', '直通车均价', '市场均价', '点击均价', '平均出价'),
    column('competition', '竞争度', '竞争指数'),
    column('organicRank', '自然排名', '无线排名', '排名'),
    column('category', '类目', '最优类目'),
  ],
  hasOneOf: ['搜索指数', '展现指数', '日均搜索量', '月搜索量', '在线宝贝数', '竞争宝贝数', '竞争度'],
  not: [
    '搜索人气',
    '展现量',
    '花费',
    '消费',
    '支付金额',
    '访客数',
    '计划ID',
    'ABA排名',
    'ABA周排名',
    'ABA月排名',
    '月购买量',
    '购买率',
    'PPC价格',
    'PPC竞价',
    '标题密度',
    'SPR',
  ],
  noText: /^-+$/,
  serves: ['taobao'],
  unit: [],
  currency: 'CNY',
  period: 'snapshot',
  grain: 'keyword',
});
