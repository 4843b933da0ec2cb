/**
 * Trouble with the database in the middle of an import: it is said in words, the exit code is 1, and the database is as it was.
 * The last test needs the build (`npm test` makes it).
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Database, openDatabase, withoutLog } from '../../src/db/connection.js';
import { DatabaseTrouble } from '../../src/db/trouble.js';
import { dumpFacts } from '../../src/importing/compareFold.js';
import type { ImportOptions } from '../../src/importing/importFile.js';
import { importPath } from '../../src/importing/importPath.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { orderFile, shopifyOrderFile, sortedOrders } from './largeFiles.js';

const BINARY = fileURLToPath(new URL('../../bin/eco.js', import.meta.url));

function write(context: TestContext, name: string, content: string): string {
  writeFileSync(join(context.dir, name), content);
  return join(context.dir, name);
}

/** A shop with ten orders, and a file of many more. */
async function shop(): Promise<{ context: TestContext; file: string; more: string }> {
  const context = testContext();
  write(context, 'first.txt', orderFile(sortedOrders(10)));
  expect((await run(context, 'import', 'first.txt')).exitCode).toBe(0);
  return { context, file: context.env.ECO_DB as string, more: write(context, 'more.txt', orderFile(sortedOrders(2000))) };
}

function facts(file: string): Map<string, string[]> {
  const db = openDatabase(file);
  const dump = dumpFacts(db);
  db.close();
  return dump;
}

async function importInto(db: Database, path: string): Promise<unknown> {
  const options: ImportOptions = {
    ...{ as: null, store: null, client: null, period: null, skipBadRows: false, replace: false, dryRun: false },
    ...{ now: 1_795_000_000, localZone: () => 'UTC', databaseFile: db.name, onProgress: () => undefined },
  };
  const [result] = await importPath(db, path, 'more.txt', options);
  return result;
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DatabaseTrouble);
  return (error as Error).message;
}

/** Imports with a connection that something is wrong with; the message, after the database was found unchanged. */
async function troubleWith(spoil: (db: Database) => void): Promise<{ message: string; file: string }> {
  const { file, more } = await shop();
  const before = facts(file);
  const db = openDatabase(file);
  db.pragma('busy_timeout = 0');
  spoil(db);
  const message = await messageOf(importInto(db, more));
  db.close();
  expect(facts(file)).toEqual(before);
  const again = openDatabase(file);
  expect(await importInto(again, more)).toMatchObject({ status: 'imported', rowsRead: 4000 });
  again.close();
  return { message, file };
}

describe('an import that meets', () => {
  it('a full disk', async () => {
    const { message, file } = await troubleWith((db) =>
      db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 5}`),
    );
    expect(message).toBe(
      `No room is left on the disk that holds ${file}, or in the folder for temporary files. Nothing was changed; make room and run this again.`,
    );
  });

  it('a write-protected database', async () => {
    const { message, file } = await troubleWith((db) => db.pragma('query_only = ON'));
    expect(message).toBe(
      `${file}, or the folder it is in, is write-protected (SQLITE_READONLY), so nothing was changed. Change the permissions, or name another with --db.`,
    );
  });

  it('another writer', async () => {
    const { file, more } = await shop();
    const [other, db] = [openDatabase(file), openDatabase(file)];
    other.exec('BEGIN IMMEDIATE');
    db.pragma('busy_timeout = 0');
    expect(await messageOf(importInto(db, more))).toBe(
      `${file} is in use: another eco, or another program, did not finish with it within 30 seconds. Wait for it, then run this again; nothing was changed.`,
    );
    other.close();
    db.close();
  });

  it('a reader that does not let go, where there is no log', async () => {
    const { file, more } = await shop();
    const before = facts(file);
    const db = openDatabase(file);
    db.pragma('busy_timeout = 0');
    let reader: Database | null = null;
    const trouble = withoutLog(db, async () => {
      reader = new BetterSqlite3(file);
      reader.exec('BEGIN');
      reader.prepare('SELECT count(*) FROM imports').get();
      return importInto(db, more);
    });
    expect(await messageOf(trouble)).toMatch(/ is in use: another eco, or another program/);
    (reader as Database | null)?.close();
    db.close();
    expect(facts(file)).toEqual(before);
  });

  it('a damaged database', async () => {
    const { context, file } = await shop();
    const bytes = readFileSync(file);
    // Everything behind the schema: the tree of every table is gone.
    const handle = openSync(file, 'r+');
    const from = 4096 * 30;
    writeSync(handle, Buffer.alloc(bytes.length - from, 0x5a), 0, bytes.length - from, from);
    closeSync(handle);
    const words = `eco: ${file} is damaged. Restore a copy made by "eco db backup", or move it away and import your files again.\n`;
    expect(await run(context, 'import', 'more.txt')).toMatchObject({ exitCode: 1, err: words });
    expect(await run(context, 'products', 'list')).toMatchObject({ exitCode: 1, err: words });
  });
});

describe('a database that cannot be made', () => {
  it.each([
    ['below a file', 'first.txt/eco.db', /cannot be opened or made \((ENOTDIR|EEXIST)\)\. Check that its folder exists/],
    ['where a folder is', 'folder', /cannot be opened or made \(SQLITE_CANTOPEN[A-Z_]*\)\. Check that its folder exists/],
  ])('%s', async (_, db, words) => {
    const context = testContext();
    write(context, 'first.txt', orderFile(sortedOrders(1)));
    mkdirSync(join(context.dir, 'folder'));
    const { exitCode, err } = await run(context, 'import', 'first.txt', '--db', join(context.dir, db));
    expect(exitCode).toBe(1);
    expect(err).toMatch(words);
  });

  it('with a key that is empty: a hash of nothing would hide nobody', async () => {
    const context = testContext();
    write(context, 'orders.csv', shopifyOrderFile(3));
    write(context, 'eco.db.key', '');
    expect(await run(context, 'import', 'orders.csv')).toMatchObject({
      exitCode: 1,
      err: `eco: ${context.env.ECO_DB}.key is empty. Restore it from a copy; without one, remove it: buyers then count as new ones.\n`,
    });
  });
});

describe.skipIf(process.platform === 'win32')('a process that may write no large files', () => {
  it('says so and leaves the database as it was', async () => {
    const { context, file } = await shop();
    write(context, 'large.txt', orderFile(sortedOrders(6000)));
    const before = facts(file);
    // In blocks of 512 bytes or of 1024, by shell; without the signal, writing fails.
    const limit = Math.ceil(statSync(file).size / 512) + 200;
    const script = `trap '' XFSZ; ulimit -f ${limit}; exec "$0" "$1" import large.txt`;
    const { status, stderr, stdout } = spawnSync('sh', ['-c', script, process.execPath, BINARY], {
      cwd: context.dir,
      env: { PATH: process.env.PATH, HOME: context.dir, ECO_DB: file, TZ: 'UTC' },
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^eco: .* could not be read or written \(SQLITE_IOERR_WRITE\), so nothing was changed\. Check the disk/);
    expect(facts(file)).toEqual(before);
  });
});
