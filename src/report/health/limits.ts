/**
 * What platforms demand of a shop, as dated data: below or above which value a metric must stay, over how many days it is taken, and
 * what eco can tell of it. A limit from memory is named as such; a newer row of the same platform and metric takes over on its first day.
 *
 * Left out: limits that differ by category or programme (Tmall's campaign entry of a category), and payout reserves.
 */
import type { Day } from '../../core/day.js';
import type { Certainty } from '../../measures/listingRules/rule.js';

/** From where eco has the metric; `none`: no format that eco reads tells it. */
export type HealthSource =
  /** Cancelled ÷ all orders of the window, by the day of the order. */
  | 'cancelled'
  /** The same, of orders that the seller ships. */
  | 'cancelled by merchant'
  /** Orders with money paid back ÷ all orders of the window. */
  | 'refunded'
  | 'dsr_description'
  | 'dsr_service'
  | 'dsr_shipping'
  | 'experience_score'
  /** Mean stars of each product's reviews in the window. */
  | 'reviews'
  | 'none';

export interface HealthLimit {
  readonly platform: string;
  readonly metric: string;
  readonly name: string;
  /** The platform's own name, where it is not English. */
  readonly localName: string | null;
  /** `most`: the value must not rise above the limit; `least`: not fall below it. */
  readonly must: 'most' | 'least';
  /** A ratio, or a score on its own scale. */
  readonly limit: number;
  readonly unit: 'ratio' | 'score';
  readonly windowDays: number;
  /** What happens beyond it. */
  readonly consequence: string;
  readonly from: HealthSource;
  /** What the value that eco computes is not, or which report tells the metric. */
  readonly how: string;
  /** First day on which it holds; null: as far back as eco looks. */
  readonly effectiveFrom: Day | null;
  readonly certainty: Certainty;
  readonly source: string;
}

const AMAZON_HELP = 'Seller Central help 200205250, account health (UK, AE)';
const EBAY_HELP = 'eBay help 4080 and productsourcing101.com';
const TRADE = 'general knowledge of the trade; no published text kept';
const BUYERS_TOO = 'an upper bound: orders that the buyer cancelled are in it, since order reports do not tell who did';

type Given = Omit<HealthLimit, 'localName' | 'effectiveFrom' | 'certainty' | 'source'> &
  Partial<Pick<HealthLimit, 'localName' | 'effectiveFrom' | 'certainty' | 'source'>>;

const limit = (given: Given): HealthLimit => ({ localName: null, effectiveFrom: null, certainty: 'memory', source: TRADE, ...given });

const official = { certainty: 'official', source: AMAZON_HELP } as const;
const quoted = { certainty: 'quoted', source: EBAY_HELP } as const;
const MOST = { must: 'most', unit: 'ratio' } as const;
const LEAST = { must: 'least', unit: 'ratio' } as const;
const SCORE = { must: 'least', unit: 'score' } as const;
const SELLER_CENTRAL = 'Seller Central › Performance › Account Health';
const SELLER_HUB = 'Seller Hub › Performance › Service metrics, evaluated on the 20th of each month';

const AMAZON: readonly HealthLimit[] = [
  limit({
    ...MOST,
    ...official,
    platform: 'amazon',
    metric: 'order_defect_rate',
    name: 'Order defect rate',
    limit: 0.01,
    windowDays: 60,
    consequence: 'the account may be deactivated',
    from: 'none',
    how: `${SELLER_CENTRAL} › Order Defect Rate`,
  }),
  limit({
    ...MOST,
    ...official,
    platform: 'amazon',
    metric: 'cancellation_rate',
    name: 'Cancellation rate',
    limit: 0.025,
    windowDays: 7,
    consequence: 'the account may be deactivated',
    from: 'cancelled by merchant',
    how: BUYERS_TOO,
  }),
  limit({
    ...MOST,
    ...official,
    platform: 'amazon',
    metric: 'late_shipment_rate',
    name: 'Late shipment rate',
    limit: 0.04,
    windowDays: 30,
    consequence: 'the account may be deactivated',
    from: 'none',
    how: `${SELLER_CENTRAL} › Late Shipment Rate; All Orders names no day of shipment`,
  }),
  limit({
    ...LEAST,
    ...official,
    platform: 'amazon',
    metric: 'valid_tracking_rate',
    name: 'Valid tracking rate',
    limit: 0.95,
    windowDays: 30,
    consequence: 'listings that you ship may be taken off',
    from: 'none',
    how: `${SELLER_CENTRAL} › Valid Tracking Rate`,
  }),
  limit({
    ...LEAST,
    platform: 'amazon',
    metric: 'on_time_delivery_rate',
    name: 'On-time delivery rate',
    limit: 0.9,
    windowDays: 14,
    consequence: 'listings that you ship may be taken off',
    from: 'none',
    how: `${SELLER_CENTRAL} › On-Time Delivery Rate`,
    effectiveFrom: '2024-09-25' as Day,
  }),
];

