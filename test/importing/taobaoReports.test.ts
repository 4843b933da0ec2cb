/** Reports of Taobao from file to view: units that must stay apart, and figures that must come together. */
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';

const FIXTURES = resolve('fixtures/platforms/taobao');

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
  writeFileSync(path, `\uFEFF${rows.join('\n')}\n`);
  const at = 1_780_000_000 + ++age * 3600;
  utimesSync(path, at, at);
  return path;
}

describe('ads', () => {
  it('keep two windows of attribution apart: the spend counts once in each', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'ads-items/two-windows.csv'));
    expect(await query(context, 'SELECT grain, cost, sales, orders FROM v_ads ORDER BY grain')).toEqual([
      { grain: 'item · 15天转化', cost: 10, sales: 70, orders: 2 },
      { grain: 'item · 1天转化', cost: 10, sales: 30, orders: 1 },
    ]);
    const { out } = await run(context, 'bids', 'performance', '--from', '2026-08-22', '--to', '2026-08-22', '--format', 'json');
    expect((JSON.parse(out) as { rows: { cost_amount?: unknown }[] }).rows.map((row) => Number(row.cost_amount))).toEqual([10]);
  });

  it('keep the accounts of several ad products apart, which add up', async () => {
    const context = testContext();
    await imported(context, file(context, 'ztc.csv', ['日期,展现量,点击量,花费,总成交金额', '2022-03-01,100,10,5.00,20.00']));
    await imported(context, file(context, 'zz.csv', ['日期,消耗,展现量,点击量,成交订单金额,成交订单量', '2022-03-01,7.00,900,9,30.00,1']));
    await imported(context, file(context, 'pxb.csv', ['日期,展现量,触达访客数,消耗,点击量,成交金额', '2022-03-01,50,40,3.00,5,12.00']));
    expect(await query(context, 'SELECT channel, cost, sales FROM v_ads ORDER BY cost')).toEqual([
      { channel: '品销宝', cost: 3, sales: 12 },
      { channel: '', cost: 5, sales: 20 },
      { channel: '引力魔方, 钻展', cost: 7, sales: 30 },
    ]);
    const { out } = await run(
      context,
      'bids',
      'performance',
      '--from',
      '2022-03-01',
      '--to',
      '2022-03-01',
      '--by',
      'day',
      '--format',
      'json',
    );
    expect((JSON.parse(out) as { rows: { cost_amount?: unknown }[] }).rows.map((row) => Number(row.cost_amount))).toEqual([15]);
  });

  it('replace a day that is exported again, and confirm what is the same', async () => {
    const context = testContext();
    const header = '日期,计划ID,计划名字,展现量,点击量,花费,总成交金额,总成交笔数';
    await imported(context, file(context, 'a.csv', [header, '2026-07-31,1,甲,100,10,5.00,0,0', '2026-07-31,2,乙,50,5,2.00,9.00,1']));
    await imported(context, file(context, 'b.csv', [header, '2026-07-31,1,甲,100,10,5.00,20.00,1', '2026-07-31,2,乙,50,5,2.00,9.00,1']));
    expect(await query(context, 'SELECT campaign_id, sales FROM v_ads ORDER BY campaign_id')).toEqual([
      { campaign_id: '1', sales: 20 },
      { campaign_id: '2', sales: 9 },
    ]);
    expect(await query(context, "SELECT rows_changed, rows_unchanged FROM v_files WHERE file LIKE '%b.csv'")).toEqual([
      { rows_changed: 1, rows_unchanged: 1 },
    ]);
  });

  it('keep target ROI and budget as what was set', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'ads-campaign-settings/sitewide.csv'));
    expect(
      await query(
        context,
        'SELECT seen_on, campaign, state, bidding_strategy, target_roas, budget FROM v_ad_entities ORDER BY campaign_id',
      ),
    ).toEqual([
      { seen_on: '2026-07-31', campaign: '茶壶_全站', state: '推广中', bidding_strategy: '控投产比投放', target_roas: 3.49, budget: 300 },
      { seen_on: '2026-07-31', campaign: '滤纸_全站', state: '暂停', bidding_strategy: '最大化拿量', target_roas: null, budget: null },
    ]);
  });
});

