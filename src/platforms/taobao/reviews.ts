/**
 * Reviews (评价) by alias: Taobao has no official bulk export, so files come from plugins and crawlers. Who wrote them is dropped. What was added later
 * (追评) is left out of the text. 好评, 中评, 差评 are read as 5, 3 and 1 stars.
 */
import { column, defineReport, required } from '../define.js';

export const taobaoReviews = defineReport({
  id: 'taobao.reviews',
  platform: 'taobao',
  report: '评价 (by browser plugins)',
  fills: ['reviews'],
  certainty: 'B',
  source: 'public readers of plugins’ exports; a list of aliases in one of them',
  download: 'a browser plugin, on the page of the item or 千牛 > 交易 > 评价管理',
  notes: ['好评, 中评 and 差评 are read as 5, 3 and 1 stars'],
  columns: [
    column('reviewId', '评论ID', '评价ID', '评论id'),
    column('productId', '商品ID', '宝贝ID', 'item_id'),
    column('title', '商品名称', '商品标题', '宝贝标题'),
    column('variation', 'SKU', '规格', '商品规格', '款式', '颜色分类', '购买规格'),
    {
      ...column('stars', '评分', '评价星级', '星级', '评价等级', '评价分类', '评价结果'),
      words: { 好评: '5', 中评: '3', 差评: '1', '5星': '5', '4星': '4', '3星': '3', '2星': '2', '1星': '1' },
    },
    required('reviewText', '初评内容', '评价内容', '评论内容', '初次评价', '评论'),
    required('reviewedAt', '评价时间', '评论时间', '评价日期', '评论日期'),
  ],
  not: ['订单编号', '订单状态', '回复评论ID', '笔记ID', 'SKU名称', '晒图数'],
  people: {},
  days: [{ day: 'day', of: 'reviewedAt' }],
  unit: ['reviewId'],
  period: 'rows',
  grain: 'review',
});
