/**
 * Sheets of an upload to files: in the dialect and encoding that the platform wants, split where it takes only so much, every
 * character written as it is or as its twin, or its change left out by name.
 */
import type { Change } from '../../core/plan.js';
import type { TextDialect } from '../../files/dialect.js';
import { encodeText, type WrittenEncoding } from '../../files/encodeText.js';
import { mapped } from '../../files/writeMapped.js';
import { writeRow } from '../../files/writeRow.js';
import { writeWorkbook } from '../../files/writeWorkbook.js';
import type { Cells, LeftOut, TextFileKind, UploadFormat, UploadRow, UploadSheet, WorkbookKind } from '../../platforms/upload.js';
import { type FileNaming, namesOf } from './names.js';

/** A file of an upload, not written yet. */
export interface UploadFile {
  /** Without folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly upload: UploadFormat;
  readonly store: string;
  /** Rows of data. */
  readonly rows: number;
  readonly changeIds: readonly string[];
  readonly changed: readonly string[];
  readonly carried: readonly string[];
}

/** A value that had to be written otherwise than the plan has it. */
export interface Respelled {
  readonly change: Change;
  readonly written: string;
  readonly replaced: readonly string[];
}

export interface FilesOfUpload {
  readonly files: readonly UploadFile[];
  readonly leftOut: readonly LeftOut[];
  readonly respelled: readonly Respelled[];
}

/** How values were spelled before: by the change, and by the store's last export. */
export interface EarlierSpelling {
  readonly spelled: ReadonlyMap<string, string>;
  /** The last export's dialect. */
  readonly exported: TextDialect | null;
}

/** The files of an upload's sheets. */
export function filesOf(
  upload: UploadFormat,
  sheets: readonly UploadSheet[],
  changes: readonly Change[],
  { spelled, exported }: EarlierSpelling,
  naming: FileNaming,
): FilesOfUpload {
  const kind = upload.file;
  if (kind.kind === 'list') throw new Error('a checklist is written by the command');
  const encoding: WrittenEncoding = kind.kind === 'text' ? kind.encoding : 'utf-8';
  const byId = new Map(changes.map((change) => [change.id, change]));
  const leftOut: LeftOut[] = [];
  const respelled: Respelled[] = [];
  const parts: { readonly sheet: UploadSheet; readonly rows: readonly UploadRow[] }[] = [];
  for (const sheet of sheets) {
    const fitting = fittingRows(sheet, kind, encoding, { byId, spelled });
    leftOut.push(...fitting.leftOut);
    respelled.push(...fitting.respelled);
    for (const rows of split(fitting.rows, upload.limits)) parts.push({ sheet, rows });
  }
  const dialect = kind.kind === 'text' ? dialectOf(kind, exported) : null;
  const names = namesOf(upload, parts, naming);
  const files = parts.map(({ sheet, rows }, at) => ({
    name: names[at] as string,
    bytes: dialect ? textBytes(sheet, rows, dialect) : workbookBytes(sheet, rows, kind as WorkbookKind),
    upload,
    store: naming.store,
    rows: rows.length,
    changeIds: rows.flatMap((row) => row.changeIds),
    changed: sheet.changed,
    carried: sheet.carried,
  }));
  return { files, leftOut, respelled };
}

/**
 * The upload's own dialect, with what it takes over from the store's last export. An export in another encoding went through a
 * spreadsheet, whose habits are not the platform's.
 */
export function dialectOf(kind: TextFileKind, exported: TextDialect | null): TextDialect {
  const { encoding, bom, delimiter, quoting, lineEnd, follows } = kind;
  const own: TextDialect = { encoding, bom, delimiter, quoting, lineEnd };
  if (exported === null || exported.encoding !== encoding) return own;
  return {
    ...own,
    bom: follows.includes('bom') ? exported.bom : bom,
    delimiter: follows.includes('delimiter') ? exported.delimiter : delimiter,
    lineEnd: follows.includes('lineEnd') && exported.lineEnd !== '\r' ? exported.lineEnd : lineEnd,
  };
}

/** The changes of a sheet's rows, and how they were spelled before. */
interface OfRows {
  readonly byId: ReadonlyMap<string, Change>;
  readonly spelled: ReadonlyMap<string, string>;
}

/**
 * Rows whose every cell can be written. The others are missing: a cell that cannot be written leaves out the change that is in it, or,
 * where it is a carried one, all changes of its unit.
 */
