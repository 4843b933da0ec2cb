/** `eco report health`: limits in force, shares and scores by hand, and what people see. */
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { type HealthFacts, healthOf } from '../../src/report/health/health.js';
import { COLUMNS } from '../../src/report/health/healthPage.js';
import type { HealthLimit } from '../../src/report/health/limits/limit.js';
import { HEALTH_LIMITS, limitsOn } from '../../src/report/health/limits.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { MORNING, writeExport } from './tinyShop.js';

const AS_OF = '2026-11-21' as Day;
const LIMIT = limitsOn('amazon', AS_OF).find(({ metric }) => metric === 'cancellation_rate') as HealthLimit;
const DSR = limitsOn('taobao', AS_OF).find(({ metric }) => metric === 'dsr_service') as HealthLimit;
const daysBack = (count: number) => Array.from({ length: count }, (_, index) => addDays(AS_OF, index - count));

function facts(more: Partial<HealthFacts>): HealthFacts {
  return { knownDays: new Set(daysBack(60)), orders: [], scores: [], ratings: [], recorded: [], ...more };
}

function ordersOf(cancelled: (index: number) => number, orders = 20): HealthFacts['orders'] {
  return daysBack(60).map((day, index) => ({
    day,
    orders,
    cancelled: cancelled(index),
    merchantOrders: orders,
    merchantCancelled: cancelled(index),
    refunded: null,
  }));
}

