/** What a unit of each thing brings: units and sales of the lines that have a price. */
import type { Day, Period } from '../core/day.js';
import type { Database } from '../db/connection.js';
import { THING } from './salesQueries.js';

export interface PricedUnits {
  readonly thing: string;
  readonly storeId: number;
  readonly listingPk: number | null;
  readonly sku: string | null;
  readonly currency: string;
  readonly units: number;
  readonly salesMinor: number;
  /** The last day on which it was sold. */
  readonly lastSoldOn: Day;
}

/** Priced units of a period by thing and currency, in this order. */
export function pricedUnits(db: Database, storeIds: readonly number[], period: Period): PricedUnits[] {
  return db
    .prepare(
      `SELECT ${THING} AS thing, i.store_id AS storeId, i.listing_pk AS listingPk, min(i.sku) AS sku, o.currency, sum(l.quantity) AS units,
         sum(l.amount_minor) AS salesMinor, max(l.ordered_on) AS lastSoldOn
       FROM items i CROSS JOIN order_lines l ON l.item_pk = i.item_pk JOIN orders o USING (order_pk)
       WHERE i.store_id IN (SELECT value FROM json_each(@stores)) AND l.ordered_on BETWEEN @from AND @to AND l.counts = 1
         AND l.amount_minor IS NOT NULL AND l.quantity > 0 AND o.currency IS NOT NULL
       GROUP BY thing, o.currency ORDER BY thing, o.currency`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as PricedUnits[];
}
