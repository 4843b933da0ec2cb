/**
 * The work behind createTextReader (textReader.ts says what is read and what is refused): keeps the text that has no
 * row end yet, tries the row pattern, asks the judge, counts lines.
 */
import { FileDamage } from './damage.js';
import { countLineEnds, lineEndAt, type TextDialect } from './dialect.js';
import { tolerantReader } from './firstRows.js';
import { judgeRow } from './judge.js';
import { createLineDecoder, type LineDecoder } from './lineDecoder.js';
import { type ReaderLayout, type RowPattern, rowPattern } from './rowPattern.js';
import type { RowSink, TextReader } from './textReader.js';

/** Characters of the longest row that is still taken for one. Beyond it a quote is rather missing than the cell that long. */
const LONGEST_ROW = 1 << 20;

const EXPORT_AGAIN = 'Download or export the file again, and do not open and save it in between';

export class StrictReader implements TextReader {
  rows = 0;
  judged = 0;
  blank = 0;
  private readonly pattern: RowPattern;
  private readonly keptColumns: readonly number[];
  private readonly readTolerantly: ReturnType<typeof tolerantReader>;
  private readonly decoder: LineDecoder;
  /** Text that is not read yet begins at `at`, on physical line `line`. */
  private text = '';
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
    this.pattern = rowPattern(dialect, layout);
    this.keptColumns = [...new Set(layout.kept)].sort((a, b) => a - b);
    this.readTolerantly = tolerantReader(dialect);
    this.decoder = createLineDecoder(
      dialect.encoding,
      4 * LONGEST_ROW,
      (text) => this.pushText(text),
      () => this.stopAfterText(`a character is not valid ${dialect.encoding}`, 'The file is in another encoding or cut off'),
    );
  }

  pushBytes(chunk: Uint8Array): void {
    if (this.damage) throw this.damage;
    this.decoder.push(chunk);
  }

  pushText(more: string): void {
    if (this.damage) throw this.damage;
    if (more === '') return;
    const start = this.isStart && more.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.isStart = false;
    this.text = this.text.slice(this.at) + more.slice(start);
    this.at = 0;
    const nul = this.text.indexOf('\0');
    if (nul === -1) {
      this.readRows(this.knownLength(), false);
      return;
    }
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
    const { regex } = this.pattern;
    while (this.toSkip > 0 && this.skipRow(isWhole)) this.toSkip--;
    while (this.toSkip === 0 && this.at < limit) {
      regex.lastIndex = this.at;
      const match = regex.exec(this.text);
      if (match !== null && regex.lastIndex <= limit) this.handOver(match, regex.lastIndex);
      else if (!this.readOddLine(limit)) break;
    }
    if (this.text.length - this.at > LONGEST_ROW) this.tooLong();
  }

  private handOver(match: RegExpExecArray, end: number): void {
    if (end - this.at > LONGEST_ROW) this.tooLong();
    const { wantedGroups, keptGroups } = this.pattern;
    const { delimiter, quoting } = this.dialect;
    const cells = new Array<string>(wantedGroups.length);
    for (let index = 0; index < wantedGroups.length; index++) {
      const cell = match[wantedGroups[index] as number] as string;
      cells[index] = quoting === 'double' && cell.charCodeAt(0) === 34 ? unquoted(cell) : cell;
    }
    let kept = keptGroups.length === 0 ? '' : (match[keptGroups[0] as number] as string);
    for (let span = 1; span < keptGroups.length; span++) kept += delimiter + match[keptGroups[span] as number];
    this.rows++;
    this.sink.row(this.line, cells, kept);
    this.moveTo(end);
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
      this.sink.row(this.line, cells, kept);
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
    const { quoting, lineEnd } = this.dialect;
    this.line += quoting === 'none' && lineEnd !== '\r' ? 1 : countLineEnds(this.text, this.at, end, lineEnd);
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

function unquoted(cell: string): string {
  const inner = cell.slice(1, -1);
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}
