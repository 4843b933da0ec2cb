/** Cost files and tables of rates, cell by cell: which column says what, what a row comes to, and why it is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import { type ReadCost, readCosts } from '../../../src/products/costs/costFile.js';
import { costColumns } from '../../../src/products/costs/costHeader.js';
import { decimalMarkOf } from '../../../src/products/costs/costWriting.js';
import { readRates } from '../../../src/products/rates/rateTable.js';

describe('the columns of a cost file', () => {
  const columns = (header: string) => {
    const cells = header.split('|');
    const { item, parts, unitOf, unread, ...found } = costColumns('costs.csv', cells);
    const named = Object.entries(found).flatMap(([key, at]) => (at === -1 ? [] : [[key, cells[at]]]));
    return {
      ...Object.fromEntries(named),
      item: item.map((at) => cells[at]),
      parts: parts.map(([part, at]) => `${part} ${cells[at]}`),
      unread,
      units: [...unitOf.values()],
    };
  };

  it.each([
    [
      'store|sku|from_on|cost_amount|currency|quantity|batch|goods_amount|freight_amount|duty_amount|packaging_amount|other_amount|said_by',
      {
        ...{ item: ['sku'], store: 'store', landed: 'cost_amount', cost: 'goods_amount', currency: 'currency', from: 'from_on' },
        ...{ quantity: 'quantity', batch: 'batch', unread: ['said_by'] },
        parts: ['freight freight_amount', 'duty duty_amount', 'packaging packaging_amount', 'other other_amount'],
      },
    ],
    [
      'sku|store|cost|currency|from|quantity|batch',
      { item: ['sku'], store: 'store', cost: 'cost', currency: 'currency', from: 'from', quantity: 'quantity', batch: 'batch' },
    ],
    [
      'Listing ID|SKU|Landed cost|Freight|Duty',
      { item: ['Listing ID', 'SKU'], landed: 'Landed cost', parts: ['freight Freight', 'duty Duty'] },
    ],
    [
      '商家编码|店铺|成本价(元)|头程运费|关税|包装费|入库日期|入库数量|批次',
      { item: ['商家编码'], store: '店铺', cost: '成本价(元)', units: ['元'], from: '入库日期', quantity: '入库数量', batch: '批次' },
    ],
    [
      'Artikelnummer|EK netto (EUR)|Fracht|Zoll|Verpackung|Gültig ab|Menge',
      { item: ['Artikelnummer'], cost: 'EK netto (EUR)', units: ['EUR'], from: 'Gültig ab', quantity: 'Menge' },
    ],
    [
      "Référence|Prix d'achat|Frais de transport|Devise|Date de début",
      { item: ['Référence'], cost: "Prix d'achat", currency: 'Devise', from: 'Date de début', parts: ['freight Frais de transport'] },
    ],
    [
      '品番|原価|送料|関税|適用開始日|個数',
      { item: ['品番'], cost: '原価', from: '適用開始日', quantity: '個数', parts: ['freight 送料', 'duty 関税'] },
    ],
    [
      'SKU|Costo unitario|Moneda|Desde|Color',
      { item: ['SKU'], cost: 'Costo unitario', currency: 'Moneda', from: 'Desde', unread: ['Color'] },
    ],
  ])('are known by their names: %s', (header, expected) => {
    expect(columns(header)).toMatchObject(expected);
  });

  it('are missed by name', () => {
    expect(() => costColumns('costs.csv', ['Name', 'Price'])).toThrow(
      'costs.csv: no column tells what it is the cost of (sku, listing_id, asin, 商家编码, Artikelnummer), nor what a piece costs (cost, landed cost, 成本价, Einkaufspreis, coût, 原価). Its columns: "Name", "Price". Nothing was taken from the file.',
    );
  });

  it.each([
    [['4,20', '1.234,50'], ','],
    [['4.20', '1,234.50'], 'auto'],
    [['1,234', '5'], 'auto'],
    [['1,234', '5,5'], ','],
  ])('tell their decimal mark: %s', (cells, mark) => {
    expect(
      decimalMarkOf(
        cells.map((cell) => ({ cells: [cell] })),
        [0],
      ),
    ).toBe(mark);
  });
});

const STORES = [
  { storeId: 1, name: 'us', platform: 'amazon', marketplace: 'Amazon.com', currency: 'USD' },
  { storeId: 2, name: 'ca', platform: 'amazon', marketplace: 'Amazon.ca', currency: 'CAD' },
  { storeId: 3, name: 'web', platform: 'shopify', marketplace: null, currency: 'USD' },
];
/** What the stores have: KETTLE in us and web, MUG in us and ca, TRAY in us. */
const HAVE: Readonly<Record<string, readonly number[]>> = { KETTLE: [1, 3], MUG: [1, 2], TRAY: [1] };

/** Each row as `line: store listing from cost parts…`, or what became of it. */
function read(header: string, ...rows: string[]): string[] {
  return readAll(header, rows).flatMap(worded);
}

