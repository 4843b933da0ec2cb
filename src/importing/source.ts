/**
 * A file on its way in: what it is, by its bytes, and how to read its rows. Text and workbooks look the same from here on.
 */
import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { type Container, sniffContainer } from '../files/container.js';
import { FileDamage } from '../files/damage.js';
import type { TextDialect } from '../files/dialect.js';
import type { TextRow } from '../files/firstRows.js';
import type { Binding } from '../platforms/binding.js';
import type { ReportFormat } from '../platforms/define.js';
import { createRowReader } from '../platforms/rowReader.js';
import { type Identified, identifyRows, identifyText, type TextIdentified } from './identify.js';
import { type ReadEvents, type ReadStats, type ReadTask, readSheet, readTextFile } from './reading.js';
import { canUseWorker, readInWorker } from './workerReading.js';

export interface Source {
  readonly sha256: string;
  readonly bytes: number;
  /** When the file was last changed, epoch seconds. */
  readonly modifiedAt: number;
  readonly workbook: boolean;
  /** How its cells are written; a workbook's are kept as comma-separated text. */
  readonly dialect: TextDialect;
  readonly identified: Identified | null;
  /** Why it cannot be imported. */
  readonly problem: string | null;
  /** Whether it may be meant as an export at all: a photo in the downloads folder is no failure. */
  readonly isExport: boolean;
  /** What the first rows tell of the store. */
  hints(binding: Binding): { channels: string[]; currency: string | null };
  read(task: ReadTask, events: ReadEvents): Promise<ReadStats>;
}

/** Bytes from which a file is identified. */
const HEAD_BYTES = 1 << 18;
/** From this size on a worker reads while this thread writes; below, starting one costs more than it saves. */
const WORKER_BYTES = 4 << 20;
const READ_BYTES = 1 << 22;
const PIECE_BYTES = 1 << 16;

const PLAIN: TextDialect = { encoding: 'utf-8', bom: false, delimiter: ',', quoting: 'double', lineEnd: '\n' };

const NOT_EXPORTS: Partial<Record<Container, string>> = {
  pdf: 'is a PDF, no export',
  image: 'is a picture, no export',
  sqlite: 'is a SQLite database, no export',
  binary: 'is no export: neither text nor a workbook',
  gzip: 'is compressed (gzip). Unpack it first',
  zip: 'is a zip archive. Unpack it first and import the files in it',
};

const BROKEN: Partial<Record<Container, string>> = {
  empty: 'is empty. Download the report again',
  html: 'is a web page, not the report: the login may have expired. Sign in and download the report again',
  xml: 'is XML, which eco does not read. Choose CSV, text or Excel when you download the report',
  json: 'is JSON, which eco does not read. Choose CSV, text or Excel when you download the report',
};

export async function openSource(path: string, formats: readonly ReportFormat[], only: ReportFormat | null): Promise<Source> {
  const { sha256, bytes, modifiedAt, head, beyondAscii } = digest(path);
  const container = sniffContainer(head);
  const base = { sha256, bytes, modifiedAt, workbook: false, dialect: PLAIN, identified: null, problem: null, isExport: true };
  const unreadable = { hints: () => ({ channels: [], currency: null }), read: () => Promise.reject(new Error('not readable')) };
  const none = NOT_EXPORTS[container];
  if (none) return { ...base, ...unreadable, problem: none, isExport: container === 'zip' || container === 'gzip' };
  const broken = BROKEN[container];
  if (broken) return { ...base, ...unreadable, problem: broken };
  if (container === 'xlsx' || container === 'xls') return { ...base, ...(await openWorkbook(path, formats, only)) };
  const found = identifyText(head, beyondAscii, head.length === bytes, formats, only ?? undefined);
  if (found.kind === 'unknown')
    return { ...base, ...unreadable, problem: found.message, isExport: found.bySight || meantAsExport(path, head) };
  return { ...base, ...textSource(path, bytes, found.found) };
}

function textSource(path: string, bytes: number, identified: TextIdentified) {
  return {
    identified,
    dialect: identified.dialect,
    hints: (binding: Binding) => sampleHints(binding, identified),
    read: (task: ReadTask, events: ReadEvents) =>
      bytes >= WORKER_BYTES && canUseWorker
        ? readInWorker(task, path, identified.skipRows, events)
        : Promise.resolve(readTextFile(task, path, identified.skipRows, events)),
  };
}

