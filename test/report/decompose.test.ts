import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decompose, wholeParts } from '../../src/report/kpis/decompose.js';

const round = (parts: readonly number[]) => parts.map((part) => Math.round(part * 1000) / 1000);

describe('decompose', () => {
  test('10,000 visits × 2.0 % × 50 → 12,000 × 1.8 % × 55, worked by hand', () => {
    expect(round(decompose([10_000, 0.02, 50], [12_000, 0.018, 55]))).toEqual([1989.68, -1149.802, 1040.122]);
  });

  test('what did not change has no part', () => {
    expect(round(decompose([100, 0.1, 20], [150, 0.1, 20]))).toEqual([100, 0, 0]);
    expect(round(decompose([100, 0.1, 20], [100, 0.1, 20]))).toEqual([0, 0, 0]);
    expect(round(decompose([100, 0.1, 20], [200, 0.05, 20]))).toEqual([138.629, -138.629, 0]);
  });

  test('from or to nothing: the mean over the orders of change', () => {
    // Nobody bought: with 100 visits unchanged, the loss of 200 is shared by conversion and the order value that went with it.
    expect(round(decompose([100, 0.1, 20], [100, 0, 0]))).toEqual([0, -100, -100]);
    expect(round(decompose([0, 0.1, 20], [100, 0.1, 20]))).toEqual([200, 0, 0]);
  });

  test('the parts always add up to the difference', () => {
    const factor = fc.oneof(fc.constant(0), fc.double({ min: 1e-4, max: 1e5, noNaN: true }));
    const factors = fc.tuple(factor, factor, factor);
    fc.assert(
      fc.property(factors, factors, (before, after) => {
        const difference = after[0] * after[1] * after[2] - before[0] * before[1] * before[2];
        const sum = decompose(before, after).reduce((total, part) => total + part, 0);
        // Reckoned with 53 bits, on numbers as large as the largest product on the way.
        const scale = Math.max(
          1,
          before.reduce((most, each, at) => most * Math.max(each, after[at] as number), 1),
        );
        expect(Math.abs(sum - difference) / scale).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('wholeParts', () => {
  test('gives the missing cent to the part that rounding moved the most', () => {
    expect(wholeParts([1.4, 1.4, 0.2], 3)).toEqual([2, 1, 0]);
    expect(wholeParts([-1.6, -1.6, 0.2], -3)).toEqual([-1, -2, 0]);
  });

  test('adds up exactly and moves no part by more than one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e7, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 4 }), (parts) => {
        const total = Math.round(parts.reduce((sum, part) => sum + part, 0)) + 0;
        const whole = wholeParts(parts, total);
        expect(whole.reduce((sum, part) => sum + part, 0)).toBe(total);
        for (const [at, part] of whole.entries()) expect(Math.abs(part - (parts[at] as number))).toBeLessThanOrEqual(1.0000001);
      }),
    );
  });
});
