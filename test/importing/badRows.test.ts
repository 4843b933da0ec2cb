/**
 * Rows that cannot be read: refused with the file, or left out with their whole unit, wherever the bad row stands; every row is
 * accounted for, and a fold of what was kept says the same.
 */
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELDS, type FieldKind } from '../../src/core/fields.js';
import { openDatabase } from '../../src/db/connection.js';
import { encodeText } from '../../src/files/encodeText.js';
import { decodeBytes } from '../../src/files/encoding.js';
import { firstRows } from '../../src/files/firstRows.js';
import { writeRow } from '../../src/files/writeRow.js';
import { dumpFacts } from '../../src/importing/compareFold.js';
import { openSource } from '../../src/importing/source.js';
import { bind } from '../../src/platforms/binding.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { readExport } from '../platforms/readExport.js';
import { orderFile, orderId, scatteredOrders, sortedOrders, spoiled } from './largeFiles.js';
import { someOf } from './someFormats.js';

function write(context: TestContext, name: string, content: string | Uint8Array, seconds = 1_795_000_000): void {
  writeFileSync(join(context.dir, name), content);
  utimesSync(join(context.dir, name), seconds, seconds);
}

type Counts = Record<'rows_read' | 'rows_new' | 'rows_changed' | 'rows_unchanged' | 'rows_ignored' | 'rows_rejected', number>;

/** How the rows of an import ended, as it said itself and as `files list` has it. */
async function counts(context: TestContext, ...words: string[]): Promise<Counts & { status: string; exitCode: number }> {
  const said = await run(context, 'import', ...words, '--format', 'json');
  const { import_id, ...row } = (JSON.parse(said.out) as { rows: (Counts & { import_id: number; status: string })[] }).rows[0] as Counts & {
    import_id: number;
    status: string;
  };
  const list = await run(context, 'files', 'list', '--format', 'json');
  const listed = (JSON.parse(list.out) as { rows: (Counts & { import_id: number })[] }).rows.find((other) => other.import_id === import_id);
  const numbers = ({ rows_read, rows_new, rows_changed, rows_unchanged, rows_ignored, rows_rejected }: Counts) => {
    return { rows_read, rows_new, rows_changed, rows_unchanged, rows_ignored, rows_rejected };
  };
  expect(numbers(listed as Counts)).toEqual(numbers(row));
  return { ...numbers(row), status: row.status, exitCode: said.exitCode };
}

function sum(row: Counts): number {
  return row.rows_new + row.rows_changed + row.rows_unchanged + row.rows_ignored + row.rows_rejected;
}

function facts(context: TestContext): Map<string, string[]> {
  const db = openDatabase(context.env.ECO_DB as string);
  const dump = dumpFacts(db);
  db.close();
  return dump;
}

/** What stands of periods and orders, each unit with all that it holds as one number; and the stores. */
function wholeUnits(context: TestContext): { units: Set<string>; stores: string } {
  const db = openDatabase(context.env.ECO_DB as string);
  const units = [
    `SELECT subject, grain, about, period_from, period_to, channel, rows, hash FROM period_units WHERE superseded_by IS NULL`,
    `SELECT order_id, hash, (SELECT count(*) FROM order_lines l WHERE l.order_pk = o.order_pk) FROM order_heads o`,
  ].flatMap((sql) => db.prepare(sql).raw().all());
  const stores = db.prepare("SELECT group_concat(name, ' ') FROM (SELECT name FROM stores ORDER BY name)").pluck().get() as string;
  db.close();
  return { units: new Set(units.map((unit) => JSON.stringify(unit))), stores };
}

/** The facts stand for what was kept: a check finds no difference, a rebuild changes nothing. */
async function expectSettled(context: TestContext): Promise<void> {
  expect(await run(context, 'db', 'check', '--deep')).toMatchObject({ exitCode: 0 });
  const before = facts(context);
  expect((await run(context, 'db', 'rebuild')).exitCode).toBe(0);
  expect(facts(context)).toEqual(before);
}

async function standing(context: TestContext): Promise<string[]> {
  const { out } = await run(
    context,
    'db',
    'sql',
    'SELECT order_id, count(*) AS lines FROM v_order_lines GROUP BY order_id',
    '--format',
    'json',
  );
  const { rows } = JSON.parse(out) as { rows: { order_id: string; lines: number }[] };
  expect(rows.every((row) => row.lines === 2)).toBe(true);
  return rows.map((row) => row.order_id);
}

const ORDERS = 2500;
const all = Array.from({ length: ORDERS }, (_, order) => orderId(order));

