import { describe, expect, it } from 'vitest';
import { lineEndOf } from '../../src/files/dialect.js';
import { firstRows } from '../../src/files/firstRows.js';

const csv = { delimiter: ',', quoting: 'double' } as const;
const tsv = { delimiter: '\t', quoting: 'none' } as const;

describe('firstRows', () => {
  it('counts physical lines through preambles, empty lines and cells of several lines', () => {
    const text = 'Search terms report\r\n"1 May 2026 - 2 May 2026"\r\n\r\nTerm,"Cost\r\n(USD)"\r\nkettle,1.20\r\n';
    expect(firstRows(text, csv, 10)).toEqual([
      { line: 1, cells: ['Search terms report'] },
      { line: 2, cells: ['1 May 2026 - 2 May 2026'] },
      { line: 4, cells: ['Term', 'Cost\r\n(USD)'] },
      { line: 6, cells: ['kettle', '1.20'] },
    ]);
    expect(firstRows(text, csv, 2)).toHaveLength(2);
  });

  it('leaves out a last row that the end of the head may have cut', () => {
    const lines = (text: string): number[] => firstRows(text, csv, 10).map((row) => row.line);
    expect(lines('a,b\nc,d')).toEqual([1]);
    expect(lines('a,b\nc,d\n')).toEqual([1, 2]);
    expect(lines('a,b\nc,"d\n\n')).toEqual([1]);
    expect(lines('a,b\nc,"d"')).toEqual([1]);
    expect(lines('a,b\r\nc,"d"\r')).toEqual([1]);
  });

  it('takes the last line of a whole file as it is', () => {
    expect(firstRows('sku,qty', csv, 10, true)).toEqual([{ line: 1, cells: ['sku', 'qty'] }]);
    expect(firstRows('a\r\nb\r', csv, 10, true).map((row) => row.cells)).toEqual([['a'], ['b']]);
    expect(firstRows('a,"b\nc', csv, 10, true).map((row) => row.cells)).toEqual([['a', '"b'], ['c']]);
  });

  it('takes what the grammar forbids as data: notes are written by people', () => {
    expect(firstRows('Report "May"\n"May" report,x\n12" lamp,"a ""b"""\n', csv, 10).map((row) => row.cells)).toEqual([
      ['Report "May"'],
      ['"May" report', 'x'],
      ['12" lamp', 'a "b"'],
    ]);
  });

  it('reads quotes as data in a dialect without quoting', () => {
    expect(firstRows('"a\tb"\n', tsv, 10)).toEqual([{ line: 1, cells: ['"a', 'b"'] }]);
  });

  it('takes a lone CR for a line end only where there is no LF', () => {
    expect(firstRows('a,b\rc,d\re', csv, 10)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
    ]);
    expect(firstRows('a\rb,c\n', csv, 10)).toEqual([{ line: 1, cells: ['a\rb', 'c'] }]);
  });

  it('has no rows in an empty text', () => {
    expect(firstRows('', csv, 10, true)).toEqual([]);
    expect(firstRows('\n\n', csv, 10, true)).toEqual([]);
  });
});

describe('lineEndOf', () => {
  it('goes by the majority, and believes in CR only without any LF', () => {
    expect(lineEndOf('a\r\nb\r\nc\n')).toBe('\r\n');
    expect(lineEndOf('a\r\nb\nc\n')).toBe('\n');
    expect(lineEndOf('a\rb\rc\n')).toBe('\n');
    expect(lineEndOf('a\rb\r')).toBe('\r');
    expect(lineEndOf('a')).toBe('\n');
  });
});
