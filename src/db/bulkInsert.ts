/**
 * Many rows into one table: some dozen to a statement, which takes half the time of one by one (each call into SQLite costs as much as
 * the row). Rows arrive in the order they are added; `flush` writes those that are left.
 */
import type { Database } from './connection.js';

export type SqlValue = string | number | bigint | null | Uint8Array;

export interface BulkInsert {
  add(row: readonly SqlValue[]): void;
  flush(): void;
}

const ROWS = 32;

/** `constants`: columns that hold the same number in every row, which are part of the statement instead of being handed over each time. */
export function bulkInsert(
  db: Database,
  table: string,
  columns: readonly string[],
  constants: Readonly<Record<string, number>> = {},
): BulkInsert {
  const width = columns.length;
  const row = `(${[...Array(width).fill('?'), ...Object.values(constants)].join(', ')})`;
  // A row that does not fit ends the caller's transaction: so SQLite need not keep every page as it was before each statement.
  const into = `INSERT OR FAIL INTO ${table} (${[...columns, ...Object.keys(constants)].join(', ')}) VALUES`;
  const statement = (rows: number) => db.prepare(`${into} ${Array(rows).fill(row).join(', ')}`);
  const many = statement(ROWS);
  const pending = new Array<SqlValue>(width * ROWS);
  let filled = 0;
  return {
    add(values) {
      for (let at = 0; at < width; at++) pending[filled++] = values[at] as SqlValue;
      if (filled < pending.length) return;
      // As arguments: reading them from one array costs better-sqlite3 a third of the whole insertion.
      many.run(...pending);
      filled = 0;
    },
    flush() {
      if (filled === 0) return;
      statement(filled / width).run(pending.slice(0, filled));
      filled = 0;
    },
  };
}
