import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import { convertMinor, rateTable, roundHalfAway } from '../../../src/measures/profit/rates.js';

const rate = (from: string, to: string, day: string, value: string) => ({ from, to, day: day as Day, rate: value });
/** As the ECB has them: units of the other currency for one euro. */
const ECB = [rate('EUR', 'USD', '2026-10-01', '1.10'), rate('EUR', 'USD', '2026-10-02', '1.20'), rate('EUR', 'CNY', '2026-10-02', '8.00')];
const on = (from: string, to: string, day: string) => rateTable(ECB)(from, to, day as Day);

describe('exchange rates', () => {
  it('hold from their day, ten days at most', () => {
    expect(on('EUR', 'USD', '2026-09-30')).toBeNull();
    expect(on('EUR', 'USD', '2026-10-01')).toBe(1.1);
    expect(on('EUR', 'USD', '2026-10-12')).toBe(1.2);
    expect(on('EUR', 'USD', '2026-10-13')).toBeNull();
  });

  it('go the other way round, and over the euro', () => {
    expect(on('USD', 'EUR', '2026-10-02')).toBeCloseTo(1 / 1.2, 12);
    expect(on('USD', 'CNY', '2026-10-02')).toBeCloseTo(8 / 1.2, 12);
    expect(on('USD', 'CNY', '2026-10-01')).toBeNull();
    expect(on('USD', 'GBP', '2026-10-02')).toBeNull();
    expect(on('GBP', 'GBP', '2020-01-01')).toBe(1);
  });

  it('convert between currencies with other numbers of digits', () => {
    expect(convertMinor(1000, 'EUR', 'USD', 1.1642)).toBe(1164);
    expect(convertMinor(1000, 'EUR', 'JPY', 171.25)).toBe(1713);
    expect(convertMinor(1000, 'JPY', 'EUR', 0.00584)).toBe(584);
  });

  it('round a fee and its refund alike', () => {
    expect([roundHalfAway(0.5), roundHalfAway(-0.5), roundHalfAway(1.005 * 100)]).toEqual([1, -1, 101]);
    fc.assert(fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), (value) => roundHalfAway(-value) + roundHalfAway(value) === 0));
  });
});
