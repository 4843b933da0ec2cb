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
  const day = periodInName(basename(path)) ? null : dateIn(basename(path));
  if (day === null) return { at: modifiedAt, source: 'file' };
  const midnight = Date.parse(`${day}T00:00:00Z`) / 1000;
  const start = midnight - zone.offsetAtLocal(midnight);
  if (modifiedAt >= start - 86_400 && modifiedAt < start + 2 * 86_400) return { at: modifiedAt, source: 'file' };
  return { at: start, source: 'name' };
}

const RANGE = /(\d{4}-\d{2}-\d{2})\s*(?:\.\.|_to_|~|至)\s*(\d{4}-\d{2}-\d{2})/;
/** `bulk-a1b2c3-20260401-20260430-1777500000000.xlsx`. */
const COMPACT_RANGE = /(?<!\d)(20\d{2})(\d{2})(\d{2})-(20\d{2})(\d{2})(\d{2})(?!\d)/;

/** `FROM..TO` in a file's name or in the name of its folder. */
export function periodOf(path: string): Period | null {
  return periodInName(basename(path)) ?? periodInName(basename(dirname(path)));
}

function periodInName(name: string): Period | null {
  const match = RANGE.exec(name);
  const compact = match ? null : COMPACT_RANGE.exec(name);
  if (!match && !compact) return null;
  const from = parseDay(match?.[1] ?? (compact as RegExpExecArray).slice(1, 4).join('-'));
  const to = parseDay(match?.[2] ?? (compact as RegExpExecArray).slice(4, 7).join('-'));
  return from && to && from <= to ? { from, to } : null;
}

/** The only date in a text, written 2026-11-20, 2026_11_20 or 20261120; null where there is none or more than one. */
function dateIn(name: string): Day | null {
  const found = [...name.matchAll(/(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/g)];
  if (found.length !== 1) return null;
  const [, year, , month, day] = found[0] as unknown as [string, string, string, string, string];
  return dayOf(Number(year), Number(month), Number(day));
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
