/**
 * Rows to bytes, in the encodings and dialects of the platforms. An encoding that cannot write a character throws: the
 * demo must never hold a silent "?".
 */
import { utils, write } from '@e965/xlsx';
import { encodeText } from '../../files/encodeText.js';

type Cell = string | number;

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

/** A legacy encoding, or UTF-16 with its byte order mark; throws when a character does not survive it. */
export function encoded(text: string, encoding: 'windows-1252' | 'gbk' | 'utf-16le'): Uint8Array {
  const bytes = encodeText(text, encoding, { bom: encoding === 'utf-16le' });
  if (!(bytes instanceof Uint8Array)) throw new Error(`The demo holds "${bytes.unencodable}", which ${encoding} cannot write.`);
  return bytes;
}

/** How many bytes Taobao counts: two for a Chinese character, one for an ASCII one. */
export function gbkLength(text: string): number {
  return encoded(text, 'gbk').byteLength;
}

/** A cell of a workbook: a number with its number format, or text. null is an empty cell. */
export type SheetCell = { readonly value: number; readonly format: string } | string | null;

/** A workbook of one sheet. */
export function workbook(sheetName: string, rows: readonly (readonly SheetCell[])[]): Uint8Array {
  const data = rows.map((row) => row.map(toSheetCell));
  const sheet = utils.aoa_to_sheet(data as unknown[][]);
  const book = { SheetNames: [sheetName], Sheets: { [sheetName]: sheet } };
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  return Uint8Array.from(bytes);
}

function toSheetCell(cell: SheetCell) {
  if (cell === null) return null;
  return typeof cell === 'string' ? { t: 's', v: cell } : { t: 'n', v: cell.value, z: cell.format };
}

function quoteIfNeeded(cell: Cell): string {
  if (cell === '' || typeof cell === 'number') return String(cell);
  return /[",\r\n]/.test(cell) ? quote(cell) : cell;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** 123456 → "1234.56". */
export function money(minor: number): string {
  if (!Number.isInteger(minor)) throw new Error(`${minor} is no number of cents.`);
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 1234.5 → "1,234.50". */
export function grouped(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const dot = digits === 0 ? text.length : text.length - digits - 1;
  if (dot <= 3) return text;
  return text.slice(0, dot).replace(/\B(?=(\d{3})+$)/g, ',') + text.slice(dot);
}

/** 0.0635 → "6.35%"; null denominators give "0.00%", as Amazon writes them. */
export function percent(numerator: number, denominator: number): string {
  return `${grouped(denominator === 0 ? 0 : (numerator / denominator) * 100, 2)}%`;
}
