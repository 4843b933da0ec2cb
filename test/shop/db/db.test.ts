/** `eco db`: looking after the file. */
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openDatabase, openForReading } from '../../../src/db/connection.js';
import { viewColumns } from '../../../src/db/maintenance.js';
import { markFoldDue } from '../../../src/facts/imports.js';
import { dumpFacts } from '../../../src/importing/compareFold.js';
import { COLUMN_MEANINGS, columnMeaning, VIEW_MEANINGS } from '../../../src/shop/db/viewMeanings.js';
import { type JsonAnswer, json, run, type TestContext, testContext } from '../../cli/testContext.js';
import { FIRST_ORDERS, SECOND_ORDERS, SHOPIFY_ORDERS, writeFiles } from '../sampleShop.js';

async function shop(): Promise<TestContext> {
  const context = testContext();
  writeFiles(context, { 'in/first.txt': FIRST_ORDERS, 'in/web.csv': SHOPIFY_ORDERS, 'in/second.txt': SECOND_ORDERS });
  await run(context, 'import', 'in');
  return context;
}

function databaseFile(context: TestContext): string {
  return context.env.ECO_DB as string;
}

/** Changes the database behind eco's back. */
function meddle(context: TestContext, ...statements: string[]): void {
  const db = openDatabase(databaseFile(context));
  db.pragma('foreign_keys = OFF');
  for (const statement of statements) db.exec(statement);
  db.close();
}

function facts(file: string): Map<string, string[]> {
  const db = openForReading(file) as NonNullable<ReturnType<typeof openForReading>>;
  try {
    return dumpFacts(db);
  } finally {
    db.close();
  }
}

describe('eco db check', () => {
  it('finds nothing wrong with what imports left', async () => {
    const { rows } = await json(await shop(), 'db', 'check', '--deep');
    expect(rows).toHaveLength(6);
    expect(rows.every((row) => row.result === 'ok' && row.found === null)).toBe(true);
  });

  it.each([
    [
      'a figure that no file says',
      'UPDATE order_lines SET quantity = 9 WHERE amount_minor = 5500',
      'the facts are what',
      /^order_lines: 1 rows stand that a fold does not make, 1 are missing; one of them: .*A-1/,
    ],
    [
      'a line without its order',
      "DELETE FROM order_heads WHERE order_id = 'A-1'",
      'every fact names',
      /^1 rows of order_lines mention missing order_heads$/,
    ],
    [
      'an order of no import',
      "UPDATE order_heads SET import_id = 99 WHERE order_id = 'A-1'",
      'every fact names',
      /^1 rows of order_heads mention missing imports$/,
    ],
    [
      'a day that sums to something else',
      "UPDATE order_days SET units = 9 WHERE ordered_on = '2026-11-19'",
      'the sums of days',
      /^us 2026-11-19 \(eco db rebuild\)$/,
    ],
    [
      'cells that are gone',
      'DELETE FROM import_cells WHERE import_id = 1',
      'the kept cells',
      /^import 1 \(first.txt\): its cells are missing$/,
    ],
    [
      'cells that are damaged',
      "UPDATE import_cells SET cells = x'00ff' WHERE import_id = 1",
      'the kept cells',
      /^import 1 \(first.txt\): its cells cannot be read/,
    ],
    [
      'an import that was interrupted',
      "INSERT INTO folds_due VALUES (1, 'orders')",
      'no fold is due',
      /^amazon own: orders \(an import was interrupted; eco db rebuild\)$/,
    ],
    [
      'a row without its parent',
      "UPDATE stores SET account_id = 77 WHERE name = 'us'",
      'the file is whole',
      /stores mentions a missing accounts/,
    ],
  ])('finds %s', async (_, statement, check, found) => {
    const context = await shop();
    meddle(context, statement);
    const { exitCode, out } = await run(context, 'db', 'check', ...(check.startsWith('the facts') ? ['--deep'] : []), '--format', 'json');
    expect(exitCode).toBe(1);
    const problems = (JSON.parse(out) as JsonAnswer).rows.filter((row) => row.result === 'problem');
    expect(problems.map((row) => row.check).join()).toContain(check);
    expect(problems.find((row) => String(row.check).startsWith(check))?.found).toMatch(found);
  });

  it('finds a damaged file', async () => {
    const context = await shop();
    const bytes = readFileSync(databaseFile(context));
    bytes.fill(0x5a, 8192, 8192 + 2048);
    writeFileSync(databaseFile(context), bytes);
    const { exitCode, out, err } = await run(context, 'db', 'check', '--format', 'json');
    expect(exitCode).toBe(1);
    expect(out + err).toMatch(/problem|is damaged\. Restore a copy made by "eco db backup"/);
    expect(err).not.toContain('should not have happened');
  });
});

