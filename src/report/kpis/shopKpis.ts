/** KPIs of who comes, how many buy, and what they think of the shop; and of its stock. */
import { type Figures, visitsOf } from './figures.js';
import { type Kpi, mean, ratio } from './kpiKinds.js';

const FOLLOWED = ['taobao', 'jd', 'douyin', 'pinduoduo'];
const SHOP_REPORT = "the platform's shop report of exactly this period";

export const TRAFFIC = {
  sessions: {
    label: 'Sessions',
    unit: 'count',
    formula: 'sum over items, once for each child item',
    source: 'traffic reports',
    names: { amazon: 'Sessions' },
    good: 'up',
    needs: ['traffic'],
    adds: true,
    of: mean('sessions'),
  },
  visitors: {
    label: 'Visitors',
    unit: 'count',
    formula: 'people, as the platform counted them in exactly this period: not a sum of days or items',
    source: SHOP_REPORT,
    names: { taobao: '访客数', jd: '访客数', rakuten: 'アクセス人数' },
    good: 'up',
    only: [...FOLLOWED, 'rakuten', 'google'],
    needs: ['traffic'],
    adds: false,
    of: mean('visitors'),
  },
  page_views: {
    label: 'Page views',
    unit: 'count',
    formula: 'sum over items and days',
    source: 'traffic reports, shop reports',
    names: { taobao: '浏览量', jd: '浏览量', amazon: 'Page Views' },
    good: 'up',
    needs: ['traffic'],
    adds: true,
    of: mean('pageViews'),
  },
  conversion: {
    label: 'Conversion',
    unit: 'ratio',
    formula: 'units ÷ sessions where the platform counts sessions (above 1 where a session buys several); else buyers ÷ visitors',
    source: 'traffic reports; shop reports',
    names: { taobao: '支付转化率', jd: '成交转化率', amazon: 'Unit Session Percentage', rakuten: '転換率' },
    good: 'up',
    needs: ['traffic'],
    adds: false,
    of: ratio(converted, visitsOf),
  },
  buy_box: {
    label: 'Buy box',
    unit: 'ratio',
    formula: 'share of page views that saw the own offer, weighted by page views',
    source: 'traffic reports by item',
    names: { amazon: 'Featured Offer (Buy Box) Percentage' },
    good: 'up',
    only: ['amazon', 'walmart'],
    needs: ['traffic'],
    adds: false,
    of: ratio('boxWon', 'boxViews'),
  },
} as const satisfies Readonly<Record<string, Kpi>>;

export const SHOP = {
  new_buyers: {
    label: 'New buyers',
    unit: 'count',
    formula:
      "buyers without an order before the period, where the orders of half a year before it are imported; the platform's own figure where there is one",
    source: 'keyed hashes of buyers in orders; shop reports',
    names: { taobao: '支付新买家数', jd: '成交新客户数' },
    good: 'up',
    needs: [],
    adds: false,
    of: mean('newBuyers'),
  },
  returning_buyers: {
    label: 'Returning buyers',
    unit: 'count',
    formula: 'buyers of the period who had ordered before it',
    source: 'as new buyers',
    names: { taobao: '支付老买家数', jd: '成交老客户数' },
    good: 'up',
    needs: [],
    adds: false,
    of: mean('returningBuyers'),
  },
  followers: {
    label: 'Followers',
    unit: 'count',
    formula: 'at the end of the period',
    source: 'shop reports',
    names: { taobao: '店铺粉丝数', jd: '店铺关注数' },
    good: 'up',
    only: FOLLOWED,
    needs: [],
    adds: false,
    of: mean('followers'),
  },
  live_viewers: {
    label: 'Live viewers',
    unit: 'count',
    formula: 'people in live rooms, as the platform counted them in exactly this period',
    source: SHOP_REPORT,
    names: { taobao: '直播间访客数', douyin: '直播间观看人数' },
    good: 'up',
    only: FOLLOWED,
    needs: [],
    adds: false,
    of: mean('liveViewers'),
  },
  reviews: {
    label: 'New reviews',
    unit: 'count',
    formula: 'reviews dated in the period',
    source: 'review reports; shop reports',
    names: { taobao: '评价数' },
    good: 'up',
    needs: [],
    adds: true,
    of: mean('reviews'),
  },
  rating: {
    label: 'Rating',
    unit: 'score',
    formula: 'mean stars of all imported reviews up to the end of the period',
    source: 'review reports',
    good: 'up',
    needs: [],
    adds: false,
    of: ratio('stars', 'rated'),
  },
  dsr_description: score('DSR description', '描述相符', 'dsrDescription'),
  dsr_service: score('DSR service', '服务态度', 'dsrService'),
  dsr_shipping: score('DSR shipping', '物流服务', 'dsrShipping'),
  experience: score('Experience score', '综合体验分', 'experience'),
  stock_at_risk: {
    label: 'Stock at risk',
    unit: 'count',
    formula: 'listings that sell and are out of stock, or run out within 14 days of the end of the period',
    source: 'stock snapshots of the last 7 days, orders of the last 30',
    good: 'down',
    needs: [],
    adds: false,
    of: mean('stockAtRisk'),
  },
} as const satisfies Readonly<Record<string, Kpi>>;

/** What conversion counts: units by session, buyers by visitor. */
function converted(each: Figures): number | null {
  return each.sessions === null ? each.buyers : each.trafficUnits;
}

function score(label: string, name: string, key: 'dsrDescription' | 'dsrService' | 'dsrShipping' | 'experience'): Kpi {
  return {
    label,
    unit: 'score',
    formula: 'as shown at the end of the period',
    source: '店铺概况, 店铺动态评分, 体验分',
    names: { taobao: name },
    good: 'up',
    only: ['taobao'],
    needs: [],
    adds: false,
    of: mean(key),
  };
}