describe.each([
  ['side by side', sortedOrders],
  ['scattered over the file', scatteredOrders],
])('orders whose lines stand %s', (_, rowsOf) => {
  // The first and last row, the last and first of a batch of 2000, and one in between.
  it.each([[[0]], [[2 * ORDERS - 1]], [[1999]], [[2000]], [[3141]], [[0, 1999, 2000, 3141, 2 * ORDERS - 1]]])(
    'are left out whole when the rows %j cannot be read',
    async (bad) => {
      const context = testContext({ database: true });
      const rows = rowsOf(ORDERS).map((row, at) => (bad.includes(at) ? spoiled(row) : row));
      const spoiledOrders = new Set(bad.map((at) => (rows[at] as string).slice(0, 19)));
      write(context, 'orders.txt', orderFile(rows));
      expect(await counts(context, 'orders.txt')).toMatchObject({
        exitCode: 1,
        status: 'rejected',
        rows_new: 0,
        rows_rejected: bad.length,
      });
      const taken = await counts(context, 'orders.txt', '--skip-bad-rows', '--rejects', 'rejects.csv');
      expect(taken).toMatchObject({ exitCode: 4, status: 'partial', rows_read: 2 * ORDERS, rows_rejected: 2 * spoiledOrders.size });
      expect(sum(taken)).toBe(2 * ORDERS);
      expect(await standing(context)).toEqual(all.filter((id) => !spoiledOrders.has(id)));
      // The header is line 1.
      expect(readFileSync(join(context.dir, 'rejects.csv'), 'utf8')).toBe(
        ['file,line,column,value,reason', ...bad.map((at) => `orders.txt,${at + 2},item-price,xxx,money expected`), ''].join('\n'),
      );
      await expectSettled(context);
    },
  );
});

describe('more rejected rows than are listed', () => {
  it('leave out every unit all the same, and the list says that it is not whole', async () => {
    const context = testContext({ database: true });
    const rows = sortedOrders(11_000).map((row, at) => (at % 2 === 1 && at < 21_000 ? spoiled(row) : row));
    write(context, 'orders.txt', orderFile(rows));
    const taken = await counts(context, 'orders.txt', '--skip-bad-rows', '--rejects', 'rejects.csv');
    expect(taken).toMatchObject({ status: 'partial', rows_read: 22_000, rows_new: 1000, rows_rejected: 21_000 });
    expect(readFileSync(join(context.dir, 'rejects.csv'), 'utf8').split('\n')).toHaveLength(10_002);
    expect(await standing(context)).toHaveLength(500);
    await expectSettled(context);
    write(context, 'again.txt', orderFile(rows.slice(2)));
    expect((await run(context, 'import', 'again.txt', '--skip-bad-rows')).out).toContain(
      'again.txt: of 10,499 rejected rows the first 10,000 are listed',
    );
  });
});

describe('a file that comes late', () => {
  it('accounts for its rejected rows like any other', async () => {
    const context = testContext({ database: true });
    write(context, 'new.txt', orderFile(sortedOrders(10)), 1_795_100_000);
    const late = sortedOrders(20).map((row, at) => (at === 7 || at === 31 ? spoiled(row) : row));
    write(context, 'late.txt', orderFile(late));
    await run(context, 'import', 'new.txt');
    const taken = await counts(context, 'late.txt', '--skip-bad-rows');
    expect(taken).toMatchObject({ exitCode: 4, rows_read: 40, rows_rejected: 4 });
    expect(sum(taken)).toBe(40);
    await expectSettled(context);
  });
});

/** Every fixture that is text, as cells. */
async function fixture(path: string) {
  const source = await openSource(path, REPORT_FORMATS, null);
  if (!source.identified) throw new Error(`${path} ${source.problem}`);
  const { dialect, identified } = source;
  const binding = bind(identified.match, identified.header);
  const text = decodeBytes(readFileSync(path), dialect.encoding, { fatal: true, isWhole: true }).replace(/^\uFEFF/, '');
  const lines = firstRows(text, { ...dialect }, Number.MAX_SAFE_INTEGER, true);
  // Totals and rows that belong to no order are ignored, whatever they hold.
  const stored = new Set((await readExport(path)).rows.map(({ line }) => line));
  const whole = lines.flatMap(({ line, cells }, at) => (stored.has(line) && cells.length === binding.header.length ? [at] : []));
  return { dialect, binding, rows: lines.map((row) => row.cells), whole };
}

/** Its tables are melted into one before they are read as rows: test/files/tableBlocks.test.ts. */
const MELTED = 'google.ga4';

const fixtures = REPORT_FORMATS.filter(({ id }) => id !== MELTED).flatMap((format) => {
  const folder = join('fixtures/platforms', ...format.id.split('.'));
  return readdirSync(folder)
    .filter((name) => ['.txt', '.csv'].includes(extname(name)))
    .map((name) => join(folder, name));
});

/** Is no number. */
const BAD = 'x1x';

