/**
 * A folder of 200 mixed exports (Amazon, Shopify, Tmall; CSV, tab-separated, GBK, workbooks), 500 MB in all, in one command: time,
 * peak memory (with its worker), and what an interruption costs. The files are those of the demo shop, their orders many times over under other
 * numbers. Deterministic.
 *
 *     npm run bench:folder -- [MEGABYTES]        (default 500; needs GNU time)
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const megabytes = Number(process.argv[2] ?? 500);
const eco = new URL('../bin/eco.js', import.meta.url).pathname;
const root = join(tmpdir(), `eco-bench-folder-${megabytes}`);
const downloads = join(root, 'demo', 'downloads');
const database = join(root, 'eco.db');

if (!existsSync(join(root, 'made'))) make();
const files = filesIn(downloads);
const total = files.reduce((sum, file) => sum + file.bytes, 0);
console.log(`${files.length} files, ${(total / 1e6).toFixed(0)} MB, node ${process.version}`);

newDatabase();
const whole = measured(['import', downloads]);
const facts = counts();
console.log(`${'at once'.padEnd(40)} ${told(whole)}   ${facts}`);
console.log(`${'again, nothing new'.padEnd(40)} ${told(measured(['import', downloads]))}`);
for (const signal of ['SIGINT', 'SIGKILL']) await interrupted(signal);
removeDatabase();

function make() {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  run(['demo', '--folder', join(root, 'demo'), '--seed', '1', '--last-day', '2026-11-20']);
  const all = filesIn(downloads);
  const orders = all.filter(({ path }) => /\/amazon\/\d+\.txt$|\/orders_export_/.test(path));
  const bytes = (list) => list.reduce((sum, file) => sum + file.bytes, 0);
  const times = Math.max(1, Math.ceil((megabytes * 1e6 - (bytes(all) - bytes(orders))) / bytes(orders)));
  for (const { path, changed } of orders) {
    const text = readFileSync(path, 'latin1');
    const start = text.indexOf('\n') + 1;
    const rows = text.slice(start);
    const copies = Array.from({ length: times - 1 }, (_, at) => renumbered(rows, at + 1));
    writeFileSync(path, [text.slice(0, start), rows, ...copies].join(''), 'latin1');
    utimesSync(path, changed, changed);
  }
  writeFileSync(join(root, 'made'), '');
}

/** The same orders of other buyers: Amazon's numbers begin with another three digits, Shopify's with more. */
function renumbered(rows, copy) {
  return rows
    .replace(/\b\d(\d\d-\d{7}-\d{7})\b/g, (_, rest) => `${1 + (copy % 9)}${String(Math.floor(copy / 9))}${rest.slice(1)}`)
    .replace(/^#(\d+)/gm, `#${copy}0$1`);
}

/** Stopped in the middle and started again: everything must be there, and what was in is not read again. */
async function interrupted(signal) {
  newDatabase();
  const child = spawn('node', [eco, '--db', database, '-q', 'import', downloads], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', (code, by) => resolve(code ?? by)));
  await new Promise((resolve) => setTimeout(resolve, whole.seconds * 500));
  child.kill(signal);
  const how = await ended;
  const before = imported();
  const rest = measured(['import', downloads]);
  const same = counts() === facts ? 'everything is there' : `DIFFERENT: ${counts()}`;
  console.log(`${`${signal} half-way (ended with ${how})`.padEnd(40)} ${before} imports were in; the rest: ${told(rest)}   ${same}`);
}

function measured(args) {
  const report = join(root, 'time.txt');
  const begun = process.hrtime.bigint();
  const done = spawnSync('/usr/bin/time', ['-o', report, '-f', '%M', 'node', eco, '--db', database, '-q', ...args], { encoding: 'utf8' });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (done.status !== 0) throw new Error(`${args.join(' ')}: exit code ${done.status}\n${done.stderr}${done.stdout.slice(0, 5000)}`);
  return { seconds, megabytes: Number(readFileSync(report, 'utf8').trim().split('\n').at(-1)) / 1024 };
}

function told({ seconds, megabytes: peak }) {
  return `${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB`;
}

function run(args) {
  const done = spawnSync('node', [eco, ...args], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`eco ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

function ask(sql) {
  return run(['--db', database, 'db', 'sql', sql, '--format', 'csv']).trim().split('\n').at(-1);
}

function imported() {
  return existsSync(database) ? ask('SELECT count(*) AS n FROM imports') : 0;
}

function counts() {
  const tables = ['imports', 'order_heads', 'order_lines', 'listings', 'stock', 'traffic', 'ads'];
  return ask(`SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(', ')}`)
    .split(',')
    .map((count, at) => `${tables[at]} ${count}`)
    .join(', ');
}

/** A new database that knows the demo's stores: two on Amazon, which not every report can tell apart. */
function newDatabase() {
  removeDatabase();
  const add = (name, platform, ...more) => run(['--db', database, 'store', 'add', name, '--platform', platform, ...more]);
  add('us', 'amazon', '--marketplace', 'Amazon.com');
  add('ca', 'amazon', '--marketplace', 'Amazon.ca');
  add('web', 'shopify');
  add('tmall', 'taobao');
}

function removeDatabase() {
  for (const end of ['', '-wal', '-shm', '.key']) rmSync(database + end, { force: true });
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    const { size, mtimeMs } = statSync(path);
    return [{ path, bytes: size, changed: mtimeMs / 1000 }];
  });
}
