/** Sums of orders by day, worked by hand, and that they stay what the orders come to when these change. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openForReading } from '../../src/db/connection.js';
import { openSqlite } from '../../src/db/sqlite.js';
import { wrongDays } from '../../src/facts/orderDays.js';
import { json, run, type TestContext, testContext } from '../cli/testContext.js';
import { importAll, put } from './imported.js';

const AMAZON =
  'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price';

interface Line {
  readonly order: number;
  readonly day: string;
  readonly status: string;
  readonly sku: string;
  readonly quantity?: string;
  readonly price: string;
  readonly updated?: string;
}

function amazon(...lines: readonly Line[]): string {
  const rows = lines.map(({ order, day, status, sku, quantity = '1', price, updated = day }) =>
    [
      `111-000000${order}-0000000`,
      `${day}T18:00:00+00:00`,
      `${updated}T20:00:00+00:00`,
      status,
      'Amazon.com',
      `Mug ${sku}`,
      sku,
      `B0MUG0000${sku}`,
      status,
      quantity,
      'USD',
      price,
    ].join('\t'),
  );
  return `${[AMAZON, ...rows].join('\n')}\n`;
}

/** Three orders of the 1st: two lines with prices, one of two lines priced, none priced; one cancelled; one of the 2nd. */
const FIRST = amazon(
  { order: 1, day: '2026-11-01', status: 'Shipped', sku: '1', price: '10.00' },
  { order: 1, day: '2026-11-01', status: 'Shipped', sku: '2', quantity: '2', price: '5.00' },
  { order: 2, day: '2026-11-01', status: 'Shipped', sku: '1', price: '10.50' },
  { order: 2, day: '2026-11-01', status: 'Shipped', sku: '2', quantity: '3', price: '' },
  { order: 3, day: '2026-11-01', status: 'Shipped', sku: '3', quantity: '4', price: '' },
  { order: 4, day: '2026-11-01', status: 'Cancelled', sku: '1', quantity: '0', price: '99.00' },
  { order: 5, day: '2026-11-02', status: 'Shipped', sku: '1', price: '7.00' },
);

let context: TestContext;
beforeEach(() => {
  context = testContext();
});

async function days(): Promise<unknown[]> {
  const sql = `SELECT ordered_on || ' ' || p.state || ' ' || d.sale AS day, d.orders, d.units, d.unknown_units, d.sales_minor, d.unpriced, d.refunded_minor,
    d.tell_refunds, d.refunds FROM order_days d JOIN order_profiles p USING (profile_pk) ORDER BY 1, d.import_id`;
  const { rows } = await json(context, 'db', 'sql', sql);
  return rows.map((row) => Object.values(row));
}

function expectTrue(): void {
  const db = openForReading(context.env.ECO_DB as string);
  expect(db && wrongDays(db)).toEqual([]);
  db?.close();
}

