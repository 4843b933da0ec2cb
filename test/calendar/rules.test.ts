import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf, daysBetween, parseDay, weekday } from '../../src/core/day.js';
import { date, EASTER, lunar, nthWeekday, offset, onDay, weekdayAfter } from '../../src/measures/calendar/event.js';
import { EVENTS } from '../../src/measures/calendar/events.js';
import type { DateRule, DayRule } from '../../src/measures/calendar/rules.js';
import { boundsOf, datesOf, dayIn, mayFallIn } from '../../src/measures/calendar/rules.js';

const years = (rule: DayRule, from: number, to: number): (string | null)[] => {
  const days: (string | null)[] = [];
  for (let year = from; year <= to; year += 1) days.push(dayIn(rule, year));
  return days;
};

describe('lunar days, 2026 to 2030', () => {
  // New Year 2027 and 2030 are the days that the calendar of `Intl` gets wrong (2027-02-07, 2030-02-02).
  it.each([
    ['春节', 1, 1, ['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03']],
    ['元宵', 1, 15, ['2026-03-03', '2027-02-20', '2028-02-09', '2029-02-27', '2030-02-17']],
    ['端午', 5, 5, ['2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05']],
    ['七夕', 7, 7, ['2026-08-19', '2027-08-08', '2028-08-26', '2029-08-16', '2030-08-05']],
    ['中秋', 8, 15, ['2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12']],
    ['重阳', 9, 9, ['2026-10-18', '2027-10-08', '2028-10-26', '2029-10-16', '2030-10-05']],
  ])('%s', (_name, month, day, expected) => {
    expect(years(lunar(month, day), 2026, 2030)).toEqual(expected);
  });

  it('takes the month itself, not the leap month of the same number', () => {
    // 2025 has a leap sixth month and 2023 a leap second one.
    expect(dayIn(lunar(7, 7), 2025)).toBe('2025-08-29');
    expect(dayIn(lunar(6, 1), 2025)).toBe('2025-06-25');
    expect(dayIn(lunar(2, 2), 2023)).toBe('2023-02-21');
  });

  it('lets the twelfth month fall into the next year', () => {
    expect(dayIn(lunar(12, 8), 2026)).toBe('2027-01-15');
  });

  it('has no thirtieth day in a month of 29', () => {
    // Chinese New Year 2027 follows the 29th of the twelfth month.
    expect(dayIn(lunar(12, 29), 2026)).toBe('2027-02-05');
    expect(dayIn(lunar(12, 30), 2026)).toBeNull();
    expect(dayIn(lunar(-6, 1), 2025)).toBeNull();
  });
});

