/** A glyph that several currencies share rules out all others: dollars never go to a shop that sells in rupees. */
import { expect, test } from 'vitest';
import { mayMean, sharedGlyph } from '../../src/platforms/cells/index.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { trafficFile, writeExport } from '../report/tinyShop.js';

test('what a shared glyph may mean', () => {
  expect(['$12.00', '-$1', '($2.50)', '12,00 kr', '¥300', 'Rs. 5'].map(sharedGlyph)).toEqual(['$', '$', '$', 'kr', '¥', 'Rs.']);
  expect(['12.00', '£12', 'CA$3', 'USD 4', ''].map(sharedGlyph)).toEqual([null, null, null, null, null]);
  expect([mayMean('$', 'USD'), mayMean('$', 'CAD'), mayMean('$', 'INR'), mayMean('¥', 'JPY'), mayMean('¥', 'EUR')]).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

async function shopIn(currency: string): Promise<TestContext> {
  const context = testContext();
  await run(context, 'store', 'add', 'shop', '--platform', 'amazon', '--currency', currency);
  const row = { parent: 'P', child: 'C', sessions: 10, views: 12, buyBox: '100%', units: 1, sales: '8.00' };
  writeExport(context, 'BusinessReport 2026-11-20..2026-11-20.csv', trafficFile([row]));
  return context;
}

async function storesOfFacts(context: TestContext): Promise<unknown> {
  const { out } = await run(context, 'db', 'sql', 'SELECT store, currency, sales FROM v_traffic', '--format', 'json');
  return (JSON.parse(out) as { rows: unknown }).rows;
}

test('dollars go to a store that sells in some dollar', async () => {
  const context = await shopIn('CAD');
  expect((await run(context, 'import', 'in')).exitCode).toBe(0);
  expect(await storesOfFacts(context)).toEqual([{ store: 'shop', currency: 'CAD', sales: 8 }]);
});

test('dollars make a store of their own beside one that sells in rupees, and are refused where that one is named', async () => {
  const context = await shopIn('INR');
  const refused = await run(context, 'import', 'in', '--store', 'shop');
  expect([refused.exitCode, refused.out]).toEqual([
    1,
    expect.stringContaining('has amounts in $, but the store "shop" sells in INR. Name another store with --store, or mend its currency'),
  ]);
  const taken = await run(context, 'import', 'in');
  expect(taken.exitCode, taken.out + taken.err).toBe(0);
  expect(await storesOfFacts(context)).toEqual([{ store: 'amazon', currency: null, sales: 8 }]);
});

test('a second store that eco makes is told apart by its currency', async () => {
  const context = testContext();
  const row = { parent: 'P', child: 'C', sessions: 10, views: 12, buyBox: '100%', units: 1, sales: '8.00' };
  for (const [glyph, day] of [
    ['€', '20'],
    ['₹', '21'],
  ] as const) {
    const text = trafficFile([row]).replace('$8.00', `${glyph}8.00`);
    writeExport(context, `${day}/BusinessReport 2026-11-${day}..2026-11-${day}.csv`, text);
    expect((await run(context, 'import', `in/${day}`)).exitCode).toBe(0);
  }
  expect(await storesOfFacts(context)).toEqual([
    { store: 'amazon', currency: 'EUR', sales: 8 },
    { store: 'amazon-inr', currency: 'INR', sales: 8 },
  ]);
});
