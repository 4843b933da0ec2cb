/**
 * Finds the cells of one row of a known number of columns, character code by character code. It accepts a row only where nothing
 * about it is doubtful, so what it finds needs no other check. Most cells of an export repeat those above: a stretch that is alike in
 * both rows is passed as one, and only the cells that differ are searched for their ends.
 *
 * Grammar of a cell: quoted, `"[^"]*(?:""[^"]*)*"`, or plain, without delimiter, quote or line end. Rows with a plain cell that holds
 * a quote or a lone CR, or with another number of cells, are not accepted: csv-parse reads them (judge.ts).
 */
import type { TextDialect } from './dialect.js';

/** Which cells of a row are needed: indexes of columns from 0. */
export interface ReaderLayout {
  columnCount: number;
  /** Columns whose cells are handed over. */
  wanted: readonly number[];
  /** Columns whose text is kept. */
  kept: readonly number[];
}

/** Character codes of a text with a line feed behind its end, so that no search for the end of a cell runs out of it. */
export type Codes = Uint8Array | Uint16Array;

export interface RowScanner {
  /** Where the cells of the row last accepted start and end, quotes included. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 for each of its cells that is known to be the same text as that of the row accepted before. */
  readonly repeated: Uint8Array;
  /** Whether a line end stands within a quoted cell of it. */
  spansLines(): boolean;
  /** The text whose rows come next. */
  within(codes: Codes): void;
  /** No row stands above the next one. */
  forget(): void;
  /** Index after the line end of the row that starts at `start`; −1 where it is not accepted. The row may reach beyond the text. */
  scan(start: number): number;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** A number of 32 bits that holds a byte four times. */
const fourTimes = (byte: number) => Math.imul(byte, 0x01010101);
const TOP_BITS = fourTimes(0x80);
const ONES = fourTimes(1);
const QUOTES = fourTimes(QUOTE);
const CONTROLS = fourTimes(CR + 1);

export function rowScanner(dialect: TextDialect, columnCount: number): RowScanner {
  const delimiter = dialect.delimiter.charCodeAt(0);
  const mayQuote = dialect.quoting === 'double';
  const quote = mayQuote ? QUOTE : delimiter;
  const crEndsLine = dialect.lineEnd === '\r';
  // Most characters are letters, beyond all of those that may end a cell: one comparison passes them.
  const highest = Math.max(delimiter, quote, CR);
  const beyond = fourTimes(highest + 1);
  const starts = new Int32Array(columnCount);
  const ends = new Int32Array(columnCount);
  const repeated = new Uint8Array(columnCount);
  /** Whether starts and ends are those of a row above, in the same text. */
  let hasAbove = false;
  let spansLines = false;
  let codes: Codes = new Uint8Array(0);
  /** The codes, where four of them can be looked at together. */
  let fours: DataView | null = null;
  /** Where fewer than four are left. */
  let lastFour = 0;

  function within(text: Codes): void {
    codes = text;
    fours = text instanceof Uint8Array ? new DataView(text.buffer, text.byteOffset, text.length) : null;
    lastFour = text.length - 4;
    hasAbove = false;
  }

  function scan(start: number): number {
    const isBelow = hasAbove;
    hasAbove = false;
    spansLines = false;
    const endAbove = ends[columnCount - 1] as number;
    let at = start;
    for (let column = 0; column < columnCount; column++) {
      let known = at;
      if (isBelow) {
        const shift = at - (starts[column] as number);
        // At most up to the line end, with it.
        known += alikeFrom(at - shift, at, endAbove + 1 - (at - shift));
        const alike = known - shift;
        while ((ends[column] as number) < alike) {
          (starts[column] as number) += shift;
          (ends[column] as number) += shift;
          repeated[column] = 1;
          if (++column === columnCount) return endOfRow(start, ends[columnCount - 1] as number);
        }
        at = (starts[column] as number) + shift;
      }
      starts[column] = at;
      repeated[column] = 0;
      let code = codes[at] as number;
      if (code === QUOTE && mayQuote) {
        at = quotedEnd(at + 1);
        if (at < 0) return -1;
        code = codes[at] as number;
      } else if (code !== delimiter) {
        // What is alike holds nothing that may end a cell.
        at = pastLetters(known);
        code = codes[at] as number;
        while (code > highest || (code !== delimiter && code !== LF && code !== CR && code !== quote)) code = codes[++at] as number;
      }
      ends[column] = at;
      if (column === columnCount - 1) break;
      if (code !== delimiter) return -1;
      at++;
    }
    return endOfRow(start, at);
  }

  function endOfRow(start: number, at: number): number {
    // An empty line is no row, not even of one empty cell.
    if (columnCount === 1 && at === start) return -1;
    const end = afterLineEnd(at);
    // Below a row with line ends in its cells, the same cells would be passed without a look at them.
    hasAbove = end >= 0 && !spansLines;
    return end;
  }

  /** Index after the line end that stands at `at`; −1 where none does. */
  function afterLineEnd(at: number): number {
    if (codes[at] === LF) return at + 1;
    if (codes[at] !== CR) return -1;
    if (codes[at + 1] === LF) return at + 2;
    return crEndsLine ? at + 1 : -1;
  }

  /** How many characters from `at` on are those from `above` on, `most` at most. */
  function alikeFrom(above: number, at: number, most: number): number {
    let alike = 0;
    if (fours !== null) {
      const end = Math.min(most - 4, lastFour - at);
      for (; alike <= end; alike += 4) {
        const differing = fours.getInt32(above + alike, true) ^ fours.getInt32(at + alike, true);
        if (differing !== 0) return alike + ((31 - Math.clz32(differing & -differing)) >> 3);
      }
    }
    while (alike < most && codes[above + alike] === codes[at + alike]) alike++;
    return alike;
  }

  /** Passes four characters at a time as long as none of them may end a cell: then no subtraction borrows, and no top bit comes up. */
  function pastLetters(from: number): number {
    if (fours === null) return from;
    let at = from;
    for (; at <= lastFour; at += 4) {
      const four = fours.getInt32(at, true);
      if (((four - beyond) & ~four & TOP_BITS) !== 0) break;
    }
    return at;
  }

  /** Index after the closing quote; −1 where none closes. */
  function quotedEnd(from: number): number {
    for (let at = pastUnquoted(from); at < codes.length; at = pastUnquoted(at + 1)) {
      const code = codes[at] as number;
      if (code === QUOTE) {
        if (codes[at + 1] !== QUOTE) return at + 1;
        at++;
      } else if (code === LF || code === CR) spansLines = true;
    }
    return -1;
  }

  /** The same within quotes, where only a quote and the line ends matter. */
  function pastUnquoted(from: number): number {
    if (fours === null) return from;
    let at = from;
    for (; at <= lastFour; at += 4) {
      const four = fours.getInt32(at, true);
      const quotes = four ^ QUOTES;
      if ((((quotes - ONES) & ~quotes) | ((four - CONTROLS) & ~four)) & TOP_BITS) break;
    }
    return at;
  }

  return {
    starts,
    ends,
    repeated,
    spansLines: () => spansLines,
    within,
    forget() {
      hasAbove = false;
    },
    scan,
  };
}
