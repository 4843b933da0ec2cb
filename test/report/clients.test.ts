/** `eco report clients`: one line a client and currency, worked by hand. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { CLIENT_COLUMNS, type ClientStore, clientsTable } from '../../src/report/clients/clients.js';
import { comparedFigures } from '../../src/report/kpis/compared.js';
import { type Figures, unknownFigures } from '../../src/report/kpis/figures.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, testContext } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { MORNING, writeTinyShop } from './tinyShop.js';

const PERIOD = { from: '2026-11-14' as Day, to: '2026-11-20' as Day };

function storeOf(
  name: string,
  client: string | null,
  currency: string,
  known: Partial<Figures>,
  before: Partial<Figures> = {},
): ClientStore {
  const now = { ...unknownFigures(PERIOD), ...known };
  const was = { ...unknownFigures({ from: '2026-11-07' as Day, to: '2026-11-13' as Day }), ...before };
  return {
    client,
    store: { name, platform: 'amazon', marketplace: null, currency },
    now,
    figures: comparedFigures(now, { previous: [was], usual: [], lastYear: [] }, 'previous', () => null),
    basis: 'previous',
    stockAtRisk: null,
    newest: '2026-11-20' as Day,
  };
}

const sold = (sales: number, adSpend: number | null = null) => ({ sales, orders: 10, adSpend, salesSource: 'orders' as const });

describe('a line a client and currency', () => {
  test('stores of one currency together, others apart, those of nobody last', () => {
    const table = clientsTable(
      [
        storeOf('z', null, 'USD', sold(5)),
        storeOf('a', 'Tarn', 'USD', sold(10_000, 1_000), sold(8_000)),
        storeOf('b', 'Tarn', 'USD', sold(20_000, 2_000), sold(12_000)),
        storeOf('c', 'Tarn', 'CAD', sold(700), sold(1_400)),
        storeOf('d', 'Acme', 'EUR', sold(100)),
      ],
      PERIOD,
      '2026-11-21' as Day,
    );
    expect(table.rows.map((row) => [row.client, row.stores, row.currency, row.sales_amount, row.change_ratio, row.tacos])).toEqual([
      ['Acme', 'd', 'EUR', 100, null, null],
      ['Tarn', 'c', 'CAD', 700, -0.5, null],
      ['Tarn', 'a, b', 'USD', 30_000, 0.5, 0.1],
      [null, 'z', 'USD', 5, null, null],
    ]);
    expect(table.rows[2]?.orders).toBe(20);
  });

  test('stores of unknown currency are not added to each other', () => {
    const unknown = (name: string) => ({
      ...storeOf(name, 'Tarn', 'USD', sold(100)),
      store: { name, platform: 'amazon', marketplace: null, currency: null },
    });
    const { rows } = clientsTable([unknown('a'), unknown('b'), storeOf('c', 'Tarn', 'USD', sold(5))], PERIOD, '2026-11-21' as Day);
    expect(rows.map((row) => [row.stores, row.currency, row.sales_amount])).toEqual([
      ['c', 'USD', 5],
      ['a', null, 100],
      ['b', null, 100],
    ]);
  });

  test('what one store does not know is unknown of all, and a week that lacks days is compared with nothing', () => {
    const missing = { sales: [PERIOD.from], traffic: [], ads: [] };
    const table = clientsTable(
      [
        storeOf('a', 'Tarn', 'USD', { ...sold(10_000, 1_000), missing }, sold(8_000)),
        storeOf('b', 'Tarn', 'USD', sold(20_000), sold(12_000)),
      ],
      PERIOD,
      '2026-11-21' as Day,
    );
    expect(table.rows).toMatchObject([{ sales_amount: 30_000, change_ratio: null, ad_spend_amount: null, tacos: null, days_missing: 1 }]);
  });
});

test('as people see it', async () => {
  const context = testContext({ now: MORNING });
  writeTinyShop(context);
  expect((await run(context, 'import', 'in')).exitCode).toBe(0);
  expectPublishedSchema({ id: 'report.clients/1', columns: CLIENT_COLUMNS });
  expectValidJson((await run(context, 'report', 'clients', '--format', 'json')).out);
  await expectTranscript(context, 'report-clients', [
    ['report', 'clients'],
    ['report', 'clients', '--days', '1', '--format', 'csv'],
    ['report', 'clients', '--days', 'week'],
  ]);
});
