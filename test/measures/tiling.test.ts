import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween } from '../../src/core/day.js';
import { daysWithout, type PeriodUnit, tile } from '../../src/measures/tiling.js';

const FIRST = '2026-10-01' as Day;
const day = (at: number) => addDays(FIRST, at - 1);

/** A unit of October, from and to as days of the month. */
function unit(id: number, from: number, to: number, changes: Partial<PeriodUnit> = {}): PeriodUnit {
  return { id, storeId: 1, grain: 'search-term', about: 'Kettles', from: day(from), to: day(to), ...changes };
}

const OCTOBER = { from: day(1), to: day(31) };
const chosen = (units: readonly PeriodUnit[], period = OCTOBER) => tile(units, period).chosen.map((each) => each.id);

describe('tile', () => {
  it('takes days rather than the week or month that they fill', () => {
    const days = Array.from({ length: 7 }, (_, index) => unit(index + 1, index + 1, index + 1));
    expect(chosen([unit(100, 1, 7), ...days], { from: day(1), to: day(7) })).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('takes a month rather than some of its days, which would hide the rest', () => {
    expect(chosen([unit(100, 1, 31), unit(1, 30, 30), unit(2, 31, 31)])).toEqual([100]);
  });

  it('fills what days leave open with longer units, without overlap', () => {
    // The week and the 8th to 10th; the fortnight overlaps both.
    expect(chosen([unit(1, 1, 7), unit(2, 8, 8), unit(3, 9, 9), unit(4, 10, 10), unit(5, 5, 18)], { from: day(1), to: day(10) })).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('never cuts a unit that reaches beyond the period', () => {
    const tiling = tile([unit(1, 1, 31), unit(2, 12, 12)], { from: day(10), to: day(20) });
    expect(tiling.chosen.map((each) => each.id)).toEqual([2]);
    expect(tiling.reachOut.map((each) => each.id)).toEqual([1]);
  });

  it('tiles each campaign and each store by itself, with one grain each', () => {
    const units = [
      unit(1, 1, 10),
      unit(2, 1, 10, { about: 'Mugs' }),
      unit(3, 1, 10, { storeId: 2 }),
      unit(4, 5, 20, { grain: 'placement' }),
      unit(5, 21, 24, { grain: 'placement' }),
    ];
    // Kettles: 20 days by placement against 10 by search term.
    expect(chosen(units)).toEqual([2, 3, 4, 5]);
  });

  it('knows a day without a unit to be empty where the store has day units of other campaigns', () => {
    const units = [unit(1, 1, 1), unit(2, 3, 3), unit(3, 2, 2, { about: 'Mugs' }), unit(100, 1, 3)];
    // Kettles had no traffic on the 2nd: its two days say as much as the three days together.
    expect(chosen(units, { from: day(1), to: day(3) })).toEqual([1, 2, 3]);
    // Nobody has a report of the 2nd: only the three days together cover it.
    expect(chosen([unit(1, 1, 1), unit(2, 3, 3), unit(100, 1, 3)], { from: day(1), to: day(3) })).toEqual([100]);
  });

  it('is disjoint, lies inside, and covers as many days as any disjoint set could', () => {
    const units = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 6 })), { maxLength: 9 })
      .map((spans) => spans.map(([from, length], index) => unit(index + 1, from, from + length)));
    fc.assert(
      fc.property(units, (all) => {
        const period = { from: day(2), to: day(14) };
        const tiling = tile(all, period).chosen;
        expect(overlap(tiling)).toBe(false);
        expect(tiling.every((each) => each.from >= period.from && each.to <= period.to)).toBe(true);
        expect(length(tiling)).toBe(bestByTrying(all.filter((each) => each.from >= period.from && each.to <= period.to)));
      }),
    );
  });
});

describe('daysWithout', () => {
  it('lists what no unit speaks of', () => {
    expect(daysWithout([unit(1, 2, 3), unit(2, 5, 5)], { from: day(1), to: day(6) })).toEqual([day(1), day(4), day(6)]);
  });
});

function length(units: readonly PeriodUnit[]): number {
  return units.reduce((sum, each) => sum + daysBetween(each.from, each.to) + 1, 0);
}

function overlap(units: readonly PeriodUnit[]): boolean {
  return units.some((a, index) => units.slice(index + 1).some((b) => a.from <= b.to && b.from <= a.to));
}

/** The most days of any disjoint subset, by trying all of them. */
function bestByTrying(units: readonly PeriodUnit[]): number {
  let best = 0;
  for (let set = 0; set < 2 ** units.length; set++) {
    const subset = units.filter((_, index) => (set >> index) & 1);
    if (!overlap(subset)) best = Math.max(best, length(subset));
  }
  return best;
}
