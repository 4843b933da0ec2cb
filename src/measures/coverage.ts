/**
 * Which days the imported orders tell everything about. No platform writes into an order report which days were asked for, so it
 * is read off the orders: a day is known when
 *
 * 1. it lies between the first and the last order of one file (such files are whole: every order of the days they span), or
 * 2. it lies in a gap between two files that is no longer than the longest run of days without an order inside a file: the
 *    shop has such quiet days, or
 * 3. it comes after the last order of all, no further away than such a run, and the newest file was made after that day ended.
 *
 * So a busy shop whose last file ends on the 15th knows nothing of the 16th, and a shop that sells once a week is not taken to
 * be unimported for six days of seven. Days before the first file are unknown. What this cannot see: a report by last update,
 * which reaches back to single old orders, makes the days between them look known.
 */
import { addDays, type Day, daysBetween, type Period, periodText } from '../core/day.js';
import { zone } from '../core/zone.js';

/** First and last day with an order in one file, and the day on which the file was made. */
export interface FileSpan {
  readonly from: Day;
  readonly to: Day;
  readonly madeOn: Day;
}

/** How far back files must be looked at to tell the known days of a period: enough to have seen the shop's quiet days. */
export const LOOK_BACK_DAYS = 60;

/** The days of a period that are known, in order. `orderDays`: days with an order, from `LOOK_BACK_DAYS` before the period on. */
export function knownDays(period: Period, files: readonly FileSpan[], orderDays: readonly Day[]): Day[] {
  const isKnown = knownUntil(period.to, files, orderDays);
  return daysOf(period).filter(isKnown);
}

/** What tells of a day up to `end` whether it is known. `orderDays`: days with an order, from `LOOK_BACK_DAYS` before the first day that is asked for. */
export function knownUntil(end: Day, files: readonly FileSpan[], orderDays: readonly Day[]): (day: Day) => boolean {
  if (files.length === 0) return () => false;
  const quiet = longestQuietRun(files, orderDays);
  const spans: { from: Day; to: Day }[] = [];
  for (const file of [...files].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = spans.at(-1);
    if (last && daysBetween(last.to, file.from) - 1 <= quiet) last.to = file.to > last.to ? file.to : last.to;
    else spans.push({ from: file.from, to: file.to });
  }
  const last = spans.at(-1) as { from: Day; to: Day };
  const newest = files.reduce((day, file) => (file.madeOn > day ? file.madeOn : day), files[0]?.madeOn as Day);
  const finished = addDays(newest, -1);
  const until = finished < end ? finished : end;
  if (until > last.to && daysBetween(last.to, until) <= quiet) last.to = until;
  return (day) => spans.some((span) => span.from <= day && day <= span.to);
}

/** Every day of a period, in order. */
export function daysOf(period: Period): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(period.from, period.to) + 1) }, (_, index) => addDays(period.from, index));
}

function longestQuietRun(files: readonly FileSpan[], orderDays: readonly Day[]): number {
  let longest = 0;
  orderDays.forEach((day, index) => {
    const next = orderDays[index + 1];
    if (next === undefined || !files.some((file) => file.from <= day && next <= file.to)) return;
    longest = Math.max(longest, daysBetween(day, next) - 1);
  });
  return longest;
}

/** Days as few periods, for people: the unknown days of November are "2026-11-03 … 2026-11-09". */
export function periodsOf(days: readonly Day[]): Period[] {
  const periods: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const last = periods.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else periods.push({ from: day, to: day });
  }
  return periods;
}

export interface StoreFiles {
  readonly storeId: number;
  readonly from: Day;
  readonly to: Day;
  /** How new the file is, epoch seconds. */
  readonly evidenceAt: number;
}

/** The known days of a period for each store. */
export function knownDaysByStore(
  period: Period,
  stores: readonly { readonly storeId: number; readonly timeZone: string }[],
  files: readonly StoreFiles[],
  orderDays: readonly { readonly storeId: number; readonly day: Day }[],
): ReadonlyMap<number, readonly Day[]> {
  return new Map(
    stores.map(({ storeId, timeZone }) => {
      const spans = files
        .filter((file) => file.storeId === storeId)
        .map((file) => ({ from: file.from, to: file.to, madeOn: zone(timeZone).dayOf(file.evidenceAt) as Day }));
      const days = orderDays.filter((entry) => entry.storeId === storeId).map((entry) => entry.day);
      return [storeId, knownDays(period, spans, days)];
    }),
  );
}

/** What a reader of sums over the period must know: stores of which no day is known, and days that are missing of others. */
export function coverageNotes(
  period: Period,
  stores: readonly { readonly storeId: number; readonly name: string }[],
  known: ReadonlyMap<number, readonly Day[]>,
): string[] {
  const all = daysOf(period);
  const unknown = stores.filter((store) => (known.get(store.storeId)?.length ?? 0) === 0).map((store) => store.name);
  const notes = stores.flatMap((store) => {
    const days = known.get(store.storeId) ?? [];
    if (days.length === 0 || days.length === all.length) return [];
    const missing = periodsOf(all.filter((day) => !days.includes(day)));
    return [`${store.name}: orders are known for ${days.length} of the ${all.length} days; missing ${missing.map(periodText).join(', ')}.`];
  });
  if (unknown.length === 0) return notes;
  return [`No imported orders cover ${periodText(period)} in ${unknown.join(', ')}: what was sold there is unknown, not zero.`, ...notes];
}
