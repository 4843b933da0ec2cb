/**
 * `eco report todo` on a shop that was worked out by hand, through the importer that everybody uses. Its morning is Saturday 21
 * November 2026; of the ten days before it orders are known.
 *
 * | SKU | sold | stock | what it is worth |
 * |---|---|---|---|
 * | KETTLE | 2 a day at 15.00, costs 5.00, 15 % commission | 8 | runs out in 4 days: (14 − 4) × 2 × (15 − 5 − 2.25) = 155.00 margin |
 * | MUG | 1 a day at 10.00 | 0 | 10.00 sales a day |
 * | LAMP | 3 on 11 November at 40.00, inactive | 5 | 3 ÷ 30 × 40 = 4.00 sales a day |
 *
 * Ads of 10 November: 40 search terms that sell, one of 200 clicks for 200.00 that does not: 200.00 a day.
 * For thirty days: 6000 spend, 300 sales, 155 margin once, 120 sales.
 */
import { describe, expect, it } from 'vitest';
import { TODO_COLUMNS } from '../../../src/report/todo/todoTable.js';
import { expectPublishedSchema, expectValidJson } from '../../cli/schema.js';
import { json, run, type TestContext, testContext } from '../../cli/testContext.js';
import { expectTranscript } from '../../cli/transcript.js';
import { MORNING, ordersFile, type TinyOrder, writeExport } from '../tinyShop.js';

const DAYS = Array.from({ length: 10 }, (_, at) => `2026-11-${11 + at}`);

const ORDERS: readonly TinyOrder[] = [
  ...DAYS.flatMap((day, at) => [
    { id: `K${at}`, day, sku: 'KETTLE', quantity: 2, price: '30.00' },
    { id: `M${at}`, day, sku: 'MUG', price: '10.00' },
  ]),
  { id: 'L1', day: '2026-11-11', sku: 'LAMP', quantity: 3, price: '120.00' },
];

const LISTINGS = [
  'item-name listing-id seller-sku price quantity asin1 fulfillment-channel status',
  'Kettle L1 KETTLE 15.00 8 B0KETTLE01 DEFAULT Active',
  'Mug L2 MUG 10.00 0 B0MUG00001 DEFAULT Active',
  'Lamp L3 LAMP 40.00 5 B0LAMP0001 DEFAULT Inactive',
]
  .map((line) => `${line.split(' ').join('\t')}\n`)
  .join('');

const ADS = [
  'Date,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Spend,7 Day Total Sales ,7 Day Total Orders (#)',
  ...Array.from(
    { length: 40 },
    (_, at) => `"Nov 10, 2026",USD,Kettles,One,kettle,BROAD,term ${at},300,20,$20.00,$${(at % 4) * 20}.00,${at % 4}`,
  ),
  '"Nov 10, 2026",USD,Kettles,One,kettle,BROAD,kettle lid,9000,200,$200.00,$0.00,0',
]
  .map((line) => `${line}\n`)
  .join('');

async function shop(): Promise<TestContext> {
  const context = testContext({ now: MORNING });
  // The oldest of them: it tells which store this is.
  writeExport(context, 'orders.txt', ordersFile(ORDERS), Date.parse(MORNING) / 1000 - 7200);
  writeExport(context, 'All+Listings+Report.txt', LISTINGS);
  writeExport(context, 'Sponsored Products Search term report.csv', ADS);
  const imported = await run(context, 'import', 'in');
  expect(imported.exitCode, imported.out).toBe(0);
  expect((await run(context, 'products', 'costs', 'set', 'KETTLE', '--cost', '5.00', '--store', 'us')).exitCode).toBe(0);
  return context;
}

