import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaTail } from '../../src/measures/gammaTail.js';

describe('the upper tail of a gamma distribution', () => {
  it('is e^−x for shape 1, and the Poisson sum for whole shapes', () => {
    expect(gammaTail(1, 1, 2)).toBeCloseTo(Math.exp(-2), 12);
    expect(gammaTail(1, 50, 0.06)).toBeCloseTo(Math.exp(-3), 12);
    // Q(3, x) = e^−x (1 + x + x² ÷ 2): below a + 1 the series, above it the fraction.
    for (const x of [0.5, 2, 3.9, 4.1, 9, 30]) expect(gammaTail(3, 1, x)).toBeCloseTo(Math.exp(-x) * (1 + x + (x * x) / 2), 12);
  });

  it('is erfc(√x) for shape ½', () => {
    // Abramowitz and Stegun, table 7.1: erf 1 = 0.8427007929, erf 0.5 = 0.5204998778.
    expect(gammaTail(0.5, 1, 1)).toBeCloseTo(1 - 0.8427007929, 9);
    expect(gammaTail(0.5, 1, 0.25)).toBeCloseTo(1 - 0.5204998778, 9);
  });

  it('falls from 1 to 0', () => {
    const positive = fc.double({ min: 0.01, max: 200, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, (shape, x, more) => {
        const [near, far] = [gammaTail(shape, 1, x), gammaTail(shape, 1, x + more)];
        expect(near).toBeLessThanOrEqual(1 + 1e-12);
        expect(far).toBeGreaterThanOrEqual(0);
        expect(far).toBeLessThanOrEqual(near + 1e-12);
      }),
    );
    expect(gammaTail(2, 1, 0)).toBe(1);
  });
});
