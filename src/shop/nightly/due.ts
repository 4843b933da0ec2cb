/**
 * Which reports a night writes: those of its own morning, those of the mornings that were missed since the last run, and those that
 * failed before. A weekly report is due on Mondays, a monthly one on the first, every other every morning.
 */
import { addDays, type Day, weekday } from '../../core/day.js';

/** Mornings further back are not caught up: a month, so that no monthly report is lost to a holiday. */
export const MOST_MORNINGS = 31;

const MONDAY = 1;

export interface WrittenMorning {
  readonly morning: Day;
  /** Reports that were due and could not be made. */
  readonly failed: readonly string[];
}

export interface DueReport {
  readonly morning: Day;
  readonly report: string;
}

export interface Due {
  /** By morning, in the order of the reports. */
  readonly reports: readonly DueReport[];
  /** Mornings that were missed and lie too far back. */
  readonly tooOld: number;
}

export function isDue(report: string, morning: Day): boolean {
  if (report === 'weekly') return weekday(morning) === MONDAY;
  return report !== 'monthly' || morning.endsWith('-01');
}

/** `before`: what earlier nights wrote, in any order. A first run has nothing to catch up. */
export function dueReports(morning: Day, before: readonly WrittenMorning[], reports: readonly string[]): Due {
  const earlier = before.filter((written) => written.morning < morning);
  const newest = earlier
    .map((written) => written.morning)
    .sort()
    .at(-1);
  const first = addDays(morning, -(MOST_MORNINGS - 1));
  const missedFrom = newest === undefined ? morning : addDays(newest, 1);
  const mornings = days(missedFrom > first ? missedFrom : first, morning);
  const again = earlier
    .filter((written) => written.morning >= first)
    .flatMap(({ morning: day, failed }) => reports.filter((report) => failed.includes(report)).map((report) => ({ morning: day, report })))
    .sort((a, b) => (a.morning < b.morning ? -1 : a.morning > b.morning ? 1 : 0));
  const due = mornings.flatMap((day) => reports.filter((report) => isDue(report, day)).map((report) => ({ morning: day, report })));
  return { reports: [...again, ...due], tooOld: missedFrom < first ? days(missedFrom, addDays(first, -1)).length : 0 };
}

function days(from: Day, to: Day): Day[] {
  const found: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) found.push(day);
  return found;
}
