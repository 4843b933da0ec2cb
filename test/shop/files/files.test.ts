/** `eco files`: what came in, why it counts, and taking it back. */
import { describe, expect, it } from 'vitest';
import { openForReading } from '../../../src/db/connection.js';
import { dumpFacts } from '../../../src/importing/compareFold.js';
import { REPORT_FORMATS } from '../../../src/platforms/registry.js';
import { json, run, type TestContext, testContext } from '../../cli/testContext.js';
import { amazonOrders, FIRST_ORDERS, SECOND_ORDERS, writeFiles } from '../sampleShop.js';

async function shop(): Promise<TestContext> {
  const context = testContext();
  writeFiles(context, { 'in/first.txt': FIRST_ORDERS, 'in/second.txt': SECOND_ORDERS });
  expect((await run(context, 'import', 'in')).exitCode).toBe(0);
  return context;
}

function facts(context: TestContext) {
  const db = openForReading(context.env.ECO_DB as string);
  try {
    return dumpFacts(db as NonNullable<typeof db>);
  } finally {
    db?.close();
  }
}

describe('eco files list', () => {
  it('lists imports, the newest first, with how their rows ended', async () => {
    const { schema, rows } = await json(await shop(), 'files', 'list');
    expect(schema).toBe('eco.files.list/1');
    expect(rows).toMatchObject([
      {
        import_id: 2,
        file: 'second.txt',
        report_format: 'amazon.orders',
        platform: 'amazon',
        store: 'us',
        status: 'imported',
        rows_read: 2,
        rows_new: 1,
        rows_changed: 1,
        rows_removed: 1,
      },
      {
        import_id: 1,
        file: 'first.txt',
        status: 'imported',
        rows_read: 4,
        rows_new: 4,
        rows_changed: 0,
        rows_ignored: 0,
        rows_rejected: 0,
      },
    ]);
  });

  it('leaves out the files of other stores, and rejected files, when a store is named', async () => {
    const context = await shop();
    writeFiles(context, { 'bad.txt': amazonOrders([['A-9', 'yesterday', '', 'Shipped', 'X', 'Shipped', 1, '1.00']]) });
    expect((await run(context, 'import', 'bad.txt')).exitCode).toBe(1);
    expect((await json(context, 'files', 'list')).rows.map((row) => row.status)).toEqual(['rejected', 'imported', 'imported']);
    expect((await json(context, 'files', 'list', '--store', 'us')).rows.map((row) => row.import_id)).toEqual([2, 1]);
  });
});

describe('eco files show', () => {
  it('accounts for every row and column, and says what decided', async () => {
    const { out, exitCode } = await run(await shop(), 'files', 'show', '1');
    expect(exitCode).toBe(0);
    expect(out).toContain('Import 1: first.txt');
    expect(out).toMatch(/read\s+4/);
    expect(out).toMatch(/stored\s+4 \(4 new, 0 changed, 0 the same\)/);
    expect(out).toMatch(/as of\s+2026-11-20 06:00 UTC, by when the file was last changed/);
    expect(out).toMatch(/written\s+utf-8, tab, a quote is data, LF/);
    expect(out).toMatch(/not kept\s+1, as they are or may be personal: ship-city/);
  });

  it('lists rejected rows, masked in reports with people', async () => {
    const context = testContext();
    writeFiles(context, {
      'o.txt': amazonOrders([
        ['A-1', '2026-11-19T20:00:00Z', '', 'Shipped', 'KETTLE-17', 'Shipped', 2, '55.00'],
        ['A-9', '2026-11-19T20:00:00Z', '', 'Shipped', 'X', 'Shipped', 1, 'Jane 7'],
      ]),
    });
    expect((await run(context, 'import', 'o.txt', '--skip-bad-rows')).exitCode).toBe(4);
    const { rows } = await json(context, 'files', 'show', '1', '--rejects');
    expect(rows).toMatchObject([{ line: 3, column: 'item-price', value: 'xxxx 9' }]);
    expect((await run(context, 'files', 'show', '1')).out).toMatch(/rejected\s+1/);
  });

  it.each([
    ['12', 1, 'eco: There is no import 12. "eco files list" shows them.\n'],
    ['first.txt', 2, 'eco: "first.txt": the number of an import expected, such as 12. "eco files list" shows them.\n'],
  ])('says that %s is no import', async (number, exitCode, err) => {
    expect(await run(await shop(), 'files', 'show', number)).toEqual({ exitCode, out: '', err });
  });
});

