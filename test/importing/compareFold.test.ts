/** Facts as text: the same knowledge gives the same lines, other knowledge other lines. */
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/connection.js';
import { compareFacts, compareWithFold, dumpFacts } from '../../src/importing/compareFold.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { FIRST_ORDERS, LISTINGS, SECOND_ORDERS, SHOPIFY_ORDERS, writeFiles } from '../shop/sampleShop.js';

const FILES = { 'a.txt': FIRST_ORDERS, 'b.txt': SECOND_ORDERS, 'c.csv': SHOPIFY_ORDERS, 'd.txt': LISTINGS };

async function imported(...order: string[]): Promise<TestContext> {
  const context = testContext();
  writeFiles(context, FILES);
  // Else the first file names the store: us by its sales channel, amazon where the file has none.
  await run(context, 'store', 'add', 'us', '--platform', 'amazon', '--marketplace', 'Amazon.com');
  for (const name of order) expect((await run(context, 'import', name)).exitCode).toBe(0);
  return context;
}

function database(context: TestContext) {
  return openDatabase(context.env.ECO_DB as string);
}

/** The key that hashes buyers differs from database to database. */
function withoutBuyers(context: TestContext) {
  const db = database(context);
  db.exec('UPDATE order_heads SET buyer = NULL');
  const dump = dumpFacts(db);
  db.close();
  return dump;
}

describe('dumpFacts', () => {
  it('does not depend on the order in which files came', async () => {
    const oneWay = withoutBuyers(await imported('a.txt', 'b.txt', 'c.csv', 'd.txt'));
    const another = withoutBuyers(await imported('d.txt', 'c.csv', 'b.txt', 'a.txt'));
    expect(another).toEqual(oneWay);
    expect([...oneWay].filter(([, rows]) => rows.length > 0).map(([table, rows]) => [table, rows.length])).toEqual([
      ['listings', 2],
      ['items', 6],
      ['stock', 2],
      ['orders', 6],
      ['order_lines', 7],
      ['order_days', 5],
      ['superseded_units', 1],
    ]);
  });
});

describe('compareWithFold', () => {
  it('finds no difference in what imports left', async () => {
    const db = database(await imported('b.txt', 'a.txt', 'd.txt', 'c.csv'));
    expect(compareWithFold(db)).toEqual([]);
    db.close();
  });

  it('finds a figure that no file says, and leaves the database alone', async () => {
    const db = database(await imported('a.txt', 'b.txt'));
    db.exec('UPDATE order_lines SET quantity = quantity + 1 WHERE amount_minor = 5500');
    const before = dumpFacts(db);
    const [difference, ...others] = compareWithFold(db);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ table: 'order_lines', onlyHere: 1, onlyThere: 1 });
    expect(difference?.example).toContain('A-1');
    expect(dumpFacts(db)).toEqual(before);
    db.close();
  });
});

describe('compareFacts', () => {
  it('counts rows that only one side has', async () => {
    const here = database(await imported('a.txt'));
    const there = database(await imported('a.txt', 'b.txt'));
    const tables = Object.fromEntries(compareFacts(here, there).map((found) => [found.table, [found.onlyHere, found.onlyThere]]));
    // A-2 in another version, A-4 new; A-2's two lines became one, A-4 has one; its lid is mentioned no more.
    expect(tables).toEqual({ orders: [1, 2], order_lines: [2, 2], order_days: [1, 3], items: [1, 0], superseded_units: [0, 1] });
    here.close();
    there.close();
  });
});
