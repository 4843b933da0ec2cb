import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, thousands } from '../../src/core/count.js';

describe('thousands', () => {
  it('writes whole numbers as Intl does', () => {
    const intl = new Intl.NumberFormat('en');
    fc.assert(
      fc.property(fc.maxSafeInteger(), (count) => {
        expect(thousands(count)).toBe(intl.format(count));
      }),
    );
    for (const count of [0, 7, 999, 1000, -1000, 12_345, 999_999, 1_000_000, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
      expect(thousands(count)).toBe(intl.format(count));
    }
  });

  it('knows one from several', () => {
    expect([counted(1, 'row', 'rows'), counted(0, 'row', 'rows'), counted(1200, 'row', 'rows')]).toEqual(['1 row', '0 rows', '1,200 rows']);
  });
});
