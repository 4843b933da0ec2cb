/** `eco report anomalies` on a shop whose orders are made up: steady for months, then one SKU stops selling. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { COLUMNS } from '../../src/report/anomalies/anomaliesPage.js';
import { type Found, folded } from '../../src/report/anomalies/findings.js';
import { marketOf, outOfOrdinary } from '../../src/report/anomalies/outOfOrdinary.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { steadyOrders } from './steadyShop.js';
import { ordersFile, type TinyOrder, writeExport } from './tinyShop.js';

/** 6 a.m. of 14 August 2026 in Los Angeles: no promotion is near. */
const NOW = '2026-08-14T13:00:00Z';
const LAST = '2026-08-13' as Day;
const DAYS = 140;
/** MUG is not sold any more on the last six days. */
const GONE_DAYS = 6;
const SKUS = [
  { sku: 'KETTLE', aDay: 8, price: '30.00' },
  { sku: 'MUG', aDay: 6, price: '12.00' },
  { sku: 'TRAY', aDay: 3, price: '20.00' },
  { sku: 'SPOON', aDay: 1, price: '5.00' },
];

function shopOrders(): TinyOrder[] {
  return steadyOrders(SKUS, LAST, DAYS, (sku, day) => sku !== 'MUG' || day <= addDays(LAST, -GONE_DAYS));
}

describe('the command', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = testContext({ now: NOW, dir: mkdtempSync(join(tmpdir(), 'eco-test-')) });
    writeExport(context, 'orders.txt', ordersFile(shopOrders()), Date.parse('2026-08-14T12:30:00Z') / 1000);
    expect((await run(context, 'import', 'in')).exitCode).toBe(0);
  }, 60_000);

  afterAll(() => rmSync(context.dir, { recursive: true, force: true }));

  test('as people see it, and what it says of mistakes', async () => {
    await expectTranscript(context, 'report-anomalies', [
      ['report', 'anomalies'],
      ['report', 'anomalies', '--since', '2026-08-01', '--by', 'sku', '--format', 'json'],
      ['report', 'anomalies', '--day', '2026-08-01', '--exit-code'],
      ['report', 'anomalies', '--day', '2025-12-01'],
      ['report', 'anomalies', '--budget', 'often'],
      ['report', 'anomalies', '--by', 'week'],
      ['report', 'anomalies', '--since', '2026-08-10', '--day', '2026-08-01'],
      ['report', 'anomalies', '--day', '2026-08-14'],
    ]);
  });

  test('finds the SKU that stopped, since when, and what it costs', async () => {
    const { rows } = JSON.parse((await run(context, 'report', 'anomalies', '--by', 'sku', '--format', 'json')).out) as {
      rows: Record<string, unknown>[];
    };
    expect(rows.map(({ sku, metric }) => [sku, metric])).toEqual([['MUG', 'units']]);
    const [mug] = rows;
    expect(mug).toMatchObject({ kind: 'level', day: LAST, currency: 'USD' });
    // The day before was a poor one by chance.
    expect([addDays(LAST, 1 - GONE_DAYS), addDays(LAST, -GONE_DAYS)]).toContain(mug?.since);
    // About six a day at 12.00, on six of the eight days that are compared.
    expect(Number(mug?.stake_amount)).toBeLessThan(-300);
    expect(Number(mug?.stake_amount)).toBeGreaterThan(-600);
  });

  test('the answer is what its schema says, and the same again', async () => {
    expectPublishedSchema({ id: 'report.anomalies/1', columns: COLUMNS });
    const answer = await run(context, 'report', 'anomalies', '--format', 'json');
    expectValidJson(answer.out);
    expect((await run(context, 'report', 'anomalies', '--format', 'json')).out).toBe(answer.out);
  });
});

describe('what goes along', () => {
  const found = (thing: string | null, figure: Found['figure'], more: Partial<Found> = {}): Found => ({
    store: 'us',
    thing,
    figure,
    kind: 'level',
    rises: false,
    day: '2026-08-10' as Day,
    raisedOn: '2026-08-08' as Day,
    since: '2026-08-05' as Day,
    observed: 1,
    expected: 2,
    low: 1,
    high: 3,
    comparedDays: 8,
    stake: null,
    currency: 'USD',
    monthsBetween: 5,
    command: '',
    alongWith: null,
    ...more,
  });

  test('listings follow their store, figures the leading one, never the other way, another time or another store', () => {
    const all = [
      found('MUG', 'units'),
      found(null, 'orders'),
      found(null, 'sales'),
      found('TRAY', 'sessions', { rises: true }),
      found('TRAY', 'units', { rises: true }),
      found('POT', 'units', { since: '2026-07-01' as Day, day: '2026-07-09' as Day }),
      found('MUG', 'units', { store: 'ca' }),
    ];
    expect(folded(all).map(({ alongWith }) => alongWith)).toEqual(['us sales', 'us sales', null, 'TRAY units', null, null, null]);
  });
});

describe('days out of the ordinary', () => {
  const days = Array.from({ length: 8 }, (_, index) => addDays('2026-11-25' as Day, index));

  test('Black Friday to Cyber Monday, the weekend between too', () => {
    const kinds = outOfOrdinary(days, 'US', 'shopify');
    expect(days.filter((_, index) => kinds[index] === 'promotion')).toEqual(
      expect.arrayContaining(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30']),
    );
    expect(kinds.at(-1)).toBeNull();
  });

  test('the weekend too while Cyber Monday is still to come', () => {
    expect(outOfOrdinary(days.slice(0, 4), 'US', 'shopify').slice(2)).toEqual(['promotion', 'promotion']);
  });

  test('only of the own market; none where the country is not known', () => {
    expect(outOfOrdinary(days, null, 'shopify').every((kind) => kind === null)).toBe(true);
    expect(outOfOrdinary(['2026-11-11' as Day], 'CN', 'taobao')).toEqual(['promotion']);
    expect(outOfOrdinary(['2026-04-15' as Day], 'CN', 'taobao')).toEqual([null]);
    expect(marketOf({ platform: 'amazon', marketplace: 'Amazon.co.uk', currency: 'GBP' })).toBe('GB');
    expect(marketOf({ platform: 'tmall', marketplace: 'Tmall', currency: null })).toBe('CN');
    expect(marketOf({ platform: 'shopify', marketplace: null, currency: 'EUR' })).toBeNull();
  });
});
