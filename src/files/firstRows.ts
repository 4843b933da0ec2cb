/**
 * The first rows of a text, for finding the header among preambles and notes, which no grammar binds. Reads a row
 * after RFC 4180 as the strict reader does, and takes what that one refuses as data: a quote inside a cell, text after
 * a closing quote. Completely empty lines are no rows but count as lines.
 */
import { countLineEnds, lineEndAt, lineEndOf, type TextDialect } from './dialect.js';

export interface TextRow {
  /** Physical line (1-based) on which the row starts. */
  line: number;
  cells: string[];
}

type Grammar = Pick<TextDialect, 'delimiter' | 'quoting' | 'lineEnd'>;

/**
 * At most `max` rows from the start of `text`.
 *
 * @param isWhole whether `text` is a whole file; otherwise a last row without line end is left out, since the end of
 *   the head may have cut it
 */
export function firstRows(text: string, dialect: Pick<TextDialect, 'delimiter' | 'quoting'>, max: number, isWhole = false): TextRow[] {
  const grammar = { delimiter: dialect.delimiter, quoting: dialect.quoting, lineEnd: lineEndOf(text) };
  const whole = isWhole && lineEndAt(text, text.length - 1, grammar.lineEnd) === 0 ? `${text}\n` : text;
  const readRow = tolerantReader(grammar);
  const rows: TextRow[] = [];
  let line = 1;
  let at = 0;
  while (rows.length < max && at < whole.length) {
    const row = readRow(whole, at, isWhole);
    if (row === null) break;
    if (row.cells.length > 0) rows.push({ line, cells: row.cells });
    line += countLineEnds(whole, at, row.end, grammar.lineEnd);
    at = row.end;
  }
  return rows;
}

/** A row, or an empty line (no cells), and the index after its line end. */
interface TolerantRow {
  cells: string[];
  end: number;
}

/**
 * Reads the row at an index. Null where its end is not in the text: without `isWhole`, more text may hold the closing
 * quote or the line end; with it, a quote that nothing closes is data.
 */
export function tolerantReader(grammar: Grammar): (text: string, at: number, isWhole: boolean) => TolerantRow | null {
  const { lineEnd, quoting } = grammar;
  const delimiter = `\\u${grammar.delimiter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const run = `[^${delimiter}\\r\\n]*`;
  const plain = new RegExp(lineEnd === '\r' ? run : `${run}(?:\\r(?!\\n)${run})*`, 'y');
  const quoted = /"([^"]*(?:""[^"]*)*)("?)/y;

  function quotedCell(text: string, at: number, isWhole: boolean): { cell: string; end: number } | 'cut' | null {
    if (quoting === 'none' || text.charCodeAt(at) !== 34) return null;
    quoted.lastIndex = at;
    const [all, inner, close] = quoted.exec(text) as unknown as [string, string, string];
    const end = at + all.length;
    // A CR there may be half of CR LF.
    if (!isWhole && (end === text.length || (end + 1 === text.length && text[end] === '\r'))) return 'cut';
    const isCell = close !== '' && (text[end] === grammar.delimiter || lineEndAt(text, end, lineEnd) > 0);
    return isCell ? { cell: inner.replaceAll('""', '"'), end } : null;
  }

  return (text, start, isWhole) => {
    const cells: string[] = [];
    const blank = lineEndAt(text, start, lineEnd);
    if (blank > 0) return isCut(text, start, blank, isWhole) ? null : { cells, end: start + blank };
    for (let at = start; ; at++) {
      const found = quotedCell(text, at, isWhole);
      if (found === 'cut') return null;
      plain.lastIndex = at;
      const cell = found ? found.cell : ((plain.exec(text) as RegExpExecArray)[0] as string);
      at = found ? found.end : at + cell.length;
      cells.push(cell);
      if (at >= text.length) return null;
      const length = lineEndAt(text, at, lineEnd);
      if (length > 0) return isCut(text, at, length, isWhole) ? null : { cells, end: at + length };
    }
  };
}

/** A CR at the very end of the text may be the first half of CR LF. */
function isCut(text: string, at: number, length: number, isWhole: boolean): boolean {
  return !isWhole && length === 1 && at + 1 === text.length && text.charCodeAt(at) === 13;
}