describe('eco db rebuild', () => {
  it('mends facts and keeps what people made', async () => {
    const context = await shop();
    await json(context, 'orders', 'exclude', 'A-1', '--reason', 'sample');
    await json(context, 'store', 'edit', 'shopify', '--name', 'web');
    const before = facts(databaseFile(context));
    meddle(context, 'UPDATE order_lines SET quantity = 9', 'DELETE FROM superseded_units');
    expect((await json(context, 'db', 'rebuild')).rows).toEqual([{ files: 3 }]);
    expect(facts(databaseFile(context))).toEqual(before);
    expect((await json(context, 'orders', 'list', '--excluded')).rows).toMatchObject([{ order_id: 'A-1', counts: false }]);
    expect((await json(context, 'store', 'list')).rows.map((row) => row.store)).toEqual(['us', 'web']);
  });
});

describe('eco db backup', () => {
  it('copies the database beside it, with the time in the name, and speaks of the key', async () => {
    const context = await shop();
    const { rows, notes } = await json(context, 'db', 'backup');
    const copy = join(context.dir, 'eco-20261122T060000Z.db');
    expect(rows).toEqual([{ file: copy, bytes: statSync(copy).size }]);
    expect(notes[0]).toMatch(/^eco\.db\.key is not in the copy: with it, anybody could test whether a buyer is among the hashes/);
    expect(existsSync(`${copy}.key`)).toBe(false);
    expect(facts(copy)).toEqual(facts(databaseFile(context)));
  });

  it('copies what is in the log of a writer that is still at work', async () => {
    const context = await shop();
    const writer = openDatabase(databaseFile(context));
    writer.exec("INSERT INTO clients (name) VALUES ('acme')");
    await json(context, 'db', 'backup', 'copy.db');
    writer.close();
    const copy = openForReading(join(context.dir, 'copy.db')) as NonNullable<ReturnType<typeof openForReading>>;
    expect(copy.prepare('SELECT name FROM clients').pluck().all()).toEqual(['acme']);
    copy.close();
  });

  it('never replaces a file', async () => {
    const context = await shop();
    writeFileSync(join(context.dir, 'copy.db'), 'precious');
    const { exitCode, err } = await run(context, 'db', 'backup', 'copy.db');
    expect({ exitCode, err }).toEqual({
      exitCode: 1,
      err: `eco: ${context.dir}/copy.db is there already. Name a new file: a backup never replaces one.\n`,
    });
    expect(readFileSync(join(context.dir, 'copy.db'), 'utf8')).toBe('precious');
  });

  it('says why it cannot write', async () => {
    const { exitCode, err } = await run(await shop(), 'db', 'backup', 'nowhere/copy.db');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/nowhere\/copy\.db cannot be written \(.*\)\. Check that the folder exists/);
  });
});

describe('eco db sql', () => {
  it('prints what a query finds, each column by what all of its values are', async () => {
    const context = await shop();
    const { rows } = await json(
      context,
      'db',
      'sql',
      "SELECT 'x' AS name, 1 AS n, 1.25 AS d, NULL AS none, 7 AS mixed UNION ALL SELECT 'y', 2, 2, NULL, 'seven' ORDER BY name",
    );
    expect(rows).toEqual([
      { name: 'x', n: 1, d: 1.25, none: null, mixed: '7' },
      { name: 'y', n: 2, d: 2, none: null, mixed: 'seven' },
    ]);
    expect(
      (
        await run(
          context,
          'db',
          'sql',
          "SELECT day, sum(units) AS units FROM v_sales_daily WHERE store = 'us' GROUP BY day",
          '--format',
          'csv',
        )
      ).out,
    ).toBe('day,units\n2026-11-19,4\n2026-11-20,1\n');
  });

  it('keeps an empty result a table', async () => {
    const { out } = await run(await shop(), 'db', 'sql', 'SELECT store, day FROM v_sales_daily WHERE 0', '--format', 'csv');
    expect(out).toBe('store,day\n');
  });

  it.each([
    ['DELETE FROM stock', /^eco: Only queries that read are allowed here/],
    ['UPDATE order_heads SET order_id = 1 RETURNING order_id', /^eco: Only queries that read are allowed here/],
    ["ATTACH 'x.db' AS x", /^eco: Only queries that read are allowed here/],
    ['SELECT 1; DROP TABLE stock', /^eco: SQL: The supplied SQL string contains more than one statement/],
    ['SELEC 1', /^eco: SQL: near "SELEC": syntax error\. "eco db schema" lists the views and their columns\.\n$/],
    ['SELECT 1 AS a, 2 AS a', /^eco: SQL: two columns are called "a"\. Give one of them another name: … AS a_2\n$/],
    ['', /^eco: SQL: The supplied SQL string contains no statements/],
  ])('refuses %j and changes nothing', async (sql, message) => {
    const context = await shop();
    const before = facts(databaseFile(context));
    const { exitCode, err, out } = await run(context, 'db', 'sql', sql);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toMatch(message);
    expect(facts(databaseFile(context))).toEqual(before);
    expect(readdirSync(context.dir)).not.toContain('x.db');
  });
});

