/** Scores of counts and rates against values that SciPy gives for the same distributions, and what they must be whatever the figures. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedP } from '../../../src/measures/anomaly/benjaminiHochberg.js';
import { countScore, gammaQuantile, rateScore, studentTail } from '../../../src/measures/anomaly/distributions.js';

describe('scores', () => {
  test('of counts: Poisson, negative binomial, gamma', () => {
    // P(Y < 12) + ½ P(Y = 12) of a Poisson with mean 5 is 0.99626: 2.675 deviations.
    expect(countScore(5, 5, 5)).toBeCloseTo(0.0708136599, 6);
    expect(countScore(12, 5, 5)).toBeCloseTo(2.6750440342, 6);
    expect(countScore(0, 0.3, 0.3)).toBeCloseTo(-0.3307700031, 6);
    expect(countScore(25, 10, 20)).toBeCloseTo(2.6731326447, 6);
    expect(countScore(2, 10, 20)).toBeCloseTo(-2.2391449805, 6);
    expect(countScore(999, 1000, 3000)).toBeCloseTo(countScore(999, 1000.01, 3000), 1);
    expect(countScore(0, 0, 0)).toBe(0);
  });

  test('of rates: beta-binomial', () => {
    expect(rateScore(6, 20, 2, 18)).toBeCloseTo(1.7570600226, 6);
    expect(rateScore(10, 50, 5, 5)).toBeCloseTo(-1.8409030342, 6);
    expect(rateScore(45, 50, 5, 5)).toBeCloseTo(2.6962609991, 6);
    // 0 of 5,000 where 4 are expected, nearly a Poisson: Φ⁻¹(½ e⁻⁴) = −2.359. A gamma would say −5.
    expect(rateScore(0, 5000, 4000, 5e6 - 4000)).toBeCloseTo(-2.359, 2);
  });

  test("Student's t", () => {
    expect(studentTail(3, 20)).toBeCloseTo(0.0035379494, 9);
    expect(studentTail(-1, 20)).toBeCloseTo(0.8353717114, 9);
  });

  test('grow with the count, and the quantile of a score is where it came from', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 3000, noNaN: true }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        fc.nat(4000),
        (mean, over, count) => {
          expect(countScore(count + 1, mean, mean * over)).toBeGreaterThanOrEqual(countScore(count, mean, mean * over));
        },
      ),
      { numRuns: 200 },
    );
    const value = gammaQuantile(1.5, 5000, 40_000);
    expect(countScore(value, 5000, 40_000)).toBeCloseTo(1.5, 9);
  });
});

describe('Benjamini & Hochberg', () => {
  test('four values by hand', () => {
    // 0.01·4 ÷ 1, 0.02·4 ÷ 2 and 0.03·4 ÷ 3 are 0.04; 0.5·4 ÷ 4 is 0.5.
    expect(adjustedP([0.5, 0.01, 0.03, 0.02]).map((p) => Number(p.toFixed(12)))).toEqual([0.5, 0.04, 0.04, 0.04]);
    expect(adjustedP([])).toEqual([]);
  });

  test('never below the value itself, in the same order, never above 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (values) => {
        const adjusted = adjustedP(values);
        values.forEach((p, index) => {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          expect(adjusted[index]).toBeLessThanOrEqual(1);
          values.forEach((other, at) => {
            if (p <= other) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[at] as number);
          });
        });
      }),
    );
  });
});
