/** Reports of the platforms of China besides Taobao, from file to view: what must stay apart, what must come together, what must not be guessed. */
import { utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';

const FIXTURES = resolve('fixtures/platforms');

async function imported(context: TestContext, path: string, ...options: string[]): Promise<void> {
  const { exitCode, err, out } = await run(context, 'import', path, ...options);
  expect([exitCode, err, exitCode === 0 ? '' : out]).toEqual([0, '', '']);
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
  const at = 1_780_000_000 + ++age * 3600;
  utimesSync(path, at, at);
  return path;
}

describe('orders', () => {
  it('of Pinduoduo are dated by their number where they have no time, cancelled where nothing was sent', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'pinduoduo/orders/tabs.csv'));
    expect(await query(context, 'SELECT order_id, day, state, total, paid FROM v_orders ORDER BY order_id')).toEqual([
      { order_id: '260517-607198974342268', day: '2026-05-17', state: 'cancelled', total: 35.6, paid: 35.6 },
      { order_id: '260531-662941284701219', day: '2026-06-01', state: 'placed', total: 15.8, paid: 14.3 },
      { order_id: '260601-100000000000001', day: '2026-06-01', state: 'placed', total: 11, paid: 11 },
    ]);
  });

  it('of Douyin that join their sub-orders in one row are rejected, with the download to take instead', async () => {
    const context = testContext();
    const joined = join(FIXTURES, 'douyin/orders/joined.csv');
    const refused = await run(context, 'import', joined);
    expect([refused.exitCode, refused.out]).toEqual([1, expect.stringContaining('export again by sub-order (按子订单)')]);
    expect(await query(context, 'SELECT count(*) AS n FROM v_orders')).toEqual([{ n: 0 }]);
  });

  it('of Douyin are their sub-orders together: price times pieces, less the shop’s own discount', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'douyin/orders/sub-orders.csv'));
    const lines = `SELECT order_id, sku, quantity, amount, discount FROM v_order_lines WHERE order_id = '6917926768823643752' ORDER BY sku`;
    expect(await query(context, lines)).toEqual([
      { order_id: '6917926768823643752', sku: 'FP-100', quantity: 2, amount: 29, discount: 2 },
      { order_id: '6917926768823643752', sku: 'TP-220', quantity: 1, amount: 299.5, discount: 2 },
    ]);
    expect(await query(context, "SELECT state FROM v_orders WHERE order_id = '6917926768823643755'")).toEqual([{ state: 'cancelled' }]);
  });
});

describe('money', () => {
  const rows = (path: string) =>
    `SELECT day, type, part, amount, order_id FROM v_transactions WHERE '${path}' <> '' ORDER BY day, amount DESC`;

  it('of JD is the same in both forms of its settlement', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'jd/settlement/until-2026-07.xlsx'));
    await imported(context, join(FIXTURES, 'jd/settlement/since-2026-08.csv'));
    expect(await query(context, rows('jd'))).toEqual([
      { day: '2026-07-08', type: '货款', part: null, amount: 36.8, order_id: '3553498017448001' },
      { day: '2026-07-08', type: '佣金', part: null, amount: -1.84, order_id: '3553498017448001' },
      { day: '2026-07-08', type: '货款', part: null, amount: -13.8, order_id: '3553498017448002' },
      { day: '2026-08-30', type: '货款', part: null, amount: 36.8, order_id: '3553498017448001' },
      { day: '2026-08-30', type: '佣金', part: null, amount: -1.84, order_id: '3553498017448001' },
    ]);
  });

  it('of Pinduoduo and of Alipay, whose statements share their columns, go to their own shops', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'pinduoduo/bill/preamble.csv'));
    await imported(context, join(FIXTURES, 'taobao/alipay-statement/bill.csv'));
    expect(await query(context, 'SELECT store, count(*) AS n FROM v_transactions GROUP BY store ORDER BY store')).toEqual([
      { store: 'pinduoduo', n: 4 },
      { store: 'taobao', n: 4 },
    ]);
  });

  it('of Douyin has the sign of its direction, and none is guessed', async () => {
    const context = testContext();
    const header = '动账时间,动帐流水号,动账方向,动账金额,动账场景';
    await imported(
      context,
      file(context, 'a.csv', [
        header,
        '2026-07-08 06:27:38,1001,入账,280.00,货款结算入账',
        '2026-07-08 07:00:00,1002,出账,8.17,运费',
        '2026-07-08 08:00:00,1003,出账,-0.58,权益保险',
      ]),
    );
    expect(await query(context, 'SELECT type, amount FROM v_transactions ORDER BY amount')).toEqual([
      { type: '运费', amount: -8.17 },
      { type: '权益保险', amount: -0.58 },
      { type: '货款结算入账', amount: 280 },
    ]);
    const unknown = await run(context, 'import', file(context, 'b.csv', [header, '2026-07-09 06:27:38,1004,未知,5.00,其他']));
    expect([unknown.exitCode, unknown.out]).toEqual([
      1,
      expect.stringContaining('a direction expected (whether the amount came in or went out)'),
    ]);
  });
});

