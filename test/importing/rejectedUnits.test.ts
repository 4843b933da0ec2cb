/**
 * What is left out with a row that cannot be read: the whole unit that it may belong to, and nothing else. Half a campaign, half a
 * statement or half a list would be a sum that is silently too small.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/connection.js';
import { unitFields } from '../../src/platforms/rowUnits.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { put, rows } from './imported.js';
import { orderFile, orderId, sortedOrders } from './largeFiles.js';

interface Taken {
  readonly status: string;
  readonly rows_read: number;
  readonly rows_new: number;
  readonly rows_rejected: number;
  readonly message: string | null;
}

/** Imports a file without its bad rows; every one of its rows is stored or rejected. */
async function take(context: TestContext, name: string, lines: readonly string[], ...words: string[]): Promise<Taken> {
  put(context, name, `${lines.join('\n')}\n`, '2026-11-21');
  const { out, err } = await run(context, 'import', name, ...words, '--skip-bad-rows', '--format', 'json');
  const [taken] = (JSON.parse(out || '{"rows":[]}') as { rows: Taken[] }).rows;
  if (!taken) throw new Error(err);
  if (taken.status !== 'rejected') expect(taken.rows_new + taken.rows_rejected).toBe(taken.rows_read);
  return taken;
}

/** The facts are those of the kept rows: nothing that was left out comes back with a rebuild. */
async function expectSettled(context: TestContext): Promise<void> {
  expect(await run(context, 'db', 'check', '--deep')).toMatchObject({ exitCode: 0 });
}

const COSTS = `SELECT coalesce(campaign_id, campaign) AS campaign, period_from, CAST(sum(cost) AS INTEGER) AS cost, count(*) AS lines
  FROM v_ads GROUP BY 1, 2 ORDER BY 1, 2`;

const HEADER = 'Campaign,Campaign ID,Day,Device,Currency code,Cost,Impr.,Clicks';
const KETTLES = 'Kettles,678,2026-11-01,Computers,CAD,1.00,10,1';
const both = (lines: readonly string[]) => [
  [HEADER, ...lines],
  [HEADER, ...lines.toReversed()],
];

describe('a campaign of which one row cannot be read', () => {
  it.each(
    both([
      'Teapots,345,2026-11-01,Computers,CAD,4.50,50,2',
      'Teapots sale,345,2026-11-01,Tablets,CAD,20/00,300,9',
      KETTLES,
      'Teapots,345,2026-11-02,Computers,CAD,8.00,60,3',
    ]),
  )('stands on no row of its id, where the bad one is the only one under its name', async (...lines) => {
    const context = testContext({ database: true });
    expect(await take(context, 'campaigns.csv', lines)).toEqual(expect.objectContaining({ rows_read: 4, rows_new: 2, rows_rejected: 2 }));
    expect(await rows(context, COSTS)).toEqual([
      ['345', '2026-11-02', 8, 1],
      ['678', '2026-11-01', 1, 1],
    ]);
    await expectSettled(context);
  });

  it.each(
    both([
      'Teapots,345,2026-11-01,Computers,CAD,4.50,50,2',
      'Teapots,--,2026-11-01,Tablets,CAD,3.00,30,1',
      'Teapots,345,2026-11-01,Mobile phones,CAD,x1x,300,9',
      KETTLES,
    ]),
  )('takes the rows of its name along that have no id', async (...lines) => {
    const context = testContext({ database: true });
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_new: 1, rows_rejected: 3 });
    expect(await rows(context, COSTS)).toEqual([['678', '2026-11-01', 1, 1]]);
    await expectSettled(context);
  });

  it('is found by its name where its id is what was destroyed; its namesakes may be meant as well', async () => {
    const context = testContext({ database: true });
    const lines = [
      HEADER,
      'Teapots,345678901234,2026-11-01,Computers,CAD,4.50,50,2',
      'Teapots,3.45679E+11,2026-11-01,Tablets,CAD,20.00,300,9',
      'Teapots,987,2026-11-01,Computers,CAD,2.00,20,1',
      'Teapots,987,2026-11-02,Computers,CAD,7.00,20,1',
      KETTLES,
    ];
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_new: 2, rows_rejected: 3 });
    expect(await rows(context, COSTS)).toEqual([
      ['678', '2026-11-01', 1, 1],
      ['987', '2026-11-02', 7, 1],
    ]);
    await expectSettled(context);
  });

  it('leaves a namesake alone that has an id of its own', async () => {
    const context = testContext({ database: true });
    const lines = [HEADER, 'Teapots,345,2026-11-01,Computers,CAD,x1x,50,2', 'Teapots,987,2026-11-01,Computers,CAD,2.00,20,1'];
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_new: 1, rows_rejected: 1 });
    expect(await rows(context, COSTS)).toEqual([['987', '2026-11-01', 2, 1]]);
  });

  it('stands on none of its days where the day of the bad row cannot be read', async () => {
    const context = testContext({ database: true });
    const lines = [
      HEADER,
      'Teapots,345,2026-11-01,Computers,CAD,4.50,50,2',
      'Teapots,345,2026-11-02,Computers,CAD,8.00,60,3',
      'Teapots,345,2026-31-02,Tablets,CAD,9.00,60,3',
      KETTLES,
    ];
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_new: 1, rows_rejected: 3 });
    expect(await rows(context, COSTS)).toEqual([['678', '2026-11-01', 1, 1]]);
  });
});

