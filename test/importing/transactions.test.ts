/** Statements and settlements, from the file to the public views. */
import { copyFileSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';

const EBAY = 'fixtures/platforms/ebay/transactions/us.csv';

async function rows(context: TestContext, sql: string): Promise<unknown[][]> {
  const { out } = await run(context, 'db', 'sql', sql, '--format', 'json');
  return (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows.map((row) => Object.values(row));
}

function put(context: TestContext, name: string, text: string, day: string): void {
  writeFileSync(join(context.dir, name), text);
  const at = Date.parse(`${day}T08:00:00Z`) / 1000;
  utimesSync(join(context.dir, name), at, at);
}

const BY_PART = 'SELECT part, round(sum(amount), 2) FROM v_transactions GROUP BY part ORDER BY part';

describe('a statement with a column for each kind of amount', () => {
  it('becomes an amount a row, which add up to what it says', async () => {
    const context = testContext();
    copyFileSync(EBAY, join(context.dir, 'x.csv'));
    expect((await run(context, 'import', 'x.csv')).exitCode).toBe(0);
    expect(await rows(context, BY_PART)).toEqual([
      ['Final Value Fee - fixed', -0.8],
      ['Final Value Fee - variable', -5],
      ['International fee', -0.55],
      ['Item subtotal', 50],
      ['Regulatory operating fee', -0.25],
      ['Shipping and handling', 5],
      ['not itemised', -72.12],
    ]);
    // 26.57 + 43.80 − 21.97 − 1.75 − 70.37
    expect(await rows(context, 'SELECT round(sum(amount), 2), count(DISTINCT day) FROM v_transactions')).toEqual([[-23.72, 4]]);
  });

  it('replaces whole days: what was booked later, and what is gone', async () => {
    const context = testContext();
    const text = readFileSync(EBAY, 'utf8');
    put(context, 'old.csv', text, '2026-11-07');
    const lines = text.split('\n');
    const refund = lines.find((line) => line.includes(',Refund,')) as string;
    const newer = lines.filter((line) => !line.includes(',Other fee,')).concat(refund.replace('R-1', 'R-2').replaceAll('78901', '78902'));
    put(context, 'new.csv', newer.filter((line) => line !== '').join('\n'), '2026-11-09');
    for (const file of ['old.csv', 'new.csv']) expect((await run(context, 'import', file)).exitCode).toBe(0);
    expect(
      await rows(
        context,
        `SELECT type, count(DISTINCT transaction_id), round(sum(amount), 2) FROM v_transactions WHERE day = '2026-11-06' GROUP BY type`,
      ),
    ).toEqual([['Refund', 2, -43.94]]);
    expect((await run(context, 'import', 'new.csv')).out).toContain('already imported');
    expect((await run(context, 'files', 'undo', '2', '--yes')).exitCode).toBe(0);
    expect(await rows(context, `SELECT count(*) FROM v_transactions WHERE day = '2026-11-06' AND type = 'Other fee'`)).toEqual([[1]]);
  });

  it('keeps the sum where the platform invents a fee: it is "not itemised"', async () => {
    const context = testContext();
    const text = readFileSync(EBAY, 'utf8').replace('International fee', 'Interplanetary fee');
    put(context, 'x.csv', text, '2026-11-07');
    expect((await run(context, 'import', 'x.csv')).exitCode).toBe(0);
    expect(
      await rows(context, `SELECT part, amount FROM v_transactions WHERE order_id = '12-03456-78902' AND amount < 0 ORDER BY amount DESC`),
    ).toEqual([
      ['Regulatory operating fee', -0.25],
      ['Final Value Fee - fixed', -0.4],
      ['not itemised', -0.55],
      ['Final Value Fee - variable', -5],
    ]);
  });
});
