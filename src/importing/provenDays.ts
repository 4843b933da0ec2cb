/** Refuses a file whose rows may be weeks or months as well as days (`provenDays` of its format). */
import { addDays, type Day } from '../core/day.js';
import { UserError } from '../core/errors.js';
import type { Binding } from '../platforms/binding.js';
import { parseDate } from '../platforms/cells/index.js';
import { dateWitness } from '../platforms/dateOrder.js';
import type { ImportOptions } from './importResult.js';

/** Two rows that are one day apart prove it; of a single day, `--period` says it. */
export function proveDays(
  { bound, format }: Binding,
  sample: readonly (readonly string[])[],
  { period, dateOrder, workbook }: Pick<ImportOptions, 'period' | 'dateOrder'> & { readonly workbook: boolean },
): void {
  const at = bound.get('day') as number;
  const cells = sample.map((row) => row[at] ?? '');
  const witness = dateWitness();
  for (const cell of cells) witness.see(cell);
  const order = format.dateOrder ?? dateOrder ?? witness.order() ?? undefined;
  const days = cells.map((cell) => parseDate(cell, { order, serial: workbook })).filter((day) => typeof day === 'string');
  const sorted = [...new Set(days)].sort();
  if (sorted.some((day, index) => index > 0 && day === addDays(sorted[index - 1] as Day, 1))) return;
  // Dates that nothing tells how to read are rejected with their lines.
  if (sorted.length === 0) return;
  if (period && sorted.length === 1 && period.from === sorted[0] && period.to === sorted[0]) return;
  throw new UserError(
    'may have a row a week or a month as well as a row a day: no two of its rows are one day apart. Download it by day, for two days or more; of a single day, say which: --period 2026-11-20',
  );
}
