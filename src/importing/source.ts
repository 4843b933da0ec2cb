/**
 * A file on its way in: what it is, by its bytes, and how to read its rows. Text and workbooks look the same from here on.
 */

import { readFileSync } from 'node:fs';
import { utcDay } from '../core/zone.js';
import { type Container, sniffContainer } from '../files/container.js';
import type { TextDialect } from '../files/dialect.js';
import { decodeHead } from '../files/encoding.js';
import type { TextRow } from '../files/firstRows.js';
import type { Binding } from '../platforms/binding.js';
import type { ReportFormat } from '../platforms/define.js';
import { createRowReader } from '../platforms/rowReader.js';
import { type Digest, digest, fileTrouble, refuseIfChanged } from './digest.js';
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
  /** What of the file is left unread, for the user to know. */
  readonly notes: readonly string[];
  /** What the first rows tell of the store. */
  hints(binding: Binding): { channels: string[]; currency: string | null };
  read(task: ReadTask, events: ReadEvents): Promise<ReadStats>;
}

/** From this size on a worker reads while this thread writes; below, starting one costs more than it saves. */
const WORKER_BYTES = 4 << 20;

const PLAIN: TextDialect = { encoding: 'utf-8', bom: false, delimiter: ',', quoting: 'double', lineEnd: '\n' };

const NOT_EXPORTS: Partial<Record<Container, string>> = {
  pdf: 'is a PDF, no export',
  image: 'is a picture, no export',
  sqlite: 'is a SQLite database, no export',
  binary: 'is no export: neither text nor a workbook',
  gzip: 'is compressed (gzip). Unpack it first',
  zip: 'is a zip archive. Unpack it first and import the files in it',
};

/** What may well hold an export. */
const PACKED: ReadonlySet<Container> = new Set(['zip', 'gzip']);

const BROKEN: Partial<Record<Container, string>> = {
  empty: 'is empty. Download the report again',
  html: 'is a web page, not the report: the login may have expired. Sign in and download the report again',
  xml: 'is XML, which eco does not read. Choose CSV, text or Excel when you download the report',
  json: 'is JSON, which eco does not read. Choose CSV, text or Excel when you download the report',
};

const SETTLEMENT_XML = /<SettlementReport\b/;
const SETTLEMENT = 'is an Amazon settlement report as XML, which eco does not read. Download the same settlement as "Flat file V2"';

export async function openSource(
  path: string,
  formats: readonly ReportFormat[],
  only: ReportFormat | null,
  file: Digest = digest(path),
): Promise<Source> {
  const { sha256, bytes, modifiedAt, head, beyondAscii } = file;
  const container = sniffContainer(head);
  const base = { sha256, bytes, modifiedAt, workbook: false, dialect: PLAIN, identified: null, problem: null, isExport: true, notes: [] };
  const unreadable = { hints: () => ({ channels: [], currency: null }), read: () => Promise.reject(new Error('not readable')) };
  const none = NOT_EXPORTS[container];
  if (none) return { ...base, ...unreadable, problem: none, isExport: PACKED.has(container) || meantAsExport(path, head) || only !== null };
  const broken = BROKEN[container];
  if (broken)
    return {
      ...base,
      ...unreadable,
      problem: container === 'xml' && SETTLEMENT_XML.test(decodeHead(head, 'utf-8', true)) ? SETTLEMENT : broken,
    };
  if (container === 'xlsx' || container === 'xls') return { ...base, ...(await openWorkbook(path, file, formats, only)) };
  const found = identifyText(head, beyondAscii, head.length === bytes, formats, only ?? undefined);
  if (found.kind === 'unknown')
    return found.bySight || meantAsExport(path, head) || only !== null
      ? { ...base, ...unreadable, problem: found.message }
      : { ...base, ...unreadable, problem: 'is no export', isExport: false };
  return { ...base, ...textSource(path, file, found.found) };
}

function textSource(path: string, file: Digest, identified: TextIdentified) {
  return {
    identified,
    dialect: identified.dialect,
    hints: (binding: Binding) => sampleHints(binding, identified),
    async read(task: ReadTask, events: ReadEvents) {
      const inWorker = file.bytes >= WORKER_BYTES && canUseWorker;
      try {
        const stats = await (inWorker ? readInWorker : readTextFile)(task, path, identified.skipRows, events);
        refuseIfChanged(path, file);
        return stats;
      } catch (error) {
        throw fileTrouble(error);
      }
    },
  };
}

async function openWorkbook(path: string, file: Digest, formats: readonly ReportFormat[], only: ReportFormat | null) {
  const { loadWorkbookReader } = await import('../files/workbook.js');
  const sheets = (await loadWorkbookReader())(readFileSync(path));
  refuseIfChanged(path, file);
  const unreadable = { hints: () => ({ channels: [], currency: null }), read: () => Promise.reject(new Error('not readable')) };
  let message = 'is a workbook without rows';
  const known: { name: string; source: ReturnType<typeof sheetSource> }[] = [];
  for (const sheet of sheets) {
    const found = identifyRows(sheet.rows, formats, only ?? undefined);
    if (found.kind === 'known') known.push({ name: sheet.name, source: sheetSource(sheet.rows, found.found) });
    else if (sheet.rows.length > 0) message = found.message;
  }
  const [first, ...others] = known;
  if (!first) return { ...unreadable, problem: message };
  const unread = others.map(({ name }) => `"${name}"`).join(', ');
  const notes = others.length === 0 ? [] : [`only the sheet "${first.name}" was read, not ${unread}: save each as a file of its own`];
  return { ...first.source, workbook: true, notes };
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
    { currency: null, workbook: false, zoneOffset: () => 0, dayOf: utcDay, hashBuyer: () => '' },
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
  return {
    channels: [...channels].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([channel]) => channel),
    currency: currencies.size === 1 ? ([...currencies][0] as string) : null,
  };
}

/** An unknown text is meant as an export when it is named like one and holds columns: a letter or a README is none. */
function meantAsExport(path: string, head: Uint8Array): boolean {
  if (!/\.(csv|tsv|tab|txt|xls[xmb]?)$/i.test(path)) return false;
  const lines = Buffer.from(head.subarray(0, 4096)).toString('latin1').split(/\r?\n/);
  return /\.(csv|tsv|xls[xmb]?)$/i.test(path) || lines.filter((line) => /\t.*\t|[,;|].*[,;|]/.test(line)).length >= 2;
}
