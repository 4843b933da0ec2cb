/** What `report anomalies` makes of returns, refunds, the buy box and orders a click: worked by hand, then a made-up shop through the importer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { daysFrom } from '../../src/report/anomalies/figures.js';
import { type RefundRows, refundsOf, returnsOf } from '../../src/report/anomalies/refunds.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { chances, drawn, steadyOrders } from './steadyShop.js';
import { ordersFile, trafficFile, writeExport } from './tinyShop.js';

const FIRST = '2026-06-01' as Day;
const epoch = (day: Day) => Date.parse(`${day}T12:00:00Z`) / 1000;

describe('what came back, out of what was sold in four weeks', () => {
  const days = daysFrom(FIRST, 31);
  const rows = (known: Partial<RefundRows>): RefundRows => ({
    days,
    timeZone: 'UTC',
    traffic: [],
    returns: [],
    returnFiles: [],
    payments: [],
    paymentFiles: [],
    ...known,
  });
  const ten = days.map(() => 10);
  const sold = { orders: ten, units: ten, unitsOf: new Map([['mug', days.map((_, index) => (index < 27 ? 0 : 2))]]) };
  const [day28, day29, day30] = [28, 29, 30].map((index) => addDays(FIRST, index)) as [Day, Day, Day];

  test('28 days of 10 are 280; the day of the download is not over; a day that no file covers is unknown', () => {
    const files = [{ from: addDays(FIRST, 20), to: day30, evidenceAt: epoch(day30) }];
    const [store, mug] = returnsOf(rows({ returns: [{ thing: 'mug', day: day28, units: 3 }], returnFiles: files }), sold);
    expect(store?.trials.slice(27)).toEqual([null, 280, 280, 280]);
    expect(store?.hits.slice(27)).toEqual([null, 3, 0, null]);
    expect(returnsOf(rows({ returns: [{ thing: 'mug', day: day28, units: 3 }] }), sold)[0]?.hits.every((hit) => hit === null)).toBe(true);
    // Of the mug two were sold by then: no more of them can come back.
    expect([mug?.thing, mug?.hits[28], mug?.trials[28]]).toEqual(['mug', 2, 2]);
  });

  test('a day after a gap of the orders is not judged', () => {
    const gap = { ...sold, orders: ten.map((orders, index) => (index === 5 ? null : orders)) };
    const files = [{ from: FIRST, to: day30, evidenceAt: epoch(addDays(day30, 1)) }];
    const [store] = refundsOf(rows({ payments: [{ day: day29, orders: 4 }], paymentFiles: files }), gap);
    expect(store?.hits.slice(28)).toEqual([null, null, null]);
    const [whole] = refundsOf(rows({ payments: [{ day: day29, orders: 4 }], paymentFiles: files }), sold);
    expect(whole?.hits.slice(28)).toEqual([0, 4, 0]);
  });

  test('two reports of returns are never mixed: the one that knows more days counts', () => {
    const visits = { grain: 'child', sessions: 9, units: 1, pageViews: 9, buyBox: null, evidenceAt: epoch(addDays(day30, 1)) };
    const traffic = [day28, day29, day30].map((day) => ({ ...visits, thing: 'mug', day, unitsRefunded: 1 }));
    const files = [{ from: day29, to: day30, evidenceAt: epoch(addDays(day30, 1)) }];
    const both = rows({ traffic, returns: [{ thing: 'mug', day: day29, units: 5 }], returnFiles: files });
    expect(returnsOf(both, sold)[0]?.hits.slice(28)).toEqual([1, 1, 1]);
  });
});

/** 6 a.m. of 14 August 2026 in Los Angeles: no promotion is near. */
const NOW = '2026-08-14T13:00:00Z';
const LAST = '2026-08-13' as Day;
const DAYS = 110;
const BAD_DAYS = 6;
/** Days that the settlement of 5 August tells. */
const SETTLED = '2026-08-04' as Day;
const SKUS = ['KETTLE', 'MUG', 'TRAY', 'POT'].map((sku, at) => ({ sku, aDay: 9 - 2 * at, price: '20.00' }));

