/** The engine: what happens to a row between its cells and the record that is stored. */

import { describe, expect, it } from 'vitest';
import { utcDay, zone } from '../../src/core/zone.js';
import { BUYER_COLUMN, bind } from '../../src/platforms/binding.js';
import { column, defineReport, type ReportFormat, required } from '../../src/platforms/define.js';
import { matchHeader } from '../../src/platforms/header.js';
import { createRowReader, type ReadParams, type RejectedRow } from '../../src/platforms/rowReader.js';

const BASE = {
  id: 'etsy.test',
  platform: 'etsy',
  report: 'A test',
  certainty: 'M',
  source: 'this test',
  download: 'nowhere',
} as const;

const LISTINGS = defineReport({
  ...BASE,
  fills: ['listings'],
  columns: [
    required('sku', 'sku'),
    column('title', 'name'),
    column('price', 'price', 'price ({currency})'),
    column('currency', 'currency'),
  ],
  unit: ['sku'],
  listingKey: ['sku'],
});

const PARAMS: ReadParams = { currency: null, zoneOffset: () => 0, dayOf: utcDay, workbook: false, hashBuyer: (buyer) => `hash(${buyer})` };

/** Reads rows that are given as they stand in the file; the header is the first of them. */
function read(format: ReportFormat, [header = [], ...rows]: string[][], params: Partial<ReadParams> = {}) {
  const binding = bind(matchHeader(format, header), header);
  const rejected: RejectedRow[] = [];
  const records: Record<string, unknown>[] = [];
  const reader = createRowReader(
    binding,
    { ...PARAMS, ...params },
    {
      batch({ count, columns }) {
        for (let at = 0; at < count; at++) {
          records.push(Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[at] ?? null])));
        }
      },
      rejected: (row) => rejected.push(row),
    },
  );
  const outcomes = rows.map((cells, index) =>
    cells.length === header.length
      ? reader.row(
          index + 2,
          binding.wanted.map((at) => cells[at] as string),
        )
      : reader.irregular(index + 2, cells).outcome,
  );
  const { ignored, span } = reader.end();
  return { binding, records, rejected, outcomes, ignored: Object.fromEntries(ignored), span };
}

const pick = (records: readonly Record<string, unknown>[], ...names: string[]) => records.map((row) => names.map((name) => row[name]));

describe('the currency of an amount', () => {
  const header = ['sku', 'name', 'price', 'currency'];

  it('is the row’s own before the sign in the cell', () => {
    const { records } = read(LISTINGS, [header, ['A', '', '£4.50', 'EUR']], { currency: 'USD' });
    expect(pick(records, 'price', 'currency')).toEqual([[450, 'EUR']]);
  });

  it('is the sign in the cell before the store’s', () => {
    const { records } = read(LISTINGS, [header, ['A', '', '£4.50', '']], { currency: 'USD' });
    expect(pick(records, 'price', 'currency')).toEqual([[450, 'GBP']]);
  });

  it('is the header’s before the store’s', () => {
    const { records } = read(
      LISTINGS,
      [
        ['sku', 'name', 'Price (EUR)', 'x'],
        ['A', '', '4,50', ''],
      ],
      { currency: 'USD' },
    );
    expect(pick(records, 'price', 'currency')).toEqual([[450, 'EUR']]);
  });

  it('is the store’s where nothing else says, also with a sign that many share', () => {
    const { records } = read(LISTINGS, [header, ['A', '', '$4.50', '']], { currency: 'CAD' });
    expect(pick(records, 'price', 'currency')).toEqual([[450, 'CAD']]);
  });

  it('is that of the marketplace which the row names, before the store’s', () => {
    const orders = defineReport({
      ...LISTINGS,
      platform: 'amazon',
      fills: ['orders'],
      columns: [
        required('orderId', 'order'),
        column('salesChannel', 'channel'),
        column('currency', 'currency'),
        column('lineAmount', 'price'),
      ],
      unit: ['orderId'],
      listingKey: undefined,
      storeBy: 'salesChannel',
    });
    const rows = [
      ['order', 'channel', 'currency', 'price'],
      ['1', 'Amazon.ca', '', ''],
      ['2', 'Amazon.com', '', ''],
      ['3', 'Amazon.com', 'EUR', '5.00'],
      ['4', 'Non-Amazon', '', ''],
    ];
    expect(read(orders, rows, { currency: 'GBP' }).records.map((row) => row.currency)).toEqual(['CAD', 'USD', 'EUR', 'GBP']);
  });

  it('decides how many digits an amount may have', () => {
    const { records, rejected } = read(LISTINGS, [header, ['A', '', '1200', 'JPY'], ['B', '', '12.5', 'JPY']]);
    expect(pick(records, 'sku', 'price')).toEqual([['A', 1200]]);
    expect(rejected).toEqual([
      {
        line: 3,
        column: 'price',
        value: '12.5',
        reason: 'an amount that JPY can write expected',
        unit: { parts: ['B'], name: null, isDisplaced: false },
      },
    ]);
  });
});

