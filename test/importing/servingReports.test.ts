/**
 * Reports that one company makes about the shops of others (Google Ads): whose they are, which days they cover, and what becomes of
 * them when they come again.
 */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';

const FIXTURES = 'fixtures/platforms';

async function query(context: TestContext, sql: string): Promise<Record<string, unknown>[]> {
  const { out } = await run(context, 'db', 'sql', sql, '--format', 'json');
  return (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows;
}

/** A copy under a name that says nothing of shops and days. */
function take(context: TestContext, fixture: string): string {
  const path = join(context.dir, 'x.csv');
  copyFileSync(join(FIXTURES, fixture), path);
  return path;
}

function write(context: TestContext, name: string, ...lines: string[]): string {
  const path = join(context.dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

it('a Google Ads report goes to the only web shop', async () => {
  const context = testContext();
  await run(context, 'store', 'add', 'web', '--platform', 'shopify', '--currency', 'USD', '--timezone', 'UTC');
  const { exitCode } = await run(context, 'import', take(context, 'google/ads-search-terms/us-keywords.csv'));
  expect(exitCode).toBe(0);
  expect(await query(context, 'SELECT DISTINCT store, channel FROM v_ads')).toEqual([{ store: 'web', channel: 'google' }]);
});

it('where there is no web shop, it goes to a store of its own', async () => {
  const context = testContext();
  const { exitCode, err, out } = await run(context, 'import', take(context, 'google/ads-search-terms/us-keywords.csv'));
  expect(exitCode).toBe(0);
  expect(`${out}${err}`).toContain('google is new');
  expect(await query(context, 'SELECT DISTINCT store FROM v_ads')).toEqual([{ store: 'google' }]);
});

it('of two web shops, it must be said which', async () => {
  const context = testContext();
  for (const [name, platform] of [
    ['web', 'shopify'],
    ['blog', 'woocommerce'],
  ] as const)
    await run(context, 'store', 'add', name, '--platform', platform, '--currency', 'USD', '--timezone', 'UTC');
  const path = take(context, 'google/ads-search-terms/us-keywords.csv');
  const refused = await run(context, 'import', path);
  expect([refused.exitCode, `${refused.out}${refused.err}`]).toEqual([1, expect.stringContaining('--store')]);
  expect((await run(context, 'import', path, '--store', 'blog')).exitCode).toBe(0);
  expect(await query(context, 'SELECT DISTINCT store FROM v_ads')).toEqual([{ store: 'blog' }]);
});

it('keeps the currency of each row, and none of the converted one', async () => {
  const context = testContext();
  await run(context, 'import', take(context, 'google/ads-search-terms/us-keywords.csv'));
  expect(await query(context, 'SELECT currency, round(sum(cost), 2) AS cost, count(*) AS n FROM v_ads GROUP BY 1 ORDER BY 1')).toEqual([
    { currency: 'GBP', cost: 76.91, n: 2 },
    { currency: 'USD', cost: 0.55, n: 2 },
  ]);
});

it.each([
  ['google/ads-search-terms/us-keywords.csv', '2026-01-28', '2026-02-24'],
  ['google/ads-search-terms/de.csv', '2026-05-01', '2026-05-08'],
  ['google/ads-search-terms/br.csv', '2026-10-03', '2026-10-05'],
  ['google/ads-search-terms/cn.csv', '2026-06-01', '2026-06-30'],
  ['google/ads-search-terms/adwords-2016.csv', '2016-01-01', '2016-01-31'],
  ['google/ads-search-terms/excel-utf16.csv', '2026-05-01', '2026-05-08'],
  ['google/ads-campaigns/fr-daily.csv', '2026-09-01', '2026-09-02'],
  ['google/ads-campaigns/jp-monthly.csv', '2026-04-01', '2026-05-31'],
  ['meta/campaigns/eg.csv', '2026-10-01', '2026-10-31'],
  ['meta/ads/de.csv', '2026-10-05', '2026-10-06'],
  ['microsoft/campaigns/api.csv', '2026-11-01', '2026-11-07'],
  ['microsoft/keywords/cn.csv', '2026-06-10', '2026-06-16'],
  ['microsoft/search-terms/us-daily.csv', '2026-11-01', '2026-11-02'],
])('%s covers %s to %s', async (fixture, from, to) => {
  const context = testContext();
  expect((await run(context, 'import', take(context, fixture))).exitCode).toBe(0);
  expect(await query(context, 'SELECT min(period_from) AS a, max(period_to) AS b FROM v_ads')).toEqual([{ a: from, b: to }]);
});

it('a report of "all time" asks for its days', async () => {
  const context = testContext();
  const { exitCode, out, err } = await run(context, 'import', take(context, 'google/ads-ads/mx.csv'));
  expect([exitCode, `${out}${err}`]).toEqual([1, expect.stringContaining('does not say which days it covers')]);
  expect((await run(context, 'import', join(context.dir, 'x.csv'), '--period', '2024-01-01..2026-11-21')).exitCode).toBe(0);
});

it('weeks are seven days, cut where the report begins and ends', async () => {
  const context = testContext();
  await run(context, 'import', take(context, 'google/ads-campaigns/weekly.csv'));
  expect(
    await query(context, 'SELECT period_from AS a, period_to AS b, sum(clicks) AS clicks FROM v_ads GROUP BY 1, 2 ORDER BY 1'),
  ).toEqual([
    { a: '2026-09-03', b: '2026-09-06', clicks: 33 },
    { a: '2026-09-07', b: '2026-09-13', clicks: 30 },
    { a: '2026-09-28', b: '2026-09-30', clicks: 9 },
  ]);
});

it('bids, budgets and targets are kept as settings, and rows that set nothing are none', async () => {
  const context = testContext();
  await run(context, 'import', take(context, 'google/ads-campaigns/in.csv'));
  await run(context, 'import', take(context, 'google/ads-campaigns/weekly.csv'));
  expect(
    await query(
      context,
      'SELECT entity, campaign, state, budget, budget_type, target_roas, target_cpa FROM v_ad_entities ORDER BY campaign',
    ),
  ).toEqual([
    { entity: 'campaign', campaign: 'Leads', state: 'Paused', budget: null, budget_type: 'Daily', target_roas: null, target_cpa: 60 },
    {
      entity: 'campaign',
      campaign: 'Shopping all',
      state: 'Enabled',
      budget: 500,
      budget_type: 'Daily',
      target_roas: 3.5,
      target_cpa: null,
    },
    {
      entity: 'campaign',
      campaign: 'Spring, teapots',
      state: 'Enabled',
      budget: 5000,
      budget_type: 'Campaign Total',
      target_roas: null,
      target_cpa: null,
    },
  ]);
});

it('the same file again changes nothing, a newer one replaces what it speaks of', async () => {
  const context = testContext();
  const header = 'Search term,Match type,Added/Excluded,Campaign,Currency code,Impr.,Clicks,Cost';
  const report = (name: string, cost: string) =>
    write(context, name, 'Search terms report', '"May 1, 2026 - May 8, 2026"', header, `teapot,Broad match,None,Kitchen,USD,10,2,${cost}`);
  const old = report('terms 2026-05-09.csv', '1.00');
  await run(context, 'import', old);
  const again = JSON.parse((await run(context, 'import', old, '--format', 'json')).out) as { rows: { status: string }[] };
  expect(again.rows.map(({ status }) => status)).toEqual(['unchanged']);
  await run(context, 'import', report('terms 2026-05-12.csv', '1.20'));
  expect(await query(context, 'SELECT cost FROM v_ads')).toEqual([{ cost: 1.2 }]);
});

it('two keyword lists of one day stand side by side', async () => {
  const context = testContext();
  const list = (name: string, ...rows: string[]) => write(context, name, 'Keyword,Currency,Avg. monthly searches,Competition', ...rows);
  await run(context, 'import', list('pots 2026-11-20.csv', 'teapot,USD,5000,Low', 'pot,USD,500,Low'));
  await run(context, 'import', list('kettles 2026-11-20.csv', 'kettle,USD,1K – 10K,High', 'pot,USD,500,Low'));
  expect(await query(context, 'SELECT keyword, volume_low, volume_high, period_to AS day FROM v_market_keywords ORDER BY 1')).toEqual([
    { keyword: 'kettle', volume_low: 1000, volume_high: 10000, day: '2026-11-20' },
    { keyword: 'pot', volume_low: 500, volume_high: 500, day: '2026-11-20' },
    { keyword: 'teapot', volume_low: 5000, volume_high: 5000, day: '2026-11-20' },
  ]);
});

it('what several companies advertise for one shop stands apart by channel', async () => {
  const context = testContext();
  await run(context, 'store', 'add', 'web', '--platform', 'shopify', '--currency', 'USD', '--timezone', 'UTC');
  for (const fixture of ['google/ads-ad-groups/us.csv', 'meta/ad-sets/us.csv', 'microsoft/ad-groups/us.csv'])
    expect((await run(context, 'import', take(context, fixture))).exitCode, fixture).toBe(0);
  expect(
    await query(context, 'SELECT store, channel, round(sum(cost), 2) AS cost, sum(orders) AS orders FROM v_ads GROUP BY 1, 2 ORDER BY 2'),
  ).toEqual([
    { store: 'web', channel: 'google', cost: 61.2, orders: null },
    { store: 'web', channel: 'meta', cost: 61.2, orders: 3 },
    { store: 'web', channel: 'microsoft', cost: 188.4, orders: null },
  ]);
});

it('research goes to the shop on its market, by the site that it names', async () => {
  const context = testContext();
  for (const [name, marketplace] of [
    ['us', 'Amazon.com'],
    ['uk', 'Amazon.co.uk'],
  ] as const)
    await run(context, 'store', 'add', name, '--platform', 'amazon', '--marketplace', marketplace);
  expect((await run(context, 'import', take(context, 'keepa/products/us-pictures.csv'))).exitCode).toBe(0);
  expect(
    await query(context, 'SELECT store, channel, offer_id, price, sales_rank, units_low, units_high FROM v_offers ORDER BY 3'),
  ).toEqual([
    { store: 'us', channel: 'keepa', offer_id: 'B0EXAMPLE1', price: 39.99, sales_rank: 8120, units_low: 400, units_high: null },
    { store: 'us', channel: 'keepa', offer_id: 'B0EXAMPLE2', price: 1012.5, sales_rank: 91204, units_low: null, units_high: null },
  ]);
});

it('ranks of several ASINs are kept by ASIN, bids as a range', async () => {
  const context = testContext();
  await run(context, 'import', take(context, 'helium10/cerebro/three-asins.csv'));
  const rows = await query(
    context,
    "SELECT ranks, cpc_low, cpc_high, organic_rank_low AS rank FROM v_market_keywords WHERE keyword = 'cast iron teapot'",
  );
  expect(rows).toEqual([{ ranks: '{"B0EXAMPLE1":"4","0123456789":">306"}', cpc_low: 0.84, cpc_high: 1.35, rank: 7 }]);
});
