/** A first import is written without the log, and its file is as ever afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase, withoutLog, writeOutBeside } from '../../src/db/connection.js';

const folder = mkdtempSync(join(tmpdir(), 'eco-without-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['a file', join(folder, 'shop.db'), 'wal'],
  ['a database in memory, as a dry run makes', ':memory:', 'memory'],
])('%s is loaded, and loaded again', async (_, name, journal) => {
  const db = openDatabase(name);
  for (const client of ['Tarn', 'Lumo'])
    await withoutLog(db, async () => {
      db.prepare('INSERT INTO clients (name) VALUES (?)').run(client);
      writeOutBeside(db);
    });
  expect(db.prepare('SELECT name FROM clients ORDER BY name').pluck().all()).toEqual(['Lumo', 'Tarn']);
  expect(db.pragma('journal_mode', { simple: true })).toBe(journal);
  db.close();
});
