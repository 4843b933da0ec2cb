/** The traps of order files, each by hand. What fast readers get wrong here loses or moves cells without a word. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createTextReader, FileDamage, type ReaderLayout } from '../../src/files/textReader.js';
import { allOf, CSV, read, TSV } from './read.js';

const cells = (text: string, columns: number, dialect = CSV): string[][] =>
  read([text], dialect, allOf(columns)).rows.map((row) => row.cells);
const damage = (text: string, columns: number, dialect = CSV) => read([text], dialect, allOf(columns)).damage;

describe('rows of the right width', () => {
  it('hands over the wanted cells in their order, unquoted, and the kept columns as they are written', () => {
    const layout: ReaderLayout = { columnCount: 5, wanted: [3, 0], kept: [4, 0, 1] };
    expect(read(['1,"a ""b""",c,"d,e",\n"2",f,g,h,"i\n"\n'], CSV, layout).rows).toEqual([
      { line: 1, cells: ['d,e', '1'], kept: '1,"a ""b""",' },
      { line: 2, cells: ['h', '2'], kept: '"2",f,"i\n"' },
    ]);
  });

  it('reads a raw tab-separated file, in which quotes are data', () => {
    expect(cells('"a\t12" lamp\t""\n', 3, TSV)).toEqual([['"a', '12" lamp', '""']]);
  });

  it('does not trim', () => {
    expect(cells(' a , "b" ,\t\n', 3)).toEqual([[' a ', ' "b" ', '\t']]);
  });

  it('takes \\n and \\r\\n in one file, and a last line without either', () => {
    expect(cells('1,2\n3,4\r\n5,6', 2)).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(cells('1,2\r\n3,4\n5,"6"', 2, { ...CSV, lineEnd: '\r\n' })).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('takes a CR at the very end for a cut CR LF', () => {
    expect(cells('1,2\r\n3,4\r', 2)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('keeps a lone CR as data where lines end with LF', () => {
    expect(cells('1\r,\r2\n3,4\r\r\n', 2)).toEqual([
      ['1\r', '\r2'],
      ['3', '4\r'],
    ]);
  });

  it('takes a lone CR for a line end in a file of CR', () => {
    expect(cells('1,2\r3,"4\r5"\r\r6,7', 2, { ...CSV, lineEnd: '\r' })).toEqual([
      ['1', '2'],
      ['3', '4\r5'],
      ['6', '7'],
    ]);
  });

  it('reads a single column', () => {
    expect(cells('sku\n\n""\n"a\n\nb"\n', 1)).toEqual([['sku'], [''], ['a\n\nb']]);
  });

  it('drops a byte order mark at the start and keeps one anywhere else', () => {
    expect(cells('\ufeff1,2\n\ufeff3,4\ufeff\n', 2)).toEqual([
      ['1', '2'],
      ['\ufeff3', '4\ufeff'],
    ]);
    expect(read([new Uint8Array([0xef]), new Uint8Array([0xbb, 0xbf, 0x31])], CSV, allOf(1)).rows[0]?.cells).toEqual(['1']);
  });

  it('reads empty quoted cells, quotes at both ends and only quotes', () => {
    expect(cells('"","""a""",""""\n', 3)).toEqual([['', '"a"', '"']]);
  });
});

describe('line numbers', () => {
  it('count physical lines, through cells of several lines, empty lines and skipped rows', () => {
    const text = 'note\n\nsku,title\nA,"x\r\ny\nz"\n\r\nB,b\nC\nD,12" lamp\n';
    const reading = read([text], CSV, allOf(2), 2);
    expect(reading.rows.map((row) => row.line)).toEqual([4, 8, 9, 10]);
    expect(reading).toMatchObject({ blank: 2, judged: 2, damage: null });
  });

  it('start where the caller says', () => {
    const lines: number[] = [];
    const sink = { row: (line: number) => void lines.push(line), irregular: () => undefined };
    const reader = createTextReader(CSV, allOf(1), sink, { firstLine: 7, skipRows: 1 });
    reader.pushText('sku\nA\n');
    reader.end();
    expect(lines).toEqual([8]);
  });
});

describe('rows of another width', () => {
  it.each([
    [
      'a short tab-separated row does not swallow the next line',
      '1\t2\n3\t4\t5\n',
      TSV,
      [
        ['1', '2'],
        ['3', '4', '5'],
      ],
    ],
    [
      'a short row without quotes does not swallow the next line',
      '1,2\n4,5,6\n',
      CSV,
      [
        ['1', '2'],
        ['4', '5', '6'],
      ],
    ],
    ['a long row is not joined into its last cell', '1,2,3,4\n', CSV, [['1', '2', '3', '4']]],
    ['a short last row ends', 'h,i,j\n12', CSV, [['h', 'i', 'j'], ['12']]],
    ['a line of only white space is a row', ' \n', CSV, [[' ']]],
    ['a line of only delimiters is a row', ',\n', CSV, [['', '']]],
  ] as const)('%s', (_, text, dialect, rows) => {
    expect(cells(text, 3, dialect)).toEqual(rows);
  });

  it('are irregular, keep no text and do not slow down the rest', () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `${index},${'x'.repeat(40)},z`);
    rows[20_000] = 'ragged';
    const reading = read([new TextEncoder().encode(rows.join('\n'))], CSV, allOf(3));
    expect(reading).toMatchObject({ judged: 1, damage: null });
    expect(reading.rows).toHaveLength(40_000);
    expect(reading.rows[20_000]).toEqual({ line: 20_001, cells: ['ragged'], kept: null });
    expect(reading.rows[39_999]).toMatchObject({ line: 40_000, cells: ['39999', 'x'.repeat(40), 'z'] });
  });
});

describe('quotes', () => {
  it('inside a cell that does not start with one are data', () => {
    expect(cells('12" lamp,2"x,a""b\n', 3)).toEqual([['12" lamp', '2"x', 'a""b']]);
  });

  it('are kept so that the text reads the same again', () => {
    const { rows } = read(['12" lamp,b\n'], CSV, allOf(2));
    expect(rows[0]?.kept).toBe('"12"" lamp",b');
    expect(cells(`${rows[0]?.kept}\n`, 2)).toEqual([['12" lamp', 'b']]);
  });

  it.each([
    ['text after a closing quote', '1,2\n"2"x,3\n4,5\n', 2],
    ['a space after a closing quote', '1,2\n"2" ,3\n', 2],
    ['a closing quote too many', '1,2\n"2""",""3"\n', 2],
    ['a lone CR after a closing quote', '1,2\n"2"\r,3\n', 2],
  ])('refuses %s, and the rows before it are read', (_, text, line) => {
    const reading = read([text], CSV, allOf(2));
    expect(reading.rows.map((row) => row.cells)).toEqual([['1', '2']]);
    expect(reading.damage?.line).toBe(line);
  });

  it('refuses a quote that nothing closes, naming the row', () => {
    expect(damage('1,2\n3,"4\n5,6\n7,8\n', 2)?.message).toBe(
      'line 2: a quote opens in this row and is never closed. ' +
        'Download or export the file again, and do not open and save it in between.',
    );
  });

  it('names the line of text after a closing quote', () => {
    expect(damage('a,"b"c\n', 2)?.message).toBe(
      'line 1: text stands after a closing quote, so the end of the cell is uncertain. ' +
        'Download or export the file again, and do not open and save it in between.',
    );
  });
});

describe('damage', () => {
  it('NUL characters, wherever they stand, after the rows before them', () => {
    for (const text of ['1,2\n\0\0\0', '1,2\n3,"4\n\0"\n', '1,2\n"l,m"\0,3\n']) {
      const reading = read([text], CSV, allOf(2));
      expect(reading.rows).toHaveLength(1);
      expect(reading.damage?.message).toMatch(/^line [23]: a NUL character/);
    }
  });

  it('a file that stops being valid in its encoding, naming the line', () => {
    const bytes = Buffer.concat([Buffer.from('sku,title\nA,é\nB,"x\n'), iconv.encode('连衣裙', 'gb18030'), Buffer.from('"\nC,c\n')]);
    const reading = read([bytes], CSV, allOf(2));
    expect(reading.rows.map((row) => row.cells)).toEqual([
      ['sku', 'title'],
      ['A', 'é'],
    ]);
    expect(reading.damage?.message).toBe('line 4: a character is not valid utf-8. The file is in another encoding or cut off.');
  });

  it('a character cut by the end of the file', () => {
    expect(read([Buffer.from('a,é').subarray(0, 3)], CSV, allOf(2)).damage?.line).toBe(1);
    expect(read([Buffer.from('a\nb', 'utf16le').subarray(0, 5)], { ...CSV, encoding: 'utf-16le' }, allOf(1)).damage?.line).toBe(2);
  });

  it('a row beyond a million characters, whole or in pieces, quoted or not', () => {
    const long = 'x'.repeat(2 ** 20 + 1);
    for (const text of [`a,b\n${long},c\n`, `a,b\n"${long}",c\n`, `a,b\n"${long}`, `a,b\n${long}`]) {
      const bytes = Buffer.from(text);
      const pieces = Array.from({ length: 12 }, (_, index) => bytes.subarray(index * 100_000, (index + 1) * 100_000));
      for (const input of [[text], [bytes], pieces]) {
        const reading = read(input, CSV, allOf(2));
        expect(reading.rows).toHaveLength(1);
        expect(reading.damage?.message).toMatch(/^line 2: no end of the row within 1048576 characters/);
      }
    }
  });

  it('is final: nothing is read after it', () => {
    const rows: string[][] = [];
    const sink = { row: (_: number, row: string[]) => void rows.push([...row]), irregular: () => undefined };
    const reader = createTextReader(CSV, allOf(1), sink, { firstLine: 1, skipRows: 0 });
    expect(() => reader.pushText('"a"b\n')).toThrow(FileDamage);
    expect(() => reader.pushText('c\n')).toThrow(FileDamage);
    expect(() => reader.pushBytes(new Uint8Array([0x63, 0x0a]))).toThrow(FileDamage);
    expect(() => reader.end()).toThrow(FileDamage);
    expect(rows).toEqual([]);
  });
});

describe('long cells and wide rows', () => {
  it('reads a cell of a million characters, of doubled quotes or line ends', () => {
    for (const part of ['""', 'x', '\r\n', ',']) {
      const cell = part.repeat(2 ** 20 / part.length - 100);
      const [row] = cells(`"${cell}",b\n`, 2);
      expect(row?.[0]?.length).toBe(part === '""' ? cell.length / 2 : cell.length);
    }
  });

  it('reads two thousand columns', () => {
    const row = Array.from({ length: 2000 }, (_, index) => (index % 3 === 0 ? `"${index}"` : String(index)));
    expect(cells(`${row.join(',')}\n`, 2000)[0]).toEqual(Array.from({ length: 2000 }, (_, index) => String(index)));
  });
});

describe('chunks', () => {
  it('may share one buffer, as when a file is read into the same memory again and again', () => {
    const bytes = Buffer.from('1,"a\nb"\n2,é\n3,c\n');
    const buffer = Buffer.alloc(5);
    const rows: string[][] = [];
    const sink = { row: (_: number, row: string[]) => void rows.push([...row]), irregular: () => undefined };
    const reader = createTextReader(CSV, allOf(2), sink, { firstLine: 1, skipRows: 0 });
    for (let at = 0; at < bytes.length; at += 5) reader.pushBytes(buffer.subarray(0, bytes.copy(buffer, 0, at, at + 5)));
    reader.end();
    expect(rows).toEqual([
      ['1', 'a\nb'],
      ['2', 'é'],
      ['3', 'c'],
    ]);
  });

  it('are read the same where they are written into the memory of the reader, whatever their size', () => {
    const bytes = Buffer.from('1,"a\nb"\r\n2,é\n2,é\n\n3,c\r\n3,"c"",\n4');
    const [pushed, pulled]: [unknown[], unknown[]] = [[], []];
    const readerInto = (rows: unknown[]) =>
      createTextReader(
        CSV,
        allOf(2),
        { row: (line, row) => void rows.push([line, ...row]), irregular: (line, row) => void rows.push([line, row]) },
        { firstLine: 1, skipRows: 0 },
      );
    const pushing = readerInto(pushed);
    pushing.pushBytes(bytes);
    expect(() => pushing.end()).toThrow(FileDamage);
    for (const most of [1, 2, 7, 64]) {
      let at = 0;
      pulled.length = 0;
      const reader = readerInto(pulled);
      const write = (room: Uint8Array) => {
        const length = bytes.copy(room, 0, at, at + most);
        at += length;
        return length;
      };
      while (reader.pull(most, write) > 0);
      expect(() => reader.end()).toThrow(FileDamage);
      expect(pulled).toEqual(pushed);
    }
    expect(pushed).toEqual([
      [1, '1', 'a\nb'],
      [3, '2', 'é'],
      [4, '2', 'é'],
      [6, '3', 'c'],
    ]);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('cuts %s at whole characters, also where a byte looks like a line end', (encoding) => {
    const text = 'ਊ,\u0a0a\u010a\n\u000a\u0d0a,ഊ\r\n';
    const bytes = Buffer.from(text, 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    const pieces = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
    const expected = [
      ['ਊ', '\u0a0a\u010a'],
      ['\u0d0a', 'ഊ'],
    ];
    expect(read(pieces, { ...CSV, encoding }, allOf(2)).rows.map((row) => row.cells)).toEqual(expected);
  });

  it('reads a quoted cell that spans them', () => {
    const title = 'line\n'.repeat(150_000);
    const reading = read([Buffer.from(`1,"${title}"\n2,b\n`)], CSV, allOf(2));
    expect(reading.rows.map((row) => row.cells[1])).toEqual([title, 'b']);
    expect(reading.rows[1]?.line).toBe(150_002);
  });
});