function readAll(header: string, rows: readonly string[]): ReadCost[] {
  const cells = header.split('|');
  const number = (cell: string) => {
    if (cell === '') return null;
    const value = Number(cell);
    return Number.isNaN(value) ? { problem: 'money expected' } : { micros: Math.round(value * 1e6), currency: null };
  };
  return readCosts(
    rows.map((row, at) => ({ line: at + 2, cells: row.split('|') })),
    {
      ...{ columns: costColumns('costs.csv', cells), header: cells, stores: STORES, from: null, currency: null },
      cells: { identifier: (cell) => cell || null, day: (cell) => (cell as Day) || null, amount: number },
      nameIn: (storeId, word) => (HAVE[word]?.includes(storeId) ? word : null),
    },
  );
}

function worded({ line, costs, ignored, refused }: ReadCost): string[] {
  if (refused !== null) return [`${line}: ${refused.column} "${refused.value ?? ''}": ${refused.reason}`];
  if (ignored !== null) return [`${line}: ${ignored}`];
  return costs.map(({ storeId, listing, from, quantity, unitCostMicros, currency, parts }) => {
    const told = parts.map(([part, micros]) => ` ${part} ${micros / 1e6}`).join('');
    return `${line}: ${storeId} ${listing} ${from ?? 'ever'}${quantity === null ? '' : ` ×${quantity}`} ${unitCostMicros / 1e6} ${currency}${told}`;
  });
}

describe('a row of a cost file', () => {
  it('costs the same in every store that has the SKU, in the currency that they sell in', () => {
    expect(read('sku|cost|from', 'KETTLE|11.2|2026-02-01', 'TRAY|3|')).toEqual([
      '2: 1 KETTLE 2026-02-01 11.2 USD',
      '2: 3 KETTLE 2026-02-01 11.2 USD',
      '3: 1 TRAY ever 3 USD',
    ]);
  });

  it('is the sum of its parts; a landed cost without the others leaves the goods', () => {
    expect(read('sku|store|cost|freight|duty', 'KETTLE|us|10|0.85|0.31', 'KETTLE|web|10||')).toEqual([
      '2: 1 KETTLE ever 11.16 USD goods 10 freight 0.85 duty 0.31',
      '3: 3 KETTLE ever 10 USD',
    ]);
    expect(read('sku|landed cost|freight', 'TRAY|4|1')).toEqual(['2: 1 TRAY ever 4 USD goods 3 freight 1']);
    expect(read('sku|cost|landed cost', 'TRAY|3|4')).toEqual(['2: 1 TRAY ever 4 USD goods 3 other 1']);
    expect(read('sku|cost|freight|landed cost', 'TRAY|3|1|4', 'TRAY|3|1|5')).toEqual([
      '2: 1 TRAY ever 4 USD goods 3 freight 1',
      '3: landed cost "5": it is not the sum of the parts beside it',
    ]);
  });

  it('is ignored without a cost, or where it repeats an earlier one', () => {
    expect(read('sku|cost|currency', 'KETTLE||', 'TRAY|3|usd', 'TRAY|3|USD')).toEqual([
      '2: no cost',
      '3: 1 TRAY ever 3 USD',
      '4: repeats an earlier row',
    ]);
  });

  it('is refused with its column, what stands there and why', () => {
    expect(
      read(
        'sku|store|cost|currency|from|quantity|freight',
        'TRAY||3||||',
        'TRAY||4||||',
        'NOPE||3||||',
        'MUG||3||||',
        'MUG||3|USD|2026-01-01|480|',
        'TRAY|uk|3||||',
        'TRAY||x||||',
        'TRAY||-3||||',
        'TRAY||3|dollars|||',
        'TRAY||3|||1.5|',
        'TRAY|||||1|0.2',
        '||3||||',
      ),
    ).toEqual([
      '2: 1 TRAY ever 3 USD',
      '3: cost "4": line 2 says otherwise about TRAY without a day: give each its own day, or each delivery a number in a column "batch"',
      '4: sku "NOPE": no store has a listing or a sale of that name: correct it, or name the store in a column "store" or with --store',
      '5: currency "": in which currency? The stores that have MUG sell in different ones or in none that is known (us USD, ca CAD): a column "currency", or --currency for the whole file',
      '6: quantity "480": us, ca have MUG: to which of them did the delivery go? Name it in a column "store", or with --store',
      '7: store "uk": there is no store of that name: one of us, ca, web expected',
      '8: cost "x": money expected',
      '9: cost "-3": a cost is not negative',
      '10: currency "dollars": a currency of three letters expected: USD, EUR, CNY',
      '11: quantity "1.5": a whole number from 1 on expected: the pieces that came at this cost',
      '12: cost "": it is empty, while other parts of the cost are told: what the goods cost expected',
      '13: sku "": it is empty: the SKU, listing id or ASIN expected',
    ]);
  });

  it('may be a platform, where one or all of its stores have the SKU', () => {
    expect(read('sku|channel|cost|currency|from', 'MUG|Amazon|3|USD|', 'NEW|Amazon.ca|2||2026-01-01')).toEqual([
      '2: 1 MUG ever 3 USD',
      '2: 2 MUG ever 3 USD',
      '3: 2 NEW 2026-01-01 2 CAD',
    ]);
  });
});

