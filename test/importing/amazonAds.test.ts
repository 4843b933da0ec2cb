/** Amazon's ads reports, history and bulk files, from the file to the public views. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testContext } from '../cli/testContext.js';
import { importAll, importFixtures, put, rows } from './imported.js';

const FIXTURES = 'fixtures/platforms/amazon';

describe('a report of campaigns', () => {
  it('tells performance, and the settings that it prints', async () => {
    const context = testContext();
    await importFixtures(context, '2026-06-20', `${FIXTURES}/sp-campaigns/summary-2026.csv`);
    expect(
      await rows(context, 'SELECT store, grain, period_from, period_to, campaign, clicks, cost, sales, attribution_days FROM v_ads'),
    ).toEqual([
      ['us', 'campaign', '2026-05-01', '2026-05-31', 'SP | Kettles | Exact', 702, 561.6, 2771.16, 7],
      ['us', 'campaign', '2026-05-01', '2026-05-31', 'SP | Mugs | Paused', 0, 0, 0, 7],
    ]);
    expect(await rows(context, 'SELECT seen_on, campaign, state, budget, bidding_strategy FROM v_ad_entities')).toEqual([
      ['2026-05-31', 'SP | Kettles | Exact', 'ENABLED', 25, 'Dynamic bids - down only'],
      ['2026-05-31', 'SP | Mugs | Paused', 'PAUSED', 5, 'Fixed bids'],
    ]);
  });

  it("whose columns are the seller's choice tells no settings where he chose none", async () => {
    const context = testContext();
    await importFixtures(context, '2026-07-20', `${FIXTURES}/ads-campaigns-unified/cn-performance-only.csv`);
    expect(await rows(context, 'SELECT campaign_id, clicks, cost, orders, sales FROM v_ads')).toEqual([
      ['300000000000005', 11, 7.15, 1, 39.99],
    ]);
    expect(await rows(context, 'SELECT count(*) FROM v_ad_entities')).toEqual([[0]]);
  });
});

describe('what was bought instead of what was advertised', () => {
  it('stands beside the advertised product and its sales', async () => {
    const context = testContext();
    await importFixtures(context, '2026-07-20', `${FIXTURES}/sp-purchased-products/daily-2026.xlsx`);
    expect(await rows(context, 'SELECT grain, listing_id, purchased_item, orders_other_sku, sales_other_sku, orders FROM v_ads')).toEqual([
      ['purchased-item', 'B0EXAMPLE2', 'B0EXAMPLE6', 1, 18.5, null],
      ['purchased-item', 'B0EXAMPLE2', 'B0EXAMPLE7', 1, 41, null],
    ]);
  });
});

describe('the history of ads', () => {
  const HISTORY = `${FIXTURES}/ads-history/bids-and-budgets.csv`;
  const CHANGES = 'SELECT changed_at, entity, campaign_id, targeting, change_type, changed_from, changed_to FROM v_ad_changes';

  it('is a change a row', async () => {
    const context = testContext();
    await importFixtures(context, '2026-05-20', HISTORY);
    expect(await rows(context, `${CHANGES} WHERE campaign_id = 'A0000000EXAMPLECAMP1' ORDER BY changed_at`)).toEqual([
      ['2026-05-15 13:28:43', 'TARGETING_CLAUSE', 'A0000000EXAMPLECAMP1', 'goose neck kettle', 'BID_AMOUNT', '0.4', '0.42'],
      ['2026-05-15 13:28:44', 'TARGETING_CLAUSE', 'A0000000EXAMPLECAMP1', 'asin="B0EXAMPLE1"', 'BID_AMOUNT', '0.33', '0.36'],
      ['2026-05-16 13:30:00', 'CAMPAIGN', 'A0000000EXAMPLECAMP1', 'SP | Kettles | Exact', 'BUDGET_AMOUNT', '20.0', '25.0'],
    ]);
  });

  it('grows by newer files that begin in the middle of a day', async () => {
    const context = testContext();
    const [header, first, second, third] = readFileSync(HISTORY, 'utf8').split('\n') as [string, string, string, string];
    put(context, 'old.csv', `${header}\n${first}\n${second}\n`, '2026-05-16');
    const evening = first.replace('1778851723231', '1778878800000').replace('0.4,0.42', '0.42,0.5');
    put(context, 'new.csv', `${header}\n${evening}\n${third}\n`, '2026-05-17');
    await importAll(context, 'old.csv', 'new.csv');
    expect(await rows(context, 'SELECT changed_at, changed_to FROM v_ad_changes ORDER BY changed_at')).toEqual([
      ['2026-05-15 13:28:43', '0.42'],
      ['2026-05-15 13:28:44', '0.36'],
      ['2026-05-15 21:00:00', '0.5'],
      ['2026-05-16 13:30:00', '25.0'],
    ]);
  });
});

describe('a bulksheet', () => {
  it('lists what there is, on the day of its download and not on the days in its name', async () => {
    const context = testContext();
    put(
      context,
      'bulk-a1example-20260401-20260430-1777500000000.xlsx',
      readFileSync(`${FIXTURES}/bulksheet/sponsored-products.xlsx`),
      '2026-05-02',
    );
    await importAll(context, 'bulk-a1example-20260401-20260430-1777500000000.xlsx');
    expect(
      await rows(
        context,
        'SELECT seen_on, entity, ad_group_id, targeting, target_id, match_type, sku, state, bid, budget, placement, bid_adjustment FROM v_ad_entities',
      ),
    ).toEqual([
      ['2026-05-02', 'Campaign', null, null, null, null, null, 'enabled', null, 25, null, null],
      ['2026-05-02', 'Bidding Adjustment', null, null, null, null, null, null, null, null, 'Placement Top', 0.5],
      ['2026-05-02', 'Ad Group', '400000000000001', null, null, null, null, 'enabled', 0.75, null, null, null],
      ['2026-05-02', 'Product Ad', '400000000000001', null, '600000000000001', null, 'KETTLE-17', 'enabled', null, null, null, null],
      [
        '2026-05-02',
        'Keyword',
        '400000000000001',
        'goose neck kettle',
        '500000000000001',
        'exact',
        null,
        'enabled',
        0.85,
        null,
        null,
        null,
      ],
      [
        '2026-05-02',
        'Negative Keyword',
        '400000000000001',
        'free',
        '500000000000009',
        'negativeExact',
        null,
        'enabled',
        null,
        null,
        null,
        null,
      ],
      [
        '2026-05-02',
        'Product Targeting',
        '400000000000001',
        'asin="B0EXAMPLE1"',
        '500000000000002',
        null,
        null,
        'paused',
        0.6,
        null,
        null,
        null,
      ],
    ]);
  });

  it('has its search terms on the days in its name', async () => {
    const context = testContext();
    const name = 'bulk-a1example-20260401-20260430-1777500000000.xlsx';
    put(context, name, readFileSync(`${FIXTURES}/bulksheet-search-terms/${name}`), '2026-05-02');
    await importAll(context, name);
    expect(await rows(context, 'SELECT period_from, period_to, search_term, clicks, cost, orders FROM v_ads')).toEqual([
      ['2026-04-01', '2026-04-30', 'goose neck kettle', 44, 35.2, 4],
      ['2026-04-01', '2026-04-30', 'b0example1', 4, 2.4, 0],
    ]);
  });

  it('of the old form lists the same things', async () => {
    const context = testContext();
    await importFixtures(context, '2021-02-01', `${FIXTURES}/bulksheet-legacy/us-2021.csv`);
    expect(
      await rows(context, 'SELECT seen_on, entity, ad_group, targeting, sku, state, bid, budget, bid_adjustment FROM v_ad_entities'),
    ).toEqual([
      ['2021-02-01', 'Campaign', null, null, null, 'enabled', null, 25, null],
      ['2021-02-01', 'Campaign By Placement', null, null, null, 'enabled', null, null, 0.5],
      ['2021-02-01', 'Ad Group', 'Kettles', null, null, 'enabled', 0.75, null, null],
      ['2021-02-01', 'Ad', 'Kettles', null, 'KETTLE-17', 'paused', null, null, null],
      ['2021-02-01', 'Keyword', 'Kettles', 'goose neck kettle', null, 'enabled', 0.85, null, null],
    ]);
  });
});
