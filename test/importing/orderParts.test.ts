/**
 * Orders that two reports of Taobao tell: the 订单报表 each as a whole, the 宝贝报表 their lines. Whichever comes first, and whichever comes
 * again, neither takes away what the other knows. Worked by hand.
 */
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';

const WHOLE =
  '订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,宝贝总数量,退款金额';
const LINES = '订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码,买家应付货款';

/** Order 11 of a kettle and two packs of paper, order 12 closed, order 13 that only the report of whole orders has. */
const whole = (status = '交易成功', refund = '0.00') => [
  WHOLE,
  `="11",ann,174.00,8.00,182.00,182.00,${status},2022-03-01 10:00:00,2022-03-01 10:00:20,"壶 ，滤纸",2,3,${refund}`,
  '="12",ben,159.00,0.00,159.00,0.00,交易关闭,2022-03-01 11:00:00,,壶,1,1,0.00',
  '="13",cat,12.50,0.00,12.50,12.50,交易成功,2022-03-02 09:00:00,2022-03-02 09:01:00,滤纸,1,1,0.00',
];
const lines = (kettle = '149.00') => [
  LINES,
  `="11",壶,159.00,1,KET,颜色:黑,,,交易成功,KET,${kettle}`,
  '="11",滤纸,12.50,2,PF,,,,交易成功,PF,25.00',
  '="12",壶,159.00,1,KET,颜色:黑,,,交易关闭,KET,159.00',
];

let context: TestContext;
let clock = 0;
beforeEach(() => {
  context = testContext();
  clock = 0;
});

