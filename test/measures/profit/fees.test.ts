/** What fees are expected of orders before their settlement, worked by hand. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import type { FeePast, SettledPast } from '../../../src/core/profitFacts.js';
import { learnFees } from '../../../src/measures/profit/fees.js';
import { FEE_TABLE, tableFees, termsOf } from '../../../src/measures/profit/feeTable.js';
import { lineOf } from '../../../src/measures/profit/lines.js';

const DAY = '2026-10-20' as Day;
const STORE = { storeId: 1, platform: 'amazon', marketplace: 'Amazon.com', currency: 'USD' };

/** Settled order lines of an item: [units, sales, commission, delivery], each line. */
type Settled = readonly [units: number, sales: number, commission: number, delivery: number];

function past(itemPk: number, lines: readonly Settled[]): { fees: FeePast[]; settled: SettledPast } {
  const sum = (value: (line: Settled) => number) => lines.reduce((total, line) => total + value(line), 0);
  const fee = (part: string, at: 2 | 3): FeePast => ({
    ...{
      storeId: 1,
      itemPk,
      reportFormat: 'amazon.settlement',
      type: 'Order',
      amountType: 'ItemFees',
      part,
      description: null,
      lines: lines.length,
    },
    ...{
      fee: sum((line) => line[at]),
      fee2: sum((line) => line[at] ** 2),
      feeSales: sum((line) => line[at] * line[1]),
      feeUnits: sum((line) => line[at] * line[0]),
    },
  });
  return {
    fees: [fee('Commission', 2), fee('FBAPerUnitFulfillmentFee', 3)],
    settled: {
      ...{ storeId: 1, itemPk, lines: lines.length, units: sum((line) => line[0]), salesMinor: sum((line) => line[1]) },
      ...{ units2: sum((line) => line[0] ** 2), sales2: sum((line) => line[1] ** 2) },
    },
  };
}

/** Prices of a listing move, so what goes with the price and what with the units can be told apart. */
const KETTLE: readonly Settled[] = [
  [1, 3000, -450, -500],
  [1, 2000, -300, -500],
  [2, 5000, -750, -1000],
];
const MUG: readonly Settled[] = [[1, 1000, -100, -200]];

function model(...pasts: { fees: FeePast[]; settled: SettledPast }[]) {
  return learnFees(
    [STORE],
    { fees: pasts.flatMap(({ fees }) => fees), settled: pasts.map(({ settled }) => settled) },
    (itemPk) => `i${itemPk}`,
  );
}

const NO_MORE = { orders: 1, discountMinor: 0, shippingMinor: 0, taxMinor: 0 };
const lines = (thing: string, units: number, salesMinor: number) => ({ storeId: 1, thing, day: DAY, units, salesMinor, ...NO_MORE });

describe('expected fees', () => {
  it('of a listing: what it paid before, with the price or with the units, whichever fits', () => {
    // 15 % of 40.00, 5.00 a unit.
    expect(model(past(1, KETTLE))(lines('i1', 2, 4000))).toEqual([
      { line: 'commission', amountMinor: -600, source: 'listing', how: '15 % of 40.00' },
      { line: 'fulfilment', amountMinor: -1000, source: 'listing', how: '5.00 a unit × 2' },
    ]);
  });

  it('of a listing with fewer than three settled lines: the ratio of the store', () => {
    // Commission (1500 + 100) ÷ (10000 + 1000) of 10.00; delivery (2000 + 200) ÷ 5 units.
    expect(model(past(1, KETTLE), past(2, MUG))(lines('i2', 1, 1000))).toEqual([
      { line: 'commission', amountMinor: -145, source: 'store', how: '14.55 % of 10.00' },
      { line: 'fulfilment', amountMinor: -440, source: 'store', how: '4.40 a unit × 1' },
    ]);
  });

  it('takes what the name says where prices never moved: delivery a unit, commission a share', () => {
    const flat: readonly Settled[] = [
      [1, 2000, -300, -500],
      [1, 2000, -300, -500],
      [1, 2000, -300, -500],
    ];
    expect(model(past(1, flat))(lines('i1', 1, 1000)).map(({ amountMinor }) => amountMinor)).toEqual([-150, -500]);
  });

  it('a store of a platform without a table has no expected fees', () => {
    const other = learnFees([{ ...STORE, platform: 'rakuten' }], { fees: [], settled: [] }, String);
    expect(other(lines('i1', 1, 2000))).toEqual([]);
  });
});

