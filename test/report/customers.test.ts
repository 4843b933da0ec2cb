/** `eco report customers`: a shop of four buyers, worked by hand. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { cohorts, medianGap, repeatRate, segmentOf, segments } from '../../src/report/customers/customers.js';
import { BY, CUSTOMER_COLUMNS } from '../../src/report/customers/tables.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { writeExport } from './tinyShop.js';

describe('segments', () => {
  test('by how recent and how often', () => {
    const rows = [1, 2, 4].map((purchases) => [90, 91, 180, 181, 365, 366].map((daysAgo) => segmentOf(purchases, daysAgo)));
    expect(rows).toEqual([
      ['new', 'promising', 'promising', 'one-time', 'one-time', 'one-time'],
      ['loyal', 'loyal', 'loyal', 'at risk', 'at risk', 'lost'],
      ['champions', 'champions', 'champions', 'at risk', 'at risk', 'lost'],
    ]);
  });

  test('sums of all buyers, each in one segment', () => {
    const groups = [
      { last: '2026-11-20' as Day, purchases: 1, buyers: 3, orders: 3, sales: 300 },
      { last: '2026-11-20' as Day, purchases: 4, buyers: 1, orders: 9, sales: 900 },
      { last: '2025-01-01' as Day, purchases: 2, buyers: 2, orders: 4, sales: 400 },
    ];
    const found = segments(groups, '2026-11-22' as Day).filter(({ buyers }) => buyers > 0);
    expect(found).toEqual([
      { segment: 'champions', buyers: 1, orders: 9, sales: 900 },
      { segment: 'new', buyers: 3, orders: 3, sales: 300 },
      { segment: 'lost', buyers: 2, orders: 4, sales: 400 },
    ]);
    expect(repeatRate(groups)).toBe(0.5);
    expect(repeatRate([])).toBeNull();
  });
});

describe('cohorts', () => {
  const group = (month: string, gap: number | null, buyers: number) => ({ month, gap, buyers, orders: buyers, sales: buyers * 100 });
  const groups = [
    group('2026-06', null, 6),
    group('2026-06', 30, 2),
    group('2026-06', 31, 1),
    group('2026-06', 100, 1),
    group('2026-12', null, 1),
  ];

  test('a share is told when its time has passed for the whole month', () => {
    // 30 June + 90 days = 28 September; + 180 days = 27 December.
    expect(cohorts(groups, '2026-12-26' as Day).map(({ month, again }) => [month, again])).toEqual([
      ['2026-06', [0.2, 0.3, null, null]],
      ['2026-12', [null, null, null, null]],
    ]);
    expect(cohorts(groups, '2026-12-27' as Day)[0]?.again).toEqual([0.2, 0.3, 0.4, null]);
  });

  test('the median time to the second purchase', () => {
    // 30, 30, 31, 100: between the middle two. With one buyer more at 31 it is that one.
    expect(medianGap(groups)).toBe(30.5);
    expect(medianGap([...groups, group('2026-07', 31, 1)])).toBe(31);
    expect(medianGap([group('2026-06', 8, 2)])).toBe(8);
    expect(medianGap([group('2026-06', null, 6)])).toBeNull();
  });
});

const HEADER = 'Name,Email,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Source';

/**
 * ann: 1 May 10, 2 May 20 (two orders of one day: 15 + 5), 1 June 30. bob: 1 May 100. cyd: 1 November 40 (one of 999 voided).
 * One order of 7 without a mail address.
 */
function row(name: string, mail: string, day: string, price: number, status = 'paid'): string {
  return `#${name},${mail},${status},USD,${day} 12:00:00 +0000,1,Mug,${price}.00,web`;
}

