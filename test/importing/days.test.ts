/** Overlapping downloads: no day counts twice, and only files of single days feed a day. */
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/main.js';
import { testContext } from '../cli/testContext.js';

const HEADER =
  '(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Page Views - Total,Featured Offer (Buy Box) Percentage,Units Ordered,Unit Session Percentage,Ordered Product Sales,Total Order Items';

function traffic(dir: string, from: string, to: string, sessions: number): string {
  const name = `BusinessReport ${from}..${to}.csv`;
  writeFileSync(join(dir, name), `${HEADER}\nB0P,B0C,Mug,${sessions},${sessions},90.00%,2,10.00%,$20.00,2\n`);
  return name;
}

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}`;

function orders(dir: string, name: string, last: number): string {
  const header =
    'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price';
  const rows = Array.from({ length: last }, (_, index) => {
    const at = `${day(index + 1)}T20:00:00+00:00`;
    return `111-0000000-${String(index).padStart(7, '0')}\t${at}\t${at}\tShipped\tAmazon.com\tMug\tMUG\tB0C\tShipped\t1\tUSD\t10.00`;
  });
  const path = join(dir, name);
  writeFileSync(path, `${[header, ...rows].join('\n')}\n`);
  const at = Date.parse(`${day(last)}T23:00:00Z`) / 1000;
  utimesSync(path, at, at);
  return name;
}

describe('overlapping downloads', () => {
  it('count every order once', async () => {
    const context = testContext({ now: '2026-11-22T12:00:00Z' });
    const files = [orders(context.dir, '1-20.txt', 20), orders(context.dir, '1-21.txt', 21), orders(context.dir, '1-5.txt', 5)];
    expect(await main(['import', ...files], context)).toBe(0);
    const db = new BetterSqlite3(join(context.dir, 'eco.db'));
    expect(
      db.prepare('SELECT count(*) AS lines, sum(amount_minor) AS sales, count(DISTINCT ordered_on) AS days FROM order_lines').get(),
    ).toEqual({
      lines: 21,
      sales: 21_000,
      days: 21,
    });
    db.close();
  });

  it('keep a day, the days of a month so far, and the same with a day more apart', async () => {
    const context = testContext({ now: '2026-11-22T12:00:00Z' });
    const files = [
      traffic(context.dir, day(1), day(20), 2000),
      traffic(context.dir, day(1), day(21), 2100),
      traffic(context.dir, day(20), day(20), 99),
      traffic(context.dir, day(21), day(21), 101),
    ];
    expect(await main(['import', ...files], context)).toBe(0);
    context.clear();
    const query = 'SELECT period_from, period_to, sessions FROM v_traffic ORDER BY period_from, period_to';
    expect(await main(['db', 'sql', query, '--format', 'csv'], context)).toBe(0);
    expect(context.out()).toBe(
      'period_from,period_to,sessions\n2026-11-01,2026-11-20,2000\n2026-11-01,2026-11-21,2100\n2026-11-20,2026-11-20,99\n2026-11-21,2026-11-21,101\n',
    );
    context.clear();
    expect(await main(['report', 'daily', '--day', day(21), '--format', 'json'], context)).toBe(0);
    const rows = (JSON.parse(context.out()) as { rows: { metric: string; value: number; previous: number | null }[] }).rows;
    expect(rows.find((row) => row.metric === 'sessions')).toMatchObject({ value: 101, previous: 99 });
  });
});
