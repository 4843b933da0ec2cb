/**
 * A text template with some cells replaced and rows added: every other character stays where it is, quotes, blanks, comments, line ends.
 */
import { lineEndAt, lineEndOf, type TextDialect } from './dialect.js';
import { tolerantReader } from './firstRows.js';
import { quoted } from './quote.js';
import { writeRow } from './writeRow.js';

export interface CellEdit {
  /** The line on which the row starts (text) or the row's number (sheet). */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

type Grammar = Pick<TextDialect, 'delimiter' | 'quoting'>;

export interface PlacedRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where the row's text begins and where its line end is over. */
  readonly start: number;
  readonly end: number;
}

/** All rows of a text with their places. Empty lines are no rows. A byte order mark belongs to no row. */
export function placedRows(text: string, grammar: Grammar): PlacedRow[] {
  const lineEnd = lineEndOf(text);
  const read = tolerantReader({ ...grammar, lineEnd });
  // The reader ends a row at its line end; the last one may have none.
  const whole = lineEndAt(text, text.length - 1, lineEnd) === 0 ? `${text}\n` : text;
  const rows: PlacedRow[] = [];
  let line = 1;
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    const row = read(whole, at, true);
    if (row === null) break;
    if (row.cells.length > 0) rows.push({ line, cells: row.cells, start: at, end: Math.min(row.end, text.length) });
    line += whole.slice(at, row.end).split(lineEnd === '\r' ? '\r' : '\n').length - 1;
    at = row.end;
  }
  return rows;
}

/** The text with the edits made and rows added at its end. */
export function patchText(text: string, grammar: Grammar, edits: readonly CellEdit[], added: readonly (readonly string[])[] = []): string {
  const lineEnd = lineEndOf(text);
  const byLine = new Map<number, CellEdit[]>();
  for (const edit of edits) byLine.set(edit.line, [...(byLine.get(edit.line) ?? []), edit]);
  const parts: string[] = [];
  let done = 0;
  for (const row of placedRows(text, grammar)) {
    const own = byLine.get(row.line);
    if (!own) continue;
    parts.push(text.slice(done, row.start), patchRow(text.slice(row.start, row.end), row.cells, own, grammar));
    done = row.end;
  }
  parts.push(text.slice(done));
  const patched = parts.join('');
  if (added.length === 0) return patched;
  const separator = patched === '' || lineEndAt(patched, patched.length - 1, lineEnd) > 0 ? '' : lineEnd;
  return patched + separator + added.map((cells) => writeRow(cells, grammar) + lineEnd).join('');
}

/** A row's text, line end included, with some cells replaced; the others keep their own quotes. */
function patchRow(raw: string, cells: readonly string[], edits: readonly CellEdit[], grammar: Grammar): string {
  const texts: string[] = [];
  let at = 0;
  for (const cell of cells) {
    const inQuotes = quoted(cell);
    const isQuoted = grammar.quoting === 'double' && raw.startsWith(inQuotes, at);
    const length = isQuoted ? inQuotes.length : cell.length;
    texts.push(raw.slice(at, at + length));
    at += length + grammar.delimiter.length;
  }
  const rest = raw.slice(Math.max(0, at - grammar.delimiter.length));
  for (const { column, text } of edits) {
    while (texts.length <= column) texts.push('');
    texts[column] = writeRow([text, ''], grammar).slice(0, -grammar.delimiter.length);
  }
  return texts.join(grammar.delimiter) + rest;
}
