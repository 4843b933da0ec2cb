/** `eco report daily` on a shop that was worked out by hand (tinyShop.ts), through the importer that everybody uses. */
import { describe, expect, test } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { MORNING, ORDERS, ordersFile, TRAFFIC, trafficFile, writeExport, writeTinyShop } from './tinyShop.js';

interface Row {
  readonly store: string | null;
  readonly metric: string;
  readonly value: string | number | null;
  readonly previous: string | number | null;
  readonly same_weekday: string | number | null;
  readonly last_year: string | number | null;
  readonly change_ratio: number | null;
  readonly finished: boolean;
  readonly source: string | null;
  readonly remark: string | null;
  readonly currency: string | null;
}

async function shop(write: (context: TestContext) => void): Promise<TestContext> {
  const context = testContext({ now: MORNING });
  write(context);
  const { exitCode, err } = await run(context, 'import', 'in');
  expect(err, err).not.toContain('should not have happened');
  expect(exitCode).toBe(0);
  return context;
}

async function daily(context: TestContext, ...more: string[]): Promise<{ rows: Row[]; totals: Row[]; notes: string[] }> {
  const { exitCode, out, err } = await run(context, 'report', 'daily', '--format', 'json', ...more);
  expect(exitCode, err).toBe(0);
  return JSON.parse(out) as { rows: Row[]; totals: Row[]; notes: string[] };
}

async function metrics(context: TestContext, ...more: string[]): Promise<Record<string, Row>> {
  const { rows } = await daily(context, ...more);
  return Object.fromEntries(rows.map((row) => [row.metric, row]));
}

describe('a day of a shop', () => {
  test('as people see it', async () => {
    const context = await shop(writeTinyShop);
    await expectTranscript(context, 'report-daily', [
      ['report', 'daily'],
      ['report', 'daily', '--format', 'csv'],
      ['report', 'daily', '--day', '2026-11-22'],
      ['report', 'daily', '--day', 'yesterday'],
    ]);
  });

  test('every figure, and what it is compared with', async () => {
    const found = await metrics(await shop(writeTinyShop));
    const values = Object.fromEntries(
      Object.values(found).map((row) => [row.metric, [row.value, row.previous, row.same_weekday, row.last_year, row.finished]]),
    );
    expect(values).toMatchObject({
      sales: ['66.00', '80.00', '50.00', '60.00', false],
      units: [4, 1, 2, 1, false],
      orders: [3, 1, 2, 1, false],
      // 66 ÷ the 2 orders that have a price; usually 100 ÷ 4.
      order_value: ['33.00', '80.00', '25.00', '60.00', false],
      sessions: [100, null, 50, null, true],
      page_views: [120, null, 65, null, true],
      // 4 units ÷ 100 sessions; usually 4 ÷ 100 over both days.
      conversion: [0.04, null, 0.04, null, true],
      ad_spend: ['11.00', null, null, null, false],
      ad_sales: ['22.00', null, null, null, false],
      acos: [0.5, null, null, null, false],
      tacos: [11 / 66, null, null, null, false],
      roas: [2, null, null, null, false],
      // (70 views × 40 % + 50 × 99 %) ÷ 120; usually 97 % of all views.
      buy_box: [(70 * 0.4 + 50 * 0.99) / 120, null, 0.97, null, true],
      // Nothing tells them.
      profit: [null, null, null, null, false],
      refund_rate: [null, null, null, null, false],
      new_buyers: [null, null, null, null, false],
      rating: [null, null, null, null, false],
      stock_at_risk: [null, null, null, null, false],
    });
    expect(found.sales?.change_ratio).toBeCloseTo(0.32, 10);
    expect(found.sales).toMatchObject({ source: 'orders', remark: '1 order without a price yet', currency: 'USD' });
    expect(found.tacos?.source).toBe('ad report, orders');
    expect(found.acos?.remark).toBe('ad sales still arrive for 7 days after a click');
    expect(found.orders?.currency).toBeNull();
  });

  test('the same from an earlier clock by --as-of, and by --day', async () => {
    const context = await shop(writeTinyShop);
    const asOf = await daily(context, '--as-of', '2026-11-21');
    expect(await daily(context)).toEqual(asOf);
    expect(await daily(context, '--day', '2026-11-20')).toEqual(asOf);
  });

  test('--where and --columns pick rows by the kind that each has', async () => {
    const context = await shop(writeTinyShop);
    const { out } = await run(context, 'report', 'daily', '--where', 'metric~sales', '--where', 'value>22', '--columns', 'metric,value');
    expect(out).toContain('sales   $66.00');
    expect(out).not.toContain('ad_sales');
  });
});

