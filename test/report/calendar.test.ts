/** Weeks of ISO 8601, and what people write for periods. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, weekday } from '../../src/core/day.js';
import { isoWeek, parsePeriod, periodAround, periodBefore, spanOf, yearBefore } from '../../src/report/kpis/calendar.js';
import { periodsOf } from '../../src/report/periodic/period.js';

const TODAY = '2026-11-28' as Day;
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01' as Day, days));

describe('weeks', () => {
  // The table of ISO 8601's own examples: years that begin in the last week of the year before, and years of 53 weeks.
  test.each([
    ['2005-01-01', '2004-W53'],
    ['2005-12-31', '2005-W52'],
    ['2007-12-31', '2008-W01'],
    ['2008-12-29', '2009-W01'],
    ['2010-01-03', '2009-W53'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2025-12-29', '2026-W01'],
  ])('%s lies in %s', (day, week) => {
    expect(isoWeek(day as Day)).toBe(week);
  });

  test('a day lies in the week that its name names', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const found = parsePeriod(isoWeek(day), TODAY);
        expect(found).toEqual({ ...periodAround(day, 'week'), span: 'week' });
        expect(weekday(found?.from as Day)).toBe(1);
      }),
    );
  });
});

describe('what people write', () => {
  test.each([
    ['2026-W47', '2026-11-16', '2026-11-22', 'week'],
    ['w47', '2026-11-16', '2026-11-22', 'week'],
    // This week 50 has not begun, so the last one is meant.
    ['W50', '2025-12-08', '2025-12-14', 'week'],
    ['2026-02', '2026-02-01', '2026-02-28', 'month'],
    ['2028-02', '2028-02-01', '2028-02-29', 'month'],
    ['2026-11-20', '2026-11-20', '2026-11-20', 'day'],
    ['2026-10-01..2026-10-31', '2026-10-01', '2026-10-31', 'month'],
    ['2026-10-01..2026-10-10', '2026-10-01', '2026-10-10', null],
  ])('%s', (text, from, to, span) => {
    expect(parsePeriod(text, TODAY)).toEqual({ from, to, span });
  });

  test.each(['2026-W54', '2025-W53', 'W0', '2026-13', '2026-02-30', '2026-10-31..2026-10-01', '2026', 'october', '2026-10-01..', '..'])(
    '%s is none',
    (text) => {
      expect(parsePeriod(text, TODAY)).toBeNull();
    },
  );
});

describe('the periods beside one', () => {
  const month = (text: string) => parsePeriod(text, TODAY) as { from: Day; to: Day };

  test('before, and a year before', () => {
    expect(periodBefore(month('2026-03'), 'month')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(yearBefore(month('2028-02'), 'month')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
    // 52 weeks: the same weekdays.
    expect(yearBefore(month('2026-W47'), 'week')).toEqual({ from: '2025-11-17', to: '2025-11-23' });
  });

  test('a month that is not over is told beside as many first days, or all there are', () => {
    expect(periodsOf(month('2026-03'), 'month', '2026-03-30' as Day)).toMatchObject({
      now: { from: '2026-03-01', to: '2026-03-30' },
      before: { from: '2026-02-01', to: '2026-02-28' },
      lastYear: { from: '2025-03-01', to: '2025-03-30' },
    });
    expect(periodsOf(month('2026-W47'), 'week', '2026-11-18' as Day)).toMatchObject({
      now: { from: '2026-11-16', to: '2026-11-18' },
      before: { from: '2026-11-09', to: '2026-11-11' },
    });
  });

  test('periods follow one another without a gap, and the calendar knows them', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('week' as const, 'month' as const), (day, span) => {
        const now = periodAround(day, span);
        expect(daysBetween(periodBefore(now, span).to, now.from)).toBe(1);
        expect(spanOf(now)).toBe(span);
        expect(now.from <= day && day <= now.to).toBe(true);
      }),
    );
  });
});
