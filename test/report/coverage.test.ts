/** `eco report coverage`: how much is known, worked by hand. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { coverageOf, type StoreFacts } from '../../src/report/coverage/coverage.js';
import { COVERAGE_COLUMNS } from '../../src/report/coverage/table.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { MORNING, writeTinyShop } from './tinyShop.js';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}` as Day;

/** Ten days; orders of eight, 100 a day in 2 orders, of which one of the 16 has no price. */
const STORE: StoreFacts = {
  name: 'us',
  currency: 'USD',
  period: { from: day(1), to: day(10) },
  knownOrderDays: [1, 2, 3, 4, 5, 6, 7, 8].map(day),
  sales: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ day: day(n), sales: 10_000, orders: 2, unpriced: n === 8 ? 1 : 0 })),
  things: [
    { sales: 60_000, isListed: true, hasCost: true },
    { sales: 15_000, isListed: true, hasCost: false },
    { sales: 5_000, isListed: false, hasCost: false },
  ],
  spans: [
    { area: 'fees', from: day(1), to: day(4) },
    { area: 'traffic', from: day(1), to: day(7) },
    { area: 'traffic', from: day(9), to: day(10) },
    { area: 'ads', from: day(1), to: day(9) },
  ],
  adSpendPerDay: 1_100,
  stockOn: day(9),
  reports: new Map([['orders', { what: 'All Orders', where: 'Seller Central' }]]),
  files: [],
};

const byArea = (store: StoreFacts) => Object.fromEntries(coverageOf(store).gaps.map((gap) => [gap.area, gap]));

describe('how much of a shop is known', () => {
  test('each area: its share, and the money that the gap hides', () => {
    const areas = byArea(STORE);
    const told = (area: string) => [areas[area]?.share, areas[area]?.hidden, areas[area]?.gap];
    expect(told('orders')).toEqual([0.8, 20_000, 'no order report covers 2 of the 10 days: 2026-11-09 … 2026-11-10']);
    // 800.00 of 15 orders with a price: 53.33 for the one without.
    expect(told('prices')).toEqual([15 / 16, 5_333, '1 of 16 orders have no price yet']);
    expect(told('catalogue')).toEqual([1 - 5 / 80, 5_000, '1 of 3 things that sold are in no catalogue']);
    expect(told('costs')).toEqual([0.75, 20_000, '2 of 3 things that sold have no unit cost']);
    // Days 5 to 8 have sales and no settlement, 9 and 10 neither.
    expect(told('fees')).toEqual([0.4, 40_000, 'no settlement covers 6 of the 10 days: 2026-11-05 … 2026-11-10']);
    expect(told('traffic')).toEqual([0.9, 10_000, 'no traffic report covers 1 of the 10 days: 2026-11-08']);
    expect(told('ads')).toEqual([0.9, 1_100, 'no ad report covers 1 of the 10 days: 2026-11-10']);
    expect(told('stock')).toEqual([1, null, '']);
    expect(areas.orders?.closes).toEqual({ what: 'All Orders', where: 'Seller Central' });
  });

  test('what days hide that no order file tells is unknown, not nothing; an order file without sales hides nothing', () => {
    const unsold = { ...STORE, sales: [], things: [] };
    expect(byArea({ ...unsold, knownOrderDays: [] }).fees).toMatchObject({ share: 0.4, hidden: null, hides: '' });
    expect(byArea(unsold).fees).toMatchObject({ share: 0.4, hidden: 0 });
  });

  test('one day is not "any of the 1 days"', () => {
    const oneDay = { ...STORE, period: { from: day(10), to: day(10) } };
    expect(byArea(oneDay).fees?.gap).toBe('no settlement covers the day');
  });

  test('the score is the mean of the areas', () => {
    const shares = [0.8, 15 / 16, 75 / 80, 0.75, 0.4, 0.9, 0.9, 1];
    expect(coverageOf(STORE).score).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / shares.length, 12);
  });

  test('what no report of the platform tells is no gap, and a shop without anything has no score', () => {
    const nothing = {
      ...STORE,
      knownOrderDays: [],
      sales: [],
      things: [],
      spans: [],
      adSpendPerDay: null,
      stockOn: null,
      reports: new Map(),
    };
    expect(byArea(nothing)).toEqual({
      orders: expect.objectContaining({ share: 0, hidden: null, gap: 'no order report covers any of the 10 days' }) as unknown,
    });
  });

  test('a report is overdue after twice its rhythm, from the third file on', () => {
    const report = { what: 'Settlement', where: 'Payments' };
    const overdue = (...days: number[]) => {
      const store = { ...STORE, files: [{ report, madeOn: days.map(day), rejected: [] }] };
      return coverageOf(store).gaps.filter(({ area }) => area === 'overdue');
    };
    expect(overdue(1, 3, 5)).toEqual([
      { area: 'overdue', share: null, gap: 'came every 2 days, the last one is of 2026-11-05', hidden: null, hides: '', closes: report },
    ]);
    expect(overdue(3, 5, 7)).toEqual([]);
    expect(overdue(1, 2)).toEqual([]);
  });

  test('rows that could not be read', () => {
    const report = { what: 'All Orders', where: '' };
    const store = { ...STORE, files: [{ report, madeOn: [], rejected: [{ file: 'orders.txt', rows: 3 }] }] };
    expect(byArea(store).rejected?.gap).toBe('3 rows of orders.txt could not be read (All Orders)');
  });
});

test('as people see it', async () => {
  const context = testContext({ now: MORNING });
  writeTinyShop(context);
  expect((await run(context, 'import', 'in')).exitCode).toBe(0);
  expectPublishedSchema({ id: 'report.coverage/1', columns: COVERAGE_COLUMNS });
  expectValidJson((await run(context, 'report', 'coverage', '--format', 'json')).out);
  await expectTranscript(context, 'report-coverage', [
    ['report', 'coverage'],
    ['report', 'coverage', '--days', '3', '--format', 'csv'],
    ['report', 'coverage', '--days', 'all'],
  ]);
});
