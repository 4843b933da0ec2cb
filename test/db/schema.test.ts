/**
 * The whole schema that a new file begins with, held against what the migrations lead to.
 * `UPDATE_GOLDEN=1 npx vitest run test/db/schema.test.ts` writes it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/db/migrations/index.js';
import { SCHEMA } from '../../src/db/schema.js';
import { type Database, openSqlite } from '../../src/db/sqlite.js';
import { dumped } from './dumped.js';

const FILE = new URL('../../src/db/schema.ts', import.meta.url);

function inMemory(...statements: readonly string[]): Database {
  const db = openSqlite(':memory:');
  for (const sql of statements) db.exec(sql);
  return db;
}

function page(statements: readonly string[]): string {
  return `/**
 * The schema as it is today, with the rows that it comes with: what a new file is made with, in a tenth of the time that all migrations
 * take. Generated from them (test/db/schema.test.ts), which are what is written by hand.
 */
export const SCHEMA = \`
${statements.map((sql) => `${sql.replace(/[\\`]|\$(?=\{)/g, '\\$&')};`).join('\n\n')}
\`;
`;
}

describe('the schema of a new file', () => {
  const migrated = inMemory(...MIGRATIONS.map(({ sql }) => sql));

  it('is written down as the migrations lead to it', () => {
    const expected = page(dumped(migrated));
    if (process.env.UPDATE_GOLDEN) writeFileSync(FILE, expected);
    expect(readFileSync(FILE, 'utf8')).toBe(expected);
  });

  it('makes the same database', () => {
    expect(dumped(inMemory(SCHEMA))).toEqual(dumped(migrated));
  });
});
