/**
 * Real exports of real shops, which cannot be part of the project: skipped unless ECO_EXPORTS names a folder of them.
 * Every workbook and every text file there must be readable to its end, with as many rows as its lines allow.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sniffContainer } from '../../src/files/container.js';
import { lineEndOf, type TextDialect } from '../../src/files/dialect.js';
import { byteOrderMark, decodeHead, possibleEncodings } from '../../src/files/encoding.js';
import { firstRows } from '../../src/files/firstRows.js';
import { loadWorkbookReader, type WorkbookReader } from '../../src/files/workbook.js';
import { allOf, cutAt, read } from './read.js';

const folder = process.env.ECO_EXPORTS;
const files = folder === undefined ? [] : readdirSync(folder, { recursive: true, withFileTypes: true });
const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
const kindOf = (path: string): string => sniffContainer(readFileSync(path));

/** The dialect by the delimiter that gives the first thirty rows the most cells. */
function dialectOf(bytes: Uint8Array): TextDialect {
  const encoding = possibleEncodings(bytes, true)[0] ?? 'utf-8';
  const text = decodeHead(bytes, encoding, true);
  const dialects = [',', '\t', ';'].map((delimiter): TextDialect => {
    return { encoding, bom: byteOrderMark(bytes) !== null, delimiter, quoting: 'double', lineEnd: lineEndOf(text) };
  });
  const width = (dialect: TextDialect): number => firstRows(text, dialect, 30, true).reduce((sum, row) => sum + row.cells.length, 0);
  return dialects.reduce((best, dialect) => (width(dialect) > width(best) ? dialect : best));
}

describe.skipIf(folder === undefined)('real exports (ECO_EXPORTS names no folder: skipped)', () => {
  let readWorkbook: WorkbookReader;
  beforeAll(async () => {
    readWorkbook = await loadWorkbookReader();
  });

  it('are there', () => {
    expect(paths.length).toBeGreaterThan(0);
  });

  it.each(paths.filter((path) => ['xlsx', 'xls'].includes(kindOf(path))).map((path) => [relative(folder ?? '', path), path]))(
    '%s',
    (_, path) => {
      const sheets = readWorkbook(readFileSync(path));
      const rows = sheets.flatMap((sheet) => sheet.rows);
      expect(rows.length).toBeGreaterThan(1);
      for (const sheet of sheets) expect(new Set(sheet.rows.map((row) => row.cells.length)).size).toBeLessThanOrEqual(1);
    },
  );

  it.each(paths.filter((path) => kindOf(path) === 'text').map((path) => [relative(folder ?? '', path), path]))('%s', (_, path) => {
    const bytes = readFileSync(path);
    const dialect = dialectOf(bytes);
    const all = firstRows(decodeHead(bytes, dialect.encoding, true), dialect, Number.POSITIVE_INFINITY, true);
    const widest = Math.max(...all.map((row) => row.cells.length));
    const reading = read([bytes], dialect, allOf(widest));
    expect(reading.damage).toBeNull();
    expect(reading.rows.map(({ line, cells }) => ({ line, cells }))).toEqual(all);
    expect(read(cutAt(bytes, [1, 1000, 1001, 5555]), dialect, allOf(widest))).toEqual(reading);
  });
});
