/**
 * How many findings chance alone brings: shops in which nothing happens, and a real series whose weeks are shuffled.
 *
 *     npm run bench:anomalies, or after it: node bench/anomalies/null.mjs [SHOPS] [SKUS] [MONTHS]
 *
 * A simulated shop has 200 SKUs with five figures each: units (Poisson or negative binomial), sessions (negative binomial), conversion
 * (binomial), the buy box (of a fifth of the SKUs it changes hands from day to day, else almost always the own) and returns (one unit of
 * twenty comes back within four weeks, out of the units of the four weeks before); means from a handful a year to a hundred a day; the
 * week has a profile, and levels wander a little or not at all. The budget is one finding a month over all of it.
 */
import { existsSync } from 'node:fs';
import { detect, judgeAmount } from '../../build/measures/anomaly/detect.js';
import { generator, perMonth } from './judging.mjs';
import { dailyRevenue, UCI } from './revenue.mjs';

const shops = Number(process.argv[2] ?? 3);
const skus = Number(process.argv[3] ?? 200);
const months = Number(process.argv[4] ?? 12);
const MONTH = 30.44;
const HISTORY = 180;
const WEEK = [0.8, 1.1, 1.15, 1.1, 1.05, 1, 0.8];

function draws(random) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const poisson = (mean) => {
    if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let product = random();
    let count = 0;
    for (const bound = Math.exp(-mean); product > bound; count += 1) product *= random();
    return count;
  };
  const gamma = (shape) => {
    if (shape < 1) return gamma(shape + 1) * random() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const binomial = (trials, rate) => {
    let hits = 0;
    for (let trial = 0; trial < trials; trial += 1) if (random() < rate) hits += 1;
    return hits;
  };
  return { normal, poisson, gamma, binomial };
}

/** Five groups of series. `spread`: φ of the negative binomials. `wander`: deviation of the log level a day. */
function simulatedShop(seed, length, spread, wander) {
  const random = generator(seed);
  const { normal, poisson, gamma, binomial } = draws(random);
  const noisy = (mean) => poisson(spread > 0 ? (mean * gamma(1 / spread)) / (1 / spread) : mean);
  const groups = { units: [], sessions: [], conversion: [], box: [], returns: [] };
  for (let sku = 0; sku < skus; sku += 1) {
    const mean = Math.exp(normal() * 1.6 - 0.5);
    const visits = Math.min(2000, mean * 12 + 1);
    const rate = Math.min(0.4, 0.08 * Math.exp(0.5 * normal()));
    let level = 0;
    const levels = Array.from({ length }, () => (level = 0.97 * level + wander * normal()));
    const byDay = (of) => levels.map((each, day) => of(Math.exp(each) * WEEK[day % 7]));
    const trials = byDay((factor) => noisy(visits * factor));
    const units = byDay((factor) => noisy(mean * factor));
    groups.units.push({ key: `units ${sku}`, model: 'count', values: units });
    groups.sessions.push({ key: `sessions ${sku}`, model: 'count', values: byDay((factor) => noisy(visits * factor)) });
    groups.conversion.push({ key: `conversion ${sku}`, model: 'rate', values: trials.map((count) => binomial(count, rate)), trials });
    const views = trials.map((count) => Math.round(count * 1.4));
    const shared = sku % 5 === 0;
    const own = () => {
      const [won, lost] = [gamma(shared ? 2 : 60), gamma(shared ? 2 : 1.5)];
      return won / (won + lost);
    };
    groups.box.push({ key: `box ${sku}`, model: 'rate', values: views.map((count) => binomial(count, own())), trials: views });
    const back = Array(length).fill(0);
    units.forEach((count, day) => {
      for (let unit = 0; unit < count; unit += 1) {
        const returned = day + 1 + Math.floor(random() * 28);
        if (random() < 0.05 && returned < length) back[returned] += 1;
      }
    });
    const sold = units.map((_, day) => (day < 28 ? null : units.slice(day - 28, day).reduce((sum, count) => sum + count, 0)));
    const hits = back.map((count, day) => (sold[day] === null ? null : Math.min(count, sold[day])));
    groups.returns.push({ key: `returns ${sku}`, model: 'rate', values: hits, trials: sold });
  }
  return Object.values(groups).map((series) => ({ series }));
}

const length = HISTORY + Math.round(months * MONTH);
const days = Array.from({ length }, (_, day) => new Date(Date.UTC(2025, 0, 5 + day)).toISOString().slice(0, 10));
const weekdays = days.map((_, day) => day % 7);
for (const [name, spread, wander] of [
  ['Poisson, level stands', 0, 0],
  ['negative binomial (φ 0.2), level stands', 0.2, 0],
  ['negative binomial (φ 0.2), level wanders 2 % a day', 0.2, 0.02],
]) {
  let [total, alarmDays, watched] = [0, 0, 0];
  const kinds = {};
  for (let shop = 1; shop <= shops; shop += 1) {
    const groups = simulatedShop(shop, length, spread, wander);
    // A month at a time, as a shop that looks every morning learns anew.
    for (let from = HISTORY; from + 29 < length; from += 30) {
      const { findings } = detect({ days: { days, weekdays }, groups, from, to: from + 29, perMonth: 1 });
      alarmDays += new Set(findings.map(({ day }) => day)).size;
      const seen = new Set(findings.map(({ key, look }) => `${key} ${look.score > 0}`));
      total += seen.size;
      for (const { key, look } of findings)
        kinds[`${key.split(' ')[0]} ${look.kind}`] = (kinds[`${key.split(' ')[0]} ${look.kind}`] ?? 0) + 1;
      watched += 30 / MONTH;
    }
  }
  console.log(
    `${name}: ${(total / watched).toFixed(2)} findings and ${(alarmDays / watched).toFixed(2)} days with one a month (${watched.toFixed(0)} months of ${skus} SKUs × 5)`,
  );
  console.log(
    `  finding days by kind: ${
      Object.entries(kinds)
        .sort()
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', ') || 'none'
    }`,
  );
}

if (!existsSync(UCI)) {
  console.log('../shared/data/online_retail/orders.csv.gz is not there; no weeks were shuffled.');
} else {
  const revenue = dailyRevenue();
  const rates = [];
  for (let seed = 1; seed <= 8; seed += 1) {
    const random = generator(seed);
    // Spring and summer, whose level stands: 2010-01-04 … 2010-08-29 and 2011-01-10 … 2011-08-28, in whole weeks.
    const weeks = [];
    for (const [first, last] of [
      [34, 272],
      [405, 636],
    ])
      for (let day = first; day + 6 <= last; day += 7) weeks.push(revenue.values.slice(day, day + 7));
    for (let at = weeks.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [weeks[at], weeks[other]] = [weeks[other], weeks[at]];
    }
    const values = weeks.flat();
    const from = 120;
    const { ofDays } = judgeAmount(
      { key: 'revenue', model: 'amount', values },
      { days: { days: values.map((_, day) => String(day)), weekdays: values.map((_, day) => (day + 1) % 7) }, from, to: values.length - 1 },
    );
    const scores = new Float64Array(values.length);
    for (const [day, { p }] of ofDays) scores[day] = -Math.log10(p);
    rates.push(perMonth(scores, Math.log10(MONTH), from, values.length - 1, 2));
  }
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  console.log(`UCI revenue, weeks shuffled: ${mean.toFixed(2)} a month (${rates.map((rate) => rate.toFixed(2)).join(', ')})`);
}