function fittingRows(
  sheet: UploadSheet,
  kind: TextFileKind | WorkbookKind,
  encoding: WrittenEncoding,
  { byId, spelled }: OfRows,
): { rows: UploadRow[]; leftOut: LeftOut[]; respelled: Respelled[] } {
  const leftOut = new Map<Change, string>();
  const respelled: Respelled[] = [];
  const rows: UploadRow[] = [];
  const changesOf = (row: UploadRow) => row.changeIds.map((id) => byId.get(id) as Change);
  for (const row of sheet.rows) {
    const cells = row.cells.map((cell) => mapped(cell, encoding));
    const own = changesOf(row);
    let fits = true;
    row.cells.forEach((cell, at) => {
      const problem = problemOf(cell, (cells[at] as (typeof cells)[number]).lacking, kind, sheet.header[at] as string);
      if (problem === null) return;
      fits = false;
      const inIt = own.filter((change) => change.after === cell || spelled.get(change.id) === cell);
      const ofUnit = () => sheet.rows.filter(({ unit }) => unit === row.unit).flatMap(changesOf);
      for (const change of inIt.length > 0 ? inIt : own.length > 0 ? own : ofUnit()) leftOut.set(change, leftOut.get(change) ?? problem);
    });
    if (!fits) continue;
    for (const change of own) {
      const at = row.cells.findIndex((cell, index) => cell === change.after && (cells[index]?.replaced.length ?? 0) > 0);
      const cell = cells[at];
      if (cell) respelled.push({ change, written: cell.text, replaced: cell.replaced });
    }
    rows.push({ ...row, cells: cells.map(({ text }) => text) });
  }
  return { rows, leftOut: [...leftOut].map(([change, reason]) => ({ change, reason })), respelled };
}

const ENCODING_NAMES: Readonly<Record<string, string>> = { shift_jis: 'CP932 (Windows Shift_JIS)' };

function problemOf(cell: string, lacking: string, kind: TextFileKind | WorkbookKind, column: string): string | null {
  if (lacking !== '') {
    const encoding = kind.kind === 'text' ? (ENCODING_NAMES[kind.encoding] ?? kind.encoding) : 'the workbook';
    return `"${lacking}" in ${column} cannot be written in ${encoding}, which the platform wants: edit the change (eco plan review)`;
  }
  if (kind.kind === 'text' && kind.quoting === 'none' && /[\t\r\n]/.test(cell))
    return `a tab or line break in ${column} cannot be written in the platform's tab-separated file: edit the change (eco plan review)`;
  return null;
}

/** Whole units, as many as the platform takes in one file. */
function split(rows: readonly UploadRow[], limits: UploadFormat['limits']): UploadRow[][] {
  const units = new Map<string, UploadRow[]>();
  for (const row of rows) {
    const known = units.get(row.unit);
    if (known) known.push(row);
    else units.set(row.unit, [row]);
  }
  const parts: UploadRow[][] = [];
  let part: UploadRow[] = [];
  let bytes = 0;
  for (const unit of units.values()) {
    const size = unit.reduce((sum, row) => sum + sizeOf(row.cells), 0);
    const isFull = part.length + unit.length > (limits.rows ?? Infinity) || bytes + size > (limits.bytes ?? Infinity) * HEADROOM;
    if (isFull && part.length > 0) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(...unit);
    bytes += size;
  }
  return part.length > 0 ? [...parts, part] : parts;
}

/** Room for the header. */
const HEADROOM = 0.99;

/** Bytes of a row at most: quotes and delimiters included. */
function sizeOf(cells: Cells): number {
  return cells.reduce((sum, cell) => sum + Buffer.byteLength(cell) + 3 + (cell.match(/"/g)?.length ?? 0), 2);
}

function textBytes(sheet: UploadSheet, rows: readonly UploadRow[], dialect: TextDialect): Uint8Array {
  const lines = [...sheet.above, sheet.header, ...sheet.below, ...rows.map((row) => row.cells)];
  const text = lines.map((cells) => writeRow(cells, dialect) + dialect.lineEnd).join('');
  const bytes = encodeText(text, dialect.encoding, { bom: dialect.bom });
  if (!(bytes instanceof Uint8Array)) throw new Error(`the column names hold "${bytes.unencodable}", which ${dialect.encoding} lacks`);
  return bytes;
}

function workbookBytes(sheet: UploadSheet, rows: readonly UploadRow[], kind: WorkbookKind): Uint8Array {
  return writeWorkbook(kind.sheet, [...sheet.above, sheet.header, ...sheet.below, ...rows.map((row) => row.cells)]);
}
