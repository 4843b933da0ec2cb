/** Damage that a file shows only in the looks of whole columns; and what looks alike and is none. */
import { describe, expect, it } from 'vitest';
import { bind } from '../../src/platforms/binding.js';
import { type Damage, damageScan } from '../../src/platforms/damageScan.js';
import { column, defineReport, required } from '../../src/platforms/define.js';
import { matchHeader } from '../../src/platforms/header.js';

const FORMAT = defineReport({
  ...{ id: 'amazon.test', platform: 'amazon', report: 'Test', fills: ['orders'], certainty: 'A', source: '', download: '' },
  columns: [
    required('orderId', 'order'),
    column('sku', 'sku'),
    column('gtin', 'gtin'),
    column('title', 'title'),
    column('orderedAt', 'ordered'),
  ],
  unit: ['orderId'],
});
const HEADER = ['order', 'sku', 'gtin', 'title', 'ordered'];

/** What is found in a file of which one column holds these cells. */
function found(name: string, cells: readonly string[]): Pick<Damage, 'kind' | 'count' | 'of' | 'digits'>[] {
  const scan = damageScan(bind(matchHeader(FORMAT, HEADER), HEADER));
  for (const cell of cells) {
    scan.row(
      HEADER.map((header) => (header === name ? cell : '')),
      null,
      false,
    );
  }
  return scan.found().map(({ kind, column: header, count, of, digits }) => {
    expect(header).toBe(name);
    return { kind, count, of, digits };
  });
}

const range = (count: number, cell: (at: number) => string) => Array.from({ length: count }, (_, at) => cell(at));

describe('ids that a spreadsheet has rounded', () => {
  it('end in zeros from the 16th digit on, at least half of them', () => {
    expect(found('order', [...range(3, (at) => `46817090620331${at}0000`), '468170906203315123'])).toEqual([
      { kind: 'rounded', count: 3, of: 4, digits: null },
    ]);
  });

  it('are not ids that happen to end in zeros', () => {
    expect(found('order', ['4681709062033170', '4681709062033171', '4681709062033172', '4681709062033173', '468170906203318000'])).toEqual(
      [],
    );
    expect(found('order', ['468170906203317000', '468170906203318000'])).toEqual([]);
    expect(
      found(
        'order',
        range(50, (at) => `46817090620${at}0`),
      ),
    ).toEqual([]);
  });
});

describe('SKUs that have lost their zeros', () => {
  const skus = [...range(36, (at) => String(2_342_108 + at)), ...range(3, (at) => String(481_516 + at)), '48151'];

  it('are one in ten, a digit shorter than the others', () => {
    expect(found('sku', skus)).toEqual([{ kind: 'shortened', count: 4, of: 40, digits: [6, 7] }]);
  });

  it('are not so where one begins with a zero, where they are words, few, or of all lengths', () => {
    expect(found('sku', [...skus, '0481517'])).toEqual([]);
    expect(found('sku', [...skus, 'MUG-4', 'MUG-5', 'MUG-6'])).toEqual([]);
    expect(found('sku', skus.slice(-20))).toEqual([]);
    expect(
      found(
        'sku',
        range(60, (at) => '123456789'.slice(0, 1 + (at % 9))),
      ),
    ).toEqual([]);
    expect(found('order', skus)).toEqual([]);
  });
});

describe('barcodes that have lost their zeros', () => {
  it('are valid again with them', () => {
    // 036000291452 and 012345678905 are valid GTIN-12; 5901234123457 is a GTIN-13.
    expect(found('gtin', ['36000291452', '12345678905', '5901234123457'])).toEqual([{ kind: 'barcodes', count: 2, of: 3, digits: null }]);
  });

  it('are not numbers of another kind, of which one in ten would be valid', () => {
    expect(found('gtin', ['36000291452', '12345678901', '36000291450'])).toEqual([]);
    expect(found('gtin', ['036000291452', '5901234123457', '40170725'])).toEqual([]);
  });
});

it('SKUs that became dates are told from those that are words', () => {
  expect(found('sku', ['3-Mar', 'Jan-26', '1. Mai', '3月1日', 'MAR-X', 'A-3', 'MARS-30'])).toEqual([
    { kind: 'dates-as-ids', count: 4, of: 7, digits: null },
  ]);
});

describe('dates', () => {
  it('in two notations may have been exchanged', () => {
    expect(found('ordered', ['2026-11-05', '2026-11-06 10:00', '20/11/2026'])).toEqual([
      { kind: 'two-dates', count: 1, of: 3, digits: null },
    ]);
    expect(found('ordered', ['5.11.2026', '11/6/2026', '20.11.2026'])).toEqual([{ kind: 'two-dates', count: 1, of: 3, digits: null }]);
  });

  it('with the year in front leave no doubt, whatever separates them', () => {
    expect(found('ordered', ['2026-11-05', '2026/11/06 10:00', '2026.11.06', '20261106', '45983.416'])).toEqual([]);
  });
});

it('text in the wrong encoding is told from text in other languages', () => {
  expect(found('title', ['KÃ¼hltasche', 'cafÃ©', 'itâ€™s', '锟斤拷', 'Mug\ufffd', '\u00e6\u009d\u00af\u00e5\u00ad\u0090'])).toEqual([
    { kind: 'mojibake', count: 6, of: 6, digits: null },
  ]);
  expect(found('title', ['Kühltasche', 'Ã', 'São Paulo', 'ÂM', '“quoted” – é', '杯子', 'CAFÉ®', 'Šálek', '30 € – 40 €', 'café…”'])).toEqual(
    [],
  );
});

it('a cell that repeats is counted as often as it stands there', () => {
  const scan = damageScan(bind(matchHeader(FORMAT, HEADER), HEADER));
  const cells = HEADER.map((name) => (name === 'title' ? 'cafÃ©' : ''));
  scan.row(cells, null, false);
  scan.row(cells, new Uint8Array(HEADER.length), false);
  expect(scan.found()).toEqual([{ kind: 'mojibake', column: 'title', count: 2, of: 2, digits: null }]);
});