describe('eco files undo', () => {
  it('makes the facts what they were before the file came', async () => {
    const context = testContext();
    writeFiles(context, { 'first.txt': FIRST_ORDERS, 'second.txt': SECOND_ORDERS });
    await run(context, 'import', 'first.txt');
    const before = facts(context);
    await run(context, 'import', 'second.txt');
    expect(facts(context)).not.toEqual(before);
    const undone = await json(context, 'files', 'undo', '2');
    // A-4 is gone, A-2 is again what the first file says.
    expect(undone.rows).toEqual([{ facts: 'orders', gone: 1, as_before: 1 }]);
    expect(facts(context)).toEqual(before);
    expect((await json(context, 'files', 'list')).rows[0]).toMatchObject({
      import_id: 2,
      status: 'withdrawn',
      message: 'withdrawn on 2026-11-22',
    });
  });

  it('takes an older file back without touching what a newer one says', async () => {
    const context = await shop();
    expect((await json(context, 'files', 'undo', '1')).rows).toEqual([{ facts: 'orders', gone: 2, as_before: 0 }]);
    const { rows } = await json(context, 'orders', 'list', '--columns', 'order_id,units');
    expect(rows).toEqual([
      { order_id: 'A-2', units: 2 },
      { order_id: 'A-4', units: 1 },
    ]);
  });

  it('changes nothing with --dry-run', async () => {
    const context = await shop();
    const before = facts(context);
    expect((await json(context, 'files', 'undo', '1', '2', '--dry-run')).rows).toEqual([{ facts: 'orders', gone: 4, as_before: 0 }]);
    expect(facts(context)).toEqual(before);
    expect((await json(context, 'files', 'list')).rows.map((row) => row.status)).toEqual(['imported', 'imported']);
  });

  it('takes all facts with the last file, and brings them back with a new import', async () => {
    const context = await shop();
    const before = facts(context);
    await run(context, 'files', 'undo', '1', '2');
    expect([...facts(context).values()].flat()).toEqual([]);
    await run(context, 'import', 'in');
    expect(facts(context)).toEqual(before);
  });

  it('refuses to withdraw twice', async () => {
    const context = await shop();
    await run(context, 'files', 'undo', '2');
    expect(await run(context, 'files', 'undo', '2')).toEqual({
      exitCode: 1,
      out: '',
      err: 'eco: Import 2 (second.txt) was withdrawn before. To have it back, import the file again.\n',
    });
  });

  it('has nothing to take back of a rejected file', async () => {
    const context = testContext();
    writeFiles(context, { 'bad.txt': amazonOrders([['A-9', 'yesterday', '', 'Shipped', 'X', 'Shipped', 1, '1.00']]) });
    await run(context, 'import', 'bad.txt');
    const { exitCode, err } = await run(context, 'files', 'undo', '1');
    expect({ exitCode, err }).toEqual({
      exitCode: 1,
      err: 'eco: Import 1 (bad.txt) was rejected: nothing was taken from it, so there is nothing to take back.\n',
    });
  });
});

describe('eco files formats', () => {
  it('lists every report', async () => {
    const { rows } = await json(testContext(), 'files', 'formats');
    expect(rows.map((row) => row.report_format)).toEqual(REPORT_FORMATS.map((format) => format.id).sort());
    expect(Object.keys(rows[0] as object)).toEqual([
      'report_format',
      'platform',
      'report',
      'fills',
      'columns',
      'certainty',
      'where_to_download',
    ]);
    expect(rows.every((row) => row.where_to_download !== '' && row.columns !== '')).toBe(true);
  });

  it('shows the columns of one, with all spellings', async () => {
    const { rows } = await json(testContext(), 'files', 'formats', 'amazon.orders');
    expect(rows[0]).toEqual({ field: 'orderId', kind: 'identifier', required: true, names: 'amazon-order-id' });
    expect(rows.find((row) => row.field === 'fulfilment')).toMatchObject({
      required: false,
      names: 'fulfillment-channel | fulfilment-channel',
    });
  });

  it('knows a misspelled one', async () => {
    const { exitCode, err } = await run(testContext(), 'files', 'formats', 'amazon.order');
    expect({ exitCode, err }).toEqual({
      exitCode: 2,
      err: 'eco: There is no report "amazon.order". The nearest is "amazon.orders"; "eco files formats" lists all.\n',
    });
  });
});
