/** Which elements carry a change: the paper's worked example, and what holds of every explanation. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriersOf, type Dimension, explain } from '../../src/report/kpis/adtributor.js';

const of = (name: string, elements: Readonly<Record<string, readonly [number, number]>>): Dimension => ({
  name,
  elements: Object.entries(elements).map(([label, [before, after]]) => ({ label, before, after })),
});

/** Expected 100, found 50. */
const CENTRE = of('data centre', { X: [94, 47], Y: [6, 3] });
const ADVERTISER = of('advertiser', { A1: [50, 24], A2: [20, 21], A3: [20, 4], A4: [10, 1] });
const DEVICE = of('device', { PC: [50, 49], mobile: [25, 1], tablet: [25, 0] });

describe('the worked example', () => {
  test.each<[Dimension, number[], number[]]>([
    [CENTRE, [0.94, 0.06], [0, 0]],
    [ADVERTISER, [0.52, -0.02, 0.32, 0.18], [0.0001, 0.0199, 0.0133, 0.0146]],
    [DEVICE, [0.02, 0.48, 0.5], [0.0396, 0.0579, 0.0866]],
  ])('$name', (dimension, powers, surprises) => {
    const carriers = carriersOf(dimension.elements);
    expect(carriers.map(({ power }) => Number(power.toFixed(2)))).toEqual(powers);
    carriers.forEach(({ surprise }, at) => {
      expect(surprise).toBeCloseTo(surprises[at] as number, 4);
    });
  });

  test('names the device, although one data centre explains 94 %', () => {
    const [first, ...others] = explain([CENTRE, ADVERTISER, DEVICE]);
    expect(first?.dimension).toBe('device');
    expect(first?.carriers.map(({ label, change }) => [label, change])).toEqual([
      ['tablet', -25],
      ['mobile', -24],
    ]);
    expect(others.map(({ dimension }) => dimension)).toEqual(['advertiser', 'data centre']);
  });
});

describe('nothing is explained', () => {
  test('by what is not divided, by a hundred small ones, or where nothing changed', () => {
    expect(explain([of('one', { all: [100, 50] })])).toEqual([]);
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`s${at}`, [10, 9] as const]));
    expect(explain([of('many', many)])).toEqual([]);
    expect(explain([of('same', { a: [50, 60], b: [60, 50] })])).toEqual([]);
  });
});

test('the power of all elements adds up to one, surprise is never below zero, and what is named explains two thirds', () => {
  const amount = fc.integer({ min: 0, max: 100_000 });
  const elements = fc.array(fc.record({ before: amount, after: amount }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(elements, (rows) => {
      const named = rows.map((row, at) => ({ label: `s${at}`, ...row }));
      const carriers = carriersOf(named);
      fc.pre(carriers.length > 0);
      expect(carriers.reduce((sum, { power }) => sum + power, 0)).toBeCloseTo(1, 6);
      for (const { surprise } of carriers) expect(surprise).toBeGreaterThanOrEqual(-1e-12);
      for (const { carriers: taken } of explain([{ name: 'sku', elements: named }]))
        expect(taken.reduce((sum, { power }) => sum + power, 0)).toBeGreaterThan(0.67);
    }),
  );
});
