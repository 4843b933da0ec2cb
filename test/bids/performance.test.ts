import { describe, expect, it } from 'vitest';
import { GROUPING_NAMES } from '../../src/bids/grouping.js';
import { performanceColumns } from '../../src/bids/performance.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { importFiles, MORNING, type ShopFile } from '../products/tinyShop.js';
import { AD_FILES, FOURTEEN_DAYS } from './adFiles.js';

interface Json {
  readonly rows: readonly Record<string, unknown>[];
  readonly totals: readonly Record<string, unknown>[];
  readonly notes: readonly string[];
}

async function adShop(files: readonly ShopFile[] = AD_FILES): Promise<TestContext> {
  const context = testContext();
  await importFiles(context, files, '--store', 'us');
  return context;
}

async function performance(context: TestContext, ...options: string[]): Promise<Json> {
  const { exitCode, out, err } = await run(context, 'bids', 'performance', '--as-of', MORNING, '--format', 'json', ...options);
  expect(exitCode, err).toBe(0);
  expectValidJson(out);
  return JSON.parse(out) as Json;
}

const WHOLE = ['--from', '2026-10-01', '--to', '2026-11-02'];
const brief = (rows: Json['rows'], key: string) => rows.map((row) => [row[key], row.clicks, row.cost_amount, row.sales_amount, row.orders]);

describe('bids performance', () => {
  it('adds the month and the days outside of it, never the day inside it', async () => {
    const { rows, totals, notes } = await performance(await adShop(), ...WHOLE);
    // Kettles: October 100 clicks + 6 + 10; the 4 clicks of 31 October are part of October.
    expect(rows).toMatchObject([
      { campaign: 'Kettles', impressions: 1160, clicks: 116, cost_amount: '58.00', orders: 10, units: 11, sales_amount: '255.00' },
      { campaign: 'Mugs', impressions: 550, clicks: 22, cost_amount: '11.00', orders: 1, units: 1, sales_amount: '11.50' },
    ]);
    expect(rows[0]).toMatchObject({ ctr: 0.1, cpc_amount: '0.50', cvr: 10 / 116, acos: 58 / 255, roas: 255 / 58 });
    expect(totals).toMatchObject([{ impressions: 1710, clicks: 138, cost_amount: '69.00', sales_amount: '266.50', acos: 69 / 266.5 }]);
    expect(notes.filter((note) => note.includes('no ad'))).toEqual([]);
  });

  it('takes the days alone where the month reaches beyond the period, and names the rest', async () => {
    const { rows, notes } = await performance(await adShop());
    expect(brief(rows, 'campaign')).toEqual([
      ['Kettles', 20, '10.00', '82.50', 3],
      ['Mugs', 2, '1.00', '11.50', 1],
    ]);
    expect(notes).toContain('us: no ad figures for 2026-10-23 … 2026-10-30, 2026-11-03 … 2026-11-21.');
    expect(notes).toContain('Not used, since a report cannot be cut: 2 campaigns of 2026-10-01 … 2026-10-31.');
  });

  it('answers by day with days only, by week and month with what lies within one', async () => {
    const shop = await adShop();
    expect(brief((await performance(shop, ...WHOLE, '--by', 'day')).rows, 'day')).toEqual([
      ['2026-10-31', 4, '2.00', '27.50', 1],
      ['2026-11-01', 6, '3.00', '0.00', 0],
      ['2026-11-02', 12, '6.00', '66.50', 3],
    ]);
    // 1 November 2026 is a Sunday: Saturday and Sunday are of one week, Monday of the next.
    expect(brief((await performance(shop, ...WHOLE, '--by', 'week')).rows, 'week')).toEqual([
      ['2026-10-26', 10, '5.00', '27.50', 1],
      ['2026-11-02', 12, '6.00', '66.50', 3],
    ]);
    expect(brief((await performance(shop, ...WHOLE, '--by', 'month')).rows, 'month')).toEqual([
      ['2026-10', 120, '60.00', '200.00', 8],
      ['2026-11', 18, '9.00', '66.50', 3],
    ]);
  });

  it('groups by several keys, down to what the shopper typed', async () => {
    const { rows } = await performance(await adShop(), ...WHOLE, '--by', 'match_type,search_term');
    expect(rows.map((row) => [row.match_type, row.search_term, row.clicks, row.acos])).toEqual([
      ['EXACT', 'electric kettle', 106, 53 / 255],
      ['-', 'mug set', 22, 11 / 11.5],
      ['EXACT', 'kettle 1.7', 10, null],
    ]);
  });

  it('keeps sales apart that are counted over another number of days', async () => {
    const shop = await adShop([...AD_FILES, FOURTEEN_DAYS]);
    const { rows, totals, notes } = await performance(shop, '--from', '2026-11-01', '--to', '2026-11-03', '--by', 'store');
    expect(rows.map((row) => [row.store, row.attribution_days, row.clicks, row.sales_amount])).toEqual([
      ['us', 7, 18, '66.50'],
      ['us', 14, 2, '9.00'],
    ]);
    expect(totals).toHaveLength(2);
    expect(notes.join('\n')).toContain('Sales are counted over 7, 14 days after the click');
  });

  it('is the same whichever file came first, and counts a file once however often it is imported', async () => {
    const forward = await performance(await adShop(AD_FILES), ...WHOLE);
    const backward = await adShop([...AD_FILES].reverse());
    await importFiles(
      backward,
      AD_FILES.map((file) => ({ ...file, name: `again/${file.name}` })),
      '--store',
      'us',
    );
    expect(await performance(backward, ...WHOLE)).toEqual(forward);
  });

  it('says so where there is nothing to add up', async () => {
    const { rows, notes } = await performance(await adShop(), '--from', '2026-11-10', '--to', '2026-11-12');
    expect(rows).toEqual([]);
    expect(notes).toEqual(['us: no ad report can answer for 2026-11-10 … 2026-11-12.']);
  });

  it('refuses what it cannot group by', async () => {
    const shop = await adShop();
    const wrong = await run(shop, 'bids', 'performance', '--by', 'colour');
    expect([wrong.exitCode, wrong.err]).toEqual([2, `eco: --by colour: one of ${GROUPING_NAMES.join(', ')} expected\n`]);
    expect((await run(shop, 'bids', 'performance', '--by', 'day,week')).exitCode).toBe(2);
    expect((await run(shop, 'bids', 'performance', '--from', '2026-11-05', '--to', '2026-11-01')).exitCode).toBe(2);
    expect((await run(shop, 'bids', 'performance', '--from', '2026-02-30')).exitCode).toBe(2);
  });

  it('prints what its transcript says, and has published its shape', async () => {
    expectPublishedSchema({ id: 'bids.performance/1', columns: performanceColumns(GROUPING_NAMES) }, GROUPING_NAMES);
    await expectTranscript(await adShop(), 'bids', [
      ['bids', 'performance', '--as-of', MORNING, ...WHOLE],
      ['bids', 'performance', '--as-of', MORNING],
      ['bids', 'performance', '--as-of', MORNING, ...WHOLE, '--by', 'month', '--format', 'csv'],
      ['bids', 'performance', '--by', 'colour'],
    ]);
  });
});
