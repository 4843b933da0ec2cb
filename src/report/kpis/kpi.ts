/**
 * The KPIs: what each is called, here and on the platform, what it is made of, where it comes from, and which way is good.
 *
 * Over several periods (the days of a usual weekday) counts and amounts are means over those that know them, ratios are ratios of
 * sums over those that know both. Unknown is null; nothing ÷ 0 is null. Amounts are minor units; a mean or an order value is
 * rounded to a whole one.
 */
import type { MeasureUnit } from '../../core/table.js';
import type { Figures } from './figures.js';

/** What must be known of every day for a KPI to be about the whole period. */
export type Part = 'sales' | 'traffic' | 'ads';

export interface Kpi {
  readonly label: string;
  readonly unit: MeasureUnit;
  readonly formula: string;
  /** Which reports tell it. */
  readonly source: string;
  /** What the platform calls it, by platform. */
  readonly names?: Readonly<Partial<Record<string, string>>>;
  /** The direction that is good; null where more is neither. */
  readonly good: 'up' | 'down' | null;
  /** Only on these platforms; everywhere when not given. */
  readonly only?: readonly string[];
  readonly needs: readonly Part[];
  /** People and snapshots stand for themselves: of a period they are no sum of its days. */
  readonly adds: boolean;
  readonly of: (periods: readonly Figures[]) => number | null;
}

const SCORED = ['taobao'];
const FOLLOWED = ['taobao', 'jd', 'douyin', 'pinduoduo'];
const SHOP_REPORT = "the platform's shop report of exactly this period";

