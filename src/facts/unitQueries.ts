/** What a unit of each thing brings: units and sales of the lines that have a price. */
import type { Period } from '../core/day.js';
import type { Database } from '../db/connection.js';
import { linesSold, THING } from './salesQueries.js';

export interface PricedUnits {
  readonly thing: string;
  readonly storeId: number;
  readonly listingPk: number | null;
  readonly sku: string | null;
  readonly currency: string;
  readonly units: number;
  readonly salesMinor: number;
}

/** Priced units of a period by thing and currency, in this order; of one listing only where it is given. */
export function pricedUnits(db: Database, storeIds: readonly number[], period: Period, listingPk: number | null = null): PricedUnits[] {
  return db
    .prepare(
      `SELECT ${THING} AS thing, i.store_id AS storeId, i.listing_pk AS listingPk, min(i.sku) AS sku, sold.currency, sum(sold.units) AS units,
         sum(sold.salesMinor) AS salesMinor
       FROM (SELECT l.item_pk, o.currency, sum(l.quantity) AS units, sum(l.amount_minor) AS salesMinor
             FROM ${linesSold(listingPk)} AND l.amount_minor IS NOT NULL AND l.quantity > 0 AND o.currency IS NOT NULL
             GROUP BY l.item_pk, o.currency) sold
         JOIN items i USING (item_pk)
       GROUP BY thing, sold.currency ORDER BY thing, sold.currency`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as PricedUnits[];
}
