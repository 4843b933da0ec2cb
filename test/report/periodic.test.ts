/** `eco report weekly|monthly|compare|funnel` and `--by` on two stores worked out by hand (weekShop.ts), through the importer. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMPARE_COLUMNS } from '../../src/report/compare/compareTable.js';
import { DAILY_COLUMNS } from '../../src/report/daily/dailyTable.js';
import { FUNNEL_COLUMNS } from '../../src/report/funnel/funnelTable.js';
import { LEVEL_COLUMNS } from '../../src/report/levels/levels.js';
import { PERIOD_COLUMNS } from '../../src/report/periodic/periodTable.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { MONDAY, writeWeekShop } from './weekShop.js';

type Row = Readonly<Record<string, string | number | boolean | null>>;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'eco-week-'));
  const context = testContext({ now: MONDAY, dir });
  writeWeekShop(context);
  for (const folder of ['amazon', 'us', 'shop']) {
    const { exitCode, err, out } = await run(context, 'import', join('in', folder), '--store', folder === 'shop' ? 'shop' : 'us');
    expect(exitCode, `${out}${err}`).toBe(0);
  }
}, 60_000);

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function context(): TestContext {
  return testContext({ now: MONDAY, dir });
}

async function rows(...words: string[]): Promise<Row[]> {
  const { exitCode, out, err } = await run(context(), ...words, '--format', 'json');
  expect(exitCode, err).toBe(0);
  expectValidJson(out);
  return (JSON.parse(out) as { rows: Row[] }).rows;
}

async function metrics(store: string, ...words: string[]): Promise<Record<string, Row>> {
  return Object.fromEntries((await rows(...words)).filter((row) => row.store === store).map((row) => [row.metric, row]));
}

test('as people see them', async () => {
  await expectTranscript(context(), 'report-weekly', [
    ['report', 'weekly'],
    ['report', 'weekly', '--store', 'us', '--by', 'sku'],
    ['report', 'monthly', '--store', 'us', '--period', '2026-11'],
    ['report', 'compare', 'W46', 'W45'],
    ['report', 'compare', 'us', 'shop', '--period', 'W46'],
    ['report', 'funnel', '--period', 'W46'],
    ['report', 'funnel', '--period', 'W46', '--by', 'listing', '--store', 'us'],
    ['report', 'weekly', '--period', '2026-W47'],
    ['report', 'weekly', '--period', '2026-11'],
    ['report', 'weekly', '--by', 'brand'],
    ['report', 'monthly', '--period', 'W46'],
    ['report', 'compare', 'W46', '2026-11-15'],
    ['report', 'compare', '2026-11', '2026-10'],
    ['report', 'compare', 'us', 'W46'],
    ['report', 'compare', 'us', 'us'],
    ['report', 'compare', 'us', 'shop', '--store', 'us'],
    ['report', 'funnel', '--by', 'brand'],
  ]);
});

test('the published schemas', () => {
  expectPublishedSchema({ id: 'report.daily/1', columns: DAILY_COLUMNS });
  expectPublishedSchema({ id: 'report.weekly/1', columns: PERIOD_COLUMNS });
  expectPublishedSchema({ id: 'report.monthly/1', columns: PERIOD_COLUMNS });
  expectPublishedSchema({ id: 'report.levels/1', columns: LEVEL_COLUMNS });
  expectPublishedSchema({ id: 'report.compare/1', columns: COMPARE_COLUMNS });
  expectPublishedSchema({ id: 'report.funnel/1', columns: FUNNEL_COLUMNS });
});

describe('a week', () => {
  test('every figure, and what it is compared with', async () => {
    const found = await metrics('us', 'report', 'weekly');
    const told = Object.fromEntries(Object.entries(found).map(([metric, row]) => [metric, [row.value, row.previous, row.change_ratio]]));
    expect(told).toMatchObject({
      sales: ['11880.00', '10000.00', 0.188],
      units: [216, 200, 0.08],
      orders: [216, 200, 0.08],
      order_value: ['55.00', '50.00', 0.1],
      sessions: [12_000, 10_000, 0.2],
      conversion: [0.018, 0.02, expect.closeTo(-0.1, 12)],
      // No ad report of the week before: unknown, not nothing.
      ad_spend: ['140.00', null, null],
      acos: [140 / 420, null, null],
      roas: [3, null, null],
      tacos: [140 / 11_880, null, null],
    });
  });

  test('why: the worked example, to the dollar, and the SKU that carries it', async () => {
    const { out } = await run(context(), 'report', 'weekly', '--store', 'us');
    expect(out).toContain('Why sales moved against week 45, +$1,880:  visits +$1,990 · conversion −$1,150 · order value +$1,040');
    // MUG: 80 × 50.00 → 120 × 55.00.
    expect(out).toContain('carried by SKU: MUG +$2,600 (138 %)');
  });

  test('visitors are those of the report of the week, never a sum of days', async () => {
    const found = await metrics('shop', 'report', 'weekly');
    expect(found.visitors).toMatchObject({
      value: 900,
      previous: null,
      change_ratio: null,
      platform_name: '访客数',
      source: 'shop report',
    });
    // 12 buyers ÷ 900 visitors.
    expect(found.conversion).toMatchObject({ value: 12 / 900, platform_name: '支付转化率' });
    expect([found.new_buyers?.value, found.returning_buyers?.value]).toEqual([5, 7]);
    expect(found.followers).toMatchObject({ value: 5013, previous: 5006 });
    expect(found.live_viewers).toMatchObject({ value: 150, previous: null });
    expect(found.reviews).toMatchObject({ value: 7, previous: 7 });
    expect([found.dsr_description, found.dsr_service, found.dsr_shipping, found.experience].map((row) => row?.value)).toEqual([
      4.8, 4.7, 4.6, 4.5,
    ]);
    const before = await metrics('shop', 'report', 'weekly', '--period', 'W45');
    expect(before.visitors).toMatchObject({
      value: null,
      remark: 'no shop report of exactly this period; visitors of single days are not added',
    });
    // A week of orders cannot tell who is new: everybody would be.
    expect([before.new_buyers?.value, before.returning_buyers?.value]).toEqual([null, null]);
  });

  test('whole orders that do not tell their pieces have unknown units, not none', async () => {
    const { units, orders, refund_rate } = await metrics('shop', 'report', 'weekly');
    expect(orders?.value).toBe(14);
    expect(units).toMatchObject({ value: null, remark: 'the order report does not tell pieces' });
    // 100.00 of 1,400.00; older orders had more time to be refunded, so it is compared with nothing.
    expect(refund_rate).toMatchObject({ value: 100 / 1400, change_ratio: null, finished: false });
    const daily = await metrics('shop', 'report', 'daily');
    expect(daily.units?.value).toBeNull();
    expect(daily.visitors).toMatchObject({ value: 200, previous: 200, same_weekday: 140 });
  });

  test('days that are missing are named, and compared with nothing', async () => {
    const found = await metrics('us', 'report', 'monthly', '--period', '2026-11');
    expect(found.sales).toMatchObject({ value: '21880.00', days: 15, days_missing: 1, change_ratio: null, finished: false });
    expect(found.sales?.remark).toBe('orders known for 14 of 15 days, not 2026-11-01');
  });
});

describe('levels', () => {
  test('sales and units of SKUs are those of the store', async () => {
    const bySku = await rows('report', 'weekly', '--by', 'sku', '--store', 'us');
    const of = (sku: string, metric: string) => bySku.find((row) => row.sku === sku && row.metric === metric);
    expect(of('MUG', 'sales')).toMatchObject({ value: '6600.00', previous: '4000.00', change_ratio: 0.65 });
    expect(of('KETTLE', 'sales')).toMatchObject({ value: '5280.00', previous: '6000.00' });
    expect(of('MUG', 'conversion')?.value).toBe(120 / 6000);
    expect(of('KETTLE', 'buy_box')?.value).toBeCloseTo(0.9, 12);
  });

  test('clients: currencies are never added', async () => {
    const byClient = await rows('report', 'weekly', '--by', 'client');
    expect(byClient.filter((row) => row.metric === 'sales').map((row) => [row.currency, row.value])).toEqual([
      ['CNY', '1400.00'],
      ['USD', '11880.00'],
    ]);
  });
});

describe('compare', () => {
  test('a week with itself a week ago is the weekly report', async () => {
    const weekly = await metrics('us', 'report', 'weekly');
    for (const row of (await rows('report', 'compare', 'W46', 'W45')).filter(({ store_a }) => store_a === 'us')) {
      const { value, previous, change_ratio } = weekly[row.metric as string] as Row;
      // Only the report knows the stock of its morning.
      if (row.metric === 'stock_at_risk') continue;
      expect([row.value_a, row.value_b, row.change_ratio], String(row.metric)).toEqual([value, previous, change_ratio]);
    }
  });

  test('dollars and yuan are shown and not subtracted', async () => {
    const found = await rows('report', 'compare', 'us', 'shop', '--period', 'W46');
    const of = (metric: string) => found.find((row) => row.metric === metric);
    expect(of('sales')).toMatchObject({ value_a: '11880.00', currency_a: 'USD', value_b: '1400.00', currency_b: 'CNY', difference: null });
    expect(of('orders')).toMatchObject({ value_a: 216, value_b: 14, difference: 202 });
    // Units ÷ sessions and buyers ÷ visitors are two things of one name.
    expect(of('conversion')).toMatchObject({ value_a: 0.018, value_b: 12 / 900, difference: null });
  });
});

describe('funnel', () => {
  test('each step is a share of the nearest known one before it', async () => {
    const [shop, us] = await rows('report', 'funnel', '--period', 'W46');
    expect(us).toMatchObject({ impressions: 7000, clicks: 350, click_rate: 0.05, visits: 12_000, visits_are: 'sessions', carts: null });
    expect(us).toMatchObject({ orders: 216, order_rate: 0.018, order_rate_of: 'visits', kept: null });
    expect(shop).toMatchObject({
      visits: 900,
      visits_are: 'visitors',
      carts: 90,
      cart_rate: 0.1,
      orders: 14,
      order_rate: 14 / 90,
      order_rate_of: 'carts',
    });
    expect(shop).toMatchObject({ kept: 13, kept_rate: 13 / 14 });
  });

  test('listings beside their median', async () => {
    const found = await rows('report', 'funnel', '--period', 'W46', '--by', 'listing', '--store', 'us');
    // 96 ÷ 6,000 and 120 ÷ 6,000: the median is 1.8 %, and the kettle lacks 12 orders to it.
    expect(
      found.map(({ name, order_rate, usual_order_rate, loses_at, orders_lost }) => [
        name,
        order_rate,
        usual_order_rate,
        loses_at,
        orders_lost,
      ]),
    ).toEqual([
      ['KETTLE', 0.016, expect.closeTo(0.018, 12), 'orders', 12],
      ['MUG', 0.02, expect.closeTo(0.018, 12), null, null],
    ]);
  });

  test('sources of exactly the period; the usual rate is their median', async () => {
    const found = await rows('report', 'funnel', '--period', 'W46', '--by', 'source', '--store', 'shop');
    expect(found.map(({ name, visits, cart_rate, order_rate }) => [name, visits, cart_rate, order_rate])).toEqual([
      ['直通车 › 关键词', 300, 0.04, 2 / 12],
      ['手淘搜索 › 搜索', 500, 0.1, 0.16],
    ]);
    // 4 % put into the cart where 7 % is the middle: 300 × 3 % × 2 ÷ 12.
    expect(found[0]).toMatchObject({ loses_at: 'carts', orders_lost: 1.5, order_rate_of: 'carts' });
    expect(await rows('report', 'funnel', '--period', 'W45', '--by', 'source', '--store', 'shop')).toEqual([]);
  });

  test('campaigns', async () => {
    const found = await rows('report', 'funnel', '--period', 'W46', '--by', 'campaign', '--store', 'us');
    expect(found).toMatchObject([{ name: 'Mugs', impressions: 7000, clicks: 350, orders: 7, order_rate: 0.02, order_rate_of: 'clicks' }]);
  });
});

describe('targets', () => {
  async function withTargets(text: string, ...words: string[]) {
    writeFileSync(join(dir, 'eco.config.yaml'), `targets:\n${text}`);
    try {
      return await run(context(), ...words);
    } finally {
      rmSync(join(dir, 'eco.config.yaml'));
    }
  }

  test('of a week, a day, a certain month, and of a ratio whatever the period', async () => {
    const text = '  us:\n    sales: { week: 12000, day: 2000.50, 2026-11: 30000 }\n    acos: 0.3\n';
    const targets = async (...words: string[]) => {
      const { out } = await withTargets(text, ...words, '--store', 'us', '--format', 'json');
      const found = (JSON.parse(out) as { rows: Row[] }).rows;
      return ['sales', 'acos', 'orders'].map((metric) => found.find((row) => row.metric === metric)?.target);
    };
    expect(await targets('report', 'weekly')).toEqual(['12000.00', 0.3, null]);
    expect(await targets('report', 'daily')).toEqual(['2000.50', 0.3, null]);
    expect(await targets('report', 'monthly', '--period', '2026-11')).toEqual(['30000.00', 0.3, null]);
    // Nothing is prorated: a month has no target by its days.
    expect(await targets('report', 'monthly', '--period', '2026-10')).toEqual([null, 0.3, null]);
    const { out } = await withTargets(text, 'report', 'weekly', '--store', 'us');
    expect(out).toMatch(/Sales .* −1 %$/m);
  });

  test.each([
    ['  uk: { sales: { day: 1 } }\n', 'eco.config.yaml: key "targets.uk": there is no store "uk". Known: shop, us'],
    ['  us: { turnover: { day: 1 } }\n', 'eco.config.yaml: key "targets.us.turnover": there is no metric "turnover". Known: sales, units,'],
    ['  us: { sales: 2000 }\n', 'eco.config.yaml: key "targets.us.sales": of which period? Such as "{ day: 2500 }" or "{ month: 75000 }"'],
    ['  us: { sales: { noon: 1 } }\n', 'day, week, month, or one of them such as 2026-11-27, 2026-W48 or 2026-11 expected, found "noon"'],
    ['  us: { sales: much }\n', 'key "targets.us.sales": a number, or numbers by period'],
  ])('a mistake is named: %s', async (text, message) => {
    const { exitCode, err } = await withTargets(text, 'report', 'weekly');
    expect(exitCode).toBe(1);
    expect(err).toContain(message);
  });
});
