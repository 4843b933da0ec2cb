/** `eco report restated`: the same days as two downloads tell them, worked by hand. */
import { describe, expect, test } from 'vitest';
import { CURVE_COLUMNS } from '../../src/report/restated/curve.js';
import { RESTATED_COLUMNS } from '../../src/report/restated/table.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { ordersFile, type TinyOrder, trafficFile, writeExport } from './tinyShop.js';

const FIRST = '2026-11-21T13:00:00Z';
const SECOND = '2026-11-22T13:00:00Z';
const seconds = (time: string) => Date.parse(time) / 1000;

/**
 * Known on the 21st: 1 to 4. On the 22nd: 2 was cancelled, 3 has its price, 4 is now two pieces, 5 is late, 6 and 7 are of a new day.
 * 19 Nov: 10 + 20 = 30 of 2 orders → 10 of 1. 20 Nov: 8 of 2 (one without a price) → 16 + 15 + 5 = 36 of 3.
 */
const BEFORE: readonly TinyOrder[] = [
  { id: '0', day: '2026-11-18', sku: 'MUG', price: '1.00' },
  { id: '1', day: '2026-11-19', sku: 'MUG', price: '10.00' },
  { id: '2', day: '2026-11-19', sku: 'KETTLE', price: '20.00' },
  { id: '3', day: '2026-11-20', sku: 'KETTLE', status: 'Pending' },
  { id: '4', day: '2026-11-20', sku: 'MUG', price: '8.00' },
];
const AFTER: readonly TinyOrder[] = [
  { id: '0', day: '2026-11-18', sku: 'MUG', price: '1.00' },
  { id: '1', day: '2026-11-19', sku: 'MUG', price: '10.00' },
  { id: '2', day: '2026-11-19', sku: 'KETTLE', price: '20.00', status: 'Cancelled' },
  { id: '3', day: '2026-11-20', sku: 'KETTLE', price: '15.00' },
  { id: '4', day: '2026-11-20', sku: 'MUG', quantity: 2, price: '16.00' },
  { id: '5', day: '2026-11-20', sku: 'TRAY', price: '5.00' },
  { id: '6', day: '2026-11-21', sku: 'TRAY', price: '5.00' },
  { id: '7', day: '2026-11-21', sku: 'MUG', price: '8.00' },
];

const EXPECTED = [
  ['2026-11-19', 'sales', '30.00', '10.00', '-20.00', '1 order no longer counts'],
  ['2026-11-19', 'orders', 2, 1, -1, '1 order no longer counts'],
  ['2026-11-19', 'units', 2, 1, -1, '1 order no longer counts'],
  ['2026-11-20', 'sales', '8.00', '36.00', '28.00', '1 late order arrived, 1 order has its price now, 1 order was changed'],
  ['2026-11-20', 'orders', 2, 3, 1, '1 late order arrived, 1 order has its price now, 1 order was changed'],
  ['2026-11-20', 'units', 2, 4, 2, '1 late order arrived, 1 order has its price now, 1 order was changed'],
];

interface Row {
  readonly day: string;
  readonly metric: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly change: unknown;
  readonly because: string;
}

async function restated(context: TestContext, ...more: string[]): Promise<unknown[][]> {
  const { exitCode, out, err } = await run(context, 'report', 'restated', '--format', 'json', ...more);
  expect(exitCode, err).toBe(0);
  return (JSON.parse(out) as { rows: Row[] }).rows.map((row) => [row.day, row.metric, row.before, row.after, row.change, row.because]);
}

/** Last-updated of the rows would decide between versions: an order that changed says so. */
function updated(text: string, time: string): string {
  return text.replaceAll(/\t(2026-11-\d\dT20:00:00\+00:00)\t\1\t/g, `\t$1\t${time}\t`);
}

function secondFile(context: TestContext): void {
  writeExport(context, 'orders-2.txt', updated(ordersFile(AFTER), '2026-11-22T12:00:00+00:00'), seconds(SECOND));
}

async function twoMornings(): Promise<TestContext> {
  const context = testContext({ now: FIRST });
  writeExport(context, 'orders-1.txt', ordersFile(BEFORE), seconds(FIRST));
  expect((await run(context, 'import', 'in')).exitCode).toBe(0);
  const later = testContext({ now: SECOND, dir: context.dir });
  secondFile(later);
  expect((await run(later, 'import', 'in')).exitCode).toBe(0);
  return later;
}

