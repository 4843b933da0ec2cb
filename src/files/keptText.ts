/**
 * The kept columns of a row as the file writes them, left to right, without line end. A million of them are copied byte by byte into
 * what is compressed, without ever becoming strings.
 */
import type { Codes, ReaderLayout, RowScanner } from './rowScanner.js';

/** Holds until the next row is read. */
export interface KeptText {
  /** Whether the whole row is known to be ASCII. */
  readonly isAscii: boolean;
  text(): string;
  /** Bytes of room that it takes at most, as UTF-8. */
  mostBytes(): number;
  /** Writes it as UTF-8 and returns the index after it; what stands behind that in the room means nothing. */
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
  isAscii = false;
  /** First and last column of each run of kept columns, one after the other. */
  private readonly runs: readonly number[];
  private readonly delimiterCode: number;
  private source = '';
  /** Its codes where it is ASCII, and each is a byte. */
  private ascii: Uint8Array | null = null;
  /** These codes, and what they were last copied to, where four can be moved together. */
  private from: DataView = new DataView(new ArrayBuffer(0));
  private target: Uint8Array | null = null;
  private to: DataView = this.from;

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
    this.ascii = codes instanceof Uint8Array ? codes : null;
    this.isAscii = this.ascii !== null;
    this.from = new DataView(codes.buffer, codes.byteOffset, codes.byteLength);
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
    return 3 * ((ends[ends.length - 1] as number) - (starts[0] as number)) + 3;
  }

  writeTo(target: Buffer, at: number): number {
    return this.ascii === null ? at + target.write(this.text(), at) : this.copy(this.ascii, target, at);
  }

  /** Moves four bytes at a time: up to three that stand behind a run come along, and are written over. */
  private copy(codes: Uint8Array, target: Uint8Array, at: number): number {
    if (this.target !== target) {
      this.target = target;
      this.to = new DataView(target.buffer, target.byteOffset, target.length);
    }
    const { runs, from, to } = this;
    const { starts, ends } = this.scanner;
    let end = at;
    for (let run = 0; run < runs.length; run += 2) {
      if (run > 0) target[end++] = this.delimiterCode;
      let next = starts[runs[run] as number] as number;
      const stop = ends[runs[run + 1] as number] as number;
      if (stop + 3 > codes.length) for (; next < stop; next++) target[end++] = codes[next] as number;
      else for (; next < stop; next += 4, end += 4) to.setInt32(end, from.getInt32(next, true), true);
      end -= next - stop;
    }
    return end;
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
