/**
 * Imports as processes of their own: the thread that reads large files says what reading in one thread says; two imports at once
 * wait for each other; a reader is not held up; what is interrupted never was. Needs the build (`npm test` makes it).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/connection.js';
import { dumpFacts } from '../../src/importing/compareFold.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { orderFile, productFile, scatteredOrders, searchTermFile, shopifyOrderFile, sortedOrders, spoiled } from './largeFiles.js';

const BINARY = fileURLToPath(new URL('../../bin/eco.js', import.meta.url));
/** From this size on a file is read in a thread of its own. */
const LARGE = 4 << 20;

function write(context: TestContext, name: string, content: string | Buffer, seconds = 1_795_000_000): void {
  writeFileSync(join(context.dir, name), content);
  utimesSync(join(context.dir, name), seconds, seconds);
}

function start(context: TestContext, ...words: string[]): ChildProcess {
  const env = { PATH: process.env.PATH, HOME: context.dir, ECO_DB: context.env.ECO_DB, TZ: 'UTC' };
  return spawn(process.execPath, [BINARY, ...words], { cwd: context.dir, env });
}

interface Ended {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve) => child.on('close', (exitCode, signal) => resolve({ exitCode, signal, out, err })));
}

const eco = (context: TestContext, ...words: string[]) => ended(start(context, ...words));

/** Every row of every table of facts, as a count and a digest of each table: comparing the rows themselves takes seconds. */
function facts(context: TestContext): unknown {
  const db = openDatabase(context.env.ECO_DB as string);
  const tables = [...dumpFacts(db)].map(([table, rows]) => {
    const digest = createHash('sha256').update(rows.join('\n')).digest('hex');
    return { table, rows: rows.length, digest };
  });
  const dialects = db.prepare('SELECT dialect FROM imports ORDER BY file, import_id').pluck().all();
  db.close();
  return { tables, dialects };
}

/** What an import said, without the number it got. */
function saidOf(out: string): unknown {
  const { rows } = JSON.parse(out) as { rows: Record<string, unknown>[] };
  return rows.map(({ import_id: _, ...row }) => row);
}

const spoil = (rows: readonly string[]) => rows.map((row, at) => (at % 4999 === 17 || at === rows.length - 1 ? spoiled(row) : row));

function lastTitle(word: string, encoding: string): Buffer {
  const rows = sortedOrders(6000);
  return iconv.encode(orderFile([...rows.slice(0, -1), (rows.at(-1) as string).replace('a title', word)]), encoding);
}

const LARGE_FILES: readonly (readonly [string, string, () => string | Buffer, readonly string[]])[] = [
  ['orders', 'orders.txt', () => orderFile(sortedOrders(6000)), []],
  ['orders whose lines are scattered', 'orders.txt', () => orderFile(scatteredOrders(6000)), []],
  ['orders of which some cannot be read', 'orders.txt', () => orderFile(spoil(sortedOrders(6000))), ['--skip-bad-rows']],
  ['scattered orders of which some cannot be read', 'orders.txt', () => orderFile(spoil(scatteredOrders(6000))), ['--skip-bad-rows']],
  ['orders of which the last is cut', 'orders.txt', () => orderFile(sortedOrders(6000)).slice(0, -60), []],
  ['orders with buyers', 'orders.csv', () => shopifyOrderFile(7500), []],
  ['listings', 'products.csv', () => productFile(3100), []],
  ['listings with a quote that is never closed', 'products.csv', () => productFile(3100).replace('No. 3099""', 'No. 3099"'), []],
  ['orders in Windows-1252, as only the last title shows', 'orders.txt', () => lastTitle('Küche', 'windows-1252'), []],
  ['orders in GB18030, as only the last title shows', 'orders.txt', () => lastTitle('厨房电热水壶', 'gb18030'), []],
  ['search terms', 'terms.csv', () => searchTermFile(26_500), []],
];

