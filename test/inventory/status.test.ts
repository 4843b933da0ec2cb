import { describe, expect, it } from 'vitest';
import { STATUS_COLUMNS } from '../../src/inventory/status.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { importFiles, MORNING, tinyShop } from '../products/tinyShop.js';

type Shop = Awaited<ReturnType<typeof tinyShop>>;

interface Json {
  readonly rows: readonly Record<string, unknown>[];
  readonly totals: readonly Record<string, unknown>[];
  readonly notes: readonly string[];
}

async function status(context: Shop, ...options: string[]): Promise<Json> {
  const { exitCode, out, err } = await run(context, 'inventory', 'status', '--as-of', MORNING, '--format', 'json', ...options);
  expect(exitCode, err).toBe(0);
  expectValidJson(out);
  return JSON.parse(out) as Json;
}

describe('inventory status', () => {
  it('adds up what a report splits, and leaves days without stock out of the velocity', async () => {
    const { rows } = await status(await tinyShop(), '--store', 'us', '--where', 'sku=MUG-4');
    expect(rows[0]).toMatchObject({
      on_hand: 44,
      available: 38,
      committed: 2,
      reserved: 3,
      unsellable: 1,
      inbound: 10,
      units_30d: 12,
      days_without_stock: 7,
      velocity_days: 23,
      velocity_per_day: 0.5217, // 12 ÷ 23
      days_of_cover: 72.8333, // 38 ÷ (12 ÷ 23)
      stock_out_on: '2027-02-02', // 22 November + 72 days
      locations: 'FBA: 38',
      stock_on: '2026-11-22',
      stock_value_amount: null,
    });
  });

  it('knows no cover without sales, without stock or without orders', async () => {
    const { rows } = await status(await tinyShop());
    const brief = rows.map((row) => [row.store, row.listing_id, row.available, row.velocity_per_day, row.days_of_cover, row.stock_out_on]);
    expect(brief).toEqual([
      ['us', 'KETTLE-17', 40, 0.3333, 120, '2027-03-22'],
      ['us', 'LID-1', 5, 0, null, null],
      ['us', 'MUG-4', 38, 0.5217, 72.8333, '2027-02-02'],
      ['us', 'TRAY-M', null, 0.0333, null, null],
      ['web', 'mug-set/Blue', 10, null, null, null],
      ['web', 'mug-set/Sand', 4, null, null, null],
    ]);
  });

  it('tells no listings at risk of a store whose sales nobody knows: that is unknown, not 0', async () => {
    const { out } = await run(await tinyShop(), 'report', 'daily', '--as-of', MORNING, '--format', 'json');
    const { rows } = JSON.parse(out) as Json;
    const atRisk = rows.filter(({ metric }) => metric === 'stock_at_risk').map(({ store, value }) => [store, value]);
    expect(Object.fromEntries(atRisk)).toMatchObject({ us: 0, web: null });
  });

  it('values what is on hand at unit cost, and says whose cost is unknown', async () => {
    const { rows, totals, notes } = await status(await tinyShop(), '--store', 'web');
    expect(rows.map((row) => [row.on_hand, row.cost_amount, row.stock_value_amount])).toEqual([
      [10, '5.40', '54.00'],
      [4, null, null],
    ]);
    expect(totals).toMatchObject([{ currency: 'USD', on_hand: 14, stock_value_amount: '54.00' }]);
    expect(notes).toContain('1 row with units on hand but no unit cost: their value is unknown and not in the totals.');
  });

  it('takes the locations or the total of the whole shop, whichever is newer, never both', async () => {
    const shop = await tinyShop();
    const locations = `Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Location,Incoming,Unavailable,Committed,Available,On hand
mug-set,Stoneware Mugs,Color,Blue,MUG-4,,,Shop floor,0,0,1,6,7
mug-set,Stoneware Mugs,,Blue,MUG-4,,,Warehouse,20,0,0,3,3
`;
    await importFiles(shop, [{ name: 'inventory_export.csv', at: '2026-11-22T06:00:00Z', text: locations }], '--store', 'web');
    const [blue] = (await status(shop, '--store', 'web')).rows;
    expect(blue).toMatchObject({ available: 9, on_hand: 10, committed: 1, inbound: 20, locations: 'Shop floor: 6, Warehouse: 3' });
  });

  it('keeps units that no catalogue knows, and says how old figures are', async () => {
    const shop = await tinyShop();
    const merchant = 'sku\tasin\tprice\tquantity\nKETTLE-17\tB0KETTLE17\t27.50\t33\n';
    const strange = `sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tmfn-listing-exists\tmfn-fulfillable-quantity\tafn-listing-exists\tafn-warehouse-quantity\tafn-fulfillable-quantity\tafn-unsellable-quantity\tafn-reserved-quantity\tafn-total-quantity\tper-unit-volume\tafn-inbound-working-quantity\tafn-inbound-shipped-quantity\tafn-inbound-receiving-quantity
OLD-1\tX1\tB0OLD00001\tOld thing\tNew\t\tNo\t\tYes\t7\t6\t1\t0\t7\t0\t0\t0\t0
`;
    await importFiles(shop, [{ name: 'open.txt', at: '2026-11-22T05:30:00Z', text: merchant }], '--store', 'us');
    await importFiles(shop, [{ name: 'fba-now.txt', at: '2026-11-01T05:30:00Z', text: strange }], '--store', 'us');
    const { rows, notes } = await status(shop, '--store', 'us');
    expect(rows.map((row) => [row.sku, row.listing_id, row.available])).toContainEqual(['KETTLE-17', 'KETTLE-17', 33]);
    expect(rows.at(-1)).toMatchObject({ listing_id: null, sku: 'OLD-1', available: 6, on_hand: 7, stock_on: '2026-10-31' });
    expect(notes.join('\n')).toMatch(/1 row is no listing/);
    expect(notes.join('\n')).toMatch(/1 row with stock figures older than 7 days/);
  });

  it('prints what its transcript says, and has published its shape', async () => {
    expectPublishedSchema({ id: 'inventory.status/1', columns: STATUS_COLUMNS });
    await expectTranscript(await tinyShop(), 'inventory', [
      ['inventory', 'status', '--as-of', MORNING, '--sort', 'days_of_cover'],
      [
        'inventory',
        'status',
        '--as-of',
        MORNING,
        '--where',
        'days_of_cover<100',
        '--columns',
        'sku,available,velocity_per_day,stock_out_on',
        '--format',
        'csv',
      ],
    ]);
  });
});
