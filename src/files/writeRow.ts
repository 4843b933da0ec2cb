/** A row to text: the exact inverse of the reader. */
import { UserError } from '../core/errors.js';
import type { TextDialect } from './dialect.js';
import { quotedIfNeeded } from './quote.js';

/**
 * A row without its line end. Cells are quoted only where the reader needs it. What cannot be written (a NUL; without
 * quotes, also a tab or a line break inside a cell) is a UserError that names the text.
 */
export function writeRow(cells: readonly string[], dialect: Pick<TextDialect, 'delimiter' | 'quoting'>): string {
  const { delimiter, quoting } = dialect;
  for (const cell of cells) {
    if (cell.includes('\0')) throw new UserError(`The text ${JSON.stringify(cell)} holds a NUL, which no text file can hold.`);
  }
  if (quoting === 'none') {
    for (const cell of cells) refuseUnwritable(cell, delimiter);
    // An empty line is no row, so a row of one empty cell cannot be written either.
    if (cells.length === 1 && cells[0] === '') throw new UserError('A row of one empty cell cannot be written without quotes.');
    return cells.join(delimiter);
  }
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map((cell) => quotedIfNeeded(cell, delimiter)).join(delimiter);
}

function refuseUnwritable(cell: string, delimiter: string): void {
  if (!cell.includes(delimiter) && !cell.includes('\n') && !cell.includes('\r')) return;
  const name = delimiter === '\t' ? 'a tab' : `"${delimiter}"`;
  throw new UserError(
    `The text ${JSON.stringify(cell)} holds ${name} or a line break, which a file without quotes cannot hold. Take it out of the text first.`,
  );
}
