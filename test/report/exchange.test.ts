/** Stores of two currencies side by side and together, at a dated rate: worked by hand, then through the importer (weekShop.ts). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { datedRateTable } from '../../src/measures/profit/rates.js';
import { comparedFigures } from '../../src/report/kpis/compared.js';
import { comparedIn, type Exchange, exchangeNotes, exchangesOn, figuresIn } from '../../src/report/kpis/exchange.js';
import { unknownFigures } from '../../src/report/kpis/figures.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { writeExport } from './tinyShop.js';
import { MONDAY, writeWeekShop } from './weekShop.js';

const SUNDAY = '2026-11-15' as Day;
const FRIDAY = '2026-11-13' as Day;
const PERIOD = { from: '2026-11-09' as Day, to: SUNDAY };
const rate = (from: string, to: string, day: string, value: string) => ({ from, to, day: day as Day, rate: value });
const ECB = datedRateTable([
  rate('EUR', 'USD', '2026-11-12', '1.10'),
  rate('EUR', 'USD', FRIDAY, '1.20'),
  rate('EUR', 'CNY', FRIDAY, '8.00'),
]);

describe('rates', () => {
  test('of the last trading day before, and over the euro: 1.20 ÷ 8.00', () => {
    const found = exchangesOn(['CNY', 'EUR', 'USD', null, 'GBP'], 'USD', SUNDAY, ECB);
    expect([...found.values()]).toEqual([
      { from: 'CNY', to: 'USD', rate: 0.15, day: FRIDAY },
      { from: 'EUR', to: 'USD', rate: 1.2, day: FRIDAY },
    ]);
  });

  test('are said with their day, and who has none is named with what to do', () => {
    const stores = [
      { name: 'de', currency: 'EUR' },
      { name: 'uk', currency: 'GBP' },
      { name: 'new', currency: null },
      { name: 'us', currency: 'USD' },
    ];
    const found = exchangesOn(
      stores.map(({ currency }) => currency),
      'USD',
      SUNDAY,
      ECB,
    );
    expect(exchangeNotes(stores, 'USD', SUNDAY, found)).toEqual([
      'EUR at 1.2 USD, the rate of 2026-11-13',
      'uk: in GBP, since no imported table has a rate to USD of 2026-11-15 or the ten days before: eco products costs rates import eurofxref-hist.zip',
      'the currency of new is not known, so nothing is converted: eco store edit new --currency CODE',
    ]);
  });
});

describe('figures in another currency', () => {
  const yen: Exchange = { from: 'EUR', to: 'JPY', rate: 171.25, day: FRIDAY };

  test('amounts are converted once each, counts and what is unknown stay', () => {
    const figures = {
      ...unknownFigures(PERIOD),
      sales: 100_000,
      orders: 20,
      refunded: 1_000,
      profit: { minor: -5_000, sales: 100_000, estimated: 0.2, withoutCost: 0 },
    };
    // 1,000.00 EUR × 171.25 = 171,250 JPY; 10.00 EUR = 1,712.5, half away from zero.
    expect(figuresIn(figures, yen)).toMatchObject({
      sales: 171_250,
      orders: 20,
      refunded: 1_713,
      adSpend: null,
      profit: { minor: -8_563, sales: 171_250, estimated: 0.2 },
    });
  });

  test('no change and no ratio moves', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 1e8 }));
    fc.assert(
      fc.property(amount, amount, amount, amount, (sales, before, adSpend, adSales) => {
        const now = { ...unknownFigures(PERIOD), sales, adSpend, adSales };
        const was = { ...unknownFigures(PERIOD), sales: before };
        const own = comparedFigures(now, { previous: [was], usual: [], lastYear: [] }, 'previous', () => null);
        const other = comparedIn(own, yen);
        for (const metric of ['acos', 'tacos', 'roas', 'margin'] as const) expect(other[metric]).toEqual(own[metric]);
        expect(other.sales.changes).toEqual(own.sales.changes);
        expect(other.sales.value === null).toBe(sales === null);
      }),
    );
  });
});

describe('through the importer', () => {
  let dir: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'eco-exchange-'));
    const shop = testContext({ now: MONDAY, dir });
    writeWeekShop(shop);
    writeExport(shop, '../rates.csv', 'Date,USD,CNY\n2026-11-13,1.2000,8.0000\n2026-11-12,1.1000,7.0000\n');
    for (const folder of ['amazon', 'us', 'shop'])
      expect((await run(shop, 'import', join('in', folder), '--store', folder === 'shop' ? 'shop' : 'us')).exitCode).toBe(0);
    for (const store of ['us', 'shop']) expect((await run(shop, 'store', 'edit', store, '--client', 'Tarn')).exitCode).toBe(0);
  }, 60_000);
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  const context = (): TestContext => testContext({ now: MONDAY, dir });
  const rows = async (...words: string[]): Promise<Record<string, unknown>[]> =>
    (JSON.parse((await run(context(), ...words, '--format', 'json')).out) as { rows: Record<string, unknown>[] }).rows;

  test('without a rate nothing is converted, and it is said; with one, it is', async () => {
    await expectTranscript(context(), 'report-exchange', [
      ['report', 'clients', '--currency', 'USD'],
      ['report', 'compare', 'us', 'shop', '--period', 'W46', '--currency', 'euro'],
      ['report', 'compare', 'W46', 'W45', '--currency', 'EUR'],
      ['report', 'weekly', '--currency', 'EUR'],
      ['products', 'costs', 'rates', 'import', 'rates.csv'],
      ['report', 'compare', 'us', 'shop', '--period', 'W46'],
      ['report', 'clients', '--currency', 'USD'],
      ['report', 'clients', '--currency', 'GBP'],
      ['report', 'weekly', '--by', 'client', '--currency', 'EUR', '--where', 'metric=sales'],
    ]);
  });

  test('1,400.00 CNY at 1.20 ÷ 8.00 are 210.00 USD', async () => {
    const found = await rows('report', 'compare', 'us', 'shop', '--period', 'W46');
    expect(found.find(({ metric }) => metric === 'sales')).toMatchObject({
      value_a: '11880.00',
      value_b: '210.00',
      currency_b: 'USD',
      difference: '11670.00',
    });
    const [client] = await rows('report', 'clients', '--currency', 'USD');
    expect(client).toMatchObject({ client: 'Tarn', stores: 'shop, us', currency: 'USD', sales_amount: '12090.00', orders: 230 });
    // 12,090.00 ÷ 1.20
    const [sales] = await rows('report', 'weekly', '--by', 'client', '--currency', 'EUR');
    expect(sales).toMatchObject({ client: 'Tarn', metric: 'sales', value: '10075.00', currency: 'EUR' });
  });
});