describe('生意参谋', () => {
  it('keeps the sources of two items and of the shop apart', async () => {
    const context = testContext();
    const header = '统计日期,商品ID,商品名称,一级来源,二级来源,访客数,支付金额';
    await imported(
      context,
      file(context, 'a.csv', [header, '2026-04-29,11,壶,平台流量,,100,"1,590.00"', '2026-04-29,11,壶,平台流量,搜索,60,636.00']),
    );
    await imported(context, file(context, 'b.csv', [header, '2026-04-29,12,滤纸,平台流量,,9,-']));
    await imported(context, file(context, 'c.csv', ['统计日期,流量来源,来源明细,访客数', '2026-04-29,平台流量,汇总,120']));
    expect(await query(context, 'SELECT item, source, source_detail, visitors, sales FROM v_traffic ORDER BY item, source_detail')).toEqual(
      [
        { item: null, source: '平台流量', source_detail: '汇总', visitors: 120, sales: null },
        { item: '11', source: '平台流量', source_detail: null, visitors: 100, sales: 1590 },
        { item: '11', source: '平台流量', source_detail: '搜索', visitors: 60, sales: 636 },
        { item: '12', source: '平台流量', source_detail: null, visitors: 9, sales: null },
      ],
    );
  });

  it('keeps the variations of two items apart', async () => {
    const context = testContext();
    const header = '统计日期,商品ID,SKU信息,SKUID,支付件数,支付金额';
    await imported(
      context,
      file(context, 'a.csv', [header, '2026-04-29,11,颜色:黑,1101,8,"1,272.00"', '2026-04-29,11,颜色:白,1102,4,636.00']),
    );
    await imported(context, file(context, 'b.csv', [header, '2026-04-29,12,规格:100张,1201,3,37.50']));
    expect(
      await query(context, 'SELECT item, count(*) AS n, sum(units) AS units, sum(sales) AS sales FROM v_traffic GROUP BY item'),
    ).toEqual([
      { item: '11', n: 2, units: 12, sales: 1908 },
      { item: '12', n: 1, units: 3, sales: 37.5 },
    ]);
  });

  it('takes the period from the lines above the header', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'sycm-sources/shop.csv'));
    expect(await query(context, 'SELECT DISTINCT period_from, period_to FROM v_traffic')).toEqual([
      { period_from: '2026-04-01', period_to: '2026-04-30' },
    ]);
  });

  it('keeps words of two searches, and what lists of other columns said of them', async () => {
    const context = testContext();
    await imported(context, file(context, 'a.csv', ['搜索词,搜索人气,在线商品数', '手冲壶,600 ~ 1200,"23,118"', '细口壶,300,-']));
    await imported(context, file(context, 'b.csv', ['搜索词,搜索人气,点击率', '咖啡壶,5000 ~ 1万,66.49%']));
    await imported(context, file(context, 'c.csv', ['排名,搜索词,搜索人气', '1,手冲壶,600 ~ 1200']));
    expect(
      await query(
        context,
        'SELECT grain, keyword, market_rank, volume_low, volume_high, products_low FROM v_market_keywords ORDER BY grain, keyword',
      ),
    ).toEqual([
      { grain: 'keyword', keyword: '咖啡壶', market_rank: null, volume_low: 5000, volume_high: 10000, products_low: null },
      { grain: 'keyword', keyword: '手冲壶', market_rank: null, volume_low: 600, volume_high: 1200, products_low: 23118 },
      { grain: 'keyword', keyword: '细口壶', market_rank: null, volume_low: 300, volume_high: 300, products_low: null },
      { grain: 'ranking', keyword: '手冲壶', market_rank: 1, volume_low: 600, volume_high: 1200, products_low: null },
    ]);
  });

  it('keeps the shop of a day, with its scores and the spend of each ad product', async () => {
    const context = testContext();
    await imported(context, join(FIXTURES, 'sycm-shop/today.xlsx'));
    await imported(context, join(FIXTURES, 'shop-scores/scores.csv'));
    expect(
      await query(
        context,
        'SELECT grain, visitors, sales, members, dsr_description, spend_keywords, spend_smart, experience_score FROM v_shop ORDER BY grain',
      ),
    ).toEqual([
      {
        grain: 'scores',
        visitors: null,
        sales: null,
        members: null,
        dsr_description: 4.87,
        spend_keywords: null,
        spend_smart: null,
        experience_score: 4.62,
      },
      {
        grain: 'shop',
        visitors: 3210,
        sales: 12085.5,
        members: 12345,
        dsr_description: 4.87,
        spend_keywords: 401.22,
        spend_smart: null,
        experience_score: null,
      },
    ]);
  });
});

it('an Alipay statement adds up to its own totals, and names the orders', async () => {
  const context = testContext();
  await imported(context, join(FIXTURES, 'alipay-statement/bill.csv'));
  expect(
    await query(
      context,
      'SELECT part, count(*) AS n, sum(amount) AS amount, count(order_id) AS orders FROM v_transactions GROUP BY part ORDER BY part',
    ),
  ).toEqual([
    { part: '支出', n: 2, amount: -1000.2, orders: 1 },
    { part: '收入', n: 2, amount: 193, orders: 2 },
  ]);
});

it('the folder of all fixtures is taken in one command, into one store', async () => {
  const context = testContext();
  const { out } = await run(context, 'import', FIXTURES, '--format', 'json');
  const rows = (JSON.parse(out) as { rows: { file: string; status: string; report_format: string | null }[] }).rows;
  const expected = readdirSync(FIXTURES, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.json'),
  );
  const files = rows.filter(({ file: name }) => !name.endsWith('.json'));
  expect(files.length).toBe(expected.length);
  for (const { file: name, report_format } of files) expect([name, report_format]).toEqual([name, `taobao.${name.split('/')[0]}`]);
  expect(await query(context, 'SELECT count(*) AS n FROM stores')).toEqual([{ n: 1 }]);
});
