/** Reports about shops that tell little: orders without items, files of long ago, nothing at all. Each sentence is true and says what to do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { ordersFile, writeExport } from './tinyShop.js';

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

describe('an Amazon shop with the stock of today and orders of long ago, beside a Shopify catalogue', () => {
  test('the page leads to the newest day, and health says which limits eco knows', async () => {
    const context = testContext({ now: '2026-11-21T14:00:00Z', dir: mkdtempSync(join(tmpdir(), 'eco-test-')) });
    const at = Date.parse('2026-11-21T13:00:00Z') / 1000;
    const orders = [20, 21, 22].map((day) => ({ id: `${day}`, day: `2026-05-${day}`, sku: 'MUG', price: '10.00' }));
    writeExport(context, 'orders.txt', ordersFile(orders), Date.parse('2026-05-24T13:00:00Z') / 1000);
    const listings = [
      'item-name listing-id seller-sku price quantity asin1 fulfillment-channel status',
      'Mug L2 MUG 10.00 4 B0MUG00001 DEFAULT Active',
    ];
    writeExport(context, 'All+Listings+Report.txt', listings.map((line) => `${line.split(' ').join('\t')}\n`).join(''), at);
    writeExport(context, 'products_export.csv', 'Handle,Title,Variant SKU,Variant Price,Status\nmug,Mug,MUG,10.00,active\n', at);
    const { exitCode, out, err } = await run(context, 'import', 'in');
    expect(exitCode, out + err).toBe(0);
    await expectTranscript(context, 'report-stranger-stock', [
      ['report', 'daily'],
      ['report', 'health', '--all', '--store', 'shopify'],
    ]);
    rmSync(context.dir, { recursive: true, force: true });
  });
});

describe('an order a day in February and March, one of them without a price yet', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = testContext({ now: '2026-04-02T14:00:00Z', dir: mkdtempSync(join(tmpdir(), 'eco-test-')) });
    const days = Array.from({ length: 59 }, (_, at) => addDays('2026-02-01' as Day, at));
    const orders = days.map((day) => ({
      id: day,
      day,
      sku: 'MUG',
      ...(day === '2026-03-13' ? { status: 'Pending' } : { price: '10.00' }),
    }));
    writeExport(context, 'orders.txt', ordersFile(orders), Date.parse('2026-04-02T13:00:00Z') / 1000);
    const { exitCode, out, err } = await run(context, 'import', 'in');
    expect(exitCode, out + err).toBe(0);
  });
  afterAll(() => rmSync(context.dir, { recursive: true, force: true }));

  async function sales(...words: string[]) {
    const { out } = await run(context, 'report', ...words, '--format', 'json');
    return (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows.find((row) => row.metric === 'sales');
  }

  test('the 29th of February is no unknown day, and a comparison says what is still on its way', async () => {
    const monthly = await run(context, 'report', 'monthly', '--period', '2026-03');
    expect(monthly.out).toMatch(/March +.+ +low \$10\.00, high \$10\.00, 1 unknown$/m);
    expect(monthly.out).toMatch(/February +▄{28} +low \$10\.00, high \$10\.00$/m);
    const compare = await run(context, 'report', 'compare', '2026-03', '2026-02');
    expect(compare.out).toContain('  unfinished: 2026-03: 1 order has no price yet\n');
  });

  test('what a day came to whose only order has no price is unknown, not nothing', async () => {
    const { out } = await run(context, 'report', 'daily', '--day', '2026-03-13');
    expect(out).toMatch(/Sales +– .* 1 order +– +– +–$/m);
    expect(out).toContain('  unfinished: 1 order has no price yet\n');
    expect(await sales('daily', '--day', '2026-03-13')).toMatchObject({ value: null, previous: '10.00', change_ratio: null });
    expect(await sales('daily', '--day', '2026-03-13', '--by', 'sku')).toMatchObject({ sku: 'MUG', value: null, change_ratio: null });
    // The usual Friday is one of those that are known.
    expect(await sales('daily', '--day', '2026-03-20')).toMatchObject({ value: '10.00', same_weekday: '10.00', change_ratio: 0 });
  });
});
