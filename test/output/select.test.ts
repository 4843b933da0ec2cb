import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import type { Cell, Column, Table } from '../../src/core/table.js';
import { render } from '../../src/output/index.js';
import { type Selection, select, TOTALS_LEFT_OUT } from '../../src/output/select.js';

const COLUMNS: readonly Column[] = [
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'units', header: 'Units', kind: 'integer' },
  { key: 'sales_amount', header: 'Sales', kind: 'money' },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'cpc_amount', header: 'CPC', kind: 'unitAmount' },
  { key: 'acos', header: 'ACOS', kind: 'ratio' },
  { key: 'sold_on', header: 'Sold', kind: 'day' },
  { key: 'seen_at', header: 'Seen', kind: 'instant', detail: true },
  { key: 'active', header: 'Active', kind: 'boolean' },
  { key: 'trend', header: 'Trend', kind: 'trend' },
];

function row(...cells: Cell[]) {
  return Object.fromEntries(COLUMNS.map((column, index) => [column.key, cells[index] ?? null]));
}

const TABLE: Table = {
  id: 'test.select/1',
  columns: COLUMNS,
  rows: [
    row('b', 10, 12_50, 'USD', 540_000, 0.3, '2026-11-20', 1_795_327_200, true, [1]),
    row('a', 2, 500, 'JPY', 1_000_000, 0.311, '2026-11-21', 1_795_327_201, false),
    row('C', null, null, 'USD'),
    row('', 10, -1_000, 'BHD', 20_000, -0.5, '2025-01-01', 0, true),
  ],
  totals: [row(null, 22, 12_50, 'USD')],
  notes: ['first'],
};

function skus(selection: Selection): (Cell | undefined)[] {
  return select(TABLE, selection).rows.map((each) => each.sku);
}

describe('--where', () => {
  test.each<[string, string[]]>([
    ['sku=a', ['a']],
    ['sku=A', []],
    ['sku!=a', ['b', 'C', '']],
    ['sku>a', ['b']],
    ['sku~c', ['C']],
    ['sku=', ['']],
    ['sku!=', ['b', 'a', 'C']],
    ['units>=10', ['b', '']],
    ['units != 10', ['a']],
    ['units=', ['C']],
    ['units!=', ['b', 'a', '']],
    ['sales_amount=12.50', ['b']],
    ['sales_amount=12.5', ['b']],
    ['sales_amount>12.499', ['b', 'a']],
    ['sales_amount=500', ['a']],
    ['sales_amount<=-1', ['']],
    ['cpc_amount<0.54', ['']],
    ['acos=0.3', ['b']],
    ['acos=30%', ['b']],
    ['acos=31.1 %', ['a']],
    ['acos<0', ['']],
    ['sold_on>=2026-11-20', ['b', 'a']],
    ['sold_on~2026-11', ['b', 'a']],
    ['seen_at>2026-11-22T06:00Z', ['a']],
    ['seen_at>=2026-11-22', ['b', 'a']],
    ['active=yes', ['b', '']],
    ['active!=true', ['a']],
    ['trend!=', ['b']],
  ])('%s', (condition, expected) => {
    expect(skus({ where: [condition] })).toEqual(expected);
  });

  test('all conditions must hold', () => {
    expect(skus({ where: ['units=10', 'active=yes', 'acos>0'] })).toEqual(['b']);
  });

  test('a value may contain an operator', () => {
    const table: Table = { ...TABLE, rows: [row('x=<y'), row('x')] };
    expect(select(table, { where: ['sku=x=<y'] }).rows).toHaveLength(1);
  });
});

describe('--sort', () => {
  test.each<[string[], string[]]>([
    [['sku'], ['', 'C', 'a', 'b']],
    [['-sku'], ['b', 'a', 'C', '']],
    [['units'], ['a', 'b', '', 'C']],
    [['-units'], ['b', '', 'a', 'C']],
    [['-units,sku'], ['', 'b', 'a', 'C']],
    [
      ['-units', '-sku'],
      ['b', '', 'a', 'C'],
    ],
    [['sales_amount'], ['', 'b', 'a', 'C']],
    [['-sales_amount'], ['a', 'b', '', 'C']],
    [['active'], ['a', 'b', '', 'C']],
  ])('%s', (sort, expected) => {
    expect(skus({ sort })).toEqual(expected);
  });

  test('text by code point: an emoji comes after the whole basic plane', () => {
    const table: Table = { ...TABLE, rows: [row('🫖'), row('\uffe5'), row('é'), row('z')] };
    expect(select(table, { sort: ['sku'] }).rows.map((each) => each.sku)).toEqual(['z', 'é', '\uffe5', '🫖']);
  });
});

