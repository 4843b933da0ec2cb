/**
 * The work behind createTextReader (textReader.ts says what is read and what is refused): keeps the text that has no
 * row end yet, scans for a row, asks the judge, counts lines.
 *
 * Most cells of an export repeat the cell above. They are compared as codes, and only the others become new strings.
 */
import { FileDamage } from './damage.js';
import { countLineEnds, lineEndAt, type TextDialect } from './dialect.js';
import { tolerantReader } from './firstRows.js';
import { judgeRow } from './judge.js';
import { KeptSpans, keptString } from './keptText.js';
import { createLineDecoder, type LineDecoder } from './lineDecoder.js';
import { type Codes, type ReaderLayout, type RowScanner, rowScanner } from './rowScanner.js';
import { TextCodes } from './textCodes.js';
import type { RowSink, TextReader } from './textReader.js';

/** Characters of the longest row that is still taken for one. Beyond it a quote is rather missing than the cell that long. */
const LONGEST_ROW = 1 << 20;

const EXPORT_AGAIN = 'Download or export the file again, and do not open and save it in between';

export class StrictReader implements TextReader {
  rows = 0;
  judged = 0;
  blank = 0;
  private readonly scanner: RowScanner;
  private readonly codes = new TextCodes();
  private readonly cells: string[];
  private readonly changed: Uint8Array;
  private readonly kept: KeptSpans;
  private readonly keptColumns: readonly number[];
  private readonly readTolerantly: ReturnType<typeof tolerantReader>;
  private readonly decoder: LineDecoder;
  /** Text that is not read yet begins at `at`, on physical line `line`. */
  private text = '';
  /** Its bytes, where each is a character of it, while it is pushed. */
  private bytes: Uint8Array | null = null;
  private at = 0;
  private line: number;
  private toSkip: number;
  private isStart = true;
  private damage: FileDamage | null = null;

  constructor(
    private readonly dialect: TextDialect,
    private readonly layout: ReaderLayout,
    private readonly sink: RowSink,
    options: { firstLine: number; skipRows: number },
  ) {
    this.line = options.firstLine;
    this.toSkip = options.skipRows;
    this.scanner = rowScanner(dialect, layout.columnCount);
    this.cells = layout.wanted.map(() => '');
    this.changed = new Uint8Array(layout.wanted.length);
    this.kept = new KeptSpans(this.scanner, layout, dialect.delimiter);
    this.keptColumns = [...new Set(layout.kept)].sort((a, b) => a - b);
    this.readTolerantly = tolerantReader(dialect);
    this.decoder = createLineDecoder(
      dialect.encoding,
      4 * LONGEST_ROW,
      (text, ascii) => this.push(text, ascii),
      () => this.stopAfterText(`a character is not valid ${dialect.encoding}`, 'The file is in another encoding or cut off'),
    );
  }

  pushBytes(chunk: Uint8Array): void {
    if (this.damage) throw this.damage;
    this.decoder.push(chunk);
  }

  pull(most: number, write: (room: Uint8Array) => number): number {
    if (this.damage) throw this.damage;
    return this.decoder.pull(most, write);
  }

  pushText(more: string): void {
    this.push(more, null);
  }

  /** `ascii`: the bytes of the text, where they are its codes. */
  private push(more: string, ascii: Uint8Array | null): void {
    if (this.damage) throw this.damage;
    if (more === '') return;
    const start = this.isStart && more.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.isStart = false;
    this.bytes = this.at === this.text.length && more.endsWith('\n') ? ascii : null;
    this.text = this.text.slice(this.at) + more.slice(start);
    this.at = 0;
    const nul = this.text.indexOf('\0');
    if (nul === -1) this.readRows(this.knownLength(), false);
    // They are somebody else's again.
    this.bytes = null;
    if (nul === -1) return;
    this.text = this.text.slice(0, nul);
    this.stopAfterText('a NUL character, which no text file holds: half downloaded, or UTF-16 without a mark', EXPORT_AGAIN);
  }

  end(): void {
    if (this.damage) throw this.damage;
    this.decoder.end();
    const { text } = this;
    if (this.at === text.length) return;
    if (lineEndAt(text, text.length - 1, this.dialect.lineEnd) === 0) this.text += '\n';
    this.readRows(this.text.length, true);
    if (this.at < this.text.length) this.stop(this.line, 'a quote opens in this row and is never closed', EXPORT_AGAIN);
  }

  /** Length of the text up to the last line end that more text cannot change: a CR at the very end may be half of CR LF. */
  private knownLength(): number {
    const { text } = this;
    if (this.dialect.lineEnd !== '\r') return text.lastIndexOf('\n') + 1;
    const last = text.length - (text.endsWith('\r') ? 2 : 1);
    return last < 0 ? 0 : Math.max(text.lastIndexOf('\n', last), text.lastIndexOf('\r', last)) + 1;
  }

