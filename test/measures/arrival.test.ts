import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { expectedFinal, learnArrival, type Sighting, shareAt, sightingsOf } from '../../src/measures/arrival.js';

const day = (n: number): Day => addDays('2026-11-01' as Day, n);

/** Ten days of 100, of which 50 (odd days 70) are seen after 0 days, 90 after 3, all after 14. */
const TEN_DAYS: Sighting[] = Array.from({ length: 10 }, (_, n) => [
  { of: day(n), age: 0, value: n % 2 === 0 ? 50 : 70 },
  { of: day(n), age: 3, value: 90 },
  { of: day(n), age: 14, value: 100 },
]).flat();

describe('how much of a day is there yet', () => {
  test('a ratio of sums, with the range of the days', () => {
    const curve = learnArrival(TEN_DAYS, 14);
    expect(shareAt(curve, 0)).toEqual({ share: 0.6, low: 0.5, high: 0.7, days: 10 });
    expect(shareAt(curve, 3)).toEqual({ share: 0.9, low: 0.9, high: 0.9, days: 10 });
    expect(shareAt(curve, 14)).toEqual({ share: 1, low: 1, high: 1, days: 0 });
    // A third of the way from 0.6 to 0.9.
    expect(shareAt(curve, 1)?.share).toBeCloseTo(0.7, 12);
    // (10 − 3) ÷ (14 − 3) of the way from 0.9 to 1.
    expect(shareAt(curve, 10)?.share).toBeCloseTo(0.9 + (0.1 * 7) / 11, 12);
    expect(expectedFinal(60, shareAt(curve, 0))).toEqual({ value: 100, low: 60 / 0.7, high: 120 });
  });

  test('large days weigh more than small ones', () => {
    const sightings = TEN_DAYS.map((each) => (each.of === day(0) ? { ...each, value: each.value * 10 } : each));
    // (500 + 4 · 50 + 5 · 70) ÷ (1000 + 9 · 100)
    expect(shareAt(learnArrival(sightings, 14), 0)?.share).toBeCloseTo(1050 / 1900, 12);
  });

  test('nothing is said of too few days, of ages before the first that was seen, or without settled days', () => {
    expect(shareAt(learnArrival(TEN_DAYS.slice(0, 18), 14), 0)).toBeNull();
    expect(
      shareAt(
        learnArrival(
          TEN_DAYS.filter(({ age }) => age > 0),
          14,
        ),
        0,
      ),
    ).toBeNull();
    expect(
      shareAt(
        learnArrival(
          TEN_DAYS.filter(({ age }) => age < 14),
          14,
        ),
        0,
      ),
    ).toBeNull();
    expect(expectedFinal(60, null)).toBeNull();
  });

  test('cancellations: a share above 1 makes the expected figure smaller', () => {
    const curve = learnArrival(
      TEN_DAYS.map((each) => (each.age === 0 ? { ...each, value: 125 } : each)),
      14,
    );
    expect(expectedFinal(250, shareAt(curve, 0))?.value).toBe(200);
  });

  test('the expected figure lies in its range, whatever was seen', () => {
    const values = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 20 }), (drawn, age) => {
        const sightings = Array.from({ length: 10 }, (_, n) => [
          { of: day(n), age: 2, value: drawn[2 * n] as number },
          { of: day(n), age: 15, value: drawn[2 * n + 1] as number },
        ]).flat();
        const expected = expectedFinal(100, shareAt(learnArrival(sightings, 14), age));
        if (age < 2) expect(expected).toBeNull();
        else expect(expected && expected.low <= expected.value * (1 + 1e-9) && expected.value <= expected.high * (1 + 1e-9)).toBe(true);
      }),
    );
  });
});

describe('what a file told of a day', () => {
  const endOf = (of: Day) => Date.parse(`${addDays(of, 1)}T00:00:00Z`) / 1000;
  const at = (time: string) => Date.parse(time) / 1000;

  test('is the versions that stood when it was made', () => {
    const files = [
      { from: day(0), to: day(3), evidenceAt: at('2026-11-04T12:00:00Z') },
      { from: day(0), to: day(9), evidenceAt: at('2026-11-11T12:00:00Z') },
    ];
    const versions = [
      { day: day(2), since: files[0]?.evidenceAt as number, until: files[1]?.evidenceAt as number, value: 30 },
      { day: day(2), since: files[0]?.evidenceAt as number, until: null, value: 50 },
      { day: day(2), since: files[1]?.evidenceAt as number, until: null, value: 45 },
    ];
    expect(sightingsOf(versions, files, endOf)).toEqual([
      { of: day(2), age: 0, value: 80 },
      { of: day(2), age: 7, value: 95 },
    ]);
  });

  test('nothing where the day was not over, or may have begun before the file', () => {
    const version = (of: number) => ({ day: day(of), since: 0, until: null, value: 1 });
    const files = [{ from: day(0), to: day(3), evidenceAt: at('2026-11-04T12:00:00Z') }];
    expect(sightingsOf([version(0), version(3)], files, endOf)).toEqual([]);
  });
});
