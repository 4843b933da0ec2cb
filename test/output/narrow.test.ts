import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { Table } from '../../src/core/table.js';
import { writeTable } from '../../src/output/table.js';

const FINDINGS: Table = {
  id: 'test.findings/1',
  columns: [
    { key: 'store', header: 'Store', kind: 'text' },
    { key: 'listing', header: 'Listing', kind: 'text', yields: true },
    { key: 'sku', header: 'SKU', kind: 'text' },
    { key: 'title', header: 'Title', kind: 'text', yields: true },
    { key: 'severity', header: 'Severity', kind: 'text' },
    { key: 'found', header: 'Found', kind: 'integer' },
    { key: 'message', header: 'Message', kind: 'text', wraps: true },
  ],
  rows: [
    {
      store: 'us',
      listing: 'KETTLE-17',
      sku: 'KETTLE-17',
      title: 'Tarn & Kettle Electric Kettle',
      severity: 'error',
      found: 109,
      message: '109 characters, 34 over the limit of 75. Amazon shortens longer titles itself.',
    },
    {
      store: 'tmall',
      listing: 'MUG-4',
      sku: 'MUG-4',
      title: '塘壶复古陶瓷马克杯大容量带盖',
      severity: 'error',
      found: 62,
      message: '62 个字节，超过上限 60 个字节，天猫图书类目可以有 120 个字节',
    },
  ],
};

const at = (width: number | null, table = FINDINGS) => writeTable(table, { color: false, width }).split('\n').slice(0, -1);

test('a narrow terminal gets what matters, and is told what it does not get', () => {
  expect(at(72)).toEqual([
    'Store  SKU        Found  Message',
    '────────────────────────────────────────────────────────────────────────',
    'us     KETTLE-17    109  109 characters, 34 over the limit of 75. Amazon',
    '                         shortens longer titles itself.',
    'tmall  MUG-4         62  62 个字节，超过上限 60 个字节，天猫图书类目可以',
    '                         有 120 个字节',
    'Listing as SKU · Severity error',
    'no room for: Title (a wider terminal, or --columns)',
  ]);
});

test('no line is wider than the terminal, and every number is whole', () => {
  for (let width = 30; width <= 200; width++) {
    const lines = at(width);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    if (lines[0]?.includes('Found')) expect(lines.join('\n')).toMatch(/ 109\b/);
  }
});

test('a column of one text, of nothing known or of what another says goes first', () => {
  const table: Table = {
    ...FINDINGS,
    columns: FINDINGS.columns.map((column) => ({ ...column, yields: false })),
    rows: FINDINGS.rows.map((row) => ({ ...row, found: null, message: 'too long' })),
  };
  expect(at(50, table)).toEqual([
    'Store  Listing    Title',
    '───────────────────────────────────────────────',
    'us     KETTLE-17  Tarn & Kettle Electric Kettle',
    'tmall  MUG-4      塘壶复古陶瓷马克杯大容量带盖',
    'SKU as Listing · Severity error · Found unknown ·',
    'Message too long',
  ]);
});

test('where there is room, and where there is no terminal, nothing goes', () => {
  const whole = at(null);
  expect(whole[2]).toContain('109 characters, 34 over the limit of 75. Amazon shortens longer titles itself.');
  expect(whole).toHaveLength(4);
  expect(at(200)).toEqual(whole);
});