describe('a row whose cells have slipped', () => {
  it('takes along what stands in the days where it stands, since any of it may be its campaign', async () => {
    const context = testContext({ database: true });
    const lines = [
      HEADER,
      'Kettles,678,2026-11-01,Computers,CAD,1.00,10,1',
      '"Teapots, red",345,2026-11-02,Computers,CAD,4.50,50,2',
      'Teapots, red,345,2026-11-02,Tablets,CAD,20.00,300,9',
      KETTLES.replace('-01,', '-02,'),
      KETTLES.replace('-01,', '-03,'),
    ];
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_read: 5, rows_new: 2, rows_rejected: 3 });
    expect(await rows(context, COSTS)).toEqual([
      ['678', '2026-11-01', 1, 1],
      ['678', '2026-11-03', 1, 1],
    ]);
  });

  it('takes nothing along as a note below the table', async () => {
    const context = testContext({ database: true });
    const lines = [HEADER, 'Teapots,345,2026-11-01,Computers,CAD,4.50,50,2', 'Downloaded on 2026-11-20 at 10:00', 'ACME'];
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_new: 1, rows_rejected: 2 });
  });
});

describe('a row whose order number is not there', () => {
  it.each(['1.11E+17', ''])('takes the orders above and below it along: it may be a line of either (%j)', async (id) => {
    const context = testContext({ database: true });
    const lines = orderFile(sortedOrders(4).map((row, at) => (at === 3 ? row.replace(/^[^\t]+/, id) : row)));
    expect(await take(context, 'orders.txt', lines.trimEnd().split('\n'))).toMatchObject({ rows_read: 8, rows_new: 4, rows_rejected: 4 });
    expect(await rows(context, 'SELECT order_id, count(*) AS lines FROM v_order_lines GROUP BY 1 ORDER BY 1')).toEqual([
      [orderId(0), 2],
      [orderId(3), 2],
    ]);
    await expectSettled(context);
  });
});

describe('an item in several places, one of which cannot be read', () => {
  it('has no stock in any of them from this file: its stock is their sum', async () => {
    const context = testContext({ database: true });
    const kettle = (place: string, available: string) =>
      `kettle,Kettle,Title,Default Title,,,,,KET-1,,,${place},0,0,0,${available},${available}`;
    const lines = [
      'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,SKU,HS Code,COO,Location,Incoming,Unavailable,Committed,Available,On hand',
      kettle('Main Street 1', '9'),
      kettle('Pop-up', 'x1x'),
      kettle('Main Street 1', '240').replaceAll('ettle', 'ilter').replace('KET', 'FIL'),
    ];
    expect(await take(context, 'inventory.csv', lines)).toMatchObject({ rows_new: 1, rows_rejected: 2 });
    expect(await rows(context, 'SELECT sku, available FROM v_stock')).toEqual([['FIL-1', 240]]);
  });
});

