/** `eco report anomalies` on a shop whose earlier reports do not tell quantities: what is unknown is not nothing. */
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { json, run, testContext } from '../cli/testContext.js';
import { importAll, put } from '../importing/imported.js';

const FEW_COLUMNS = '订单编号,总金额,买家实际支付金额,订单创建时间,订单付款时间 ,退款金额';
const WITH_QUANTITY = '订单编号,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,宝贝总数量,退款金额';
const FIRST = '2026-06-05' as Day;
const DAYS = 70;
/** From this day on, the report has the column. */
const TOLD = 60;

test('units that earlier reports do not tell did not rise when a newer one tells them', async () => {
  const context = testContext({ now: '2026-08-14T01:00:00Z' });
  const without: string[] = [];
  const told: string[] = [];
  for (let at = 0; at < DAYS; at++) {
    for (let order = 0; order < 10 + ((at * 7) % 5); order++) {
      const [id, moment] = [1000 + at * 20 + order, `${addDays(FIRST, at)} 1${order % 10}:00:00`];
      if (at < TOLD) without.push(`${id},20.00,20.00,${moment},${moment},0.00`);
      else told.push(`${id},20.00,20.00,交易成功,${moment},${moment},壶,1,1,0.00`);
    }
  }
  put(context, 'few.csv', [FEW_COLUMNS, ...without, ''].join('\n'), addDays(FIRST, TOLD));
  put(context, 'all.csv', [WITH_QUANTITY, ...told, ''].join('\n'), addDays(FIRST, DAYS));
  await importAll(context, 'few.csv', 'all.csv');
  expect((await json(context, 'report', 'anomalies')).rows).toEqual([]);
  expect((await run(context, 'report', 'anomalies')).err).toContain('note: 1 series looked at');
});
