/**
 * The error for a file that cannot be read past some point: from there on the boundaries of its rows are uncertain,
 * so every later cell might belong to another row or column.
 */
import { UserError } from '../core/errors.js';

export class FileDamage extends UserError {
  override readonly name = 'FileDamage';

  /**
   * @param line physical line (1-based) on which the unreadable row or character stands; null where the file has no lines
   * @param reason what was found, as a sentence without full stop
   * @param hint what to do about it, as a sentence without full stop
   */
  constructor(
    readonly line: number | null,
    readonly reason: string,
    readonly hint: string,
  ) {
    super(`${line === null ? '' : `line ${line}: `}${reason}. ${hint}.`);
  }
}
