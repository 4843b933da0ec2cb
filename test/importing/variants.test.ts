/** Exports in other shapes than the usual ones, imported with the command line: what their differences come to in the views. */
import { copyFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';

const FIXTURES = 'fixtures/platforms';

async function rows(context: TestContext, sql: string): Promise<unknown[][]> {
  const { out } = await run(context, 'db', 'sql', sql, '--format', 'json');
  return (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows.map((row) => Object.values(row));
}

it('a Business Report made day by day needs no --period, and is traffic of those days', async () => {
  const context = testContext();
  copyFileSync(join(FIXTURES, 'amazon/traffic-by-child/kr-by-day.csv'), join(context.dir, 'x.csv'));
  const { exitCode, out } = await run(context, 'import', 'x.csv');
  expect([exitCode, out]).toEqual([0, expect.stringContaining('3 rows · 2026-04-06 … 2026-04-07')]);
  expect(
    await rows(
      context,
      'SELECT period_from, period_to, count(*), sum(sessions), sum(units), round(sum(sales), 2) FROM v_traffic GROUP BY 1, 2',
    ),
  ).toEqual([
    ['2026-04-06', '2026-04-06', 1, 1104, 48, 1960],
    ['2026-04-07', '2026-04-07', 2, 1042, 39, 1592.5],
  ]);
});

it('a search term report whose days are only those of its rows is said to cover at least them', async () => {
  const context = testContext();
  copyFileSync(join(FIXTURES, 'amazon/sp-search-terms/kr.csv'), join(context.dir, 'x.csv'));
  const { out } = await run(context, 'import', 'x.csv');
  expect(out).toContain('2 rows · 2026-04-06 … 2026-04-09 at least');
  expect(out).toContain('the file does not say for which days it was made. If for more, say it: --period FROM..TO');
});

it('stock of a location that does not stock the variant any more is gone', async () => {
  const context = testContext();
  const header =
    'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,SKU,HS Code,COO,Location,Incoming,Unavailable,Committed,Available,On hand';
  const inventory = (name: string, day: string, popUp: string) => {
    const lines = [
      header,
      'mug,Mug,Title,Default Title,,,,,MUG,,,Store,0,0,1,4,5',
      `mug,Mug,Title,Default Title,,,,,MUG,,,Pop-up,${popUp}`,
    ];
    writeFileSync(join(context.dir, name), `${lines.join('\n')}\n`);
    const at = Date.parse(`${day}T08:00:00Z`) / 1000;
    utimesSync(join(context.dir, name), at, at);
  };
  inventory('one.csv', '2026-11-19', '0,0,0,30,30');
  inventory('two.csv', '2026-11-20', 'Not stocked,Not stocked,Not stocked,Not stocked,Not stocked');
  for (const file of ['one.csv', 'two.csv']) expect((await run(context, 'import', file)).exitCode).toBe(0);
  const newest = `SELECT location, available, on_hand FROM v_stock WHERE taken_at LIKE '2026-11-20%' ORDER BY location`;
  expect(await rows(context, newest)).toEqual([
    ['Pop-up', 0, 0],
    ['Store', 4, 5],
  ]);
});

it('a row that has slipped because it has a cell too many is refused with that suspicion', async () => {
  const context = testContext();
  writeFileSync(join(context.dir, 'x.csv'), 'Handle,Title,Variant SKU,Variant Price,Variant Inventory Qty\nmug,Mug,,MUG,12.00,\n');
  const { exitCode, out } = await run(context, 'import', 'x.csv');
  expect([exitCode, out]).toEqual([1, expect.stringContaining('the row has 6 cells, the header 5: they may have slipped')]);
});

it('European orders keep their tax beside a price that includes it; what has no price yet is unknown', async () => {
  const context = testContext();
  copyFileSync(join(FIXTURES, 'amazon/orders/eu-2024-vat.txt'), join(context.dir, 'x.txt'));
  await run(context, 'import', 'x.txt');
  expect(
    await rows(context, 'SELECT store, day, order_id, counts, quantity, amount, tax FROM v_order_lines ORDER BY order_id, counts DESC'),
  ).toEqual([
    ['de', '2024-03-30', '028-0000004-0000004', 1, 10, 167.6, 0],
    ['de', '2024-04-01', '028-0000005-0000005', 0, 0, null, null],
    ['de', '2024-04-02', '028-0000007-0000007', 0, 1, 0, null],
    ['se', '2024-03-30', '171-0000003-0000003', 1, 1, 249, 49.8],
    ['de', '2024-03-31', '303-0000001-0000001', 1, 2, 39.9, 7.01],
    ['de', '2024-03-31', '303-0000001-0000001', 0, 0, null, null],
    ['fr', '2024-03-30', '404-0000002-0000002', 1, 1, null, null],
    ['de', '2024-04-01', 'S02-0000006-0000006', 0, 1, null, null],
  ]);
});

describe('dates that can be read in two ways', () => {
  const header =
    'amazon-order-id\tpurchase-date\torder-status\tsales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price';
  const orders = (name: string, dates: readonly string[]) => {
    const context = testContext();
    const lines = dates.map(
      (date, at) => `111-000000${at}-0000000\t${date}\tShipped\tAmazon.com\tMug\tMUG\tB0EXAMPLE1\tShipped\t1\tUSD\t9.90`,
    );
    writeFileSync(join(context.dir, name), `${[header, ...lines].join('\n')}\n`);
    return context;
  };
  const DAYS = 'SELECT day FROM v_orders ORDER BY day';

  it('are read as the other dates of the file say, also when they are folded again', async () => {
    const context = orders('x.txt', ['03/05/2026 10:00', '25/04/2026 11:00']);
    expect((await run(context, 'import', 'x.txt')).exitCode).toBe(0);
    expect(await rows(context, DAYS)).toEqual([['2026-04-25'], ['2026-05-03']]);
    expect((await run(context, 'db', 'rebuild')).exitCode).toBe(0);
    expect(await rows(context, DAYS)).toEqual([['2026-04-25'], ['2026-05-03']]);
  });

  it('are refused where nothing says how, until the user does', async () => {
    const context = orders('x.txt', ['03/05/2026 10:00', '04/05/2026 11:00']);
    const { exitCode, out } = await run(context, 'import', 'x.txt');
    expect([exitCode, out]).toEqual([1, expect.stringContaining('day or month first? Say it with --date-order dmy or mdy')]);
    expect((await run(context, 'import', 'x.txt', '--date-order', 'mdy')).exitCode).toBe(0);
    expect(await rows(context, DAYS)).toEqual([['2026-03-05'], ['2026-04-05']]);
  });

  it('are refused where a spreadsheet may have turned some of them round', async () => {
    const context = orders('x.txt', ['3/5/2026 10:00', '25/04/2026 11:00']);
    expect((await run(context, 'import', 'x.txt')).exitCode).toBe(1);
  });
});
