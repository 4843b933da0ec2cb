/** Rows put together by a key, and sums of what is known of them. */
import type { Row } from '../core/table.js';

/** Values by key, keys in the order of their first appearance. */
export function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The sum of the known values; null where none is known. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

/** Total rows of a table: the known values of some columns added by currency, currencies in order. Amounts of two currencies are never added. */
export function totalsByCurrency(rows: readonly Row[], keys: readonly string[]): Row[] {
  const groups = groupBy(rows, (row) => (row.currency ?? null) as string | null);
  return [...groups.entries()]
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([currency, ofCurrency]) => ({
      currency,
      ...Object.fromEntries(keys.map((key) => [key, sumKnown(ofCurrency.map((row) => (row[key] ?? null) as number | null))])),
    }));
}
