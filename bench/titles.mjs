/**
 * Speed and memory of the title audit: 100,000 listings, judged as arrays and through the whole command on an imported catalogue.
 *
 *     npm run bench:titles, or after it: node bench/titles.mjs [LISTINGS] [TIMES]        (default 100,000 and 3; needs GNU time)
 *
 * Half of the titles are English and of Amazon, a quarter of Shopify, a quarter Chinese and of Taobao; some are too long, shout, repeat
 * a word, hold HTML or words of the advertising law. The bounds are 3 s and 300 MB; the process exits with 1
 * beyond them. Writing a hundred thousand findings of 20 columns is told beside it, without a bound of time.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditTitles } from '../build/titles/audit.js';
import { env } from './environment.mjs';

const count = Number(process.argv[2] ?? 100_000);
const times = Number(process.argv[3] ?? 3);
const MOST_SECONDS = 3;
const MOST_MEGABYTES = 300;
const BRANDS = 'ACME,Tarn & Kettle,Nordhaus,OLIO,Bluebird,Hartwell,Sol y Mar,Kita'.split(',');
const GOODS = 'Electric Kettle,Stoneware Mug,Bamboo Tray,Pour Over Coffee Maker,Tea Infuser,Cotton Apron,Cutting Board,Milk Frother'.split(
  ',',
);
const WITH = 'for Tea and Coffee,with Lid,Set of 4,1.7 L,BPA Free,Dishwasher Safe,Matte Black,Stainless Steel,Gift Box,10 x 20 cm'.split(
  ',',
);
const CHINESE = '保温杯,不锈钢,便携,大容量,办公室,家用,玻璃,茶杯,咖啡杯,礼盒,官方,正品,学生,女士,运动,水壶'.split(',');
const SLIPS = [
  '',
  '',
  '',
  '',
  ' BEST PRICE',
  ' free shipping',
  '  ',
  ' kettle kettle kettle',
  ' &amp; more',
  ' ★',
  ' HIGH QUALITY PREMIUM DESIGN',
];

/** A small generator of numbers, the same in every run. */
let state = 12345;
const next = (limit) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return state % limit;
};
const some = (list, most) => Array.from({ length: 2 + next(most) }, () => list[next(list.length)]);

const english = (n) => `${BRANDS[next(8)]} ${GOODS[next(8)]} ${some(WITH, 4).join(', ')}${SLIPS[next(11)]} ${n}`;
const chinese = (n) => `${some(CHINESE, 8).join('')}${next(20) === 0 ? '最佳' : ''}${n}ml`;

const listings = Array.from({ length: count }, (_, n) => {
  const platform = n % 4 < 2 ? 'amazon' : n % 4 === 2 ? 'shopify' : 'taobao';
  return {
    store: platform,
    platform,
    marketplace: platform === 'amazon' ? 'US' : null,
    listingId: `L-${n}`,
    sku: `S-${n}`,
    title: platform === 'taobao' ? chinese(n) : english(n),
    productType: null,
    brand: null,
    variation: null,
    role: null,
  };
});

function arrays() {
  const begun = process.hrtime.bigint();
  const before = process.cpuUsage();
  const { rows } = auditTitles(listings, { asOf: '2026-11-22' });
  const { user, system } = process.cpuUsage(before);
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, cpu: (user + system) / 1e6, findings: rows.length };
}

const eco = new URL('../bin/eco.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'eco-bench-titles-'));

function command(...args) {
  const report = join(folder, 'time.txt');
  const done = spawnSync('/usr/bin/time', ['-o', report, '-f', '%e %M %U %S', 'node', eco, '--db', join(folder, 'eco.db'), ...args], {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 1 << 30,
    env,
  });
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stderr}`);
  const [seconds, kilobytes, user, system] = readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds, megabytes: kilobytes / 1024, cpu: user + system };
}

function catalogue() {
  const header = 'item-name\tlisting-id\tseller-sku\tprice\tquantity\tasin1\tstatus';
  const rows = listings.map(({ title, listingId, sku }, n) =>
    [title, listingId, sku, '9.90', '1', `B${String(n).padStart(9, '0')}`, 'Active'].join('\t'),
  );
  writeFileSync(join(folder, 'all-listings.txt'), `${[header, ...rows].join('\n')}\n`);
  command('store', 'add', 'us', '--platform', 'amazon', '--marketplace', 'Amazon.com');
  command('import', 'all-listings.txt', '--store', 'us');
}

const least = (runs) => runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));
let failed = false;
function tell(name, { seconds, megabytes, cpu }, more, isBound = true) {
  const isOver = isBound && (seconds > MOST_SECONDS || (megabytes ?? 0) > MOST_MEGABYTES);
  failed ||= isOver;
  console.log(
    `${name.padEnd(34)} ${seconds.toFixed(2)} s (cpu ${cpu.toFixed(1)})${megabytes ? `   peak ${megabytes.toFixed(0)} MB` : ''}   ${more}${isOver ? '   TOO MUCH' : ''}`,
  );
}

try {
  const runs = Array.from({ length: times }, arrays);
  // The first run pays for compiling; a command always does.
  tell('arrays, first run', runs[0], `${runs[0].findings.toLocaleString('en')} findings of ${count.toLocaleString('en')} titles`);
  tell('arrays, best run', least(runs), '');
  catalogue();
  tell('titles audit, a page', least(Array.from({ length: times }, () => command('titles', 'audit', '--output', 'page.txt'))), '');
  const csv = least(Array.from({ length: times }, () => command('titles', 'audit', '--format', 'csv', '--output', 'findings.csv')));
  tell('titles audit, all as CSV', csv, `${(statSync(join(folder, 'findings.csv')).size / 1e6).toFixed(0)} MB written`, false);
  tell(
    'titles audit, errors only',
    least(Array.from({ length: times }, () => command('titles', 'audit', '--severity', 'error', '--output', 'page.txt'))),
    '',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
