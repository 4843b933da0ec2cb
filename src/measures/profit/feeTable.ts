/**
 * What platforms charge by their published tables, for shops without a single settled order to learn from: a stand-in that is marked as
 * such, since categories, plans and sizes differ. Fees that depend on what is not known here (size, weight, plan) are not in it.
 */
import type { Day } from '../../core/day.js';

export interface TableFee {
  readonly platform: string;
  /** Only for stores of this marketplace or currency. */
  readonly marketplace?: string;
  readonly currency?: string;
  readonly line: string;
  /** Share of what the buyer pays for the goods. */
  readonly rate: number;
  /** Minor units an order line. */
  readonly perLine?: number;
  readonly effectiveFrom: Day;
  readonly source: string;
  readonly certainty: 'A' | 'B' | 'C';
}

export const FEE_TABLE: readonly TableFee[] = [
  {
    platform: 'amazon',
    line: 'commission',
    rate: 0.15,
    effectiveFrom: '2019-02-19' as Day,
    source: 'Amazon, Selling fees: referral fee of most categories (others 8 to 17 %)',
    certainty: 'B',
  },
  {
    platform: 'ebay',
    currency: 'USD',
    line: 'commission',
    rate: 0.136,
    perLine: 40,
    effectiveFrom: '2025-02-14' as Day,
    source: 'eBay, Selling fees: final value fee of most categories, US, without a store',
    certainty: 'B',
  },
  {
    platform: 'etsy',
    line: 'commission',
    rate: 0.065,
    effectiveFrom: '2022-04-11' as Day,
    source: 'Etsy, Fees & Payments Policy: transaction fee',
    certainty: 'A',
  },
  {
    platform: 'etsy',
    currency: 'USD',
    line: 'payment_fees',
    rate: 0.03,
    perLine: 25,
    effectiveFrom: '2018-07-16' as Day,
    source: 'Etsy, payment processing fees: United States',
    certainty: 'A',
  },
  {
    platform: 'shopify',
    currency: 'USD',
    line: 'payment_fees',
    rate: 0.029,
    perLine: 30,
    effectiveFrom: '2016-01-01' as Day,
    source: 'Shopify, Pricing: online card rate of Shopify Payments, plan Basic, United States; other plans and gateways differ',
    certainty: 'C',
  },
  {
    platform: 'taobao',
    marketplace: 'Tmall',
    line: 'commission',
    rate: 0.05,
    effectiveFrom: '2020-01-01' as Day,
    source: '天猫 各类目年费软件服务费一览表: software service fee of most categories (others 0.5 to 10 %)',
    certainty: 'C',
  },
  {
    platform: 'pinduoduo',
    line: 'commission',
    rate: 0.006,
    effectiveFrom: '2016-01-01' as Day,
    source: '拼多多 基础技术服务费: 0.6 %',
    certainty: 'B',
  },
  {
    platform: 'douyin',
    line: 'commission',
    rate: 0.05,
    effectiveFrom: '2021-01-01' as Day,
    source: '抖音电商 技术服务费: most categories 5 % (others 1 to 10 %)',
    certainty: 'C',
  },
];

/** The fees of a store's table on a day: of each line those in force last. */
export function tableFees(
  store: { readonly platform: string; readonly marketplace: string | null; readonly currency: string | null },
  day: Day,
): TableFee[] {
  const found = new Map<string, TableFee>();
  for (const fee of FEE_TABLE) {
    if (fee.platform !== store.platform || fee.effectiveFrom > day) continue;
    if (fee.marketplace !== undefined && fee.marketplace !== store.marketplace) continue;
    if (fee.currency !== undefined && fee.currency !== store.currency) continue;
    const standing = found.get(fee.line);
    if (!standing || standing.effectiveFrom <= fee.effectiveFrom) found.set(fee.line, fee);
  }
  return [...found.values()];
}