describe('ads', () => {
  it('of products and of live rooms of 千川 add up, and plans and creatives say the same again', async () => {
    const context = testContext();
    for (const report of ['promoted/items.xlsx', 'promoted/rooms.xlsx', 'plans/targets.csv', 'creatives/tabs-in-headers.xlsx'])
      await imported(context, join(FIXTURES, `douyin/sitewide-${report}`));
    const { out } = await run(
      context,
      'bids',
      'performance',
      '--from',
      '2026-08-20',
      '--to',
      '2026-08-20',
      '--by',
      'day',
      '--format',
      'json',
    );
    // 512.30 and 88.00 for two products, 88.00 for the room.
    expect((JSON.parse(out) as { rows: { cost_amount: string }[] }).rows.map((row) => row.cost_amount)).toEqual(['688.30']);
    expect(await query(context, 'SELECT ad_group, target_roas, budget, state FROM v_ad_entities ORDER BY ad_group')).toEqual([
      { ad_group: '全域_紫砂茶壶', target_roas: 5, budget: 800, state: '投放中' },
      { ad_group: '放量_滤纸', target_roas: null, budget: null, state: '投放中' },
    ]);
  });

  it('of Pinduoduo keep the target ROI as what was set, and take the period from the note above the header', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'pinduoduo/ads-items/sitewide.xlsx'));
    expect(await query(context, 'SELECT campaign, bidding_strategy, target_roas FROM v_ad_entities ORDER BY campaign')).toEqual([
      { campaign: '小旗_搜索', bidding_strategy: '自定义出价：0.30', target_roas: null },
      { campaign: '接考横幅_全站', bidding_strategy: '目标投产比：5.80', target_roas: 5.8 },
    ]);
    await imported(context, join(FIXTURES, 'pinduoduo/ads-items/period-in-a-note.csv'));
    expect(await query(context, "SELECT DISTINCT period_from, period_to FROM v_ads WHERE period_from >= '2026-06-01'")).toEqual([
      { period_from: '2026-06-05', period_to: '2026-06-30' },
    ]);
  });

  it('of JD replace a day that is exported again, and confirm what is the same', async () => {
    const context = testContext();
    const header = '日期,计划ID,推广计划,展现数,点击数,花费,总订单行,总订单金额';
    await imported(context, file(context, 'a.csv', [header, '20260813,1,甲,100,10,5.00,0,0', '20260813,2,乙,50,5,2.00,1,9.00']));
    await imported(context, file(context, 'b.csv', [header, '20260813,1,甲,100,10,5.00,1,20.00', '20260813,2,乙,50,5,2.00,1,9.00']));
    expect(await query(context, 'SELECT campaign_id, sales FROM v_ads ORDER BY campaign_id')).toEqual([
      { campaign_id: '1', sales: 20 },
      { campaign_id: '2', sales: 9 },
    ]);
    expect(await query(context, "SELECT rows_changed, rows_unchanged FROM v_files WHERE file LIKE '%b.csv'")).toEqual([
      { rows_changed: 1, rows_unchanged: 1 },
    ]);
  });

  it('without days ask for them', async () => {
    const context = testContext();
    const path = join(FIXTURES, 'tencent/campaigns/no-day.csv');
    const asked = await run(context, 'import', path);
    expect([asked.exitCode, asked.out]).toEqual([1, expect.stringContaining('--period')]);
    await imported(context, path, '--period', '2026-03-01..2026-03-31');
    expect(await query(context, 'SELECT channel, campaign, cost FROM v_ads ORDER BY cost')).toEqual([
      { channel: 'tencent', campaign: '滤纸_测试', cost: 9.8 },
      { channel: 'tencent', campaign: '茶壶_朋友圈', cost: 2104.33 },
    ]);
  });
});