describe('published fees, without any settled order', () => {
  /** 20.00 less a discount of 2.00, shipping of 5.00 and tax of 1.84 on top. */
  const PAID = { ...lines('i1', 2, 2000), discountMinor: 200, shippingMinor: 500, taxMinor: 184 };

  function expected(platform: string, currency: string, of: Partial<typeof PAID> = {}, marketplace: string | null = null) {
    const store = { storeId: 1, platform, marketplace, currency };
    const estimates = learnFees([store], { fees: [], settled: [] }, String)({ ...PAID, ...of });
    expect(estimates.every(({ source }) => source === 'table')).toBe(true);
    return estimates.map(({ line, amountMinor, how }) => `${line} ${amountMinor}: ${how}`);
  }

  it('Amazon: of goods and shipping, not of the tax', () => {
    // 15 % of 23.00; 15.3 % of 23.00 is 3.519.
    expect(expected('amazon', 'USD')).toEqual(['commission -345: referral fee 15 % of 23.00 (goods and shipping)']);
    expect(expected('amazon', 'GBP')).toEqual(['commission -352: referral fee 15.3 % of 23.00 (goods and shipping)']);
  });

  it('eBay: of the tax too, and an amount for each order, a smaller one up to 10.00', () => {
    // 13.6 % of 24.84 is 3.37824, and 0.40.
    expect(expected('ebay', 'USD')).toEqual([
      'commission -378: final value fee 13.6 % of 24.84 (goods, shipping and tax) + 0.40 an order × 1',
    ]);
    // 13.6 % of 10.00 and 0.30; a cent more costs ten cents more.
    const small = { salesMinor: 1000, discountMinor: 0, shippingMinor: 0, taxMinor: 0 };
    expect(expected('ebay', 'USD', small)).toEqual([
      'commission -166: final value fee 13.6 % of 10.00 (goods, shipping and tax) + 0.30 an order × 1',
    ]);
    expect(expected('ebay', 'USD', { ...small, salesMinor: 1001 })).toEqual([
      'commission -176: final value fee 13.6 % of 10.01 (goods, shipping and tax) + 0.40 an order × 1',
    ]);
    // One of two lines of an order, of 6.00: the order comes to 12.00. 0.816 and 0.20.
    expect(expected('ebay', 'USD', { ...small, salesMinor: 600, orders: 0.5 })).toEqual([
      'commission -102: final value fee 13.6 % of 6.00 (goods, shipping and tax) + 0.40 an order × 0.5',
    ]);
  });

  it('eBay: what the day says', () => {
    const on = (day: string) => expected('ebay', 'USD', { day: day as Day })[0]?.replace(/.*final value fee /, '');
    expect(expected('ebay', 'USD', { day: '2022-02-28' as Day })).toEqual([]);
    expect(on('2022-03-01')).toBe('12.9 % of 24.84 (goods, shipping and tax) + 0.30 an order × 1');
    expect(on('2023-02-15')).toBe('13.25 % of 24.84 (goods, shipping and tax) + 0.30 an order × 1');
    // eBay's own example: 25.00 with shipping and tax cost 3.71.
    const example = { salesMinor: 2500, discountMinor: 0, shippingMinor: 0, taxMinor: 0, day: '2024-03-15' as Day };
    expect(expected('ebay', 'USD', example)).toEqual([
      'commission -371: final value fee 13.25 % of 25.00 (goods, shipping and tax) + 0.40 an order × 1',
    ]);
  });

  it('Etsy: several fees, each of its own base, those of one line together', () => {
    // 6.5 % of 23.00 is 1.495; two renewals; 3 % of 24.84 is 0.7452, and 0.25.
    expect(expected('etsy', 'USD')).toEqual([
      'commission -150: transaction fee 6.5 % of 23.00 (goods and shipping)',
      'listing_fees -40: listing renewed with the sale 0.20 a unit × 2',
      'payment_fees -100: payment processing fee 3 % of 24.84 (goods, shipping and tax) + 0.25 an order × 1',
    ]);
    // 1.495 and 0.32 % of 23.00, 0.0736, rounded once; 4 % of 24.84 is 0.9936, and 0.20.
    expect(expected('etsy', 'GBP')).toEqual([
      'commission -157: transaction fee 6.5 % of 23.00 (goods and shipping) + regulatory operating fee 0.32 % of 23.00 (goods and shipping)',
      'payment_fees -119: payment processing fee 4 % of 24.84 (goods, shipping and tax) + 0.20 an order × 1',
    ]);
  });

  it('none where nothing is published for the store', () => {
    for (const [platform, currency] of [
      ['amazon', 'INR'],
      ['ebay', 'EUR'],
      ['shopify', 'EUR'],
      ['douyin', 'CNY'],
    ] as const)
      expect(expected(platform, currency), platform).toEqual([]);
  });

  it('Tmall: its own fee and that of all of Taobao', () => {
    // 5 % and 0.6 % of 23.00 are 1.288; of Taobao 0.138.
    expect(expected('taobao', 'CNY', {}, 'Tmall')).toEqual([
      'commission -129: 软件服务费 5 % of 23.00 (goods and shipping) + 基础软件服务费 0.6 % of 23.00 (goods and shipping)',
    ]);
    expect(expected('taobao', 'CNY')).toEqual(['commission -14: 基础软件服务费 0.6 % of 23.00 (goods and shipping)']);
  });
});

