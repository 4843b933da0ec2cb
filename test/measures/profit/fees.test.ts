/** What fees are expected of orders before their settlement, worked by hand. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import type { FeePast, SettledPast } from '../../../src/core/profitFacts.js';
import { learnFees } from '../../../src/measures/profit/fees.js';
import { FEE_TABLE, tableFees } from '../../../src/measures/profit/feeTable.js';
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

const lines = (thing: string, units: number, salesMinor: number) => ({ storeId: 1, thing, day: DAY, lines: 1, units, salesMinor });

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

  it('without any settled order: the table of the platform, as such', () => {
    expect(model()(lines('i1', 1, 2000))).toEqual([{ line: 'commission', amountMinor: -300, source: 'table', how: '15 % of 20.00' }]);
  });

  it('a store of a platform without a table has no expected fees', () => {
    const other = learnFees([{ ...STORE, platform: 'rakuten' }], { fees: [], settled: [] }, String);
    expect(other(lines('i1', 1, 2000))).toEqual([]);
  });
});

describe('the fee table', () => {
  it('says a source and a day of each fee, and names lines that a statement has', () => {
    for (const fee of FEE_TABLE) {
      expect(fee.source.length, fee.platform).toBeGreaterThan(10);
      expect(lineOf(fee.line).section).toBe('fees');
      expect(fee.rate).toBeGreaterThan(0);
      expect(fee.rate).toBeLessThan(0.3);
    }
  });

  it('knows no fee before the day from which it holds, and none of another currency', () => {
    const etsy = { platform: 'etsy', marketplace: null, currency: 'GBP' };
    expect(tableFees(etsy, '2022-04-10' as Day)).toEqual([]);
    expect(tableFees(etsy, '2022-04-11' as Day).map(({ line }) => line)).toEqual(['commission']);
    expect(tableFees({ ...etsy, currency: 'USD' }, '2022-04-11' as Day)).toHaveLength(2);
  });
});