describe('sums of days', () => {
  it('tell sales with and without a price, and what is no sale', async () => {
    put(context, 'first.txt', FIRST, '2026-11-05');
    await importAll(context, 'first.txt');
    expect(await days()).toEqual([
      ['2026-11-01 cancelled 0', 1, 0, 0, null, 0, null, 0, 0],
      ['2026-11-01 placed 1', 1, 4, 0, null, 1, null, 0, 0],
      ['2026-11-01 placed 2', 2, 7, 0, 2550, 1, null, 0, 0],
      ['2026-11-02 placed 2', 1, 1, 0, 700, 0, null, 0, 0],
    ]);
    expectTrue();
  });

  it('tell refunds where the report does, of orders that count', async () => {
    const rows = [
      '订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,宝贝总数量,退款金额',
      '="11",ann,174.00,8.00,182.00,182.00,交易成功,2022-03-01 10:00:00,2022-03-01 10:00:20,壶,1,3,20.00',
      '="12",ben,10.00,0.00,10.00,10.00,交易成功,2022-03-01 11:00:00,2022-03-01 11:00:20,壶,1,1,0.00',
      '="13",cat,159.00,0.00,159.00,0.00,交易关闭,2022-03-01 12:00:00,,壶,1,1,159.00',
    ];
    put(context, 'orders.csv', `\uFEFF${rows.join('\r\n')}\r\n`, '2022-03-05');
    await importAll(context, 'orders.csv');
    expect(await days()).toEqual([
      ['2022-03-01 cancelled 0', 1, 0, 0, null, 0, null, 1, 1],
      ['2022-03-01 placed 2', 2, 4, 0, 18_400, 0, 2000, 2, 1],
    ]);
    expectTrue();
  });

  it('follow an order that changes its state, its price and its day, and one that is taken back', async () => {
    put(context, 'first.txt', FIRST, '2026-11-05');
    put(
      context,
      'second.txt',
      amazon(
        { order: 3, day: '2026-11-01', status: 'Shipped', sku: '3', quantity: '4', price: '40.00', updated: '2026-11-03' },
        { order: 5, day: '2026-11-02', status: 'Cancelled', sku: '1', quantity: '0', price: '7.00', updated: '2026-11-03' },
        { order: 1, day: '2026-10-31', status: 'Shipped', sku: '1', price: '10.00', updated: '2026-11-03' },
      ),
      '2026-11-06',
    );
    await importAll(context, 'first.txt');
    const first = await days();
    await importAll(context, 'second.txt');
    expect(await days()).toEqual([
      ['2026-10-31 placed 2', 1, 1, 0, 1000, 0, null, 0, 0],
      ['2026-11-01 cancelled 0', 1, 0, 0, null, 0, null, 0, 0],
      ['2026-11-01 placed 2', 1, 4, 0, 1050, 1, null, 0, 0],
      ['2026-11-01 placed 2', 1, 4, 0, 4000, 0, null, 0, 0],
      ['2026-11-02 cancelled 0', 1, 0, 0, null, 0, null, 0, 0],
    ]);
    expectTrue();
    await run(context, 'files', 'undo', '2');
    expect(await days()).toEqual(first);
    expectTrue();
  });

  it('follow orders that people take out of the sales, and other days of another time zone', async () => {
    put(context, 'first.txt', FIRST.replaceAll('T18:00', 'T03:00'), '2026-11-05');
    await importAll(context, 'first.txt');
    const before = await days();
    expect(before).toContainEqual(['2026-10-31 placed 2', 2, 7, 0, 2550, 1, null, 0, 0]);
    await run(context, 'orders', 'exclude', '111-0000001-0000000', '--reason', 'sample');
    expect(await days()).toContainEqual(['2026-10-31 placed 0', 1, 0, 0, null, 0, null, 0, 0]);
    expect(await days()).toContainEqual(['2026-10-31 placed 2', 1, 4, 0, 1050, 1, null, 0, 0]);
    expectTrue();
    await run(context, 'orders', 'include', '111-0000001-0000000');
    expect(await days()).toEqual(before);
    await run(context, 'store', 'edit', 'us', '--timezone', 'Europe/London');
    expect(await days()).toContainEqual(['2026-11-01 placed 2', 2, 7, 0, 2550, 1, null, 0, 0]);
    expectTrue();
  });

  it('are there in a database of an earlier version, too', async () => {
    const rows = Array.from({ length: 3 }, (_, at) => ({ order: at + 1, day: '2026-11-01', status: 'Shipped', sku: '1', price: '10.00' }));
    writeFileSync(join(context.dir, 'orders.txt'), amazon(...rows));
    await importAll(context, 'orders.txt');
    const expected = await days();
    const old = openSqlite(context.env.ECO_DB as string);
    old.exec(
      'DROP TABLE order_days; DROP INDEX order_heads_by_day; CREATE INDEX order_heads_by_day ON order_heads (store_id, ordered_on, import_id, profile_pk, refunded_minor)',
    );
    old.pragma('user_version = 17');
    old.close();
    expect(await days()).toEqual(expected);
    expectTrue();
  });
});