async function openWorkbook(path: string, formats: readonly ReportFormat[], only: ReportFormat | null) {
  const { loadWorkbookReader } = await import('../files/workbook.js');
  const sheets = (await loadWorkbookReader())(readFileSync(path));
  const unreadable = { hints: () => ({ channels: [], currency: null }), read: () => Promise.reject(new Error('not readable')) };
  let message = 'is a workbook without rows';
  for (const sheet of sheets) {
    const found = identifyRows(sheet.rows, formats, only ?? undefined);
    if (found.kind === 'known') return { ...sheetSource(sheet.rows, found.found), workbook: true };
    if (sheet.rows.length > 0) message = found.message;
  }
  return { ...unreadable, problem: message };
}

function sheetSource(rows: readonly TextRow[], identified: Identified) {
  return {
    identified,
    hints: (binding: Binding) => sampleHints(binding, identified),
    read: (task: ReadTask, events: ReadEvents) => Promise.resolve(readSheet(task, rows.slice(identified.skipRows), events)),
  };
}

/** Reads the sample as the file will be read, for its sales channels and currencies. */
function sampleHints(binding: Binding, identified: Identified): { channels: string[]; currency: string | null } {
  const channels = new Map<string, number>();
  const currencies = new Set<string>();
  const reader = createRowReader(
    binding,
    { currency: null, workbook: false, zoneOffset: () => 0, hashBuyer: () => '' },
    {
      batch({ columns }) {
        for (const channel of columns.storeBy ?? []) {
          if (channel !== null) channels.set(String(channel), (channels.get(String(channel)) ?? 0) + 1);
        }
        for (const currency of columns.currency ?? []) if (currency !== null) currencies.add(String(currency));
      },
      rejected: () => undefined,
    },
  );
  for (const cells of identified.sample) {
    if (cells.length === binding.header.length)
      reader.row(
        0,
        binding.wanted.map((at) => cells[at] as string),
      );
  }
  reader.end();
  return { channels: [...channels].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([channel]) => channel), currency: currencies.size === 1 ? ([...currencies][0] as string) : null };
}

/** Reads the whole file once for its hash and keeps its head. */
function digest(path: string): { sha256: string; bytes: number; modifiedAt: number; head: Uint8Array; beyondAscii: Uint8Array | null } {
  const file = openSync(path, 'r');
  try {
    const stat = fstatSync(file);
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, Math.max(1, stat.size)));
    let head = Buffer.alloc(0);
    let beyondAscii: Uint8Array | null = null;
    let bytes = 0;
    for (;;) {
      const length = readSync(file, buffer, 0, buffer.length, null);
      if (length === 0) break;
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, buffer.subarray(0, Math.min(length, HEAD_BYTES - head.length))]);
      hash.update(buffer.subarray(0, length));
      if (beyondAscii === null && isAscii(head)) beyondAscii = pieceBeyondAscii(buffer.subarray(0, length));
      bytes += length;
    }
    return { sha256: hash.digest('hex'), bytes, modifiedAt: Math.floor(stat.mtimeMs / 1000), head, beyondAscii };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new FileDamage(null, `The file cannot be read (${code ?? 'unknown error'})`, 'Check that it exists and that you may read it');
  } finally {
    closeSync(file);
  }
}

/** From the line of the first byte beyond ASCII on, enough to tell an encoding; null where all is ASCII. */
function pieceBeyondAscii(chunk: Uint8Array): Uint8Array | null {
  if (isAscii(chunk)) return null;
  let at = 0;
  while ((chunk[at] as number) < 0x80) at++;
  const start = chunk.lastIndexOf(0x0a, at) + 1;
  return Uint8Array.from(chunk.subarray(start, start + PIECE_BYTES));
}

/** An unknown text is meant as an export when it is named like one and holds columns: a letter or a README is none. */
function meantAsExport(path: string, head: Uint8Array): boolean {
  if (!/\.(csv|tsv|tab|txt|xls)$/i.test(path)) return false;
  const lines = Buffer.from(head.subarray(0, 4096)).toString('latin1').split(/\r?\n/);
  return /\.(csv|tsv|xls)$/i.test(path) || lines.filter((line) => /\t.*\t|[,;|].*[,;|]/.test(line)).length >= 2;
}
