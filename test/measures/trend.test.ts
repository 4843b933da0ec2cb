/** Lines through dated values, worked by hand. */
import { describe, expect, test } from 'vitest';
import { crossing, trendOf } from '../../src/measures/trend.js';

const points = (values: readonly number[], step = 1) => values.map((value, index) => ({ day: index * step, value, weight: 1 }));

describe('a trend', () => {
  test('of an exact line is the line', () => {
    const trend = trendOf(points([4.8, 4.79, 4.78, 4.77, 4.76], 5));
    expect(trend?.slopeADay).toBeCloseTo(-0.002, 12);
    expect(trend?.slopeError).toBeCloseTo(0, 10);
    // 0.16 ÷ 0.002 a day.
    expect(crossing(4.76, 4.6, trend as NonNullable<typeof trend>)).toEqual({ days: 80, earliest: 80, latest: 80 });
  });

  test('with noise, by hand: 1, 3, 2, 5, 4 every four days', () => {
    // t̄ = 8, ȳ = 3, Σ(t − t̄)² = 160, Σ(t − t̄)(y − ȳ) = 16 + 0 + 0 + 8 + 8 = 32: slope 0.2. Residuals −0.4, 0.8, −1, 1.2, −0.6; Σ = 3.6;
    // s² = 1.2; error √(1.2 ÷ 160) = 0.0866. Neighbours turn back and forth: nothing to widen.
    const trend = trendOf(points([1, 3, 2, 5, 4], 4)) as NonNullable<ReturnType<typeof trendOf>>;
    expect(trend.slopeADay).toBeCloseTo(0.2, 12);
    expect(trend.slopeError).toBeCloseTo(0.0866025, 6);
    // 2 to go: 2 ÷ 0.2 = 10 days; 2 ÷ (0.2 + 1.2816 × 0.0866) = 6.4; 2 ÷ (0.2 − 0.111) = 22.5.
    expect(crossing(4, 6, trend)).toEqual({ days: 10, earliest: 7, latest: 23 });
    expect(crossing(4, 3, trend)).toBeNull();
  });

  test('is none with too few values, too few days, or too little slope', () => {
    expect(trendOf(points([1, 2, 3, 4], 5))).toBeNull();
    expect(trendOf(points([1, 2, 3, 4, 5, 6]))).toBeNull();
    expect(crossing(1, 2, { slopeADay: 0.01, slopeError: 0.02 })).toBeNull();
  });
});
