/** A query of the user's own. The kind of a column is what all of its values are. */
import { UserError } from '../../core/errors.js';
import type { Column, Row, Table } from '../../core/table.js';
import { type QueryResult, readOnlyQuery } from '../../db/maintenance.js';
import type { Session } from '../../session.js';

export async function query(session: Session, sql: string): Promise<void> {
  const db = await session.database();
  await session.print(resultTable(readOnlyQuery(db, sql)));
}

export function resultTable(result: QueryResult): Table {
  const twice = result.columns.find((name, at) => result.columns.indexOf(name) !== at);
  if (twice !== undefined) throw new UserError(`SQL: two columns are called "${twice}". Give one of them another name: … AS ${twice}_2`);
  const columns = result.columns.map((key): Column => ({ key, header: key, ...lookOf(result.rows.map((row) => row[key] ?? null)) }));
  const texts = columns.filter((column) => column.kind === 'text').map((column) => column.key);
  return { id: 'db.sql/1', columns, rows: texts.length === 0 ? result.rows : result.rows.map((row) => withTexts(row, texts)) };
}

/** Digits that a double can tell apart. */
const MOST_DIGITS = 15;

function lookOf(values: readonly (string | number | null)[]): Pick<Column, 'kind' | 'digits'> {
  const known = values.filter((value) => value !== null);
  if (known.length === 0 || known.some((value) => typeof value === 'string')) return { kind: 'text' };
  if (known.every((value) => Number.isInteger(value))) return { kind: 'integer' };
  const fractions = known.map((value) => (String(value).split('.')[1] ?? '').length);
  return { kind: 'decimal', digits: Math.min(Math.max(...fractions), MOST_DIGITS, 4) };
}

/** A column that mixes texts and numbers is text. */
function withTexts(row: Row, keys: readonly string[]): Row {
  const texts = Object.fromEntries(keys.map((key) => [key, row[key] === null || row[key] === undefined ? null : String(row[key])]));
  return { ...row, ...texts };
}
