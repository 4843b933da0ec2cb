/** Reports of Japan, South-East Asia and the smaller Western shops from file to view: what adds up, what replaces, what is put together. */
import { utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';

const FIXTURES = resolve('fixtures/platforms');

async function imported(context: TestContext, path: string): Promise<string> {
  const { exitCode, err, out } = await run(context, 'import', path);
  expect([exitCode, err, exitCode === 0 ? '' : out]).toEqual([0, '', '']);
  return out;
}

async function query(context: TestContext, sql: string): Promise<Record<string, unknown>[]> {
  const { out } = await run(context, 'db', 'sql', sql, '--format', 'json');
  return (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows;
}

let age = 0;
/** Writes a file that is newer than those before. */
function file(context: TestContext, name: string, rows: readonly string[]): string {
  const path = join(context.dir, name);
  writeFileSync(path, `\uFEFF${rows.join('\r\n')}\r\n`);
  const at = 1_783_000_000 + ++age * 3600;
  utimesSync(path, at, at);
  return path;
}

const RPP = '日付,商品管理番号,入札単価,クリック数(合計),実績額(合計),売上金額(合計720時間),売上件数(合計720時間)';

describe('Rakuten', () => {
  it('adds RPP, coupons and display ads up, and takes each once however finely it is told', async () => {
    const context = testContext();
    const day = '2026年07月11日';
    await imported(context, file(context, 'items.csv', [RPP, `${day},tea-01,40,10,300,2980,2`, `${day},tea-02,40,5,150,0,0`]));
    await imported(
      context,
      file(context, 'all.csv', ['日付,クリック数(合計),実績額(合計),売上金額(合計720時間),売上件数(合計720時間)', `${day},15,450,2980,2`]),
    );
    await imported(context, join(FIXTURES, 'rakuten/coupon-advance/day.csv'));
    await imported(context, join(FIXTURES, 'rakuten/tda-campaigns/put-together.csv'));
    const { out } = await run(
      context,
      ...['bids', 'performance', '--by', 'day', '--from', '2026-07-11', '--to', '2026-07-11', '--format', 'json'],
    );
    // RPP within 30 days of a click; coupons (480 + 40 + 0 + 382) and display (13,239) within a time that they do not say.
    expect((JSON.parse(out) as { rows: { cost_amount: unknown }[] }).rows.map((row) => Number(row.cost_amount))).toEqual([14_141, 450]);
    expect(await query(context, "SELECT sum(discount) AS discount FROM v_ads WHERE channel = 'クーポンアドバンス'")).toEqual([
      { discount: 366 },
    ]);
    expect(await query(context, "SELECT listing_id, bid, entity FROM v_ad_entities WHERE channel = 'RPP' ORDER BY listing_id")).toEqual([
      { listing_id: 'tea-01', bid: 40, entity: 'item' },
      { listing_id: 'tea-02', bid: 40, entity: 'item' },
    ]);
  });

  it('replaces a period whose sales have grown, and takes the same file for the same', async () => {
    const context = testContext();
    const span = '2026年07月01日～2026年07月09日';
    await imported(context, file(context, 'early.csv', [RPP, `${span},tea-01,40,10,300,1490,1`]));
    const late = file(context, 'late.csv', [RPP, `${span},tea-01,45,10,300,2980,2`]);
    await imported(context, late);
    expect(await query(context, 'SELECT period_from, period_to, sales, orders, attribution_days FROM v_ads')).toEqual([
      { period_from: '2026-07-01', period_to: '2026-07-09', sales: 2980, orders: 2, attribution_days: 30 },
    ]);
    expect(await imported(context, late)).toContain('already imported');
  });

  it('counts a row once that stands twice in a file put together of several downloads', async () => {
    const context = testContext();
    const row = '2026年07月11日,tea-01,40,10,300,1490,1';
    const out = await imported(context, file(context, 'joined.csv', [RPP, row, '2026年07月12日,tea-01,40,10,300,1490,1', row]));
    expect(out).toContain('1 ignored (rows that repeat another)');
    expect(await query(context, 'SELECT sum(cost) AS cost FROM v_ads')).toEqual([{ cost: 600 }]);
  });

  it('takes the period of an item analysis from its third line, and refuses one that was cut to a device', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'rakuten/item-analysis/month.csv'));
    expect(await query(context, 'SELECT item, visitors, paid_orders, sales, period_from, period_to FROM v_traffic')).toEqual([
      { item: 'tea-01', visitors: 812, paid_orders: 31, sales: 198_000, period_from: '2026-05-01', period_to: '2026-05-31' },
    ]);
    const rows = ['商品分析', '表示期間,2026年05月から2026年05月', 'キーワード,', '端末,PC', ''];
    const cut = file(context, 'pc.csv', [...rows, '商品管理番号,商品名,売上,アクセス人数', 'tea-01,Earl Grey,100,5']);
    const { exitCode, out } = await run(context, 'import', cut);
    expect([exitCode, out]).toEqual([
      1,
      expect.stringContaining('holds a part only ("端末,PC"), which would stand for the whole: download the report again'),
    ]);
    expect(await query(context, 'SELECT visitors FROM v_traffic')).toEqual([{ visitors: 812 }]);
  });

  it('knows the shop by day, without the days to come', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'rakuten/shop-days/month.csv'));
    expect(await query(context, 'SELECT period_from, visitors, paid_orders, sales FROM v_shop ORDER BY period_from')).toEqual([
      { period_from: '2026-07-01', visitors: 1000, paid_orders: 30, sales: 150_000 },
      { period_from: '2026-07-02', visitors: 876, paid_orders: 22, sales: 103_745 },
    ]);
  });

  it('counts an order once, with its cancelled and unpaid states, and leaves amounts that are not settled unknown', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'rakuten/orders/normal.csv'));
    expect(await query(context, 'SELECT day, state, total, paid, discount, shipping FROM v_orders ORDER BY ordered_at')).toEqual([
      { day: '2026-07-09', state: 'placed', total: 6560, paid: 6180, discount: 200, shipping: 600 },
      { day: '2026-07-09', state: 'cancelled', total: 2980, paid: 2980, discount: 0, shipping: 0 },
      { day: '2026-07-10', state: 'pending', total: 2940, paid: 2940, discount: 0, shipping: null },
    ]);
  });
});

