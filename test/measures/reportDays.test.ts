/** Gaps and overlaps of reports about periods, worked out by hand. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { type SubjectPeriod, subjectDays } from '../../src/measures/reportDays.js';

const report = (from: string, to = from, more: Partial<SubjectPeriod> = {}): SubjectPeriod => ({
  ...{ store: 'us', subject: 'traffic', grain: 'child', from: from as Day, to: to as Day },
  ...more,
});

describe('the days of reports', () => {
  it('are missing between the first and the last, whatever the order and length of the reports', () => {
    const [found] = subjectDays([report('2026-11-10'), report('2026-10-31', '2026-11-02'), report('2026-11-04'), report('2026-11-03')]);
    expect(found).toEqual({
      ...{ store: 'us', subject: 'traffic', from: '2026-10-31', to: '2026-11-10' },
      missing: [{ from: '2026-11-05', to: '2026-11-09' }],
      overlapping: [],
    });
  });

  it('overlap where a longer report shares days with one of other days', () => {
    const [found] = subjectDays([
      report('2026-11-01', '2026-11-30'),
      report('2026-11-02'),
      report('2026-11-30', '2026-12-02'),
      report('2026-12-04'),
    ]);
    expect(found?.overlapping).toEqual([
      { from: '2026-11-01', to: '2026-11-30', grain: 'child', others: 2 },
      { from: '2026-11-30', to: '2026-12-02', grain: 'child', others: 1 },
    ]);
    expect(found?.missing).toEqual([{ from: '2026-12-03', to: '2026-12-03' }]);
  });

  it('do not overlap where two reports look at the same days', () => {
    const [found] = subjectDays([report('2026-11-01', '2026-11-30'), report('2026-11-01', '2026-11-30', { grain: 'sku' })]);
    expect(found?.overlapping).toEqual([]);
  });

  it('are told by store and subject', () => {
    const found = subjectDays([
      report('2026-11-01'),
      report('2026-11-03', '2026-11-03', { store: 'ca' }),
      report('2026-11-05', '2026-11-05', { subject: 'ads' }),
    ]);
    expect(found.map(({ store, subject, missing }) => [store, subject, missing])).toEqual([
      ['us', 'traffic', []],
      ['ca', 'traffic', []],
      ['us', 'ads', []],
    ]);
  });
});
