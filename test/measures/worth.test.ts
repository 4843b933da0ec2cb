/** What steps of the morning list are worth, by hand. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { type CostOfThing, type UnitFees, unitValues } from '../../src/measures/unitValue.js';
import { worthOf } from '../../src/measures/worth.js';

const TODAY = '2026-11-20' as Day;
const noFees = () => null;
const noRate = (from: string, to: string) => (from === to ? 1 : null);
const sold = (thing: string, units: number, salesMinor: number, currency = 'USD') => {
  return { thing, listingPk: Number(thing.slice(1)), sku: null, storeId: 1, currency, units, salesMinor };
};
const cost = (listingPk: number, unitCostMicros: number, more: Partial<CostOfThing> = {}): CostOfThing => {
  return {
    storeId: 1,
    listingPk,
    sku: null,
    from: null,
    unitCostMicros,
    currency: 'USD',
    saidBy: 'hand',
    quantity: null,
    batch: null,
    parts: [],
    file: null,
    line: null,
    ...more,
  };
};

describe('what a unit brings', () => {
  const valueWith = (...costs: CostOfThing[]) => unitValues([sold('l1', 4, 5000)], costs, TODAY, noRate, noFees).get('l1');

  it('is its average price, less what it costs', () => {
    // 50.00 ÷ 4 = 12.50; 4.20 a piece.
    expect(valueWith(cost(1, 4_200_000))).toEqual({ currency: 'USD', price: 1250, cost: 420, fees: null });
    expect(valueWith()).toEqual({ currency: 'USD', price: 1250, cost: null, fees: null });
  });

  it('takes the cost that holds on the day, and people before reports before catalogues', () => {
    const early = cost(1, 4_000_000, { from: '2026-01-01' as Day });
    const late = cost(1, 5_000_000, { from: '2026-11-01' as Day });
    const later = cost(1, 6_000_000, { from: '2026-12-01' as Day });
    expect(valueWith(early, late, later)?.cost).toBe(500);
    expect(
      valueWith(cost(1, 9_000_000, { saidBy: 'catalogue', from: '2026-11-19' as Day }), cost(1, 8_000_000, { saidBy: 'report' }), early)
        ?.cost,
    ).toBe(400);
    expect(valueWith(later)?.cost).toBeNull();
  });

  it('takes a cost in another currency at the rate of the day', () => {
    // 35.00 yuan at 0.14 are 4.90 dollars.
    const found = unitValues([sold('l1', 4, 5000)], [cost(1, 35_000_000, { currency: 'CNY' })], TODAY, () => 0.14, noFees);
    expect(found.get('l1')?.cost).toBeCloseTo(490, 9);
  });

  it('is unknown where that has no rate, and for what is sold in two', () => {
    expect(valueWith(cost(1, 4_000_000, { currency: 'CNY' }))?.cost).toBeNull();
    expect(unitValues([sold('l1', 4, 5000), sold('l1', 1, 900, 'CAD')], [], TODAY, noRate, noFees).get('l1')).toBeUndefined();
  });

  it('counts whole yen as yen', () => {
    expect(unitValues([sold('l1', 2, 3000, 'JPY')], [cost(1, 400_000_000, { currency: 'JPY' })], TODAY, noRate, noFees).get('l1')).toEqual({
      currency: 'JPY',
      price: 1500,
      cost: 400,
      fees: null,
    });
  });
});

describe('units that are not sold', () => {
  const usd = (price: number, unitCost: number | null, fees: UnitFees | null = null) => ({ currency: 'USD', price, cost: unitCost, fees });

  it('are worth their margin', () => {
    // 2.5 a day × (12.50 − 4.20) = 20.75.
    expect(worthOf([{ units: 2.5, value: usd(1250, 420), told: '2.5 a day' }], 'day')).toEqual({
      amountMinor: 2075,
      currency: 'USD',
      per: 'day',
      of: 'margin',
      estimated: false,
      how: '2.5 a day × (12.50 − 4.20) USD, price − unit cost',
    });
  });

  it('are worth what is left after fees, where these are told, and that is marked', () => {
    // 2.5 a day × (12.50 − 4.20 − 1.88) = 16.05.
    const fees = { perUnit: 188, source: 'listing' } as const;
    expect(worthOf([{ units: 2.5, value: usd(1250, 420, fees), told: '2.5 a day' }], 'day')).toMatchObject({
      amountMinor: 1605,
      estimated: true,
      how: '2.5 a day × (12.50 − 4.20 − 1.88) USD, price − unit cost − fees, estimated by its settled orders',
    });
    // 10.00 − 4.00 − 1.00, and 2 × (20.00 − 5.00) of a thing whose fees nothing tells.
    const both = [
      { units: 1, value: usd(1000, 400, { perUnit: 100, source: 'table' }), told: '' },
      { units: 2, value: usd(2000, 500), told: '' },
    ] as const;
    expect(worthOf(both, 'once')).toMatchObject({
      amountMinor: 3500,
      estimated: true,
      how: 'units not sold × (price − unit cost − fees of 1, estimated), 2 of 2 whose price is known',
    });
  });

  it('asks for no fees where the cost is not known', () => {
    const asked: string[] = [];
    const feesOf = ({ thing }: { readonly thing: string }) => {
      asked.push(thing);
      return null;
    };
    unitValues([sold('l1', 4, 5000), sold('l2', 1, 900)], [cost(1, 1_000_000)], TODAY, noRate, feesOf);
    expect(asked).toEqual(['l1']);
  });

  it('are worth their sales where the cost is not known', () => {
    expect(worthOf([{ units: 3, value: usd(1000, null), told: '3' }], 'once')).toMatchObject({
      amountMinor: 3000,
      of: 'sales',
      how: '3 × 10.00 USD, price; the unit cost is not known',
    });
  });

  it('of several things are added: margins where all are known, else sales; those without a price are counted out', () => {
    const [a, b, c] = [
      { units: 1, value: usd(1000, 400), told: '' },
      { units: 2, value: usd(2000, 500), told: '' },
      { units: 1, value: usd(500, null), told: '' },
    ] as const;
    // 6.00 + 2 × 15.00; 10.00 + 40.00 + 5.00.
    expect(worthOf([a, b], 'day')).toMatchObject({ amountMinor: 3600, of: 'margin' });
    expect(worthOf([a, b, c, { units: 9, value: null, told: '' }], 'day')).toMatchObject({
      amountMinor: 5500,
      of: 'sales',
      how: 'units not sold × price (not every unit cost is known), 3 of 4 whose price is known',
    });
  });

  it('are worth nobody knows what in two currencies, or without a price', () => {
    expect(
      worthOf(
        [
          { units: 1, value: usd(1, 0), told: '' },
          { units: 1, value: { currency: 'CAD', price: 1, cost: 0, fees: null }, told: '' },
        ],
        'day',
      ),
    ).toBeNull();
    expect(worthOf([{ units: 1, value: null, told: '' }], 'day')).toBeNull();
    expect(worthOf([], 'day')).toBeNull();
  });
});
