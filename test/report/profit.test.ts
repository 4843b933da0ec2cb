/** `eco report profit` on a shop with two settlements, worked out on paper in settledShop.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPLAIN_COLUMNS } from '../../src/measures/profit/explain.js';
import { profitColumns } from '../../src/measures/profit/profitColumns.js';
import { PROFIT_KEYS } from '../../src/measures/profit/rollup.js';
import { SETTLEMENT_COLUMNS } from '../../src/measures/profit/settlements.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, type TestContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { MORNING, OCTOBER, settledShop } from './settledShop.js';

interface Json {
  readonly rows: readonly Record<string, unknown>[];
  readonly totals: readonly Record<string, unknown>[];
  readonly notes: readonly string[];
}

const dir = mkdtempSync(join(tmpdir(), 'eco-profit-'));
let shop: TestContext;

beforeAll(async () => {
  shop = await settledShop(dir);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function ask(words: readonly string[], context: TestContext = shop): Promise<Json> {
  const { exitCode, out, err } = await run(context, ...words, '--as-of', MORNING, '--format', 'json');
  expect(exitCode, err).toBe(0);
  expectValidJson(out);
  return JSON.parse(out) as Json;
}

const profit = (...options: string[]) => ask(['report', 'profit', ...options]);
const lines = ({ rows }: Json, key = 'amount') => Object.fromEntries(rows.map((row) => [row.line, row[key]]));
const cents = (text: unknown) => Math.round(Number(text) * 100);

async function sql(query: string): Promise<Record<string, unknown>[]> {
  const { exitCode, out, err } = await run(shop, 'db', 'sql', query, '--format', 'json');
  expect(exitCode, err).toBe(0);
  return (JSON.parse(out) as Json).rows as Record<string, unknown>[];
}

describe('report profit', () => {
  it('is the statement worked out on paper', async () => {
    const told = await profit(...OCTOBER);
    expect(lines(told)).toEqual({
      sales: '192.00',
      discounts: '-3.99',
      shipping_income: '3.99',
      refunds: '-33.00',
      commission: '-28.80',
      commission_returned: '4.95',
      refund_fees: '-0.99',
      fulfilment: '-35.68',
      storage: '-12.40',
      subscription: '-39.99',
      'fee: Handling of odd parcels': '-3.21',
      'fee: MoonPhaseFee': '-0.77',
      ads: '-21.00',
      goods_sold: '-54.50',
      goods_returned: '10.00',
      reimbursements: '18.50',
      profit: '-4.89',
      contribution: '29.00',
      tax_collected: '2.64',
      tax_withheld: '-2.64',
      reserve: '74.98',
    });
  });

  it('takes refunds back to the day of the order when asked', async () => {
    const told = lines(await profit(...OCTOBER, '--refunds', 'by-order-date'));
    expect(told.profit).toBe('14.15');
    expect(told).not.toHaveProperty('refunds');
    expect(told).not.toHaveProperty('goods_returned');
    expect(told.tax_collected).toBe('5.28');
    const september = lines(await profit('--period', '2026-09', '--refunds', 'by-order-date'));
    expect([september.refunds, september.commission_returned, september.goods_returned]).toEqual(['-33.00', '4.95', '10.00']);
  });

  it('agrees over all time, whichever day refunds count on', async () => {
    const all = ['--period', '2026-09-01..2026-10-21'];
    const [byRefund, byOrder] = [await profit(...all), await profit(...all, '--refunds', 'by-order-date')];
    expect(lines(byOrder)).toEqual(lines(byRefund));
  });

  it('adds up: lines to the profit; days, listings, channels to the store', async () => {
    const told = (await profit(...OCTOBER)).rows;
    const parts = told.filter(({ section }) => section !== 'apart' && section !== 'total');
    expect(parts.reduce((total, row) => total + cents(row.amount), 0)).toBe(-489);
    for (const by of ['day', 'week', 'month', 'listing', 'category', 'channel', 'store', 'client', 'day,listing,channel']) {
      const { rows, totals } = await profit(...OCTOBER, '--by', by);
      expect(totals, by).toMatchObject([{ profit_amount: '-4.89', sales_amount: '192.00', units: 9, currency: 'USD' }]);
      for (const key of ['profit_amount', 'sales_amount', 'fees_amount', 'goods_amount', 'estimated_amount', 'units'])
        expect(
          rows.reduce((total, row) => total + cents(row[key]), 0),
          `${by} ${key}`,
        ).toBe(cents(totals[0]?.[key]));
    }
  });

  it('gives each listing its own, and the store what belongs to none', async () => {
    const { rows } = await profit(...OCTOBER, '--by', 'listing');
    // Kettles: 132.00 sold, −33.00 back, fees −9.90 −10.40 −4.95 −5.20 −0.77 −4.95 −5.08 + 4.95 − 0.99, goods −42.00 + 10.00, paid 18.50.
    expect(rows.find(({ sku }) => sku === 'KETTLE-17')).toMatchObject({
      units: 4,
      fees_amount: '-37.29',
      goods_amount: '-32.00',
      profit_amount: '48.21',
    });
    // Mugs: 60.00 sold (12.00 of them expected), fees −1.80 −3.00 −5.40 −9.00 −1.80 −3.00, goods −12.50.
    expect(rows.find(({ sku }) => sku === 'MUG-4')).toMatchObject({ units: 5, fees_amount: '-24.00', profit_amount: '23.50' });
    expect(rows.find(({ sku }) => sku === null)).toMatchObject({
      units: 0,
      ads_amount: '-21.00',
      fees_amount: '-55.60',
      profit_amount: '-76.60',
    });
  });

  it('marks what is estimated, and says what was expected before the settlement came', async () => {
    const told = await profit(...OCTOBER);
    // O-5 at 12.00; commission 4.95 + 1.80; delivery 5.08 + 3.00.
    expect(lines(told, 'estimated_amount')).toMatchObject({
      sales: '12.00',
      commission: '-6.75',
      fulfilment: '-8.08',
      profit: '-2.83',
      refunds: null,
    });
    // By September's settlement: kettles 15 % and 5.00, mugs 15 % and 3.00, of 3 kettles for 99.00 and 4 mugs for 48.00.
    expect(lines(told, 'expected_before_amount')).toMatchObject({ commission: '-22.05', fulfilment: '-27.00' });
    expect(lines(told, 'became_amount')).toMatchObject({ commission: '-22.05', fulfilment: '-27.60', 'fee: MoonPhaseFee': '-0.77' });
    expect(told.notes).toContain(
      'us: fees of 2 of 6 order lines are estimated until their settlement comes: 2 from their listing’s settled orders, 0 from the store’s.',
    );
    expect(told.notes).toContain(
      'us: booked under names that eco does not know, each a line of its own: Handling of odd parcels, MoonPhaseFee.',
    );
  });

  it('says so where nothing happened', async () => {
    const { rows, notes } = await profit('--period', '2026-01');
    expect([rows, notes]).toEqual([
      [],
      ['Nothing was sold or booked from 2026-01-01 to 2026-01-31. What has come in, and of which days: eco files list'],
    ]);
  });

  it('is what SQL says on its own', async () => {
    const told = lines(await profit('--period', '2026-09-01..2026-10-21', '--by', 'line'));
    const sums = await sql(
      `SELECT CASE WHEN type = 'Refund' THEN 'back ' ELSE '' END || part AS name, round(sum(amount), 2) AS amount FROM v_transactions GROUP BY 1`,
    );
    const sum = (name: string) => cents(sums.find((row) => row.name === name)?.amount ?? 0);
    const booked = (await profit('--period', '2026-09-01..2026-10-19', '--by', 'line')).rows;
    const of = (line: string) => cents(booked.find((row) => row.line === line)?.amount ?? 0);
    expect(of('sales')).toBe(sum('Principal'));
    expect(of('refunds')).toBe(sum('back Principal'));
    expect(of('commission')).toBe(sum('Commission'));
    expect(of('commission_returned')).toBe(sum('back Commission'));
    expect(of('refund_fees')).toBe(sum('back RefundCommission'));
    expect(of('fulfilment')).toBe(sum('FBAPerUnitFulfillmentFee'));
    expect(of('storage') + of('subscription')).toBe(sum('Storage Fee') + sum('Subscription Fee'));
    expect(of('ads')).toBe(sum('TransactionTotalAmount'));
    expect(of('reimbursements')).toBe(sum('WAREHOUSE_LOST'));
    expect(of('reserve')).toBe(sum('Previous Reserve Amount Balance') + sum('Current Reserve Amount'));
    expect(of('tax_collected') + of('tax_withheld')).toBe(0);
    // Everything that the settlements book is in a line: without goods, the lines are the two totals.
    const [{ total }] = (await sql('SELECT sum(total) AS total FROM v_settlements')) as [{ total: number }];
    const lineSum = booked
      .filter(({ section }) => section !== 'total' && section !== 'goods')
      .reduce((all, row) => all + cents(row.amount), 0);
    expect(lineSum).toBe(cents(total));
    expect(cents(told.sales) - of('sales')).toBe(45_00);
  });
});

describe('settlements', () => {
  it('close: every row in one line, and their sum is the total', async () => {
    const { rows, notes } = await profit('--settlements', '--period', '2026-09-01..2026-10-21');
    const of = (id: string) => Object.fromEntries(rows.filter((row) => row.settlement_id === id).map((row) => [row.line, row.amount]));
    expect(of('900')).toEqual({ sales: '135.00', commission: '-20.25', fulfilment: '-24.00', sum_of_rows: '90.75', total: '90.75' });
    expect(of('901')).toMatchObject({ reserve: '74.98', 'fee: MoonPhaseFee': '-0.77', sum_of_rows: '84.42', total: '84.42' });
    expect(notes).toEqual([]);
  });
});

describe('explain', () => {
  it('leads from every figure to files and lines', async () => {
    const told = lines(await profit(...OCTOBER));
    const { rows } = await profit(...OCTOBER, '--explain');
    for (const [line, amount] of Object.entries(told)) {
      if (line === 'profit' || line === 'contribution') continue;
      const parts = rows.filter((row) => row.line === line);
      expect(
        parts.reduce((total, row) => total + cents(row.amount), 0),
        line,
      ).toBe(cents(amount));
      for (const row of parts)
        if (row.source === 'settlements') expect([row.file, row.report_format]).toEqual(['settlement-901.txt', 'amazon.settlement']);
    }
  });

  it('goes down to the row of the file', async () => {
    const { rows } = await profit(...OCTOBER, '--explain', '--line', 'commission', '--sku', 'KETTLE-17');
    expect(rows.map((row) => [row.day, row.amount, row.source, row.file, row.first_line, row.formula])).toEqual([
      ['2026-10-02', '-9.90', 'settlements', 'settlement-901.txt', 4, 'the platform’s share of sales'],
      ['2026-10-05', '-4.95', 'settlements', 'settlement-901.txt', 14, 'the platform’s share of sales'],
      ['2026-10-20', '-4.95', 'estimate', null, null, '15 % of 33.00 (this listing’s settled orders)'],
    ]);
    const goods = (await profit(...OCTOBER, '--explain', '--line', 'goods_sold', '--sku', 'KETTLE-17')).rows;
    expect(goods.map((row) => [row.day, row.amount, row.formula])).toEqual([
      ['2026-10-02', '-20.00', '2 units × cost said by hand'],
      ['2026-10-05', '-11.00', '1 unit × cost said by hand, from 2026-10-05'],
      ['2026-10-20', '-11.00', '1 unit × cost said by hand, from 2026-10-05'],
    ]);
  });
});

describe('products profit', () => {
  it('ranks listings by what they earned', async () => {
    const { rows } = await ask(['products', 'profit', ...OCTOBER]);
    expect(rows.map((row) => [row.store, row.sku, row.profit_amount])).toEqual([
      ['us', 'KETTLE-17', '48.21'],
      ['us', 'MUG-4', '23.50'],
      ['us', null, '-76.60'],
    ]);
  });
});

describe('the shape', () => {
  it('is published', () => {
    const keys = ['client', 'store', 'channel', 'listing_id', 'sku', 'title', 'category', 'day', 'week', 'month'];
    const wide = PROFIT_KEYS.filter((key) => key !== 'line');
    expectPublishedSchema({ id: 'report.profit/1', columns: profitColumns(PROFIT_KEYS) }, keys);
    expectPublishedSchema({ id: 'report.profit-by/1', columns: profitColumns(wide) }, keys);
    expectPublishedSchema({ id: 'products.profit/1', columns: profitColumns(['store', 'listing']) });
    expectPublishedSchema({ id: 'report.profit-settlements/1', columns: SETTLEMENT_COLUMNS });
    expectPublishedSchema({ id: 'report.profit-explain/1', columns: EXPLAIN_COLUMNS });
  });

  it('prints what its transcript says', async () => {
    shop.clear();
    await expectTranscript(shop, 'report-profit', [
      ['report', 'profit', ...OCTOBER, '--as-of', MORNING],
      ['report', 'profit', ...OCTOBER, '--by', 'listing', '--as-of', MORNING],
      ['report', 'profit', ...OCTOBER, '--by', 'month,line', '--refunds', 'by-order-date', '--as-of', MORNING, '--format', 'csv'],
      ['report', 'profit', ...OCTOBER, '--settlements', '--as-of', MORNING],
      ['report', 'profit', ...OCTOBER, '--explain', '--line', 'fulfilment', '--as-of', MORNING],
      ['products', 'profit', ...OCTOBER, '--as-of', MORNING],
    ]);
  });
});
