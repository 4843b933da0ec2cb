/**
 * The units that an import left out, as a fold has to leave them out: by the keys that its rows have now.
 *
 * - What earlier versions of eco left out is kept by the name of its campaign (schema 17 says with which fields). The first fold finds the
 *   whole units in the kept rows and keeps these instead.
 * - In another time zone than that of the import, moments fall on the day before or after. The bad row was of one of these.
 */
import { addDays, type Day } from '../core/day.js';
import { FIELDS, type FieldName } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import { type ActiveImport, setRejectedUnits } from '../facts/imports.js';
import type { Binding } from '../platforms/binding.js';
import type { ReportFormat } from '../platforms/define.js';
import type { RecordBatch, UnitClaim } from '../platforms/rowReader.js';
import { campaignPart, PART_END, unitFields } from '../platforms/rowUnits.js';
import { leftOut } from './leftOut.js';
import { unitTies } from './unitTies.js';

/** A unit as it was kept before. */
interface EarlierUnit {
  /** The fields that its key is made of. */
  readonly of: readonly FieldName[];
  readonly key: string;
}

/** Reads all kept rows of the import. */
type Rows = (batch: (batch: RecordBatch) => void) => void;

interface Folded {
  readonly db: Database;
  readonly active: ActiveImport;
  readonly binding: Binding;
  readonly rows: Rows;
  /** The store has another time zone than when the file was imported. */
  readonly isOtherZone: boolean;
}

export function unitsLeftOut({ db, active, binding, rows, isOtherZone }: Folded): ReadonlySet<string> {
  const kept = JSON.parse(active.rejectedUnits) as readonly (string | EarlierUnit)[];
  const earlier = kept.filter((unit) => typeof unit !== 'string');
  if (earlier.length === 0) {
    const units = kept as readonly string[];
    return new Set(isOtherZone ? units.flatMap((unit) => withDaysBeside(unit, binding.format)) : units);
  }
  const ties = unitTies(binding);
  for (const unit of earlier) ties.claim(claimOf(unit, binding.format), null);
  rows(ties.add);
  const left = leftOut(ties.leftOut());
  rows((batch) => left.rows(batch.columns.unit ?? []));
  setRejectedUnits(db, active.importId, [...left.units]);
  return left.units;
}

/** The unit, and those of the days before and after where its days are those of moments. */
function withDaysBeside(unit: string, format: ReportFormat): string[] {
  const moments = (format.days ?? []).filter(({ of }) => FIELDS[of] === 'instant').map(({ day }) => day as FieldName);
  const fields = unitFields(format);
  const shifted = (by: number) =>
    unit.split(PART_END).map((part, at) => (part !== '' && moments.includes(fields[at] as FieldName) ? addDays(part as Day, by) : part));
  return [...new Set([-1, 0, 1].map((by) => shifted(by).join(PART_END)))];
}

/** What was not part of the key may be anything. */
function claimOf({ of, key }: EarlierUnit, format: ReportFormat): UnitClaim {
  const values = key.split(PART_END);
  const was = (field: FieldName) => values[of.indexOf(field)] || null;
  const campaignAt = campaignPart(format);
  const id = was('campaignId');
  const name = was('campaign');
  const parts = unitFields(format).map((field, at) => {
    if (at === campaignAt) return id ?? name;
    return of.includes(field) ? (was(field) ?? (isDay(field) ? null : '')) : null;
  });
  return { parts, name: campaignAt >= 0 && id !== null ? name : null, isDisplaced: false };
}

function isDay(field: FieldName): boolean {
  return field === 'day' || field === 'fromDay' || field === 'toDay';
}
