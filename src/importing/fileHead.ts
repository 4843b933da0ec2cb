/**
 * The head of a file that no report knows: decoded and cut into cells as its content suggests, with the row that looks like a header.
 * Only for proposing a profile: once there is one, the file is identified like any other.
 */
import { readFileSync } from 'node:fs';
import { UserError } from '../core/errors.js';
import { decodeHead, encodingsOfFile } from '../files/encoding.js';
import { firstRows, type TextRow } from '../files/firstRows.js';
import { byLikelihood } from '../files/likelyEncoding.js';
import { loadWorkbookReader } from '../files/workbook.js';
import type { Formats } from '../platforms/formats.js';
import type { FileHead } from '../platforms/mapping/propose.js';
import { digest } from './digest.js';
import { openSource } from './source.js';

export interface UnknownFile {
  readonly head: FileHead;
  /** The report that knows the file; null where none does. */
  readonly known: string | null;
  /** The sheet of a workbook with several. */
  readonly sheet: string | null;
  /** Rows above the header. */
  readonly above: number;
}

const ROWS = 500;
/** Real preambles have up to 15 lines. */
const HEADER_ROWS = 40;

/** `isName`: whether a text is a name of a column that eco knows a meaning for. */
export async function fileHead(path: string, formats: Formats, isName: (text: string) => boolean): Promise<UnknownFile> {
  const file = digest(path);
  const source = await openSource(path, formats.all, null, file);
  const { container } = file;
  if (container !== 'text' && container !== 'xlsx' && container !== 'xls') throw new UserError(source.problem ?? 'is no table');
  const known = source.identified?.match.format.id ?? null;
  const tables = container === 'text' ? textTables(file.head, file.beyondAscii, file.bytes) : await sheetTables(path);
  const best = tables.map((table) => ({ ...table, ...headerOf(table.rows, isName) })).sort((a, b) => b.score - a.score)[0];
  if (!best || best.score <= 0)
    throw new UserError('has no row that looks like the header of a table: at least two columns with names, and rows below it');
  const rows = best.rows.slice(best.at + 1).map(({ cells }) => cells);
  return {
    head: { header: (best.rows[best.at] as TextRow).cells, rows, workbook: container !== 'text' },
    known,
    sheet: tables.length > 1 && best.sheet !== null ? best.sheet : null,
    above: best.at,
  };
}

interface TableOf {
  readonly sheet: string | null;
  readonly rows: readonly TextRow[];
}

function textTables(head: Uint8Array, beyondAscii: Uint8Array | null, bytes: number): TableOf[] {
  const isWhole = head.length === bytes;
  const encodings = encodingsOfFile(head, beyondAscii, isWhole);
  // Where several are possible, the one under which names are known is right; else the likeliest.
  return byLikelihood(beyondAscii ?? head, encodings).flatMap((encoding) => {
    const text = decodeHead(head, encoding, isWhole);
    return [',', '\t', ';', '|']
      .filter((delimiter) => text.includes(delimiter))
      .map((delimiter) => ({ sheet: null, rows: firstRows(text, { delimiter, quoting: 'double' }, HEADER_ROWS + ROWS, isWhole) }));
  });
}

async function sheetTables(path: string): Promise<TableOf[]> {
  const sheets = (await loadWorkbookReader())(readFileSync(path));
  return sheets.map(({ name, rows }) => ({ sheet: name, rows: rows.slice(0, HEADER_ROWS + ROWS) }));
}

/** The row that is likeliest the header: names that are known, as many cells as the rows below have, words instead of numbers. */
function headerOf(rows: readonly TextRow[], isName: (text: string) => boolean): { at: number; score: number } {
  let best = { at: 0, score: 0 };
  for (const [at, { cells }] of rows.slice(0, HEADER_ROWS).entries()) {
    const below = rows.slice(at + 1, at + 51);
    const width = cells.filter((cell) => cell.trim() !== '').length;
    if (below.length === 0 || width < 2) continue;
    const same = below.filter((row) => row.cells.length === cells.length).length / below.length;
    const words = cells.filter((cell) => /\p{L}/u.test(cell) && cell.length <= 80).length / cells.length;
    const distinct = new Set(cells).size / cells.length;
    const known = cells.filter((cell) => cell.trim() !== '' && isName(cell)).length;
    // Of rows alike, the first is the header.
    const score = same * words * distinct * (width + 3 * known) - at * 0.01;
    if (score > best.score) best = { at, score };
  }
  return best;
}
