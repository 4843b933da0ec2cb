/**
 * The rows that could be read but are left out, since another row of their unit was rejected: half an order is a wrong order.
 */
import type { FieldValue } from '../core/fields.js';
import type { OrderGroups } from '../facts/orderGroups.js';

export interface LeftOut {
  /** Rejected units of which rows could be read. */
  readonly units: ReadonlySet<string>;
  /** Their rows. */
  readonly count: number;
}

/** Counts what passes by of these units, which must all be known when the first rows come. */
export function leftOut(rejectedUnits: ReadonlySet<string>) {
  const units = new Set<string>();
  let count = 0;
  const meet = (unit: FieldValue, rows: number) => {
    if (!rejectedUnits.has(unit as string)) return;
    units.add(unit as string);
    count += rows;
  };
  return {
    units,
    get count() {
      return count;
    },
    rows(column: readonly FieldValue[]): void {
      if (rejectedUnits.size > 0) for (const unit of column) meet(unit, 1);
    },
    orders(groups: OrderGroups): void {
      if (rejectedUnits.size === 0) return;
      groups.units.forEach((unit, at) => {
        meet(unit, (groups.firstRow[at + 1] as number) - (groups.firstRow[at] as number));
      });
    },
  };
}