const NUMBERS = new Set(['integer', 'money', 'unitAmount', 'decimal', 'band']);
/** Days and ids as spreadsheets and slips leave them. */
const DAMAGED: Readonly<Partial<Record<FieldKind, string>>> = {
  day: '2026-13-77',
  instant: '2026-13-77',
  period: '2026-13-77',
  identifier: '1.23E+15',
};

const OTHERS = new Set(['day', 'instant', 'period', 'ratio']);

describe('a number that cannot be read in a row of any report', () => {
  const cases = fixtures.map((path, place) => ({ path, place }));
  it.each(someOf(cases, 8))('takes its unit out of $path, and nothing is lost from the account', async ({ path, place }) => {
    const { dialect, binding, rows, whole } = await fixture(path);
    // A column that takes only what looks like a number has nothing against a word.
    const tolerant = new Set(binding.format.columns.filter(({ only }) => only && !only.test(BAD)).map(({ field }) => field));
    const of = (kinds: ReadonlySet<string>) =>
      [...binding.bound].filter(([field]) => kinds.has(FIELDS[field]) && !tolerant.has(field)).map(([, at]) => at);
    const columns = [...of(NUMBERS), ...binding.locations, ...binding.parts.map(({ column }) => column), ...of(OTHERS)];
    const filled = (at: number) => columns.find((column) => /^\W*\d/.test(rows[at]?.[column] ?? ''));
    const places = whole.filter((at) => filled(at) !== undefined);
    // The first and the last, in turn where not all is tried.
    const ends = [places[0] as number, places.at(-1) as number];
    const name = `report${extname(path)}`;
    const period = ['--period', '2026-11-01..2026-11-20'];
    const spoil = (at: number, column: number, bad: string) => {
      const changed = rows.map((cells, row) => (row === at ? cells.with(column, bad) : cells));
      const text = changed.map((cells) => `${writeRow(cells, dialect)}${dialect.lineEnd}`).join('');
      const context = testContext({ database: true });
      write(context, name, encodeText(text, dialect.encoding, { bom: dialect.bom }) as Uint8Array);
      return context;
    };
    const good = spoil(-1, 0, '');
    await counts(good, name, ...period, '--skip-bad-rows');
    const everyUnit = wholeUnits(good);
    const expectWhole = (context: TestContext) => {
      const { units, stores } = wholeUnits(context);
      // Where the store was guessed from the row that is gone, moments without a zone are others.
      if (stores === everyUnit.stores) for (const unit of units) expect(everyUnit.units, 'what stands, stands whole').toContain(unit);
    };
    for (const at of new Set(someOf(ends, 2, place / 8))) {
      const context = spoil(at, filled(at) as number, BAD);
      expect(await counts(context, name, ...period)).toMatchObject({ exitCode: 1, status: 'rejected', rows_new: 0 });
      const taken = await counts(context, name, ...period, '--skip-bad-rows');
      expect(['partial', 'rejected']).toContain(taken.status);
      if (taken.status === 'rejected') continue;
      expect(sum(taken)).toBe(taken.rows_read);
      expect(taken.rows_rejected).toBeGreaterThan(0);
      expectWhole(context);
      await expectSettled(context);
    }
    // What tells the unit of a row may be what is damaged in it.
    const at = places[places.length >> 1] as number;
    const telling = [...binding.bound].flatMap(([field, column]) => {
      const bad = DAMAGED[FIELDS[field]];
      return bad === undefined || rows[at]?.[column] === '' ? [] : [{ column, bad }];
    });
    for (const { column, bad } of someOf(telling, telling.length, place / 8)) {
      const context = spoil(at, column, bad);
      const taken = await counts(context, name, ...period, '--skip-bad-rows');
      if (taken.rows_rejected === 0 || taken.status === 'rejected') continue;
      expect(sum(taken)).toBe(taken.rows_read);
      expectWhole(context);
    }
  });
});

describe('a campaign that has two names in one file', () => {
  const sale = 'Teapots sale,345,Mobile phones,CAD,66.10,870,30';
  const plain = 'Teapots,345,Computers,CAD,4.50,50,2';
  it.each([
    ['the bad one first', [plain, sale]],
    ['the other one first', [sale, plain]],
  ])('is left out whole with a bad row under one of them, and every row is accounted for: %s', async (_, good) => {
    const context = testContext({ database: true });
    const rows = [
      'Campaign,Campaign ID,Device,Currency code,Cost,Impr.,Clicks',
      ...good,
      'Teapots,345,Tablets,CAD,20/00,300,9',
      'Kettles,678,Computers,CAD,1.00,10,1',
    ];
    write(context, 'campaigns.csv', `${rows.join('\n')}\n`);
    const taken = await counts(context, 'campaigns.csv', '--period', '2026-11-01..2026-11-20', '--skip-bad-rows');
    expect(taken).toMatchObject({ status: 'partial', rows_read: 4, rows_new: 1, rows_rejected: 3 });
    await expectSettled(context);
  });
});
