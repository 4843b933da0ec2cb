/** What the rules of listing texts ask of the listings that changes name. */
import type { ChangeTarget } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import type { LintSubject } from '../../measures/listingRules/lint.js';
import type { SubjectOf } from './textCheck.js';

interface SubjectRow extends LintSubject {
  readonly target: string;
}

/** Reads the targets of many changes at once. Of a product with variations the first listing stands for all. */
export function lintSubjects(db: Database, targets: readonly ChangeTarget[]): SubjectOf {
  const rows = db
    .prepare(
      `WITH wanted AS (SELECT DISTINCT value ->> 0 AS store, value ->> 1 AS entity, value ->> 2 AS id FROM json_each(?)),
       found AS (
         SELECT w.*, l.listing_pk FROM wanted w JOIN stores s ON s.name = w.store
         CROSS JOIN listings l ON l.store_id = s.store_id AND l.listing_key = w.id WHERE w.entity = 'listing'
         UNION ALL SELECT w.*, min(l.listing_pk) FROM wanted w JOIN stores s ON s.name = w.store
         CROSS JOIN listings l ON l.store_id = s.store_id AND l.product_key = w.id WHERE w.entity = 'product' GROUP BY w.store, w.id)
       SELECT json_array(f.store, f.entity, f.id) AS target, a.platform, s.marketplace, l.product_type AS productType, l.brand,
         CASE f.entity WHEN 'listing' THEN l.variation END AS variation, CASE f.entity WHEN 'listing' THEN l.role END AS role
       FROM found f JOIN listings l USING (listing_pk) JOIN stores s USING (store_id) JOIN accounts a USING (account_id)`,
    )
    .all(JSON.stringify(targets.map(({ store, entity, id }) => [store, entity, id]))) as SubjectRow[];
  const found = new Map(rows.map((row) => [row.target, row]));
  return ({ target: { platform, store, entity, id } }) =>
    found.get(JSON.stringify([store, entity, id])) ?? {
      platform,
      marketplace: null,
      productType: null,
      brand: null,
      variation: null,
      role: null,
    };
}
