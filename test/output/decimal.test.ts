import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCY_SIGNS } from '../../src/output/amount.js';
import { decimalText } from '../../src/output/decimal.js';

const intl = (style: 'decimal' | 'percent', least: number, most: number) =>
  new Intl.NumberFormat('en', { style, minimumFractionDigits: least, maximumFractionDigits: most, signDisplay: 'negative' });

describe('decimals for people', () => {
  it('are what Intl writes', () => {
    const number = fc.oneof(
      fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e15, max: 1e15 }),
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.double({ noDefaultInfinity: true, noNaN: true, min: -2, max: 2 }),
      // Written halves are where roundings differ.
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((thousandths) => thousandths / 1000),
    );
    fc.assert(
      fc.property(number, fc.nat(4), fc.nat(4), (value, a, b) => {
        const [least, most] = [Math.min(a, b), Math.max(a, b)];
        expect(decimalText(value, least, most)).toBe(intl('decimal', least, most).format(value));
        expect(`${decimalText(value, least, most, 2)}%`).toBe(intl('percent', least, most).format(value));
      }),
      { numRuns: 500 },
    );
  });

  it('round halves as they are written, away from zero', () => {
    expect([1.005, 0.285, -1.005, 0.5, 999.995, 0].map((value) => decimalText(value, 2, 2))).toEqual([
      '1.01',
      '0.29',
      '-1.01',
      '0.50',
      '1,000.00',
      '0.00',
    ]);
    expect([decimalText(0.285, 1, 1, 2), decimalText(-0.0004, 1, 1, 2), decimalText(1234.5, 0, 2)]).toEqual(['28.5', '0.0', '1,234.5']);
  });
});

describe('signs of currencies', () => {
  it('are those of CLDR', () => {
    for (const [currency, sign] of CURRENCY_SIGNS) {
      const parts = new Intl.NumberFormat('en', { style: 'currency', currency }).formatToParts(0);
      expect([currency, sign]).toEqual([currency, parts.find(({ type }) => type === 'currency')?.value]);
    }
    expect(CURRENCY_SIGNS.size).toBe(33);
  });
});
