/** Workbooks read row by row: the same rows as the spreadsheet library gives, on every workbook there is and on odd ones made by hand. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWorkbookReader, type WorkbookReader } from '../../src/files/workbook.js';
import { xlsxSheets } from '../../src/files/xlsxRows.js';
import { zipFile } from '../importing/zipFile.js';

let library: WorkbookReader;
beforeAll(async () => {
  library = await loadWorkbookReader();
});

const workbooks = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) return workbooks(path);
        return extname(name) === '.xlsx' ? [path] : [];
      })
    : [];

const read = (bytes: Uint8Array) => xlsxSheets(bytes)?.map(({ name, rows }) => ({ name, rows: [...rows()] })) ?? null;

describe('the rows of a workbook', () => {
  it.each([...workbooks('fixtures'), ...workbooks('../shared/exports')])('%s are those of the library', (path) => {
    const bytes = readFileSync(path);
    expect(read(bytes)).toEqual(library(bytes));
  });

  it('are those of the library for every kind of cell that it writes', () => {
    const book = XLSX.utils.book_new();
    const cells = [
      ['text', ' spaces ', 'a & b < c > "d" \'e\'', 'line\nbreak', 'tab\tx', '杯子 😀', '_x000D_', 'ünï', ''],
      [0, -1.5, 0.1 + 0.2, 1e21, 5118609024991031000, 123456789012345, 1e-7, 46000.25, 3.0000000000000004],
      [true, false, null, undefined, new Date(Date.UTC(2026, 10, 20)), '#N/A', 'x'.repeat(30_000)],
      [],
      [null, null, 'far'],
    ];
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells), 'A & "B"');
    const formulas: XLSX.WorkSheet = {
      '!ref': 'A1:C1',
      A1: { t: 's', v: 'sum', f: 'CONCAT("s","um")' },
      B1: { t: 'n', v: 2, f: '1+1' },
      C1: { t: 'e', v: 0x07 },
    };
    XLSX.utils.book_append_sheet(book, formulas, 'Formulas');
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([]), 'Empty');
    for (const bookSST of [true, false]) {
      const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST, compression: true }) as Buffer;
      expect(read(bytes)).toEqual(library(bytes));
    }
  });

  const BOOK = {
    'xl/workbook.xml': '<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet name="S" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Target="/xl/worksheets/s.xml" Type="http://x/relationships/worksheet" Id="rId1"/><Relationship Id="rId2" Type="http://x/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    'xl/sharedStrings.xml':
      '<sst><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><r><t>rich</t></r><r><rPr><b/></rPr><t xml:space="preserve"> text</t></r></si><si/></sst>',
  };
  const sheet = (rows: string, more: Record<string, string> = {}) =>
    zipFile(
      Object.entries({ ...BOOK, 'xl/worksheets/s.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`, ...more }).map(
        ([name, content]) => ({
          name,
          content,
        }),
      ),
    );

  it('come from rich and spoken texts, inline ones, cells without references and prefixes', () => {
    const rows =
      '<row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row><row/><row><c t="inlineStr"><is><t>in</t><t>line</t></is></c><c t="str"><f>A1&amp;B1</f><v>a&#10;b &amp;amp;</v></c></row>';
    expect(read(sheet(rows))).toEqual([
      {
        name: 'S',
        rows: [
          { line: 2, cells: ['', '東京', 'rich text'] },
          { line: 4, cells: ['inline', 'a\nb &amp;', ''] },
        ],
      },
    ]);
    const prefixed = '<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>';
    expect(read(sheet(prefixed))?.[0]?.rows).toEqual([{ line: 1, cells: ['7'] }]);
  });

  it('are left to the library where days are counted from 1904, a date is a text, a part is damaged or missing', () => {
    const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
    expect(read(sheet(row))).not.toBeNull();
    expect(
      read(sheet(row, { 'xl/workbook.xml': BOOK['xl/workbook.xml'].replace('<x:sheets>', '<workbookPr date1904="1"/><x:sheets>') })),
    ).toBeNull();
    expect(read(sheet('<row r="1"><c r="A1" t="d"><v>2026-11-20</v></c></row>'))).toBeNull();
    const whole = sheet(row);
    expect(read(whole.subarray(0, -40))).toBeNull();
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, whole.indexOf('xl/worksheets/s.xml') + 25, whole.indexOf('xl/worksheets/s.xml') + 30);
    expect(read(damaged)).toBeNull();
    expect(read(zipFile([{ name: 'xl/workbook.xml', content: BOOK['xl/workbook.xml'] }]))).toBeNull();
  });

  it('are the same however the sheet is cut into pieces', () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="C${at + 1}" t="s"><v>${at % 2}</v></c></row>`,
    );
    const found = read(sheet(rows.join('')));
    expect(found?.[0]?.rows).toHaveLength(30_000);
    expect(
      found?.[0]?.rows.every(({ line, cells }, at) => line === at + 1 && cells.join() === `${at},,${at % 2 === 0 ? '東京' : 'rich text'}`),
    ).toBe(true);
  });
});