describe('a shop that sells as ever, while mugs come back and the pot loses the buy box', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = testContext({ now: NOW, dir: mkdtempSync(join(tmpdir(), 'eco-rates-')) });
    const orders = steadyOrders(SKUS, LAST, DAYS);
    const at = Date.parse('2026-08-14T12:30:00Z') / 1000;
    writeExport(context, 'orders.txt', ordersFile(orders), at);
    const chance = chances(11);
    const back = orders.flatMap((order) => {
      const returned = addDays(order.day as Day, 2 + Math.floor(chance() * 9));
      const isBad = order.sku === 'MUG' && returned > addDays(LAST, -BAD_DAYS);
      return chance() < (isBad ? 0.6 : 0.08) && returned <= LAST ? [{ id: order.id, sku: order.sku, day: returned }] : [];
    });
    writeExport(context, 'returns.txt', returnsFile(back), at);
    writeExport(context, 'transactions.csv', paymentsFile(back.filter(({ day }) => day <= SETTLED)), at);
    for (let day: Day = addDays(LAST, -44); day <= LAST; day = addDays(day, 1)) {
      const lost = day > addDays(LAST, -3);
      const traffic = SKUS.map(({ sku, aDay }) => {
        const views = drawn(chance, aDay * 14);
        const box = sku === 'POT' && lost ? '4.00%' : `${(96 + Math.floor(chance() * 4)).toFixed(2)}%`;
        return {
          parent: 'B0P',
          child: `B0${sku}`,
          sessions: Math.ceil(views * 0.8),
          views,
          buyBox: box,
          units: Math.round(views / 14),
          sales: '0.00',
        };
      });
      writeExport(context, `BusinessReport ${day}..${day}.csv`, trafficFile(traffic), at + 60);
    }
    const { exitCode, out, err } = await run(context, 'import', 'in');
    expect(exitCode, out + err).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(context.dir, { recursive: true, force: true }));

  const found = async (...words: string[]) => {
    const { out, err } = await run(context, 'report', 'anomalies', ...words, '--format', 'json');
    return (JSON.parse(out || err) as { rows: Record<string, unknown>[] }).rows;
  };

  test('both are told and nothing else; the settlements are not here yet', async () => {
    await expectTranscript(context, 'report-anomalies-rates', [['report', 'anomalies']]);
    const rows = await found();
    // The traffic report calls the pot by its ASIN only.
    expect(rows.map(({ sku, metric }) => `${sku} ${metric}`).sort()).toEqual([
      'B0POT buy_box',
      'MUG returns',
      'null buy_box',
      'null returns',
    ]);
    // More than twice as many a day as of what was sold in the four weeks before comes back usually; each for 20.00.
    const mug = rows.find(({ sku, metric }) => sku === 'MUG' && metric === 'returns') as Record<string, number>;
    expect(mug.observed).toBeGreaterThan(2 * (mug.expected as number));
    const lost = 20 * (mug.compared_days as number) * ((mug.observed as number) - (mug.expected as number));
    expect(Math.abs(Number(mug.stake_amount) + lost)).toBeLessThan(2);
    expect(mug.command).toContain("AND sku = 'MUG' GROUP BY 1, 2");
    const [told] = JSON.parse(
      (await run(context, 'db', 'sql', String(mug.command).slice('eco db sql "'.length, -1), '--format', 'json')).out,
    ).rows;
    expect(told).toMatchObject({ sku: 'MUG', reason: 'UNWANTED_ITEM' });
  });

  test('refunds are judged up to the day that the settlements know', async () => {
    expect(await found('--day', SETTLED, '--by', 'store')).toEqual([]);
    const { err } = await run(context, 'report', 'anomalies', '--day', addDays(SETTLED, 2), '--by', 'store');
    expect(err).toContain(`us: known are refunds until ${SETTLED}. They are looked at with --day ${SETTLED} --store us, or an earlier one`);
  });
});

function returnsFile(rows: readonly { readonly id: string; readonly day: Day; readonly sku: string }[]): string {
  const header = 'return-date order-id sku asin fnsku product-name quantity fulfillment-center-id detailed-disposition reason status';
  const lines = rows.map(({ id, day, sku }) => [
    `${day}T18:00:00+00:00`,
    id,
    sku,
    `B0${sku}`,
    `X${sku}`,
    sku,
    1,
    'ONT8',
    'SELLABLE',
    'UNWANTED_ITEM',
    '',
  ]);
  return [header.split(' '), ...lines].map((line) => `${line.join('\t')}\n`).join('');
}

/** A date-range report with an order on its first and last day, so that it covers them, and the refunds. */
function paymentsFile(refunds: readonly { readonly id: string; readonly day: Day; readonly sku: string }[]): string {
  const header =
    '"date/time","settlement id","type","order id","sku","description","quantity","marketplace","account type","fulfillment","order city","order state","order postal","tax collection model","product sales","product sales tax","shipping credits","shipping credits tax","gift wrap credits","giftwrap credits tax","Regulatory Fee","Tax On Regulatory Fee","promotional rebates","promotional rebates tax","marketplace withheld tax","selling fees","fba fees","other transaction fees","other","total"';
  const row = (day: Day, type: string, id: string, sku: string, amount: string) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug'][month - 1];
    const zeros = Array(10).fill('0');
    return [
      `${name} ${date}, ${year} 11:00:00 AM PDT`,
      '1',
      type,
      id,
      sku,
      sku,
      '1',
      'amazon.com',
      'Standard Orders',
      'Amazon',
      '',
      '',
      '',
      '',
      amount,
      ...zeros,
      '0',
      '0',
      '0',
      '0',
      amount,
    ];
  };
  const rows = [
    row(addDays(LAST, 1 - DAYS), 'Order', '9-1', 'KETTLE', '20.00'),
    ...refunds.map(({ id, day, sku }) => row(day, 'Refund', id, sku, '-20.00')),
    row(SETTLED, 'Order', '9-2', 'KETTLE', '20.00'),
  ];
  return `${[header, ...rows.map((cells) => cells.map((cell) => `"${cell}"`).join(','))].join('\n')}\n`;
}
