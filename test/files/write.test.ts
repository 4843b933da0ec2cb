import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../src/files/encodeText.js';
import { writeRow } from '../../src/files/writeRow.js';
import { allOf, CSV, read, TSV } from './read.js';

describe('writeRow', () => {
  it('quotes only what needs it', () => {
    expect(writeRow(['a', ' b ', 'c,d', 'e "f"', 'g\nh', 'i\rj', ''], CSV)).toBe('a, b ,"c,d","e ""f""","g\nh","i\rj",');
    expect(writeRow(['a,b', 'c;d'], { ...CSV, delimiter: ';' })).toBe('a,b;"c;d"');
    expect(writeRow(['say "hi"', 'x'], TSV)).toBe('say "hi"\tx');
  });

  it('is read again as it was, whatever the cells hold', () => {
    const part = fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', '\r\n', ' ', '\ufeff', '中', '😀', '=1');
    const cell = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    const property = fc.property(
      rows,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (cells, delimiter, lineEnd) => {
        const dialect = { ...CSV, delimiter, lineEnd: lineEnd as '\n' };
        const text = cells.map((row) => writeRow(row, dialect) + lineEnd).join('');
        expect(read([text], dialect, allOf(6)).rows.map((row) => row.cells)).toEqual(cells);
        // What it writes is what the pattern reads: nothing is left to the judge.
        expect(read([text], dialect, allOf(cells[0]?.length ?? 1)).rows[0]?.kept).toBe(writeRow(cells[0] ?? [], dialect));
      },
    );
    fc.assert(property, { numRuns: 1000 });
  });

  it('refuses what the dialect cannot hold', () => {
    expect(() => writeRow(['a', 'two\nlines'], TSV)).toThrow(
      'The text "two\\nlines" holds a tab or a line break, which a file without quotes cannot hold. Take it out of the text first.',
    );
    expect(() => writeRow(['a\tb'], TSV)).toThrow('holds a tab or a line break');
    expect(() => writeRow([''], TSV)).toThrow('one empty cell');
    expect(() => writeRow(['a\0'], CSV)).toThrow('holds a NUL');
  });
});

describe('encodeText', () => {
  it('writes what the platforms read', () => {
    expect(encodeText('a,é\n', 'utf-8')).toEqual(new Uint8Array(Buffer.from('a,é\n')));
    expect(encodeText('a\n', 'utf-8', { bom: true })).toEqual(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x0a]));
    expect(encodeText('a中', 'utf-16le', { bom: true })).toEqual(new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x2d, 0x4e]));
    expect(encodeText('a', 'utf-16be', { bom: true })).toEqual(new Uint8Array([0xfe, 0xff, 0x00, 0x61]));
    expect(encodeText('連衣裙€', 'gbk')).toEqual(new Uint8Array(iconv.encode('連衣裙€', 'gbk')));
    expect(encodeText('𠮷😀', 'gb18030')).toEqual(new Uint8Array(iconv.encode('𠮷😀', 'gb18030')));
    expect(encodeText('～－髙①', 'shift_jis')).toEqual(new Uint8Array([0x81, 0x60, 0x81, 0x7c, 0xfb, 0xfc, 0x87, 0x40]));
    expect(encodeText('12 € – naïve', 'windows-1252')).toEqual(new Uint8Array(iconv.encode('12 € – naïve', 'windows-1252')));
    expect(encodeText('', 'gbk')).toEqual(new Uint8Array(0));
  });

  it('never writes a question mark for a character that the encoding lacks', () => {
    expect(encodeText('波〜 − — é ™ 波〜?', 'shift_jis')).toEqual({ unencodable: '〜−—é™' });
    expect(encodeText('¥100', 'shift_jis')).toEqual({ unencodable: '¥' });
    expect(encodeText('™ 😀 〜 ok', 'gbk')).toEqual({ unencodable: '™😀〜' });
    expect(encodeText('中', 'windows-1252')).toEqual({ unencodable: '中' });
    expect(encodeText('a\ud800b', 'utf-8')).toEqual({ unencodable: '\ud800' });
    expect(encodeText('a', 'windows-1252', { bom: true })).toEqual({ unencodable: '\ufeff' });
  });
});