describe('a cell that cannot be read', () => {
  it('rejects its row with column, value, reason and the unit the row belongs to', () => {
    const { outcomes, rejected, records } = read(LISTINGS, [
      ['sku', 'name', 'price', 'currency'],
      ['A', 'Mug', 'soon', 'USD'],
      ['B', 'Cup', '3', 'USD'],
    ]);
    expect(outcomes).toEqual(['rejected', 'stored']);
    expect(rejected).toEqual([
      { line: 2, column: 'price', value: 'soon', reason: 'money expected', unit: { parts: ['A'], name: null, isDisplaced: false } },
    ]);
    expect(pick(records, 'sku')).toEqual([['B']]);
  });

  it('says of a header that stands there again that files were put together', () => {
    const header = ['sku', 'name', 'price'];
    const { rejected, records } = read(LISTINGS, [header, ['MUG', 'Mug', '1.00'], header, ['CUP', 'Cup', '2.00']]);
    expect(records).toHaveLength(2);
    expect(rejected).toMatchObject([
      {
        line: 3,
        column: 'price',
        reason: 'money expected; the header stands here again, as in files that were put together: import each by itself',
      },
    ]);
  });

  it('rejects a row that does not say what it is about, which may be anything', () => {
    const { rejected } = read(LISTINGS, [
      ['sku', 'name', 'price', 'currency'],
      ['', 'Mug', '3', 'USD'],
    ]);
    expect(rejected).toEqual([
      {
        line: 2,
        column: 'sku',
        value: '',
        reason: 'a value expected (it says what the row is about)',
        unit: { parts: [null], name: null, isDisplaced: false },
      },
    ]);
  });

  it('ignores a row of empty cells, and rejects a row of a list of keywords that names none', () => {
    const keywords = defineReport({
      ...BASE,
      fills: ['marketKeywords'],
      columns: [required('searchTerm', 'keyword'), column('searchVolume', 'volume')],
      unit: [],
      period: 'snapshot',
    });
    const { ignored, rejected, records } = read(keywords, [
      ['keyword', 'volume'],
      ['teapot', '90'],
      ['', ''],
      ['', '70'],
    ]);
    expect(records).toHaveLength(1);
    expect(ignored).toEqual({ 'empty rows': 1 });
    expect(rejected).toMatchObject([{ column: 'keyword', value: '', reason: 'a value expected (it says what the row is about)' }]);
  });

  it('rejects a row of another width and says what a short last row means', () => {
    const { rejected } = read(LISTINGS, [
      ['sku', 'name', 'price', 'currency'],
      ['A', 'Mug'],
    ]);
    expect(rejected[0]?.reason).toBe(
      'the row has 2 cells, the header has 4. If it is the last row, the download was cut off: download the report again',
    );
  });

  it('takes rows that are too long only when the rest is empty', () => {
    const { outcomes } = read(LISTINGS, [
      ['sku', 'name'],
      ['A', 'Mug', '', ' '],
      ['B', 'Cup', '', 'x'],
    ]);
    expect(outcomes).toEqual(['stored', 'rejected']);
  });
});