describe('limits', () => {
  test('each has a source and a certainty, and is named once in a platform', () => {
    const keys = HEALTH_LIMITS.map(({ platform, metric, effectiveFrom }) => `${platform} ${metric} ${effectiveFrom}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { source, how, consequence } of HEALTH_LIMITS) for (const text of [source, how, consequence]) expect(text).not.toBe('');
  });

  test('a limit holds from its first day on, and the newer one takes over', () => {
    const newer: HealthLimit = { ...LIMIT, limit: 0.02, effectiveFrom: '2027-01-01' as Day };
    expect(limitsOn('amazon', '2026-12-31' as Day, [newer, LIMIT]).map(({ limit }) => limit)).toEqual([0.025]);
    expect(limitsOn('amazon', '2027-01-01' as Day, [newer, LIMIT]).map(({ limit }) => limit)).toEqual([0.02]);
    expect(limitsOn('tmall', AS_OF).map(({ metric }) => metric)).toContain('dsr_description');
  });
});

describe('a share', () => {
  test('is of the window, with the room that is left', () => {
    // 7 days × 20 orders, 3 cancelled: 2.14 %; 2.5 % of 140 is 3.5, so none fits any more.
    const [found] = healthOf([LIMIT], facts({ orders: ordersOf((index) => (index >= 57 ? 1 : 0)) }), AS_OF);
    expect(found).toMatchObject({ hits: 3, of: 140, room: 0, status: 'soon', valueOn: '2026-11-20' });
    expect(found?.value).toBeCloseTo(3 / 140, 12);
  });

  test('beyond the limit says how many are too many', () => {
    // 7 of 140 are 5 %; 3 would fit.
    const [found] = healthOf([LIMIT], facts({ orders: ordersOf(() => 1) }), AS_OF);
    expect(found).toMatchObject({ hits: 7, room: -4, status: 'over', crossesOn: null });
  });

  test('is unknown where no order of the kind is known, never 0', () => {
    expect(healthOf([LIMIT], facts({}), AS_OF)).toMatchObject([{ status: 'unknown', value: null }]);
    expect(healthOf([LIMIT], facts({ knownDays: new Set(), orders: ordersOf(() => 1) }), AS_OF)).toMatchObject([{ status: 'unknown' }]);
    const fba = ordersOf(() => 1).map((each) => ({ ...each, merchantOrders: 0, merchantCancelled: 0 }));
    expect(healthOf([LIMIT], facts({ orders: fba }), AS_OF)).toMatchObject([{ status: 'unknown' }]);
  });
});

describe('a score', () => {
  const scores = (of: (index: number) => number, days = daysBack(31)) =>
    days.map((day, index) => ({ day, dsrDescription: null, dsrService: of(index), dsrShipping: null, experienceScore: null }));

  test('that falls by 0.004 a day from 4.72 crosses 4.6 in 30 days', () => {
    // The newest reading is 4.84 − 30 × 0.004 = 4.72; 0.12 ÷ 0.004 = 30.
    const [found] = healthOf([DSR], facts({ scores: scores((index) => 4.84 - 0.004 * index) }), AS_OF);
    expect(found).toMatchObject({ status: 'soon', crossesOn: '2026-12-21', earliest: '2026-12-21', latest: '2026-12-21' });
  });

  test('that stands is well, an old one unknown', () => {
    expect(healthOf([DSR], facts({ scores: scores(() => 4.8) }), AS_OF)).toMatchObject([{ status: 'ok', value: 4.8, crossesOn: null }]);
    const old = scores(() => 4.8, [addDays(AS_OF, -40)]);
    expect(healthOf([DSR], facts({ scores: old }), AS_OF)).toMatchObject([{ status: 'unknown', value: null }]);
  });
});

describe('what people recorded', () => {
  const ODR = limitsOn('amazon', AS_OF).find(({ metric }) => metric === 'order_defect_rate') as HealthLimit;
  const recorded = (of: (index: number) => number, count = 6, metric = 'order_defect_rate') =>
    Array.from({ length: count }, (_, index) => ({ metric, day: addDays(AS_OF, 5 * (index - count + 1)), value: of(index) }));

  test('has a trend from the fifth reading on: 0.02 points a day from 0.7 % reach 1 % in 15 days', () => {
    const [found] = healthOf([ODR], facts({ recorded: recorded((index) => 0.007 - 0.001 * (5 - index)) }), AS_OF);
    expect(found).toMatchObject({ status: 'soon', byHand: true, value: 0.007, valueOn: AS_OF, crossesOn: '2026-12-06' });
    // The same ten days ago: it is five days to go.
    const older = recorded((index) => 0.007 - 0.001 * (5 - index)).map((each) => ({ ...each, day: addDays(each.day, -10) }));
    expect(healthOf([ODR], facts({ recorded: older }), AS_OF)).toMatchObject([{ valueOn: addDays(AS_OF, -10), crossesOn: '2026-11-26' }]);
    expect(healthOf([ODR], facts({ recorded: recorded(() => 0.004, 1) }), AS_OF)).toMatchObject([{ status: 'ok', crossesOn: null }]);
  });

  test('counts before what the orders say, for a month', () => {
    const orders = ordersOf(() => 1);
    const said = recorded(() => 0.01, 1, 'cancellation_rate');
    expect(healthOf([LIMIT], facts({ orders, recorded: said }), AS_OF)).toMatchObject([{ status: 'ok', value: 0.01, byHand: true }]);
    const old = said.map((each) => ({ ...each, day: addDays(AS_OF, -32) }));
    expect(healthOf([LIMIT], facts({ orders, recorded: old }), AS_OF)).toMatchObject([{ status: 'over', byHand: false }]);
  });
});

describe('the command', () => {
  test('keeps what a page shows, by day, and takes it back', async () => {
    const context = testContext({ now: MORNING });
    writeShop(context);
    expect((await run(context, 'import', 'in')).exitCode).toBe(0);
    const health = ['report', 'health', '--store', 'us'];
    await expectTranscript(context, 'report-health-recorded', [
      [...health, '--all'],
      ['report', 'health', '--record', 'order_defect_rate=0.4%'],
      [...health, '--record', 'order_defect_rate'],
      [...health, '--record', 'late_shipping=2%'],
      [...health, '--record', 'order_defect_rate=0.8'],
      [...health, '--record', 'account_health_rating=92%'],
      [...health, '--record', 'order_defect_rate=0.4%', '--day', '2026-11-22'],
      [...health, '--record', 'order_defect_rate=0.4%', '--day', '2026-02-30'],
      [...health, '--day', '2026-11-20'],
      ...['2026-11-01', '2026-11-06', '2026-11-11', '2026-11-16'].map((day, at) => [
        ...health,
        ...['--record', `order_defect_rate=0.${4 + at}%`, '--day', day, '--quiet', '--format', 'csv', '--columns', 'metric,value'],
      ]),
      [...health, '--record', 'order_defect_rate=0.8%', 'account_health_rating=150'],
      [...health, '--record', 'account_health_rating=none'],
    ]);
    const todo = JSON.parse((await run(context, 'report', 'todo', '--format', 'json')).out) as { rows: { step: string }[] };
    expect(todo.rows.map(({ step }) => step).join('\n')).toContain(
      'order defect rate 0.8 % (must be at most 1.0 %), crossed on 2026-12-01',
    );
  });

  test('as people see it', async () => {
    const context = testContext({ now: MORNING });
    writeShop(context);
    expect((await run(context, 'import', 'in')).exitCode).toBe(0);
    await expectTranscript(context, 'report-health', [
      ['report', 'health'],
      ['report', 'health', '--all', '--format', 'csv', '--columns', 'store,metric,status,value,limit,room,crosses_on,certainty'],
      ['report', 'health', '--where', 'status=over', '--exit-code', '--format', 'json', '--columns', 'store,metric,value'],
    ]);
    expectPublishedSchema({ id: 'report.health/1', columns: COLUMNS });
    expectValidJson((await run(context, 'report', 'health', '--all', '--format', 'json')).out);
    const todo = JSON.parse((await run(context, 'report', 'todo', '--format', 'json')).out) as { rows: { kind: string }[] };
    expect(todo.rows.filter(({ kind }) => kind === 'health').length).toBe(2);
  });
});

/** An Amazon shop that ships itself and cancels too much, and a Tmall shop whose logistics score falls. */
function writeShop(context: TestContext): void {
  const header = ['amazon-order-id', 'purchase-date', 'last-updated-date', 'order-status', 'fulfillment-channel', 'sales-channel'];
  const goods = ['product-name', 'sku', 'asin', 'item-status', 'quantity', 'currency', 'item-price'];
  const rows = Array.from({ length: 60 }, (_, index) => {
    const at = `${addDays(AS_OF, -1 - (index % 30))}T20:00:00+00:00`;
    const status = index === 3 ? 'Cancelled' : 'Shipped';
    return [`1-${index}`, at, at, status, 'Merchant', 'Amazon.com', 'Mug', 'MUG', 'B0MUG', status, 1, 'USD', '10.00'];
  });
  writeExport(context, 'orders.txt', [[...header, ...goods], ...rows].map((row) => `${row.join('\t')}\n`).join(''));
  const scores = Array.from({ length: 25 }, (_, index) => [addDays(AS_OF, index - 25), '4.82', '4.79', (4.75 - 0.004 * index).toFixed(3)]);
  writeExport(
    context,
    'scores.csv',
    [['统计日期', '描述相符', '服务态度', '物流服务'], ...scores].map((row) => `${row.join(',')}\n`).join(''),
  );
}
