/** Daily revenue of a real wholesaler (UCI Online Retail II), where its file lies beside the project. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export const UCI = new URL('../../../shared/data/online_retail/orders.csv.gz', import.meta.url);
const DAY_MS = 86_400_000;
const LAST_DAY = '2011-12-08';

/** Revenue a day, null where there is none: the shop is closed. */
export function dailyRevenue() {
  const [header, ...lines] = gunzipSync(readFileSync(UCI)).toString('utf8').split('\n');
  const at = Object.fromEntries(header.split(',').map((name, index) => [name, index]));
  const sums = new Map();
  for (const line of lines) {
    const cells = line.split(',');
    const amount = Number(cells[at.qty]) * Number(cells[at.price]);
    // Cancellations (C…) and adjustments (A…) are no sales.
    if (!(Number(cells[at.qty]) > 0) || !(Number(cells[at.price]) > 0) || /^[CA]/.test(cells[at.invoice])) continue;
    const day = cells[at.ts].slice(0, 10);
    sums.set(day, (sums.get(day) ?? 0) + amount);
  }
  const first = Date.parse([...sums.keys()].sort()[0]);
  const days = [];
  for (let time = first; time <= Date.parse(LAST_DAY); time += DAY_MS) days.push(new Date(time).toISOString().slice(0, 10));
  return { days, weekdays: days.map((day) => new Date(day).getUTCDay()), values: days.map((day) => sums.get(day) ?? null) };
}