describe('what is not known is not zero', () => {
  test('a day that no order file covers', async () => {
    // Every day from the 1st to the 10th has an order, so the shop did not fall silent for the ten days after.
    const busy = Array.from({ length: 10 }, (_, at) => ({
      id: String(at),
      day: `2026-11-${String(at + 1).padStart(2, '0')}`,
      sku: 'KETTLE',
      price: '9.00',
    }));
    const context = await shop((each) => writeExport(each, 'orders.txt', ordersFile(busy)));
    const { sales, orders } = await metrics(context);
    expect([sales?.value, sales?.finished, sales?.remark]).toEqual([null, false, 'no order file covers the day']);
    expect(orders?.value).toBeNull();
    const { out } = await run(context, 'report', 'daily');
    expect(out).toContain(
      'no orders, traffic or ads of this day yet. The newest day is Tuesday 10 November 2026: eco report daily --store us --day 2026-11-10',
    );
  });

  test('a covered day without an order is a zero', async () => {
    const { sales, orders } = await metrics(await shop(writeTinyShop), '--day', '2026-11-14');
    expect([sales?.value, sales?.finished]).toEqual(['0.00', true]);
    expect(orders?.value).toBe(0);
  });

  test('a file that was made during the day knows it in part', async () => {
    const noon = Date.parse('2026-11-20T21:00:00Z') / 1000;
    const context = await shop((each) => writeExport(each, 'orders.txt', ordersFile(ORDERS), noon));
    const { sales } = await metrics(context);
    expect([sales?.value, sales?.finished]).toEqual(['66.00', false]);
    expect(sales?.remark).toBe('the order file was made before the day was over; 1 order without a price yet');
  });

  test("without orders the Business Report's ordered sales stand in, and it is said", async () => {
    const context = await shop((each) => {
      for (const [day, rows] of Object.entries(TRAFFIC)) writeExport(each, `us/BusinessReport ${day}..${day}.csv`, trafficFile(rows));
    });
    const { sales, units, orders, order_value } = await metrics(context);
    expect(sales).toMatchObject({ value: '84.00', same_weekday: '50.00', finished: true, source: 'business report' });
    expect(sales?.remark).toBe('no order file covers the whole day');
    expect(units?.value).toBe(4);
    expect([orders?.value, order_value?.value]).toEqual([null, null]);
  });

  test('a report of a longer period never feeds a day', async () => {
    const context = await shop((each) => {
      writeExport(each, 'orders.txt', ordersFile(ORDERS));
      writeExport(each, 'BusinessReport 2026-11-01..2026-11-20.csv', trafficFile(TRAFFIC['2026-11-20'] ?? []));
    });
    const { sessions } = await metrics(context);
    expect(sessions).toMatchObject({ value: null, remark: 'no traffic report of the day' });
  });
});

describe('several stores', () => {
  test('one block each; together only what has one currency', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    writeExport(
      context,
      'orders_export_1.csv',
      [
        'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Source',
        '#1,a@example.com,paid,2026-11-20 12:00:00 -0800,USD,34.00,0.00,0.00,34.00,0.00,2026-11-20 12:00:00 -0800,2,Kettle,17.00,KETTLE,web',
        '#2,b@example.com,paid,2026-11-19 12:00:00 -0800,USD,20.00,0.00,0.00,20.00,0.00,2026-11-19 12:00:00 -0800,1,Kettle,20.00,KETTLE,web',
        '',
      ].join('\n'),
    );
    await run(context, 'store', 'add', 'web', '--platform', 'shopify', '--currency', 'USD', '--timezone', 'America/Los_Angeles');
    expect((await run(context, 'import', 'in')).exitCode).toBe(0);
    const { rows, totals } = await daily(context);
    expect(rows.filter((row) => row.metric === 'sales').map((row) => [row.store, row.value])).toEqual([
      ['us', '66.00'],
      ['web', '34.00'],
    ]);
    const total = totals.find((row) => row.metric === 'sales');
    expect(total).toMatchObject({ store: null, value: '100.00', previous: '100.00', currency: 'USD', finished: false });
    expect(totals.find((row) => row.metric === 'ad_spend')?.value).toBeNull();
    await run(context, 'store', 'edit', 'web', '--currency', 'CAD');
    expect((await daily(context)).totals).toEqual([]);
  });
});