describe('a large file, read in a thread of its own', () => {
  it.each(LARGE_FILES)('%s: says what reading it in one thread says', async (_, name, textOf, flags) => {
    const here = testContext();
    const there = testContext();
    const text = textOf();
    for (const context of [here, there]) write(context, name, text);
    expect(statSync(join(here.dir, name)).size).toBeGreaterThan(LARGE);
    const inOneThread = await run(here, 'import', name, '--format', 'json', ...flags);
    // The same key, else buyers would differ.
    if (existsSync(join(here.dir, 'eco.db.key'))) copyFileSync(join(here.dir, 'eco.db.key'), join(there.dir, 'eco.db.key'));
    const inTwo = await eco(there, 'import', name, '--format', 'json', ...flags);
    expect({ exitCode: inTwo.exitCode, said: saidOf(inTwo.out), err: inTwo.err }).toEqual({
      exitCode: inOneThread.exitCode,
      said: saidOf(inOneThread.out),
      err: inOneThread.err,
    });
    expect(facts(there)).toEqual(facts(here));
    if (Buffer.isBuffer(text)) expect(JSON.stringify(facts(there))).toMatch(/"encoding\\":\\"(windows-1252|gb18030)/);
  });
});

describe('a large file in another encoding than its head tells', () => {
  it('is read also where its hash was asked for before, as beside a file of the same moment', async () => {
    const context = testContext();
    write(context, 'orders.txt', orderFile(sortedOrders(6000)));
    write(context, 'late.txt', lastTitle('厨房电热水壶', 'gb18030'));
    expect((await eco(context, 'import', 'orders.txt')).exitCode).toBe(0);
    expect(await eco(context, 'import', 'late.txt')).toMatchObject({ exitCode: 0, err: '' });
    expect(JSON.stringify(facts(context))).toContain('"encoding\\":\\"gb18030');
  });
});

/** An order of a day of November that need not be in the order of days. */
const onDay = (row: string, day: number) => row.replace(/2026-11-\d\dT/, `2026-11-${String(day).padStart(2, '0')}T`);

describe('a large file whose hash is worked out while its rows are read', () => {
  it('is known by it afterwards, also as a copy, whatever the order of its days', async () => {
    const rows = sortedOrders(6000);
    const inOrder = rows.map((row, at) => onDay(row, 1 + Math.floor(at / 600)));
    const files = {
      'in-order.txt': inOrder,
      'then-not.txt': [...inOrder.slice(0, 9000), ...rows.slice(9000).map((row, at) => onDay(row, 1 + ((at * 7) % 20)))],
      'never.txt': rows,
    };
    for (const [name, content] of Object.entries(files)) {
      const context = testContext();
      write(context, name, orderFile(content));
      expect((await eco(context, 'import', name)).exitCode).toBe(0);
      const db = openDatabase(context.env.ECO_DB as string);
      const bytes = readFileSync(join(context.dir, name));
      expect(db.prepare('SELECT sha256, file_bytes FROM imports').raw().all()).toEqual([
        [createHash('sha256').update(bytes).digest('hex'), bytes.length],
      ]);
      const indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'order_heads' ORDER BY name";
      expect(db.prepare(indexes).pluck().all()).toEqual(['order_heads_by_buyer', 'order_heads_by_day', 'order_heads_by_id']);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
      copyFileSync(join(context.dir, name), join(context.dir, 'copy.txt'));
      expect((await eco(context, 'import', 'copy.txt')).out).toContain('already imported as 1');
    }
  });
});

/** Orders as they stand, whatever line of the file they came from. */
async function orders(context: TestContext): Promise<string> {
  const query = `SELECT h.order_id, h.ordered_on, h.profile_pk, l.line_no, i.ident, l.quantity, l.amount_minor
    FROM order_heads h JOIN order_lines l USING (order_pk) JOIN items i USING (item_pk) ORDER BY 1, 4`;
  const { out } = await run(context, 'db', 'sql', query, '--format', 'csv');
  return out;
}

describe('an order that goes on at the very end of a large file', () => {
  it('is one order, as in the sorted file', async () => {
    const sorted = testContext();
    const late = testContext();
    const rows = sortedOrders(20_500);
    write(sorted, 'orders.txt', orderFile(rows));
    write(late, 'orders.txt', orderFile([...rows.slice(0, 1), ...rows.slice(2), rows[1] as string]));
    for (const context of [sorted, late]) expect((await eco(context, 'import', 'orders.txt')).exitCode).toBe(0);
    expect(await orders(late)).toBe(await orders(sorted));
  });
});

describe('orders whose lines are scattered over the file', () => {
  it.each([
    ['in this thread', 2000],
    ['in a thread of its own', 6000],
  ])('are those of the sorted file, and either says of the other that nothing is new (read %s)', async (_, count) => {
    const sorted = testContext();
    const scattered = testContext();
    for (const [context, rows] of [
      [sorted, sortedOrders(count)],
      [scattered, scatteredOrders(count)],
    ] as const) {
      write(context, 'orders.txt', orderFile(rows));
      expect((await eco(context, 'import', 'orders.txt')).exitCode).toBe(0);
    }
    const standing = await orders(sorted);
    expect(await orders(scattered)).toBe(standing);
    expect(standing.split('\n')).toHaveLength(2 * count + 2);
    expect(saidOf((await eco(scattered, 'import', 'orders.txt', '--format', 'json')).out)).toMatchObject([{ status: 'unchanged' }]);
    for (const [context, rows] of [
      [sorted, scatteredOrders(count)],
      [scattered, sortedOrders(count)],
    ] as const) {
      write(context, 'other.txt', orderFile(rows), 1_795_100_000);
      expect(saidOf((await eco(context, 'import', 'other.txt', '--format', 'json')).out)).toMatchObject([
        { status: 'imported', rows_new: 0, rows_changed: 0, rows_unchanged: 2 * count, rows_removed: 0 },
      ]);
    }
    expect(await orders(scattered)).toBe(standing);
    expect(await orders(sorted)).toBe(standing);
  });
});

describe('two imports at once into one database', () => {
  const shop = async () => {
    const context = testContext();
    write(context, 'orders.txt', orderFile(sortedOrders(6000)));
    write(context, 'products.csv', productFile(800));
    await run(context, 'store', 'add', 'us', '--platform', 'amazon', '--marketplace', 'Amazon.com');
    return context;
  };

  it('of two files leave what one after the other leaves', async () => {
    const [together, apart] = [await shop(), await shop()];
    const both = await Promise.all([eco(together, 'import', 'orders.txt'), eco(together, 'import', 'products.csv')]);
    expect(both.map(({ exitCode, err }) => ({ exitCode, err }))).toEqual([
      { exitCode: 0, err: '' },
      { exitCode: 0, err: '' },
    ]);
    for (const name of ['orders.txt', 'products.csv']) expect((await eco(apart, 'import', name)).exitCode).toBe(0);
    expect(facts(together)).toEqual(facts(apart));
  });

  it('of the same file take it once', async () => {
    const context = await shop();
    const both = await Promise.all([0, 1].map(() => eco(context, 'import', 'orders.txt', '--format', 'json')));
    expect(both.map(({ exitCode, err }) => ({ exitCode, err }))).toEqual([
      { exitCode: 0, err: '' },
      { exitCode: 0, err: '' },
    ]);
    const statuses = both.map(({ out }) => (JSON.parse(out) as { rows: { status: string }[] }).rows[0]?.status);
    expect(statuses.sort()).toEqual(['imported', 'unchanged']);
    const { out } = await run(context, 'db', 'sql', 'SELECT count(*) AS n FROM imports', '--format', 'csv');
    expect(out).toBe('n\n1\n');
    expect((await run(context, 'db', 'check', '--deep')).exitCode).toBe(0);
  });

  it('let readers read what stands', async () => {
    const context = await shop();
    await eco(context, 'import', 'products.csv');
    const writing = eco(context, 'import', 'orders.txt');
    const read = await Promise.all([0, 1, 2].map(() => eco(context, 'products', 'list', '--limit', '1', '--format', 'json')));
    for (const { exitCode, out } of read) expect([exitCode, (JSON.parse(out) as { rows: unknown[] }).rows.length]).toEqual([0, 1]);
    expect((await writing).exitCode).toBe(0);
  });
});

describe('two processes that make one database', () => {
  it('both succeed: one makes it, the other waits for it', async () => {
    for (let round = 0; round < 3; round++) {
      const context = testContext();
      write(context, 'orders.txt', orderFile(sortedOrders(20)));
      write(context, 'products.csv', productFile(10));
      const both = await Promise.all([eco(context, 'import', 'orders.txt'), eco(context, 'import', 'products.csv')]);
      expect(both.map(({ exitCode, err }) => ({ exitCode, err }))).toEqual([
        { exitCode: 0, err: '' },
        { exitCode: 0, err: '' },
      ]);
      const { out } = await run(context, 'db', 'sql', 'SELECT file, rows_new FROM imports ORDER BY file', '--format', 'csv');
      expect(out).toBe('file,rows_new\norders.txt,40\nproducts.csv,40\n');
      expect(await run(context, 'db', 'check')).toMatchObject({ exitCode: 0, err: '' });
    }
  });
});

describe('a first import that is written without the log', () => {
  /** From this size on. */
  const WITHOUT_LOG = 32 << 20;

  it('works beside a reader and another import', async () => {
    const context = testContext();
    const orders = 45_000;
    write(context, 'orders.txt', orderFile(sortedOrders(orders)));
    expect(statSync(join(context.dir, 'orders.txt')).size).toBeGreaterThan(WITHOUT_LOG);
    write(context, 'products.csv', productFile(10));
    expect((await run(context, 'store', 'list')).exitCode).toBe(1);
    const large = eco(context, 'import', 'orders.txt', '--format', 'json');
    // The others come when the file is there and the large import is at work in it.
    await until(() => existsSync(context.env.ECO_DB as string) && statSync(context.env.ECO_DB as string).size > 1 << 20);
    const [read, small] = await Promise.all([
      eco(context, 'products', 'list', '--format', 'json'),
      eco(context, 'import', 'products.csv', '--format', 'json'),
    ]);
    const { exitCode, err, out } = await large;
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(saidOf(out)).toMatchObject([{ status: 'imported', rows_read: 2 * orders, rows_new: 2 * orders }]);
    expect({ exitCode: read.exitCode, err: read.err }).toEqual({ exitCode: 0, err: '' });
    expect({ exitCode: small.exitCode, err: small.err }).toEqual({ exitCode: 0, err: '' });
    expect(saidOf(small.out)).toMatchObject([{ status: 'imported', rows_new: 40 }]);
    const { out: mode } = await run(context, 'db', 'sql', 'SELECT count(*) AS lines FROM v_order_lines', '--format', 'csv');
    expect(mode).toBe(`lines\n${2 * orders}\n`);
    expect(await run(context, 'db', 'check')).toMatchObject({ exitCode: 0, err: '' });
  });

  async function until(holds: () => boolean): Promise<void> {
    for (let waited = 0; !holds() && waited < 20_000; waited += 10) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(holds()).toBe(true);
  }
});

describe('an import that is interrupted', () => {
  it.each([
    ['SIGINT', 150, 30_000, false],
    ['SIGINT', 600, 120_000, true],
    ['SIGTERM', 400, 60_000, false],
  ] as const)('by %s after %i ms leaves the database as it was', async (signal, milliseconds, orders, again) => {
    const context = testContext();
    write(context, 'first.txt', orderFile(sortedOrders(10)));
    write(context, 'orders.txt', orderFile(sortedOrders(orders)), 1_795_100_000);
    expect((await eco(context, 'import', 'first.txt')).exitCode).toBe(0);
    const before = facts(context);
    const child = start(context, 'import', 'orders.txt');
    const end = ended(child);
    setTimeout(() => child.kill(signal), milliseconds);
    const { exitCode, signal: killedBy, out, err } = await end;
    // A shell makes 130 of SIGINT and 143 of SIGTERM. SIGINT is heard once the import has begun.
    const heard = { exitCode: 130, killedBy: null, out: '', err: 'eco: stopped: nothing was taken.\n' };
    const killed = { exitCode: null, killedBy: signal, out: '', err: '' };
    expect({ exitCode, killedBy, out, err }).toEqual(signal === 'SIGINT' && exitCode !== null ? heard : killed);
    expect(facts(context)).toEqual(before);
    expect((await run(context, 'db', 'check', '--deep')).exitCode).toBe(0);
    if (!again) return;
    expect(saidOf((await eco(context, 'import', 'orders.txt', '--format', 'json')).out)).toMatchObject([
      { status: 'imported', rows_read: 2 * orders, rows_new: 2 * orders - 20, rows_unchanged: 20 },
    ]);
  });
});
