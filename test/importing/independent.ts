/**
 * Files read once more, without any of eco's code: csv-parse or the workbook library directly, cells found by their own header, and
 * plain arithmetic. What an import says is compared with what comes out here.
 */
import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import { parse } from 'csv-parse/sync';

/** The cells of a row, by header. */
export type Raw = Readonly<Record<string, string>>;

/** A comma-separated file; cells that a row lacks are empty. */
export function commaRows(path: string): Raw[] {
  return withHeader(parse(readFileSync(path), { bom: true, relax_column_count: true }) as string[][]);
}

/** A comma-separated file in the encoding of Chinese Windows. */
export function gbkRows(path: string): Raw[] {
  return withHeader(parse(new TextDecoder('gbk').decode(readFileSync(path)), { relax_column_count: true }) as string[][]);
}

/** A comma-separated file in the encoding of Japanese Windows, from the line that begins with these words on. */
export function sjisRowsFrom(start: string): (path: string) => Raw[] {
  return (path) => {
    const lines = new TextDecoder('shift_jis').decode(readFileSync(path)).split(/\r?\n/);
    const at = lines.findIndex((line) => line.startsWith(start));
    return withHeader(parse(lines.slice(at).join('\n')) as string[][]);
  };
}

/** A tab-separated file in which a quote is a letter like any other. */
export function tabRows(path: string): Raw[] {
  return withHeader(parse(readFileSync(path), { bom: true, delimiter: '\t', quote: null }) as string[][]);
}

/** A table below a title and a period, or without them: comma-separated, or UTF-16 with tabs. */
export function titledRows(path: string): Raw[] {
  const bytes = readFileSync(path);
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = isWide ? bytes.subarray(2).toString('utf16le') : bytes.toString('utf8');
  const cells = parse(text, { delimiter: isWide ? '\t' : ',', relax_column_count: true, skip_empty_lines: true }) as string[][];
  return withHeader(cells.slice(cells.findIndex((row) => row.length > 2)));
}

/** The first sheet of a workbook, numbers as they are stored. */
export function sheetRows(path: string): Raw[] {
  const { Sheets, SheetNames } = xlsx.read(readFileSync(path));
  const cells = xlsx.utils.sheet_to_json(Sheets[SheetNames[0] as string] as xlsx.WorkSheet, { header: 1, raw: true }) as unknown[][];
  return withHeader(cells.map((row) => Array.from(row, (cell) => (cell === undefined || cell === null ? '' : String(cell)))));
}

function withHeader([header = [], ...rows]: string[][]): Raw[] {
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name.trim(), row[at] ?? ''])));
}

/** The number in a cell without its signs and commas; null for an empty one. */
export function numberIn(cell: string | undefined): number | null {
  const digits = (cell ?? '').replace(/^Rs\./, '').replace(/[^\d.-]/g, '');
  return digits === '' ? null : Number(digits);
}

/** The sum of a column in whole parts of `scale` (100: cents), each cell rounded for itself so that a long sum stays exact. */
export function sum(rows: readonly Raw[], header: string, scale = 1): number {
  return rows.reduce((total, row) => total + Math.round((numberIn(row[header]) ?? 0) * scale), 0);
}

export function filled(rows: readonly Raw[], header: string): number {
  return rows.filter((row) => (row[header] ?? '') !== '').length;
}

export function distinct(rows: readonly Raw[], ...headers: string[]): number {
  return new Set(rows.map((row) => JSON.stringify(headers.map((header) => row[header] ?? '')))).size;
}
