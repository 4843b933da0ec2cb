/** The period that a cell above the header of a report names: "January 28, 2026 - February 24, 2026". */
import type { Period } from '../core/day.js';
import { CellProblem, parsePeriod } from './cells/index.js';
import type { ReportFormat } from './define.js';

/** The first period that the rows above the header name; null where none does. */
export function periodInPreamble(preamble: readonly (readonly string[])[], format: ReportFormat): Period | null {
  for (const cell of preamble.flat()) {
    const match = format.periodIn?.exec(cell);
    if (format.periodIn && !match) continue;
    const period = parsePeriod(match?.groups?.period ?? match?.[0] ?? cell, { order: format.dateOrder });
    if (period !== null && !(period instanceof CellProblem)) return period;
  }
  return null;
}
