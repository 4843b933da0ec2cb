/** Rows of text to a workbook of one sheet. Every cell is text: item numbers of 16 digits and codes with leading zeros stay what they are. */
import { utils, write } from '@e965/xlsx';

export function writeWorkbook(sheetName: string, rows: readonly (readonly string[])[]): Uint8Array {
  const data = rows.map((row) => row.map((text) => (text === '' ? null : { t: 's', v: text })));
  const sheet = utils.aoa_to_sheet(data as unknown[][]);
  // The library would write the number formats of whatever workbook it read last into this one.
  const book = { SheetNames: [sheetName], Sheets: { [sheetName]: sheet }, SSF: { 0: 'General' } };
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  return Uint8Array.from(bytes);
}
