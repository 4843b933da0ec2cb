/**
 * A file on its way in: what it is, by its bytes, and how to read its rows. Text and workbooks look the same from here on; each
 * sheet of a workbook of several reports is a source of its own.
 */

import { readFileSync } from 'node:fs';
import type { Content } from '../facts/imports.js';
import type { Container } from '../files/container.js';
import { FileDamage } from '../files/damage.js';
import type { TextDialect } from '../files/dialect.js';
import { decodeHead, encodingsOfFile } from '../files/encoding.js';
import type { TextRow } from '../files/firstRows.js';
import { isBlockText, meltBlocks } from '../files/tableBlocks.js';
import type { SheetRows } from '../files/xlsxRows.js';
import type { Binding } from '../platforms/binding.js';
import type { ReportFormat } from '../platforms/define.js';
import { type Digest, digest, fileTrouble, refuseIfChanged } from './digest.js';
import { type EarlyWorker, isForWorker } from './earlyWorker.js';
import { type Identification, type Identified, identifyRows, identifyText, type TextIdentified } from './identify.js';
import { type ReadEvents, type ReadStats, type ReadTask, readSheet, readTextFile } from './reading.js';
import { type SampleHints, sampleHints } from './sampleHints.js';
import { readInWorker } from './workerReading.js';

export interface Source {
  readonly content: Content;
  /** When the file was last changed, epoch seconds. */
  readonly modifiedAt: number;
  readonly workbook: boolean;
  /** The sheet that it is, in a workbook of several reports. */
  readonly sheet: string | null;
  /** How its cells are written; a workbook's are kept as comma-separated text. */
  readonly dialect: TextDialect;
  readonly identified: Identified | null;
  /** Why it cannot be imported. */
  readonly problem: string | null;
  /** Whether it may be meant as an export at all: a photo in the downloads folder is no failure. */
  readonly isExport: boolean;
  /** What of the file is left unread, for those who want to know all. */
  readonly asides: readonly string[];
  /** The other sheets of the workbook that are reports. */
  readonly others: readonly Source[];
  /** Its rows with those above them, where they are no text: of a sheet, or of blocks melted into one table. */
  readonly table: (() => Iterable<TextRow>) | null;
  /** What the first rows tell of the store. */
  hints(binding: Binding): SampleHints;
  read(task: ReadTask, events: ReadEvents): Promise<ReadStats>;
}

const PLAIN: TextDialect = { encoding: 'utf-8', bom: false, delimiter: ',', quoting: 'double', lineEnd: '\n' };

const NOT_EXPORTS: Partial<Record<Container, string>> = {
  pdf: 'is a PDF, no export',
  image: 'is a picture, no export',
  sqlite: 'is a SQLite database, no export',
  binary: 'is no export: neither text nor a workbook',
  document: 'is a document, no export',
  archive: 'is an archive of a kind that eco does not open (it opens zip and gzip). Unpack it and import the files in it',
  zip: 'is an archive in an archive in an archive. Unpack it and import the files in it',
  gzip: 'is an archive in an archive in an archive. Unpack it and import the files in it',
};

/** What may well hold an export. */
const PACKED: ReadonlySet<Container> = new Set(['archive', 'zip', 'gzip']);

const BROKEN: Partial<Record<Container, string>> = {
  empty: 'is empty. Download the report again',
  html: 'is a web page, not the report: the login may have expired. Sign in and download the report again',
  xml: 'is XML, which eco does not read. Choose CSV, text or Excel when you download the report',
  json: 'is JSON, which eco does not read. Choose CSV, text or Excel when you download the report',
};

const SETTLEMENT_XML = /<SettlementReport\b/;
const SETTLEMENT = 'is an Amazon settlement report as XML, which eco does not read. Download the same settlement as "Flat file V2"';

/** `name`: what it is called, where it lies under another name, as the member of an archive does. `early`: a worker for its rows. */
export async function openSource(
  path: string,
  formats: readonly ReportFormat[],
  only: ReportFormat | null,
  file: Digest = digest(path),
  name: string = path,
  early: EarlyWorker | null = null,
): Promise<Source> {
  const { head, container } = file;
  const base = baseOf(file);
  const none = NOT_EXPORTS[container];
  if (none) return { ...base, ...UNREADABLE, problem: none, isExport: PACKED.has(container) || meantAsExport(name, head) || only !== null };
  const broken = BROKEN[container];
  if (broken)
    return {
      ...base,
      ...UNREADABLE,
      problem: container === 'xml' && SETTLEMENT_XML.test(decodeHead(head, 'utf-8', true)) ? SETTLEMENT : broken,
    };
  if (container === 'xlsx' || container === 'xls') return openWorkbook(path, container, file, formats, only);
  const blocks = openBlocks(path, file, formats, only);
  if (blocks) return blocks;
  const { found, lookedThrough } = identifyFile(file, formats, only);
  if (found.kind === 'known') return { ...base, ...textSource(path, file, found.found, lookedThrough, early) };
  const isExport = found.bySight || meantAsExport(name, head) || only !== null;
  return { ...base, ...UNREADABLE, problem: isExport ? found.message : 'is no export', isExport };
}

function baseOf(content: Digest) {
  const told = { table: null, sheet: null, problem: null, isExport: true, asides: [], others: [] };
  return { content, modifiedAt: content.modifiedAt, workbook: false, dialect: PLAIN, identified: null, ...told };
}

const UNREADABLE = { hints: () => ({ channels: [], currency: null, glyphs: [] }), read: () => Promise.reject(new Error('not readable')) };

/** What a file was told to be by its head alone may be wrong of what follows: this says it, once all of it was looked at. */
type LookedThrough = () => Identification<TextIdentified>;

