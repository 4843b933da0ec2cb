/**
 * Rows to text and text to bytes: the exact inverse of the reader. Legacy encodings are written by iconv-lite, which
 * writes `?` for a character that the encoding lacks; every result is therefore decoded again and compared.
 */
import iconv from 'iconv-lite';
import { UserError } from '../core/errors.js';
import type { TextDialect } from './dialect.js';
import { decodeBytes, type Encoding } from './encoding.js';
import { quotedIfNeeded } from './quote.js';

/**
 * A row without its line end. Cells are quoted only where the reader needs it. What cannot be written (a NUL; without
 * quotes, also a tab or a line break inside a cell) is a UserError that names the text.
 */
export function writeRow(cells: readonly string[], dialect: Pick<TextDialect, 'delimiter' | 'quoting'>): string {
  const { delimiter, quoting } = dialect;
  for (const cell of cells) {
    if (cell.includes('\0')) throw new UserError(`The text ${JSON.stringify(cell)} holds a NUL, which no text file can hold.`);
  }
  if (quoting === 'none') {
    for (const cell of cells) refuseUnwritable(cell, delimiter);
    // An empty line is no row, so a row of one empty cell cannot be written either.
    if (cells.length === 1 && cells[0] === '') throw new UserError('A row of one empty cell cannot be written without quotes.');
    return cells.join(delimiter);
  }
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map((cell) => quotedIfNeeded(cell, delimiter)).join(delimiter);
}

function refuseUnwritable(cell: string, delimiter: string): void {
  if (!cell.includes(delimiter) && !cell.includes('\n') && !cell.includes('\r')) return;
  const name = delimiter === '\t' ? 'a tab' : `"${delimiter}"`;
  throw new UserError(
    `The text ${JSON.stringify(cell)} holds ${name} or a line break, which a file without quotes cannot hold. Take it out of the text first.`,
  );
}

/** An encoding that files are written in; 'gbk' is gb18030 without the characters of four bytes, which older readers do not know. */
export type WrittenEncoding = Encoding | 'gbk';

/**
 * The bytes of a text, or the characters of it that the encoding cannot hold (each once). With `bom`, a byte order
 * mark stands in front.
 */
export function encodeText(text: string, encoding: WrittenEncoding, options: { bom?: boolean } = {}): Uint8Array | { unencodable: string } {
  const whole = options.bom ? `\ufeff${text}` : text;
  const bytes = encode(whole, encoding);
  if (holds(bytes, whole, encoding)) return bytes;
  const unencodable = [...new Set(whole)].filter((char) => !holds(encode(char, encoding), char, encoding)).join('');
  return { unencodable };
}

function holds(bytes: Uint8Array, text: string, encoding: WrittenEncoding): boolean {
  return decodeBytes(bytes, encoding === 'gbk' ? 'gb18030' : encoding, { fatal: false, isWhole: true }) === text;
}

function encode(text: string, encoding: WrittenEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  // iconv-lite calls Windows' variants, which the platforms mean by these names: shift_jis is CP932, gbk is CP936.
  const bytes = iconv.encode(text, encoding);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
