/** Reads the file of `eco titles audit FILE` (runAuditFile.ts): text in any encoding and with any delimiter that eco reads, or a workbook. */
import { basename } from 'node:path';
import { UserError } from '../core/errors.js';
import { sniffContainer } from '../files/container.js';
import { byteOrderMark, decodeBytes, type Encoding, possibleEncodings } from '../files/encoding.js';
import { firstRows, type TextRow } from '../files/firstRows.js';
import { loadWorkbookReader } from '../files/workbook.js';
import { readNamedFile } from '../namedFile.js';
import type { PlainTable } from './auditTable.js';

const HEAD_BYTES = 1 << 18;
const DELIMITERS = ['\t', ';', ',', '|'];

/** The table in a file; of a workbook its first sheet with rows. `language`: of the platform's titles, where the bytes leave a choice of encodings. */
export async function readTitleFile(cwd: string, file: string, language: string): Promise<PlainTable> {
  const name = basename(file);
  const bytes = readNamedFile(cwd, file, 'a CSV, TSV or Excel file with a column of titles');
  const container = sniffContainer(bytes.subarray(0, HEAD_BYTES));
  const rows = container === 'xlsx' || container === 'xls' ? await sheetRows(bytes, name) : textRows(bytes, name, language);
  const [header, ...others] = rows;
  if (!header || others.length === 0)
    throw new UserError(`${name}: a header and at least one row expected, found ${rows.length === 0 ? 'nothing' : 'one row'}`);
  return { name, header: header.cells, rows: others };
}

async function sheetRows(bytes: Uint8Array, name: string): Promise<readonly TextRow[]> {
  try {
    return (await loadWorkbookReader())(bytes).find(({ rows }) => rows.length > 0)?.rows ?? [];
  } catch (error) {
    throw new UserError(`${name}: ${(error as Error).message}`);
  }
}

function textRows(bytes: Uint8Array, name: string, language: string): TextRow[] {
  const head = bytes.subarray(0, HEAD_BYTES);
  const encoding = byteOrderMark(head) ?? likeliest(possibleEncodings(head, head.length === bytes.length), language);
  if (encoding === undefined || (head.includes(0) && !encoding.startsWith('utf-16'))) {
    throw new UserError(`${name} is neither text nor a workbook. A CSV, TSV or Excel file with a column of titles expected`);
  }
  const text = decodeBytes(bytes, encoding, { fatal: false, isWhole: true }).replace(/^\ufeff/, '');
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const [delimiter = ','] = DELIMITERS.filter((sign) => line.includes(sign)).sort((a, b) => line.split(b).length - line.split(a).length);
  return firstRows(text, { delimiter, quoting: 'double' }, Number.POSITIVE_INFINITY, true);
}

/** Several legacy encodings fit most bytes; a list of titles for a platform is in one of its language. */
function likeliest(encodings: readonly Encoding[], language: string): Encoding | undefined {
  const own: Encoding = language === 'zh' ? 'gb18030' : language === 'ja' ? 'shift_jis' : 'windows-1252';
  return encodings.includes(own) ? own : encodings[0];
}
