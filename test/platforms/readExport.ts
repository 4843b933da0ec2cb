/** Reads a file the way an import does: identified by its bytes, bound, every row stored, ignored or rejected. */
import { readFileSync } from 'node:fs';
import { zone } from '../../src/core/zone.js';
import type { TextDialect } from '../../src/files/dialect.js';
import { createTextReader } from '../../src/files/textReader.js';
import { openSource } from '../../src/importing/source.js';
import { type Binding, bind } from '../../src/platforms/binding.js';
import type { DateOrder } from '../../src/platforms/cells/date.js';
import { constantsInPreamble } from '../../src/platforms/preamble.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
import { createRowReader, type RecordBatch, type RejectedRow, type RowsRead } from '../../src/platforms/rowReader.js';

export interface StoreParams {
  readonly currency: string | null;
  readonly timeZone: string;
}

export const NO_STORE: StoreParams = { currency: null, timeZone: 'UTC' };

export type Cells = Readonly<Record<string, string | number>>;

export interface ReadExport {
  readonly dialect: TextDialect | 'workbook';
  readonly binding: Binding;
  /** Stored rows; only what is known. */
  readonly rows: readonly Cells[];
  readonly ignored: Readonly<Record<string, number>>;
  readonly rejected: readonly RejectedRow[];
  /** Rows read: stored, ignored and rejected ones. */
  readonly read: number;
  readonly span: RowsRead['span'];
  /** All cells of the rows with as many as the header, by line. */
  readonly cells: ReadonlyMap<number, readonly string[]>;
}

/** Reads a file as an import does: once more where its dates tell how others of them are to be read. */
export async function readExport(path: string, store: StoreParams = NO_STORE, dateOrder?: DateOrder): Promise<ReadExport> {
  const source = await openSource(path, REPORT_FORMATS, null);
  const { identified, dialect } = source;
  if (!identified) throw new Error(`${path} ${source.problem}`);
  const binding = bind(identified.match, identified.header, constantsInPreamble(identified.preamble, identified.match.format));
  const rows: Cells[] = [];
  const rejected: RejectedRow[] = [];
  const reader = createRowReader(
    binding,
    {
      currency: store.currency,
      zoneOffset: zone(store.timeZone).offsetAtLocal,
      dayOf: zone(store.timeZone).dayOf,
      workbook: source.workbook,
      dateOrder,
      hashBuyer: (buyer) => `hash of ${buyer.length} characters`,
    },
    { batch: (batch) => rows.push(...cellsOf(batch)), rejected: (row) => rejected.push(row) },
  );
  let read = 0;
  const cells = new Map<number, readonly string[]>();
  const row = (line: number, all: readonly string[]) => {
    read++;
    cells.set(line, [...all]); // the text reader uses its array again
    reader.row(
      line,
      binding.wanted.map((at) => all[at] ?? ''),
    );
  };
  const irregular = (line: number, cells: readonly string[]) => {
    read++;
    reader.irregular(line, cells);
  };
  const all = binding.header.map((_, at) => at);
  if (!source.table) {
    const layout = { columnCount: binding.header.length, wanted: all, kept: binding.kept };
    const text = createTextReader(dialect, layout, { row, irregular }, { firstLine: 1, skipRows: identified.skipRows });
    text.pushBytes(readFileSync(path));
    text.end();
  } else {
    for (const each of [...source.table()].slice(identified.skipRows)) row(each.line, each.cells);
  }
  const { ignored, span, dateOrder: proven } = reader.end();
  if (rejected.length > 0 && proven !== null && dateOrder === undefined) return readExport(path, store, proven);
  return {
    dialect: source.workbook ? 'workbook' : dialect,
    binding,
    rows,
    ignored: Object.fromEntries(ignored),
    rejected,
    read,
    span,
    cells,
  };
}

function cellsOf(batch: RecordBatch): Cells[] {
  return Array.from({ length: batch.count }, (_, at) => {
    const row: Record<string, string | number> = {};
    for (const name in batch.columns) {
      const value = batch.columns[name]?.[at] ?? null;
      if (value !== null) row[name] = value;
    }
    return row;
  });
}
