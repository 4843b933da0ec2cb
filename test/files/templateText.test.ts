import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchText, placedRows } from '../../src/files/templateText.js';

const CSV = { delimiter: ',', quoting: 'double' } as const;
const TSV = { delimiter: '\t', quoting: 'none' } as const;

describe('a text template', () => {
  const ebay = 'Info,Version=1.0.0,Template=fx\r\n\r\n*Action(SiteID=US),"ItemID",*Title\r\n,1,"old ""one"""\r\n , 2 ,"two",more,\r\n';

  it('keeps every character but the cell that changes', () => {
    expect(patchText(ebay, CSV, [{ line: 4, column: 2, text: 'new, one' }])).toBe(ebay.replace('"old ""one"""', '"new, one"'));
    expect(patchText(ebay, CSV, [{ line: 5, column: 2, text: 'three' }])).toBe(ebay.replace('"two"', 'three'));
    expect(patchText(ebay, CSV, [])).toBe(ebay);
  });

  it('fills rows that are shorter than the header', () => {
    expect(patchText('a\tb\tc\n1\n', TSV, [{ line: 2, column: 2, text: 'x' }])).toBe('a\tb\tc\n1\t\tx\n');
  });

  it('adds rows in the file’s own line ends, also below a last row without one', () => {
    expect(patchText('a,b\r\n1,2', CSV, [], [['3', 'x,y']])).toBe('a,b\r\n1,2\r\n3,"x,y"\r\n');
    expect(patchText('a,b\n1,2\n', CSV, [], [['3', '']])).toBe('a,b\n1,2\n3,\n');
  });

  it('knows where rows begin, across quoted line breaks and blank lines', () => {
    const rows = placedRows('\ufeffa,b\n"x\ny",1\n\nz,2', CSV);
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny', '1'],
      [5, 'z', '2'],
    ]);
  });

  it('has in every cell what it had, but in the one that changes', () => {
    const cell = fc.stringMatching(/^[ab ,"\n]{0,6}$/);
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.nat(), fc.constantFrom(0, 1), cell, (rows, pick, column, text) => {
        const source = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        const before = placedRows(source, CSV);
        const { line } = before[pick % before.length] as (typeof before)[number];
        const after = placedRows(patchText(source, CSV, [{ line, column, text }]), CSV);
        const expected = rows.map((row, index) => row.map((each, at) => (index === pick % rows.length && at === column ? text : each)));
        expect(after.map(({ cells }) => cells)).toEqual(expected);
      }),
    );
  });
});
