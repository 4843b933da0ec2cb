/** A file of any earlier version becomes one of today, keeps what is in it, and is copied first. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase, openForReading } from '../../src/db/connection.js';
import { MIGRATIONS } from '../../src/db/migrations/index.js';
import { SCHEMA } from '../../src/db/schema.js';
import { openSqlite } from '../../src/db/sqlite.js';
import { SCHEMA_VERSION, schemaVersion } from '../../src/db/version.js';
import { dumped } from './dumped.js';

const folder = mkdtempSync(join(tmpdir(), 'eco-migrate-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file as an eco of that version left it, with a client in it. */
function fileOf(version: number, name: string): string {
  const file = join(folder, name);
  const db = openSqlite(file);
  db.exec('BEGIN');
  for (const migration of MIGRATIONS.slice(0, version)) db.exec(migration.sql);
  db.exec("INSERT INTO clients (name) VALUES ('Tarn Kettles')");
  db.pragma(`user_version = ${version}`);
  db.exec('COMMIT');
  db.close();
  return file;
}

const clientsOf = (db: ReturnType<typeof openSqlite>) => db.prepare('SELECT name FROM clients').pluck().all();

it('migrations are numbered one after the other up to the version that readers expect', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1));
});

describe('a file of an earlier version', () => {
  const today = openSqlite(':memory:');
  today.exec(SCHEMA);
  today.exec("INSERT INTO clients (name) VALUES ('Tarn Kettles')");
  const expected = dumped(today);

  it.each(MIGRATIONS.slice(0, -1).map(({ version, name }) => [version, name]))(
    'of version %i (%s) is brought up to date, and copied before',
    (version) => {
      const file = fileOf(version, `v${version}.db`);
      const db = openDatabase(file);
      expect(schemaVersion(db)).toBe(SCHEMA_VERSION);
      expect(dumped(db)).toEqual(expected);
      db.close();
      const copy = openSqlite(`${file}.bak-v${version}`);
      expect(schemaVersion(copy)).toBe(version);
      expect(clientsOf(copy)).toEqual(['Tarn Kettles']);
      copy.close();
    },
  );

  it('is brought up to date by a command that only reads, too', () => {
    const db = openForReading(fileOf(3, 'reading.db'));
    expect(db && clientsOf(db)).toEqual(['Tarn Kettles']);
    expect(db && schemaVersion(db)).toBe(SCHEMA_VERSION);
    db?.close();
  });
});

describe('a file that is not to be touched', () => {
  it('is one of a newer eco', () => {
    const file = fileOf(SCHEMA_VERSION, 'newer.db');
    const db = openSqlite(file);
    db.pragma('user_version = 999');
    db.close();
    expect(() => openDatabase(file)).toThrow(
      `${file} was written by a newer eco (schema 999; this eco knows ${SCHEMA_VERSION}). Update eco, or name another database with --db.`,
    );
    expect(existsSync(`${file}.bak-v999`)).toBe(false);
  });

  it('is one of another program', () => {
    const file = join(folder, 'other.db');
    const db = openSqlite(file);
    db.exec('CREATE TABLE notes (text TEXT)');
    db.close();
    expect(() => openDatabase(file)).toThrow(`${file} is a SQLite file, but not eco's. Name another with --db.`);
  });
});
