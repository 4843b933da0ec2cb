import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile } from '../../src/measures/statistics.js';

describe('quantile', () => {
  it('interpolates as type 7 does', () => {
    // R: quantile(c(1, 2, 4, 8), c(.25, .5, .9)) is 1.75, 3, 6.8.
    const values = [8, 1, 4, 2];
    expect(quantile(values, 0.25)).toBe(1.75);
    expect(quantile(values, 0.5)).toBe(3);
    expect(quantile(values, 0.9)).toBeCloseTo(6.8, 12);
    expect(quantile(values, 0)).toBe(1);
    expect(quantile(values, 1)).toBe(8);
    expect(values).toEqual([8, 1, 4, 2]);
  });

  it('sorts by size, not by spelling', () => {
    expect(quantile([10, 9, 100, -1], 1)).toBe(100);
    expect(quantile([10, 9, 100, -1], 0)).toBe(-1);
  });

  it('is unknown without values and refuses a p that is no probability', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([7], 0.3)).toBe(7);
    expect(() => quantile([1], 1.5)).toThrow('from 0 to 1, not 1.5');
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });

  it('stays between the smallest and the largest value and grows with p', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(numbers, share, share, (values, a, b) => {
        const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))] as [number, number];
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });
});

describe('median', () => {
  it('is the middle of an odd count and the mean of the two middle ones of an even count', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([0])).toBe(0);
    expect(median([])).toBeNull();
  });
});
