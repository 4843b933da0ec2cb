/**
 * The kept columns of a row as the file writes them, left to right, without line end. A million of them are copied byte by byte into
 * what is compressed, without ever becoming strings.
 */
import type { Codes, ReaderLayout, RowScanner } from './rowScanner.js';

/** From this many bytes on the engine's own copy is faster, although it takes a view of them. */
const LONG_RUN = 48;

/** Holds until the next row is read. */
export interface KeptText {
  /** Whether the whole row is known to be ASCII. */
  readonly isAscii: boolean;
  text(): string;
  /** Bytes that it takes at most, as UTF-8. */
  mostBytes(): number;
  /** Writes it as UTF-8 and returns the index after it. */
  writeTo(target: Buffer, at: number): number;
}

/** Kept cells that are a text already. */
export function keptString(text: string): KeptText {
  return {
    isAscii: false,
    text: () => text,
    mostBytes: () => 3 * text.length,
    writeTo: (target, at) => at + target.write(text, at),
  };
}

/** The kept cells of the row that a scanner found in a text. */
export class KeptSpans implements KeptText {
  /** First and last column of each run of kept columns, one after the other. */
  private readonly runs: readonly number[];
  private readonly delimiterCode: number;
  private codes: Codes = new Uint8Array(0);
  private source = '';

  constructor(
    private readonly scanner: RowScanner,
    layout: ReaderLayout,
    private readonly delimiter: string,
  ) {
    this.runs = runsOf(layout.kept);
    this.delimiterCode = delimiter.charCodeAt(0);
  }

  /** The text in which the next rows stand, and its codes. */
  within(text: string, codes: Codes): void {
    this.source = text;
    this.codes = codes;
  }

  get isAscii(): boolean {
    return this.codes instanceof Uint8Array;
  }

  text(): string {
    const { runs, scanner } = this;
    let text = '';
    for (let run = 0; run < runs.length; run += 2) {
      const span = this.source.slice(scanner.starts[runs[run] as number], scanner.ends[runs[run + 1] as number]);
      text = run === 0 ? span : text + this.delimiter + span;
    }
    return text;
  }

  mostBytes(): number {
    const { starts, ends } = this.scanner;
    return 3 * ((ends[ends.length - 1] as number) - (starts[0] as number));
  }

  writeTo(target: Buffer, at: number): number {
    const { codes } = this;
    return codes instanceof Uint8Array ? this.copy(codes, target, at) : at + target.write(this.text(), at);
  }

  /** One byte a code: they are ASCII. */
  private copy(codes: Uint8Array, target: Uint8Array, from: number): number {
    const { runs, scanner } = this;
    let to = from;
    for (let run = 0; run < runs.length; run += 2) {
      if (run > 0) target[to++] = this.delimiterCode;
      const start = scanner.starts[runs[run] as number] as number;
      const end = scanner.ends[runs[run + 1] as number] as number;
      if (end - start >= LONG_RUN) {
        target.set(codes.subarray(start, end), to);
        to += end - start;
      } else for (let at = start; at < end; at++) target[to++] = codes[at] as number;
    }
    return to;
  }
}

function runsOf(columns: readonly number[]): number[] {
  const runs: number[] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    if (runs.at(-1) === column - 1) runs[runs.length - 1] = column;
    else runs.push(column, column);
  }
  return runs;
}
