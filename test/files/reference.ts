/**
 * A second, slow reader, written character by character after the words of src/files/textReader.ts and sharing no code
 * with it: what the tests hold the fast one against.
 */
import type { TextDialect } from '../../src/files/dialect.js';

export interface ReferenceRow {
  line: number;
  cells: string[];
}

export interface Reference {
  /** The rows before the first damage. */
  rows: ReferenceRow[];
  refused: boolean;
}

type Grammar = Pick<TextDialect, 'delimiter' | 'quoting' | 'lineEnd'>;

/** @param isCutOff whether the text goes on with something that cannot be read: then a last row without line end is none */
export function referenceRows(whole: string, grammar: Grammar, isCutOff = false): Reference {
  const { delimiter, quoting, lineEnd } = grammar;
  const nul = whole.indexOf('\0');
  const isEnd = nul === -1 && !isCutOff;
  let text = (nul === -1 ? whole : whole.slice(0, nul)).replace(/^\ufeff/, '');
  if (isEnd && text !== '' && !text.endsWith('\n') && !(lineEnd === '\r' && text.endsWith('\r'))) text += '\n';
  const rows: ReferenceRow[] = [];
  let row: ReferenceRow = { line: 1, cells: [] };
  let cell = '';
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    const next = text[at + 1];
    const endsLine = char === '\n' || (char === '\r' && (next === '\n' || lineEnd === '\r'));
    if (endsLine && !(char === '\r' && next === '\n')) line++;
    if (state === 'quoted') {
      if (char !== '"') cell += char;
      else if (next === '"') {
        cell += '"';
        at++;
      } else state = 'closed';
    } else if (endsLine) {
      if (char === '\r' && next === '\n') {
        at++;
        line++;
      }
      if (state !== 'start' || row.cells.length > 0) rows.push({ line: row.line, cells: [...row.cells, cell] });
      row = { line, cells: [] };
      cell = '';
      state = 'start';
    } else if (char === delimiter) {
      row.cells.push(cell);
      cell = '';
      state = 'start';
    } else if (state === 'closed') return { rows, refused: true };
    else if (char === '"' && state === 'start' && quoting === 'double') state = 'quoted';
    else {
      cell += char;
      state = 'plain';
    }
  }
  return { rows, refused: !isEnd || state !== 'start' || row.cells.length > 0 };
}
