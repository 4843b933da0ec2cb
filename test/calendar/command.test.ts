import { describe, expect, it } from 'vitest';
import { listEvents } from '../../src/calendar/list.js';
import type { Day } from '../../src/core/day.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';

const list = (...options: string[]) => run(testContext(), 'calendar', 'list', ...options);

describe('calendar list', () => {
  it('needs no database and lists a year from the morning of the question', async () => {
    const { exitCode, out } = await list('--format', 'json', '--market', 'us');
    expect(exitCode).toBe(0);
    expectValidJson(out);
    const { as_of, params, rows } = JSON.parse(out) as { as_of: string; params: Record<string, unknown>; rows: Record<string, unknown>[] };
    expect([as_of, params]).toEqual(['2026-11-22', { from: '2026-11-22', to: '2027-11-22', market: 'US', platform: null }]);
    expect(rows[0]).toMatchObject({ event: '2026-thanksgiving', starts_on: '2026-11-26', days_until: 4 });
  });

  it('takes a period, a market and a platform', async () => {
    const { out } = await list('--from', '2027-05-01', '--to', '2027-06-30', '--market', 'CN', '--platform', 'tmall', '--format', 'json');
    const { rows } = JSON.parse(out) as { rows: Record<string, unknown>[] };
    expect(rows.some((row) => row.event === '2027-618')).toBe(true);
    expect(rows.every((row) => String(row.market).includes('CN'))).toBe(true);
  });

  it('refuses days that do not exist and periods that run backwards', async () => {
    const wrong = await list('--from', '2027-02-29');
    expect([wrong.exitCode, wrong.err]).toEqual([2, 'eco: --from 2027-02-29: a day such as 2026-11-22 expected\n']);
    expect((await list('--from', '2027-03-01', '--to', '2027-02-01')).exitCode).toBe(2);
  });

  it('prints what its transcript says, and has published its shape', async () => {
    const { id, columns } = listEvents({ from: '2026-11-22' as Day, to: '2026-11-22' as Day });
    expectPublishedSchema({ id, columns });
    await expectTranscript(testContext(), 'calendar', [
      ['calendar', 'list', '--market', 'US', '--platform', 'amazon', '--to', '2027-01-31'],
      [
        'calendar',
        'list',
        '--market',
        'CN',
        '--from',
        '2027-05-01',
        '--to',
        '2027-06-30',
        '--columns',
        'event,stage,starts_on,ends_on,certainty',
      ],
    ]);
  });
});
