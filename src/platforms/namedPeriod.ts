/** A period whose year and month, quarter or week stand apart: "Select year=["2026"],Select month=["January"]". */
import { type Day, dayOf, type Period } from '../core/day.js';
import { monthDays } from './cells/civil.js';
import { monthOf } from './cells/months.js';

/** The period that the groups `year` and `month` or `quarter` name; null where they do not. */
export function namedPeriod(groups: Readonly<Record<string, string | undefined>> | undefined): Period | null {
  const year = Number(groups?.year);
  if (!Number.isInteger(year)) return null;
  const quarter = Number(/[1-4]/.exec(groups?.quarter ?? '')?.[0]);
  if (quarter > 0) return months(year, quarter * 3 - 2, quarter * 3);
  const word = groups?.month ?? '';
  const month = /^\d/.test(word) ? Number.parseInt(word, 10) : monthOf(word);
  return month === null ? null : months(year, month, month);
}

function months(year: number, first: number, last: number): Period | null {
  const from = dayOf(year, first, 1);
  return from && { from, to: dayOf(year, last, monthDays(year, last)) as Day };
}