export const KPIS = {
  sales: {
    label: 'Sales',
    unit: 'amount',
    formula: 'goods as ordered, before discounts and refunds, without shipping and tax that the platform keeps apart',
    source: "orders; where no order file covers the period, the platform's own report of it",
    names: {
      taobao: '支付金额',
      jd: '成交金额',
      douyin: '成交金额',
      pinduoduo: '成交金额',
      amazon: 'Ordered Product Sales',
      rakuten: '売上金額',
    },
    good: 'up',
    needs: ['sales'],
    adds: true,
    of: (periods) => whole(mean(periods, (each) => each.sales)),
  },
  units: {
    label: 'Units',
    unit: 'count',
    formula: 'pieces of orders that count: not cancelled, not excluded, no replacements',
    source: 'as sales; unknown where a report tells whole orders without their pieces',
    names: { taobao: '支付件数', jd: '成交商品件数', amazon: 'Units Ordered' },
    good: 'up',
    needs: ['sales'],
    adds: true,
    of: (periods) => mean(periods, (each) => each.units),
  },
  orders: {
    label: 'Orders',
    unit: 'count',
    formula: 'orders that count',
    source: 'orders; the shop report of platforms that count them',
    names: { taobao: '支付父订单数', jd: '成交单量', rakuten: '売上件数' },
    good: 'up',
    needs: ['sales'],
    adds: true,
    of: (periods) => mean(periods, (each) => each.orders),
  },
  order_value: {
    label: 'Order value',
    unit: 'amount',
    formula: 'sales ÷ orders that have a price',
    source: 'as sales',
    names: { taobao: '客单价 (by order; the platform divides by buyers)', jd: '客单价', rakuten: '客単価' },
    good: 'up',
    needs: ['sales'],
    adds: false,
    of: (periods) => whole(quotient(periods, (each) => each.sales, priced)),
  },
  sessions: {
    label: 'Sessions',
    unit: 'count',
    formula: 'sum over items, once for each child item',
    source: 'traffic reports',
    names: { amazon: 'Sessions' },
    good: 'up',
    needs: ['traffic'],
    adds: true,
    of: (periods) => mean(periods, (each) => each.sessions),
  },
  visitors: {
    label: 'Visitors',
    unit: 'count',
    formula: 'people, as the platform counted them in exactly this period: not a sum of days or items',
    source: SHOP_REPORT,
    names: { taobao: '访客数', jd: '访客数', rakuten: 'アクセス人数' },
    good: 'up',
    only: [...FOLLOWED, 'rakuten', 'google'],
    needs: [],
    adds: false,
    of: (periods) => mean(periods, (each) => each.visitors),
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
    of: (periods) => mean(periods, (each) => each.pageViews),
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
    of: (periods) =>
      quotient(
        periods,
        (each) => (each.sessions === null ? each.buyers : each.trafficUnits),
        (each) => each.sessions ?? each.visitors,
      ),
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
    of: (periods) =>
      quotient(
        periods,
        (each) => each.boxWon,
        (each) => each.boxViews,
      ),
  },
  refund_rate: {
    label: 'Refund rate',
    unit: 'ratio',
    formula:
      "refunded so far ÷ sales of the period's orders; where orders do not tell, what the platform refunded in the period ÷ its sales; else units refunded ÷ units",
    source: 'orders; shop reports; traffic reports',
    names: { taobao: '退款率 (成功退款金额 ÷ 支付金额)' },
    good: 'down',
    needs: ['sales'],
    adds: false,
    of: (periods) =>
      quotient(
        periods,
        (each) => refundOf(each)[0],
        (each) => refundOf(each)[1],
      ),
  },
  ad_spend: {
    label: 'Ad spend',
    unit: 'amount',
    formula: 'cost of all channels',
    source: 'ad reports',
    names: { taobao: '花费', jd: '总费用', amazon: 'Spend' },
    good: null,
    needs: ['ads'],
    adds: true,
    of: (periods) => whole(mean(periods, (each) => each.adSpend)),
  },
  ad_sales: {
    label: 'Ad sales',
    unit: 'amount',
    formula: 'sales that the ad reports attribute',
    source: 'ad reports',
    names: { taobao: '总成交金额', jd: '总订单金额' },
    good: 'up',
    needs: ['ads'],
    adds: true,
    of: (periods) => whole(mean(periods, (each) => each.adSales)),
  },
  acos: {
    label: 'ACOS',
    unit: 'ratio',
    formula: 'ad spend ÷ ad sales',
    source: 'ad reports',
    good: 'down',
    needs: ['ads'],
    adds: false,
    of: (periods) =>
      quotient(
        periods,
        (each) => each.adSpend,
        (each) => each.adSales,
      ),
  },
  tacos: {
    label: 'TACOS',
    unit: 'ratio',
    formula: 'ad spend ÷ sales',
    source: 'ad reports and as sales',
    good: 'down',
    needs: ['ads', 'sales'],
    adds: false,
    of: (periods) =>
      quotient(
        periods,
        (each) => each.adSpend,
        (each) => each.sales,
      ),
  },
  roas: {
    label: 'ROAS',
    unit: 'score',
    formula: 'ad sales ÷ ad spend',
    source: 'ad reports',
    names: { taobao: '投入产出比', jd: '投产比' },
    good: 'up',
    needs: ['ads'],
    adds: false,
    of: (periods) =>
      quotient(
        periods,
        (each) => each.adSales,
        (each) => each.adSpend,
      ),
  },
  profit: {
    label: 'Profit',
    unit: 'amount',
    formula: 'as report profit: sales less refunds, fees (estimated until they are settled), costs and ads',
    source: 'settlements, costs, ad reports',
    good: 'up',
    needs: ['sales'],
    adds: true,
    of: (periods) => whole(mean(periods, (each) => each.profit?.minor ?? null)),
  },
  margin: {
    label: 'Margin',
    unit: 'ratio',
    formula: 'profit ÷ sales',
    source: 'as profit',
    good: 'up',
    needs: ['sales'],
    adds: false,
    of: (periods) =>
      quotient(
        periods,
        (each) => each.profit?.minor ?? null,
        (each) => each.sales,
      ),
  },
  new_buyers: {
    label: 'New buyers',
    unit: 'count',
    formula: "buyers whose first order in the imported history lies in the period; the platform's own figure where there is one",
    source: 'keyed hashes of buyers in orders; shop reports',
    names: { taobao: '支付新买家数', jd: '成交新客户数' },
    good: 'up',
    needs: [],
    adds: false,
    of: (periods) => mean(periods, (each) => each.newBuyers),
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
    of: (periods) => mean(periods, (each) => each.returningBuyers),
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
    of: (periods) => mean(periods, (each) => each.followers),
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
    of: (periods) => mean(periods, (each) => each.liveViewers),
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
    of: (periods) => mean(periods, (each) => each.reviews),
  },
  rating: {
    label: 'Rating',
    unit: 'score',
    formula: 'mean stars of all imported reviews up to the end of the period',
    source: 'review reports',
    good: 'up',
    needs: [],
    adds: false,
    of: (periods) =>
      quotient(
        periods,
        (each) => each.stars,
        (each) => each.rated,
      ),
  },
  dsr_description: dsr('DSR description', '描述相符', (each) => each.dsrDescription),
  dsr_service: dsr('DSR service', '服务态度', (each) => each.dsrService),
  dsr_shipping: dsr('DSR shipping', '物流服务', (each) => each.dsrShipping),
  experience: dsr('Experience score', '综合体验分', (each) => each.experience),
  stock_at_risk: {
    label: 'Stock at risk',
    unit: 'count',
    formula: 'listings that sell and are out of stock, or run out within 14 days of the end of the period',
    source: 'stock snapshots of the last 7 days, orders of the last 30',
    good: 'down',
    needs: [],
    adds: false,
    of: (periods) => mean(periods, (each) => each.stockAtRisk),
  },
} as const satisfies Readonly<Record<string, Kpi>>;

