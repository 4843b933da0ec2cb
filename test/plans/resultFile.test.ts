import { describe, expect, it } from 'vitest';
import { readRefusals } from '../../src/plans/verified/resultFile.js';
import { sentTime } from '../../src/plans/verified/sentTime.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('processing reports', () => {
  it('are read below their summary: errors, not warnings', () => {
    const report = [
      'Feed Processing Summary:',
      '\tNumber of records processed\t\t3',
      '\tNumber of records successful\t\t1',
      '',
      'original-record-number\tsku\terror-code\terror-type\terror-message',
      '1\tKETTLE-17\t8541\tError\tThe brand is "restricted"',
      '2\tMUG-4\t99010\tWarning\tA value was trimmed',
      '3\tLID-1\t5461\tError\tYou may not create ASINs for this brand',
    ].join('\r\n');
    expect(readRefusals(bytes(report), 'r.txt')).toEqual([
      { line: 6, names: ['KETTLE-17'], message: '8541: The brand is "restricted"' },
      { line: 8, names: ['LID-1'], message: '5461: You may not create ASINs for this brand' },
    ]);
  });

  it('are read as CSV with an item number, a status and a message', () => {
    const report =
      'Line Number,Action,Status,ErrorCode,ErrorMessage,ItemID,CustomLabel\n1,Revise,Success,,,110,A\n2,Revise,Failure,240,"Bad, words",111,B\n';
    expect(readRefusals(bytes(report), 'r.csv')).toEqual([{ line: 3, names: ['111', 'B'], message: '240: Bad, words' }]);
  });

  it('say what they need when it is not there', () => {
    expect(() => readRefusals(bytes('a,b\n1,2\n'), 'r.csv')).toThrow(
      'r.csv: no header was found with a column for the item (sku, item number, handle) and one for what is wrong (error message, reason). Give the columns such names, or save the sheet of the report as CSV.',
    );
  });
});

describe('when an upload was made', () => {
  // 2026-11-22 06:00 UTC is still 21 November, 22:00, in Los Angeles.
  const now = Date.parse('2026-11-22T06:00:00Z') / 1000;
  const iso = (text: string, zone = 'America/Los_Angeles') => new Date(sentTime(text, zone, now, '--uploaded') * 1000).toISOString();
  it.each([
    ['today', '2026-11-22T06:00:00.000Z'],
    ['2026-11-21', '2026-11-22T06:00:00.000Z'],
    ['2026-11-20', '2026-11-21T07:59:59.000Z'],
    ['2026-11-20T14:30', '2026-11-20T22:30:00.000Z'],
    ['2026-11-20 14:30:05', '2026-11-20T22:30:05.000Z'],
    ['2026-11-20T14:30Z', '2026-11-20T14:30:00.000Z'],
    ['2026-11-20T14:30+01:00', '2026-11-20T13:30:00.000Z'],
  ])('%s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    ['2026-11-22', '--uploaded 2026-11-22: that is still to come (time zone America/Los_Angeles)'],
    ['2026-02-30', '--uploaded 2026-02-30: today, a day such as 2026-11-22 or a time such as 2026-11-22T14:30 expected'],
    ['yesterday', '--uploaded yesterday: today, a day such as 2026-11-22 or a time such as 2026-11-22T14:30 expected'],
    ['2026-11-20T25:00', '--uploaded 2026-11-20T25:00: today, a day such as 2026-11-22 or a time such as 2026-11-22T14:30 expected'],
  ])('not %s', (text, message) => {
    expect(() => iso(text)).toThrow(message);
  });
});
