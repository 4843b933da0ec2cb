/**
 * Excel workbooks (.xlsx, .xlsb and real BIFF .xls) to rows of text, without loss and without formatting: every cell as
 * the value that is stored, since what a number format shows is rounded and in the locale of whoever made it.
 *
 * Numbers: the shortest decimal with the 15 significant digits that Excel keeps (0.1 + 0.2 is 0.3); whole numbers that a
 * double holds exactly are written out; larger ones as 5.11E+18, since digits of theirs are already lost. Dates are
 * their serial numbers, counted from 1900 also in workbooks that count from 1904. Percentages are fractions.
 * Booleans TRUE and FALSE, errors as #N/A. A formula is its stored result. Left out: formatting, comments, charts.
 */
import type { CellObject, WorkBook } from '@e965/xlsx';
import { sniffContainer } from './container.js';
import { FileDamage } from './damage.js';
import type { TextRow } from './firstRows.js';
import { numberText } from './workbookNumber.js';
import { damagedEntry } from './zipCheck.js';

export interface Sheet {
  name: string;
  /** All of the same width; completely empty rows are left out, `line` is the row's number in the sheet. */
  rows: TextRow[];
}

export type WorkbookReader = (bytes: Uint8Array) => Sheet[];

type Library = typeof import('@e965/xlsx');

/** Loads the spreadsheet library (about 0.1 s, so only when there is a workbook to read). */
export async function loadWorkbookReader(): Promise<WorkbookReader> {
  const library = await import('@e965/xlsx');
  // Workbooks before Excel 97 are in the code page of the machine that wrote them.
  library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  return (bytes) => readWorkbook(library, bytes);
}

function readWorkbook(library: Library, bytes: Uint8Array): Sheet[] {
  const container = sniffContainer(bytes);
  // The library takes anything that is no workbook for a text table.
  if (container !== 'xlsx' && container !== 'xls') {
    throw new FileDamage(null, `this is no Excel workbook but ${container}`, 'Give the file as the platform exported it');
  }
  const entry = container === 'xlsx' ? damagedEntry(bytes) : null;
  if (entry !== null) {
    throw new FileDamage(null, `the workbook is damaged or not wholly downloaded (${entry})`, 'Download or export it again');
  }
  const workbook = parse(library, bytes, false);
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  // Only number formats tell which numbers are dates; they are read only where it matters.
  return is1904 ? sheetsOf(library, parse(library, bytes, true), true) : sheetsOf(library, workbook, false);
}

function parse(library: Library, bytes: Uint8Array, withFormats: boolean): WorkBook {
  try {
    return library.read(bytes, {
      type: 'array',
      dense: true,
      cellText: false,
      cellFormula: false,
      cellHTML: false,
      cellNF: withFormats,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) {
      throw new FileDamage(null, 'the workbook is protected by a password', 'Open it in Excel and save it without one');
    }
    // Where the library itself stumbles, its words say nothing about the file.
    const isStumble = error instanceof TypeError || error instanceof RangeError;
    throw new FileDamage(null, `the workbook cannot be read (${isStumble ? 'it is damaged' : message})`, 'Download or export it again');
  }
}

function sheetsOf(library: Library, workbook: WorkBook, is1904: boolean): Sheet[] {
  const sheets: Sheet[] = [];
  for (const name of workbook.SheetNames) {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) {
      throw new FileDamage(null, `the sheet "${name}" of the workbook cannot be read`, 'Download or export it again');
    }
    if (sheet['!type'] === 'chart') continue;
    const cells = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
    const textOf = (cell: CellObject): string => cellText(cell, is1904 && isDate(library, cell));
    sheets.push({ name, rows: rowsOf(cells, textOf) });
  }
  return sheets;
}

function rowsOf(cells: (CellObject | undefined)[][], textOf: (cell: CellObject) => string): TextRow[] {
  const rows: TextRow[] = [];
  let width = 0;
  cells.forEach((row, index) => {
    const texts = Array.from(row ?? [], (cell) => (cell ? textOf(cell) : ''));
    const used = texts.findLastIndex((text) => text !== '') + 1;
    if (used === 0) return;
    width = Math.max(width, used);
    rows.push({ line: index + 1, cells: texts });
  });
  for (const row of rows) {
    row.cells.length = Math.min(row.cells.length, width);
    while (row.cells.length < width) row.cells.push('');
  }
  return rows;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** Days between the first days of the two ways in which workbooks count. */
const DAYS_1900_TO_1904 = 1462;

function cellText(cell: CellObject, isDate1904: boolean): string {
  const { t: type, v: value } = cell;
  if (value === undefined || value === null) return '';
  if (type === 'e') return ERRORS[Number(value)] ?? '#ERROR';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(isDate1904 ? value + DAYS_1900_TO_1904 : value);
  return String(value);
}

function isDate(library: Library, cell: CellObject): boolean {
  return cell.t === 'n' && cell.z !== undefined && library.SSF.is_date(String(cell.z)) === true;
}
