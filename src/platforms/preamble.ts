/** What cells above the header of a report say: its period ("January 28, 2026 - February 24, 2026", "… (Jan 1, 2016-Jan 31, 2016)"), and values that hold for all rows. */
import type { Period } from '../core/day.js';
import type { FieldName } from '../core/fields.js';
import type { Constants } from './binding.js';
import { CellProblem, parsePeriod } from './cells/index.js';
import type { ReportFormat } from './define.js';
import { namedPeriod } from './namedPeriod.js';

type Preamble = readonly (readonly string[])[];

/** The first period that the rows above the header name; null where none does. */
export function periodInPreamble(preamble: Preamble, format: ReportFormat): Period | null {
  for (const row of preamble) {
    // A program that does not quote has cut "January 28, 2026 - February 24, 2026" at its commas.
    const line = row.join(',').replace(/[, ]+$/, '');
    for (const text of [line, /\(([^()]+)\)$/.exec(line)?.[1] ?? '', ...row]) {
      const match = format.periodIn?.exec(text);
      if (format.periodIn && !match) continue;
      const period = namedPeriod(match?.groups) ?? parsePeriod(match?.groups?.period ?? match?.[0] ?? text, { order: format.dateOrder });
      if (period !== null && !(period instanceof CellProblem)) return period;
    }
  }
  return null;
}

/** The line that says that the download was cut to a part (`partIf`); null where none does. */
export function partInPreamble(preamble: Preamble, format: ReportFormat): string | null {
  const lines = preamble.map((row) => row.join(',').replace(/[, ]+$/, ''));
  return lines.find((line) => format.partIf?.test(line)) ?? null;
}

/** The values of `fromPreamble`: of each pattern, group `value` of the first line that it finds. */
export function constantsInPreamble(preamble: Preamble, format: ReportFormat): Constants {
  const found: Partial<Record<FieldName, string>> = {};
  for (const { field, in: pattern } of format.fromPreamble ?? []) {
    for (const row of preamble) {
      const value = pattern.exec(row.join(','))?.groups?.value;
      if (value !== undefined) found[field] ??= value;
    }
  }
  return found;
}
