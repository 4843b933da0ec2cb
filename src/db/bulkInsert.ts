/**
 * Many rows into one table: some dozen to a statement, which takes half the time of one by one (each call into SQLite costs as much as
 * the row). Rows arrive in the order they are added; `flush` writes those that are left.
 */
import type { Statement } from 'better-sqlite3';
import type { Database } from './connection.js';

export type SqlValue = string | number | bigint | null | Uint8Array;

export interface BulkInsert {
  add(row: readonly SqlValue[]): void;
  flush(): void;
}

const ROWS = 32;

export interface Columns {
  /** What each row has values of. */
  readonly each: readonly string[];
  /** One of these in which neighbouring rows often say the same: it is then handed over once for all rows of a statement. */
  readonly alike: string;
  /** Further columns, that hold the same number in every row: part of the statement. */
  readonly constants: Readonly<Record<string, number>>;
}

export function bulkInsert(db: Database, table: string, { each, alike, constants }: Columns): BulkInsert {
  const width = each.length;
  const alikeAt = each.indexOf(alike);
  // A row that does not fit ends the caller's transaction: so SQLite need not keep every page as it was before each statement.
  const into = `INSERT OR FAIL INTO ${table} (${[...each, ...Object.keys(constants)].join(', ')})`;
  /** Selected: where the columns stand in the table's order, SQLite copies each value of VALUES once more. */
  const statement = (rows: number, told: '?' | '@alike') => {
    const values = [...each.map((_, at) => (at === alikeAt ? told : '?')), ...Object.values(constants)];
    return db.prepare(
      `${into} ${Array(rows)
        .fill(`SELECT ${values.join(', ')}`)
        .join(' UNION ALL ')}`,
    );
  };
  let manyAlike: Statement | null = null;
  let manyUnlike: Statement | null = null;
  const named: { alike: SqlValue } = { alike: null };
  const rowWidth = width - 1;
  /** Rows that wait, without the column `alike`, which waits beside them; behind the last one what is named. */
  const pending: (SqlValue | typeof named)[] = [...new Array<SqlValue>(rowWidth * ROWS).fill(null), named];
  const pendingAlike = new Array<SqlValue>(ROWS).fill(null);
  const whole = new Array<SqlValue>(width * ROWS).fill(null);
  let filled = 0;
  let rows = 0;

  /** All values of the rows that wait, in their order; how many they are. */
  function fillWhole(): number {
    let end = 0;
    let next = 0;
    for (let row = 0; row < rows; row++) {
      for (let at = 0; at < width; at++) whole[end++] = at === alikeAt ? (pendingAlike[row] as SqlValue) : (pending[next++] as SqlValue);
    }
    return end;
  }

  function write(): void {
    const [first] = pendingAlike as [SqlValue];
    if (rows < ROWS) {
      statement(rows, '?').run(whole.slice(0, fillWhole()));
    } else if (pendingAlike.every((value) => value === first)) {
      named.alike = first;
      // As arguments: reading them from one array costs better-sqlite3 a third of the whole insertion.
      manyAlike ??= statement(ROWS, '@alike');
      manyAlike.run(...pending);
    } else {
      fillWhole();
      manyUnlike ??= statement(ROWS, '?');
      manyUnlike.run(...whole);
    }
    filled = 0;
    rows = 0;
  }

  return {
    add(values) {
      for (let at = 0; at < width; at++) if (at !== alikeAt) pending[filled++] = values[at] as SqlValue;
      pendingAlike[rows++] = values[alikeAt] as SqlValue;
      if (rows === ROWS) write();
    },
    flush() {
      if (rows > 0) write();
    },
  };
}
