/** The period that a line above the header of a report names: "January 28, 2026 - February 24, 2026", "Search terms report (Jan 1, 2016-Jan 31, 2016)". */
import type { Period } from '../core/day.js';
import { CellProblem, parsePeriod } from './cells/index.js';
import type { ReportFormat } from './define.js';

/** The first period that the rows above the header name; null where none does. */
export function periodInPreamble(preamble: readonly (readonly string[])[], format: ReportFormat): Period | null {
  for (const row of preamble) {
    // A program that does not quote has cut "January 28, 2026 - February 24, 2026" at its commas.
    const line = row.join(',').replace(/[, ]+$/, '');
    for (const text of [line, /\(([^()]+)\)$/.exec(line)?.[1] ?? '', ...row]) {
      const match = format.periodIn?.exec(text);
      if (format.periodIn && !match) continue;
      const period = parsePeriod(match?.groups?.period ?? match?.[0] ?? text, { order: format.dateOrder });
      if (period !== null && !(period instanceof CellProblem)) return period;
    }
  }
  return null;
}
