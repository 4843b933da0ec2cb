/** Which cost holds, whose word counts, and which sales are without one: cases worked by hand. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import type { CostEntry, CostSource } from '../../../src/facts/costQueries.js';
import type { SkuSales } from '../../../src/facts/salesQueries.js';
import { stateOn } from '../../../src/products/costs/holding.js';
import { costList, salesWithoutCost } from '../../../src/products/costs/listTable.js';
import type { ListedListing } from '../../../src/products/listing.js';

const TODAY = '2026-11-22' as Day;

function entry(said: { from: string | null; cost: number; by?: CostSource; listingPk?: number | null; listing?: string }): CostEntry {
  const { from, cost, by = 'file', listingPk = 1, listing = 'KETTLE' } = said;
  return {
    ...{ storeId: 1, listingPk, listing, sku: listing, from: from as Day | null, quantity: null, batch: null },
    ...{ unitCostMicros: cost * 1e6, currency: 'USD', parts: [], saidBy: by, file: null, line: null, saidAt: 0 },
  };
}

describe('which cost holds', () => {
  const states = (...entries: CostEntry[]) => entries.map((each) => stateOn(entries, each, TODAY));

  it('is the last one that has begun; one without a day has always begun', () => {
    expect(
      states(
        entry({ from: null, cost: 3 }),
        entry({ from: '2026-02-01', cost: 4 }),
        entry({ from: '2026-11-22', cost: 5 }),
        entry({ from: '2026-12-01', cost: 6 }),
      ),
    ).toEqual(['earlier', 'earlier', 'today', 'later']);
  });

  it("is people's own where they say any of the day, else what reports say, else the catalogue", () => {
    expect(states(entry({ from: null, cost: 3 }), entry({ from: '2026-11-01', cost: 9, by: 'catalogue' }))).toEqual(['today', 'overruled']);
    expect(states(entry({ from: '2026-01-01', cost: 9, by: 'catalogue' }), entry({ from: '2026-02-01', cost: 3 }))).toEqual([
      'earlier',
      'today',
    ]);
    expect(states(entry({ from: '2026-01-01', cost: 9, by: 'report' }), entry({ from: '2026-02-01', cost: 3, by: 'catalogue' }))).toEqual([
      'today',
      'overruled',
    ]);
  });
});

describe('sales without a cost', () => {
  const listing = (listingPk: number, listingId: string, removedAt: number | null = null) =>
    ({ listingPk, storeId: 1, listingId, sku: listingId, role: null, removedAt }) as ListedListing;
  const sold = (listingPk: number | null, sku: string | null, units: number, salesMinor: number | null): SkuSales => ({
    ...{ storeId: 1, listingPk, sku, name: sku === null ? 'Ghost candle' : null, currency: 'USD', units, salesMinor },
  });
  const input = {
    asOf: TODAY,
    stores: [{ storeId: 1, name: 'shop' }],
    listings: [listing(1, 'KETTLE'), listing(2, 'MUG'), listing(3, 'OLD', 1), listing(4, 'NEW')],
    // The kettle is sold in three variations under one listing; two of them have a cost.
    costs: [
      entry({ from: null, cost: 11, listingPk: null, listing: 'KETTLE-17' }),
      entry({ from: null, cost: 9, listingPk: null, listing: 'KETTLE-08' }),
      entry({ from: '2026-12-01', cost: 4, listingPk: 2, listing: 'MUG' }),
    ],
    sales: [
      sold(1, 'KETTLE-08', 2, 4000),
      sold(1, 'KETTLE-17', 3, 8250),
      sold(1, 'KETTLE-RED', 1, 3000),
      sold(2, 'MUG', 4, 4400),
      sold(2, null, 1, 1100),
      sold(null, null, 1, null),
    ],
  };

  it('are found by the SKU of the variation first, then by the listing', () => {
    const rows = costList(input, false).rows.map((row) => [
      row.listing_id,
      row.sku,
      row.state,
      row.cost_amount,
      row.units_30d,
      row.sales_30d_amount,
    ]);
    expect(rows).toEqual([
      ['MUG', 'MUG', 'later', 4e6, null, null],
      ['MUG', 'MUG', 'missing', null, 5, 5500],
      ['NEW', 'NEW', 'missing', null, null, null],
      ['Ghost candle', null, 'missing', null, 1, null],
      ['KETTLE', 'KETTLE-08', 'today', 9e6, 2, 4000],
      ['KETTLE', 'KETTLE-17', 'today', 11e6, 3, 8250],
      ['KETTLE', 'KETTLE-RED', 'missing', null, 1, 3000],
    ]);
  });

  it('are told in one sentence, a currency at a time: 3,000 + 4,400 + 1,100 of 20,750 cents', () => {
    expect(costList(input, true).notes).toEqual([
      '4 listings have no cost today, 3 of which sold in the 30 days, so the profit of these sales is unknown: 85.00 USD (41.0 %). Say them: eco products costs set SKU --cost AMOUNT, or eco products costs import FILE',
    ]);
    expect(salesWithoutCost(input).map((sales) => sales.reduce((sum, { units }) => sum + units, 0))).toEqual([5, 1, 1]);
  });
});