describe('rows that are ignored', () => {
  const format: ReportFormat = {
    ...LISTINGS,
    ignore: [
      { rule: 'picture', blank: ['sku', 'price'], filled: ['title'] },
      { rule: 'total', firstCell: /^Total/ },
      { rule: 'footer', shortRow: true },
    ],
  };

  it('are counted by rule, each row once', () => {
    const { outcomes, ignored, rejected } = read(format, [
      ['sku', 'name', 'price', 'currency'],
      ['A', 'Mug', '3', 'USD'],
      ['', 'front.jpg', '', ''],
      ['Total: 1', '', '3', 'USD'],
      ['2 records downloaded'],
    ]);
    expect(outcomes).toEqual(['stored', 'ignored', 'ignored', 'ignored']);
    expect(ignored).toEqual({ picture: 1, total: 1, footer: 1 });
    expect(rejected).toEqual([]);
  });
});

describe('short rows of a ragged report', () => {
  it('count as empty at the end', () => {
    const { records } = read({ ...LISTINGS, ragged: true }, [
      ['sku', 'name', 'price', 'currency'],
      ['A', 'Mug'],
    ]);
    expect(pick(records, 'sku', 'title', 'price')).toEqual([['A', 'Mug', null]]);
  });
});

describe('continuation rows', () => {
  const format = defineReport({
    ...BASE,
    fills: ['listings'],
    columns: [required('productId', 'handle'), column('title', 'title'), column('sku', 'sku'), column('option1', 'option')],
    unit: ['productId'],
    listingKey: ['productId', 'option1'],
    productKey: 'productId',
    fillDown: { by: 'productId', fields: ['title'] },
  });

  it('take blank cells from the row above of the same product, and from no other', () => {
    const { records } = read(format, [
      ['handle', 'title', 'sku', 'option'],
      ['mug', 'Mug', 'M-1', 'Red'],
      ['mug', '', 'M-2', 'Blue'],
      ['cup', '', 'C-1', 'Default Title'],
    ]);
    expect(pick(records, 'title')).toEqual([['Mug'], ['Mug'], [null]]);
  });

  it.each([
    ['a bad cell', ['200', 'x1x', 'B-1']],
    ['a cell too many', ['200', '2', 'B-1', 'B', 'more']],
  ])('that leave their key blank never go to the order before one that is rejected for %s', (_, head) => {
    const bought = defineReport({
      ...BASE,
      fills: ['purchases'],
      columns: [required('orderId', 'order'), required('quantity', 'pieces'), column('sku', 'sku')],
      unit: ['orderId'],
      period: 'snapshot',
      fillDown: { by: 'orderId', fields: ['orderId'], blankKey: true },
    });
    const { records, rejected } = read(bought, [
      ['order', 'pieces', 'sku'],
      ['100', '1', 'A-1'],
      ['', '4', 'A-2'],
      head,
      ['', '5', 'B-2'],
      ['300', '3', 'C-1'],
      ['', '6', 'C-2'],
    ]);
    expect(pick(records, 'orderId', 'sku')).toEqual([
      ['100', 'A-1'],
      ['100', 'A-2'],
      ['300', 'C-1'],
      ['300', 'C-2'],
    ]);
    expect(rejected.map(({ unit }) => unit?.parts)).toEqual([['200'], ['200']]);
  });

  it('have the options as their variation and in their key; a single variation has neither', () => {
    const { records } = read(format, [
      ['handle', 'title', 'sku', 'option'],
      ['mug', 'Mug', 'M-1', 'Red'],
      ['cup', 'Cup', 'C-1', 'Default Title'],
    ]);
    expect(pick(records, 'listingKey', 'productKey', 'variation')).toEqual([
      ['mug/Red', 'mug', 'Red'],
      ['cup', 'cup', null],
    ]);
  });
});