  /** Reads the rows that end at or before `limit`, an index after a line end. */
  private readRows(limit: number, isWhole: boolean): void {
    while (this.toSkip > 0 && this.skipRow(isWhole)) this.toSkip--;
    if (this.toSkip === 0 && this.at < limit) this.scanRows(limit);
    if (this.text.length - this.at > LONGEST_ROW) this.tooLong();
  }

  private scanRows(limit: number): void {
    const codes = this.bytes === null ? this.codes.of(this.text) : this.bytes;
    this.kept.within(this.text, codes);
    this.scanner.within(codes);
    while (this.at < limit) {
      const end = this.scanner.scan(this.at);
      if (end >= 0 && end <= limit) this.handOver(codes, end);
      else {
        this.scanner.forget();
        if (!this.readOddLine(limit)) break;
      }
    }
  }

  private handOver(codes: Codes, end: number): void {
    if (end - this.at > LONGEST_ROW) this.tooLong();
    const { cells, changed } = this;
    const { starts, ends, repeated } = this.scanner;
    const { wanted } = this.layout;
    const mayQuote = this.dialect.quoting === 'double';
    for (let index = 0; index < wanted.length; index++) {
      const column = wanted[index] as number;
      const isNew = 1 - (repeated[column] as number);
      changed[index] = isNew;
      if (isNew === 0) continue;
      const start = starts[column] as number;
      const cellEnd = ends[column] as number;
      const cell = this.text.substring(start, cellEnd);
      cells[index] = mayQuote && codes[start] === 34 && cellEnd > start ? unquoted(cell) : cell;
    }
    this.rows++;
    this.sink.row(this.line, cells, this.kept, changed);
    if (this.scanner.spansLines()) this.moveTo(end);
    else {
      this.line++;
      this.at = end;
    }
  }

  /** An empty line, or a row for the judge. False where the row's end is not in the text. */
  private readOddLine(limit: number): boolean {
    const length = lineEndAt(this.text, this.at, this.dialect.lineEnd);
    if (length > 0) {
      this.blank++;
      this.moveTo(this.at + length);
      return true;
    }
    const row = judgeRow(this.text, this.at, limit, LONGEST_ROW, this.dialect);
    if (row === 'open') return false;
    if (row === 'broken') {
      return this.stop(this.line, 'text stands after a closing quote, so the end of the cell is uncertain', EXPORT_AGAIN);
    }
    if (row.end - this.at > LONGEST_ROW) this.tooLong();
    this.rows++;
    this.judged++;
    if (row.cells.length === this.layout.columnCount) {
      const cells = this.layout.wanted.map((column) => row.cells[column] as string);
      const kept = this.keptColumns.map((column) => row.spelled[column]).join(this.dialect.delimiter);
      this.sink.row(this.line, cells, keptString(kept), null);
    } else this.sink.irregular(this.line, row.cells);
    this.moveTo(row.end);
    return true;
  }

  /** Goes past one row, and the empty lines before it. */
  private skipRow(isWhole: boolean): boolean {
    while (this.at < this.text.length) {
      const row = this.readTolerantly(this.text, this.at, isWhole);
      if (row === null) return false;
      this.moveTo(row.end);
      if (row.cells.length > 0) return true;
      this.blank++;
    }
    return false;
  }

  private moveTo(end: number): void {
    this.line += countLineEnds(this.text, this.at, end, this.dialect.lineEnd);
    this.at = end;
  }

  private tooLong(): never {
    const reason = `no end of the row within ${LONGEST_ROW} characters: a quote is missing, or this is no table`;
    return this.stop(this.line, reason, EXPORT_AGAIN);
  }

  /** What follows the text pushed so far cannot be read: its whole rows are handed over first. */
  private stopAfterText(reason: string, hint: string): never {
    this.readRows(this.text.length - this.partialLine(), false);
    return this.stop(this.line + countLineEnds(this.text, this.at, this.text.length, this.dialect.lineEnd), reason, hint);
  }

  /** Length of the text after the last line end. */
  private partialLine(): number {
    const feed = this.text.lastIndexOf('\n');
    return this.text.length - 1 - (this.dialect.lineEnd === '\r' ? Math.max(feed, this.text.lastIndexOf('\r')) : feed);
  }

  private stop(line: number, reason: string, hint: string): never {
    this.damage = new FileDamage(line, reason, hint);
    throw this.damage;
  }
}

/** The cell without its quotes. Pieces are joined: replacing takes twice the time. */
function unquoted(cell: string): string {
  const last = cell.length - 1;
  let text = '';
  let from = 1;
  for (let quote = cell.indexOf('"', from); quote < last; quote = cell.indexOf('"', from)) {
    text += cell.slice(from, quote + 1);
    from = quote + 2;
  }
  return text + cell.slice(from, last);
}
