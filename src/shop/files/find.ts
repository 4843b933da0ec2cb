/** The import that a number on the command line means. */
import { UsageError, UserError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { findImport, type ImportRow } from '../../facts/importQueries.js';

export function importNamed(db: Database, text: string): ImportRow {
  if (!/^\d{1,15}$/.test(text))
    throw new UsageError(`"${text}": the number of an import expected, such as 12. "eco files list" shows them.`);
  const found = findImport(db, Number(text));
  if (!found) throw new UserError(`There is no import ${text}. "eco files list" shows them.`);
  return found;
}