describe('people', () => {
  const orders = defineReport({
    ...BASE,
    fills: ['orders'],
    columns: [required('orderId', 'order-id'), column('quantity', 'quantity')],
    people: { buyer: ['buyer-email'] },
    unit: ['orderId'],
  });
  const header = ['order-id', 'quantity', 'buyer-email', 'ship-city'];

  it('are not kept: only declared columns are, the buyer as a keyed hash', () => {
    const { binding, records } = read(orders, [header, ['1', '2', 'Ann@Example.com', 'Bath']]);
    expect(binding.kept).toEqual([0, 1]);
    expect(binding.dropped).toEqual(['buyer-email', 'ship-city']);
    expect(pick(records, 'buyerKey')).toEqual([['hash(ann@example.com)']]);
    expect(JSON.stringify(records)).not.toContain('Bath');
  });

  it('never reach a message: a misplaced cell is shown by its shape', () => {
    const { rejected } = read(orders, [header, ['1', 'Ann Smith 7', '', '']]);
    expect(rejected).toEqual([
      {
        line: 2,
        column: 'quantity',
        value: 'xxx xxxxx 9',
        reason: 'integer expected',
        unit: { parts: ['1'], name: null, isDisplaced: false },
      },
    ]);
  });

  it('come back from kept cells as the hash that stands there', () => {
    const { records } = read(orders, [
      ['order-id', 'quantity', BUYER_COLUMN],
      ['1', '2', 'abc'],
    ]);
    expect(pick(records, 'buyerKey')).toEqual([['abc']]);
  });

  it('are dropped from catalogues by the name of the column', () => {
    const { binding, records } = read(LISTINGS, [
      ['sku', 'name', 'Contact phone', 'Colour'],
      ['A', 'Mug', '555-0100', 'red'],
    ]);
    expect(binding.dropped).toEqual(['Contact phone']);
    expect(pick(records, 'attributes')).toEqual([['{"Colour":"red"}']]);
  });
});

describe('stock', () => {
  const fba = defineReport({
    ...BASE,
    fills: ['stock'],
    columns: [
      required('sku', 'sku'),
      column('available', 'available'),
      column('reserved', 'reserved'),
      column('reservedOrders', 'for orders'),
      column('age0to90', 'new'),
      column('age366to455', '366-455'),
      column('age366plus', '366+'),
      column('snapshotOn', 'day'),
    ],
    unit: ['sku'],
    stamp: 'snapshotOn',
    stock: [
      {
        location: { name: 'Warehouse' },
        available: ['available'],
        committed: ['reservedOrders'],
        reservedWithOrders: ['reserved'],
        ages: [
          { from: 0, to: 90, fields: ['age0to90'] },
          { from: 366, to: 455, fields: ['age366to455'] },
          { from: 366, to: null, fields: ['age366plus'] },
        ],
      },
    ],
  });
  const stock = (rows: string[][]) => read(fba, rows).records.map((row) => JSON.parse((row.stock as string | null) ?? 'null') as unknown);

  it('splits what is reserved into orders and the rest', () => {
    const header = ['sku', 'available', 'reserved', 'for orders'];
    expect(stock([header, ['A', '10', '7', '4'], ['B', '0', '7', '']])).toEqual([
      [{ location: 'Warehouse', available: 10, committed: 4, reserved: 3 }],
      [{ location: 'Warehouse', available: 0, committed: null, reserved: 7 }],
    ]);
  });

  it('says nothing about a place of which the row says nothing: blank is not zero', () => {
    expect(
      stock([
        ['sku', 'available'],
        ['A', ''],
        ['B', '0'],
      ]),
    ).toEqual([null, [{ location: 'Warehouse', available: 0, committed: null }]]);
  });

  it('never counts a unit in two age buckets', () => {
    const header = ['sku', 'available', 'new', '366-455', '366+'];
    expect(stock([header, ['A', '9', '4', '5', '5'], ['B', '9', '4', '', '5']])).toEqual([
      [
        {
          location: 'Warehouse',
          available: 9,
          committed: null,
          ages: [
            { from: 0, to: 90, units: 4 },
            { from: 366, to: 455, units: 5 },
          ],
        },
      ],
      [
        {
          location: 'Warehouse',
          available: 9,
          committed: null,
          ages: [
            { from: 0, to: 90, units: 4 },
            { from: 366, to: null, units: 5 },
          ],
        },
      ],
    ]);
  });

  it('is taken at the first moment of its day in the store’s time zone', () => {
    const rows = [
      ['sku', 'available', 'day'],
      ['A', '1', '2026-07-31'],
    ];
    const { records } = read(fba, rows, { zoneOffset: zone('America/Los_Angeles').offsetAtLocal });
    expect(pick(records, 'stampAt')).toEqual([[Date.parse('2026-07-31T07:00:00Z') / 1000]]);
  });

  it('reads every unknown column right of a marker as a location', () => {
    const format = defineReport({
      ...BASE,
      fills: ['stock'],
      columns: [required('sku', 'SKU'), column('category', 'COO')],
      unit: ['sku'],
      locationColumnsAfter: 'COO',
      stock: [],
    });
    const { records, rejected } = read(format, [
      ['Note', 'SKU', 'COO', 'Shop, Bath', 'Barn'],
      ['', 'A', 'GB', '3', 'not stocked'],
      ['', 'B', 'GB', 'many', '1'],
    ]);
    expect(pick(records, 'stock')).toEqual([['[{"location":"Shop, Bath","available":3},{"location":"Barn","available":0}]']]);
    expect(rejected).toEqual([
      { line: 3, column: 'Shop, Bath', value: 'many', reason: 'integer expected', unit: { parts: ['B'], name: null, isDisplaced: false } },
    ]);
  });
});

