/**
 * How new a file's content is, and which period it speaks of, where its rows do not say: from its name, else from the time the
 * file was last changed. Which of them decided is kept with the import.
 */
import { basename, dirname } from 'node:path';
import { type Day, dayOf, type Period, parseDay } from '../core/day.js';
import { UsageError } from '../core/errors.js';
import type { Zone } from '../core/zone.js';

export interface Evidence {
  /** Epoch seconds. */
  readonly at: number;
  readonly source: 'row' | 'name' | 'file';
}

/**
 * A single date in the name says on which day the file was made. When the file's own time falls on that day (in whatever zone the
 * name was written, so a day on either side is allowed), it is the more exact of the two and orders two downloads of one day; else
 * the name wins, since copying a file changes its time.
 */
export function evidenceOf(path: string, modifiedAt: number, zone: Zone): Evidence {
  const day = onlyDayIn(basename(path));
  if (day === null) return { at: modifiedAt, source: 'file' };
  const midnight = Date.parse(`${day}T00:00:00Z`) / 1000;
  const start = midnight - zone.offsetAtLocal(midnight);
  if (modifiedAt >= start - 86_400 && modifiedAt < start + 2 * 86_400) return { at: modifiedAt, source: 'file' };
  return { at: start, source: 'name' };
}

/** A day in a name: 2026-11-20, 2026_11_20, 2026.11.20, 20261120 or 2026年11月20日. */
const DAY = /(?<!\d)(20\d{2})(?:([-_.]?)(\d{2})\2(\d{2})(?!\d)|年(\d{1,2})月(\d{1,2})日)/g;
/** What stands between the two days of a period. */
const BETWEEN = /^ *(?:\.\.|_to_|[-_~〜～–—至到]|から|(?<= )to(?= )) *$/;

/**
 * The days between two in a file's name or in the name of its folder: `2026-11-01..2026-11-20`, `2026_06_16~2026_07_15` (Douyin),
 * `【生意参谋平台】商品_全部_2026-07-01_2026-07-07.xls`, `bulk-a1b2c3-20260401-20260430-1777500000000.xlsx` (Amazon Ads).
 */
export function periodOf(path: string): Period | null {
  return periodInName(basename(path)) ?? periodInName(basename(dirname(path)));
}

function periodInName(name: string): Period | null {
  const days = daysIn(name);
  for (const [index, { day: from, end }] of days.entries()) {
    const next = days[index + 1];
    if (next && from && next.day && from <= next.day && BETWEEN.test(name.slice(end, next.start))) return { from, to: next.day };
  }
  return null;
}

/** Null where there is none or more than one. */
function onlyDayIn(name: string): Day | null {
  const days = daysIn(name);
  return days.length === 1 ? (days[0]?.day ?? null) : null;
}

function daysIn(name: string): { readonly day: Day | null; readonly start: number; readonly end: number }[] {
  return [...name.matchAll(DAY)].map((match) => {
    const [text, year, , month, day, monthOfYear, dayOfMonth] = match;
    return {
      day: dayOf(Number(year), Number(month ?? monthOfYear), Number(day ?? dayOfMonth)),
      start: match.index,
      end: match.index + text.length,
    };
  });
}

/** The value of `--period FROM..TO`, or a single day. */
export function parsePeriodOption(text: string): Period {
  const [from, to, more] = text.split('..').map((part) => parseDay(part.trim()));
  const last = to === undefined ? from : to;
  if (!from || !last || more !== undefined || from > last) {
    throw new UsageError(`--period ${text}: a period such as 2026-11-01..2026-11-20 or a day expected, the earlier day first`);
  }
  return { from, to: last };
}
