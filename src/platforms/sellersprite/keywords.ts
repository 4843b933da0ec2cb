/**
 * 卖家精灵 (SellerSprite): the keywords that bring an ASIN traffic (反查关键词), and keyword research. Workbooks; ranks beyond the third page are
 * words (前3页无排名), which count as none.
 */
import { column, defineReport, required } from '../define.js';

const PLACE = /^[\d,]+$/;

export const sellerspriteKeywords = defineReport({
  id: 'sellersprite.keywords',
  platform: 'sellersprite',
  report: '卖家精灵: 关键词反查, 关键词挖掘',
  fills: ['marketKeywords'],
  certainty: 'B',
  source: 'the same header in four public readers of the file',
  download: '卖家精灵 > 关键词反查 (or 关键词挖掘) > 导出明细',
  notes: ['all figures are estimates of 卖家精灵 for a month'],
  columns: [
    required('searchTerm', '关键词', '流量词'),
    required('searchVolume', '月搜索量'),
    column('marketRank', 'ABA周排名', 'ABA月排名'),
    { ...column('organicRank', '自然排名'), only: PLACE },
    { ...column('sponsoredRank', '广告排名'), only: PLACE },
    column('purchases', '购买量', '月购买量'),
    column('conversionRatio', '购买率'),
    column('impressions', '展示量'),
    column('clicks', '点击量'),
    column('clickShare', '点击总占比'),
    column('conversionShare', '转化总占比'),
    column('productsOnSale', '商品数'),
    column('cpc', 'PPC价格', 'PPC竞价', 'PPC价格 ({currency})'),
  ],
  hasOneOf: ['SPR', '标题密度', '流量占比', '需供比'],
  serves: ['amazon'],
  unit: ['searchTerm'],
  period: 'snapshot',
  grain: 'keyword',
});