function orders(more: readonly string[] = []): string {
  return `${[
    HEADER,
    row('1', 'ann@example.com', '2026-05-01', 10),
    row('2', 'bob@example.com', '2026-05-01', 100),
    row('3', 'ann@example.com', '2026-05-02', 15),
    row('4', 'ANN@example.com', '2026-05-02', 5),
    row('5', 'ann@example.com', '2026-06-01', 30),
    row('6', 'cyd@example.com', '2026-11-01', 40),
    row('7', 'cyd@example.com', '2026-11-02', 999, 'voided'),
    row('8', '', '2026-11-20', 7),
    ...more,
  ].join('\n')}\n`;
}

async function shop(more: readonly string[] = []): Promise<TestContext> {
  const context = testContext({ now: '2026-11-22T06:00:00Z' });
  writeExport(context, 'orders_export.csv', orders(more), Date.parse('2026-11-21T12:00:00Z') / 1000);
  const { exitCode, out } = await run(context, 'import', 'in');
  expect(exitCode, out).toBe(0);
  return context;
}

describe('a shop', () => {
  test.each(BY)('the published schema by %s holds', async (by) => {
    expectPublishedSchema({ id: `report.customers-by-${by}/1`, columns: CUSTOMER_COLUMNS[by] });
    expectValidJson((await run(await shop(), 'report', 'customers', '--by', by, '--format', 'json')).out);
  });

  test('who bought, how often, and who came again', async () => {
    const context = await shop();
    const { out } = await run(context, 'report', 'customers', '--days', '100', '--format', 'json');
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toMatchObject([
      {
        buyers: 1,
        new_buyers: 1,
        orders: 1,
        sales_amount: '40.00',
        returning_sales_share: 0,
        repeat_rate: 1 / 3,
        median_days_to_second: 1,
        named_ratio: 6 / 7,
        known_since: '2026-05-01',
      },
    ]);
    await expectTranscript(context, 'report-customers', [
      ['report', 'customers'],
      ['report', 'customers', '--by', 'segment'],
      ['report', 'customers', '--by', 'cohort'],
      ['report', 'customers', '--by', 'person'],
      ['report', 'customers', '--days', '0'],
    ]);
  });

  test('buyers in another currency than the store are not told as none', async () => {
    const context = await shop();
    expect((await run(context, 'store', 'edit', 'shopify', '--currency', 'EUR')).exitCode).toBe(0);
    for (const by of BY) {
      const { rows, notes } = JSON.parse((await run(context, 'report', 'customers', '--by', by, '--format', 'json')).out) as {
        rows: unknown[];
        notes: string[];
      };
      expect(rows).toEqual([]);
      expect(notes).toContain(
        'no order of shopify that names a buyer is in EUR, so there are no buyers to tell of: eco store edit shopify --currency CODE',
      );
    }
  });

  test('of a day those are new or returning of whom every order tells, whichever is asked first', async () => {
    const context = await shop([
      row('20', 'ann@example.com', '2026-11-10', 1),
      row('21', 'dan@example.com', '2026-11-10', 1),
      row('22', '', '2026-11-11', 1),
      row('23', 'ann@example.com', '2026-11-11', 1),
      row('24', 'ann@example.com', '2026-11-12', 1),
      row('25', '', '2026-11-12', 1),
      row('26', '', '2026-11-13', 1, 'voided'),
      row('27', 'bob@example.com', '2026-11-13', 1),
    ]);
    const buyersOn = async (day: string) => {
      const { out } = await run(context, 'report', 'daily', '--day', day, '--format', 'json');
      const { rows } = JSON.parse(out) as { rows: { metric: string; value: number | null }[] };
      return ['new_buyers', 'returning_buyers'].map((metric) => rows.find((each) => each.metric === metric)?.value);
    };
    expect(await buyersOn('2026-11-10')).toEqual([1, 1]);
    expect(await buyersOn('2026-11-11')).toEqual([null, null]);
    expect(await buyersOn('2026-11-12')).toEqual([null, null]);
    expect(await buyersOn('2026-11-13')).toEqual([0, 1]);
    // Too few days of orders before it: everybody would be new.
    expect(await buyersOn('2026-06-01')).toEqual([null, null]);
  });
});
