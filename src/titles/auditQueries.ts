/** What only the title audit asks of the facts. */
import type { Database } from '../db/connection.js';

/** A listing's row, as far as rules look at it. Attributes of platforms whose exports carry no further text are left out. */
export interface AuditRow {
  readonly store: string;
  readonly platform: string;
  readonly marketplace: string | null;
  readonly listingId: string;
  readonly productId: string;
  /** Two SKUs of one ASIN share its title by design. */
  readonly asin: string | null;
  readonly role: string | null;
  readonly sku: string | null;
  readonly title: string | null;
  readonly variation: string | null;
  readonly brand: string | null;
  readonly productType: string | null;
  readonly attributes: string | null;
}

/** The listings of stores that are not removed, by store, product and listing, one after the other: a catalogue is large. */
export function auditRows(db: Database, storeIds: readonly number[]): Iterable<AuditRow> {
  return db
    .prepare(
      `SELECT s.name AS store, a.platform, s.marketplace, l.listing_key AS listingId, l.product_key AS productId, l.asin, l.role, l.sku, l.title,
         l.variation, l.brand, l.product_type AS productType, l.attributes
       FROM listings l JOIN stores s USING (store_id) JOIN accounts a USING (account_id)
       WHERE l.store_id IN (SELECT value FROM json_each(?)) AND l.removed_at IS NULL ORDER BY s.name, l.product_key, l.listing_pk`,
    )
    .iterate(JSON.stringify(storeIds)) as Iterable<AuditRow>;
}

/** What shoppers typed, by store: the different search terms of all ad reports. */
export function searchTermsOf(db: Database, storeIds: readonly number[]): Map<number, string[]> {
  const rows = db
    .prepare(
      `SELECT DISTINCT g.store_id AS storeId, a.search_term AS term FROM ads a JOIN ad_targets g USING (target_pk)
       WHERE g.store_id IN (SELECT value FROM json_each(?)) AND a.search_term IS NOT NULL ORDER BY g.store_id, a.search_term`,
    )
    .all(JSON.stringify(storeIds)) as { storeId: number; term: string }[];
  const terms = new Map<number, string[]>();
  for (const { storeId, term } of rows) {
    const known = terms.get(storeId);
    if (known) known.push(term);
    else terms.set(storeId, [term]);
  }
  return terms;
}

/** Hashes of the imports that the catalogues of stores come from. */
export function catalogueImports(db: Database, storeIds: readonly number[]): string[] {
  return db
    .prepare(
      `SELECT DISTINCT i.sha256 FROM listings l JOIN imports i USING (import_id)
       WHERE l.store_id IN (SELECT value FROM json_each(?)) AND l.removed_at IS NULL ORDER BY i.sha256`,
    )
    .pluck()
    .all(JSON.stringify(storeIds)) as string[];
}
