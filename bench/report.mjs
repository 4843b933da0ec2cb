/**
 * `eco report daily` on two stores with 1,000,000 order lines, 5,000 SKUs and two years between them, beside DuckDB, which works out the
 * same figures from the same CSV files, in the same run; what that time grows with; and `eco nightly` when nothing is new.
 *
 *     npm ci --prefix bench && npm run bench:report -- [LINES] [TIMES]        (default 1,000,000 lines, 5 times; needs GNU time)
 *
 * Runs alternate with the peer's. The peer's answer must be eco's, or nothing is printed. eco has imported the files before, once; how
 * long that takes `npm run bench` tells.
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
const peer = new URL('peers/dayInDuckdb.mjs', import.meta.url).pathname;
const AS_OF = '2026-11-21';
const DAY = '2026-11-20';

/** A shop of two stores: its files, and the database that they were imported into. Made once. */
function shopOf(name, lineCount, skus, days) {
  const folder = join(tmpdir(), 'eco-bench-report', `${name}-${lineCount}`);
  const firstDay = new Date(Date.parse('2026-11-22') - days * 86_400_000).toISOString().slice(0, 10);
  const stores = [
    { name: 'us', channel: 'Amazon.com', currency: 'USD', zone: 'America/Los_Angeles', seed: 1 },
    { name: 'uk', channel: 'Amazon.co.uk', currency: 'GBP', zone: 'Europe/London', seed: 2 },
  ].map((store) => ({ ...store, file: join(folder, store.name, 'orders.csv') }));
  const shop = { database: join(folder, 'eco.db'), stores, reports: join(folder, 'reports') };
  if (existsSync(join(folder, 'made'))) return shop;
  mkdirSync(folder, { recursive: true });
  for (const { name: store, channel, currency, zone, seed, file } of stores) {
    generateOrders(join(folder, store), lineCount / 2, seed, { skus: skus / 2, days, firstDay, channel, currency });
    // The same lines, tab-separated: another file to a nightly run.
    rmSync(join(folder, store, 'orders.txt'));
    run(shop, ['store', 'add', store, '--platform', 'amazon', '--marketplace', channel, '--timezone', zone, '--currency', currency]);
    run(shop, ['-q', 'import', file]);
  }
  writeFileSync(join(folder, 'made'), '');
  return shop;
}

function run(shop, args) {
  const done = spawnSync('node', [eco, '--db', shop.database, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`eco ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

/** Wall seconds, CPU seconds (all that count on a machine that is busy with other things) and peak megabytes of a command. */
function measure(args) {
  const report = join(tmpdir(), 'eco-bench-report', 'time.txt');
  const begun = process.hrtime.bigint();
  const done = spawnSync('/usr/bin/time', ['-o', report, '-f', '%M %U %S', 'node', ...args], { encoding: 'utf8', maxBuffer: 1 << 28, env });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stderr}${done.stdout.slice(0, 2000)}`);
  const [kilobytes, user, system] = readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024, text: done.stdout };
}

const daily = (shop, format = 'table') => measure([eco, '--db', shop.database, '--as-of', AS_OF, 'report', 'daily', '--format', format]);
const duckdb = (shop) => measure([peer, DAY, ...shop.stores.map(({ name, zone, file }) => `${name}=${zone}=${file}`)]);

/**
 * Sales, orders and units of the day, of the day before, of the usual weekday (the middle two of the last four by sales) and of a year ago;
 * that what SKUs sold is what the store sold, and that the seller ships as much: eco's and the peer's must be the same.
 */
function compareFigures(shop) {
  const { rows } = JSON.parse(daily(shop, 'json').text);
  const health = JSON.parse(run(shop, ['--as-of', AS_OF, 'report', 'health', '--all', '--format', 'json'])).rows;
  const { days, skus, shipped } = JSON.parse(duckdb(shop).text);
  const back = (count) => new Date(Date.parse(DAY) - count * 86_400_000).toISOString().slice(0, 10);
  for (const { name } of shop.stores) {
    const ofDay = (day) => days.find(([store, each]) => store === name && each === day).slice(2);
    const usual = [7, 14, 21, 28].map((count) => ofDay(back(count))).sort(([a], [b]) => a - b);
    const expected = {
      value: ofDay(DAY),
      previous: ofDay(back(1)),
      same_weekday: [0, 1, 2].map((at) => (usual[1][at] + usual[2][at]) / 2),
      last_year: ofDay(back(364)),
    };
    for (const [column, figures] of Object.entries(expected)) {
      const told = ['sales', 'orders', 'units'].map((metric) =>
        Number(rows.find((row) => row.store === name && row.metric === metric)[column]),
      );
      if (told.some((value, at) => Math.abs(value - figures[at]) > 0.005))
        throw new Error(`${name} ${column}: eco says ${told}, DuckDB ${figures}`);
    }
    const bySku = skus.filter(([store, day]) => store === name && day === DAY).reduce((sum, [, , , sales]) => sum + sales, 0);
    if (Math.abs(bySku - expected.value[0]) > 0.005) throw new Error(`${name}: its SKUs sold ${bySku}, the store ${expected.value[0]}`);
    const rated = health.some((row) => row.store === name && row.metric === 'cancellation_rate' && row.value !== null);
    if (rated !== shipped.some(([store]) => store === name))
      throw new Error(`${name}: eco and DuckDB do not agree whether the seller ships orders`);
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const told = (runs) =>
  `${median(runs.map((each) => each.seconds)).toFixed(2)} s (cpu ${median(runs.map((each) => each.cpu)).toFixed(2)}), peak ${Math.max(...runs.map((each) => each.megabytes)).toFixed(0)} MB`;

const whole = shopOf('whole', lines, 5000, 731);
compareFigures(whole);
const sides = { node: () => measure(['-e', '0']), eco: () => daily(whole), duckdb: () => duckdb(whole) };
const runs = { node: [], eco: [], duckdb: [] };
for (let time = 0; time < times; time++) {
  for (const side of time % 2 === 0 ? ['node', 'eco', 'duckdb'] : ['duckdb', 'eco', 'node']) runs[side].push(sides[side]());
}
const timesAs = (what) => (median(runs.duckdb.map((each) => each[what])) / median(runs.eco.map((each) => each[what]))).toFixed(1);
console.log(`${lines.toLocaleString('en')} order lines, 5,000 SKUs, 2 years, 2 stores; median of ${times}, node ${process.version}`);
console.log(`node -e 0                         ${told(runs.node)}`);
console.log(`report daily                      ${told(runs.eco)}`);
console.log(`the same figures by DuckDB        ${told(runs.duckdb)}   ${timesAs('seconds')} times as long (cpu ${timesAs('cpu')})`);
console.log(`report daily --format html        ${told(Array.from({ length: times }, () => daily(whole, 'html')))}`);

for (const [name, part, skus, days] of [
  ['half the history', lines / 2, 5000, 366],
  ['a tenth of the SKUs', lines, 500, 731],
]) {
  const shop = shopOf(name.replaceAll(' ', '-'), part, skus, days);
  console.log(`${name.padEnd(34)}${told(Array.from({ length: times }, () => daily(shop)))}`);
}

const nightly = () =>
  measure([
    eco,
    '--db',
    whole.database,
    '--as-of',
    AS_OF,
    'nightly',
    ...whole.stores.flatMap(({ file }) => ['--inbox', file.replace(/[^/]+$/, '')]),
    '--out',
    whole.reports,
  ]);
nightly();
console.log(`nightly, nothing new              ${told(Array.from({ length: times }, nightly))}`);