/**
 * What a text is, if it was not read yet, by its head alone: what follows a head of ASCII is taken for UTF-8. A large file that is in
 * another encoding says so when its rows are read.
 */
function identifyFile(file: Digest, formats: readonly ReportFormat[], only: ReportFormat | null) {
  const { head, bytes } = file;
  const known = (beyondAscii: Uint8Array | null) => identifyText(head, beyondAscii, head.length === bytes, formats, only ?? undefined);
  if (file.isRead()) return { found: known(file.beyondAscii), lookedThrough: null };
  return { found: known(null), lookedThrough: () => known(file.beyondAscii) };
}

/** The rows of a file that was taken for UTF-8 are in another encoding: it must be read again so. */
export class OtherEncoding extends Error {
  constructor(readonly dialect: TextDialect) {
    super(`the file is in ${dialect.encoding}`);
  }
}

function textSource(
  path: string,
  file: Digest,
  identified: TextIdentified,
  lookedThrough: LookedThrough | null,
  early: EarlyWorker | null,
) {
  return {
    identified,
    dialect: identified.dialect,
    hints: (binding: Binding) => sampleHints(binding, identified),
    async read(task: ReadTask, events: ReadEvents) {
      const { skipRows } = identified;
      try {
        if (!isForWorker(file.bytes)) {
          const stats = readTextFile(task, path, skipRows, events);
          refuseIfChanged(path, file);
          return stats;
        }
        const { stats, sha256 } = await readInWorker(task, path, skipRows, events, early?.take() ?? undefined);
        refuseIfChanged(path, file);
        file.hashed(sha256);
        return stats;
      } catch (error) {
        if (error instanceof FileDamage && lookedThrough !== null) {
          const found = lookedThrough();
          if (found.kind === 'known' && found.found.dialect.encoding !== task.dialect.encoding)
            throw new OtherEncoding(found.found.dialect);
        }
        throw fileTrouble(error);
      }
    },
  };
}

async function openWorkbook(
  path: string,
  container: 'xlsx' | 'xls',
  file: Digest,
  formats: readonly ReportFormat[],
  only: ReportFormat | null,
): Promise<Source> {
  const bytes = readFileSync(path);
  refuseIfChanged(path, file);
  const sheets = (container === 'xlsx' ? (await import('../files/xlsxRows.js')).xlsxSheets(bytes) : null) ?? (await librarySheets(bytes));
  const base = { ...baseOf(file), workbook: true };
  const reports: { name: string; source: ReturnType<typeof sheetSource> }[] = [];
  const strangers: { name: string; message: string }[] = [];
  for (const { name, rows } of sheets) {
    const first = firstOf(rows());
    const found = identifyRows(first, formats, only ?? undefined);
    if (found.kind === 'known') reports.push({ name, source: sheetSource(rows, found.found) });
    else if (first.length > 0) strangers.push({ name, message: found.message });
  }
  const asides = strangers.map(({ name, message }) => `the sheet "${name}" ${message}`);
  const several = reports.length > 1;
  const [first, ...others] = reports.map(({ name, source }) => ({ ...base, ...source, sheet: several ? name : null }));
  if (!first) return { ...base, ...UNREADABLE, problem: strangers.at(-1)?.message ?? 'is a workbook without rows' };
  return { ...first, asides, others };
}

/** What takes the whole workbook into memory: its older forms, and what is odd or damaged in the new one. */
async function librarySheets(bytes: Uint8Array): Promise<SheetRows[]> {
  const { loadWorkbookReader } = await import('../files/workbook.js');
  return (await loadWorkbookReader())(bytes).map(({ name, rows }) => ({ name, rows: () => rows }));
}

/** Enough rows to find a header and to tell the store. */
const FIRST_ROWS = 1000;

function firstOf(rows: Iterable<TextRow>): TextRow[] {
  const first: TextRow[] = [];
  for (const row of rows) {
    first.push(row);
    if (first.length === FIRST_ROWS) break;
  }
  return first;
}

/** Text of several tables is read whole, as it is melted whole. */
function openBlocks(path: string, file: Digest, formats: readonly ReportFormat[], only: ReportFormat | null): Source | null {
  const encodingOf = (beyondAscii: Uint8Array | null) => encodingsOfFile(file.head, beyondAscii, false)[0] ?? 'utf-8';
  // A head of ASCII is the same text in all of them.
  if (!isBlockText(decodeHead(file.head, encodingOf(null), false))) return null;
  const encoding = encodingOf(file.beyondAscii);
  const text = decodeHead(readFileSync(path), encoding, true);
  refuseIfChanged(path, file);
  const rows = meltBlocks(text);
  const found = identifyRows(rows, formats, only ?? undefined);
  return found.kind === 'known' ? { ...baseOf(file), ...sheetSource(() => rows, found.found) } : null;
}

function sheetSource(rows: () => Iterable<TextRow>, identified: Identified) {
  return {
    identified,
    table: rows,
    hints: (binding: Binding) => sampleHints(binding, identified),
    read: (task: ReadTask, events: ReadEvents) => Promise.resolve(readSheet(task, rows(), identified.skipRows, events)),
  };
}

/** An unknown text is meant as an export when it is named like one and holds columns: a letter or a README is none. */
function meantAsExport(name: string, head: Uint8Array): boolean {
  if (!/\.(csv|tsv|tab|txt|xls[xmb]?)$/i.test(name)) return false;
  const lines = Buffer.from(head.subarray(0, 4096)).toString('latin1').split(/\r?\n/);
  return /\.(csv|tsv|xls[xmb]?)$/i.test(name) || lines.filter((line) => /\t.*\t|[,;|].*[,;|]/.test(line)).length >= 2;
}