describe('eco db schema', () => {
  it('explains every column of every view, and no other', async () => {
    const context = await shop();
    const db = openForReading(databaseFile(context)) as NonNullable<ReturnType<typeof openForReading>>;
    const columns = viewColumns(db).filter((column) => column.view.startsWith('v_'));
    db.close();
    expect(columns.filter(({ view, column }) => columnMeaning(view, column) === null)).toEqual([]);
    expect(Object.keys(VIEW_MEANINGS).sort()).toEqual([...new Set(columns.map((column) => column.view))].sort());
    const used = new Set(columns.flatMap(({ view, column }) => [`${view}.${column}`, column]));
    expect(Object.keys(COLUMN_MEANINGS).filter((key) => !used.has(key))).toEqual([]);
    expect((await json(context, 'db', 'schema')).rows).toHaveLength(columns.length);
  });

  it('shows one view', async () => {
    const { rows } = await json(await shop(), 'db', 'schema', 'v_sales_daily');
    expect(rows.map((row) => row.column)).toEqual([
      'store',
      'day',
      'listing_id',
      'sku',
      'currency',
      'units',
      'sales',
      'orders',
      'lines_without_price',
    ]);
    const { exitCode, err } = await run(await shop(), 'db', 'schema', 'v_sales');
    expect({ exitCode, start: err.slice(0, 40) }).toEqual({ exitCode: 2, start: 'eco: There is no view "v_sales". Views: ' });
  });
});

describe('eco db erase-buyer', () => {
  /** The keyed hash, computed here by itself: HMAC-SHA-256 of the cell in lower case, 96 bits as base64url. */
  function hashOf(context: TestContext, cell: string): string {
    const key = readFileSync(`${databaseFile(context)}.key`, 'utf8').trim();
    return createHmac('sha256', key).update(cell.toLowerCase()).digest('base64url').slice(0, 16);
  }

  /** Everything on disk that belongs to the database, with its compressed cells as text. */
  function everything(context: TestContext): string {
    const db = openForReading(databaseFile(context)) as NonNullable<ReturnType<typeof openForReading>>;
    const cells = db.prepare('SELECT cells FROM import_cells').pluck().all() as Uint8Array[];
    db.close();
    const files = readdirSync(context.dir).filter((name) => /^eco\.db(-wal)?$/.test(name));
    return [
      ...files.map((name) => readFileSync(join(context.dir, name), 'latin1')),
      ...cells.map((bytes) => brotliDecompressSync(bytes).toString('utf8')),
    ].join('\n');
  }

  async function withEarlierVersion(): Promise<TestContext> {
    const context = await shop();
    const newer = SHOPIFY_ORDERS.replace('#1001,Jane@Example.com,paid', '#1001,Jane@Example.com,partially_refunded');
    writeFiles(context, { a: '', b: '', c: '', 'newer.csv': newer });
    expect((await run(context, 'import', 'newer.csv')).exitCode).toBe(0);
    return context;
  }

  it('takes the hash out of orders, earlier versions and kept cells, and off the disk', async () => {
    const context = await withEarlierVersion();
    const [jane, bob] = [hashOf(context, 'jane@example.com'), hashOf(context, 'bob@example.com')];
    expect(everything(context)).toContain(jane);
    const { rows, notes } = await json(context, 'db', 'erase-buyer', ' JANE@example.com');
    expect(rows.map((row) => [row.where, row.count])).toEqual([
      ['orders (they stay, without a buyer)', 1],
      ['earlier versions of orders', 1],
      ['rows of kept cells (newer.csv, web.csv)', 2],
    ]);
    expect(notes[0]).toContain('importing such a file again brings the hash back');
    expect(everything(context)).not.toContain(jane);
    expect(everything(context)).toContain(bob);
  });

  it('leaves every figure as it is, also after a fold', async () => {
    const context = await withEarlierVersion();
    const sales = async () => (await json(context, 'orders', 'list')).rows;
    const before = await sales();
    await json(context, 'db', 'erase-buyer', 'jane@example.com');
    expect(await sales()).toEqual(before);
    await json(context, 'db', 'rebuild');
    expect(await sales()).toEqual(before);
    expect((await json(context, 'db', 'check', '--deep')).rows.every((row) => row.result === 'ok')).toBe(true);
    expect((await json(context, 'db', 'sql', 'SELECT count(*) AS n FROM orders WHERE store_id = 2 AND buyer IS NOT NULL')).rows).toEqual([
      { n: 1 },
    ]);
  });

  it('takes the hash itself, also without the key', async () => {
    const context = await shop();
    const jane = hashOf(context, 'jane@example.com');
    rmSync(`${databaseFile(context)}.key`);
    const { exitCode, err } = await run(context, 'db', 'erase-buyer', 'jane@example.com');
    expect({ exitCode, err }).toEqual({
      exitCode: 1,
      err: `eco: ${databaseFile(context)}.key is missing, and only with it can a name be turned into the hash that the database has. Put it back, or give the hash itself (16 characters; behind a -- where it begins with a hyphen).\n`,
    });
    // One hash of 64 begins with a hyphen.
    const answer = await run(context, 'db', 'erase-buyer', '--format', 'json', '--', jane);
    expect(JSON.parse(answer.out).rows[0]).toMatchObject({ count: 1 });
    expect((await run(context, 'db', 'erase-buyer', '--', '-Xvr3lq0Xxj98eyV')).err).toMatch(/^eco: Nothing was found of this buyer\./);
    expect(existsSync(`${databaseFile(context)}.key`)).toBe(false);
  });

  it('changes nothing with --dry-run, and says when nothing is found', async () => {
    const context = await shop();
    const before = facts(databaseFile(context));
    expect((await json(context, 'db', 'erase-buyer', 'jane@example.com', '--dry-run')).rows.map((row) => row.count)).toEqual([1, 0, 1]);
    expect(facts(databaseFile(context))).toEqual(before);
    expect((await run(context, 'db', 'erase-buyer', 'nobody@example.com')).err).toMatch(/^eco: Nothing was found of this buyer\./);
  });
});

