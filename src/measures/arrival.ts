/**
 * How much of a day is there yet. Figures of young days still grow (late orders, prices of unpaid ones, ad sales that count for a
 * click of days ago) or shrink (cancellations). How much is learned from the shop's own files: successive reports of one day show
 * the same figure at several ages.
 *
 * share(age) = Σ figure as seen at that age ÷ Σ the same days' settled figure, over the settled days that were seen at that age: a
 * ratio of sums, so quiet days weigh little. The age of a sighting is the whole number of days between the end of the day and the
 * file. A day is settled when it was seen at `settledAge` or later; its settled figure is the newest. Between ages that were seen
 * the share is interpolated; after the last of them it runs to 1 at `settledAge`.
 *
 * The expected figure is what is there ÷ share; its range comes from the 10 % and 90 % quantile of the days' own shares. Below
 * `LEAST_DAYS` settled days at an age nothing is said. What this cannot see: a promotion whose orders are cancelled more often than
 * usual, a change of the attribution window.
 */
import type { Day } from '../core/day.js';
import { groupBy } from './grouping.js';
import { quantile } from './statistics.js';

/** A figure as a file told it. */
export interface Sighting {
  /** What was seen: the day, or the day in one channel. */
  readonly of: string;
  /** Whole days between the end of the day and the making of the file, 0 or more. */
  readonly age: number;
  readonly value: number;
}

export interface ArrivalShare {
  /** Above 1 where a figure shrinks. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Settled days it was learned from. */
  readonly days: number;
}

export interface ArrivalCurve {
  readonly settledAge: number;
  /** Ages that were seen often enough, in order. */
  readonly learned: readonly (ArrivalShare & { readonly age: number })[];
}

const LEAST_DAYS = 7;
const BAND = [0.1, 0.9] as const;

export function learnArrival(sightings: readonly Sighting[], settledAge: number): ArrivalCurve {
  const settled = new Map<string, number>();
  for (const [of, ofOne] of groupBy(sightings, (each) => each.of)) {
    const last = ofOne.reduce((newest, each) => (each.age >= newest.age ? each : newest));
    if (last.age >= settledAge && last.value > 0) settled.set(of, last.value);
  }
  const young = sightings.filter(({ of, age }) => age < settledAge && settled.has(of));
  const learned = [...groupBy(young, (each) => each.age)].flatMap(([age, ofAge]) => {
    // Of two files of one day and age the newer one stands last.
    const seen = [...new Map(ofAge.map((each) => [each.of, each.value]))];
    if (seen.length < LEAST_DAYS) return [];
    const finalOf = (of: string) => settled.get(of) as number;
    const total = seen.reduce((sum, [of]) => sum + finalOf(of), 0);
    const shares = seen.map(([of, value]) => value / finalOf(of));
    const share = seen.reduce((sum, [, value]) => sum + value, 0) / total;
    const [low, high] = BAND.map((p) => quantile(shares, p) as number) as [number, number];
    return [{ age, share, low: Math.min(low, share), high: Math.max(high, share), days: seen.length }];
  });
  return { settledAge, learned: learned.sort((a, b) => a.age - b.age) };
}

/** How much is there at an age; null where too few days were seen to say. 1 from `settledAge` on. */
export function shareAt({ learned, settledAge }: ArrivalCurve, age: number): ArrivalShare | null {
  if (age >= settledAge) return { share: 1, low: 1, high: 1, days: 0 };
  const before = learned.filter((each) => each.age <= age).at(-1);
  if (!before) return null;
  const after = learned.find((each) => each.age >= age) ?? { age: settledAge, share: 1, low: 1, high: 1, days: before.days };
  const way = after.age === before.age ? 0 : (age - before.age) / (after.age - before.age);
  const between = (key: 'share' | 'low' | 'high') => before[key] + way * (after[key] - before[key]);
  return { share: between('share'), low: between('low'), high: between('high'), days: Math.min(before.days, after.days) };
}

export interface Expected {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What a figure that is seen at an age will be when it is settled; null where nothing can be said. */
export function expectedFinal(value: number, share: ArrivalShare | null): Expected | null {
  if (share === null || share.share <= 0 || share.low <= 0) return null;
  return { value: value / share.share, low: value / share.high, high: value / share.low };
}

/** Sums of a day over versions that stood from `since` until `until` (null: they still stand); epoch seconds. */
export interface Version {
  readonly day: Day;
  readonly since: number;
  readonly until: number | null;
  readonly value: number;
}

/** A file that tells the days of a period, made at `evidenceAt`. */
export interface SeenFile {
  readonly from: Day;
  readonly to: Day;
  readonly evidenceAt: number;
}

/**
 * What each file told of each day that it tells whole: the sum of the versions that stood when it was made. The first day of a file may
 * have begun before it, so it is left out; so is a day that was not over yet. `endOf`: the first moment after a day.
 */
export function sightingsOf(versions: readonly Version[], files: readonly SeenFile[], endOf: (day: Day) => number): Sighting[] {
  return [...groupBy(versions, (version) => version.day)].flatMap(([day, ofDay]) => {
    const end = endOf(day);
    return files
      .filter((file) => file.from < day && day <= file.to && file.evidenceAt >= end)
      .sort((a, b) => a.evidenceAt - b.evidenceAt)
      .map(({ evidenceAt }) => ({
        of: day,
        age: Math.floor((evidenceAt - end) / 86_400),
        value: ofDay
          .filter(({ since, until }) => since <= evidenceAt && (until === null || until > evidenceAt))
          .reduce((sum, version) => sum + version.value, 0),
      }));
  });
}
