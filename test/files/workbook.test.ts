import { type CellObject, CFB, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { FileDamage } from '../../src/files/damage.js';
import { loadWorkbookReader, type WorkbookReader } from '../../src/files/workbook.js';
import { numberText } from '../../src/files/workbookNumber.js';

let readWorkbook: WorkbookReader;
beforeAll(async () => {
  readWorkbook = await loadWorkbookReader();
});

type BookType = 'xlsx' | 'biff8' | 'biff5' | 'xlsb';

function bookOf(sheets: Record<string, WorkSheet>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}

function bytesOf(book: WorkBook, bookType: BookType = 'xlsx'): Uint8Array {
  return new Uint8Array(write(book, { bookType, type: 'buffer', compression: true }));
}

/** A sheet of the given cells in column A. */
function column(...cells: CellObject[]): WorkSheet {
  const sheet: WorkSheet = { '!ref': `A1:A${cells.length}` };
  cells.forEach((cell, index) => {
    sheet[`A${index + 1}`] = cell;
  });
  return sheet;
}

const kinds: BookType[] = ['xlsx', 'biff8', 'biff5', 'xlsb'];

describe('a workbook', () => {
  it.each(kinds)('is read cell by cell as it is stored (%s)', (bookType) => {
    const sheet = column(
      { t: 'n', v: 0.1 + 0.2 },
      { t: 'n', v: 0.0038, z: '0.00%' },
      { t: 'n', v: 45383.5, z: 'yyyy-mm-dd hh:mm' },
      { t: 'n', v: 10160070484512 },
      { t: 'n', v: 5.11e18 },
      { t: 'n', v: -12.5, z: '#,##0.00' },
      { t: 'b', v: true },
      { t: 'b', v: false },
      { t: 'e', v: 0x2a },
      { t: 'e', v: 0x07 },
      { t: 's', v: '00123' },
      { t: 's', v: ' "a", \tb ' },
    );
    expect(readWorkbook(bytesOf(bookOf({ S: sheet }), bookType))).toEqual([
      {
        name: 'S',
        rows: [
          '0.3',
          '0.0038',
          '45383.5',
          '10160070484512',
          '5.11E+18',
          '-12.5',
          'TRUE',
          'FALSE',
          '#N/A',
          '#DIV/0!',
          '00123',
          ' "a", \tb ',
        ].map((cell, index) => ({ line: index + 1, cells: [cell] })),
      },
    ]);
  });

  it.each(['xlsx', 'biff8', 'xlsb'] as const)('keeps every sheet, its name and its characters (%s)', (bookType) => {
    const book = bookOf({ 商品: utils.aoa_to_sheet([['连衣裙 😀']]), Leer: utils.aoa_to_sheet([]), Note: utils.aoa_to_sheet([['é']]) });
    expect(readWorkbook(bytesOf(book, bookType))).toEqual([
      { name: '商品', rows: [{ line: 1, cells: ['连衣裙 😀'] }] },
      { name: 'Leer', rows: [] },
      { name: 'Note', rows: [{ line: 1, cells: ['é'] }] },
    ]);
  });

  it('leaves out empty rows, keeps the row numbers, and makes the rows equally wide', () => {
    const sheet = utils.aoa_to_sheet([['Report'], [], [null, 'sku', 'qty'], ['', ''], [null, 'A', 1]]);
    expect(readWorkbook(bytesOf(bookOf({ S: sheet })))[0]?.rows).toEqual([
      { line: 1, cells: ['Report', '', ''] },
      { line: 3, cells: ['', 'sku', 'qty'] },
      { line: 5, cells: ['', 'A', '1'] },
    ]);
  });

  it('counts dates from 1900 also where the workbook counts from 1904, and leaves other numbers alone', () => {
    const book = bookOf({ S: column({ t: 'n', v: 44000, z: 'yyyy-mm-dd' }, { t: 'n', v: 44000 }) });
    book.Workbook = { WBProps: { date1904: true } };
    for (const bookType of ['xlsx', 'biff8'] as const) {
      expect(readWorkbook(bytesOf(book, bookType))[0]?.rows.map((row) => row.cells[0])).toEqual(['45462', '44000']);
    }
  });

  it('reads the text of a workbook before Excel 97 in the code page that it names', () => {
    const bytes = bytesOf(bookOf({ S: utils.aoa_to_sheet([['ABCD']]) }), 'biff5');
    const at = Buffer.from(bytes).indexOf('ABCD');
    bytes.set([0xc9, 0xcc, 0xc6, 0xb7], at); // 商品 in GBK
    const codePage = Buffer.from(bytes).indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
    bytes.set([0xa8, 0x03], codePage + 4); // 936
    expect(readWorkbook(bytes)[0]?.rows[0]?.cells).toEqual(['商品']);
  });
});

describe('a workbook that cannot be read', () => {
  const book = () => bookOf({ S: utils.aoa_to_sheet(Array.from({ length: 200 }, (_, row) => [row, `SKU-${row}`])) });
  const message = (bytes: Uint8Array): string => {
    try {
      readWorkbook(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(FileDamage);
      return (error as FileDamage).message;
    }
    return 'read';
  };

  it('says so when it is cut off', () => {
    const xlsx = bytesOf(book());
    expect(message(xlsx.subarray(0, xlsx.length - 30))).toBe(
      'the workbook is damaged or not wholly downloaded (its end is missing). Download or export it again.',
    );
    const xls = bytesOf(book(), 'biff8');
    expect(message(xls.subarray(0, xls.length / 2))).toMatch(/^the workbook cannot be read .*Download or export it again\.$/);
  });

  it('never reads other cells than were written, whichever byte of an xlsx is damaged', () => {
    const bytes = bytesOf(book());
    const whole = readWorkbook(bytes);
    let refused = 0;
    for (let at = 0; at < bytes.length; at += 13) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] as number) ^ 0x41;
      const isRefused = message(damaged) !== 'read';
      if (isRefused) refused++;
      else expect(readWorkbook(damaged)).toEqual(whole);
    }
    expect(refused).toBeGreaterThan(bytes.length / 13 / 2);
  });

  it('says so when it is no workbook', () => {
    expect(message(new TextEncoder().encode('sku,qty\nA,1\n'))).toBe(
      'this is no Excel workbook but text. Give the file as the platform exported it.',
    );
  });

  it('says so when it is protected by a password', () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 64, 0, 0, 0]));
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(64));
    const bytes = new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
    expect(message(bytes)).toBe('the workbook is protected by a password. Open it in Excel and save it without one.');
  });
});

describe('numberText', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [0.30000000000000004, '0.3'],
    [1234.1, '1234.1'],
    [0.00001234, '0.00001234'],
    [1.5e-7, '0.00000015'],
    [-2.5e-10, '-0.00000000025'],
    [1 / 3, '0.333333333333333'],
    [999999999999999, '999999999999999'],
    [9007199254740991, '9007199254740991'],
    [9007199254740992, '9.00719925474099E+15'],
    [6.917926768823644e18, '6.91792676882364E+18'],
    [1e21, '1E+21'],
    [Number.NaN, '#NUM!'],
  ])('%d → %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});