describe('--limit', () => {
  test('takes the first rows of the order', () => {
    expect(skus({ sort: ['-units,sku'], limit: 1 })).toEqual(['']);
    expect(skus({ limit: 0 })).toEqual([]);
    expect(skus({ limit: 99 })).toHaveLength(4);
  });

  test.each([-1, 1.5, Number.NaN])('%s is wrong usage', (limit) => {
    expect(() => select(TABLE, { limit })).toThrow(new UsageError(`--limit: expected a whole number from 0 on, found "${limit}".`));
  });
});

describe('totals', () => {
  test('are left out, and a note says so, when rows are', () => {
    const chosen = select(TABLE, { where: ['units=10'] });
    expect(chosen.totals).toEqual([]);
    expect(chosen.notes).toEqual(['first', TOTALS_LEFT_OUT]);
  });

  test('stay when every row stays', () => {
    expect(select(TABLE, { where: ['currency!='], sort: ['sku'], limit: 4 })).toMatchObject({
      totals: TABLE.totals,
      notes: ['first'],
    });
  });
});

describe('--columns', () => {
  const PLAIN = { color: false, width: null };

  test('an amount keeps its currency when the currency is not shown', async () => {
    const chosen = select(TABLE, { columns: ['sku,sales_amount'] });
    expect(await render(chosen, 'csv', PLAIN)).toBe('sku,sales_amount\nb,12.50\na,500\nC,\n,-1.000\n');
  });

  test('in the order given, each once, a detail becomes visible', async () => {
    const chosen = select(TABLE, { columns: ['seen_at', 'sku', 'seen_at'], limit: 1 });
    expect(await render(chosen, 'table', PLAIN)).toBe('Seen                  SKU\n─────────────────────────\n2026-11-22 06:00 UTC  b\n');
  });

  test('rows can be sorted and filtered by what is not shown', async () => {
    const chosen = select(TABLE, { columns: ['sku'], sort: ['-sales_amount'], where: ['units!='] });
    expect(await render(chosen, 'tsv', PLAIN)).toBe('sku\na\nb\n\n');
  });
});

describe('wrong usage', () => {
  const KEYS = 'sku, units, sales_amount, currency, cpc_amount, acos, sold_on, seen_at, active, trend';
  test.each<[Selection, string]>([
    [
      { columns: ['sku', 'salse_amount'] },
      `--columns: there is no column "salse_amount". The nearest is "sales_amount". Columns: ${KEYS}.`,
    ],
    [{ sort: ['-unit'] }, `--sort: there is no column "unit". The nearest is "units". Columns: ${KEYS}.`],
    [{ where: ['acso>1'] }, `--where: there is no column "acso". The nearest is "acos". Columns: ${KEYS}.`],
    [{ where: ['units'] }, `--where "units": expected key, one of = != < <= > >= ~ and a value, as in 'units>=10'.`],
    [{ where: ['units>'] }, '--where "units>": a value is missing after >. Only = and != may stand alone.'],
    [{ where: ['units>many'] }, '--where "units>many": expected a whole number such as 12, found "many".'],
    [
      { where: ['sales_amount>$5'] },
      '--where "sales_amount>$5": expected an amount such as 12.50, without sign or thousands separators, found "$5".',
    ],
    [{ where: ['sold_on=2026-02-30'] }, '--where "sold_on=2026-02-30": expected a day such as 2026-11-22, found "2026-02-30".'],
    [{ where: ['active=maybe'] }, '--where "active=maybe": expected yes or no, found "maybe".'],
    [{ where: ['active>no'] }, '--where "active>no": yes and no have no order. Use = or !=.'],
    [{ sort: ['trend'] }, '--sort: "trend" is a trend, which has no order.'],
  ])('%j', (selection, message) => {
    expect(() => select(TABLE, selection)).toThrow(new UsageError(message));
  });

  test('is found even where there are no rows', () => {
    expect(() => select({ ...TABLE, rows: [] }, { where: ['active>no'] })).toThrow(UsageError);
  });
});