describe('western days, 2026 to 2028', () => {
  const thanksgiving = nthWeekday(11, 4, 4);
  const france: DayRule = {
    on: 'unless',
    day: nthWeekday(5, -1, 0),
    clash: offset(EASTER, 49),
    instead: nthWeekday(6, 1, 0),
  };

  it.each<[string, DayRule, string[]]>([
    ['Thanksgiving', thanksgiving, ['2026-11-26', '2027-11-25', '2028-11-23']],
    ['Black Friday', weekdayAfter(thanksgiving, 5), ['2026-11-27', '2027-11-26', '2028-11-24']],
    ['Cyber Monday', weekdayAfter(thanksgiving, 1), ['2026-11-30', '2027-11-29', '2028-11-27']],
    ['Mother’s Day, US', nthWeekday(5, 2, 0), ['2026-05-10', '2027-05-09', '2028-05-14']],
    ['Mothering Sunday, UK', offset(EASTER, -21), ['2026-03-15', '2027-03-07', '2028-03-26']],
    ['Mother’s Day, France', france, ['2026-05-31', '2027-05-30', '2028-05-28']],
    ['Mother’s Day, Spain', nthWeekday(5, 1, 0), ['2026-05-03', '2027-05-02', '2028-05-07']],
    ['Mother’s Day, Sweden', nthWeekday(5, -1, 0), ['2026-05-31', '2027-05-30', '2028-05-28']],
    ['Father’s Day, US', nthWeekday(6, 3, 0), ['2026-06-21', '2027-06-20', '2028-06-18']],
    ['Father’s Day, Australia', nthWeekday(9, 1, 0), ['2026-09-06', '2027-09-05', '2028-09-03']],
    ['Easter', EASTER, ['2026-04-05', '2027-03-28', '2028-04-16']],
  ])('%s', (_name, rule, expected) => {
    expect(years(rule, 2026, 2028)).toEqual(expected);
  });

  it('moves the French Mother’s Day into June when the last Sunday of May is Pentecost', () => {
    expect(dayIn(france, 2023)).toBe('2023-06-04');
    expect(dayIn(france, 2024)).toBe('2024-05-26');
  });

  it('knows the earliest and the latest Easter', () => {
    expect(dayIn(EASTER, 1913)).toBe('1913-03-23');
    expect(dayIn(EASTER, 1943)).toBe('1943-04-25');
    expect(dayIn(EASTER, 2038)).toBe('2038-04-25');
    expect(dayIn(EASTER, 1954)).toBe('1954-04-18'); // the year that the correction term is for
    expect(dayIn(EASTER, 1981)).toBe('1981-04-19');
  });

  it('puts a weekday after a day that is that weekday itself a week later', () => {
    expect(dayIn(weekdayAfter(date(11, 22), 0), 2026)).toBe('2026-11-29');
    expect(dayIn(weekdayAfter(date(11, 22), 1), 2026)).toBe('2026-11-23');
  });

  it('has no fifth Sunday in most months and no 29 February in most years', () => {
    expect(dayIn(nthWeekday(2, 5, 0), 2026)).toBeNull();
    expect(dayIn(nthWeekday(2, -5, 0), 2026)).toBeNull();
    expect(dayIn(nthWeekday(11, 5, 0), 2026)).toBe('2026-11-29');
    expect(datesOf(onDay(date(2, 29)), 2026)).toBeNull();
    expect(dayIn(offset(date(2, 29), 1), 2026)).toBeNull();
    expect(dayIn(date(2, 29), 2028)).toBe('2028-02-29');
  });

  it('gives every month its nth weekday from both ends', () => {
    const inYear = fc.record({
      year: fc.integer({ min: 1950, max: 2150 }),
      month: fc.integer({ min: 1, max: 12 }),
      nth: fc.constantFrom(1, 2, 3, 4),
      day: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(inYear, ({ year, month, nth, day }) => {
        const first = dayOf(year, month, 1);
        const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
        const fromStart = dayIn(nthWeekday(month, nth, day), year);
        const fromEnd = dayIn(nthWeekday(month, -nth, day), year);
        if (!first || !next || !fromStart || !fromEnd) throw new Error('every month has four of each weekday');
        expect([weekday(fromStart), weekday(fromEnd)]).toEqual([day, day]);
        expect(Math.floor(daysBetween(first, fromStart) / 7)).toBe(nth - 1);
        expect(Math.floor(daysBetween(fromEnd, addDays(next, -1)) / 7)).toBe(nth - 1);
      }),
    );
  });
});

describe('dates that somebody announces', () => {
  const rule: DateRule = {
    kind: 'announced',
    years: {
      2024: null,
      2025: { from: '2025-07-08', to: '2025-07-11', certainty: 'announced', source: 'the platform' },
    },
    estimate: { from: date(7, 8), to: date(7, 11), basis: 'as in 2025' },
  };

  it('takes the table’s year as it stands', () => {
    expect(datesOf(rule, 2025)).toEqual({
      startsOn: '2025-07-08',
      endsOn: '2025-07-11',
      certainty: 'announced',
      source: 'the platform',
    });
  });

  it('marks every other year as an estimate', () => {
    expect(datesOf(rule, 2027)).toEqual({
      startsOn: '2027-07-08',
      endsOn: '2027-07-11',
      certainty: 'estimated',
      source: 'as in 2025',
    });
  });

  it('has no dates where the event did not take place, or where nothing can be said', () => {
    expect(datesOf(rule, 2024)).toBeNull();
    expect(datesOf({ ...rule, estimate: null }, 2027)).toBeNull();
  });

  it('holds no dates in the built-in tables that are no dates, or lie in another year', () => {
    for (const { slug, rule: builtIn } of EVENTS) {
      if (builtIn.kind !== 'announced') continue;
      for (const [year, dates] of Object.entries(builtIn.years)) {
        if (dates === null) continue;
        const [from, to] = [parseDay(dates.from), parseDay(dates.to)];
        expect([slug, from?.slice(0, 4), to?.slice(0, 4)]).toEqual([slug, year, year]);
        expect(dates.from <= dates.to, `${slug} ${year} ends before it begins`).toBe(true);
      }
    }
  });
});

describe('which events a period can have', () => {
  it('knows between which days a lunar day lies', () => {
    for (let year = 2000; year <= 2050; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (const day of [1, 29]) {
          const found = dayIn(lunar(month, day), year);
          const bounds = boundsOf(lunar(month, day), year);
          if (found !== null && bounds !== null) expect([found, bounds.from <= found, found <= bounds.to]).toEqual([found, true, true]);
        }
      }
    }
  });

  it('never rules one out that has a day in it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2015, max: 2040 }),
        fc.integer({ min: 0, max: 365 }),
        fc.integer({ min: 0, max: 60 }),
        (year, start, length) => {
          const from = addDays(dayOf(year, 1, 1) as Day, start);
          const period = { from, to: addDays(from, length) };
          for (const { slug, rule } of EVENTS) {
            const dates = datesOf(rule, year);
            const isIn = dates !== null && dates.startsOn <= period.to && dates.endsOn >= period.from;
            if (isIn) expect([slug, mayFallIn(rule, year, period)]).toEqual([slug, true]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('rules the new moon of spring out in November, without the lunar calendar', () => {
    const november = { from: dayOf(2026, 11, 21) as Day, to: dayOf(2026, 12, 18) as Day };
    expect([2025, 2026, 2027].map((year) => mayFallIn(onDay(lunar(1, 1)), year, november))).toEqual([false, false, false]);
  });
});