describe('words for single quirks', () => {
  it('a column that holds two things is read as the one that fits', () => {
    const format: ReportFormat = {
      ...LISTINGS,
      columns: [required('sku', 'sku'), { ...column('asin', 'asin1', 'id'), only: /^B0/ }, { ...column('gtin', 'id'), only: /^\d{13}$/ }],
    };
    const rows = [
      ['sku', 'id'],
      ['A', 'B0EXAMPL01'],
      ['B', '5012345678900'],
      ['C', '5.01E+12'],
    ];
    expect(pick(read(format, rows).records, 'sku', 'asin', 'gtin')).toEqual([
      ['A', 'B0EXAMPL01', null],
      ['B', null, '5012345678900'],
      ['C', null, null],
    ]);
  });

  it('0 is no price where the report writes 0 for none, and a sale at the regular price is none', () => {
    const format: ReportFormat = {
      ...LISTINGS,
      columns: [required('sku', 'sku'), column('price', 'price'), column('salePrice', 'sale')],
      zeroIsNone: ['price', 'salePrice'],
    };
    const { records } = read(format, [
      ['sku', 'price', 'sale'],
      ['A', '0.0', '0.0'],
      ['B', '9', '0'],
      ['C', '9', '8'],
      ['D', '9', '9'],
    ]);
    expect(pick(records, 'price', 'salePrice')).toEqual([
      [null, null],
      [900, null],
      [900, 800],
      [900, null],
    ]);
  });

  it('a catalogue is complete only with the column that says so', () => {
    const format: ReportFormat = { ...LISTINGS, columns: [...LISTINGS.columns, column('status', 'status')], complete: 'status' };
    expect(read(format, [['sku', 'name']]).binding.complete).toBe(false);
    expect(read(format, [['sku', 'name', 'status']]).binding.complete).toBe(true);
  });

  it('"1.000" is a thousand in a row whose other numbers have decimal commas, and refused without that', () => {
    const format: ReportFormat = { ...LISTINGS, columns: [required('sku', 'sku'), column('available', 'units'), column('price', 'price')] };
    const { records, rejected } = read(format, [
      ['sku', 'units', 'price'],
      ['A', '1.000', '€1.234,56'],
      ['B', '1.000', '3'],
    ]);
    expect(pick(records, 'sku', 'available', 'price')).toEqual([['A', 1000, 123456]]);
    expect(rejected.map((row) => row.unit?.parts)).toEqual([['B']]);
  });
});