describe('orders', () => {
  it('of Lazada are counted by the piece, and a piece that was cancelled is none', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'lazada/orders/malaysia.xlsx'));
    expect(
      await query(
        context,
        "SELECT o.state, count(*) AS rows, sum(l.quantity) AS pieces, sum(l.counts) AS sold FROM v_orders o JOIN v_order_lines l USING (order_id) WHERE order_id LIKE '%0123' GROUP BY 1",
      ),
    ).toEqual([{ state: 'placed', rows: 3, pieces: 3, sold: 2 }]);
  });

  it('of Shopee take what is said of the order once', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'shopee/orders/english.xlsx'));
    expect(await query(context, 'SELECT state, total, discount, shipping FROM v_orders ORDER BY ordered_at, order_id')).toEqual([
      { state: 'placed', total: 31.3, discount: 2, shipping: 1.49 },
      { state: 'cancelled', total: 8.9, discount: 0, shipping: 0 },
      { state: 'pending', total: 17.8, discount: 0, shipping: 0 },
    ]);
  });

  it('of Etsy are put together of the file of orders and that of items, whichever comes first', async () => {
    const order = file(testContext(), 'orders.csv', [
      'Sale Date,Order ID,Full Name,Number of Items,Currency,Order Value,Shipping,Order Total,Status,Card Processing Fees',
      '07/01/26,3412345678,Ann Example,3,USD,51.00,4.50,55.50,Completed,1.88',
    ]);
    const items = file(testContext(), 'items.csv', [
      'Sale Date,Item Name,Buyer,Quantity,Price,Currency,Listing ID,Order ID,SKU',
      '07/01/26,Mug,Ann Example,1,20.00,USD,111,3412345678,MUG',
      '07/01/26,Tea,Ann Example,2,15.50,USD,222,3412345678,TEA',
    ]);
    for (const files of [
      [order, items],
      [items, order],
    ]) {
      const context = testContext();
      for (const path of files) await imported(context, path);
      expect(await query(context, 'SELECT total, shipping, (SELECT sum(amount) FROM v_order_lines) AS sold FROM v_orders')).toEqual([
        { total: 55.5, shipping: 4.5, sold: 51 },
      ]);
      expect(await query(context, 'SELECT sku, quantity FROM v_order_lines ORDER BY sku')).toEqual([
        { sku: 'MUG', quantity: 1 },
        { sku: 'TEA', quantity: 2 },
      ]);
    }
  });

  it('of Yahoo! Japan get the day of their items from the file of orders', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'yahoojp/order-items/items.csv'));
    await imported(context, join(FIXTURES, 'yahoojp/orders/orders.csv'));
    expect(await query(context, "SELECT day, sku, quantity, amount FROM v_order_lines WHERE order_id LIKE '%1234' ORDER BY sku")).toEqual([
      { day: '2026-07-09', sku: 'mug-blue', quantity: 1, amount: 2980 },
      { day: '2026-07-09', sku: 'tea-01', quantity: 2, amount: 2980 },
    ]);
  });
});

describe('stock', () => {
  it('of Yahoo! Japan and Qoo10 is that of the variation, where an item has such', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'yahoojp/stock/quantity.csv'));
    await imported(context, join(FIXTURES, 'qoo10/price-stock/bulk.xlsx'));
    expect(await query(context, 'SELECT location, sku, available FROM v_stock ORDER BY location, sku')).toEqual([
      { location: 'Qoo10', sku: '0012', available: 0 },
      { location: 'Qoo10', sku: 'MUG-BLUE', available: 4 },
      { location: 'Qoo10', sku: 'TEA-EG-80', available: 12 },
      { location: 'Yahoo! Shopping', sku: 'mug-blue', available: 4 },
      { location: 'Yahoo! Shopping', sku: 'mug-red', available: 0 },
      { location: 'Yahoo! Shopping', sku: 'tea-01', available: 12 },
    ]);
  });
});
