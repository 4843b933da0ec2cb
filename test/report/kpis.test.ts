/** The formulas of the KPIs, worked by hand, and what holds of all of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { comparedFigures } from '../../src/report/kpis/compared.js';
import { type Figures, unknownFigures } from '../../src/report/kpis/figures.js';
import { kpi, METRIC_NAMES, type Metric, measure, metricsOf } from '../../src/report/kpis/kpi.js';
import { reviewsOf } from '../../src/report/kpis/shopFigures.js';
import type { StoreFacts } from '../../src/report/kpis/storeFacts.js';
import { whyOf } from '../../src/report/kpis/why.js';

const DAY = { from: '2026-11-20' as Day, to: '2026-11-20' as Day };
const figures = (known: Partial<Figures>): Figures => ({ ...unknownFigures(DAY), ...known });
const value = (metric: Metric, ...periods: Partial<Figures>[]) => measure(metric, periods.map(figures));

describe('formulas', () => {
  test.each<[Metric, Partial<Figures>, number | null]>([
    ['order_value', { sales: 100_00, orders: 5, unpriced: 1 }, 25_00],
    ['order_value', { sales: 0, orders: 1, unpriced: 1 }, null],
    ['conversion', { sessions: 200, trafficUnits: 10, visitors: 100, buyers: 50 }, 0.05],
    ['conversion', { visitors: 100, buyers: 3 }, 0.03],
    ['buy_box', { boxViews: 200, boxWon: 150 }, 0.75],
    // Of the orders; where they do not tell, by the shop report; else by units.
    ['refund_rate', { salesSource: 'orders', sales: 100_00, refunded: 5_00, reportedRefunds: 9_00, reportedSales: 90_00 }, 0.05],
    ['refund_rate', { salesSource: 'orders', sales: 100_00, reportedRefunds: 9_00, reportedSales: 90_00 }, 0.1],
    ['refund_rate', { unitsRefunded: 1, trafficUnits: 50 }, 0.02],
    ['acos', { adSpend: 10_00, adSales: 40_00 }, 0.25],
    ['tacos', { adSpend: 10_00, sales: 200_00 }, 0.05],
    ['roas', { adSpend: 10_00, adSales: 40_00 }, 4],
    ['roas', { adSpend: 0, adSales: 0 }, null],
    ['profit', { profit: { minor: -3_00, sales: 9_00, estimated: 0.5, withoutCost: 0 } }, -3_00],
    // An order of 20.00 without a price yet is in the profit, and in the sales that it is a part of.
    ['margin', { profit: { minor: 24_00, sales: 120_00, estimated: 0, withoutCost: 0 }, sales: 100_00 }, 0.2],
    ['rating', { stars: 46, rated: 10 }, 4.6],
  ])('%s of %j is %j', (metric, known, expected) => {
    expect(value(metric, known)).toBe(expected);
  });

  test('of several days: means of what is counted, ratios of sums, over those that know', () => {
    expect(value('sales', { sales: 100_00 }, { sales: 200_01 }, {})).toBe(150_01);
    expect(value('units', { units: 1 }, { units: 2 })).toBe(1.5);
    expect(value('acos', { adSpend: 30_00, adSales: 30_00 }, { adSpend: 10_00, adSales: 90_00 }, { adSpend: 99_00 })).toBe(40 / 120);
    expect(value('dsr_service', { dsrService: 4.8 }, { dsrService: 4.6 })).toBeCloseTo(4.7, 12);
  });

  test('what is unknown is null, for every KPI', () => {
    for (const metric of METRIC_NAMES) expect([metric, value(metric, {})]).toEqual([metric, null]);
    for (const metric of METRIC_NAMES) expect([metric, value(metric)]).toEqual([metric, null]);
  });
});

describe('definitions', () => {
  test('each says what it is and where it comes from', () => {
    for (const metric of METRIC_NAMES) {
      const { label, formula, source } = kpi(metric);
      expect(
        [label, formula, source].every((text) => text.length > 3),
        metric,
      ).toBe(true);
    }
  });

  test("Chinese platforms' own names stand beside", () => {
    const names = (platform: string) => Object.fromEntries(METRIC_NAMES.map((metric) => [metric, kpi(metric).names?.[platform]]));
    expect(names('taobao')).toMatchObject({ sales: '支付金额', visitors: '访客数', conversion: '支付转化率', experience: '综合体验分' });
    expect(names('jd')).toMatchObject({ sales: '成交金额', visitors: '访客数' });
  });

  test('a platform has what it has', () => {
    expect(metricsOf('amazon')).toContain('buy_box');
    expect(metricsOf('amazon')).not.toContain('dsr_service');
    expect(metricsOf('taobao')).toContain('dsr_service');
    expect(metricsOf('taobao')).not.toContain('buy_box');
  });
});

describe('comparisons', () => {
  const against = (previous: Figures) => ({ previous: [previous], usual: [], lastYear: [] });
  const change = (metric: Metric, now: Partial<Figures>, before: Partial<Figures>) =>
    comparedFigures(figures(now), against(figures(before)), 'previous', () => null)[metric].change;

  test('only of what is about all days, and made of the same', () => {
    const missing = { sales: [DAY.from], traffic: [], ads: [] };
    expect(change('sales', { sales: 110 }, { sales: 100 })).toBeCloseTo(0.1, 12);
    expect(change('sales', { sales: 110 }, { sales: 100, missing })).toBeNull();
    expect(change('conversion', { sessions: 10, trafficUnits: 1 }, { visitors: 10, buyers: 1 })).toBeNull();
    expect(change('new_buyers', { newBuyers: 2, buyersBy: 'orders' }, { newBuyers: 1, buyersBy: 'shop report' })).toBeNull();
    // Older orders had more time to be refunded.
    expect(
      change('refund_rate', { salesSource: 'orders', sales: 100, refunded: 1 }, { salesSource: 'orders', sales: 100, refunded: 5 }),
    ).toBeNull();
  });
});

test('why: the four parts are whole cents and add up to the move, whatever the days', () => {
  const day = fc.record({
    sales: fc.integer({ min: 0, max: 10_000_000 }),
    orders: fc.integer({ min: 0, max: 5000 }),
    unpriced: fc.integer({ min: 0, max: 50 }),
    sessions: fc.integer({ min: 0, max: 100_000 }),
  });
  const known = day.map(({ unpriced, ...rest }) => figures({ ...rest, unpriced: Math.min(unpriced, rest.orders), salesSource: 'orders' }));
  fc.assert(
    fc.property(known, fc.array(known, { minLength: 1, maxLength: 2 }), (now, before) => {
      const why = whyOf(now, before);
      if (why === null) return;
      const parts = [why.visits, why.conversion, why.orderValue, why.pending];
      expect(parts.every(Number.isInteger)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(why.total);
      expect(why.total).toBe((measure('sales', [now]) as number) - (measure('sales', before) as number));
    }),
  );
});

test('of visitors, too: people come, people buy', () => {
  const why = whyOf(figures({ salesSource: 'orders', sales: 1188_00, orders: 216, visitors: 12_000 }), [
    figures({ salesSource: 'orders', sales: 1000_00, orders: 200, visitors: 10_000 }),
  ]);
  expect(why?.total).toBe(188_00);
  expect(why?.visits).toBe(198_97);
});

test('reviews are told from the day of the first known one on, and unknown before', () => {
  const days = { from: '2026-11-01' as Day, to: '2026-11-07' as Day };
  const told = (since: string) => ({ ...days, reviews: 0, rated: 9, stars: 40, since: since as Day, evidenceAt: 1_800_000_000 });
  const facts = (since: string) => ({ reviews: [told(since)], shop: [], timeZone: 'UTC' }) as unknown as StoreFacts;
  expect(reviewsOf(facts('2026-11-01'), days)).toEqual({ reviews: 0, rated: 9, stars: 40 });
  expect(reviewsOf(facts('2026-11-02'), days)).toEqual({ reviews: null, rated: null, stars: null });
});
