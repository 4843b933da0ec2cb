import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, ln, power } from '../../../src/shop/demo/exactMath.js';

describe('exp, ln and power from exact operations', () => {
  it('agrees with the known constants', () => {
    expect(exp(0)).toBe(1);
    expect(exp(1)).toBeCloseTo(Math.E, 14);
    expect(ln(1)).toBe(0);
    expect(ln(10)).toBeCloseTo(Math.LN10, 14);
    expect(power(2, 10)).toBeCloseTo(1024, 9);
    expect(power(9, 0.5)).toBeCloseTo(3, 13);
    expect(power(7, 0)).toBe(1);
    expect(exp(-800)).toBe(0);
  });

  it('is as precise as a double over the range the demo uses', () => {
    fc.assert(
      fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-13);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-200, max: 1e200, noNaN: true }), (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThan(1e-13 * Math.max(1, Math.abs(Math.log(x))));
      }),
    );
  });
});
