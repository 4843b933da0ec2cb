/**
 * Reads a source (a text file, a sheet, kept cells) through its bound format: typed batches, rejected rows and kept chunks come
 * out as events. Synchronous, so that it runs the same in this thread and in a worker.
 */
import { createHmac } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { zone } from '../core/zone.js';
import type { OrderGroups } from '../facts/orderGroups.js';
import type { TextDialect } from '../files/dialect.js';
import type { TextRow } from '../files/firstRows.js';
import { createTextReader, type KeptText, keptString } from '../files/textReader.js';
import { writeRow } from '../files/writeRow.js';
import { type Binding, BUYER_COLUMN, bind, type Constants } from '../platforms/binding.js';
import type { DateOrder } from '../platforms/cells/date.js';
import { type Damage, damageScan } from '../platforms/damageScan.js';
import type { ReportFormat } from '../platforms/define.js';
import { matchHeader } from '../platforms/header.js';
import { createRowReader, type ReadParams, type RowEvents, type RowReader } from '../platforms/rowReader.js';
import { type KeptChunk, type KeptRoom, keeper, keptDialect } from './keptCells.js';

/** What it takes to read a file's rows again the same way. Plain data: it is handed to the worker and stored with the import. */
export interface ReadTask {
  readonly formatId: string;
  /** The format: a worker has no database to ask. Not stored: a fold takes it as it is then. */
  readonly format?: ReportFormat | undefined;
  readonly header: readonly string[];
  readonly dialect: TextDialect;
  readonly currency: string | null;
  readonly timeZone: string;
  readonly workbook: boolean;
  readonly buyerKey: string;
  /** What lines above the header say of all rows. */
  readonly constants?: Constants;
  /** How the numbers of dates are ordered, where the user said it or the file proved it. */
  readonly dateOrder?: DateOrder;
}

export interface ReadEvents extends RowEvents {
  /** Takes whole orders instead of batches, where a worker reads a report of orders. */
  orders?(groups: OrderGroups): void;
  kept(chunk: KeptChunk): void;
  /** Where the kept chunks are to be written, where that is not left to the reader. */
  readonly keptRoom?: KeptRoom;
  /** Takes the bytes of a text file as they are read; they are there until it returns. */
  bytes?(piece: Uint8Array): void;
  /** Bytes read so far. */
  progress(bytes: number): void;
}

export interface ReadStats {
  /** Rows of data: stored + ignored + rejected. */
  readonly rows: number;
  readonly stored: number;
  readonly ignored: Readonly<Record<string, number>>;
  readonly rejected: number;
  /** Units of rows beside rejected ones that do not say what they belong to. */
  readonly beside: ReadonlySet<string>;
  /** First and last day of the rows, in reports whose period is only known from them. */
  readonly span: { readonly from: string; readonly to: string } | null;
  /** How the numbers of its dates are ordered, where its rows prove it. */
  readonly dateOrder: DateOrder | null;
  /** What was done to the file before it came. */
  readonly damage: readonly Damage[];
}

/** Small enough for the texts to live and die in the young generation, where memory is used again at once. */
const FILE_CHUNK_BYTES = 1 << 16;
/** How much is read between two words of progress, each of which is a message where a worker reads. */
const PROGRESS_BYTES = 1 << 20;

/** Reads a text file. `skipRows`: rows above the data. */
export function readTextFile(task: ReadTask, path: string, skipRows: number, events: ReadEvents): ReadStats {
  const session = startReading(task, events);
  const reader = createTextReader(task.dialect, layoutOf(session.binding), session.sink, { firstLine: 1, skipRows });
  const file = openSync(path, 'r');
  try {
    let total = 0;
    // The first word comes with the first bytes.
    let told = -PROGRESS_BYTES;
    const next = (room: Uint8Array) => {
      const length = readSync(file, room, 0, room.length, null);
      events.bytes?.(room.subarray(0, length));
      return length;
    };
    for (;;) {
      const length = reader.pull(FILE_CHUNK_BYTES, next);
      if (length === 0) break;
      total += length;
      if (total - told >= PROGRESS_BYTES) {
        told = total;
        events.progress(total);
      }
    }
    reader.end();
  } finally {
    closeSync(file);
  }
  return session.end();
}

/** Reads the rows of a sheet. `skipRows`: rows above the data. */
export function readSheet(task: ReadTask, rows: Iterable<TextRow>, skipRows: number, events: ReadEvents): ReadStats {
  const session = startReading(task, events);
  const width = task.header.length;
  const keptOf = (cells: readonly string[]) =>
    keptString(
      writeRow(
        session.binding.kept.map((at) => cells[at] ?? ''),
        task.dialect,
      ),
    );
  let at = 0;
  for (const row of rows) {
    if (at++ < skipRows) continue;
    // Sheets cut trailing empty cells; a cell beyond the header is another matter.
    const cells = row.cells.length < width ? [...row.cells, ...Array<string>(width - row.cells.length).fill('')] : row.cells;
    if (cells.every((cell) => cell === '')) continue;
    if (cells.length > width) session.sink.irregular(row.line, cells);
    else
      session.sink.row(
        row.line,
        session.binding.wanted.map((at) => cells[at] as string),
        keptOf(cells),
        null,
      );
  }
  return session.end();
}

