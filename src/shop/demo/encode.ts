/**
 * Rows to bytes, in the encodings and dialects of the platforms. An encoding that cannot write a character throws: the
 * demo must never hold a silent "?".
 */
import { utils, write } from '@e965/xlsx';
import { decode, encode } from 'iconv-lite';

export type Cell = string | number;
type Encoding = 'win1252' | 'gb18030' | 'gbk';

/** Comma-separated, quoted only where needed, as Shopify and Amazon's reports do. */
export function csv(rows: readonly (readonly Cell[])[], lineEnd = '\n'): string {
  return rows.map((row) => row.map(quoteIfNeeded).join(',') + lineEnd).join('');
}

/** Comma-separated with every cell in quotes. */
export function quotedCsv(rows: readonly (readonly Cell[])[], lineEnd = '\n'): string {
  return rows.map((row) => row.map((cell) => quote(String(cell))).join(',') + lineEnd).join('');
}

/** Tab-separated without any quoting: a quote is data, a tab or line end has no way in. */
export function tsv(rows: readonly (readonly Cell[])[], lineEnd = '\n'): string {
  const lines: string[] = [];
  for (const row of rows) {
    const cells = row.map(String);
    if (cells.some((cell) => /[\t\r\n]/.test(cell))) throw new Error(`A tab or line end in the row of "${cells[0]}".`);
    lines.push(cells.join('\t') + lineEnd);
  }
  return lines.join('');
}

export function utf8(text: string, options: { bom?: boolean } = {}): Uint8Array {
  return new TextEncoder().encode(options.bom ? `\uFEFF${text}` : text);
}

/** UTF-16, little endian, with its byte order mark. */
export function utf16le(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let i = 0; i < text.length; i += 1) view.setUint16(2 + i * 2, text.charCodeAt(i), true);
  return bytes;
}

/** A legacy encoding; throws when the text does not survive it. */
export function legacy(text: string, encoding: Encoding): Uint8Array {
  const buffer = encode(text, encoding);
  if (decode(buffer, encoding) !== text) throw new Error(`A character of the demo cannot be written in ${encoding}.`);
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/** How many bytes Taobao counts: two for a Chinese character, one for an ASCII one. */
export function gbkLength(text: string): number {
  return legacy(text, 'gbk').byteLength;
}

/** A cell of a workbook: a number with its number format, or text. null is an empty cell. */
export type SheetCell = { readonly value: number; readonly format: string } | string | null;

/** A workbook of one sheet. */
export function workbook(sheetName: string, rows: readonly (readonly SheetCell[])[]): Uint8Array {
  const data = rows.map((row) => row.map(toSheetCell));
  const sheet = utils.aoa_to_sheet(data as unknown[][]);
  const bytes: ArrayBuffer = write({ SheetNames: [sheetName], Sheets: { [sheetName]: sheet } }, { type: 'array', bookType: 'xlsx', compression: true });
  return new Uint8Array(bytes);
}

function toSheetCell(cell: SheetCell) {
  if (cell === null) return null;
  return typeof cell === 'string' ? { t: 's', v: cell } : { t: 'n', v: cell.value, z: cell.format };
}

function quoteIfNeeded(cell: Cell): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? quote(text) : text;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** 123456 → "1234.56". */
export function money(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 1234.5 → "1,234.50". */
export function grouped(value: number, digits: number): string {
  const [whole = '', fraction] = value.toFixed(digits).split('.');
  const text = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? text : `${text}.${fraction}`;
}

/** 0.0635 → "6.35%"; null denominators give "0.00%", as Amazon writes them. */
export function percent(numerator: number, denominator: number): string {
  return `${grouped(denominator === 0 ? 0 : (numerator / denominator) * 100, 2)}%`;
}
