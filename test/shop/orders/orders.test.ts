/** `eco orders`: orders as they are, and those that are no sales. Figures of the sample shop (sampleShop.ts). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForReading } from '../../../src/db/connection.js';
import { compareWithFold, dumpFacts } from '../../../src/importing/compareFold.js';
import { json, run, type TestContext, testContext } from '../../cli/testContext.js';
import { FIRST_ORDERS, SECOND_ORDERS, SHOPIFY_ORDERS, writeFiles } from '../sampleShop.js';

async function shop(): Promise<TestContext> {
  const context = testContext();
  writeFiles(context, { 'in/first.txt': FIRST_ORDERS, 'in/web.csv': SHOPIFY_ORDERS });
  await run(context, 'import', 'in');
  return context;
}

function withFacts<T>(context: TestContext, look: (db: NonNullable<ReturnType<typeof openForReading>>) => T): T {
  const db = openForReading(context.env.ECO_DB as string) as NonNullable<ReturnType<typeof openForReading>>;
  try {
    return look(db);
  } finally {
    db.close();
  }
}

const sales = async (context: TestContext) =>
  (await json(context, 'db', 'sql', 'SELECT store, day, listing_id, units, sales FROM v_sales_daily ORDER BY store, day, listing_id')).rows;

describe('eco orders list', () => {
  it('shows amounts, states and what counts', async () => {
    const { rows, totals } = await json(await shop(), 'orders', 'list', '--store', 'us');
    expect(rows).toMatchObject([
      {
        store: 'us',
        order_id: 'A-1',
        day: '2026-11-19',
        ordered_at: '2026-11-19T20:00:00Z',
        state: 'placed',
        counts: true,
        excluded: false,
        reason: null,
        lines: 1,
        units: 2,
        goods_amount: '55.00',
        currency: 'USD',
        total_amount: null,
      },
      { order_id: 'A-2', day: '2026-11-19', state: 'placed', counts: true, lines: 2, units: 2, goods_amount: '14.50' },
      { order_id: 'A-3', day: '2026-11-20', state: 'cancelled', counts: false, units: 3, goods_amount: '34.50' },
    ]);
    expect(totals).toMatchObject([{ lines: 4, units: 7, goods_amount: '104.00', currency: 'USD' }]);
  });

  it('shows the first of many, and says that sums are left out', async () => {
    const context = await shop();
    const { rows: all } = await json(context, 'orders', 'list');
    for (const limit of [0, 1, 4, 5, 6]) {
      const { rows, totals, notes } = await json(context, 'orders', 'list', '--limit', String(limit));
      expect(rows).toEqual(all.slice(0, limit));
      const isAll = limit >= all.length;
      expect([totals.length > 0, notes.includes('totals left out: rows were filtered')]).toEqual([isAll, !isAll]);
    }
    const { rows: sorted } = await json(context, 'orders', 'list', '--sort', '-goods_amount', '--limit', '1');
    expect(sorted).toMatchObject([{ order_id: 'A-1' }]);
  });

  it('prefers what the platform says of the whole order', async () => {
    const { rows } = await json(await shop(), 'orders', 'list', '--store', 'shopify');
    expect(rows).toMatchObject([
      { order_id: '#1001', lines: 2, units: 2, goods_amount: '20.00', tax_amount: '3.19', total_amount: '20.00', currency: 'EUR' },
      { order_id: '#1002', lines: 1, units: 1, goods_amount: '10.00', tax_amount: '1.60', total_amount: '10.00' },
    ]);
  });

  it('filters by day and state', async () => {
    const context = await shop();
    const ids = async (...argv: string[]) => (await json(context, 'orders', 'list', ...argv)).rows.map((row) => row.order_id);
    expect(await ids('--from', '2026-11-20')).toEqual(['#1001', '#1002', 'A-3']);
    expect(await ids('--to', '2026-11-19')).toEqual(['A-1', 'A-2']);
    expect(await ids('--state', 'cancelled')).toEqual(['A-3']);
    const { exitCode, err } = await run(context, 'orders', 'list', '--from', '20.11.2026');
    expect({ exitCode, err }).toEqual({ exitCode: 2, err: 'eco: --from 20.11.2026: a day such as 2026-11-22 expected\n' });
  });

  it('never names a buyer, in any format', async () => {
    const context = await shop();
    const buyers = withFacts(context, (db) =>
      db.prepare('SELECT DISTINCT buyer FROM orders WHERE buyer IS NOT NULL').pluck().all(),
    ) as string[];
    expect(buyers.length).toBe(2);
    for (const format of ['table', 'csv', 'json', 'md', 'html']) {
      const { out } = await run(context, 'orders', 'list', '--format', format);
      for (const secret of ['jane', 'Jane', 'bob@', 'Roe', ...buyers]) expect(out).not.toContain(secret);
    }
  });
});

describe('eco orders exclude and include', () => {
  it('takes orders out of the sales and says how much', async () => {
    const context = await shop();
    const before = await sales(context);
    expect(before).toEqual([
      { store: 'shopify', day: '2026-11-20', listing_id: 'LID-1', units: 1, sales: 10 },
      { store: 'shopify', day: '2026-11-20', listing_id: 'MUG-4', units: 2, sales: 20 },
      { store: 'us', day: '2026-11-19', listing_id: 'KETTLE-17', units: 2, sales: 55 },
      { store: 'us', day: '2026-11-19', listing_id: 'MUG-4', units: 1, sales: 11.5 },
    ]);
    const { notes } = await json(context, 'orders', 'exclude', 'A-1', '#1002', '--reason', 'sample');
    expect(notes).toEqual(['no longer counted: 1 order, 1 unit, €10.00', 'no longer counted: 1 order, 2 units, $55.00']);
    expect(await sales(context)).toEqual([
      { store: 'shopify', day: '2026-11-20', listing_id: 'LID-1', units: 1, sales: 10 },
      { store: 'shopify', day: '2026-11-20', listing_id: 'MUG-4', units: 1, sales: 10 },
      { store: 'us', day: '2026-11-19', listing_id: 'MUG-4', units: 1, sales: 11.5 },
    ]);
    const excluded = await json(context, 'orders', 'list', '--excluded');
    expect(excluded.rows).toMatchObject([
      { order_id: '#1002', reason: 'sample', counts: false },
      { order_id: 'A-1', reason: 'sample', counts: false },
    ]);
    await json(context, 'orders', 'include', '--where', 'reason=sample');
    expect(await sales(context)).toEqual(before);
  });

  it('counts again only what is a sale in itself', async () => {
    const context = await shop();
    const before = withFacts(context, dumpFacts);
    await json(context, 'orders', 'exclude', 'A-1', 'A-2', 'A-3', '--reason', 'test');
    const { notes } = await json(context, 'orders', 'include', 'A-1', 'A-2', 'A-3');
    // The lid of A-2 was cancelled by itself, A-3 as a whole: 2 kettles and 1 mug.
    expect(notes).toEqual(['counted again: 2 orders, 3 units, $66.50']);
    expect(withFacts(context, dumpFacts)).toEqual(before);
  });

  it('holds after a fold, and for newer versions of the order', async () => {
    const context = await shop();
    await json(context, 'orders', 'exclude', 'A-2', '--reason', 'replacement');
    expect(withFacts(context, (db) => compareWithFold(db))).toEqual([]);
    writeFiles(context, { x: '', y: '', 'second.txt': SECOND_ORDERS });
    await run(context, 'import', 'second.txt');
    const a2 = (await json(context, 'orders', 'list')).rows.find((row) => row.order_id === 'A-2');
    expect(a2).toMatchObject({ units: 2, goods_amount: '23.00', counts: false, reason: 'replacement' });
    expect(withFacts(context, (db) => compareWithFold(db))).toEqual([]);
    await json(context, 'orders', 'include', 'A-2');
    expect(withFacts(context, (db) => compareWithFold(db))).toEqual([]);
    await json(context, 'db', 'rebuild');
    expect(withFacts(context, (db) => compareWithFold(db))).toEqual([]);
  });

  it('chooses by condition, over the whole list of orders', async () => {
    const context = await shop();
    const { rows } = await json(
      context,
      'orders',
      'exclude',
      '--where',
      'goods_amount>=20',
      '--where',
      'state=placed',
      '--reason',
      'large',
    );
    expect(rows.map((row) => row.order_id)).toEqual(['#1001', 'A-1']);
  });

  it('reads ids from a file, with or without a header', async () => {
    const context = await shop();
    writeFileSync(join(context.dir, 'ids.csv'), '\ufefforder_id,why\r\n"A-1",sample\r\n\r\n# not this one\r\nA-2,sample\r\n');
    expect((await json(context, 'orders', 'exclude', '--file', 'ids.csv', '--reason', 'sample')).rows.map((row) => row.order_id)).toEqual([
      'A-1',
      'A-2',
    ]);
    writeFileSync(join(context.dir, 'ids.txt'), 'A-1\nA-2');
    expect((await json(context, 'orders', 'include', '--file', 'ids.txt')).rows.map((row) => row.order_id)).toEqual(['A-1', 'A-2']);
  });

  it('changes nothing with --dry-run', async () => {
    const context = await shop();
    const before = await sales(context);
    expect((await json(context, 'orders', 'exclude', 'A-1', '--reason', 'x', '--dry-run')).notes).toEqual([
      'dry run; would no longer be counted: 1 order, 2 units, $55.00',
    ]);
    expect(await sales(context)).toEqual(before);
    await json(context, 'orders', 'exclude', 'A-1', '--reason', 'x');
    const without = await sales(context);
    expect((await json(context, 'orders', 'include', 'A-1', '--dry-run')).notes).toEqual([
      'dry run; would be counted again: 1 order, 2 units, $55.00',
    ]);
    expect(await sales(context)).toEqual(without);
  });

  it.each([
    [['A-1', 'A-77', '--reason', 'x'], 1, 'eco: There is no order A-77. Nothing was changed. "eco orders list" shows the orders.\n'],
    [['--reason', 'x'], 2, "eco: Say which orders in one way: their ids, --where 'units>=200', or --file ids.csv\n"],
    [
      ['A-1', '--where', 'units>1', '--reason', 'x'],
      2,
      "eco: Say which orders in one way: their ids, --where 'units>=200', or --file ids.csv\n",
    ],
    [
      ['--where', 'units>0', '--limit', '1', '--reason', 'x'],
      2,
      'eco: --limit would only shorten what is printed, not what is changed. Leave it out\n',
    ],
    [
      ['--file', 'none.csv', '--reason', 'x'],
      1,
      'eco: There is no file none.csv. Expected: a list of order numbers, one a line; check its name and folder\n',
    ],
    [['A-1'], 2, "error: required option '--reason <text>' not specified\n(eco COMMAND --help shows how)\n"],
  ])('refuses %j', async (argv, exitCode, err) => {
    const context = await shop();
    const before = await sales(context);
    expect(await run(context, 'orders', 'exclude', ...argv)).toEqual({ exitCode, out: '', err });
    expect(await sales(context)).toEqual(before);
  });

  it('asks which store when two have the same id', async () => {
    const context = await shop();
    writeFiles(context, { 'b/x.csv': SHOPIFY_ORDERS.replace('Lid', 'Blue lid') });
    await run(context, 'import', 'b/x.csv', '--client', 'acme');
    const { exitCode, err } = await run(context, 'orders', 'exclude', '#1001', '--reason', 'x');
    expect({ exitCode, err }).toEqual({
      exitCode: 1,
      err: 'eco: Order #1001 is one of shopify and one of shopify-acme. Say which: --store shopify\n',
    });
    expect((await json(context, 'orders', 'exclude', '#1001', '--reason', 'x', '--store', 'shopify')).rows).toMatchObject([
      { store: 'shopify' },
    ]);
  });
});