describe('every row of a cost file', () => {
  const cell = fc.oneof(
    fc.constant(''),
    fc.integer({ min: -5, max: 9999 }).map((cents) => String(cents / 100)),
    fc.constantFrom('x', '-', 'n/a'),
  );
  const item = fc.constantFrom('KETTLE', 'MUG', 'TRAY', 'NOPE', '');
  const day = fc.constantFrom('', '2026-01-01', '2026-02-01');

  it('is stored, ignored or refused; what is stored is the sum of its parts, and says nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(item, cell, cell, cell, day), { maxLength: 12 }), (rows) => {
        const outcomes = readAll(
          'sku|cost|freight|landed cost|from',
          rows.map((cells) => cells.join('|')),
        );
        expect(outcomes.map(({ line }) => line)).toEqual(rows.map((_, at) => at + 2));
        const keys = new Set<string>();
        for (const { costs, ignored, refused } of outcomes) {
          expect([costs.length > 0, ignored !== null, refused !== null].filter(Boolean)).toHaveLength(1);
          for (const { storeId, listing, from, unitCostMicros, parts } of costs) {
            if (parts.length > 0) expect(parts.reduce((sum, [, micros]) => sum + micros, 0)).toBe(unitCostMicros);
            const key = JSON.stringify([storeId, listing, from]);
            expect(keys.has(key)).toBe(false);
            keys.add(key);
          }
        }
      }),
    );
  });
});

describe('a table of rates', () => {
  const rates = (header: string, rows: readonly string[], since: string | null = null) => {
    const table = readRates(
      'rates.csv',
      header.split(','),
      rows.map((row, at) => ({ line: at + 2, cells: row.split(',') })),
      since as Day | null,
    );
    return {
      rates: table.rates.map(({ line, from, to, day, rate }) => `${line} ${day} ${from} ${to} ${rate}`),
      refused: table.refused.map(({ line, column, value, reason }) => `${line} ${column} "${value}": ${reason}`),
      without: table.without,
      earlier: table.earlier,
    };
  };

  it('of the European Central Bank is wide, has N/A and a comma at the end, and is kept digit for digit', () => {
    expect(rates('Date,USD,JPY,BGN,', ['2026-11-20,1.1520,179.80,N/A,', '2026-11-19,1.1540,180,1.9558,'])).toEqual({
      rates: [
        '2 2026-11-20 EUR USD 1.1520',
        '2 2026-11-20 EUR JPY 179.80',
        '3 2026-11-19 EUR USD 1.1540',
        '3 2026-11-19 EUR JPY 180',
        '3 2026-11-19 EUR BGN 1.9558',
      ],
      ...{ refused: [], without: 1, earlier: 0 },
    });
    expect(rates('Date, USD, JPY, ', ['20 November 2026, 1.1520, 179.80, ']).rates).toEqual([
      '2 2026-11-20 EUR USD 1.1520',
      '2 2026-11-20 EUR JPY 179.80',
    ]);
    expect(rates('Date,USD,', ['2026-11-20,1.15,', '2023-12-29,1.1,'], '2024-01-01')).toMatchObject({
      rates: ['2 2026-11-20 EUR USD 1.15'],
      earlier: 1,
    });
  });

  it('with day, from, to and rate is plain', () => {
    expect(
      rates('day,from,to,rate', [
        '2026-11-20,usd,CNY,7.1012',
        '2026-11-20,USD,CNY,7.1012',
        '2026-11-20,USD,CNY,7.2',
        '2026-11-31,USD,CNY,7',
        '2026-11-20,US,CNY,7',
        '2026-11-20,CNY,CNY,1',
        '2026-11-20,CAD,USD,0',
      ]),
    ).toEqual({
      rates: ['2 2026-11-20 USD CNY 7.1012'],
      refused: [
        '4 rate "7.2": line 2 says 7.1012 for the same day',
        '5 day "2026-11-31": a day such as 2026-11-20 expected',
        '6 from "US": a currency of three letters expected: USD, EUR, CNY',
        '7 to "CNY": both currencies are the same',
        '8 rate "0": a rate above zero expected, such as 1.0801',
      ],
      ...{ without: 0, earlier: 0 },
    });
  });

  it('of another shape is refused', () => {
    expect(() => rates('Day,Price', [])).toThrow(
      'rates.csv: its columns are "Day", "Price". A table of rates expected: the ECB\'s (Date, USD, JPY, …; eurofxref-hist.zip), or day, from, to, rate. Nothing was taken from the file.',
    );
  });
});
