/**
 * kill -9 at a random moment of an import, again and again: each time the database must be intact and hold either all of the
 * file or none of it.
 *
 *     npm run build && node test/fuzz/killed.mjs [TIMES] [LINES]
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { generateOrders } from '../../bench/generateOrders.mjs';

const times = Number(process.argv[2] ?? 50);
const lines = Number(process.argv[3] ?? 200_000);
const eco = new URL('../../bin/eco.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'eco-killed-'));
const first = generateOrders(join(folder, 'first'), 20_000, 2);
const second = generateOrders(join(folder, 'second'), lines, 3);
const tally = { none: 0, all: 0, 'killed while writing': 0 };

const run = (db, file) => spawnSync('node', [eco, '--db', db, '-q', 'import', file], { encoding: 'utf8' });
const scratch = join(folder, 'scratch.db');
const begun = Date.now();
run(scratch, second.tsv);
const usual = Date.now() - begun;

for (let time = 0; time < times; time++) {
  const db = join(folder, `killed-${time}.db`);
  // Every other time into a database that already holds something: the two write differently.
  if (time % 2 === 1) run(db, first.tsv);
  const before = existsSync(db) ? counts(db) : { lines: 0, orders: 0, imports: 0 };
  const child = spawn('node', [eco, '--db', db, '-q', 'import', second.tsv], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * usual * 1.05));
  const midway = child.kill('SIGKILL');
  await ended;
  if (!existsSync(db)) {
    tally.none++;
    continue;
  }
  const after = counts(db);
  const problem = after.integrity !== 'ok' ? after.integrity : after.indexes < 2 && after.schema ? 'an index is missing' : null;
  if (problem) throw new Error(`time ${time}: ${problem}`);
  const none = after.lines === before.lines && after.imports === before.imports;
  const all = after.lines === before.lines + lines && after.imports === before.imports + 1;
  if (none === all) throw new Error(`time ${time}: neither all nor none: ${JSON.stringify({ before, after })}`);
  tally[all ? 'all' : 'none']++;
  if (midway && none) tally['killed while writing']++;
  // And the file can be imported again as if nothing had happened.
  const again = run(db, second.tsv);
  if (again.status !== 0 || counts(db).lines !== before.lines + lines)
    throw new Error(`time ${time}: the next import failed: ${again.stderr}`);
  for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true });
}

function counts(file) {
  const db = new Database(file);
  const integrity = db.pragma('integrity_check', { simple: true });
  const schema = db.pragma('user_version', { simple: true }) >= 4;
  const count = (sql) => (schema ? db.prepare(sql).pluck().get() : 0);
  const found = {
    integrity,
    schema,
    lines: count('SELECT count(*) FROM order_lines'),
    orders: count('SELECT count(*) FROM orders'),
    imports: count('SELECT count(*) FROM imports'),
    indexes: count("SELECT count(*) FROM sqlite_schema WHERE name IN ('order_heads_by_id', 'order_lines_by_item')"),
  };
  db.close();
  return found;
}

rmSync(folder, { recursive: true, force: true });
console.log(`${times} kills of an import of ${lines} lines (${(usual / 1000).toFixed(1)} s undisturbed):`, tally);
