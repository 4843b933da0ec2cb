/** `eco products costs …` on the tiny shop: what is said, what holds, what is missing, how it is taken back, and that no fold touches it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import { openForReading } from '../../../src/db/connection.js';
import { costEntries } from '../../../src/facts/costQueries.js';
import { ratesUpTo } from '../../../src/facts/rates.js';
import { IMPORT_COLUMNS } from '../../../src/products/costs/importPage.js';
import { LIST_COLUMNS } from '../../../src/products/costs/listTable.js';
import { RATE_COLUMNS, REFUSED_COLUMNS } from '../../../src/products/rates/rateColumns.js';
import { expectPublishedSchema, expectValidJson } from '../../cli/schema.js';
import { json, run, type TestContext, testContext } from '../../cli/testContext.js';
import { expectTranscript } from '../../cli/transcript.js';
import { MORNING, tinyShop } from '../tinyShop.js';

const costs = (context: TestContext, ...words: string[]) => run(context, 'products', 'costs', ...words);

/** `store listing from cost currency by state`, of every row that has a cost. */
async function listed(context: TestContext, ...words: string[]): Promise<string[]> {
  const { rows } = await json(context, 'products', 'costs', 'list', ...words, '--as-of', MORNING);
  return rows
    .filter((row) => row.state !== 'missing')
    .map((row) => [row.store, row.listing_id, row.from_on ?? 'ever', row.cost_amount, row.currency, row.said_by, row.state].join(' '));
}

function entries(context: TestContext) {
  const db = openForReading(join(context.dir, 'eco.db'));
  if (db === null) throw new Error('no database');
  try {
    return costEntries(db, [1, 2]);
  } finally {
    db.close();
  }
}

const FILE = `SKU;Store;Cost;Freight;From;Quantity;Batch
KETTLE-17;us;11,20;0,85;2026-02-01;;
KETTLE-17;us;12,40;0,85;2026-11-10;300;PO-9
MUG-4;web;4,10;;;;
GHOST-9;us;1,5;;;;
TRAY-M;uk;2;;;;
`;

