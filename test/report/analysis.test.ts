/** What the daily report concludes from figures: the usual weekday, why sales moved, and which listings moved them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { analyseStore, middleDays, neededDays, type StoreDays } from '../../src/report/daily/daily.js';
import { type Figures, unknownFigures } from '../../src/report/kpis/figures.js';
import { listingDays } from '../../src/report/kpis/listingDays.js';
import { moversOf } from '../../src/report/kpis/movers.js';

const FRIDAY = '2026-11-20' as Day;
const weeksBefore = (weeks: number) => addDays(FRIDAY, -7 * weeks);

function figures(day: Day, known: Partial<Figures> = {}): Figures {
  return {
    ...unknownFigures({ from: day, to: day }),
    salesSource: known.sales === undefined || known.sales === null ? null : 'orders',
    attributionDays: 7,
    finished: { sales: true, traffic: true, ads: true },
    ...known,
  };
}

function store(known: Readonly<Record<string, Partial<Figures>>>): StoreDays {
  return {
    store: { name: 'us', platform: 'amazon', marketplace: null, currency: 'USD' },
    day: FRIDAY,
    figures: new Map(neededDays(FRIDAY).map((day) => [day, figures(day, known[day])])),
    hasTraffic: true,
    hasAds: true,
    newest: FRIDAY,
    foreignOrders: 0,
    targetOf: () => null,
    soldOn: () => ({ listings: [], carriers: [] }),
    arrived: [],
    profitsOf: () => new Map(),
  };
}

describe('the usual weekday', () => {
  const withSales = (...sales: (number | null)[]) => sales.map((each, at) => figures(weeksBefore(at + 1), { sales: each }));

  test.each<[(number | null)[], number[]]>([
    [
      [500, 60, 40, 10],
      [40, 60],
    ],
    [[500, null, 40, 10], [40]],
    [
      [500, null, null, 10],
      [10, 500],
    ],
    [[null, null, 40, null], [40]],
    [[null, null, null, null], []],
    [
      [7, 7, 7, 7],
      [7, 7],
    ],
  ])('of sales %j is %j', (sales, middle) => {
    expect(middleDays(withSales(...sales)).map((day) => day.sales)).toEqual(middle);
  });

  test('without sales, sessions tell the middle', () => {
    const days = [30, 10, 20].map((sessions, at) => figures(weeksBefore(at + 1), { sessions }));
    expect(middleDays(days).map((day) => day.sessions)).toEqual([20]);
  });

  test('ratios are ratios of sums over its days, not means of ratios', () => {
    const report = analyseStore(
      store({
        [FRIDAY]: { sales: 100_00, adSpend: 10_00, adSales: 40_00 },
        [weeksBefore(1)]: { sales: 90_00, adSpend: 30_00, adSales: 30_00 },
        [weeksBefore(2)]: { sales: 110_00, adSpend: 10_00, adSales: 90_00 },
      }),
    );
    // (30 + 10) ÷ (30 + 90), where the mean of 100 % and 11 % would be 56 %.
    expect(report.figures.acos.usual).toBeCloseTo(1 / 3, 12);
    expect(report.figures.tacos.usual).toBeCloseTo(0.2, 12);
    expect(report.figures.ad_spend).toMatchObject({ value: 10_00, usual: 20_00, change: -0.5, previous: null, lastYear: null });
  });
});

describe('why sales moved', () => {
  test('worked by hand: 50 visits × 4 % × $25 → 100 × 3 % × $33, one of three orders without a price', () => {
    const report = analyseStore(
      store({
        [FRIDAY]: { sales: 66_00, orders: 3, unpriced: 1, sessions: 100 },
        [weeksBefore(2)]: { sales: 60_00, orders: 2, sessions: 60 },
        [weeksBefore(3)]: { sales: 40_00, orders: 2, sessions: 40 },
      }),
    );
    // L(99, 50) = 49 ÷ ln 1.98 = 71.732; × ln 2 = 49.72, × ln 0.75 = −20.64, × ln 1.32 = 19.92; one order of $33 is missing.
    expect(report.why).toEqual({ total: 16_00, visits: 49_72, conversion: -20_64, orderValue: 19_92, pending: -33_00 });
  });

  test('nobody bought: conversion took everything, at the usual order value', () => {
    const report = analyseStore(
      store({ [FRIDAY]: { sales: 0, orders: 0, sessions: 100 }, [weeksBefore(1)]: { sales: 80_00, orders: 4, sessions: 100 } }),
    );
    expect(report.why).toEqual({ total: -80_00, visits: 0, conversion: -80_00, orderValue: 0, pending: 0 });
  });

  test.each<[string, Partial<Figures>]>([
    ['visits', { sales: 50_00, orders: 2 }],
    ['orders', { sales: 50_00, orders: null, salesSource: 'business report', sessions: 10 }],
    ['any price', { sales: 0, orders: 2, unpriced: 2, sessions: 10 }],
  ])('is not told without %s', (_, today) => {
    expect(analyseStore(store({ [FRIDAY]: today, [weeksBefore(1)]: { sales: 80_00, orders: 4, sessions: 100 } })).why).toBeNull();
  });

  test('the parts add up to the difference to the cent', () => {
    const day = fc.record({
      sales: fc.integer({ min: 0, max: 10_000_000 }),
      orders: fc.integer({ min: 1, max: 5000 }),
      sessions: fc.integer({ min: 1, max: 100_000 }),
      unpriced: fc.constant(0),
    });
    const pending = day.chain((each) => fc.integer({ min: 0, max: each.orders - 1 }).map((unpriced) => ({ ...each, unpriced })));
    fc.assert(
      fc.property(pending, day, day, (today, one, other) => {
        const report = analyseStore(store({ [FRIDAY]: today, [weeksBefore(1)]: one, [weeksBefore(2)]: other }));
        const { total, visits, conversion, orderValue, pending: missing } = report.why as NonNullable<typeof report.why>;
        expect(total).toBe((report.figures.sales.value as number) - (report.figures.sales.usual as number));
        expect(visits + conversion + orderValue + missing).toBe(total);
      }),
    );
  });
});

describe('movers', () => {
  const [one, two] = [weeksBefore(1), weeksBefore(2)];
  type Told = { readonly sales: number; readonly sessions?: number; readonly buyBox?: number };
  const listing = (label: string, days: Readonly<Record<string, Told>>) => {
    const told = Object.entries(days) as [Day, Told][];
    const soldOn = (day: Day) => days[day]?.sales ?? 0;
    return {
      label,
      now: soldOn(FRIDAY),
      usual: (soldOn(one) + soldOn(two)) / 2,
      views: new Map(told.map(([day, { sessions = null, buyBox = null }]) => [day, { sessions, buyBox }])),
    };
  };

  test('sales of the day less the mean of the usual days; small moves are left out', () => {
    const listings = [
      listing('KETTLE', { [FRIDAY]: { sales: 30_00 }, [one]: { sales: 60_00 }, [two]: { sales: 20_00 } }),
      listing('MUG', { [FRIDAY]: { sales: 36_00 }, [two]: { sales: 20_00 } }),
      listing('LID', { [FRIDAY]: { sales: 1_00 } }),
      listing('GONE', { [one]: { sales: 40_00 } }),
    ];
    expect(moversOf(listings, FRIDAY, [one, two])).toEqual({
      down: [
        { label: 'GONE', change: -20_00, buyBox: null },
        { label: 'KETTLE', change: -10_00, buyBox: null },
      ],
      up: [{ label: 'MUG', change: 26_00, buyBox: null }],
    });
  });

  test('a lost buy box stands beside the fall, weighted by sessions', () => {
    const usual = { [one]: { sales: 50_00, sessions: 30, buyBox: 1 }, [two]: { sales: 50_00, sessions: 10, buyBox: 0.8 } };
    const lost = listing('LOST', { [FRIDAY]: { sales: 10_00, sessions: 40, buyBox: 0.41 }, ...usual });
    const kept = listing('KEPT', { [FRIDAY]: { sales: 20_00, sessions: 40, buyBox: 0.8 }, ...usual });
    const rising = listing('RISING', { [FRIDAY]: { sales: 90_00, sessions: 40, buyBox: 0.1 }, ...usual });
    const { down, up } = moversOf([lost, kept, rising], FRIDAY, [one, two]);
    expect(down.map(({ label, buyBox }) => [label, buyBox])).toEqual([
      ['LOST', { now: 0.41, usual: 0.95 }],
      ['KEPT', null],
    ]);
    expect(up).toEqual([{ label: 'RISING', change: 40_00, buyBox: null }]);
  });
});

describe('listings of orders and of traffic reports', () => {
  const sold = (thing: string) => ({ thing, label: thing, now: 10_00, usual: 10_00 });
  const seen = (thing: string, platformItem: string | null, sessions: number | null, buyBox: number | null) => ({
    ...{ thing, platformItem, day: FRIDAY, sessions, buyBox },
  });

  test('are one by name, else by the ASIN that the orders tell; what did not sell is left out', () => {
    const listings = listingDays(
      [sold('l1'), sold('s1/MUG'), sold('s1/LID')],
      [seen('i7', 'B02', 40, 0.9), seen('i8', 'B09', 5, 1), seen('l1', 'B01', 10, null), seen('s1/LID', null, 3, 0.5)],
      new Map([
        ['B01', 'l1'],
        ['B02', 's1/MUG'],
      ]),
    );
    expect(listings.map(({ label, views }) => [label, views.get(FRIDAY)])).toEqual([
      ['l1', { sessions: 10, buyBox: null }],
      ['s1/MUG', { sessions: 40, buyBox: 0.9 }],
      ['s1/LID', { sessions: 3, buyBox: 0.5 }],
    ]);
  });

  test('two reports of a day complete each other, the later one counts', () => {
    const [listing] = listingDays([sold('l1')], [seen('l1', null, 10, 0.9), seen('l1', null, null, 0.4)], new Map());
    expect(listing?.views.get(FRIDAY)).toEqual({ sessions: 10, buyBox: 0.4 });
  });
});
