/**
 * Findings of consecutive days about one change are one episode, and since when it has been so.
 *
 * Findings of a series in one direction belong together while no more than a weekend lies between two of them (a week, where both
 * compare several days: their days overlap). An episode is told by its strongest finding.
 */
import { median } from '../statistics.js';
import type { Finding } from './detect.js';
import type { DailySeries, Days } from './series.js';

export interface Episode {
  /** The strongest finding, of the first such day. */
  readonly strongest: Finding;
  /** First and last day with a finding, as indices. */
  readonly first: number;
  readonly last: number;
}

const NEAR_DAYS = 3;
const OVERLAPPING_DAYS = 8;

/** `findings` by day; episodes by the p-value of their strongest finding, then key. */
export function episodesOf(findings: readonly Finding[]): Episode[] {
  const open = new Map<string, { findings: Finding[] }>();
  const all: { findings: Finding[] }[] = [];
  for (const finding of findings) {
    const key = `${finding.key} ${finding.look.score > 0}`;
    const before = open.get(key);
    const last = before?.findings.at(-1);
    if (before && last && finding.day - last.day <= gapBetween(last, finding)) before.findings.push(finding);
    else {
      const begun = { findings: [finding] };
      open.set(key, begun);
      all.push(begun);
    }
  }
  return all
    .map(({ findings: told }) => ({
      strongest: told.reduce((best, each) => (each.p < best.p ? each : best)),
      first: (told[0] as Finding).day,
      last: (told.at(-1) as Finding).day,
    }))
    .sort((a, b) => a.strongest.p - b.strongest.p || a.first - b.first || (a.strongest.key < b.strongest.key ? -1 : 1));
}

function gapBetween(last: Finding, next: Finding): number {
  return last.look.kind === 'spike' && next.look.kind === 'spike' ? NEAR_DAYS : OVERLAPPING_DAYS;
}

const WEEKS_BEFORE = 8;

/**
 * The day from which on a lasting change is likeliest to have begun, as an index: the s that maximises (Σ from s of value − usual)² ÷
 * number of days, the maximum-likelihood start of a change of the mean. Usual is the median of the same weekday in the eight weeks
 * before the days that come into question (`reach` of them). Null where nothing is known of them.
 */
export function beganOn(series: DailySeries, { weekdays }: Days, day: number, reach: number, rises: boolean): number | null {
  const valueAt = (index: number): number | null => {
    const value = series.values[index];
    if (value === null || value === undefined || series.outOfOrdinary?.[index]) return null;
    if (series.model !== 'rate') return value;
    const trials = series.trials?.[index] ?? 0;
    return trials === 0 ? null : value / trials;
  };
  const start = Math.max(0, day - reach + 1);
  const usual = Array.from({ length: 7 }, (_, weekday) => {
    const values: number[] = [];
    for (let index = start - 1; index >= Math.max(0, start - 7 * WEEKS_BEFORE); index -= 1) {
      const value = weekdays[index] === weekday ? valueAt(index) : null;
      if (value !== null) values.push(value);
    }
    return median(values);
  });
  let [sum, count, best] = [0, 0, 0];
  let began: number | null = null;
  for (let index = day; index >= start; index -= 1) {
    const value = valueAt(index);
    const expected = usual[weekdays[index] as number] as number | null;
    if (value === null || expected === null) continue;
    sum += rises ? value - expected : expected - value;
    count += 1;
    const gain = sum > 0 ? (sum * sum) / count : 0;
    if (gain > best) [best, began] = [gain, index];
  }
  return began;
}
