/** What the reader of rows is given, and what it tells. */
import type { DateOrder } from './cells/date.js';
import type { RecordBatch } from './rowBatch.js';
import type { Place, Values } from './rowValues.js';

/** What the reader must know of the store and the file. */
export interface ReadParams {
  /** The store's currency, where neither the row nor the cell names one. */
  readonly currency: string | null;
  /** Seconds east of UTC of the store at a local time, for stamps without a zone. */
  readonly zoneOffset: (localEpochSeconds: number) => number;
  /** The calendar day of an instant there. */
  readonly dayOf: (epochSeconds: number) => string;
  /** How the numbers of dates are ordered, where the user or the file's own dates say it and the format does not. */
  readonly dateOrder?: DateOrder;
  /** Cells of a workbook: dates are serial numbers, percentages are fractions. */
  readonly workbook: boolean;
  /** Keyed hash of a buyer's name or mail. */
  readonly hashBuyer: (buyer: string) => string;
}

export interface RejectedRow {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
  /** What the row belongs to, all of which is then left out; null where it belongs to nothing, or nothing tells to what. */
  readonly unit: UnitClaim | null;
}

/**
 * The unit of a row that cannot be read, as far as it can be told. Only to be compared with the units of rows that are stored: in a
 * displaced row it may be anything, a person's street too.
 */
export interface UnitClaim {
  /** The parts of its key; null for one that cannot be read and so may be any. */
  readonly parts: readonly (string | null)[];
  /** What the campaign is called that goes by its id in the key: rows that do not have the id go by this. */
  readonly name: string | null;
  /** The row is longer than the header: its cells may have slipped, and the parts may be those of other columns. */
  readonly isDisplaced: boolean;
}

export interface RowEvents {
  batch(batch: RecordBatch): void;
  /** Takes each stored row as it is read, instead of batches; what it is given holds until the next row. */
  rows?(place: Place): (values: Values) => void;
  rejected(row: RejectedRow): void;
}

export type RowOutcome = 'stored' | 'ignored' | 'rejected';

export interface RowReader {
  /** The wanted cells of a row, in the order of the binding; `changed` as for `RowSink`. */
  row(line: number, cells: readonly string[], changed?: Uint8Array | null): RowOutcome;
  /** A row with another number of cells than the header. `padded` are its cells made to fit, where the format allows that. */
  irregular(line: number, cells: readonly string[]): { outcome: RowOutcome; padded: readonly string[] | null };
  /** Hands over what is left. */
  end(): RowsRead;
}

/** What became of the rows. */
export interface RowsRead {
  readonly stored: number;
  readonly ignored: ReadonlyMap<string, number>;
  readonly rejectedRows: number;
  /** Units of rows beside such that cannot be read and do not say what they belong to. */
  readonly beside: ReadonlySet<string>;
  /** The order of the numbers of its dates, where its rows prove one. */
  readonly dateOrder: DateOrder | null;
  /** First and last day with traffic of all stored rows, in reports whose period is a `span`. */
  readonly span: { readonly from: string; readonly to: string } | null;
}
