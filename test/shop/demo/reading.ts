/** Reads the demo's files back, strictly: a byte that its encoding does not know or a ragged row is an error. */
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import type { DemoFile } from '../../../src/shop/demo/index.js';

export type Row = Readonly<Record<string, string>>;

export function decode(file: DemoFile, encoding = 'utf-8'): string {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(file.bytes);
}

export function readCsv(file: DemoFile, encoding = 'utf-8'): Row[] {
  return parse(decode(file, encoding), { columns: true, bom: true, relax_column_count: false }) as Row[];
}

/** Unquoted, tab-separated. */
export function readTsv(file: DemoFile, encoding = 'utf-8'): Row[] {
  return parse(decode(file, encoding), { columns: true, delimiter: '\t', quote: null, relax_column_count: false }) as Row[];
}

export function readSheet(file: DemoFile): Readonly<Record<string, string | number>>[] {
  const book = read(file.bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error(`${file.path} has no sheet`);
  return utils.sheet_to_json(sheet);
}

export function headerOf(file: DemoFile, encoding = 'utf-8'): string {
  return decode(file, encoding).split(/\r?\n/, 1)[0] ?? '';
}

/** The newest of rows that mean the same thing; rows must come oldest first. */
export function newest<T>(rows: readonly T[], key: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}

export function sumBy<T>(rows: readonly T[], key: (row: T) => string, value: (row: T) => number): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    const amount = value(row);
    if (amount !== 0) sums[key(row)] = (sums[key(row)] ?? 0) + amount;
  }
  return sums;
}
