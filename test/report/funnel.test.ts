/** Where a funnel loses: each case worked by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { type Counts, STEPS, storeFunnel, thingFunnels, UNKNOWN } from '../../src/report/funnel/funnel.js';
import { funnelTable } from '../../src/report/funnel/funnelTable.js';

const counts = (known: Partial<Counts>): Counts => ({ ...UNKNOWN, ...known });

describe('rates', () => {
  test('are shares of the nearest known step before; visits are no share of clicks', () => {
    const { rates } = storeFunnel(counts({ impressions: 10_000, clicks: 200, visits: 1000, carts: 100, orders: 40, kept: 38 }), []);
    expect(rates).toEqual({
      clicks: { rate: 0.02, of: 'impressions', usual: null },
      carts: { rate: 0.1, of: 'visits', usual: null },
      orders: { rate: 0.4, of: 'carts', usual: null },
      kept: { rate: 0.95, of: 'orders', usual: null },
    });
  });

  test('over a step that is unknown', () => {
    expect(storeFunnel(counts({ visits: 1000, orders: 40 }), []).rates.orders).toMatchObject({ rate: 0.04, of: 'visits' });
    expect(storeFunnel(counts({ clicks: 50, orders: 5 }), []).rates.orders).toMatchObject({ rate: 0.1, of: 'clicks' });
  });

  test('nothing ÷ 0 is unknown', () => {
    expect(storeFunnel(counts({ visits: 0, orders: 0 }), []).rates.orders.rate).toBeNull();
  });
});

describe('losses', () => {
  test('are told in orders: clicks that are missing bring fewer visits to order', () => {
    const usual = counts({ impressions: 10_000, clicks: 200, orders: 20 });
    // 100 of 10,000 click where 200 do usually; of those who click a tenth orders: 100 × 0.1.
    const { loss } = storeFunnel(counts({ impressions: 10_000, clicks: 100, orders: 10 }), [usual, usual]);
    expect(loss).toEqual({ step: 'clicks', orders: 10 });
  });

  test('the worst step is named', () => {
    const usual = counts({ visits: 1000, carts: 100, orders: 50, kept: 50 });
    // Carts: 80 of 1000, 20 fewer, of which a quarter would order: 5. Orders: 20 of 80 where half do: 20.
    const { loss } = storeFunnel(counts({ visits: 1000, carts: 80, orders: 20, kept: 20 }), [usual, usual]);
    expect(loss).toEqual({ step: 'orders', orders: 20 });
  });

  test('too few to tell, or nothing to compare with: none', () => {
    const usual = counts({ visits: 1000, orders: 100 });
    expect(storeFunnel(counts({ visits: 49, orders: 0 }), [usual, usual]).loss).toBeNull();
    expect(storeFunnel(counts({ visits: 1000, orders: 1 }), [usual]).loss).toBeNull();
    // The earlier ones are measured against another step.
    expect(
      storeFunnel(counts({ visits: 1000, orders: 1 }), [counts({ clicks: 100, orders: 90 }), counts({ clicks: 100, orders: 90 })]).loss,
    ).toBeNull();
  });

  test('things stand beside the median of those with enough, the greatest loss first', () => {
    const thing = (name: string, visits: number, orders: number) => ({ name, counts: counts({ visits, orders }) });
    const found = thingFunnels([thing('good', 1000, 100), thing('usual', 1000, 50), thing('bad', 1000, 20), thing('few', 10, 10)]);
    expect(found.map(({ name, loss }) => [name, loss === null ? null : Math.round(loss.orders)])).toEqual([
      ['bad', 30],
      ['good', null],
      ['usual', null],
      ['few', null],
    ]);
    expect(found[0]?.rates.orders.usual).toBe(0.05);
  });
});

test('a thing of which nothing is known has no row; a store has', () => {
  const period = { from: '2026-11-01' as Day, to: '2026-11-30' as Day };
  const funnels = thingFunnels([
    { name: 'MUG', counts: UNKNOWN },
    { name: 'POT', counts: counts({ orders: 0 }) },
  ]);
  const store = { store: 'us', period, visits: 'sessions', notes: [] } as const;
  expect(funnelTable([{ ...store, funnels }], 'listing', period.to).rows.map(({ name }) => name)).toEqual(['POT']);
  expect(funnelTable([{ ...store, funnels: [storeFunnel(UNKNOWN, [])] }], 'store', period.to).rows).toHaveLength(1);
});

test('a loss is never below zero, and only where the rate is below the usual one', () => {
  const count = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null });
  const any = fc.record(Object.fromEntries(STEPS.map((step) => [step, count])) as Record<(typeof STEPS)[number], typeof count>);
  fc.assert(
    fc.property(any, fc.array(any, { maxLength: 5 }), (now, before) => {
      const { loss, rates } = storeFunnel(now, before);
      if (loss === null) return;
      expect(loss.orders).toBeGreaterThanOrEqual(0);
      expect(rates[loss.step].rate as number).toBeLessThan(rates[loss.step].usual as number);
    }),
  );
});
