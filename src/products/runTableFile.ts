/** Reads a table that a person made for one of these commands; what cannot be read is an error that says what was expected. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { UserError } from '../core/errors.js';
import { sniffContainer } from '../files/container.js';
import { plainTableRows } from '../files/plainTable.js';

interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TableFile {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly header: readonly string[];
  /** Without the header. */
  readonly rows: readonly TableRow[];
  /** Numbers of a workbook may be days. */
  readonly isWorkbook: boolean;
}

/** `expected`: what the file is, and its columns: "A mapping file expected: CSV, TSV or Excel with own_sku, store, listing_id, units". */
export async function readTableFile(cwd: string, file: string, expected: string): Promise<TableFile> {
  const path = resolve(cwd, file);
  const name = basename(path);
  const bytes = bytesOf(path, file, expected);
  let table: RawTable | null;
  try {
    table = await tableIn(bytes);
  } catch (error) {
    throw new UserError(`${name}: ${(error as Error).message}`);
  }
  if (table === null) throw new UserError(`${name} is no table. ${expected}.`);
  const [header, ...rows] = table.rows;
  if (header === undefined || rows.length === 0) {
    throw new UserError(`${name}: a header and at least one row expected, found ${header === undefined ? 'nothing' : 'one row'}.`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, name, sha256, header: header.cells, rows, isWorkbook: table.isWorkbook };
}

interface RawTable {
  readonly rows: readonly TableRow[];
  readonly isWorkbook: boolean;
}

/** The first sheet with anything in it, or the text, of a zip the one file in it; null where the bytes are no table. */
async function tableIn(bytes: Uint8Array): Promise<RawTable | null> {
  const container = sniffContainer(bytes);
  if (container === 'xlsx' || container === 'xls') {
    const { loadWorkbookReader } = await import('../files/workbook.js');
    return { rows: (await loadWorkbookReader())(bytes).find(({ rows }) => rows.length > 0)?.rows ?? [], isWorkbook: true };
  }
  if (container === 'zip') return tableIn((await import('../files/zipMember.js')).onlyMember(bytes));
  const rows = container === 'text' || container === 'empty' ? plainTableRows(bytes) : null;
  return rows === null ? null : { rows, isWorkbook: false };
}

function bytesOf(path: string, file: string, expected: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code ?? message})`;
    throw new UserError(`${file} ${what}. ${expected}.`);
  }
}
