import { describe, expect, test } from 'vitest';
import { CellProblem, parseDate, parseInstant, parseInstantPlain, parsePeriod } from '../../../src/platforms/cells/index.js';

function utc(text: string): number {
  return Date.parse(text) / 1000;
}

describe('parseDate', () => {
  test.each([
    ['2026-11-20', '2026-11-20'],
    ['2024-02-29', '2024-02-29'],
    ['2026-7-8', '2026-07-08'],
    ['2026/7/8', '2026-07-08'],
    ['2023/9/30', '2023-09-30'],
    ['2026.07.08', '2026-07-08'],
    ['20260813', '2026-08-13'],
    ['2023年12月11日', '2023-12-11'],
    ['２０２３年１２月１日', '2023-12-01'],
    ['2026. 4. 7.', '2026-04-07'],
    ['26. 4. 26.', '2026-04-26'],
    ['Feb 1, 2020', '2020-02-01'],
    ['Feb 01, 2020', '2020-02-01'],
    ['July 31, 2026', '2026-07-31'],
    ['31 July, 2026', '2026-07-31'],
    ['1 May 2026', '2026-05-01'],
    ['8 września 2026', '2026-09-08'],
    ['8 Mayıs 2026', '2026-05-08'],
    ['8 мая 2026 г.', '2026-05-08'],
    ['2026년 4월 7일', '2026-04-07'],
    ['1st May 2026', '2026-05-01'],
    ['26-May-26', '2026-05-26'],
    ['10-Dez-25', '2025-12-10'],
    ['Jul-21-25', '2025-07-21'],
    ['2026-May-26', '2026-05-26'],
    ['1. Mai 2026', '2026-05-01'],
    ['3. März 2026', '2026-03-03'],
    ['4 sept. 2026', '2026-09-04'],
    ['1er août 2026', '2026-08-01'],
    ['15 déc. 2025', '2025-12-15'],
    ['1 de mayo de 2026', '2026-05-01'],
    ['7 ene 2026', '2026-01-07'],
    ['9 ott 2026', '2026-10-09'],
    ['26 mrt 2026', '2026-03-26'],
    ['16.04.2024', '2024-04-16'],
    ['01.02.26', '2026-02-01'],
    // One part above 12, or both the same: one reading only.
    ['05/13/2026', '2026-05-13'],
    ['13/05/2026', '2026-05-13'],
    ['16-04-2024', '2024-04-16'],
    ['05/05/2026', '2026-05-05'],
    ['12/31/79', '2079-12-31'],
    ['12/31/80', '1980-12-31'],
    ['2026-05-31 00:00:00', '2026-05-31'],
    ['2026-05-31T00:00:00.000', '2026-05-31'],
    ["'2026-05-31", '2026-05-31'],
  ])('%j is %s', (cell, day) => {
    expect(parseDate(cell)).toBe(day);
  });

  test.each([
    ['05/04/2026', 'dmy', '2026-04-05'],
    ['05/04/2026', 'mdy', '2026-05-04'],
    ['8/3/26', 'mdy', '2026-08-03'],
    ['8/3/26', 'dmy', '2026-03-08'],
    ['05-04-2024', 'dmy', '2024-04-05'],
    ['26/05/14', 'ymd', '2026-05-14'],
    ['2026/05/04', 'dmy', '2026-05-04'],
  ] as const)('%j in the order %s is %s', (cell, order, day) => {
    expect(parseDate(cell, { order })).toBe(day);
  });

  test('without an order an ambiguous date is refused with both readings', () => {
    expect(parseDate('05/04/2026')).toEqual(
      new CellProblem(
        'day',
        'day or month first? Say it with --date-order dmy or mdy; but if a spreadsheet saved the file, export it again and do not open it before the import',
      ),
    );
  });

  test('a date against the declared order is refused, not turned round', () => {
    expect(parseDate('05/13/2026', { order: 'dmy' })).toEqual(new CellProblem('day', 'it is no day in the order day, month, year'));
    expect(parseDate('13/05/2026', { order: 'mdy' })).toEqual(new CellProblem('day', 'it is no day in the order month, day, year'));
  });

  test('day numbers of workbooks only where they are declared', () => {
    expect(parseDate('45383', { serial: true })).toBe('2024-04-01');
    expect(parseDate('45383.5', { serial: true })).toBe('2024-04-01');
    expect(parseDate('61', { serial: true })).toBe('1900-03-01');
    expect(parseDate('60', { serial: true })).toBeInstanceOf(CellProblem);
    expect(parseDate('20260813', { serial: true })).toBe('2026-08-13');
    expect(parseDate('45383')).toEqual(new CellProblem('day', 'it may be a day number of a workbook: the report declares none'));
  });

  test.each(['', '-', '--', 'N/A'])('%j is missing', (cell) => {
    expect(parseDate(cell)).toBeNull();
  });

  test.each([
    '2026-02-30',
    '2023-02-29',
    '2100-02-29',
    '2026-13-01',
    '20261301',
    '2023年13月1日',
    '26. 13. 1.',
    '32 May 2026',
    '1 Foo 2026',
    '1 jui 2026',
    'Feb 30, 2020',
    '全部',
    '总计',
    '31/31/2026',
    '2026-05',
    '5/2026',
    '2026-05-31 23:54:45',
    '1 May',
    '1/2/3',
    '1/2/202',
    '123/4/2026',
    '0/1/2026',
    '2026-5/6',
  ])('%j is refused', (cell) => {
    expect(parseDate(cell)).toBeInstanceOf(CellProblem);
  });

  test('a month that is not known is named', () => {
    expect(parseDate('1 Foo 2026')).toEqual(new CellProblem('day', 'its month is none that eco knows'));
  });
});