describe('the fee table', () => {
  it('says an address and a day of each fee, names lines that a statement has, and no fee twice', () => {
    const keys = FEE_TABLE.map(({ platform, marketplace, currency, name, effectiveFrom }) =>
      JSON.stringify([platform, marketplace, currency, name, effectiveFrom]),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const fee of FEE_TABLE) {
      expect(fee.source, fee.platform).toMatch(/^[\w.-]+\.\w{2,}\/\S+$/);
      expect(fee.scope).not.toBe('');
      expect(lineOf(fee.line)).toMatchObject({ section: 'fees', onBooking: false });
      expect(fee.rate).toBeLessThan(0.3);
      expect(fee.rate + (fee.perOrder ?? 0) + (fee.perUnit ?? 0)).toBeGreaterThan(0);
      // An amount is one of a currency.
      if (fee.perOrder !== undefined || fee.perUnit !== undefined) expect(fee.currency, fee.platform).toBeDefined();
    }
  });

  it('knows no fee before the day from which it holds, and none of another currency', () => {
    const etsy = { platform: 'etsy', marketplace: null, currency: 'SEK' };
    expect(tableFees(etsy, '2018-07-15' as Day)).toEqual([]);
    expect(tableFees(etsy, '2022-04-10' as Day).map(({ rate }) => rate)).toEqual([0.05]);
    expect(tableFees(etsy, '2022-04-11' as Day).map(({ rate }) => rate)).toEqual([0.065]);
    expect(tableFees({ ...etsy, currency: 'USD' }, '2022-04-11' as Day)).toHaveLength(3);
  });

  it('puts a fee into words', () => {
    const terms = (platform: string) => tableFees({ platform, marketplace: null, currency: 'USD' }, DAY).map((fee) => termsOf(fee, 'USD'));
    expect(terms('ebay')).toEqual(['13.6 % of goods, shipping and tax + 0.40 an order (0.30 up to 10.00)']);
    expect(terms('etsy')).toEqual(['6.5 % of goods and shipping', '0.20 a unit', '3 % of goods, shipping and tax + 0.25 an order']);
  });
});