describe('eco products costs', () => {
  it('is on the morning list as long as something sells without one', async () => {
    const context = await tinyShop();
    const todo = async () =>
      (await run(context, 'report', 'daily', '--as-of', MORNING)).out.split('\n').filter((line) => line.includes('unit cost'));
    expect(await todo()).toEqual([
      expect.stringMatching(/3 sell without a known unit cost, 98 % of sales +eco products costs list --missing/),
    ]);
    writeFileSync(join(context.dir, 'costs.csv'), 'sku,cost\nKETTLE-17,11\nMUG-4,4\nGHOST-9,1\n');
    await costs(context, 'import', 'costs.csv');
    expect(await todo()).toEqual([expect.stringMatching(/1 sells without a known unit cost +eco products costs list --missing/)]);
  });

  it('takes the place of the catalogue in the other tables, as of the day that is asked for', async () => {
    const context = await tinyShop();
    await costs(context, 'set', 'mug-set/Blue', '--cost', '5.90');
    await costs(context, 'set', 'mug-set/Blue', '--cost', '6.30', '--from', '2026-12-01');
    await costs(context, 'set', 'KETTLE-17', '--cost', '80', '--currency', 'CNY');
    const costOf = async (asOf: string, ...words: string[]) =>
      Object.fromEntries((await json(context, ...words, '--as-of', asOf)).rows.map((row) => [row.listing_id, row.cost_amount]));
    expect(await costOf(MORNING, 'products', 'list')).toMatchObject({ 'mug-set/Blue': '5.90', 'mug-set/Sand': null, 'KETTLE-17': null });
    expect(await costOf('2026-12-02', 'products', 'list')).toMatchObject({ 'mug-set/Blue': '6.30' });
    expect(await costOf(MORNING, 'inventory', 'status')).toMatchObject({ 'mug-set/Blue': '5.90' });
    const shown = async (sku: string) => (await run(context, 'products', 'show', sku, '--as-of', MORNING)).out;
    expect(await shown('mug-set/Blue')).toContain('unit cost $5.90');
    expect(await shown('KETTLE-17')).toContain('unit cost CN¥80.00');
  });

  it('has published schemas', () => {
    expectPublishedSchema({ id: 'products.costs/1', columns: LIST_COLUMNS });
    expectPublishedSchema({ id: 'products.costs-import/1', columns: IMPORT_COLUMNS });
    expectPublishedSchema({ id: 'products.rates/1', columns: RATE_COLUMNS });
    expectPublishedSchema({ id: 'products.rates-import/1', columns: REFUSED_COLUMNS });
  });

  it('tells its story', async () => {
    const context = await tinyShop();
    writeFileSync(join(context.dir, 'costs.csv'), FILE);
    await expectTranscript(context, 'products-costs', [
      ['products', 'costs', 'list', '--missing', '--as-of', MORNING],
      ['products', 'costs', 'set', 'KETTLE-17', '--cost', '10.50', '--part', 'freight=0.30', '--as-of', MORNING],
      ['products', 'costs', 'set', 'KETTLE-17', '--cost', '10.40', '--as-of', MORNING],
      ['products', 'costs', 'import', 'costs.csv', '--dry-run'],
      ['products', 'costs', 'import', 'costs.csv'],
      ['products', 'costs', 'list', 'KETTLE-17', '--as-of', MORNING],
      ['products', 'costs', 'list', '--as-of', MORNING],
      ['products', 'costs', 'remove', 'KETTLE-17', '--as-of', MORNING],
      ['products', 'costs', 'remove', 'KETTLE-17', '--as-of', MORNING],
      ['products', 'costs', 'remove', '--file', 'costs.csv'],
      ['products', 'costs', 'remove', '--file', 'costs.csv'],
    ]);
  });

  it('keeps what people say through a fold of the imports, and says the same again after it', async () => {
    const context = await tinyShop();
    await costs(context, 'set', 'KETTLE-17', '--cost', '10.50', '--part', 'duty=0.31', '--from', '2026-10-01');
    writeFileSync(join(context.dir, 'costs.csv'), FILE);
    expect((await costs(context, 'import', 'costs.csv')).exitCode).toBe(4);
    const before = entries(context);
    expect(before).toHaveLength(6);
    expect((await run(context, 'db', 'rebuild')).exitCode).toBe(0);
    // The fold numbers the listings anew; what people said finds them by their keys.
    const numbered = (all: typeof before) => all.map(({ listingPk, ...entry }) => ({ ...entry, isFound: listingPk !== null }));
    expect(numbered(entries(context))).toEqual(numbered(before));
    expect(before.filter(({ saidBy }) => saidBy === 'hand')).toEqual([
      expect.objectContaining({
        listing: 'KETTLE-17',
        from: '2026-10-01',
        unitCostMicros: 10_810_000,
        parts: [
          ['goods', 10_500_000],
          ['duty', 310_000],
        ],
        file: null,
      }),
    ]);
    // A SKU that no listing has is known by its name, so that its sales find it.
    expect(before.find(({ listing }) => listing === 'GHOST-9')).toMatchObject({
      listingPk: null,
      sku: 'GHOST-9',
      file: 'costs.csv',
      line: 5,
    });
    expect(before.find(({ saidBy }) => saidBy === 'catalogue')).toMatchObject({
      listing: 'mug-set/Blue',
      unitCostMicros: 5_400_000,
      file: 'products_export.csv',
    });
  });

  it('reads the same file again without changing anything, and an edited one as far as it speaks', async () => {
    const context = await tinyShop();
    const outcomes = async (text: string) => {
      writeFileSync(join(context.dir, 'costs.csv'), text);
      const { out } = await costs(context, 'import', 'costs.csv', '--format', 'json');
      expectValidJson(out);
      const { rows, notes } = JSON.parse(out) as { rows: Record<string, unknown>[]; notes: string[] };
      return [...rows.map((row) => `${row.line} ${row.outcome}${row.message === null ? '' : `: ${row.message}`}`), ...notes];
    };
    expect(await outcomes('sku,store,cost,from\nKETTLE-17,us,11.20,2026-02-01\nMUG-4,us,3.00,\n')).toEqual(['2 new', '3 new']);
    const first = entries(context);
    expect(await outcomes('sku,store,cost,from\nKETTLE-17,us,11.20,2026-02-01\nMUG-4,us,3.00,\n')).toEqual(['2 same', '3 same']);
    expect(entries(context)).toEqual(first);
    await costs(context, 'set', 'MUG-4', '--cost', '3.33', '--store', 'us');
    expect(await outcomes('sku,store,cost,from\nMUG-4,us,3.10,\nLATER-1,us,1,\n')).toEqual([
      '2 changed: before: 3.00 USD; by hand it is 3.33 USD, which counts more',
      '3 new: nothing in us goes by that name yet; it counts as soon as something does',
      '1 cost that the file said before and says no more: still there. Only what it says now: eco products costs remove --file costs.csv, then import it again',
    ]);
    expect(await listed(context, '--store', 'us')).toEqual([
      'us KETTLE-17 2026-02-01 11.20 USD file today',
      'us MUG-4 ever 3.33 USD hand today',
      'us LATER-1 ever 1.00 USD file today',
    ]);
  });

  it('reads the list that it printed', async () => {
    const context = await tinyShop();
    await costs(context, 'set', 'KETTLE-17', '--store', 'us', '--cost', '11.20', '--part', 'freight=0.85', '--from', '2026-11-01');
    await costs(context, 'list', '--where', 'state=today', '--format', 'csv', '--output', 'list.csv', '--as-of', MORNING);
    await costs(context, 'import', 'list.csv');
    await costs(context, 'remove', 'KETTLE-17', '--store', 'us');
    expect(await listed(context)).toContain('us KETTLE-17 2026-11-01 12.05 USD file today');
  });

  it('reads workbooks, their day numbers and Chinese headers', async () => {
    const context = await tinyShop();
    const book = xlsx.utils.book_new();
    const sheet = xlsx.utils.aoa_to_sheet([
      ['商家编码', '店铺', '采购单价(元)', '头程运费', '入库日期', '入库数量'],
      ['KETTLE-17', 'us', 80.5, 6.25, 46_296, 480],
    ]);
    xlsx.utils.book_append_sheet(book, sheet, '成本');
    writeFileSync(join(context.dir, '成本.xlsx'), xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect((await costs(context, 'import', '成本.xlsx')).exitCode).toBe(0);
    const { rows } = await json(
      context,
      'db',
      'sql',
      "SELECT listing_id, from_day, quantity, cost, currency, goods, freight, said_by, file, line FROM v_costs WHERE said_by = 'file'",
    );
    expect(rows).toEqual([
      {
        listing_id: 'KETTLE-17',
        from_day: '2026-10-01',
        quantity: 480,
        cost: 86.75,
        currency: 'CNY',
        goods: 80.5,
        freight: 6.25,
        said_by: 'file',
        file: '成本.xlsx',
        line: 2,
      },
    ]);
  });

  it('says what is wrong with what is asked', async () => {
    const context = await tinyShop();
    const errors = async (...words: string[]) => (await costs(context, ...words)).err.trim();
    expect(await errors('set', 'KETTLE-71', '--cost', '1')).toBe(
      'eco: There is no listing with the SKU, id or ASIN "KETTLE-71". The nearest is "KETTLE-17". What is in no catalogue can be said in a file: eco products costs import FILE. Nothing was changed.',
    );
    expect(await errors('set', 'KETTLE-17')).toBe(
      'eco: What does a piece cost? --cost AMOUNT expected; other parts of it with --part freight=0.30',
    );
    expect(await errors('set', 'KETTLE-17', '--cost', 'x')).toBe('eco: --cost x: an amount such as 4.20 expected');
    expect(await errors('set', 'KETTLE-17', '--cost', '1', '--part', 'tax=1')).toBe(
      'eco: --part tax=1: goods, freight, duty, packaging, other expected before "=", as in freight=0.30',
    );
    expect(await errors('set', 'KETTLE-17', '--cost', '€1', '--part', 'duty=US$1')).toBe(
      'eco: The amounts are in USD and EUR: one currency expected',
    );
    expect(await errors('set', 'KETTLE-17', '--cost', '1', '--from', 'today')).toBe('eco: --from today: a day such as 2026-11-01 expected');
    expect(await errors('set', 'MUG-4', '--cost', '1', '--quantity', '10')).toBe(
      'eco: --quantity: us, web have MUG-4; to which of them did the delivery go? Add --store NAME',
    );
    expect(await errors('remove')).toBe('eco: Say what to take back in one way: SKU, or --file FILE');
    expect(await errors('import', 'costs.csv')).toBe(
      'eco: costs.csv is not there. A cost file expected: CSV, TSV or Excel with sku, cost and, where you have them, currency, from, quantity, freight, duty.',
    );
    writeFileSync(join(context.dir, 'empty.csv'), 'sku,cost\nKETTLE-17,\n');
    expect(await errors('import', 'empty.csv')).toBe('eco: empty.csv: no row has a cost. Nothing was changed.');
    writeFileSync(join(context.dir, 'bad.csv'), 'sku,cost\nKETTLE-71,1\n');
    expect(await errors('import', 'bad.csv')).toBe(
      'eco: bad.csv: all of its rows with a cost are refused. It, line 2, sku "KETTLE-71": no store has a listing or a sale of that name: correct it, or name the store in a column "store" or with --store. Nothing was changed.',
    );
    expect(await listed(context)).toEqual(['web mug-set/Blue 2026-11-21 5.40 USD catalogue today']);
  });
});

describe('eco products costs rates', () => {
  const ECB = 'Date,USD,CNY,BGN,\n2026-11-20,1.1520,8.1801,N/A,\n2026-11-19,1.1540,8.20,1.9558,\n2023-12-29,1.1050,7.8509,1.9558,\n';

  it('are kept digit for digit, one table beside the other, and asked by day', async () => {
    const context = testContext();
    writeFileSync(join(context.dir, 'eurofxref-hist.zip'), zipSync({ 'eurofxref-hist.csv': Buffer.from(ECB) }));
    writeFileSync(join(context.dir, 'own.csv'), 'day;from;to;rate\n2026-11-19;EUR;USD;1,1600\n');
    const rates = (...words: string[]) => ['products', 'costs', 'rates', ...words];
    await expectTranscript(context, 'products-rates', [
      rates('import', 'eurofxref-hist.zip', '--since', '2024-01-01', '--dry-run'),
      rates('import', 'eurofxref-hist.zip'),
      rates('import', 'eurofxref-hist.zip'),
      rates('import', 'own.csv'),
      rates('list', '--as-of', MORNING),
      rates('list', '--as-of', '2026-12-24', '--where', 'to_currency=USD'),
    ]);
    const db = openForReading(join(context.dir, 'eco.db'));
    if (db === null) throw new Error('no database');
    const known = (day: string, only = {}) =>
      ratesUpTo(db, day as Day, only).map(({ from, to, day: of, rate, source }) => `${from} ${to} ${of} ${rate} ${source}`);
    expect(known('2026-11-19', { currencies: ['USD'] })).toEqual(['EUR USD 2023-12-29 1.1050 ECB', 'EUR USD 2026-11-19 1.1600 own.csv']);
    // Of a stretch of days also the last rate before it.
    expect(known('2026-11-20', { since: '2026-11-20', currencies: ['USD', 'BGN'] })).toEqual([
      'EUR BGN 2026-11-19 1.9558 ECB',
      'EUR USD 2026-11-20 1.1520 ECB',
    ]);
    expect(known('2026-11-21', { since: '2026-11-21', currencies: ['CNY'] })).toEqual(['EUR CNY 2026-11-20 8.1801 ECB']);
    db.close();
    expect((await run(context, ...rates('remove', 'own.csv'))).err).toBe(
      'own.csv: 1 rate taken back. Back again: eco products costs rates import FILE\n',
    );
    expect((await run(context, ...rates('remove', 'own.csv'))).err).toBe('eco: There are no rates of "own.csv". Known: ECB.\n');
  });
});
