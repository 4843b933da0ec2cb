/**
 * Periods, both ends included: `Jul 06, 2026 - Jul 29, 2026` (Amazon Ads), `January 28, 2026 - February 24, 2026`, `1 May 2026 - 8 May 2026` (Google Ads),
 * `Jan 1, 2016-Jan 31, 2016` (AdWords), `6/10/2026,6/16/2026` (Microsoft Ads), `20260601~20260630` (JD), `20260601至20260630` (Alimama),
 * `2023年12月01日～2023年12月11日` (Rakuten), `2026年05月から2026年05月`,
 * `2026-11-01..2026-11-20` (file names), a single day, and a month (`2026-05`, `05/2026`, `2026年05月`, `Oct 2020`: its first to its last day).
 * Days are read as in date.ts. An end without its year is refused.
 */
import type { Day, Period } from '../../core/day.js';
import { civilDay, monthDays } from './civil.js';
import type { DateOptions } from './date.js';
import { readDay } from './date.js';
import { isMissingText } from './missing.js';
import { monthOf } from './months.js';
import { plainText } from './plainText.js';
import { CellProblem } from './problem.js';

const BETWEEN =
  / *(?:~|〜|–|—|至|到|から|\.\.+|_) *| +(?:-+|to|bis|au|al) +|(?<=\d{8})-(?=\d{8})|(?<=\d{4})-(?=\p{L}{3})|(?<=\/\d{4}), *(?=\d)/giu;
const NUMBERED_MONTH = /^(\d{4}) ?[-/年] ?(\d{1,2}) ?月?$/;
const MONTH_FIRST = /^(?<month>\d{1,2})\/(?<year>\d{4})$/;
const NAMED_MONTH = /^(\p{L}{3,})\.?[ -](\d{4})$/u;

/** A period, null where the cell is missing. */
export function parsePeriod(cell: string, options?: DateOptions): Period | null | CellProblem {
  const text = plainText(cell);
  if (isMissingText(text)) return null;
  for (const match of text.matchAll(BETWEEN)) {
    const from = readSpan(text.slice(0, match.index), options);
    const to = readSpan(text.slice(match.index + match[0].length), options);
    if (from instanceof CellProblem || to instanceof CellProblem) continue;
    return from.from <= to.to ? { from: from.from, to: to.to } : new CellProblem('period', 'it ends before it begins');
  }
  return readSpan(text, options);
}

/** A day or a month. */
function readSpan(text: string, options: DateOptions | undefined): Period | CellProblem {
  const day = readDay(text, options);
  if (!(day instanceof CellProblem)) return { from: day, to: day };
  return readMonth(text) ?? new CellProblem('period', day.hint);
}

function readMonth(text: string): Period | null {
  const numbered = NUMBERED_MONTH.exec(text) ?? MONTH_FIRST.exec(text);
  const named = numbered ? null : NAMED_MONTH.exec(text);
  const year = Number(numbered?.groups?.year ?? numbered?.[1] ?? named?.[2]);
  const month = numbered ? Number(numbered.groups?.month ?? numbered[2]) : named ? monthOf(named[1] ?? '') : null;
  const from = month === null ? null : civilDay(year, month, 1);
  return from && month ? { from, to: civilDay(year, month, monthDays(year, month)) as Day } : null;
}