describe('a statement, one of whose days cannot be read', () => {
  const lines = (...days: readonly string[]) => [
    'Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details',
    ...days.map(
      (day, at) =>
        `"${day}",Fee,Listing fee,Listing #150123456${at},USD,--,-$${(2 ** at / 100).toFixed(2)},-$${(2 ** at / 100).toFixed(2)},--`,
    ),
  ];
  const DAYS = 'SELECT day, CAST(round(sum(-100 * amount)) AS INTEGER) AS cents FROM v_transactions GROUP BY 1 ORDER BY 1';

  it('stands without the days that the row may be of, which lie between those of its neighbours', async () => {
    const context = testContext({ database: true });
    const file = lines('May 4, 2026', 'May 3, 2026', 'Mau 33, 2026', 'May 2, 2026', 'May 2, 2026', 'May 1, 2026');
    expect(await take(context, 'etsy_statement_2026_5.csv', file)).toMatchObject({ rows_new: 2, rows_rejected: 4 });
    expect(await rows(context, DAYS)).toEqual([
      ['2026-05-01', 32],
      ['2026-05-04', 1],
    ]);
    await expectSettled(context);
  });

  it('stands without the one day between whose rows the row is', async () => {
    const context = testContext({ database: true });
    const file = lines('May 4, 2026', 'May 3, 2026', 'May 3O, 2026', 'May 3, 2026', 'May 2, 2026');
    expect(await take(context, 'etsy_statement_2026_5.csv', file)).toMatchObject({ rows_new: 2, rows_rejected: 3 });
    expect(await rows(context, DAYS)).toEqual([
      ['2026-05-02', 16],
      ['2026-05-04', 1],
    ]);
  });

  it('is not taken where its days are in no order, and says why', async () => {
    const context = testContext({ database: true });
    const file = lines('May 2, 2026', 'May 4, 2026', '2026-13-77', 'May 1, 2026');
    expect(await take(context, 'etsy_statement_2026_5.csv', file)).toMatchObject({
      status: 'rejected',
      rows_new: 0,
      message:
        '1 of 4 rows cannot be read, and all others may belong together with it, so nothing was taken: a part would be a wrong sum. Mend the file or download it again. Line 4, column "Date": day expected (the calendar has no such day), found "9999-99-99"',
    });
  });

  it('stands whole beside lines that are no amounts of any day', async () => {
    const context = testContext({ database: true });
    const file = [...lines('May 2, 2026', 'May 4, 2026', 'Total', 'May 1, 2026'), 'Downloaded 2026-05-20,,,,,,,,'];
    expect(await take(context, 'etsy_statement_2026_5.csv', file)).toMatchObject({ status: 'partial', rows_new: 3, rows_rejected: 2 });
  });
});

describe('a list of which one row cannot be read', () => {
  it('is not taken, where what it is of stands above its header', async () => {
    const context = testContext({ database: true });
    const file = [
      'Brand=["Acme Kettles"],Reporting Range=["Weekly"],Select week=["Week 6 | 2026-02-01 - 2026-02-07 2026"]',
      '"Search Query","Search Query Score","Search Query Volume","Impressions: Total Count","Impressions: Brand Count","Reporting Date"',
      '"goose neck kettle","1","1,841","52,310","912","2026-02-07"',
      '"kettle","2","x1x","8405","8","2026-02-07"',
    ];
    expect(await take(context, 'queries.csv', file)).toMatchObject({ status: 'rejected', rows_new: 0, rows_rejected: 1 });
  });
});

describe('the unit of a profile', () => {
  it('is never finer than what facts of its subject are about', () => {
    expect(unitFields({ fills: ['transactions'], unit: ['orderId', 'day'], grain: 'transactions' })).toEqual(['day']);
    expect(unitFields({ fills: ['transactions'], unit: ['settlementId'], grain: 'settlement' })).toEqual(['settlementId']);
    expect(unitFields({ fills: ['traffic'], unit: ['sku', 'day'], grain: 'sku' })).toEqual(['day']);
    expect(unitFields({ fills: ['orders'], unit: ['orderId'] })).toEqual(['orderId']);
  });
});

