/**
 * Sycm item ranking (商品_全部): one row an item and day. 38 columns today, 34 from 2019 to 2022, fewer and other names before. What is counted
 * since the start of the month or the year (月累计, 年累计) is left out: it says nothing of the day.
 *
 * Names from readers of the export of 2026, 2022 and 2019, from a schema made of its downloads, and of the oldest from one reader.
 */
import { column, defineReport, required } from '../define.js';
import { CARTS_AND_ORDERS, SYCM_DAYS, SYCM_PERIOD, SYCM_RATIOS } from './sycmColumns.js';

export const taobaoSycmItems = defineReport({
  id: 'taobao.sycm-items',
  platform: 'taobao',
  report: '生意参谋 商品排行 (商品_全部)',
  fills: ['traffic'],
  certainty: 'B',
  source:
    'header of a real export of 2026 in a reader of it; formulas of the ratios held there against 1122 cells; older names from readers',
  download: '生意参谋 > 品类 > 商品排行 (宏观监控) > 下载',
  notes: ['sales (支付金额) are what was paid on the day, before refunds; what was ordered and not paid is told apart (下单)'],
  columns: [
    ...SYCM_DAYS,
    required('productId', '商品ID', '宝贝ID'),
    column('title', '商品名称', '商品标题', '宝贝标题'),
    column('parentAsin', '主商品ID'),
    { ...column('device', '所属终端', '终端'), only: /^(?!所有终端|全部)/ },
    required('visitors', '商品访客数', '访客数', '浏览访客数'),
    column('pageViews', '商品浏览量', '浏览量'),
    column('staySeconds', '平均停留时长', '商品平均停留时长', '平均停留时长(秒)'),
    column('bounceRatio', '商品详情页跳出率', '详情页跳出率'),
    column('favouriteUsers', '商品收藏人数', '商品收藏买家数', '收藏人数'),
    column('cartUnits', '商品加购件数', '加购件数'),
    column('cartUsers', '商品加购人数', '加购人数'),
    ...CARTS_AND_ORDERS,
    column('unitsOrdered', '支付件数', '支付商品件数'),
    required('orderedSales', '支付金额', '成交金额'),
    column('refundedSales', '成功退款金额', '售中售后成功退款金额', '售后退款金额'),
    column('searchVisitors', '搜索引导访客数'),
    column('searchBuyers', '搜索引导支付买家数'),
    column('impressions', '曝光量'),
    column('clicks', '点击次数'),
  ],
  ratios: [...SYCM_RATIOS, { names: ['搜索引导支付转化率', '搜索支付转化率'], of: ['searchBuyers'], by: ['searchVisitors'] }],
  not: ['流量来源', '一级来源', '搜索词', '关键词', 'SKU信息', 'SKU名称', '店铺ID', '直播间访客数'],
  ignore: [{ rule: 'totals', firstCell: /^\s*(总计|合计|汇总)\s*$/ }],
  unit: ['day', 'fromDay', 'toDay'],
  currency: 'CNY',
  period: 'preamble',
  periodIn: SYCM_PERIOD,
  grain: 'item',
});
