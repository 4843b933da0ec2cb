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

/**
 * The listings of stores that are not removed, by store, product and listing, one after the other: a catalogue is large, and so its rows
 * come as lists and have what is their store's in common.
 */
export function* auditRows(db: Database, storeIds: readonly number[]): Generator<AuditRow> {
  const stores = db
    .prepare(
      `SELECT s.store_id AS storeId, s.name AS store, a.platform, s.marketplace FROM stores s JOIN accounts a USING (account_id)
       WHERE s.store_id IN (SELECT value FROM json_each(?)) ORDER BY s.name`,
    )
    .all(JSON.stringify(storeIds)) as (Pick<AuditRow, 'store' | 'platform' | 'marketplace'> & { storeId: number })[];
  const rows = db
    .prepare(
      `SELECT listing_key, product_key, asin, role, sku, title, variation, brand, product_type, attributes
       FROM listings WHERE store_id = ? AND removed_at IS NULL ORDER BY product_key, listing_pk`,
    )
    .raw();
  for (const { storeId, store, platform, marketplace } of stores) {
    for (const row of rows.iterate(storeId) as Iterable<AuditColumns>) {
      const [listingId, productId, asin, role, sku, title, variation, brand, productType, attributes] = row;
      yield { store, platform, marketplace, listingId, productId, asin, role, sku, title, variation, brand, productType, attributes };
    }
  }
}

type Text = string | null;
type AuditColumns = readonly [string, string, Text, Text, Text, Text, Text, Text, Text, Text];

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
