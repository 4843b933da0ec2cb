/** Which reports a night writes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween } from '../../../src/core/day.js';
import { dueReports, isDue, MOST_MORNINGS } from '../../../src/shop/nightly/due.js';

const day = (text: string) => text as Day;
const REPORTS = ['daily', 'weekly', 'monthly'];
const told = (due: ReturnType<typeof dueReports>) => due.reports.map(({ morning, report }) => `${morning} ${report}`);

describe('reports of a night', () => {
  it('are those of its morning on the first run', () => {
    // 2026-11-30 is a Monday, 2026-12-01 a Tuesday and the first.
    expect(told(dueReports(day('2026-11-30'), [], REPORTS))).toEqual(['2026-11-30 daily', '2026-11-30 weekly']);
    expect(told(dueReports(day('2026-12-01'), [], REPORTS))).toEqual(['2026-12-01 daily', '2026-12-01 monthly']);
  });

  it('are those of the mornings missed, too', () => {
    const before = [{ morning: day('2026-11-28'), failed: [] }];
    expect(told(dueReports(day('2026-12-01'), before, REPORTS))).toEqual([
      '2026-11-29 daily',
      '2026-11-30 daily',
      '2026-11-30 weekly',
      '2026-12-01 daily',
      '2026-12-01 monthly',
    ]);
  });

  it('are those that failed before, and the morning again when it is run again', () => {
    const before = [
      { morning: day('2026-11-29'), failed: ['daily', 'gone'] },
      { morning: day('2026-11-30'), failed: [] },
    ];
    expect(told(dueReports(day('2026-11-30'), before, REPORTS))).toEqual(['2026-11-29 daily', '2026-11-30 daily', '2026-11-30 weekly']);
  });

  it('are only those of its own morning where it lies before what was written', () => {
    expect(told(dueReports(day('2026-11-10'), [{ morning: day('2026-11-28'), failed: ['daily'] }], REPORTS))).toEqual(['2026-11-10 daily']);
  });

  it('are at most those of a month; what lies further back is counted', () => {
    const due = dueReports(day('2027-01-31'), [{ morning: day('2026-11-21'), failed: ['daily'] }], ['daily']);
    expect(due.reports[0]).toEqual({ morning: '2027-01-01', report: 'daily' });
    // 22 November to 31 December: 9 + 31.
    expect({ count: due.reports.length, tooOld: due.tooOld }).toEqual({ count: 31, tooOld: 40 });
  });

  it('leave no morning out and none twice, whatever was missed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 800 }), (missed, start) => {
        const last = addDays(day('2026-01-01'), start);
        const morning = addDays(last, missed + 1);
        const { reports, tooOld } = dueReports(morning, [{ morning: last, failed: [] }], ['daily']);
        expect(reports.length + tooOld).toBe(daysBetween(last, morning));
        expect(reports.length).toBe(Math.min(missed + 1, MOST_MORNINGS));
        expect(new Set(reports.map((each) => each.morning)).size).toBe(reports.length);
        expect(reports.at(-1)?.morning).toBe(morning);
      }),
    );
  });

  it('are weekly on Mondays and monthly on the first, any other every morning', () => {
    const month = Array.from({ length: 30 }, (_, at) => addDays(day('2026-11-01'), at));
    expect(month.filter((each) => isDue('weekly', each))).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']);
    expect(month.filter((each) => isDue('monthly', each))).toEqual(['2026-11-01']);
    expect(month.filter((each) => isDue('profit', each))).toHaveLength(30);
  });
});