/** Reads kept cells back. `task.header` is the header of the kept columns. */
export function readKept(task: ReadTask, chunks: Iterable<{ text: string; lines: Int32Array }>, events: RowEvents): ReadStats {
  const session = startReading(task, { ...events, kept: () => undefined, progress: () => undefined });
  let lines: Int32Array = new Int32Array();
  let row = 0;
  const sink = {
    row: (_line: number, cells: string[], kept: KeptText, changed: Uint8Array | null) =>
      session.sink.row(lines[row++] as number, cells, kept, changed),
    irregular: (_line: number, cells: string[]) => session.sink.irregular(lines[row++] as number, cells),
  };
  for (const chunk of chunks) {
    lines = chunk.lines;
    row = 0;
    const reader = createTextReader(keptDialect(task.dialect), layoutOf(session.binding), sink, { firstLine: 1, skipRows: 0 });
    reader.pushText(chunk.text);
    reader.end();
  }
  return session.end();
}

/** The header of the cells that are kept of a file. */
export function keptHeader(binding: Binding): string[] {
  const names = binding.kept.map((at) => binding.header[at] ?? '');
  return binding.buyer && !binding.buyer.hashed ? [...names, BUYER_COLUMN] : names;
}

function layoutOf(binding: Binding) {
  return { columnCount: binding.header.length, wanted: binding.wanted, kept: binding.kept };
}

export function bindTask(task: Pick<ReadTask, 'formatId' | 'format' | 'header' | 'constants'>): Binding {
  const { format } = task;
  if (!format) throw new Error(`no report format ${task.formatId}`);
  return bind(matchHeader(format, task.header), task.header, task.constants);
}

function startReading(task: ReadTask, events: ReadEvents) {
  const binding = bindTask(task);
  const params = readParams(task);
  const reader = createRowReader(binding, params, events);
  const kept = keeper(events.kept, events.keptRoom);
  const withBuyer = buyerSuffix(binding, task.dialect, params);
  const scan = damageScan(binding);
  let rows = 0;
  const sink = {
    row(line: number, cells: string[], text: KeptText, changed: Uint8Array | null) {
      rows++;
      scan.row(cells, changed, text.isAscii);
      if (reader.row(line, cells, changed) === 'stored') kept.keep(line, text, withBuyer(cells));
    },
    irregular(line: number, cells: string[]) {
      rows++;
      const { outcome, padded } = reader.irregular(line, cells);
      if (outcome !== 'stored' || !padded) return;
      const text = writeRow(
        binding.kept.map((at) => padded[at] as string),
        task.dialect,
      );
      kept.keep(line, keptString(text), withBuyer(binding.wanted.map((at) => padded[at] as string)));
    },
  };
  return { binding, sink, end: () => ({ ...endReading(reader, kept.end), rows, damage: scan.found() }) };
}

function endReading(reader: RowReader, endKeeping: () => void): Omit<ReadStats, 'rows' | 'damage'> {
  const { ignored, rejectedRows, ...read } = reader.end();
  endKeeping();
  return { ...read, ignored: Object.fromEntries(ignored), rejected: rejectedRows };
}

/** In kept cells the buyer's own column is gone; a keyed hash at the end of the row stands for it. */
function buyerSuffix(binding: Binding, dialect: TextDialect, params: ReadParams): (wanted: readonly string[]) => string {
  const { buyer } = binding;
  if (!buyer || buyer.hashed) return () => '';
  const slot = binding.wanted.indexOf(buyer.column);
  return (wanted) => {
    const cell = (wanted[slot] as string).trim();
    return dialect.delimiter + (cell === '' ? '' : params.hashBuyer(cell.toLowerCase()));
  };
}

function readParams(task: ReadTask): ReadParams {
  const { offsetAtLocal, dayOf } = zone(task.timeZone);
  return {
    currency: task.currency,
    workbook: task.workbook,
    dateOrder: task.dateOrder,
    zoneOffset: offsetAtLocal,
    dayOf,
    hashBuyer: buyerHash(task.buyerKey),
  };
}

/** 96 bits of HMAC-SHA-256: enough to tell buyers apart, useless without the key that lies beside the database. */
export function buyerHash(key: string): (buyer: string) => string {
  return (buyer) => createHmac('sha256', key).update(buyer).digest('base64url').slice(0, 16);
}