export type Metric = keyof typeof KPIS;

export const METRIC_NAMES = Object.keys(KPIS) as readonly Metric[];

/** The KPIs that a platform has. */
export function metricsOf(platform: string): Metric[] {
  return METRIC_NAMES.filter((metric) => kpi(metric).only?.includes(platform) ?? true);
}

export function kpi(metric: Metric): Kpi {
  return KPIS[metric];
}

/** A metric over some periods; of none, it is unknown. */
export function measure(metric: Metric, periods: readonly Figures[]): number | null {
  return kpi(metric).of(periods);
}

/** Whether everything that the metric needs is known as it will stay. */
export function isFinished(metric: Metric, figures: Figures): boolean {
  return kpi(metric).needs.every((part) => figures.finished[part]);
}

/** Refunds of orders go on coming in: what older orders had more time for is no change. */
export function isYoung(metric: Metric, figures: Figures): boolean {
  return metric === 'refund_rate' && figures.salesSource === 'orders' && figures.refunded !== null;
}

/** Whether the metric is about all days of the period. */
export function isWhole(metric: Metric, figures: Figures): boolean {
  return kpi(metric).needs.every((part) => figures.missing[part].length === 0);
}

function dsr(label: string, name: string, of: (each: Figures) => number | null): Kpi {
  return {
    label,
    unit: 'score',
    formula: 'as shown at the end of the period',
    source: '店铺概况, 店铺动态评分, 体验分',
    names: { taobao: name },
    good: 'up',
    only: SCORED,
    needs: [],
    adds: false,
    of: (periods) => mean(periods, of),
  };
}

/** What was refunded, and of what. */
function refundOf(each: Figures): readonly [number | null, number | null] {
  if (each.refunded !== null && each.salesSource === 'orders') return [each.refunded, each.sales];
  if (each.reportedRefunds !== null) return [each.reportedRefunds, each.reportedSales];
  return [each.unitsRefunded, each.trafficUnits];
}

/** Orders with a price; null where orders are unknown. */
function priced(each: Figures): number | null {
  return each.orders === null ? null : each.orders - each.unpriced;
}

type Of = (each: Figures) => number | null;

function mean(periods: readonly Figures[], of: Of): number | null {
  const known = periods.flatMap((each) => of(each) ?? []);
  return known.length === 0 ? null : sum(known) / known.length;
}

function quotient(periods: readonly Figures[], above: Of, below: Of): number | null {
  const known = periods.filter((each) => above(each) !== null && below(each) !== null);
  const divisor = sum(known.map((each) => below(each) as number));
  return divisor > 0 ? sum(known.map((each) => above(each) as number)) / divisor : null;
}

function whole(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
