import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { daysOf } from '../../src/measures/coverage.js';
import { daysInStock, positionsOf, type Snapshot, totalPosition } from '../../src/measures/stock.js';

const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}` as Day;
const NONE = { onHand: null, available: null, committed: null, reserved: null, unsellable: null, inbound: null };

/** A snapshot at six in the morning of a day of November. */
function snapshot(date: number, location: string, quantities: Partial<Snapshot>): Snapshot {
  return { location, takenAt: Date.parse(`${day(date)}T06:00:00Z`) / 1000, takenOn: day(date), ...NONE, ...quantities };
}

describe('positionsOf', () => {
  it('takes the newest snapshot of each location and adds locations', () => {
    const positions = positionsOf([
      snapshot(20, 'FBA', { available: 9, onHand: 12 }),
      snapshot(21, 'FBA', { available: 7, onHand: 10 }),
      snapshot(18, 'Merchant', { available: 5 }),
    ]);
    expect(positions.map(({ location, available, onHand, takenOn }) => [location, available, onHand, takenOn])).toEqual([
      ['FBA', 7, 10, day(21)],
      ['Merchant', 5, 5, day(18)],
    ]);
    expect(totalPosition(positions)).toMatchObject({ available: 12, onHand: 15, committed: null });
  });

  it('fills what the newest report does not name from one at most a week older', () => {
    const weekly = snapshot(15, 'FBA', { available: 50, committed: 6, reserved: 4, unsellable: 1, inbound: 20 });
    // The daily report knows reserved units only in one sum, orders among them.
    const daily = { available: 40, onHand: 51, reserved: 10 };
    expect(positionsOf([weekly, snapshot(21, 'FBA', daily)])).toMatchObject([
      { available: 40, onHand: 51, committed: 6, reserved: 4, unsellable: 1, inbound: 20 },
    ]);
    expect(positionsOf([weekly, snapshot(23, 'FBA', daily)])).toMatchObject([
      { available: 40, onHand: 51, committed: null, reserved: 10, unsellable: null, inbound: null },
    ]);
  });

  it('does not let a report without availability hide one that has it', () => {
    const reserved = snapshot(21, 'FBA', { committed: 3, reserved: 2 });
    expect(positionsOf([snapshot(20, 'FBA', { available: 8 }), reserved])).toMatchObject([
      { available: 8, committed: 3, reserved: 2, onHand: 13, takenOn: day(20) },
    ]);
  });

  it('never adds the total of a shop to its locations', () => {
    const places = [snapshot(20, 'Warehouse', { available: 6 }), snapshot(20, 'Store', { available: 3 })];
    const available = (snapshots: Snapshot[]) => totalPosition(positionsOf(snapshots)).available;
    expect(available([snapshot(19, 'Shop', { available: 11 }), ...places])).toBe(9);
    expect(available([snapshot(21, 'Shop', { available: 7 }), ...places])).toBe(7);
  });

  it('knows nothing of what has no snapshot', () => {
    expect(totalPosition(positionsOf([]))).toEqual(NONE);
  });
});

describe('daysInStock', () => {
  const week = daysOf({ from: day(1), to: day(7) });
  const dates = (snapshots: readonly Snapshot[], sold: readonly number[] = []) =>
    daysInStock(week, snapshots, (each) => sold.includes(Number(each.slice(8)))).map((each) => Number(each.slice(8)));

  it('leaves out days between two zeros, and days after a last zero', () => {
    expect(
      dates([snapshot(2, 'FBA', { available: 0 }), snapshot(4, 'FBA', { available: 0 }), snapshot(5, 'FBA', { available: 9 })]),
    ).toEqual([1, 4, 5, 6, 7]);
    expect(dates([snapshot(3, 'FBA', { available: 2 }), snapshot(5, 'FBA', { available: 0 })])).toEqual([1, 2, 3, 4]);
  });

  it('keeps a day on which something was sold, whatever the snapshots say', () => {
    expect(dates([snapshot(1, 'FBA', { available: 0 })], [3])).toEqual([3]);
  });

  it('is out of stock only where no location has any', () => {
    const elsewhere = snapshot(1, 'Merchant', { available: 1 });
    expect(dates([snapshot(1, 'FBA', { available: 0 }), elsewhere])).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('counts all days where no snapshot knows', () => {
    expect(dates([])).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(dates([snapshot(2, 'FBA', { committed: 0 })])).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
