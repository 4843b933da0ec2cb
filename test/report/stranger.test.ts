/** Reports about shops that tell little: orders without items, files of long ago, nothing at all. Each sentence is true and says what to do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { writeExport } from './tinyShop.js';

const LAST = '2026-11-20' as Day;

describe('a Tmall shop whose order report names no items', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = testContext({ now: '2026-11-21T01:00:00Z', dir: mkdtempSync(join(tmpdir(), 'eco-test-')) });
    const header = '订单编号,总金额,买家实际支付金额,收货地址,订单创建时间,订单付款时间,退款金额';
    const rows = Array.from({ length: 30 }, (_, at) => {
      const day = addDays(LAST, -at);
      return `10000${at},${at === 0 ? '500.00' : '100.00'},100.00,上海,${day} 10:00:00,${day} 10:01:00,0.00`;
    });
    writeExport(context, 'orders.csv', `${[header, ...rows].join('\n')}\n`, Date.parse('2026-11-21T00:30:00Z') / 1000);
    const { exitCode, out, err } = await run(context, 'import', 'in');
    expect(exitCode, out + err).toBe(0);
  });
  afterAll(() => rmSync(context.dir, { recursive: true, force: true }));

  test('no move is carried by a thing without a name, and no profit is told of goods that nobody counted', async () => {
    await expectTranscript(context, 'report-stranger', [
      ['report', 'daily'],
      ['report', 'weekly'],
      ['report', 'profit', '--period', '2026-11'],
      ['report', 'anomalies'],
      ['report', 'customers'],
    ]);
  });

  test('days long before and long after the files are told from those without a sale', async () => {
    await expectTranscript(context, 'report-stranger-days', [
      ['report', 'daily', '--as-of', '2019-01-01'],
      ['report', 'daily', '--as-of', '2030-01-01'],
      ['report', 'daily', '--as-of', '2026-12-10'],
      ['report', 'daily', '--as-of', '2026-02-30'],
      ['report', 'daily', '--store', 'nope'],
      ['report', 'weekly', '--period', '2019-W10'],
      ['report', 'monthly', '--period', '2027-01'],
      ['report', 'profit', '--period', '2019'],
      ['report', 'funnel', '--period', '2019-01'],
      ['report', 'compare', '2019-01', '2018-01'],
      ['report', 'customers', '--as-of', '2019-01-01'],
      ['report', 'health', '--all', '--as-of', '2019-01-01'],
      ['report', 'restated', '--as-of', '2019-01-01'],
      ['report', 'todo', '--as-of', '2019-01-01'],
      ['report', 'coverage', '--as-of', '2019-01-01'],
    ]);
  });
});