describe('parseInstant', () => {
  test.each([
    ['2025-05-05T10:19:22+00:00', '2025-05-05T10:19:22Z'],
    ['2025-05-05T10:19:22Z', '2025-05-05T10:19:22Z'],
    ['2025-05-05T10:19:22.987Z', '2025-05-05T10:19:22Z'],
    ['2025-05-05T10:19:22-07:00', '2025-05-05T17:19:22Z'],
    ['2026-05-14 11:23:45 +0100', '2026-05-14T10:23:45Z'],
    ['2026-05-14 11:23:45 +05:30', '2026-05-14T05:53:45Z'],
    ['2026-05-14 11:23:45 UTC+8', '2026-05-14T03:23:45Z'],
    ['14/05/2024 09:48:59 BST', '2024-05-14T08:48:59Z'],
    ['2024-05-14 09:48:59 PDT', '2024-05-14T16:48:59Z'],
    ['Apr-29-26 17:04:25 PDT', '2026-04-30T00:04:25Z'],
    ['Jun-29-26 16:00:01 PDT', '2026-06-29T23:00:01Z'],
    ['Sep 4, 2026 1:05:07 AM PDT', '2026-09-04T08:05:07Z'],
    ['Sep 4, 2026 12:05:07 AM PST', '2026-09-04T08:05:07Z'],
    ['Sep 4, 2026 12:05:07 p.m. PST', '2026-09-04T20:05:07Z'],
    ['2026-03-01 00:00:00 UTC', '2026-03-01T00:00:00Z'],
    ['04.09.2026 01:05:07 MESZ', '2026-09-03T23:05:07Z'],
    ['1 Aug 2026 10:00:00 GMT+9', '2026-08-01T01:00:00Z'],
    ['2026-11-20 12:00:00 IST', '2026-11-20T06:30:00Z'],
    ['1 sty 2026 00:05:07 UTC', '2026-01-01T00:05:07Z'],
    ['4 set 2020 1.05.07 GMT+02.00', '2020-09-03T23:05:07Z'],
    ['1778851723231', '2026-05-15T13:28:43Z'],
    ['1778851723', '2026-05-15T13:28:43Z'],
  ])('%j is the moment %s', (cell, moment) => {
    expect(parseInstant(cell)).toEqual({ epochSeconds: utc(moment), dateOnly: false, zoned: true });
  });

  test.each([
    ['2020-02-20 23:59:54', undefined, '2020-02-20T23:59:54Z'],
    ['2026-05-31T23:54:45', undefined, '2026-05-31T23:54:45Z'],
    ['\t2026-09-22 00:54:10', undefined, '2026-09-22T00:54:10Z'],
    ['2023/9/30 05:59', undefined, '2023-09-30T05:59:00Z'],
    ['2026年5月31日 23:54:45', undefined, '2026-05-31T23:54:45Z'],
    ['25/06/2026 13:03:57', undefined, '2026-06-25T13:03:57Z'],
    ['01 Jul 2026 13:05', undefined, '2026-07-01T13:05:00Z'],
    ['03/01/2026 10:00:00 AM', 'mdy', '2026-03-01T10:00:00Z'],
    ['03/01/2026 10:00:00 PM', 'dmy', '2026-01-03T22:00:00Z'],
    ['20260811155800', undefined, '2026-08-11T15:58:00Z'],
    ['202608111558', undefined, '2026-08-11T15:58:00Z'],
  ] as const)('%j is the time %s of the store', (cell, order, clock) => {
    expect(parseInstant(cell, { order })).toEqual({ epochSeconds: utc(clock), dateOnly: false, zoned: false });
  });

  test('a day alone is marked as one', () => {
    expect(parseInstant('2026-11-20')).toEqual({
      epochSeconds: utc('2026-11-20T00:00:00Z'),
      dateOnly: true,
      zoned: false,
    });
    expect(parseInstant('26-May-26')).toEqual({
      epochSeconds: utc('2026-05-26T00:00:00Z'),
      dateOnly: true,
      zoned: false,
    });
  });

  test('the zone of the store holds for times without one, not for days and not for zoned times', () => {
    const shanghai = { zone: () => 8 * 3600 };
    expect(parseInstant('2026-05-31 23:54:45', shanghai)).toEqual({
      epochSeconds: utc('2026-05-31T15:54:45Z'),
      dateOnly: false,
      zoned: false,
    });
    expect(parseInstant('2026-05-31', shanghai)).toEqual({
      epochSeconds: utc('2026-05-31T00:00:00Z'),
      dateOnly: true,
      zoned: false,
    });
    expect(parseInstant('2026-05-31T23:54:45Z', shanghai)).toEqual({
      epochSeconds: utc('2026-05-31T23:54:45Z'),
      dateOnly: false,
      zoned: true,
    });
  });

  test('numbers of workbooks, where they are declared', () => {
    expect(parseInstant('45383.75', { serial: true })).toEqual({
      epochSeconds: utc('2024-04-01T18:00:00Z'),
      dateOnly: false,
      zoned: false,
    });
    expect(parseInstant('45383.424999999996', { serial: true })).toMatchObject({
      epochSeconds: utc('2024-04-01T10:12:00Z'),
    });
    expect(parseInstant('45383', { serial: true })).toMatchObject({
      epochSeconds: utc('2024-04-01T00:00:00Z'),
      dateOnly: true,
    });
    expect(parseInstant('45383.75')).toBeInstanceOf(CellProblem);
  });

  test('an unknown zone is named', () => {
    expect(parseInstant('2026-05-14 11:23:45 XYZ')).toEqual(new CellProblem('date and time', 'its time zone is none that eco knows'));
  });

  test.each([
    '2026-05-14 24:00:00',
    '2026-05-14 10:60:00',
    '2026-05-14 13:00 PM',
    '2026-02-30T10:00:00Z',
    '10:00:00',
    '05/04/2026 10:00',
    'soon',
  ])('%j is refused', (cell) => {
    expect(parseInstant(cell)).toBeInstanceOf(CellProblem);
  });

  test.each(['', '--', ' '])('%j is missing', (cell) => {
    expect(parseInstant(cell)).toBeNull();
  });
});

