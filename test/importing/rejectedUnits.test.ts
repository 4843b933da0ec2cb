/**
 * What is left out with a row that cannot be read: the whole unit that it may belong to, and nothing else. Half an order, half a statement
 * or half a list would be a sum that is silently too small. Campaigns: rejectedCampaigns.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { unitFields } from '../../src/platforms/rowUnits.js';
import { run, testContext } from '../cli/testContext.js';
import { put, rows } from './imported.js';
import { orderFile, orderId, sortedOrders } from './largeFiles.js';
import { expectSettled, HEADER, KETTLES, type Taken, take } from './withoutBadRows.js';

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
