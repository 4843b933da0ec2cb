import { describe, expect, it } from 'vitest';
import { run, testContext } from '../cli/testContext.js';
import { importFiles, MORNING, tinyShop } from './tinyShop.js';

interface Json {
  readonly rows: readonly Record<string, unknown>[];
  readonly totals: readonly Record<string, unknown>[];
  readonly notes: readonly string[];
}

type Shop = Awaited<ReturnType<typeof tinyShop>>;

async function list(context: Shop, asOf: string, ...options: string[]): Promise<Json> {
  const { exitCode, out, err } = await run(context, 'products', 'list', '--as-of', asOf, '--format', 'json', ...options);
  expect(exitCode, err).toBe(0);
  return JSON.parse(out) as Json;
}

const figures = (rows: Json['rows']) =>
  rows.map((row) => [row.store, row.sku, row.price_amount, row.available, row.units_30d, row.sales_30d_amount]);

describe('products list', () => {
  it('has price, stock and 30 days of sales of each listing, and of what sold without being one', async () => {
    const { rows, totals } = await list(await tinyShop(), MORNING, '--store', 'us');
    expect(figures(rows)).toEqual([
      ['us', 'KETTLE-17', '27.50', 40, 10, '275.00'],
      ['us', 'LID-1', '3.00', 5, 0, '0.00'],
      ['us', 'MUG-4', '11.50', 38, 12, '138.00'],
      ['us', 'TRAY-M', '22.90', null, 1, null],
      ['us', 'GHOST-9', null, null, 1, '9.00'],
    ]);
    expect(rows.at(-1)).toMatchObject({ listing_id: null, title: 'Ghost candle', status: null, currency: 'USD' });
    expect(totals).toMatchObject([{ currency: 'USD', available: 83, units_30d: 24, sales_30d_amount: '422.00' }]);
  });

  it('adds up to the sales of the order lines themselves', async () => {
    const shop = await tinyShop();
    const { totals } = await list(shop, MORNING);
    const sql = `SELECT sum(quantity) AS units, round(sum(amount) * 100) AS cents FROM v_order_lines
      WHERE counts = 1 AND day BETWEEN '2026-10-23' AND '2026-11-21'`;
    const { out } = await run(shop, 'db', 'sql', sql, '--format', 'jsonl');
    expect(JSON.parse(out)).toMatchObject({ units: 24, cents: 42_200 });
    expect(totals).toMatchObject([{ units_30d: 24, sales_30d_amount: '422.00' }]);
  });

  it('leaves the sales of a store without orders unknown instead of zero', async () => {
    const { rows, notes } = await list(await tinyShop(), MORNING, '--store', 'web');
    expect(figures(rows)).toEqual([
      ['web', 'MUG-4', '32.00', 10, null, null],
      ['web', null, '32.00', 4, null, null],
    ]);
    expect(notes.join('\n')).toContain('No imported orders cover 2026-10-23 … 2026-11-21 in web');
  });

  it('counts the days whose orders are known, and names the others', async () => {
    // The last order is of 21 November, and the only order file was made on that day in Los Angeles.
    const { rows, notes } = await list(await tinyShop(), '2026-12-10', '--store', 'us');
    expect(rows[0]).toMatchObject({ sku: 'KETTLE-17', units_30d: 5, sales_days_known: 12 });
    expect(notes[0]).toBe('us: orders are known for 12 of the 30 days; missing 2026-11-22 … 2026-12-09.');
  });

  it('counts only snapshots from before the morning it is asked about', async () => {
    const shop = await tinyShop();
    const mugs = async (asOf: string) => (await list(shop, asOf, '--store', 'us', '--where', 'sku=MUG-4')).rows[0];
    expect(await mugs('2026-11-20')).toMatchObject({ available: 40, stock_on: '2026-11-20', units_30d: 12 });
    expect(await mugs('2026-11-19')).toMatchObject({ available: 0, stock_on: '2026-11-14' });
  });

  it('hides removed listings unless they are asked for', async () => {
    const shop = await tinyShop();
    const onlyBlue = `Handle,Title,Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Status
mug-set,Stoneware Mugs,ACME,Mugs,true,Color,Blue,MUG-4,shopify,9,32.00,active
`;
    await importFiles(shop, [{ name: 'products_later.csv', at: '2026-11-22T06:00:00Z', text: onlyBlue }], '--store', 'web');
    expect((await list(shop, MORNING, '--store', 'web')).rows.map((row) => row.listing_id)).toEqual(['mug-set/Blue']);
    const all = (await list(shop, MORNING, '--store', 'web', '--all')).rows;
    expect(all.map((row) => [row.listing_id, row.removed_on])).toEqual([
      ['mug-set/Blue', null],
      ['mug-set/Sand', '2026-11-22'],
    ]);
  });

  it('says how to begin where there is no database yet', async () => {
    const { exitCode, err } = await run(testContext(), 'products', 'list');
    expect(exitCode).toBe(1);
    expect(err).toContain('eco import FOLDER');
  });
});