describe('a campaign that an earlier eco left out by its name', () => {
  it('is left out by its id by the fold that is due then, with all rows accounted for', async () => {
    const context = testContext({ database: true });
    const lines = [
      HEADER,
      'Teapots,345,2026-11-01,Computers,CAD,4.50,50,2',
      'Teapots sale,345,2026-11-01,Mobile phones,CAD,66.10,870,30',
      'Teapots,345,2026-11-01,Tablets,CAD,20/00,300,9',
      'Teapots,345,2026-11-02,Computers,CAD,8.00,60,3',
      KETTLES,
    ];
    await take(context, 'campaigns.csv', lines);
    const db = openDatabase(context.env.ECO_DB as string);
    const kept = () => db.prepare('SELECT rejected_units, rows_new, rows_rejected FROM imports').raw().get();
    expect(kept()).toEqual(['["345\\u001f2026-11-01\\u001f\\u001f"]', 2, 3]);
    // As it was kept before: the row under the other name stood, a part of its campaign.
    db.exec(
      `UPDATE imports SET rejected_units = '["Teapots\\u001f2026-11-01"]', rows_new = 3, rows_rejected = 2; PRAGMA user_version = 16`,
    );
    db.close();
    expect(await run(context, 'db', 'check')).toMatchObject({ exitCode: 1 });
    expect(await run(context, 'db', 'rebuild')).toMatchObject({ exitCode: 0 });
    expect(await rows(context, COSTS)).toEqual([
      ['345', '2026-11-02', 8, 1],
      ['678', '2026-11-01', 1, 1],
    ]);
    const after = openDatabase(context.env.ECO_DB as string);
    expect(after.prepare('SELECT rejected_units, rows_new, rows_rejected FROM imports').raw().get()).toEqual([
      '["345\\u001f2026-11-01\\u001f\\u001f"]',
      2,
      3,
    ]);
    after.close();
    await expectSettled(context);
  });
});

describe('any file of campaigns, some of whose rows cannot be read', () => {
  interface Row {
    readonly id: string;
    readonly name: string;
    readonly day: string;
    readonly bad: 'cost' | 'id' | 'day' | null;
  }
  const row: fc.Arbitrary<Row> = fc.record({
    id: fc.constantFrom('', '1', '2', '3', '4'),
    name: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    day: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
    bad: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, fc.constantFrom('cost' as const, 'id' as const, 'day' as const)),
  });

  /** Whether a row may be of a day: of its own; or, where that cannot be read and the days of the others are in order, of one between its neighbours'. */
  function mayBeOf(all: readonly Row[], one: Row, day: string): boolean {
    if (one.bad !== 'day') return one.day === day;
    const good = all.filter(({ bad }) => bad === null);
    const inOrder = (sign: 1 | -1) => good.every((row, at) => at === 0 || sign * row.day.localeCompare((good[at - 1] as Row).day) >= 0);
    const above = good.findLast((row) => all.indexOf(row) < all.indexOf(one))?.day;
    const below = good.find((row) => all.indexOf(row) > all.indexOf(one))?.day;
    if (inOrder(1)) return (above ?? day) <= day && day <= (below ?? day);
    return !inOrder(-1) || ((below ?? day) <= day && day <= (above ?? day));
  }

  /** Whether a good row may be of the campaign and day of another, as anybody would say it who has nothing but the two. */
  function mayBelong(all: readonly Row[], good: Row, other: Row): boolean {
    const otherId = other.bad === 'id' ? '' : other.id;
    return mayBeOf(all, other, good.day) && (good.id !== '' && otherId !== '' ? good.id === otherId : good.name === other.name);
  }

  function standing(all: readonly Row[]): Row[] {
    let left = all.filter(({ bad }) => bad === null);
    for (let reached = all.filter(({ bad }) => bad !== null); reached.length > 0; ) {
      const next = left.filter((good) => reached.some((other) => mayBelong(all, good, other)));
      left = left.filter((good) => !next.includes(good));
      reached = next;
    }
    return left;
  }

  it('has nothing of a campaign and day that a bad row may belong to, everything of all others, and accounts for every row', async () => {
    const context = testContext({ database: true });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 14 }), async (all) => {
        fc.pre(all.some(({ bad }) => bad === null));
        const turn = ++number;
        const idOf = (id: string) => (id === '' ? '--' : `${turn}000${id}`);
        const lines = all.map(({ id, name, day, bad }, at) =>
          [
            `${name}${turn}`,
            bad === 'id' ? '1.00E+12' : idOf(id),
            bad === 'day' ? '2026-13-77' : day,
            `Device ${at}`,
            'CAD',
            bad === 'cost' ? 'x1x' : `${2 ** at}.00`,
            '10',
            '1',
          ].join(','),
        );
        const left = standing(all);
        const taken = await take(context, `campaigns-${turn}.csv`, [HEADER, ...lines]);
        const isWhole = all.every(({ bad }) => bad === null);
        const status = isWhole ? 'imported' : left.length === 0 ? 'rejected' : 'partial';
        expect(taken).toMatchObject({ status, rows_read: all.length, rows_new: left.length });
        // Powers of two: the sum says which rows stand.
        const sql = `SELECT CAST(coalesce(sum(cost), 0) AS INTEGER) AS cost FROM v_ads WHERE substr(campaign, 2) = '${turn}'`;
        expect(await rows(context, sql)).toEqual([[left.reduce((sum, good) => sum + 2 ** all.indexOf(good), 0)]]);
      }),
      { numRuns: Number(process.env.ECO_PROPERTY_RUNS ?? 25) },
    );
    await expectSettled(context);
  });
});