describe('live sessions', () => {
  it('are rows of the shop, each on the day on which it began', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'douyin/live/sessions.csv'));
    const columns = 'grain, period_from AS day, live_started_at, live_seconds, live_visitors, average_viewers, live_sales';
    expect(await query(context, `SELECT ${columns} FROM v_shop ORDER BY day`)).toEqual([
      {
        grain: 'live',
        day: '2026-09-22',
        live_started_at: '2026-09-22 11:00:12',
        live_seconds: 19_800,
        live_visitors: 8200,
        average_viewers: 137.5,
        live_sales: 8410.5,
      },
      {
        grain: 'live',
        day: '2026-09-24',
        live_started_at: '2026-09-24 01:00:00',
        live_seconds: 1230,
        live_visitors: 80,
        average_viewers: null,
        live_sales: 0,
      },
    ]);
  });
});

describe('purchases on 1688', () => {
  const HEADER = '订单编号,卖家公司名,货品总价(元),运费(元),实付款(元),订单状态,订单创建时间,货品标题,单价(元),数量,Offer ID,收货人姓名';

  it('give the order of the row above to rows whose order cells are blank', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'alibaba/orders/merged.xlsx'));
    expect(
      await query(
        context,
        'SELECT order_id, supplier, day, quantity, unit_price, order_total FROM v_purchases ORDER BY order_id, unit_price',
      ),
    ).toEqual([
      { order_id: '2700000000000000001', supplier: '宜兴示例陶瓷厂', day: '2026-06-01', quantity: 15, unit_price: 80, order_total: 1600 },
      { order_id: '2700000000000000001', supplier: '宜兴示例陶瓷厂', day: '2026-06-01', quantity: 4, unit_price: 100, order_total: 1600 },
      { order_id: '2700000000000000002', supplier: '义乌示例纸品', day: '2026-06-02', quantity: 30, unit_price: 1.5, order_total: 53 },
    ]);
  });

  it('leave out the whole order where its first row cannot be read, never giving its rows to the order above', async () => {
    const context = testContext();
    const path = file(context, 'orders.csv', [
      HEADER,
      '1001,甲厂,10.00,0,10.00,交易成功,2026-06-01 10:00:00,壶,10.00,1,5001,王示例',
      '1002,乙厂,30.00,0,many,交易成功,2026-06-02 10:00:00,纸,10.00,1,5002,王示例',
      ',,,,,,,杯,20.00,1,5003,',
    ]);
    const { exitCode } = await run(context, 'import', path, '--skip-bad-rows');
    expect(exitCode).toBe(4);
    expect(await query(context, 'SELECT order_id, title FROM v_purchases')).toEqual([{ order_id: '1001', title: '壶' }]);
  });

  it('reject rows that continue no order', async () => {
    const context = testContext();
    const { exitCode, out } = await run(context, 'import', file(context, 'cut.csv', [HEADER, ',,,,,,,杯,20.00,1,5003,']));
    expect([exitCode, out]).toEqual([1, expect.stringContaining('a value expected (it stands in no row above either)')]);
  });
});

describe('stock and costs of ERPs', () => {
  it('lie in the warehouses that the file names, and costs only where they are known', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'erp/jushuitan-stock/all-warehouses.xlsx'));
    expect(await query(context, 'SELECT sku, location, on_hand, available, committed, inbound FROM v_stock ORDER BY sku')).toEqual([
      { sku: 'TP-220', location: '主仓', on_hand: 120, available: 110, committed: 8, inbound: 50 },
      { sku: 'TP-350', location: '主仓', on_hand: 0, available: 0, committed: 0, inbound: 0 },
    ]);
    expect(await query(context, 'SELECT sku, cost, currency FROM v_costs')).toEqual([{ sku: 'TP-220', cost: 80.5, currency: 'CNY' }]);
  });

  it('leave out totals and materials that are counted in parts of a piece, by name', async () => {
    const context = testContext();
    const { out } = await run(context, 'import', join(FIXTURES, 'erp/stock-balance/balance_202310.csv'));
    expect(out).toContain('1 ignored (materials counted in parts of a piece)');
    expect(out).toContain('1 ignored (totals)');
  });
});