const EBAY: readonly HealthLimit[] = [
  limit({
    ...MOST,
    platform: 'ebay',
    metric: 'transaction_defect_rate',
    name: 'Transaction defect rate',
    limit: 0.02,
    windowDays: 90,
    consequence: 'below standard: listings rank lower, higher fees',
    from: 'cancelled',
    how: `${BUYERS_TOO}; cases closed without the seller are missing: ${SELLER_HUB}`,
  }),
  limit({
    ...MOST,
    ...quoted,
    platform: 'ebay',
    metric: 'cases_unresolved_rate',
    name: 'Cases closed without seller resolution',
    limit: 0.003,
    windowDays: 90,
    consequence: 'below standard',
    from: 'none',
    how: SELLER_HUB,
  }),
  limit({
    ...MOST,
    ...quoted,
    platform: 'ebay',
    metric: 'late_shipment_rate',
    name: 'Late shipment rate',
    limit: 0.03,
    windowDays: 90,
    consequence: 'no top rated seller',
    from: 'none',
    how: SELLER_HUB,
  }),
  limit({
    ...LEAST,
    ...quoted,
    platform: 'ebay',
    metric: 'tracking_rate',
    name: 'Tracking uploaded in time and scanned',
    limit: 0.95,
    windowDays: 90,
    consequence: 'no top rated seller',
    from: 'none',
    how: SELLER_HUB,
  }),
];

const DSR = '千牛 › 店铺动态评分; eco reads the mean, not the industry\'s: "高于/低于同行" stands on that page';
const CAMPAIGNS = '618 and 双11 ask for it on all three scores';

const CHINA: readonly HealthLimit[] = [
  limit({
    ...SCORE,
    platform: 'taobao',
    metric: 'dsr_description',
    name: 'DSR, as described',
    localName: '描述相符',
    limit: 4.6,
    windowDays: 180,
    consequence: CAMPAIGNS,
    from: 'dsr_description',
    how: DSR,
  }),
  limit({
    ...SCORE,
    platform: 'taobao',
    metric: 'dsr_service',
    name: 'DSR, service',
    localName: '服务态度',
    limit: 4.6,
    windowDays: 180,
    consequence: CAMPAIGNS,
    from: 'dsr_service',
    how: DSR,
  }),
  limit({
    ...SCORE,
    platform: 'taobao',
    metric: 'dsr_shipping',
    name: 'DSR, logistics',
    localName: '物流服务',
    limit: 4.6,
    windowDays: 180,
    consequence: CAMPAIGNS,
    from: 'dsr_shipping',
    how: DSR,
  }),
  limit({
    ...SCORE,
    platform: 'taobao',
    metric: 'experience_score',
    name: 'Experience score',
    localName: '综合体验分',
    limit: 4,
    windowDays: 30,
    consequence: 'less traffic, no campaigns',
    from: 'experience_score',
    how: '千牛 › 店铺体验分',
  }),
  limit({
    ...SCORE,
    platform: 'douyin',
    metric: 'experience_score',
    name: 'Experience score',
    localName: '商家体验分',
    limit: 70,
    windowDays: 30,
    consequence: 'traffic and payouts are restricted',
    from: 'none',
    how: '抖店 › 商家体验分',
  }),
  limit({
    ...SCORE,
    platform: 'jd',
    metric: 'star_rating',
    name: 'Shop star rating',
    localName: '店铺风向标',
    limit: 3,
    windowDays: 30,
    consequence: 'no campaigns, less search weight',
    from: 'none',
    how: '京麦 › 店铺星级 (风向标)',
  }),
  limit({
    ...SCORE,
    platform: 'pinduoduo',
    metric: 'service_score',
    name: 'Service score',
    localName: '消费者服务体验分',
    limit: 3,
    windowDays: 30,
    consequence: 'no campaigns, less traffic',
    from: 'none',
    how: '商家后台 › 店铺领航员',
  }),
];

