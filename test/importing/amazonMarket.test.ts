/** Amazon's Brand Analytics, and its sales and traffic by date, from the file to the public views. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run, testContext } from '../cli/testContext.js';
import { importAll, importFixtures, put, rows } from './imported.js';

const FIXTURES = 'fixtures/platforms/amazon';

describe('Brand Analytics', () => {
  it('ranks search terms in the week or month that stands above the header', async () => {
    const context = testContext();
    await importFixtures(
      context,
      '2026-04-20',
      `${FIXTURES}/top-search-terms/us-week.csv`,
      `${FIXTURES}/top-search-terms/month-until-2023.csv`,
    );
    expect(
      await rows(
        context,
        `SELECT period_from, period_to, market_rank, keyword, category, json_extract(leaders, '$."Top Clicked Product #2: ASIN"'),
          json_extract(leaders, '$."#1 Click Share"') FROM v_market_keywords ORDER BY period_from, market_rank`,
      ),
    ).toEqual([
      ['2022-11-01', '2022-11-30', 1204, 'matcha whisk', null, null, '31.4%'],
      ['2026-04-05', '2026-04-11', 1, 'goose neck kettle', 'Kitchen', 'B0EXAMPLE6', null],
      ['2026-04-05', '2026-04-11', 2, '"teapot" 1l', 'Kitchen', null, null],
    ]);
  });

  it('tells the funnel of a search, of the market beside that of a brand or a product', async () => {
    const context = testContext();
    const brand = `${FIXTURES}/search-query-performance/brand-week.csv`;
    await importFixtures(context, '2026-04-20', `${FIXTURES}/search-query-performance/asin-month.csv`, brand);
    put(context, 'other.csv', readFileSync(brand, 'utf8').replace('Acme Kettles', 'Acme Teapots'), '2026-04-20');
    await importAll(context, 'other.csv');
    expect(
      await rows(
        context,
        `SELECT period_from, period_to, brand, listing_id, keyword, volume_low, impressions, own_impressions, clicks, own_clicks, carts, own_carts,
          purchases, own_purchases FROM v_market_keywords WHERE keyword LIKE '%goose%' ORDER BY period_from, brand`,
      ),
    ).toEqual([
      ['2026-02-01', '2026-02-07', 'Acme Kettles', null, 'goose neck kettle', 1841, 52310, 912, 1204, 61, 402, 24, 198, 13],
      ['2026-02-01', '2026-02-07', 'Acme Teapots', null, 'goose neck kettle', 1841, 52310, 912, 1204, 61, 402, 24, 198, 13],
      ['2026-03-01', '2026-03-31', null, 'B0EXAMPLE2', 'gooseneck kettle', 58, 1841, 3, 47, 1, 12, 0, 5, 0],
    ]);
  });

  it('tells of the products that searches found', async () => {
    const context = testContext();
    await importFixtures(context, '2026-07-20', `${FIXTURES}/search-catalog-performance/us-quarter.csv`);
    expect(
      await rows(context, 'SELECT grain, period_from, period_to, item, impressions, clicks, cart_units, conversions, sales FROM v_traffic'),
    ).toEqual([
      ['search', '2026-04-01', '2026-06-30', 'B0EXAMPLE2', 52310, 1204, 402, 198, 6532.02],
      ['search', '2026-04-01', '2026-06-30', 'B0EXAMPLE3', 910, 0, 0, 0, 0],
    ]);
  });
});

describe('sales and traffic by date', () => {
  const US = readFileSync(`${FIXTURES}/traffic-by-date/us.csv`, 'utf8');
  const WEEKS = US.replace('8/12/26', '8/9/26').replace('8/13/26', '8/16/26');
  const SHOP = 'SELECT period_from, period_to, sessions, page_views, units, order_items, sales FROM v_shop ORDER BY period_from';

  it('are the days of the shop', async () => {
    const context = testContext();
    put(context, 'x.csv', US, '2026-08-20');
    await importAll(context, 'x.csv');
    expect(await rows(context, SHOP)).toEqual([
      ['2026-08-12', '2026-08-12', 749, 1009, 91, 72, 2203.7],
      ['2026-08-13', '2026-08-13', 701, 980, 80, 66, 1902.1],
    ]);
  });

  it('are refused where nothing proves that a row is a day', async () => {
    const context = testContext();
    put(context, 'x.csv', WEEKS, '2026-08-20');
    const { exitCode, out } = await run(context, 'import', 'x.csv');
    expect(exitCode).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'may have a row a week or a month as well as a row a day: no two of its rows are one day apart. Download it by day, for two days or more; of a single day, say which: --period 2026-11-20',
    );
    expect(await rows(context, 'SELECT count(*) FROM v_shop')).toEqual([[0]]);
  });

  it('of a single day are read where it is said to be one', async () => {
    const context = testContext();
    put(context, 'x.csv', US.split('\n').slice(0, 2).join('\n').replace('8/12/26', '8/21/26'), '2026-08-22');
    expect((await run(context, 'import', 'x.csv')).exitCode).toBe(1);
    expect((await run(context, 'import', 'x.csv', '--period', '2026-08-20')).exitCode).toBe(1);
    expect((await run(context, 'import', 'x.csv', '--period', '2026-08-21')).exitCode).toBe(0);
    expect(await rows(context, SHOP)).toEqual([['2026-08-21', '2026-08-21', 749, 1009, 91, 72, 2203.7]]);
  });
});
