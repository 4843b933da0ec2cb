import { describe, expect, it } from 'vitest';
import { logGamma, studentT95 } from '../../../src/measures/statistics.js';
import { monthlyValue, priorStrength, shrunkOrderValue, shrunkRate } from '../../../src/titles/keywords/conversion.js';
import { seeded } from '../seeded.js';

describe('the statistics behind', () => {
  it('knows ln Γ at the values that everybody knows', () => {
    expect(logGamma(1)).toBeCloseTo(0, 12);
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(100)).toBeCloseTo(359.1342053695754, 9);
  });

  it("knows Student's t", () => {
    expect(studentT95(10)).toBeCloseTo(2.228, 3);
    expect(studentT95(30)).toBeCloseTo(2.042, 3);
    expect(studentT95(5)).toBeCloseTo(2.571, 2);
  });
});

describe('shrunk conversion', () => {
  // Worked by hand: (0.0862 × 100 + 0) ÷ 140, (8.62 + 3) ÷ 125, (8.62 + 1) ÷ 103.
  it('is the mean for a term without clicks, and the count for one with many', () => {
    expect(shrunkRate({ clicks: 40, orders: 0 }, 0.0862, 100)).toBeCloseTo(0.0616, 4);
    expect(shrunkRate({ clicks: 25, orders: 3 }, 0.0862, 100)).toBeCloseTo(0.093, 4);
    expect(shrunkRate({ clicks: 3, orders: 1 }, 0.0862, 100)).toBeCloseTo(0.0934, 4);
    expect(shrunkRate({ clicks: 0, orders: 0 }, 0.0862, 100)).toBe(0.0862);
    // More orders than clicks, as Amazon reports them at times.
    expect(shrunkRate({ clicks: 2, orders: 5 }, 0.5, 2)).toBe(0.75);
  });

  it('finds how much terms differ: the strength that the counts were drawn with', () => {
    const random = seeded(7);
    const drawn = (strength: number, mean: number) =>
      Array.from({ length: 1500 }, () => {
        const rate = random.beta(mean * strength, (1 - mean) * strength);
        const clicks = 1 + Math.floor(random.next() * 60);
        const orders = Array.from({ length: clicks }, () => Number(random.next() < rate)).reduce((sum, one) => sum + one, 0);
        return { clicks, orders, mean };
      });
    expect(priorStrength(drawn(15, 0.1))).toBeGreaterThan(11);
    expect(priorStrength(drawn(15, 0.1))).toBeLessThan(20);
    expect(priorStrength(drawn(100, 0.2))).toBeGreaterThan(70);
  });

  it('does not guess from ten terms, or from four orders', () => {
    const terms = (count: number, orders: number) => Array.from({ length: count }, () => ({ clicks: 10, orders, mean: 0.1 }));
    expect(priorStrength(terms(9, 1))).toBeNull();
    expect(priorStrength(terms(20, 0.2))).toBeNull();
    expect(priorStrength(terms(20, 1))).not.toBeNull();
  });
});

describe('the value of a term', () => {
  it('is clicks a month × rate × order value', () => {
    // 90 clicks in 90 days are 30 a month; of these 10 % buy for 20.00.
    const { value, variance } = monthlyValue(90, 0.1, 20, 20e6, 90);
    expect(value).toBeCloseTo(60e6, 3);
    // (20 × 30 ÷ 90)² × (90² × 0.09 ÷ 111 + 90 × 0.01) = 44.444 × (6.5676 + 0.9) = 331.9
    expect(variance / 1e12).toBeCloseTo(331.892, 2);
  });

  it('shrinks the order value with five orders, and knows none without any', () => {
    expect(shrunkOrderValue(100, 5, 10)).toBe(15);
    expect(shrunkOrderValue(0, 0, 10)).toBe(10);
    expect(shrunkOrderValue(30, 2, null)).toBe(15);
    expect(shrunkOrderValue(0, 0, null)).toBeNull();
  });
});