const OTHERS: readonly HealthLimit[] = [
  limit({
    ...MOST,
    platform: 'shopee',
    metric: 'non_fulfilment_rate',
    name: 'Non-fulfilment rate',
    limit: 0.1,
    windowDays: 7,
    consequence: 'penalty points',
    from: 'cancelled',
    how: `${BUYERS_TOO}; returns for the seller's fault are missing`,
  }),
  limit({
    ...MOST,
    platform: 'shopee',
    metric: 'late_shipment_rate',
    name: 'Late shipment rate',
    limit: 0.1,
    windowDays: 7,
    consequence: 'penalty points',
    from: 'none',
    how: 'Seller Centre › Account Health',
  }),
  limit({
    ...MOST,
    platform: 'shopee',
    metric: 'penalty_points',
    name: 'Penalty points of the quarter',
    limit: 2,
    unit: 'score',
    windowDays: 90,
    consequence: 'from the third point on: no campaigns, then less search',
    from: 'none',
    how: 'Seller Centre › Account Health › My Penalty',
  }),
  limit({
    ...MOST,
    platform: 'lazada',
    metric: 'cancellation_rate',
    name: 'Cancellation rate',
    limit: 0.025,
    windowDays: 7,
    consequence: 'orders a day are limited',
    from: 'cancelled',
    how: BUYERS_TOO,
  }),
  limit({
    ...MOST,
    platform: 'walmart',
    metric: 'cancellation_rate',
    name: 'Cancellation rate',
    limit: 0.02,
    windowDays: 30,
    consequence: 'the account may be suspended',
    from: 'cancelled',
    how: BUYERS_TOO,
  }),
  limit({
    ...MOST,
    platform: 'walmart',
    metric: 'refund_rate',
    name: 'Refund rate',
    limit: 0.06,
    windowDays: 60,
    consequence: 'the account may be suspended',
    from: 'refunded',
    how: 'orders with money paid back, whatever the reason',
  }),
  limit({
    ...MOST,
    platform: 'tiktokshop',
    metric: 'cancellation_rate',
    name: 'Seller-fault cancellation rate',
    limit: 0.025,
    windowDays: 7,
    consequence: 'orders a day are limited',
    from: 'cancelled',
    how: BUYERS_TOO,
  }),
  limit({
    ...MOST,
    platform: 'tiktokshop',
    metric: 'late_dispatch_rate',
    name: 'Late dispatch rate',
    limit: 0.04,
    windowDays: 7,
    consequence: 'orders a day are limited',
    from: 'none',
    how: 'Seller Center › Account Health',
  }),
  limit({
    ...LEAST,
    platform: 'etsy',
    metric: 'on_time_shipping',
    name: 'Shipped on time with tracking (Star Seller)',
    limit: 0.95,
    windowDays: 90,
    consequence: 'no Star Seller badge',
    from: 'none',
    how: 'Shop Manager › Customer service stats › Star Seller',
  }),
];

/** Of every platform: a product whose mean of stars falls below it loses buyers, whatever the rules. */
const EVERYWHERE: readonly HealthLimit[] = [
  limit({
    ...SCORE,
    platform: '*',
    metric: 'product_rating',
    name: 'Product rating',
    limit: 4,
    windowDays: 180,
    consequence: 'a custom of the trade, no rule: fewer buyers',
    from: 'reviews',
    how: 'mean stars of the imported reviews of the window, at least ten of them',
  }),
];

export const HEALTH_LIMITS: readonly HealthLimit[] = [...AMAZON, ...EBAY, ...CHINA, ...OTHERS, ...EVERYWHERE];

/** The limits of a platform that hold on a day: of each metric the one that came into force last. */
export function limitsOn(platform: string, day: Day, limits: readonly HealthLimit[] = HEALTH_LIMITS): HealthLimit[] {
  const name = platform === 'tmall' ? 'taobao' : platform;
  const found = new Map<string, HealthLimit>();
  for (const each of limits) {
    if ((each.platform !== name && each.platform !== '*') || (each.effectiveFrom !== null && each.effectiveFrom > day)) continue;
    const before = found.get(each.metric);
    if (!before || (before.effectiveFrom ?? '') <= (each.effectiveFrom ?? '')) found.set(each.metric, each);
  }
  return [...found.values()];
}
