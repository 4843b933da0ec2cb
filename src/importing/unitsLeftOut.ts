/**
 * The units that an import left out, as a fold has to leave them out. In another time zone than that of the import, moments fall on the
 * day before or after: the bad row was of one of these.
 */
import { addDays, type Day } from '../core/day.js';
import { FIELDS, type FieldName } from '../core/fields.js';
import type { ReportFormat } from '../platforms/define.js';
import { PART_END, unitFields } from '../platforms/rowUnits.js';

/** `rejectedUnits`: as they were kept with the import; `isOtherZone`: the store has another time zone than then. */
export function unitsLeftOut(rejectedUnits: readonly string[], format: ReportFormat, isOtherZone: boolean): ReadonlySet<string> {
  return new Set(isOtherZone ? rejectedUnits.flatMap((unit) => withDaysBeside(unit, format)) : rejectedUnits);
}

/** The unit, and those of the days before and after where its days are those of moments. */
function withDaysBeside(unit: string, format: ReportFormat): string[] {
  const moments = (format.days ?? []).filter(({ of }) => FIELDS[of] === 'instant').map(({ day }) => day as FieldName);
  const fields = unitFields(format);
  const shifted = (by: number) =>
    unit.split(PART_END).map((part, at) => (part !== '' && moments.includes(fields[at] as FieldName) ? addDays(part as Day, by) : part));
  return [...new Set([-1, 0, 1].map((by) => shifted(by).join(PART_END)))];
}