describe('the period of ad reports', () => {
  const ads = defineReport({
    ...BASE,
    fills: ['ads'],
    columns: [
      column('day', 'Date'),
      column('dateRange', 'Date range'),
      column('firstDay', 'Start'),
      column('lastDay', 'End'),
      required('campaign', 'Campaign'),
      column('adSales', '7 Day Sales', '14 Day Sales', '7天销售额', '7 Tage, Umsatz'),
    ],
    unit: ['campaign', 'day'],
    period: 'span',
    attribution: true,
  });

  it('is at least the span of the days with traffic of all rows', () => {
    const { span, binding } = read(ads, [
      ['Campaign', 'Date range'],
      ['x', 'Nov 09, 2025 - Nov 27, 2025'],
      ['y', 'Oct 30, 2025'],
    ]);
    expect(span).toEqual({ from: '2025-10-30', to: '2025-11-27' });
    expect(binding.period).toBe('span');
    const two = read(ads, [
      ['Campaign', 'Start', 'End'],
      ['x', '2025-11-09', '2025-11-27'],
      ['y', '2025-11-02', ''],
    ]);
    expect(two.span).toEqual({ from: '2025-11-02', to: '2025-11-27' });
  });

  it('stands in the rows where they have a day', () => {
    const { span, binding, records } = read(ads, [
      ['Campaign', 'Date'],
      ['x', '2025-11-09'],
    ]);
    expect(span).toBeNull();
    expect(binding.period).toBe('rows');
    expect(pick(records, 'unit')).toEqual([['x\u001f2025-11-09']]);
  });

  it.each([
    ['7 Day Sales', 7],
    ['14 Day Sales', 14],
    ['7天销售额', 7],
    ['7 Tage, Umsatz', 7],
    ['Sales', null],
  ])('counts sales within the days that the header %s names', (name, days) => {
    expect(read(ads, [['Campaign', name]]).binding.attributionDays).toBe(days);
  });
});

it('gives a row the same content hash whatever stands in columns that are not read', () => {
  const { records } = read(LISTINGS, [
    ['sku', 'name', 'x'],
    ['A', 'Mug', '1'],
    ['A', 'Mug', '2'],
    ['A', 'Mug ', '2'],
    ['A', 'Mugs', '2'],
  ]);
  const [first, second, trimmed, other] = records.map((row) => row.hash);
  expect(second).toBe(first);
  expect(trimmed).toBe(first);
  expect(other).not.toBe(first);
});

describe('a row whose decimal mark is the comma', () => {
  const ADS = defineReport({
    ...BASE,
    fills: ['ads'],
    columns: [column('searchTerm', 'term'), column('adCost', 'cost'), column('adConversions', 'conv'), column('currency', 'currency')],
    unit: [],
    period: 'none',
  });
  const costs = (...rows: string[][]) => read(ADS, [['term', 'cost', 'conv', 'currency'], ...rows]).records.map(({ adCost }) => adCost);

  it('groups thousands with its dots, in amounts too', () => {
    expect(costs(['a', '1.234', '0,50', 'CLP'], ['b', '1.234.567', '0,50', 'CLP'], ['c', '12,34', '0,50', 'CLP'])).toEqual([
      1_234_000_000, 1_234_567_000_000, 12_340_000,
    ]);
  });

  it('is known by its figures only, not by its words', () => {
    expect(costs(['ring 1,5', '1.234', '0.50', 'USD'], ['1,5', '1.234', '2', 'USD'])).toEqual([1_234_000, 1_234_000]);
  });

  it('is read anew where the same amount stands below another', () => {
    expect(costs(['a', '1.234', '1', 'CLP'], ['b', '1.234', '0,50', 'CLP'])).toEqual([1_234_000, 1_234_000_000]);
  });
});

