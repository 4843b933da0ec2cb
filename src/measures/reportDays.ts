/**
 * Where reports about periods leave gaps and where they overlap, by store and subject. A day is missing when it lies between the
 * first and the last day of any report, and in none. A longer report overlaps when one of other days shares a day with it:
 * overlapping reports are never added (tiling.ts chooses), so one of the two is not seen. Two views of the same days do not.
 */
import { addDays, type Day, type Period } from '../core/day.js';
import { groupBy } from './grouping.js';

export interface SubjectPeriod extends Period {
  readonly store: string;
  readonly subject: string;
  readonly grain: string;
}

export interface SubjectDays {
  readonly store: string;
  readonly subject: string;
  readonly from: Day;
  readonly to: Day;
  readonly missing: readonly Period[];
  readonly overlapping: readonly (Period & { readonly grain: string; readonly others: number })[];
}

/** One entry for each store and subject, in the order in which they come. */
export function subjectDays(periods: readonly SubjectPeriod[]): SubjectDays[] {
  return [...groupBy(periods, ({ store, subject }) => `${store}\u001f${subject}`).values()].map((ofSubject) => {
    const sorted = [...ofSubject].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
    const [first] = sorted as [SubjectPeriod];
    const to = sorted.reduce((latest, period) => (period.to > latest ? period.to : latest), first.to);
    return { store: first.store, subject: first.subject, from: first.from, to, missing: gaps(sorted), overlapping: overlaps(sorted) };
  });
}

function gaps(sorted: readonly SubjectPeriod[]): Period[] {
  const missing: Period[] = [];
  let covered = sorted[0]?.to as Day;
  for (const { from, to } of sorted) {
    if (from > addDays(covered, 1)) missing.push({ from: addDays(covered, 1), to: addDays(from, -1) });
    if (to > covered) covered = to;
  }
  return missing;
}

function overlaps(sorted: readonly SubjectPeriod[]): SubjectDays['overlapping'][number][] {
  const shares = (one: SubjectPeriod, other: SubjectPeriod) =>
    one.from <= other.to && other.from <= one.to && (one.from !== other.from || one.to !== other.to);
  return sorted
    .filter(({ from, to }) => from < to)
    .map((period) => ({ ...period, others: sorted.filter((other) => shares(period, other)).length }))
    .filter(({ others }) => others > 0)
    .map(({ from, to, grain, others }) => ({ from, to, grain, others }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
