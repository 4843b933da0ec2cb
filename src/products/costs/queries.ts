/** What the costs commands ask of the facts. */

import { COST_PARTS } from '../../core/unitCost.js';
import type { Database } from '../../db/connection.js';
import { type OwnCost, partsOf } from '../../facts/ownCosts.js';

/** For each store, every name that a cost may give: keys, SKUs, item numbers and ASINs of listings, and SKUs that any report names. */
export function costNames(db: Database, storeIds: readonly number[]): Map<number, ReadonlySet<string>> {
  const rows = db
    .prepare(
      `WITH chosen AS (SELECT value AS store_id FROM json_each(?)),
       named AS (SELECT l.* FROM listings l JOIN chosen USING (store_id) WHERE l.role IS NOT 'parent')
       SELECT store_id AS storeId, listing_key AS name FROM named
       UNION SELECT store_id, sku FROM named WHERE sku IS NOT NULL
       UNION SELECT store_id, product_key FROM named
       UNION SELECT store_id, asin FROM named WHERE asin IS NOT NULL
       UNION SELECT i.store_id, i.sku FROM items i JOIN chosen USING (store_id) WHERE i.sku IS NOT NULL`,
    )
    .all(JSON.stringify(storeIds)) as { storeId: number; name: string }[];
  const names = new Map<number, Set<string>>(storeIds.map((storeId) => [storeId, new Set()]));
  for (const { storeId, name } of rows) names.get(storeId)?.add(name);
  return names;
}

/** What is said by hand in these stores, of one listing where it is given. */
export function handCosts(db: Database, storeIds: readonly number[], listing: string | null = null): OwnCost[] {
  const rows = db
    .prepare(
      `SELECT store_id AS storeId, listing, from_day AS "from", batch, quantity, cost_micros AS unitCostMicros, currency,
         ${COST_PARTS.map((part) => `${part}_micros AS ${part}`).join(', ')}
       FROM own_costs WHERE file_pk IS NULL AND store_id IN (SELECT value FROM json_each(@stores)) AND (@listing IS NULL OR listing = @listing)
       ORDER BY store_id, listing, from_day, batch`,
    )
    .all({ stores: JSON.stringify(storeIds), listing }) as (OwnCost & Record<string, unknown>)[];
  return rows.map(({ storeId, listing: name, from, batch, quantity, unitCostMicros, currency, ...row }) => ({
    ...{ storeId, listing: name, from, batch, quantity, unitCostMicros, currency },
    parts: partsOf(row),
  }));
}

/** The stores whose reports name a SKU that is no listing of its own: a variation of one, or one of an old catalogue. */
export function storesWithSku(db: Database, storeIds: readonly number[], sku: string): number[] {
  return db
    .prepare('SELECT DISTINCT store_id FROM items WHERE sku = ? AND store_id IN (SELECT value FROM json_each(?)) ORDER BY store_id')
    .pluck()
    .all(sku, JSON.stringify(storeIds)) as number[];
}
