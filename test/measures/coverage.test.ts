import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { coverageNotes, daysOf, type FileSpan, knownDays, knownDaysByStore, periodsOf } from '../../src/measures/coverage.js';

const day = (text: string) => `2026-${text}` as Day;
const file = (from: string, to: string, madeOn: string): FileSpan => ({ from: day(from), to: day(to), madeOn: day(madeOn) });
const NOVEMBER = { from: day('11-01'), to: day('11-30') };
const every = (from: string, to: string) => daysOf({ from: day(from), to: day(to) });
const spans = (days: readonly Day[]) => periodsOf(days).map(({ from, to }) => `${from.slice(5)}..${to.slice(5)}`);

describe('knownDays', () => {
  it('ends with the last order of a busy shop, however new the file is', () => {
    const known = knownDays(NOVEMBER, [file('10-20', '11-15', '12-01')], every('10-20', '11-15'));
    expect(spans(known)).toEqual(['11-01..11-15']);
  });

  it('does not take a quiet shop for unimported', () => {
    // Orders every Monday: runs of six days without any.
    const mondays = ['10-19', '10-26', '11-02', '11-09', '11-16', '11-23'].map(day);
    const known = knownDays(NOVEMBER, [file('10-19', '11-23', '11-29')], mondays);
    // The file was made on the 29th, so the 28th is the last day that was over.
    expect(spans(known)).toEqual(['11-01..11-28']);
  });

  it('does not stretch a quiet shop further than its quiet runs', () => {
    const mondays = ['10-19', '10-26', '11-02'].map(day);
    expect(spans(knownDays(NOVEMBER, [file('10-19', '11-02', '11-30')], mondays))).toEqual(['11-01..11-02']);
  });

  it('closes a gap between two files when the shop has such quiet runs, else not', () => {
    const files = [file('10-20', '11-05', '11-06'), file('11-09', '11-20', '11-21')];
    const busy = [...every('10-20', '11-05'), ...every('11-09', '11-20')];
    expect(spans(knownDays(NOVEMBER, files, busy))).toEqual(['11-01..11-05', '11-09..11-20']);
    const quiet = busy.filter((each) => each < day('10-25') || each > day('10-27'));
    expect(spans(knownDays(NOVEMBER, files, quiet))).toEqual(['11-01..11-20']);
  });

  it('knows nothing before the first file and nothing without files', () => {
    expect(spans(knownDays(NOVEMBER, [file('11-10', '11-30', '12-01')], every('11-10', '11-30')))).toEqual(['11-10..11-30']);
    expect(knownDays(NOVEMBER, [], [])).toEqual([]);
  });
});

describe('knownDaysByStore', () => {
  it('gives each store its own files, and days in its own time zone', () => {
    const stores = [
      { storeId: 1, name: 'us', timeZone: 'America/Los_Angeles' },
      { storeId: 2, name: 'jp', timeZone: 'Asia/Tokyo' },
    ];
    // 28 November 20:00 UTC: still the 28th in Los Angeles, the 29th in Tokyo. Orders every other day.
    const evidenceAt = Date.parse('2026-11-28T20:00:00Z') / 1000;
    const orderDays = stores.flatMap(({ storeId }) =>
      Array.from({ length: 14 }, (_, at) => ({ storeId, day: addDays(day('11-01'), at * 2) })),
    );
    const files = stores.map(({ storeId }) => ({ storeId, from: day('11-01'), to: day('11-27'), evidenceAt }));
    const known = knownDaysByStore(NOVEMBER, stores, files, orderDays);
    expect(spans(known.get(1) ?? [])).toEqual(['11-01..11-27']);
    expect(spans(known.get(2) ?? [])).toEqual(['11-01..11-28']);
    expect(coverageNotes(NOVEMBER, [...stores, { storeId: 3, name: 'web' }], known)).toEqual([
      'No imported orders cover 2026-11-01 … 2026-11-30 in web: what was sold there is unknown, not zero.',
      'us: orders are known for 27 of the 30 days; missing 2026-11-28 … 2026-11-30.',
      'jp: orders are known for 28 of the 30 days; missing 2026-11-29 … 2026-11-30.',
    ]);
  });
});
