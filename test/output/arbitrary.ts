/** Tables of any shape, for properties: every kind of column, nasty texts, unknown cells anywhere. */
import fc from 'fast-check';
import { type Cell, type CellKind, type Column, MEASURE_KINDS, type Table } from '../../src/core/table.js';

const NASTY = [
  '=1+1',
  '-7',
  '+x',
  '@x',
  '\tx',
  '\rx',
  'a,b;"c"',
  'line\nbreak\r\n',
  '<script>',
  '&lt;',
  '|`*_\\',
  '\u001b[31m',
  '\u009b2J',
  '\u202eabc',
  '选品',
  'กาน้ำ',
  '👨‍👩‍👧',
  'e\u0301',
  'नमस्ते',
  ' ',
  '–',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

const whole = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
const real = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });

const CELLS: Readonly<Record<CellKind, fc.Arbitrary<Cell>>> = {
  text,
  integer: whole,
  decimal: real,
  money: whole,
  unitAmount: whole,
  ratio: real,
  day: fc
    .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  instant: fc.integer({ min: 0, max: 4_000_000_000 }),
  boolean: fc.boolean(),
  trend: fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { maxLength: 8 }),
  measure: whole,
};

const kind = fc.constantFrom(...(Object.keys(CELLS) as CellKind[]));

const columns: fc.Arbitrary<Column[]> = fc
  .array(fc.record({ kind, header: text, detail: fc.boolean() }), { minLength: 1, maxLength: 6 })
  .map((list) => [
    ...list.map((column, index) => ({ ...column, key: `c${index}` })),
    { key: 'currency', header: 'Currency', kind: 'text' as const },
    { key: 'unit', header: 'Unit', kind: 'text' as const },
  ]);

export const anyTable: fc.Arbitrary<Table> = columns.chain((list) => {
  const cells = list.map((column) => {
    if (column.key === 'currency') return fc.constantFrom('USD', 'JPY', 'BHD', null);
    return column.key === 'unit' ? fc.constantFrom(...Object.keys(MEASURE_KINDS)) : fc.option(CELLS[column.kind], { freq: 4 });
  });
  const row = fc.tuple(...cells).map((values) => Object.fromEntries(list.map((column, index) => [column.key, values[index] ?? null])));
  return fc.record({
    id: fc.constant('test.any/1'),
    title: text,
    columns: fc.constant(list),
    rows: fc.array(row, { maxLength: 5 }),
    totals: fc.array(row, { maxLength: 2 }),
    notes: fc.array(text, { maxLength: 2 }),
  });
});
