/** Patched workbooks: what changes, and that nothing else does; read back by the reader of workbooks. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { patchWorkbook } from '../../src/files/templateWorkbook.js';
import { loadWorkbookReader } from '../../src/files/workbook.js';
import { workbook } from '../../src/shop/demo/encode.js';

const read = await loadWorkbookReader();

const BOOK = workbook('Template', [
  ['sku', 'name', 'price'],
  ['A-1', 'old <name> & more', { value: 12.5, format: '0.00' }],
  [null, null, null],
  ['A-2', null, 'as text'],
]);

/** The same with what platforms' templates have besides. */
function withExtras(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, 'xl/vbaProject.bin': new Uint8Array([1, 2, 3, 255]), 'xl/styles.custom': strToU8('<keep/>') });
}

function rowsOf(bytes: Uint8Array) {
  return read(bytes)[0]?.rows.map(({ line, cells }) => [line, ...cells]);
}

describe('a patched workbook', () => {
  it('has the new texts and numbers where they belong', () => {
    const patched = patchWorkbook(BOOK, 'Template', [
      { line: 2, column: 1, text: 'a  "new" <name> & \u0001 _x0041_\nnext' },
      { line: 2, column: 2, text: '13.75' },
      { line: 4, column: 1, text: 'filled' },
      { line: 4, column: 2, text: '9.50' },
    ]);
    expect(rowsOf(patched)).toEqual([
      [1, 'sku', 'name', 'price'],
      [2, 'A-1', 'a  "new" <name> & \u0001 _x0041_\nnext', '13.75'],
      [4, 'A-2', 'filled', '9.50'],
    ]);
    const sheet = strFromU8(unzipSync(patched)['xl/worksheets/sheet1.xml'] as Uint8Array);
    // A number stays a number, in its own format; a text stays a text.
    expect(sheet).toMatch(/<c r="C2" s="\d+"><v>13\.75<\/v><\/c>/);
    expect(sheet).toMatch(/<c r="C4" t="inlineStr"><is><t xml:space="preserve">9\.50<\/t><\/is><\/c>/);
  });

  it('leaves every other part byte for byte', () => {
    const source = withExtras(BOOK);
    const patched = patchWorkbook(source, 'Template', [{ line: 2, column: 1, text: 'x' }], [['A-3', '', '1']]);
    const before = unzipSync(source);
    const after = unzipSync(patched);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, bytes] of Object.entries(before)) if (name !== 'xl/worksheets/sheet1.xml') expect(after[name], name).toEqual(bytes);
    const rows = (xml: Uint8Array | undefined) => strFromU8(xml as Uint8Array).match(/<row.*?<\/row>/gs) ?? [];
    expect(rows(after['xl/worksheets/sheet1.xml'])[0]).toBe(rows(before['xl/worksheets/sheet1.xml'])[0]);
    expect(rowsOf(patched)?.at(-1)).toEqual([5, 'A-3', '', '1']);
  });

  it('is the same for the same input', () => {
    const edits = [{ line: 2, column: 1, text: 'x' }];
    expect(Buffer.from(patchWorkbook(BOOK, 'Template', edits)).equals(Buffer.from(patchWorkbook(BOOK, 'Template', edits)))).toBe(true);
  });

  it('knows sheets of writers that use a prefix, leave references out or close tags at once', () => {
    const parts = unzipSync(BOOK);
    const xml =
      '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<x:row><x:c t="inlineStr"><x:is><x:t>sku</x:t></x:is></x:c></x:row><x:row r="3" ht="20"/></x:sheetData></x:worksheet>';
    const patched = patchWorkbook(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) }), 'Template', [
      { line: 1, column: 1, text: 'name' },
      { line: 3, column: 0, text: 'A-1' },
    ]);
    const sheet = strFromU8(unzipSync(patched)['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(sheet).toContain('<x:c t="inlineStr"><x:is><x:t>sku</x:t></x:is></x:c><x:c r="B1" t="inlineStr">');
    expect(sheet).toContain(
      '<x:row r="3" ht="20"><x:c r="A3" t="inlineStr"><x:is><x:t xml:space="preserve">A-1</x:t></x:is></x:c></x:row>',
    );
  });

  it('refuses a formula, and a row or sheet that is not there', () => {
    const parts = unzipSync(BOOK);
    const formula = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array).replace(/<c r="C2"[^>]*><v>/, '<c r="C2"><f>A1*2</f><v>');
    const book = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(formula) });
    expect(() => patchWorkbook(book, 'Template', [{ line: 2, column: 2, text: '1' }])).toThrow(
      'Cell C2 of the sheet "Template" holds a formula, which eco does not replace. Put a plain value there first.',
    );
    expect(() => patchWorkbook(BOOK, 'Template', [{ line: 99, column: 0, text: '1' }])).toThrow(
      'The sheet "Template" of the template has no row 99.',
    );
    expect(() => patchWorkbook(BOOK, 'Other', [])).toThrow('The sheet "Other" of the template cannot be found in the file.');
  });
});