/** Imports a file that is newer than all before, unless told how old it is. */
async function take(name: string, rows: readonly string[], at = ++clock): Promise<Record<string, unknown> | undefined> {
  const path = join(context.dir, `${name}.csv`);
  writeFileSync(path, `\uFEFF${rows.join('\r\n')}\r\n`);
  utimesSync(path, 1_700_000_000 + at * 86_400, 1_700_000_000 + at * 86_400);
  const { exitCode, err } = await run(context, 'import', path);
  expect([exitCode, err]).toEqual([0, '']);
  expect((await run(context, 'db', 'check')).exitCode).toBe(0);
  return (await query(`SELECT rows_new, rows_changed, rows_unchanged FROM v_files WHERE file LIKE '%${name}.csv'`))[0];
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const { out } = await run(context, 'db', 'sql', sql, '--format', 'json');
  return (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows;
}

const orders = () => query('SELECT order_id, day, status, state, shipping, total, paid, refunded FROM v_orders ORDER BY order_id');
const sold = () =>
  query('SELECT order_id, line_no, day, sku, title, quantity, amount, counts FROM v_order_lines ORDER BY order_id, line_no');

/** What both reports say together, with order 13 known by its whole only. */
const BOTH_ORDERS = [
  { order_id: '11', day: '2022-03-01', status: '交易成功', state: 'placed', shipping: 8, total: 182, paid: 182, refunded: 0 },
  { order_id: '12', day: '2022-03-01', status: '交易关闭', state: 'cancelled', shipping: 0, total: 159, paid: 0, refunded: 0 },
  { order_id: '13', day: '2022-03-02', status: '交易成功', state: 'placed', shipping: 0, total: 12.5, paid: 12.5, refunded: 0 },
];
const BOTH_LINES = [
  { order_id: '11', line_no: 1, day: '2022-03-01', sku: 'KET', title: '壶', quantity: 1, amount: 149, counts: 1 },
  { order_id: '11', line_no: 2, day: '2022-03-01', sku: 'PF', title: '滤纸', quantity: 2, amount: 25, counts: 1 },
  { order_id: '12', line_no: 1, day: '2022-03-01', sku: 'KET', title: '壶', quantity: 1, amount: 159, counts: 0 },
  { order_id: '13', line_no: 1, day: '2022-03-02', sku: null, title: '滤纸', quantity: 1, amount: 12.5, counts: 1 },
];

describe('orders of two reports', () => {
  it('are sold as wholes while their lines are not known', async () => {
    await take('whole', whole());
    expect(await orders()).toEqual(BOTH_ORDERS);
    expect(await sold()).toEqual([
      { order_id: '11', line_no: 1, day: '2022-03-01', sku: null, title: '壶 ，滤纸', quantity: 3, amount: 174, counts: 1 },
      { order_id: '12', line_no: 1, day: '2022-03-01', sku: null, title: '壶', quantity: 1, amount: 159, counts: 0 },
      BOTH_LINES[3],
    ]);
  });

  it('are put together, whichever comes first', async () => {
    await take('whole', whole());
    expect(await take('lines', lines())).toEqual({ rows_new: 3, rows_changed: 0, rows_unchanged: 0 });
    expect([await orders(), await sold()]).toEqual([BOTH_ORDERS, BOTH_LINES]);

    context = testContext();
    await take('lines', lines());
    await take('whole', whole());
    expect([await orders(), await sold()]).toEqual([BOTH_ORDERS, BOTH_LINES]);
  });

  it('are put together when the older report comes later', async () => {
    await take('lines', lines(), 5);
    await take('whole', whole(), 3);
    expect([await orders(), await sold()]).toEqual([BOTH_ORDERS, BOTH_LINES]);
  });

  it('are the same whatever the order in which three files come', async () => {
    const files = [
      ['whole', whole(), 1],
      ['lines', lines(), 2],
      ['whole-2', whole('交易关闭', '174.00'), 3],
    ] as const;
    const found = new Set<string>();
    for (const order of ['012', '021', '102', '120', '201', '210']) {
      context = testContext();
      for (const at of order) {
        const [name, rows, age] = files[Number(at)] as (typeof files)[number];
        await take(name, rows, age);
      }
      found.add(JSON.stringify([await orders(), await sold(), await query('SELECT count(*) AS n FROM superseded_units')]));
    }
    expect([...found].map((text) => (JSON.parse(text) as { state?: string; n?: number }[][]).map((rows) => rows[0]))).toEqual([
      [expect.objectContaining({ state: 'cancelled', shipping: 8 }), expect.objectContaining({ sku: 'KET', counts: 0 }), { n: 1 }],
    ]);
  });

  it('take a newer version of each report for that report only', async () => {
    await take('whole', whole());
    await take('lines', lines());
    expect(await take('whole-2', whole('交易关闭', '174.00'))).toEqual({ rows_new: 0, rows_changed: 1, rows_unchanged: 2 });
    expect((await orders())[0]).toMatchObject({ state: 'cancelled', refunded: 174, shipping: 8 });
    expect((await sold()).map(({ amount, counts }) => [amount, counts])).toEqual([
      [149, 0],
      [25, 0],
      [159, 0],
      [12.5, 1],
    ]);
    await take('whole-3', whole('交易成功', '0'));
    await take('lines-2', lines('139.00'));
    expect(await orders()).toEqual(BOTH_ORDERS);
    expect((await sold()).map(({ amount, counts }) => [amount, counts])).toEqual([
      [139, 1],
      [25, 1],
      [159, 0],
      [12.5, 1],
    ]);
    const earlier = await query(
      "SELECT unit, json_extract(content, '$.state') AS state, json_array_length(content, '$.lines') AS lines FROM superseded_units ORDER BY rowid",
    );
    expect(earlier).toEqual([
      { unit: '11', state: 'placed', lines: 0 },
      { unit: '11', state: 'cancelled', lines: 0 },
      { unit: '11', state: 'placed', lines: 2 },
    ]);
  });

  it('know the same content again', async () => {
    await take('whole', whole());
    await take('lines', lines());
    const more = [...lines(), '="14",壶,159.00,1,KET,颜色:黑,,,交易成功,KET,159.00'];
    expect(await take('lines-again', more)).toEqual({ rows_new: 1, rows_changed: 0, rows_unchanged: 3 });
    expect((await orders()).at(-1)).toMatchObject({ order_id: '14', day: null, total: null });
  });

  it('are what they were when an import is taken back, and after a rebuild', async () => {
    await take('whole', whole());
    const alone = [await orders(), await sold()];
    await take('lines', lines());
    const { exitCode } = await run(context, 'files', 'undo', '2');
    expect(exitCode).toBe(0);
    expect([await orders(), await sold()]).toEqual(alone);
    await take('lines-2', lines());
    const check = await run(context, 'db', 'check');
    expect([check.exitCode, check.err]).toEqual([0, '']);
    await run(context, 'db', 'rebuild');
    expect([await orders(), await sold()]).toEqual([BOTH_ORDERS, BOTH_LINES]);
  });

  it('that were not paid are pending where the report has no status', async () => {
    await take('few', [
      '订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额',
      '1,178.8,0.0,上海,2020-02-21 00:00:00,,0.0',
      '2,21.0,21.0,上海,2020-02-20 23:59:54,2020-02-21 00:00:02,0.0',
    ]);
    expect(await query('SELECT order_id, state, total, paid FROM v_orders ORDER BY order_id')).toEqual([
      { order_id: '1', state: 'pending', total: 178.8, paid: 0 },
      { order_id: '2', state: 'placed', total: 21, paid: 21 },
    ]);
    expect(await query('SELECT day, sum(amount) AS sales FROM v_order_lines GROUP BY day ORDER BY day')).toEqual([
      { day: '2020-02-20', sales: 21 },
      { day: '2020-02-21', sales: 178.8 },
    ]);
  });
});
