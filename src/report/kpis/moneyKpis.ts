/** KPIs of money: sales and orders, refunds, advertising, profit. */
import { MOST_WITHOUT_COST } from '../../core/unitCost.js';
import type { Figures } from './figures.js';
import { amount, amountRatio, type Kpi, mean, ratio } from './kpiKinds.js';

export const SALES = {
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
    of: amount('sales'),
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
    of: mean('units'),
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
    of: mean('orders'),
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
    of: amountRatio('sales', priced),
  },
} as const satisfies Readonly<Record<string, Kpi>>;

export const MONEY = {
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
    of: ratio(refunded, refundedOf),
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
    of: amount('adSpend'),
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
    of: amount('adSales'),
  },
  acos: {
    label: 'ACOS',
    unit: 'ratio',
    formula: 'ad spend ÷ ad sales',
    source: 'ad reports',
    good: 'down',
    needs: ['ads'],
    adds: false,
    of: ratio('adSpend', 'adSales'),
  },
  tacos: {
    label: 'TACOS',
    unit: 'ratio',
    formula: 'ad spend ÷ sales',
    source: 'ad reports and as sales',
    good: 'down',
    needs: ['ads', 'sales'],
    adds: false,
    of: ratio('adSpend', 'sales'),
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
    of: ratio('adSales', 'adSpend'),
  },
  profit: {
    label: 'Profit',
    unit: 'amount',
    formula: 'as report profit: sales less refunds, fees (estimated until they are settled), costs and ads',
    source: 'settlements, costs, ad reports',
    good: 'up',
    needs: ['sales'],
    adds: true,
    of: amount(profitOf),
  },
  margin: {
    label: 'Margin',
    unit: 'ratio',
    formula: 'profit ÷ sales, those of orders without a price yet estimated as in the profit',
    source: 'as profit',
    good: 'up',
    needs: ['sales'],
    adds: false,
    of: ratio(profitOf, profitSales),
  },
} as const satisfies Readonly<Record<string, Kpi>>;

/** What was refunded, and of what. */
function refundOf(each: Figures): readonly [number | null, number | null] {
  if (each.refunded !== null && each.salesSource === 'orders') return [each.refunded, each.sales];
  if (each.reportedRefunds !== null) return [each.reportedRefunds, each.reportedSales];
  return [each.unitsRefunded, each.trafficUnits];
}

function refunded(each: Figures): number | null {
  return refundOf(each)[0];
}

function refundedOf(each: Figures): number | null {
  return refundOf(each)[1];
}

/** Orders with a price; null where orders are unknown. */
function priced(each: Figures): number | null {
  return each.orders === null ? null : each.orders - each.unpriced;
}

function profitOf(each: Figures): number | null {
  return each.profit === null || each.profit.withoutCost > MOST_WITHOUT_COST ? null : each.profit.minor;
}

function profitSales(each: Figures): number | null {
  return profitOf(each) === null ? null : (each.profit?.sales ?? null);
}