describe('parseInstantPlain', () => {
  test('reads the two shapes of UTC', () => {
    expect(parseInstantPlain('2025-05-05T10:19:22+00:00')).toBe(utc('2025-05-05T10:19:22Z'));
    expect(parseInstantPlain('1969-12-31T23:59:59Z')).toBe(-1);
    expect(parseInstantPlain('2100-03-01T00:00:00Z')).toBe(utc('2100-03-01T00:00:00Z'));
  });

  test.each([
    '2025-05-05T10:19:22+01:00',
    '2025-05-05 10:19:22+00:00',
    '2025-02-29T10:19:22Z',
    '2025-05-05T25:19:22Z',
    '2025-05-05T10:19:22',
    '',
  ])('%j is not plain', (cell) => {
    expect(parseInstantPlain(cell)).toBeNaN();
  });
});

describe('parsePeriod', () => {
  test.each([
    ['Jul 06, 2026 - Jul 29, 2026', '2026-07-06', '2026-07-29'],
    ['January 28, 2026 - February 24, 2026', '2026-01-28', '2026-02-24'],
    ['1 May 2026 - 8 May 2026', '2026-05-01', '2026-05-08'],
    ['1. Mai 2026 – 8. Mai 2026', '2026-05-01', '2026-05-08'],
    ['1 sept. 2026 - 2 sept. 2026', '2026-09-01', '2026-09-02'],
    ['3 de outubro de 2026 - 5 de outubro de 2026', '2026-10-03', '2026-10-05'],
    ['1 mei 2026 - 8 mei 2026', '2026-05-01', '2026-05-08'],
    ['1 maggio 2026 - 8 maggio 2026', '2026-05-01', '2026-05-08'],
    ['2026年6月1日 - 2026年6月30日', '2026-06-01', '2026-06-30'],
    ['Jan 1, 2016-Jan 31, 2016', '2016-01-01', '2016-01-31'],
    ['6/13/2026,6/16/2026', '2026-06-13', '2026-06-16'],
    ['20260601~20260630', '2026-06-01', '2026-06-30'],
    ['20260601-20260630', '2026-06-01', '2026-06-30'],
    ['20260601至20260630', '2026-06-01', '2026-06-30'],
    ['2023年12月01日～2023年12月11日', '2023-12-01', '2023-12-11'],
    ['2023-12-01 - 2023-12-11', '2023-12-01', '2023-12-11'],
    ['2026-11-01..2026-11-20', '2026-11-01', '2026-11-20'],
    ['2020-07-01_2020-07-31', '2020-07-01', '2020-07-31'],
    ['26-May-26 – 28-May-26', '2026-05-26', '2026-05-28'],
    ['2026年02月から2026年05月', '2026-02-01', '2026-05-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['05/2026', '2026-05-01', '2026-05-31'],
    ['Oct 2020', '2020-10-01', '2020-10-31'],
    ['2026-11-20', '2026-11-20', '2026-11-20'],
    ['20260813', '2026-08-13', '2026-08-13'],
  ])('%j is from %s to %s', (cell, from, to) => {
    expect(parsePeriod(cell)).toEqual({ from, to });
  });

  test('the order of day and month holds for both ends', () => {
    expect(parsePeriod('01/05/2026 - 08/05/2026', { order: 'dmy' })).toEqual({ from: '2026-05-01', to: '2026-05-08' });
    expect(parsePeriod('01/05/2026 - 08/05/2026')).toBeInstanceOf(CellProblem);
  });

  test('refused and missing', () => {
    expect(parsePeriod('2026-11-20..2026-11-01')).toEqual(new CellProblem('period', 'it ends before it begins'));
    expect(parsePeriod('全部')).toBeInstanceOf(CellProblem);
    expect(parsePeriod('Jul 6 - Jul 29, 2026')).toBeInstanceOf(CellProblem);
    expect(parsePeriod('-')).toBeNull();
  });
});
