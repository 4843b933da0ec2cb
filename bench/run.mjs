/**
 * Speed and memory, side by side with the sqlite3 shell's `.import` of the same file in the same run.
 *
 *     npm run bench -- [LINES] [TIMES]        (default 1,000,000 lines, 5 times; needs sqlite3 and GNU time)
 *
 * Measures: a tab-separated and a quoted file of order lines into an empty database; the tab-separated one into a database that
 * already holds as many other lines; the same file again; start-up; `products list` on the demo shop. Runs alternate with the
 * peer's, so that what else the machine does falls on both.
 *
 * The peer stores 33 untyped text columns without an index. eco checks and types, keeps the cells, deduplicates and indexes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from './environment.mjs';
import { generateOrders } from './generateOrders.mjs';

const lines = Number(process.argv[2] ?? 1_000_000);
const times = Number(process.argv[3] ?? 5);
const eco = new URL('../bin/eco.js', import.meta.url).pathname;
const folder = join(tmpdir(), `eco-bench-${lines}`);
mkdirSync(folder, { recursive: true });
const file = (name) => join(folder, name);

if (!existsSync(file('one/orders.csv'))) generateOrders(file('one'), lines, 1);
if (!existsSync(file('other/orders.csv'))) generateOrders(file('other'), lines, 2);

/** Wall seconds, CPU seconds and peak megabytes of a command. */
function measure(command, args) {
  const report = file('time.txt');
  const begun = process.hrtime.bigint();
  const done = spawnSync('/usr/bin/time', ['-o', report, '-f', '%M %U %S', command, ...args], { encoding: 'utf8', cwd: folder, env });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr}${done.stdout}`);
  const [kilobytes, user, system] = readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024 };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const remove = (name) => {
  for (const end of ['', '-wal', '-shm', '.key']) rmSync(file(name) + end, { force: true });
};
const importOrders = (db, source) => measure('node', [eco, '--db', file(db), '-q', 'import', source]);
const peerImport = (db, source, mode) => measure('sqlite3', [file(db), '-cmd', `.mode ${mode}`, `.import ${source} orders`]);

function alternate(name, ours, peer) {
  const runs = { ours: [], peer: [] };
  for (let time = 0; time < times; time++) {
    for (const side of time % 2 === 0 ? ['ours', 'peer'] : ['peer', 'ours']) runs[side].push(side === 'ours' ? ours() : peer());
  }
  const ourSeconds = median(runs.ours.map((run) => run.seconds));
  const peerSeconds = median(runs.peer.map((run) => run.seconds));
  console.log(
    `${name.padEnd(34)} eco ${ourSeconds.toFixed(2)} s (cpu ${median(runs.ours.map((run) => run.cpu)).toFixed(1)})   sqlite3 ${peerSeconds.toFixed(2)} s   ratio ${(ourSeconds / peerSeconds).toFixed(2)}   peak ${Math.max(...runs.ours.map((run) => run.megabytes)).toFixed(0)} MB`,
  );
}

console.log(`${lines.toLocaleString('en')} order lines, median of ${times}, node ${process.version}`);
for (const [kind, name, mode] of [
  ['tab-separated, empty database', 'orders.txt', 'tabs'],
  ['quoted CSV, empty database', 'orders.csv', 'csv'],
]) {
  alternate(
    kind,
    () => {
      remove('eco.db');
      return importOrders('eco.db', file(`one/${name}`));
    },
    () => {
      remove('peer.db');
      return peerImport('peer.db', file(`one/${name}`), mode);
    },
  );
}

remove('base.db');
importOrders('base.db', file('other/orders.txt'));
alternate(
  'tab-separated, as many there',
  () => {
    remove('eco.db');
    for (const end of ['', '.key'])
      if (existsSync(file('base.db') + end)) writeFileSync(file('eco.db') + end, readFileSync(file('base.db') + end));
    return importOrders('eco.db', file('one/orders.txt'));
  },
  () => {
    remove('peer.db');
    return peerImport('peer.db', file('one/orders.txt'), 'tabs');
  },
);

const again = Array.from({ length: times }, () => importOrders('eco.db', file('one/orders.txt')).seconds);
console.log(`${'the same file again'.padEnd(34)} ${median(again).toFixed(2)} s`);

writeFileSync(file('empty.mjs'), '');
const starts = { node: [], eco: [] };
for (let time = 0; time < 30; time++) {
  starts.node.push(measure('node', [file('empty.mjs')]).seconds);
  starts.eco.push(measure('node', [eco, '--version']).seconds);
}
console.log(
  `${'eco --version over an empty script'.padEnd(34)} ${((median(starts.eco) - median(starts.node)) * 1000).toFixed(0)} ms (${(median(starts.node) * 1000).toFixed(0)} ms)`,
);

const demo = file('demo');
if (!existsSync(join(demo, 'demo.db'))) measure('node', [eco, 'demo', '--folder', demo, '--last-day', '2026-11-21']);
const list = Array.from(
  { length: 15 },
  () => measure('node', [eco, '--db', join(demo, 'demo.db'), '--as-of', '2026-11-22', 'products', 'list']).seconds,
);
console.log(`${'products list on the demo shop'.padEnd(34)} ${(median(list) * 1000).toFixed(0)} ms`);
