/**
 * Sheets of an upload to files: in the dialect and encoding that the platform wants, split where it takes only so much, every
 * character written as it is or as its twin, or its change left out by name.
 */
import type { Change } from '../core/plan.js';
import type { TextDialect } from '../files/dialect.js';
import { encodeText, type WrittenEncoding, writeRow } from '../files/write.js';
import { mapped } from '../files/writeMapped.js';
import { writeWorkbook } from '../files/writeWorkbook.js';
import type { Cells, LeftOut, TextFileKind, UploadFormat, UploadRow, UploadSheet, WorkbookKind } from '../platforms/upload.js';

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

export interface FileNaming {
  readonly store: string;
  /** `t-0042`, or what the plan's file is called. */
  readonly plan: string;
  /** Whether the store's name is part of the file's. */
  readonly withStore: boolean;
}

/** The files of an upload's sheets. `exported`: the dialect of the store's last export. */
export function filesOf(
  upload: UploadFormat,
  sheets: readonly UploadSheet[],
  changes: readonly Change[],
  exported: TextDialect | null,
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
    const fitting = fittingRows(sheet, kind, encoding, byId);
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

/** Rows whose every cell can be written; what cannot is left out with all changes of its row. */
function fittingRows(
  sheet: UploadSheet,
  kind: TextFileKind | WorkbookKind,
  encoding: WrittenEncoding,
  byId: ReadonlyMap<string, Change>,
): { rows: UploadRow[]; leftOut: LeftOut[]; respelled: Respelled[] } {
  const leftOut: LeftOut[] = [];
  const respelled: Respelled[] = [];
  const rows: UploadRow[] = [];
  for (const row of sheet.rows) {
    const cells = row.cells.map((cell) => mapped(cell, encoding));
    const own = row.changeIds.map((id) => byId.get(id) as Change);
    const problem = cells
      .map((cell, at) => problemOf(row.cells[at] as string, cell.lacking, kind, sheet.header[at] as string))
      .find((found) => found !== null);
    if (problem) {
      if (own.length === 0) throw new Error(`a row of ${row.unit} without changes cannot be written: ${problem}`);
      leftOut.push(...own.map((change) => ({ change, reason: problem })));
      continue;
    }
    for (const change of own) {
      const at = row.cells.findIndex((cell, index) => cell === change.after && (cells[index]?.replaced.length ?? 0) > 0);
      const cell = cells[at];
      if (cell) respelled.push({ change, written: cell.text, replaced: cell.replaced });
    }
    rows.push({ ...row, cells: cells.map(({ text }) => text) });
  }
  return { rows, leftOut, respelled };
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

function namesOf(upload: UploadFormat, parts: readonly { readonly sheet: UploadSheet }[], naming: FileNaming): string[] {
  const several = new Set(parts.map(({ sheet }) => sheet)).size > 1;
  const taken = new Map<string, number>();
  const bases = parts.map(({ sheet }) =>
    [upload.fileName, naming.plan, ...(naming.withStore ? [fileSafe(naming.store)] : []), ...(several ? [sheet.part] : [])].join('-'),
  );
  return bases.map((base) => {
    const number = (taken.get(base) ?? 0) + 1;
    taken.set(base, number);
    const isOne = bases.filter((other) => other === base).length === 1;
    return `${base}${isOne ? '' : `-${number}`}.${upload.extension}`;
  });
}

/** A store's name as a part of a file's. */
function fileSafe(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_');
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