describe('a day of which one payment cannot be read', () => {
  it('is left out in another time zone as well, with the days that the payment may be of there', async () => {
    const context = testContext({ database: true, timeZone: 'UTC' });
    const payment = (at: string, order: number, net: string) =>
      `${at} +0000,charge,#${order},visa,online,paid,2026-11-09,9800,2026-11-09,${net},0.00,${net},#c${order},card,${net},EUR,EUR`;
    const lines = [
      'Transaction Date,Type,Order,Card Brand,Card Source,Payout Status,Payout Date,Payout ID,Available On,Amount,Fee,Net,Checkout,Payment Method Name,Presentment Amount,Presentment Currency,Currency',
      payment('2026-11-02 10:00:00', 1, '1.00'),
      payment('2026-11-03 23:50:00', 3, 'x1x'),
      payment('2026-11-04 00:10:00', 4, '4.00'),
      payment('2026-11-05 10:00:00', 5, '8.00'),
    ];
    await run(context, 'store', 'add', 'web', '--platform', 'shopify', '--currency', 'EUR', '--timezone', 'UTC');
    expect(await take(context, 'payments.csv', lines)).toMatchObject({ rows_new: 3, rows_rejected: 1 });
    const days = 'SELECT day, CAST(sum(amount) AS INTEGER) AS euros FROM v_transactions GROUP BY 1 ORDER BY 1';
    const standing = [
      ['2026-11-02', 1],
      ['2026-11-04', 4],
      ['2026-11-05', 8],
    ];
    expect(await rows(context, days)).toEqual(standing);
    // In Berlin the bad payment is of the 4th.
    expect(await run(context, 'store', 'edit', 'web', '--timezone', 'Europe/Berlin')).toMatchObject({ exitCode: 0 });
    expect(await rows(context, days)).toEqual([['2026-11-05', 8]]);
    const { out } = await run(context, 'files', 'list', '--format', 'json');
    expect((JSON.parse(out) as { rows: Taken[] }).rows).toMatchObject([{ rows_read: 4, rows_new: 1, rows_rejected: 3 }]);
    await expectSettled(context);
    await run(context, 'store', 'edit', 'web', '--timezone', 'UTC');
    expect(await rows(context, days)).toEqual(standing);
  });
});

describe('an import without its bad rows', () => {
  const lines = [HEADER, 'Teapots,345,2026-11-01,Computers,CAD,4.50,50,2', 'Teapots sale,345,2026-11-01,Tablets,CAD,20/00,300,9'];

  it('tells rows that cannot be read from those that go with them', async () => {
    const context = testContext({ database: true });
    await take(context, 'campaigns.csv', [...lines, KETTLES]);
    const { out } = await run(context, 'files', 'show', '1');
    expect(out).toContain('stored    1 (1 new, 0 changed, 0 the same)');
    expect(out).toContain('rejected  2\n            1 cannot be read, 1 may belong together with it\n');
  });

  it('of which nothing is left stores nothing, and does not offer what was tried', async () => {
    const context = testContext({ database: true });
    put(context, 'campaigns.csv', `${lines.join('\n')}\n`, '2026-11-21');
    const { out, exitCode } = await run(context, 'import', 'campaigns.csv', '--skip-bad-rows');
    expect(exitCode).toBe(1);
    expect(out).toContain('look: eco import … --rejects bad.csv\n');
    const shown = await run(context, 'files', 'show', '1');
    expect(shown.out).toContain('stored    0 (0 new, 0 changed, 0 the same)');
    expect(shown.out).toContain('rejected  1, so nothing was taken');
  });
});