describe('a fold that is due', () => {
  /** As an import that was killed between its last file and the fold leaves it. */
  async function interrupted(): Promise<{ context: TestContext; whole: Map<string, string[]> }> {
    const context = await shop();
    const whole = facts(databaseFile(context));
    const db = openDatabase(databaseFile(context));
    db.exec('UPDATE order_lines SET quantity = 0; DELETE FROM superseded_units');
    markFoldDue(db, 1, 'orders');
    markFoldDue(db, 2, 'orders');
    db.close();
    return { context, whole };
  }

  it('is finished by the next command that writes, which says so', async () => {
    const { context, whole } = await interrupted();
    mkdirSync(join(context.dir, 'empty'));
    const { err } = await run(context, 'store', 'add', 'x', '--platform', 'ebay');
    expect(err).toContain('An earlier import was interrupted; what it left undone is done now.\n');
    expect(facts(databaseFile(context))).toEqual(whole);
    expect((await run(context, 'store', 'add', 'y', '--platform', 'ebay')).err).not.toContain('interrupted');
  });

  it('is only spoken of by a command that reads', async () => {
    const { context, whole } = await interrupted();
    const { exitCode, err } = await run(context, 'orders', 'list', '--quiet');
    expect({ exitCode, err }).toEqual({
      exitCode: 0,
      err: 'An import is running or was interrupted: the figures do not show all of its files yet. The next import finishes it, or: eco db rebuild\n',
    });
    expect(facts(databaseFile(context))).not.toEqual(whole);
  });
});

describe('--known-at', () => {
  it('answers by what the imports up to then said', async () => {
    const context = testContext();
    writeFiles(context, { 'first.txt': FIRST_ORDERS, 'second.txt': SECOND_ORDERS });
    await run(context, 'import', 'first.txt');
    const later = testContext({ dir: context.dir, now: '2026-11-23T06:00:00Z' });
    await run(later, 'import', 'second.txt');
    const units = async (...argv: string[]) =>
      (await json(later, 'orders', 'list', '--columns', 'order_id,units', ...argv)).rows.map((row) => [row.order_id, row.units]);
    expect(await units()).toEqual([
      ['A-1', 2],
      ['A-2', 2],
      ['A-3', 3],
      ['A-4', 1],
    ]);
    expect(await units('--known-at', '2026-11-22')).toEqual([
      ['A-1', 2],
      ['A-2', 2],
      ['A-3', 3],
    ]);
  });
});
