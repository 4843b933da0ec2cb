/** What `titles edit` asks of the facts besides texts and search terms. */
import type { Database } from '../db/connection.js';

/** Hashes of the imports that the listings of stores come from, in their order. */
export function catalogueImports(db: Database, storeIds: readonly number[]): string[] {
  return db
    .prepare(
      `SELECT sha256 FROM imports WHERE import_id IN
         (SELECT DISTINCT import_id FROM listings WHERE store_id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL)
       ORDER BY import_id`,
    )
    .pluck()
    .all(JSON.stringify(storeIds)) as string[];
}

/** Catalogues of resellers have thousands of brands. */
const MOST_BRANDS = 300;

/** Brands in the catalogues of the stores' clients, in all of their stores, the commonest first. */
export function brandsOfSeller(db: Database, storeIds: readonly number[]): string[] {
  return db
    .prepare(
      `SELECT l.brand FROM listings l JOIN stores s USING (store_id) JOIN accounts a USING (account_id)
       WHERE l.brand IS NOT NULL AND l.removed_at IS NULL AND coalesce(a.client_id, 0) IN
         (SELECT coalesce(client_id, 0) FROM stores JOIN accounts USING (account_id) WHERE store_id IN (SELECT value FROM json_each(?)))
       GROUP BY l.brand ORDER BY count(*) DESC, l.brand LIMIT ${MOST_BRANDS}`,
    )
    .pluck()
    .all(JSON.stringify(storeIds)) as string[];
}
