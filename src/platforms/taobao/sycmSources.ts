/**
 * Sycm traffic sources (流量来源), of the shop or of one item. The rows are a tree: 一级 holds all of its 二级, and 汇总 in 来源明细 all of its source.
 * They are kept as they are, the level in `source`; adding them up counts visitors twice.
 *
 * Three real files (simplified for teaching) with the visitors and printed rates only; all other names from a schema made of the downloads,
 * those of three levels from a reader.
 */
import { column, defineReport, required } from '../define.js';
import { SYCM_DAYS, SYCM_PERIOD, SYCM_RATIOS } from './sycmColumns.js';

export const taobaoSycmSources = defineReport({
  id: 'taobao.sycm-sources',
  platform: 'taobao',
  report: '生意参谋 流量来源',
  fills: ['traffic'],
  certainty: 'A',
  source: 'three real files with few columns; the rest from a schema made of the downloads',
  download: '生意参谋 > 流量 > 流量看板 (店铺来源) or 商品来源 > 下载',
  notes: ['rows of a level hold those below it: visitors and sales of levels are never added'],
  columns: [
    ...SYCM_DAYS,
    column('productId', '商品ID', '宝贝ID'),
    column('title', '商品名称', '商品标题'),
    required('source', '流量来源', '一级来源', '来源名称'),
    { ...column('sourceDetail', '三级来源', '来源明细', '二级来源'), firstFilled: true },
    column('device', '终端', '所属终端', '访问来源'),
    required('visitors', '访客数'),
    column('newVisitors', '新访客数'),
    column('pageViews', '浏览量'),
    column('favouriteUsers', '收藏人数', '商品收藏人数'),
    column('cartUsers', '加购人数'),
    column('placedBuyers', '下单买家数'),
    column('placedSales', '下单金额'),
    column('buyers', '支付买家数'),
    column('unitsOrdered', '支付件数'),
    column('orderedSales', '支付金额'),
    column('buyerRatio', '支付转化率'),
    column('salesPerBuyer', '客单价'),
  ],
  ratios: SYCM_RATIOS.filter(({ names }) => !names.includes('支付转化率') && !names.includes('客单价')),
  not: ['搜索词', '预热访客数'],
  unit: ['day', 'fromDay', 'toDay'],
  currency: 'CNY',
  period: 'preamble',
  periodIn: SYCM_PERIOD,
  grain: 'source',
});
