/** What holds for every profit, whatever the facts; and goods costed by layers, worked by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/core/day.js';
import type { ItemName, MoneyRow, OrderGroup } from '../../../src/core/profitFacts.js';
import { briefProfit } from '../../../src/measures/profit/brief.js';
import type { ListingCost, ProfitFacts, ProfitOptions } from '../../../src/measures/profit/entries.js';
import { Things } from '../../../src/measures/profit/entries.js';
import { profitOf } from '../../../src/measures/profit/profit.js';
import { contributionMinor, type ProfitKey, profitMinor, rollUp } from '../../../src/measures/profit/rollup.js';

const STORE = { storeId: 1, name: 'us', platform: 'amazon', client: null, marketplace: 'Amazon.com', currency: 'USD' };
const FROM = '2026-05-01' as Day;
const TO = '2026-06-30' as Day;
const OPTIONS: ProfitOptions = { period: { from: FROM, to: TO }, view: 'by-refund-date', method: 'period', currency: null };

const item = (itemPk: number): ItemName => ({
  ...{
    itemPk,
    storeId: 1,
    thing: `l${itemPk}`,
    listingPk: itemPk,
    listingId: `L${itemPk}`,
    sku: `SKU-${itemPk}`,
    reportedSku: `SKU-${itemPk}`,
    title: null,
    category: null,
  },
  ...{ priceMinor: 1000, priceCurrency: 'USD' },
});
const ITEMS = [item(1), item(2), item(3)];

function facts(told: Partial<ProfitFacts>): ProfitFacts {
  const nothing = {
    money: [],
    orders: [],
    returns: [],
    losses: [],
    storesWithReturns: [],
    ads: [],
    lessons: { fees: [], settled: [] },
    lessonsBefore: { fees: [], settled: [] },
    costs: [],
    rates: [],
  };
  return { stores: [STORE], items: ITEMS, ...nothing, history: { sales: [], returns: [] }, ...told };
}

function order(itemPk: number, day: Day, units: number, channel: string | null = null): OrderGroup {
  return {
    ...{
      storeId: 1,
      itemPk,
      day,
      channel,
      currency: 'USD',
      settled: null,
      lines: 1,
      orders: 1,
      units,
      salesMinor: units * 1000,
      unpricedUnits: 0,
      unpricedLines: 0,
    },
    ...{ discountMinor: 0, shippingMinor: 0, taxMinor: 0, refundedMinor: 0, evidence: null },
  };
}

const cost = (from: string | null, quantity: number | null, micros: number): ListingCost => ({
  ...{
    storeId: 1,
    listingPk: 1,
    sku: 'SKU-1',
    from: from as Day | null,
    quantity,
    batch: null,
    unitCostMicros: micros,
    currency: 'USD',
    parts: [],
  },
  ...{ saidBy: 'file', file: 'costs.csv', line: 2 },
});

describe('goods by layers', () => {
  // As in costing.test.ts: 10 at 2.00, 10 at 3.00; 4 sold on 10 May, before the period; 10 on 10 June through two channels.
  const costs = [cost('2026-05-01', 10, 2_000_000), cost('2026-06-01', 10, 3_000_000)];
  const history = { sales: [{ itemPk: 1, day: '2026-05-10' as Day, units: 4 }], returns: [] };
  const june = { from: '2026-06-01' as Day, to: TO };
  const orders = [order(1, '2026-06-10' as Day, 3, 'web'), order(1, '2026-06-10' as Day, 7, 'app')];
  const goods = (method: 'fifo' | 'average') =>
    profitOf(facts({ orders, costs, history }), { ...OPTIONS, method, period: june }).entries.filter(({ line }) => line === 'goods_sold');

  it('channels share the layers of their day by units, to the cent, and name them', () => {
    expect(goods('fifo').map(({ channel, amountMinor, how }) => [channel, amountMinor, how])).toEqual([
      ['web', -720, '6 of 2026-05-01 + 4 of 2026-06-01'],
      ['app', -1680, '6 of 2026-05-01 + 4 of 2026-06-01'],
    ]);
    // 26.25 in all: 7.875 is rounded to 7.88, so 18.37 are left for the other.
    expect(goods('average').map(({ amountMinor }) => amountMinor)).toEqual([-788, -1837]);
  });
});

describe('variations that are sold under the listing of their product', () => {
  const listing = item(1);
  const items = [
    { ...listing, reportedSku: 'SMALL' },
    { ...listing, itemPk: 2, reportedSku: 'LARGE' },
    { ...listing, itemPk: 3, reportedSku: 'GIFT' },
  ];
  const orders = [order(1, FROM, 2), order(2, FROM, 1), order(3, FROM, 1)];
  const named = (sku: string, micros: number) => ({ ...cost(null, null, micros), listingPk: null, sku });

  it('each has the cost of its own SKU, which comes before that of the listing', () => {
    const goods = (costs: ListingCost[]) => {
      const { entries, units } = profitOf(facts({ items, orders, costs }), OPTIONS);
      const amounts = entries.filter(({ line }) => line === 'goods_sold').map(({ amountMinor }) => amountMinor);
      return [amounts.reduce((sum, each) => sum + each, 0), units.reduce((sum, { withoutCost }) => sum + withoutCost, 0)];
    };
    // 2 × 3.00 and 1 × 5.00; nobody says what GIFT costs.
    expect(goods([named('SMALL', 3_000_000), named('LARGE', 5_000_000)])).toEqual([-1100, 1]);
    // GIFT has that of the listing.
    expect(goods([named('SMALL', 3_000_000), named('LARGE', 5_000_000), cost(null, null, 4_000_000)])).toEqual([-1500, 0]);
    // A name of another store is not theirs.
    expect(goods([{ ...named('SMALL', 3_000_000), storeId: 2 }])).toEqual([0, 4]);
  });
});

it('lines that do not tell how many units were sold are counted: their goods are in no cost', () => {
  const orders = [{ ...order(1, FROM, 0), lines: 3, salesMinor: 2500 }, order(2, FROM, 1), { ...order(3, FROM, 0), salesMinor: 0 }];
  expect(profitOf(facts({ orders }), OPTIONS).gaps[0]?.linesWithoutUnits).toBe(3);
});

describe('tax', () => {
  const lines = (currency: string) =>
    profitOf(
      facts({ stores: [{ ...STORE, currency }], orders: [{ ...order(1, FROM, 1), currency, salesMinor: 1190, taxMinor: 190 }] }),
      OPTIONS,
    )
      .entries.filter(({ source }) => source === 'orders')
      .map(({ line, amountMinor }) => [line, amountMinor]);

  it('is no revenue: taken out of prices that hold it, beside those that do not', () => {
    expect(lines('EUR')).toEqual([
      ['sales', 1000],
      ['tax_collected', 190],
    ]);
    expect(lines('USD')).toEqual([
      ['sales', 1190],
      ['tax_collected', 190],
    ]);
  });
});

describe('goods lost', () => {
  const lost = (ledgerUnits: number | null, reimbursedUnits: number) =>
    profitOf(
      facts({ losses: [{ storeId: 1, itemPk: 1, ledgerUnits, reimbursedUnits }], costs: [cost(null, null, 4_000_000)] }),
      OPTIONS,
    ).entries.map(({ line, amountMinor, day: on }) => [line, amountMinor, on]);

  it('are those of the ledger, or those paid for where these are more; the period does not tell the day', () => {
    expect(lost(-3, 1)).toEqual([['goods_lost', -1200, null]]);
    expect(lost(-3, 5)).toEqual([['goods_lost', -2000, null]]);
    expect(lost(null, 2)).toEqual([['goods_lost', -800, null]]);
    expect(lost(2, 0)).toEqual([]);
  });
});

const day = fc.integer({ min: 0, max: 60 }).map((offset) => addDays(FROM, offset));
const item3 = fc.constantFrom(1, 2, 3);
const channel = fc.constantFrom(null, 'web', 'app');
const orders = fc
  .array(
    fc.record({
      itemPk: item3,
      on: day,
      units: fc.integer({ min: 1, max: 9 }),
      channel,
      settled: fc.constantFrom(null, 'itemised' as const, 'payments' as const),
    }),
  )
  .map((list) => list.map((each) => ({ ...order(each.itemPk, each.on, each.units, each.channel), settled: each.settled })));
const PARTS = [
  ['Order', 'ItemPrice', 'Principal'],
  ['Order', 'ItemFees', 'Commission'],
  ['Order', 'ItemFees', 'Strange'],
  ['Refund', 'ItemPrice', 'Principal'],
  ['Refund', 'ItemFees', 'Commission'],
  ['other-transaction', 'other-transaction', 'Storage Fee'],
  ['other-transaction', 'other-transaction', 'Current Reserve Amount'],
] as const;
const money = fc.array(
  fc
    .record({
      part: fc.constantFrom(...PARTS),
      itemPk: fc.constantFrom(null, 1, 2, 3),
      orderDay: day,
      postedDay: day,
      channel,
      amountMinor: fc.integer({ min: -9999, max: 9999 }),
      known: fc.boolean(),
    })
    .map(({ part: [type, amountType, part], known, orderDay, ...row }): MoneyRow => {
      const event = type === 'Order' ? 'sale' : type === 'Refund' ? 'refund' : null;
      return {
        ...row,
        storeId: 1,
        reportFormat: 'amazon.settlement',
        type,
        amountType,
        part,
        description: null,
        event,
        order: known ? 'counts' : null,
        orderDay: known ? orderDay : null,
        currency: 'USD',
        quantity: 1,
        rows: 1,
        evidence: null,
      };
    }),
);
const COSTS = [cost(null, null, 3_333_333), { ...cost(null, null, 1_234_567), listingPk: 2, sku: 'SKU-2' }];

describe('every profit', () => {
  it('adds up: the sum of its lines is the profit, whatever it is divided by', () => {
    fc.assert(
      fc.property(orders, money, (someOrders, someMoney) => {
        const profit = profitOf(facts({ orders: someOrders, money: someMoney, costs: COSTS }), OPTIONS);
        const things = new Things(ITEMS);
        const total = (keys: readonly ProfitKey[], of: typeof profitMinor) =>
          rollUp(profit, keys, [STORE], things).reduce((sum, each) => sum + of(each), 0);
        for (const by of [
          ['day'],
          ['listing'],
          ['channel'],
          ['week', 'listing'],
          ['line'],
          ['month', 'line', 'channel'],
        ] as ProfitKey[][]) {
          expect(total(by, profitMinor)).toBe(total([], profitMinor));
          expect(total(by, contributionMinor)).toBe(total([], contributionMinor));
        }
        const units = rollUp(profit, ['listing', 'day'], [STORE], things).reduce((sum, each) => sum + each.units, 0);
        const unknown = someMoney.filter(
          (row) => row.order === null && row.event === 'sale' && row.part === 'Principal' && row.itemPk !== null,
        ).length;
        expect(units).toBe(someOrders.reduce((sum, each) => sum + each.units, 0) + unknown);
      }),
    );
  });

  it('is the same over all time, whichever day refunds count on', () => {
    fc.assert(
      fc.property(orders, money, (someOrders, someMoney) => {
        const told = facts({ orders: someOrders, money: someMoney, costs: COSTS });
        const lines = (view: ProfitOptions['view']) =>
          rollUp(profitOf(told, { ...OPTIONS, view }), [], [STORE], new Things(ITEMS)).map(({ lines: each }) => [...each]);
        expect(lines('by-order-date')).toEqual(lines('by-refund-date'));
      }),
    );
  });
});

describe('a profit in one figure', () => {
  const brief = (told: Partial<ProfitFacts>) => briefProfit(profitOf(facts(told), OPTIONS), STORE);

  it('says how much of it is estimated and without a cost', () => {
    // 30.00 of two orders, fees 15 % by the table, goods 2 × 4.00; the listing without a cost sold a third.
    const told = { orders: [order(1, FROM, 2), order(2, FROM, 1)], costs: [cost(null, null, 4_000_000)] };
    expect(brief(told)).toEqual({ minor: 3000 - 450 - 800, sales: 3000, estimated: 1, withoutCost: 1 / 3 });
  });

  it('is unknown where nothing has a cost, nothing happened, or amounts are of another currency', () => {
    expect(brief({ orders: [order(1, FROM, 2)] })).toBeNull();
    expect(brief({})).toBeNull();
    expect(brief({ orders: [{ ...order(1, FROM, 2), currency: 'EUR' }], costs: [cost(null, null, 1)] })).toBeNull();
  });
});
