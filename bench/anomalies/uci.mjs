/**
 * Shifts put into the daily revenue of a real wholesaler (UCI Online Retail II), told by eco's detector and by z-scores of windows.
 *
 *     npm run bench:anomalies, or after it: node bench/anomalies/uci.mjs [tune|judge] [GAP]
 *
 * Reads ../shared/data/online_retail/orders.csv.gz (columns invoice, qty, ts, price) and says so where it is not there. The shares of
 * the detector were tuned on `tune`, the first part. One alarm a month for everybody on the series as it is, which has shocks of its
 * own: they count as false. Alarms with at most GAP − 1 days between them are one (2: a weekend).
 */
import { existsSync } from 'node:fs';
import { judgeAmount } from '../../build/measures/anomaly/detect.js';
import { boundOf, differenceInterval, generator, hits, measures, perMonth, SHIFTS, trials } from './judging.mjs';
import { windowed } from './peers.mjs';
import { dailyRevenue, UCI } from './revenue.mjs';

/** Days of the two parts, counted from 2009-12-01. */
const PARTS = { tune: [140, 399], judge: [400, 736] };
const MONTH = 30.44;

if (!existsSync(UCI)) {
  console.log('bench:anomalies: ../shared/data/online_retail/orders.csv.gz is not there; nothing measured.');
  process.exit(0);
}
const part = process.argv[2] ?? 'judge';
const gap = Number(process.argv[3] ?? 2);
const step = Number(process.argv[4] ?? 1);
const [from, to] = PARTS[part];
const { days, weekdays, values } = dailyRevenue();

/** −log10 of the detector's own p-value. */
const eco = (series, first, last) => {
  const scores = new Float64Array(series.length);
  const { ofDays } = judgeAmount({ key: 'revenue', model: 'amount', values: series }, { days: { days, weekdays }, from: first, to: last });
  for (const [day, { p }] of ofDays) scores[day] = -Math.log10(p);
  return scores;
};
const METHODS = {
  eco: [eco, Math.log10(MONTH), 'p ≤ 1 ÷ 30.44'],
  'windowed Gaussian, 28 days, closed days as 0': [windowed(28, true), 3, '|z| ≥ 3'],
  'windowed Gaussian, 28 open days': [windowed(28, false), 3, '|z| ≥ 3'],
  '|z| of 14 days, closed days as 0': [windowed(14, true), 2, '|z| ≥ 2'],
  '|z| of 14 open days': [windowed(14, false), 2, '|z| ≥ 2'],
};

const percent = (value) => `${(100 * value).toFixed(0)} %`.padStart(5);
console.log(`${days[from]} … ${days[to]}, ${part}; alarms within ${gap} days are one`);
const results = {};
for (const [name, [detect, published, rule]] of Object.entries(METHODS)) {
  const base = detect(values, from, to);
  const bound = boundOf(base, from, to, gap);
  const falseAlarms = perMonth(base, bound, from, to, gap);
  const asPublished = perMonth(base, published, from, to, gap);
  results[name] = {};
  console.log(
    `\n${name}: bound ${bound.toFixed(2)} (${falseAlarms.toFixed(2)} a month); as published, ${rule}: ${asPublished.toFixed(2)} a month`,
  );
  for (const kind of Object.keys(SHIFTS)) {
    const found = trials(detect, values, kind, from, to, step);
    const told = hits(found, base, bound);
    const plain = hits(found, base, published);
    const tuned = measures(told, falseAlarms);
    const own = measures(plain, asPublished);
    results[name][kind] = told;
    console.log(
      `  ${kind.padEnd(15)} recall ${percent(tuned.recall)} precision ${percent(tuned.precision)}   as published ${percent(own.recall)} ${percent(own.precision)}   (${told.length} shifts)`,
    );
  }
}
console.log('\neco less each peer, recall at one alarm a month, 95 % interval:');
const random = generator(1);
for (const name of Object.keys(METHODS).slice(1)) {
  const line = Object.keys(SHIFTS).map((kind) => {
    const [low, high] = differenceInterval(results.eco[kind], results[name][kind], random);
    return `${kind} ${low >= 0 ? '+' : ''}${(100 * low).toFixed(0)}…${high >= 0 ? '+' : ''}${(100 * high).toFixed(0)}`;
  });
  console.log(`  ${name}: ${line.join(' · ')}`);
}
