/**
 * The units that an import left out, by the keys that its rows have now. What earlier versions of eco left out is kept by the name of its
 * campaign (schema 17 says with which fields): the first fold finds the whole units in the kept rows and keeps these instead.
 */
import type { FieldName } from '../core/fields.js';
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

export function unitsLeftOut(db: Database, active: ActiveImport, binding: Binding, rows: Rows): ReadonlySet<string> {
  const kept = JSON.parse(active.rejectedUnits) as readonly (string | EarlierUnit)[];
  const earlier = kept.filter((unit) => typeof unit !== 'string');
  if (earlier.length === 0) return new Set(kept as readonly string[]);
  const ties = unitTies(binding);
  for (const unit of earlier) ties.claim(claimOf(unit, binding.format), null);
  rows(ties.add);
  const left = leftOut(ties.leftOut());
  rows((batch) => left.rows(batch.columns.unit ?? []));
  setRejectedUnits(db, active.importId, [...left.units], left.count);
  return left.units;
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
