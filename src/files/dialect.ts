/**
 * How a text file writes its cells: encoding, delimiter, quotes and line ends.
 */
import type { Encoding } from './encoding.js';

export interface TextDialect {
  encoding: Encoding;
  /** Whether the file starts with a byte order mark. Reading drops one either way; writing puts it back. */
  bom: boolean;
  /** One character. */
  delimiter: string;
  /** 'double': a cell may stand in quotes, a quote inside them is doubled (RFC 4180). 'none': a quote is a character like any other. */
  quoting: 'double' | 'none';
  /** What most lines end with. A file of '\n' may hold '\r\n' and the other way round; a lone '\r' ends a line only in a file of '\r'. */
  lineEnd: '\n' | '\r\n' | '\r';
}

/** The line end of a text: '\r' only where there is no '\n' at all; of the other two the more frequent one. */
export function lineEndOf(text: string): TextDialect['lineEnd'] {
  const all = countOf(text, '\n');
  if (all === 0) return text.includes('\r') ? '\r' : '\n';
  return countOf(text, '\r\n') * 2 > all ? '\r\n' : '\n';
}

/** Length of the line end that stands at `at`, 0 where none does. */
export function lineEndAt(text: string, at: number, lineEnd: TextDialect['lineEnd']): number {
  const code = text.charCodeAt(at);
  if (code === 10) return 1;
  if (code !== 13) return 0;
  if (text.charCodeAt(at + 1) === 10) return 2;
  return lineEnd === '\r' ? 1 : 0;
}

/** How many physical lines end within text[from, to). */
export function countLineEnds(text: string, from: number, to: number, lineEnd: TextDialect['lineEnd']): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  if (lineEnd !== '\r') return count;
  for (let at = text.indexOf('\r', from); at !== -1 && at < to; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) count++;
  }
  return count;
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count++;
  return count;
}
