import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf, daysBetween } from '../../src/core/day.js';

describe('daysBetween', () => {
  it('counts leap days and is negative backwards', () => {
    const days = (from: string, to: string) => daysBetween(from as Day, to as Day);
    expect([days('2024-02-28', '2024-03-01'), days('2026-02-28', '2026-03-01'), days('1900-02-28', '1900-03-01')]).toEqual([2, 1, 1]);
    expect([days('2026-11-20', '2026-11-20'), days('2026-11-20', '2025-11-21'), days('1999-12-31', '2000-01-01')]).toEqual([0, -364, 1]);
  });

  it('is what addDays added, in every time zone and across its clock changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -36_000, max: 70_000 }), fc.integer({ min: -3000, max: 3000 }), (from, count) => {
        const first = addDays(dayOf(2000, 1, 1) as Day, from);
        expect(daysBetween(first, addDays(first, count))).toBe(count);
      }),
    );
  });
});
