/**
 * A smoke test on series of the Numenta Anomaly Benchmark, added up by day: taxi rides in New York, what ad exchanges paid, tweets.
 *
 *     npm run bench:anomalies, or after it: node bench/anomalies/nab.mjs
 *
 * Prints what is told at a budget of one a month beside the days that NAB labels. Two months of ad prices are hardly more than the
 * history that the detector asks for: few of their days are judged, the tweets' none.
 */
import { existsSync, readFileSync } from 'node:fs';
import { judgeAmount } from '../../build/measures/anomaly/detect.js';

const FOLDER = new URL('../../../shared/data/nab/', import.meta.url);
const DAY_MS = 86_400_000;
const MONTH = 30.44;
const FILES = [
  'nyc_taxi.csv',
  'exchange-2_cpc_results.csv',
  'exchange-3_cpm_results.csv',
  'exchange-4_cpc_results.csv',
  'Twitter_volume_AMZN.csv',
];

if (!existsSync(FOLDER)) {
  console.log('../shared/data/nab is not there; nothing measured.');
  process.exit(0);
}
const labels = JSON.parse(readFileSync(new URL('combined_labels.json', FOLDER), 'utf8'));
for (const file of FILES) {
  const sums = new Map();
  for (const line of readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n').slice(1)) {
    const [time, value] = line.split(',');
    sums.set(time.slice(0, 10), (sums.get(time.slice(0, 10)) ?? 0) + Number(value));
  }
  const known = [...sums.keys()].sort();
  const days = [];
  for (let time = Date.parse(known[0]); time <= Date.parse(known.at(-1)); time += DAY_MS)
    days.push(new Date(time).toISOString().slice(0, 10));
  const values = days.map((day) => sums.get(day) ?? null);
  const weekdays = days.map((day) => new Date(day).getUTCDay());
  const { ofDays } = judgeAmount({ key: file, model: 'amount', values }, { days: { days, weekdays }, from: 0, to: days.length - 1 });
  const told = ofDays
    .filter(([, { p }]) => p <= 1 / MONTH)
    .map(([day, { look }]) => `${days[day]} ${look.kind}${look.score > 0 ? '+' : '−'}`);
  const labelled = Object.entries(labels).find(([name]) => name.endsWith(`/${file}`))?.[1] ?? [];
  console.log(`${file}: ${days.length} days, ${ofDays.length} judged; told: ${told.join(', ') || 'nothing'}`);
  console.log(`  labelled: ${[...new Set(labelled.map((time) => time.slice(0, 10)))].join(', ')}`);
}
