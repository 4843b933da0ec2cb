/** Figures of different kinds in one column, changes with their sign, and grids of sentences. */
import { describe, expect, test } from 'vitest';
import type { Grid, Page } from '../../src/core/page.js';
import type { Table } from '../../src/core/table.js';
import { displayValue } from '../../src/output/cell.js';
import { render } from '../../src/output/index.js';
import { select } from '../../src/output/select.js';
import { writeTable } from '../../src/output/table.js';

const PLAIN = { color: false, width: null };

const TABLE: Table = {
  id: 'test.measures/1',
  columns: [
    { key: 'metric', header: 'Metric', kind: 'text' },
    { key: 'value', header: 'Value', kind: 'measure' },
    { key: 'change', header: 'Change', kind: 'ratio', digits: 0, signed: true },
  ],
  rows: [
    { metric: 'sales', value: 481_240, unit: 'amount', currency: 'USD', change: 0.08 },
    { metric: 'fee', value: 500, unit: 'amount', currency: 'JPY', change: -0.03 },
    { metric: 'orders', value: 163, unit: 'count', currency: null, change: 0.001 },
    { metric: 'acos', value: 0.31, unit: 'ratio', currency: null, change: null },
    { metric: 'sessions', value: null, unit: 'count', currency: null, change: 0 },
  ],
};

describe('a measure is what its row says', () => {
  test('for people, amounts with their sign so that nobody takes them for counts', async () => {
    expect(await render(TABLE, 'table', PLAIN)).toBe(
      [
        'Metric        Value  Change',
        '───────────────────────────',
        'sales     $4,812.40    +8 %',
        'fee            ¥500    −3 %',
        'orders          163     0 %',
        'acos         31.0 %       –',
        'sessions          –     0 %',
        '',
      ].join('\n'),
    );
  });

  test('for machines: decimals as text, counts and ratios as numbers', async () => {
    const { rows } = JSON.parse(await render(TABLE, 'json', PLAIN)) as { rows: { value: unknown }[] };
    expect(rows.map((row) => row.value)).toEqual(['4812.40', '500', 163, 0.31, null]);
    expect(await render(TABLE, 'csv', PLAIN)).toContain('sales,4812.40,0.08\n');
  });

  test.each([
    ['value>163', ['sales', 'fee']],
    ['value=4812.4', ['sales']],
    ['value<=31%', ['acos']],
    ['value=', ['sessions']],
  ])('--where %s compares plain numbers', (where, metrics) => {
    expect(select(TABLE, { where: [where] }).rows.map((row) => row.metric)).toEqual(metrics);
  });

  test('and sorts by them, with the unit gone from sight', async () => {
    const sorted = select(TABLE, { sort: ['-value'], columns: ['metric', 'value'] });
    expect(sorted.rows.map((row) => row.metric)).toEqual(['sales', 'fee', 'orders', 'acos', 'sessions']);
    expect(await render(sorted, 'csv', PLAIN)).toContain('sales,4812.40\n');
  });

  test('a row whose unit nobody knows is a defect', () => {
    const wrong = { ...TABLE, rows: [{ metric: 'x', value: 1, unit: 'furlong' }] };
    expect(() => writeTable(wrong, PLAIN)).toThrow('the unit of a measure must be one of amount, count, ratio, score, found "furlong"');
  });
});

test('a signed amount has its plus sign before the currency', () => {
  expect(displayValue({ value: 402_00, kind: 'money', currency: 'USD', digits: 0, signed: true })).toBe('+$402');
  expect(displayValue({ value: -611_00, kind: 'money', currency: 'USD', digits: 0, signed: true })).toBe('−$611');
  expect(displayValue({ value: 49, kind: 'money', currency: 'USD', digits: 0, signed: true })).toBe('$0');
});

const GRID: Grid = {
  columns: [
    { header: '', align: 'left' },
    { header: 'Fri', align: 'right' },
    { header: '', align: 'left', wraps: true },
    { header: 'Thu', align: 'right' },
  ],
  rows: [
    [
      ['Sales'],
      [{ value: 481_240, kind: 'money', currency: 'USD' }],
      ['163 orders of $29.52 each'],
      [{ value: 0.08, kind: 'ratio', digits: 0, tone: 'good' }],
    ],
    [['Ads|x'], [{ value: null, kind: 'money' }], [], []],
  ],
};
const page: Page = { title: 'T', blocks: [{ type: 'grid', grid: GRID }], data: TABLE };

describe('a grid', () => {
  test('stands in aligned columns', () => {
    expect(writeTable(page, PLAIN)).toBe(
      [
        'T',
        '',
        '             Fri                             Thu',
        'Sales  $4,812.40  163 orders of $29.52 each  8 %',
        'Ads|x          –',
        '',
      ].join('\n'),
    );
  });

  test('breaks the column that wraps where the terminal is narrow, and drops nothing', () => {
    expect(writeTable(page, { color: false, width: 44 })).toBe(
      [
        'T',
        '',
        '             Fri                         Thu',
        'Sales  $4,812.40  163 orders of $29.52   8 %',
        '                  each',
        'Ads|x          –',
        '',
      ].join('\n'),
    );
  });

  test('lets a text that is too wide push its own row aside, and no other', () => {
    const left = { header: '', align: 'left' } as const;
    const columns = [{ ...left, most: 8 }, left, { ...left, wraps: true }];
    const rows = [
      [['orders'], ['us'], ['8 rows of two days']],
      [['商品一覧の控え.csv'], ['jp'], ['8 rows of two days, and more of them']],
    ];
    const wide: Page = { ...page, blocks: [{ type: 'grid', grid: { columns, rows } }] };
    expect(writeTable(wide, PLAIN)).toBe(
      'T\n\norders  us  8 rows of two days\n商品一覧の控え.csv  jp  8 rows of two days, and more of them\n',
    );
    expect(writeTable(wide, { color: false, width: 46 })).toBe(
      ['T', '', 'orders  us  8 rows of two days', '商品一覧の控え.csv  jp  8 rows of two days,', '            and more of them', ''].join(
        '\n',
      ),
    );
  });

  test('is a table in Markdown and HTML', async () => {
    const md = await render(page, 'md', PLAIN);
    expect(md).toContain(
      '|  | Fri |  | Thu |\n| --- | ---: | --- | ---: |\n| Sales | $4,812.40 | 163 orders of $29.52 each | 8 % |\n| Ads\\|x | – |  |  |',
    );
    const html = await render(page, 'html', PLAIN);
    expect(html).toContain('<td class="n"><span class="v good">8 %</span></td>');
  });
});
