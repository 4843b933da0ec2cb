/**
 * The judge of rows that the scanner does not accept: csv-parse reads one row, and what it read must spell the very
 * text of the row again, cell by cell. So whatever csv-parse tolerates, only two things pass: a row after RFC 4180 with
 * any number of cells, and quotes or lone CRs inside a cell that does not start with a quote (`12" lamp`), as data.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { lineEndAt, type TextDialect } from './dialect.js';
import { quoted, quotedIfNeeded } from './quote.js';

interface JudgedRow {
  cells: string[];
  /** Each cell as the file writes it, but in quotes where it holds a quote or a lone CR without them. */
  spelled: string[];
  /** Index after the row's line end. */
  end: number;
}

/**
 * The row that starts at `start`. 'open': a quote is not closed before `limit` or within `maxLength` characters;
 * 'broken': text stands after a closing quote.
 *
 * @param limit index after the last line end in `text`
 */
export function judgeRow(
  text: string,
  start: number,
  limit: number,
  maxLength: number,
  dialect: TextDialect,
): JudgedRow | 'open' | 'broken' {
  let end = afterLineEnd(text, start, limit, dialect);
  for (;;) {
    const cells = firstRecord(text.slice(start, end), dialect);
    if (cells) return spell(text, start, cells, dialect) ?? 'broken';
    if (end === limit || end - start > maxLength) return 'open';
    // A quoted cell goes on in the next line: twice as much text, so that a long one is not read over and over.
    end = afterLineEnd(text, Math.min(start + 2 * Math.max(512, end - start), limit - 1), limit, dialect);
  }
}

function firstRecord(text: string, dialect: TextDialect): string[] | null {
  try {
    const [cells] = parse(text, {
      to: 1,
      delimiter: dialect.delimiter,
      quote: dialect.quoting === 'none' ? null : '"',
      record_delimiter: dialect.lineEnd === '\r' ? ['\r\n', '\n', '\r'] : ['\r\n', '\n'],
      relax_quotes: true,
      relax_column_count: true,
    });
    return cells ?? null;
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return null;
    throw error;
  }
}

function spell(text: string, start: number, cells: string[], dialect: TextDialect): JudgedRow | null {
  const spelled: string[] = [];
  let at = start;
  for (const cell of cells) {
    if (spelled.length > 0) {
      if (text[at] !== dialect.delimiter) return null;
      at++;
    }
    const isQuoted = dialect.quoting === 'double' && text.charCodeAt(at) === 34;
    const spelling = isQuoted ? quoted(cell) : cell;
    if (!text.startsWith(spelling, at)) return null;
    spelled.push(isQuoted || dialect.quoting === 'none' ? spelling : quotedIfNeeded(cell, dialect.delimiter));
    at += spelling.length;
  }
  const lineEnd = lineEndAt(text, at, dialect.lineEnd);
  return lineEnd === 0 ? null : { cells, spelled, end: at + lineEnd };
}

/** Index after the first line end at or after `from`. */
function afterLineEnd(text: string, from: number, limit: number, dialect: TextDialect): number {
  const feed = text.indexOf('\n', from);
  const end = feed === -1 ? limit : feed + 1;
  if (dialect.lineEnd !== '\r') return Math.min(end, limit);
  const cr = text.indexOf('\r', from);
  return cr === -1 || cr + 1 >= end ? Math.min(end, limit) : cr + lineEndAt(text, cr, '\r');
}