describe('weeks and months', () => {
  const ADS = defineReport({
    ...BASE,
    fills: ['ads'],
    columns: [column('week', 'week'), column('month', 'month'), column('clicks', 'clicks')],
    unit: [],
    period: 'none',
  });
  const days = (...rows: string[][]) => read(ADS, rows).records.map(({ fromDay, toDay }) => [fromDay, toDay]);

  it('cover their days', () => {
    expect(days(['week', 'clicks'], ['2026-12-28', '1'])).toEqual([['2026-12-28', '2027-01-03']]);
    expect(days(['month', 'clicks'], ['2028-02-01', '1'], ['Dec 2026', '2'], ['2026-05', '3'])).toEqual([
      ['2028-02-01', '2028-02-29'],
      ['2026-12-01', '2026-12-31'],
      ['2026-05-01', '2026-05-31'],
    ]);
  });

  it('of both, the week counts', () => {
    expect(days(['month', 'week', 'clicks'], ['2026-05-01', '2026-05-25', '1'])).toEqual([['2026-05-25', '2026-05-31']]);
  });
});

describe('what a format says of its rows', () => {
  const SALES = { ...BASE, platform: 'shopee', fills: ['ads'], unit: ['productId'], period: 'rows', grain: 'item' } as const;

  it('takes three digits behind a point for thousands where amounts have two decimals at most', () => {
    const columns = [required('productId', 'id'), required('orderTotal', 'total')];
    const rows = [
      ['id', 'total'],
      ...['90.000', '1.255.000', 'Rp90.000', '90.00', '90.5', '1,234.50', '0.125'].map((total) => ['a', total]),
    ];
    const totals = (format: ReportFormat) => read(format, rows, { currency: 'IDR' }).records.map((row) => row.orderTotal);
    const format = { ...SALES, fills: ['orders'], columns, period: undefined } as const;
    expect(totals(defineReport({ ...format, twoDecimals: true }))).toEqual([
      9_000_000, 125_500_000, 9_000_000, 9000, 9050, 123_450, 12_500,
    ]);
    expect(totals(defineReport(format))).toEqual([9000, 125_500_000, 9000, 9000, 9050, 123_450]);
  });

  it('gives all rows the value of a column that the file has not, and none where it has it', () => {
    const format = defineReport({
      ...SALES,
      columns: [required('productId', 'id'), column('quantity', 'pieces')],
      otherwise: { quantity: '1' },
    });
    expect(pick(read(format, [['id'], ['a'], ['b']]).records, 'quantity')).toEqual([[1], [1]]);
    expect(
      pick(
        read(format, [
          ['id', 'pieces'],
          ['a', '3'],
          ['b', ''],
        ]).records,
        'quantity',
      ),
    ).toEqual([[3], [null]]);
  });

  it('counts a row that repeats another once, but one that differs in what is read each time', () => {
    const format = defineReport({ ...SALES, columns: [required('productId', 'id'), column('clicks', 'clicks')], noRepeats: true });
    const rows = [
      ['id', 'clicks', 'note'],
      ['a', '1', 'x'],
      ['a', '2', 'x'],
      ['b', '1', 'x'],
      ['a', '1', 'y'],
    ];
    const { outcomes, ignored } = read(format, rows);
    expect([outcomes, ignored]).toEqual([['stored', 'stored', 'stored', 'ignored'], { 'rows that repeat another': 1 }]);
  });

  it('leaves out rows whose columns of a kind are all empty, where the file has such columns', () => {
    const format = defineReport({
      ...SALES,
      columns: [required('productId', 'id')],
      ignore: [{ rule: 'to come', emptyHeaders: /average/ }],
    });
    const rows = [
      ['id', 'average 1', 'average 2'],
      ['a', '', '3'],
      ['b', ' ', ''],
    ];
    expect(read(format, rows).outcomes).toEqual(['stored', 'ignored']);
    expect(read(format, [['id'], ['a']]).outcomes).toEqual(['stored']);
  });
});
