/**
 * Speed and memory of a bulk edit: ten rules on 100,000 titles of 40 to 100 characters, nearly all of which change: `eco titles edit` on an
 * imported catalogue, then the engine alone. Asked for: under 5 seconds.
 *
 *     npm run bench:titles, or after it: node bench/titleEdits.mjs [TITLES] [TIMES]        (default 100,000 titles, 3 times)
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editTexts } from '../build/titles/edit/engine.js';
import { NO_FACTS } from '../build/titles/edit/facts.js';
import { NO_SETTINGS, readRuleFile } from '../build/titles/edit/ruleFile.js';
import { ownedTexts } from '../build/titles/textListing.js';
import { env } from './environment.mjs';

const titles = Number(process.argv[2] ?? 100_000);
const times = Number(process.argv[3] ?? 3);
const program = new URL('../bin/eco.js', import.meta.url).pathname;
const folder = join(tmpdir(), `eco-bench-titles-${titles}`);
mkdirSync(folder, { recursive: true });
const file = (name) => join(folder, name);

const RULES = `rules:
  - trim: spaces
  - fullwidth: half
  - replace: { find: tea-pot, with: Teapot, case: ignore }
  - regex: { find: '(\\d+)\\s*(?:pcs|pieces|pc)\\b', with: 'Set of $1' }
  - remove: [best price, free shipping, hot sale]
  - translate: { colour: color, grey: gray, aluminium: aluminum }
  - case: title
  - dedupe: words
  - append: ", {product_type}"
    where: length < 60
  - shorten: { to: 75, keep: [brand, product_type] }
`;

/** mulberry32 */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const BRANDS = ['ACME', 'Tarn & Kettle', 'Lumo', 'Nordvik', 'iForm'];
const TYPES = ['Electric Kettle', 'Tea-pot', 'Desk Lamp', 'Coffee Mug', 'Storage Jar', 'Serving Tray', 'Wall Clock'];
const WORDS =
  'grey colour stainless steel glass bamboo BPA free large small vintage modern kitchen office home gift LED aluminium with for and tea coffee travel set handle lid black white red 500 ml 1.7 L 12 pcs 3 pieces BEST PRICE free shipping, kettle lamp mug'.split(
    ' ',
  );

function catalogue() {
  const next = random(7);
  const pick = (list) => list[Math.floor(next() * list.length)];
  return Array.from({ length: titles }, (_, at) => {
    const brand = pick(BRANDS);
    const type = pick(TYPES);
    const words = Array.from({ length: 3 + Math.floor(next() * 8) }, () => pick(WORDS));
    return { at, brand, type, title: `${brand} ${type} ${words.join(next() < 0.2 ? '  ' : ' ')} ${at}` };
  });
}

const rows = catalogue();

async function engine() {
  const { rules } = readRuleFile(RULES, 'bench.yaml');
  const blank = {
    storeId: 1,
    store: 'us',
    platform: 'amazon',
    marketplace: 'US',
    currency: 'USD',
    role: null,
    variation: null,
    category: null,
  };
  const none = { options: null, priceMinor: null, compareAtMinor: null, status: null, url: null, attributes: null };
  const texts = ownedTexts(
    rows.map(({ at, brand, type, title }) => {
      const id = `SKU-${at}`;
      return { ...blank, ...none, listingPk: at, listingId: id, productId: id, sku: id, title, brand, productType: type };
    }),
    'title',
  );
  for (let time = 0; time < times; time++) {
    const begun = process.hrtime.bigint();
    const before = process.cpuUsage();
    const result = editTexts(texts, { field: 'title', where: [], rules, settings: NO_SETTINGS, allow: [], asOf: '2026-11-22' }, NO_FACTS);
    const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
    const rss = process.memoryUsage().rss / 1024 / 1024;
    const cpu = process.cpuUsage(before).user / 1e6;
    console.log(
      `engine   ${seconds.toFixed(2)} s (cpu ${cpu.toFixed(2)})   ${result.changed.length} changed, ${result.prevented.length} left out   ${rss.toFixed(0)} MB`,
    );
  }
}

function cli() {
  writeFileSync(file('rules.yaml'), RULES);
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map(
    ({ at, brand, type, title }) => `p-${at},${quoted(title)},${quoted(brand)},${quoted(type)},true,SKU-${at},19.90,active`,
  );
  writeFileSync(file('products.csv'), `Handle,Title,Vendor,Type,Published,Variant SKU,Variant Price,Status\n${lines.join('\n')}\n`);
  const db = file('eco.db');
  for (const end of ['', '-wal', '-shm', '.key']) rmSync(db + end, { force: true });
  const eco = (...args) => measure('node', [program, '--db', db, '--as-of', '2026-11-22', ...args]);
  console.log(`import   ${eco('import', file('products.csv')).seconds.toFixed(2)} s`);
  for (let time = 0; time < times; time++) {
    const run = eco('titles', 'edit', file('rules.yaml'), '--output', file('plan.csv'));
    console.log(`cli      ${run.seconds.toFixed(2)} s   ${run.megabytes.toFixed(0)} MB`);
  }
}

/** Wall seconds and peak megabytes of a command. */
function measure(command, args) {
  const report = file('time.txt');
  const timer = existsSync('/usr/bin/time');
  const begun = process.hrtime.bigint();
  const done = timer
    ? spawnSync('/usr/bin/time', ['-o', report, '-f', '%M', command, ...args], { encoding: 'utf8', cwd: folder, env })
    : spawnSync(command, args, { encoding: 'utf8', cwd: folder, env });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr}${done.stdout}`);
  return { seconds, megabytes: timer ? Number(readFileSync(report, 'utf8').trim().split('\n').at(-1)) / 1024 : Number.NaN };
}

console.log(`${titles.toLocaleString('en')} titles, ten rules, node ${process.version}`);
cli();
await engine();
