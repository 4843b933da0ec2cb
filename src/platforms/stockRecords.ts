/**
 * The stock that one row speaks of, by location, as JSON text: a row may hold several places (FBA and own warehouse; one
 * column a location). A place about which the row says nothing gives no record; quantities it does not name stay unknown.
 */
import type { FieldName, FieldValue } from '../core/fields.js';
import { CellProblem, parseInteger } from './cells/index.js';
import type { StockRule } from './define.js';

export interface StockRecord {
  readonly location: string;
  readonly onHand?: number | null;
  readonly available?: number | null;
  readonly committed?: number | null;
  readonly reserved?: number | null;
  readonly unsellable?: number | null;
  readonly inbound?: number | null;
  readonly ages?: Ages;
}

type Ages = readonly { readonly from: number; readonly to: number | null; readonly units: number }[];

/** What the row holds in a field, null where it holds nothing, undefined where the file has no such column. */
type ReadField = (field: FieldName) => FieldValue | undefined;

/** The platform's words for a location that does not keep the item, or not any more: none of it lies there. */
const NOT_KEPT = /^not stocked$/i;

const QUANTITIES = ['onHand', 'available', 'committed', 'reserved', 'unsellable', 'inbound'] as const;

export function stockRecords(
  rules: readonly StockRule[],
  read: ReadField,
  locations: readonly { location: string; cell: string }[],
): { json: string | null } | { problem: CellProblem; location: string; cell: string } {
  const records: StockRecord[] = [];
  for (const rule of rules) {
    if (rule.onlyIf && read(rule.onlyIf) === null) continue;
    const location = 'name' in rule.location ? rule.location.name : String(read(rule.location.field) ?? '');
    const record: Record<string, unknown> = { location };
    for (const quantity of QUANTITIES) {
      const fields = rule[quantity];
      if (fields) record[quantity] = sum(fields, read);
    }
    if (rule.reservedWithOrders) {
      const total = sum(rule.reservedWithOrders, read);
      if (total !== null) record.reserved = Math.max(0, total - ((record.committed as number | null | undefined) ?? 0));
    }
    if (QUANTITIES.every((quantity) => (record[quantity] ?? null) === null)) continue;
    const ages = rule.ages ? agesOf(rule.ages, read) : [];
    if (ages.length > 0) record.ages = ages;
    records.push(record as unknown as StockRecord);
  }
  for (const { location, cell } of locations) {
    const available = NOT_KEPT.test(cell.trim()) ? 0 : parseInteger(cell);
    if (available instanceof CellProblem) return { problem: available, location, cell };
    if (available !== null) records.push({ location, available });
  }
  return { json: records.length === 0 ? null : JSON.stringify(records) };
}

/** The age buckets that are filled, without those that overlap one taken before. */
function agesOf(rules: NonNullable<StockRule['ages']>, read: ReadField): Ages {
  const taken: { from: number; to: number | null; units: number }[] = [];
  for (const { from, to, fields } of rules) {
    const units = sum(fields, read);
    const overlaps = taken.some((other) => from <= (other.to ?? Infinity) && other.from <= (to ?? Infinity));
    if (units !== null && !overlaps) taken.push({ from, to, units });
  }
  return taken;
}

/** The sum of what is known; null when nothing is. */
function sum(fields: readonly FieldName[], read: ReadField): number | null {
  const known = fields.map(read).filter((value) => typeof value === 'number');
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
