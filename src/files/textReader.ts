/**
 * Text to rows, strictly: what a row is, is never guessed. Every row is either accepted by a scanner for exactly its number
 * of columns (rowScanner.ts) or read by csv-parse and proved against the text (judge.ts); where neither can tell where a row ends, the file is damaged and reading stops. Rows come in order, whatever the cuts between chunks.
 *
 * Tolerated, and nothing else: '\n' and '\r\n' mixed; a last line without line end (a lone CR at the very end of the
 * file is taken for a cut CR LF); completely empty lines, skipped; rows with another number of cells, handed over as
 * irregular; in a cell that does not start with a quote, quotes and lone CRs as data. Cells are not trimmed. A byte
 * order mark is dropped at the very start and is data anywhere else. Rows to be skipped (preamble, header) are read
 * as firstRows reads them.
 */
import type { TextDialect } from './dialect.js';
import type { KeptText } from './keptText.js';
import type { ReaderLayout } from './rowScanner.js';
import { StrictReader } from './strictReader.js';

export { FileDamage } from './damage.js';
export type { KeptText } from './keptText.js';
export { keptString } from './keptText.js';
export type { ReaderLayout } from './rowScanner.js';

/**
 * Receives the rows. The arrays are used again for the next row. The strings may be views into a chunk of some 0.5 MB: whoever keeps
 * many for long should copy them.
 */
export interface RowSink {
  /**
   * A row of exactly `columnCount` cells: the wanted ones, unquoted, in the order of `wanted`; and the text of the
   * kept columns, left to right, as the file writes them, without line end. A cell with a quote or a lone CR that the
   * file writes without quotes gets them, so that the text reads the same again (except, in a file without quotes, a
   * lone CR at the end of the row). `changed` is 1 for each of the cells that may differ from that of the row handed over before;
   * null: any of them may.
   */
  row(line: number, cells: string[], kept: KeptText, changed: Uint8Array | null): void;
  /** A row with another number of cells: all of its cells. */
  irregular(line: number, cells: string[]): void;
}

/** Push or pull bytes, or push text, not both; then end. Each call may throw FileDamage, after which nothing more can be read. */
export interface TextReader {
  pushBytes(chunk: Uint8Array): void;
  /** Has up to so many bytes written where they are read, which saves copying them; `write` returns how many it wrote, and so does this. */
  pull(most: number, write: (room: Uint8Array) => number): number;
  pushText(text: string): void;
  end(): void;
  /** Rows handed over, regular and irregular. */
  readonly rows: number;
  /** Of these, the rows that csv-parse had to read. */
  readonly judged: number;
  /** Completely empty lines outside of quotes, skipped ones of the preamble included. */
  readonly blank: number;
}

/**
 * @param options.firstLine physical line number of the first line pushed
 * @param options.skipRows rows to leave out at the start, counted as firstRows lists them
 */
export function createTextReader(
  dialect: TextDialect,
  layout: ReaderLayout,
  sink: RowSink,
  options: { firstLine: number; skipRows: number },
): TextReader {
  return new StrictReader(dialect, layout, sink, options);
}
