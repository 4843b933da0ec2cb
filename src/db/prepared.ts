/**
 * Statements that one command asks again and again, for another store or day: compiled once for a connection. Compiling a question about
 * money takes longer than answering it for a day.
 */
import type { Statement } from 'better-sqlite3';
import type { Database } from './sqlite.js';

const statements = new WeakMap<Database, Map<string, Statement>>();

/** The statement of this SQL. It is shared: ask it for rows as they are (`all`, `get`), and nothing of it but that. */
export function prepared(db: Database, sql: string): Pick<Statement, 'all' | 'get'> {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (!statement) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}
