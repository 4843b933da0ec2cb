import type { Database } from '../../src/db/sqlite.js';

/** Statements that make all that a database has, rows included. */
export function dumped(db: Database): string[] {
  const made = db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid").pluck().all();
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
    .pluck()
    .all();
  const rows = (tables as string[]).flatMap((table) => {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
    const values = db
      .prepare(`SELECT ${columns.map((column) => `quote(${column})`).join(" || ', ' || ")} FROM ${table}`)
      .pluck()
      .all();
    return values.length === 0
      ? []
      : [`INSERT INTO ${table} (${columns.join(', ')}) VALUES\n${values.map((row) => `  (${row})`).join(',\n')}`];
  });
  return [...(made as string[]), ...rows];
}
