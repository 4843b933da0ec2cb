/**
 * Tables of competitors' items on Taobao, Pinduoduo or Douyin as 店查查, 店透视, 多多情报通 and the like export them, by alias: no real file was seen. Other columns are
 * kept as attributes of the offer.
 */
import { column, defineReport, required } from '../define.js';

export const dianchachaOffers = defineReport({
  id: 'dianchacha.offers',
  platform: 'dianchacha',
  report: '店查查, 店透视, 多多情报通 竞品, 商品表',
  fills: ['offers'],
  certainty: 'M',
  source:
    'a real table of Tmall offers that somebody collected (update_time, id, title, price, sale_count, comment_count, 店名); the other names are our best knowledge of what such tools call their columns',
  download: '店查查 (dianchacha.com), 店透视, 多多情报通 > 商品, 竞品 > 导出',
  notes: ['sold units and sales are estimates of the tool', 'our best knowledge of the header'],
  columns: [
    column('day', 'update_time', '日期', '统计日期', '采集时间'),
    required('offerId', '宝贝ID', '商品ID', '商品id', 'id'),
    required('title', '宝贝标题', '商品标题', '宝贝名称', '商品名称', 'title'),
    required('price', '价格', '售价', '券后价', '折后价', '到手价', '拼单价', 'price'),
    column('seller', '店铺名称', '店铺', '掌柜', '店铺名', '店名'),
    column('brand', '品牌'),
    column('category', '类目', '所属类目', '类目名称'),
    column('estimatedUnits', '月销量', '30天销量', '近30天销量', '销量', '月销量(件)', 'sale_count'),
    column('estimatedSales', '月销售额', '30天销售额', '近30天销售额', '销售额'),
    column('reviewCount', '评价数', '评论数', '累计评价', 'comment_count'),
    column('rating', '评分', '店铺评分'),
    column('listPosition', '排名', '排序'),
    column('listedOn', '上架时间', '创建时间'),
    column('url', '宝贝链接', '商品链接'),
    column('imageUrl', '主图', '主图链接'),
  ],
  hasOneOf: ['月销量', '30天销量', '近30天销量', '月销量(件)', '月销售额', '30天销售额', '近30天销售额', 'sale_count'],
  not: ['订单编号', '商家编码', '一口价', '访客数', '商品访客数', '支付金额', '花费', '库存', 'SKUID', '仓库'],
  noText: /^-+$/,
  serves: ['taobao', 'pinduoduo', 'douyin', 'jd'],
  unit: ['offerId', 'day'],
  currency: 'CNY',
  period: 'snapshot',
  grain: 'offer',
});
