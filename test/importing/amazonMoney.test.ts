/** Amazon's settlements, transactions and movements of stock, from the file to the public views. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run, testContext } from '../cli/testContext.js';
import { importAll, importFixtures, put, rows } from './imported.js';

const FIXTURES = 'fixtures/platforms/amazon';
const SETTLEMENT = `${FIXTURES}/settlement/us-closes.txt`;
const TOTALS = 'SELECT store, settlement_id, total, sum_of_rows, currency FROM v_settlements ORDER BY store';

describe('an Amazon settlement', () => {
  it('closes: its rows, those of no order too, add up to the total of its first row', async () => {
    const context = testContext();
    await importFixtures(context, '2026-06-20', SETTLEMENT, `${FIXTURES}/settlement/de-commas.txt`);
    expect(await rows(context, TOTALS)).toEqual([
      ['de', '20000000006', 33.71, 33.71, 'EUR'], // 44.95 − 6.74 − 4.50
      ['us', '20000000005', -486.06, -486.06, 'USD'],
    ]);
    expect(
      await rows(
        context,
        `SELECT type, round(sum(amount), 2), count(*) FROM v_transactions WHERE store = 'us' GROUP BY type ORDER BY type`,
      ),
    ).toEqual([
      ['Order', 46.94, 7], // 65.98 + 5.28 − 5.28 − 9.90 − 9.14 − 3.99 + 3.99
      ['Refund', -33.98, 2], // −32.99 − 0.99
      ['ServiceFee', -561.6, 1],
      ['other-transaction', 62.58, 3], // −12.40 + 250.00 − 175.02
    ]);
  });

  it('has its amounts on the local day on which they were posted', async () => {
    const context = testContext();
    await importFixtures(context, '2026-06-20', `${FIXTURES}/settlement/de-commas.txt`);
    // 22:30 UTC is half past midnight in Berlin.
    expect(await rows(context, 'SELECT day, period_from, period_to, part FROM v_transactions ORDER BY amount DESC')).toEqual([
      ['2026-06-02', '2026-06-01', '2026-06-15', 'Principal'],
      ['2026-06-09', '2026-06-01', '2026-06-15', 'Storage Fee'],
      ['2026-06-02', '2026-06-01', '2026-06-15', 'Commission'],
    ]);
  });

  it('is replaced whole by a newer file of it, and stays beside others', async () => {
    const context = testContext();
    const text = readFileSync(SETTLEMENT, 'utf8');
    put(context, 'old.txt', text, '2026-06-17');
    put(context, 'next.txt', text.replaceAll('20000000005', '20000000009'), '2026-06-18');
    put(context, 'new.txt', text.replace('-486.06', '-473.66').replace(/.*Storage Fee.*\r?\n/, ''), '2026-06-19');
    await importAll(context, 'old.txt', 'next.txt', 'new.txt');
    expect(await rows(context, 'SELECT settlement_id, total, sum_of_rows FROM v_settlements ORDER BY settlement_id')).toEqual([
      ['20000000005', -473.66, -473.66],
      ['20000000009', -486.06, -486.06],
    ]);
    expect((await run(context, 'import', 'new.txt')).out).toContain('already imported');
  });

  it('as XML is refused, with what to download instead', async () => {
    const context = testContext();
    put(
      context,
      'x.xml',
      '<?xml version="1.0"?><AmazonEnvelope><SettlementReport><SettlementData/></SettlementReport></AmazonEnvelope>',
      '2026-06-17',
    );
    const { exitCode, out } = await run(context, 'import', 'x.xml');
    expect(exitCode).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'is an Amazon settlement report as XML, which eco does not read. Download the same settlement as "Flat file V2"',
    );
  });
});

describe('Amazon transactions by date', () => {
  const US = readFileSync(`${FIXTURES}/transactions/us.csv`, 'utf8');

  it('go to the stores of their marketplaces, in their currencies, and add up to their totals', async () => {
    const context = testContext();
    await importFixtures(
      context,
      '2026-09-20',
      ...['us', 'uk', 'jp', 'in-new-columns'].map((name) => `${FIXTURES}/transactions/${name}.csv`),
    );
    expect(
      await rows(context, 'SELECT store, currency, round(sum(amount), 2) FROM v_transactions GROUP BY store, currency ORDER BY store'),
    ).toEqual([
      ['in', 'INR', 1615.97],
      ['jp', 'JPY', 3660],
      ['uk', 'GBP', 16.63], // 29.03 − 12.40
      ['us', 'USD', -1778.25], // 46.94 − 29.03 − 561.60 − 1,234.56
    ]);
    expect(
      await rows(context, `SELECT part, amount, status FROM v_transactions WHERE store = 'in' AND part IN ('not itemised', 'TCS SGST')`),
    ).toEqual([
      ['TCS SGST', -8.47, 'Deferred'],
      ['not itemised', -10, 'Deferred'], // "A fee of next year"
    ]);
  });

  it('lose no hours to a newer file that begins at midnight elsewhere', async () => {
    const context = testContext();
    put(context, 'old.csv', US, '2026-09-06');
    const lines = US.split('\n');
    // The day of somebody east of California has begun when the order of one o'clock was over.
    const later = lines.filter((line) => !line.includes('1:05:07 AM PDT","20000000001"'));
    put(context, 'new.csv', later.join('\n').replace('-29.03', '-28.03'), '2026-09-07');
    await importAll(context, 'old.csv', 'new.csv');
    expect(await rows(context, `SELECT type, round(sum(amount), 2) FROM v_transactions WHERE day = '2026-09-04' GROUP BY type`)).toEqual([
      ['Order', 46.94],
      ['Refund', -28.03],
    ]);
  });
});

describe("movements of Amazon's stock", () => {
  it('are kept by kind, each with its own count', async () => {
    const context = testContext();
    await importFixtures(
      context,
      '2026-05-25',
      `${FIXTURES}/inventory-ledger/us-daily.txt`,
      `${FIXTURES}/inventory-ledger-events/detail.csv`,
      `${FIXTURES}/fba-returns/us.txt`,
      `${FIXTURES}/fba-reimbursements/us.txt`,
    );
    // The ledger: 10 + 2 − 1 + 1 − 1 = 11 on the evening of the first day, 11 − 4 − 3 + 1 − 1 = 4 on that of the second.
    expect(
      await rows(
        context,
        'SELECT grain, sku, sum(quantity), round(sum(amount), 2) FROM v_movements GROUP BY grain, sku ORDER BY grain, sku',
      ),
    ).toEqual([
      ['ledger', 'KETTLE-17', -6, null],
      ['ledger-event', 'KETTLE-17', 0, null],
      ['reimbursement', '007-MUG', 1, 0],
      ['reimbursement', 'KETTLE-17', 1, 21.4],
      ['return', '007-MUG', 2, null],
      ['return', 'KETTLE-17', 1, null],
    ]);
  });

  it('of the ledger replace the same days', async () => {
    const context = testContext();
    const text = readFileSync(`${FIXTURES}/inventory-ledger/us-daily.txt`, 'utf8');
    put(context, 'old.txt', text, '2026-05-15');
    put(
      context,
      'new.txt',
      text
        .split('\n')
        .filter((line) => !line.startsWith('05/13'))
        .join('\n')
        .replace('-4', '-5'),
      '2026-05-16',
    );
    await importAll(context, 'old.txt', 'new.txt');
    expect(
      await rows(context, `SELECT period_from, quantity FROM v_movements WHERE movement = 'customer shipments' ORDER BY period_from`),
    ).toEqual([
      ['2026-05-13', -1],
      ['2026-05-14', -5],
    ]);
  });
});