describe('days that newer files tell otherwise', () => {
  test('by the age of the files, each change with its cause', async () => {
    const context = await twoMornings();
    expect(await restated(context)).toEqual(EXPECTED);
    expectPublishedSchema({ id: 'report.restated/1', columns: RESTATED_COLUMNS });
    expectValidJson((await run(context, 'report', 'restated', '--format', 'json')).out);
    await expectTranscript(context, 'report-restated', [
      ['report', 'restated'],
      ['report', 'restated', '--since', '2026-11-23'],
      ['report', 'restated', '--since', 'yesterday'],
      ['report', 'restated', '--since', '2026-11-20', '--known-at', FIRST],
    ]);
  });

  test('as of an earlier morning only days before it, and nothing before the first file', async () => {
    const context = await twoMornings();
    expect(await restated(context, '--as-of', '2026-11-21')).toEqual([]);
    const { exitCode, err } = await run(context, 'report', 'restated', '--as-of', '2026-11-01');
    expect([exitCode, err]).toEqual([1, expect.stringContaining('Every file that is in was made after the morning of')]);
    // Of two restated days the one before that morning.
    expect(await restated(context, '--since', '2026-11-22', '--as-of', '2026-11-20')).toEqual(EXPECTED.slice(0, 3));
  });

  test('by the time of the import it is the same where each file came when it was made', async () => {
    expect(await restated(await twoMornings(), '--known-at', FIRST)).toEqual(EXPECTED);
  });

  test('both files at once: what older files said is still told, and nothing was known before the import', async () => {
    const context = testContext({ now: SECOND });
    writeExport(context, 'orders-1.txt', ordersFile(BEFORE), seconds(FIRST));
    secondFile(context);
    expect((await run(context, 'import', 'in')).exitCode).toBe(0);
    expect(await restated(context)).toEqual(EXPECTED);
    expect(await restated(context, '--known-at', FIRST)).toEqual([]);
  });

  test('a report of one day that is downloaded again', async () => {
    const context = testContext({ now: SECOND });
    const row = { parent: 'B0P', child: 'B0C', views: 12, buyBox: '100%', units: 1, sales: '8.00' };
    const name = 'BusinessReport 2026-11-20..2026-11-20';
    writeExport(context, `us/${name}.csv`, trafficFile([{ ...row, sessions: 10 }]), seconds(FIRST));
    writeExport(context, `us/${name} (1).csv`, trafficFile([{ ...row, sessions: 11 }]), seconds(SECOND));
    expect((await run(context, 'import', 'in')).exitCode).toBe(0);
    expect(await restated(context)).toEqual([['2026-11-20', 'sessions', 10, 11, 1, 'the traffic report says so now']]);
  });
});

describe('how much of a day is there', () => {
  /** The night after each day knows one of its two orders, the next night both: 10.00 of 20.00, then all. */
  test('is learned from the files of successive nights', async () => {
    const nights = 26;
    const dayOf = (n: number) => new Date(Date.UTC(2026, 9, 20 + n)).toISOString().slice(0, 10);
    const context = testContext({ now: `${dayOf(nights)}T14:00:00Z` });
    for (let night = 1; night < nights; night++) {
      const known = Array.from({ length: night }, (_, n) => [
        { id: `${n}-early`, day: dayOf(n), sku: 'MUG', price: '10.00' },
        ...(n < night - 1 ? [{ id: `${n}-late`, day: dayOf(n), sku: 'MUG', price: '10.00' }] : []),
      ]).flat();
      writeExport(context, `orders-${night}.txt`, ordersFile(known), seconds(`${dayOf(night)}T13:00:00Z`));
    }
    expect((await run(context, 'import', 'in')).exitCode).toBe(0);
    const { out, err } = await run(context, 'report', 'restated', '--curve', '--format', 'json');
    const rows = (JSON.parse(out) as { rows: { metric: string; age_days: number; share_ratio: number; days: number }[] }).rows;
    expectPublishedSchema({ id: 'report.restated-curve/1', columns: CURVE_COLUMNS });
    expectValidJson(out);
    // Days 1 to 10 were seen 14 days later; the first day of a file is never taken, so day 0 is not among them.
    expect(rows.filter(({ age_days }) => age_days < 3).map((row) => [row.metric, row.age_days, row.share_ratio, row.days])).toEqual([
      ['sales', 0, 0.5, 10],
      ['sales', 1, 1, 10],
      ['sales', 2, 1, 10],
      ['orders', 0, 0.5, 10],
      ['orders', 1, 1, 10],
      ['orders', 2, 1, 10],
    ]);
    expect(err).toBe('');
    // The newest day: 10.00 of one order are there, half of what will be.
    const newest = ['report', 'daily', '--day', dayOf(nights - 2)];
    const daily = JSON.parse((await run(context, ...newest, '--format', 'json')).out) as { rows: Record<string, unknown>[] };
    expect(daily.rows.filter(({ metric }) => metric === 'sales' || metric === 'orders')).toMatchObject([
      { value: '10.00', arrived_ratio: 0.5, expected: '20.00' },
      { value: 1, arrived_ratio: 0.5, expected: 2 },
    ]);
    expect((await run(context, ...newest)).out).toContain('unfinished: about 50 % of the sales is in, $20 expected ($20 to $20)');
  });
});

test('units that a report did not tell before are unknown, not none', async () => {
  const context = testContext({ now: '2026-08-04T01:00:00Z' });
  const few = '订单编号,总金额,买家实际支付金额,订单创建时间,订单付款时间 ,退款金额';
  const all = '订单编号,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,宝贝总数量,退款金额';
  const at = '2026-08-01 10:00:00';
  const untold = [few, `11,20.00,20.00,${at},${at},0.00`, `12,30.00,30.00,${at},${at},0.00`, ''];
  const told = [all, `11,20.00,20.00,交易成功,${at},${at},壶,1,2,0.00`, `12,30.00,30.00,交易成功,${at},${at},壶,1,1,0.00`, ''];
  writeExport(context, 'few.csv', untold.join('\n'), seconds('2026-08-02T12:00:00Z'));
  await run(context, 'import', 'in/few.csv');
  writeExport(context, 'all.csv', told.join('\n'), seconds('2026-08-03T12:00:00Z'));
  await run(context, 'import', 'in/all.csv');
  const rows = await restated(context);
  expect(rows.filter(([, metric]) => metric === 'units')).toEqual([['2026-08-01', 'units', null, 3, null, '2 orders were changed']]);
});