describe('the morning list', () => {
  it('as people see it, on terminals of several widths, and as rows', async () => {
    const context = await shop();
    await expectTranscript(context, 'report-todo', [
      ['report', 'todo'],
      ['report', 'todo', '--format', 'csv'],
    ]);
    for (const columns of [80, 100, 160]) {
      const narrow = testContext({ dir: context.dir, now: MORNING, tty: true, columns });
      await expectTranscript(narrow, `report-todo-${columns}`, [['report', 'todo', '--color', 'never']]);
    }
  });

  it('is worth what was worked out', async () => {
    const { rows, notes } = await json(await shop(), 'report', 'todo');
    expect(
      rows
        .filter(({ worth_amount }) => worth_amount !== null)
        .map((row) => [row.kind, row.worth_amount, row.worth_per, row.worth_of, row.how]),
    ).toEqual([
      [
        'wasted_spend',
        '200.00',
        'day',
        'spend',
        '200.00 USD spent on 1 without an order ÷ 1 day; of each, P(CVR ≥ break-even) < 5 % at a margin of 67 % before fees',
      ],
      ['sold_out', '10.00', 'day', 'sales', '1 a day × 10.00 USD, price; the unit cost is not known'],
      [
        'running_out',
        '155.00',
        'once',
        'margin',
        // 15 % of 15.00 by Amazon's table.
        "(14 − 4 days of stock) × 2 a day × (15.00 − 5.00 − 2.25) USD, price − unit cost − fees, estimated by the platform's published fees",
      ],
      ['listing_down', '4.00', 'day', 'sales', '0.1 a day while it sold × 40.00 USD, price; the unit cost is not known'],
    ]);
    expect(notes).toHaveLength(3);
  });

  it('is what report daily ends in, with commands that run', async () => {
    const context = await shop();
    const { out } = await run(context, 'report', 'todo', '--format', 'json');
    expectPublishedSchema({ id: 'report.todo/1', columns: TODO_COLUMNS });
    expectValidJson(out);
    const { rows } = JSON.parse(out) as { rows: { step: string; command: string }[] };
    const daily = (await run(context, 'report', 'daily')).out;
    for (const { step, command } of rows) {
      expect(daily).toContain(step);
      const words = command.replace(/^eco /, '').match(/'[^']*'|\S+/g) as string[];
      const told = await run(context, ...words.map((word) => word.replace(/^'|'$/g, '')), '--format', 'json');
      expect(told.exitCode, `${command}\n${told.err}`).toBe(0);
      expect((JSON.parse(told.out) as { rows: unknown[] }).rows.length, command).toBeGreaterThan(0);
    }
  });

  it('takes the price of a thing that has not sold for a month from when it did', async () => {
    const context = await shop();
    // Its last sale, on 11 November, is 34 days ago; orders until yesterday are known, stock of this morning.
    const at = Date.parse('2026-12-15T13:00:00Z') / 1000;
    writeExport(context, 'later.txt', ordersFile([{ id: 'K99', day: '2026-12-14', sku: 'KETTLE', price: '15.00' }]), at);
    writeExport(context, 'All+Listings+Report later.txt', LISTINGS.replace('15.00\t8', '15.00\t9'), at + 60);
    const later = testContext({ dir: context.dir, now: '2026-12-15T14:00:00Z' });
    expect((await run(later, 'import', 'in')).exitCode).toBe(0);
    const { rows } = await json(later, 'report', 'todo');
    expect(rows.find(({ kind }) => kind === 'listing_down')).toMatchObject({ worth_amount: '4.00', worth_per: 'day', worth_of: 'sales' });
  });

  it('asks in its commands what was asked of it', async () => {
    const { rows } = await json(await shop(), 'report', 'todo', '--store', 'us');
    expect(rows.map(({ command }) => command)).toContain('eco products costs list --missing --store us');
  });

  it('is empty of what a store that is not asked for has to do, and says where there is nothing', async () => {
    const context = await shop();
    await run(context, 'store', 'add', 'shop', '--platform', 'etsy');
    expect((await run(context, 'report', 'todo', '--store', 'shop')).out).toBe('To do on 2026-11-21\n\nnothing that eco knows of\n');
    expect((await run(context, 'report', 'todo', '--store', 'shop', '--exit-code')).exitCode).toBe(0);
    expect((await run(context, 'report', 'todo', '--exit-code')).exitCode).toBe(3);
  });
});
