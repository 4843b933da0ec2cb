/** What plans ask of the facts: the listings that changes name, how their fields changed, and which exports told of them. */
import type { Database } from '../../db/connection.js';

/** A listing as far as changes go. */
export interface ListingRow {
  readonly listingPk: number;
  readonly storeId: number;
  readonly accountId: number;
  readonly store: string;
  readonly platform: string;
  readonly currency: string | null;
  readonly listingId: string;
  readonly productId: string;
  readonly role: string | null;
  readonly sku: string | null;
  readonly title: string | null;
  readonly priceMinor: number | null;
  readonly compareAtMinor: number | null;
  /** JSON: the other columns of the catalogue, header → cell. */
  readonly attributes: string | null;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly removedAt: number | null;
}

const ROW = `l.listing_pk AS listingPk, l.store_id AS storeId, s.account_id AS accountId, s.name AS store, a.platform,
  coalesce(l.currency, s.currency) AS currency, l.listing_key AS listingId, l.product_key AS productId, l.role, l.sku, l.title,
  l.price_minor AS priceMinor, l.compare_at_minor AS compareAtMinor, l.attributes, l.first_seen_at AS firstSeenAt,
  l.last_seen_at AS lastSeenAt, l.removed_at AS removedAt`;

export interface Key {
  readonly store: string;
  readonly key: string;
}

/** The listings whose own key, product or SKU is one of the keys; in a fixed order. */
export function listingRows(db: Database, by: 'listing_key' | 'product_key' | 'sku', keys: readonly Key[]): ListingRow[] {
  if (keys.length === 0) return [];
  return db
    .prepare(
      `WITH wanted AS (SELECT DISTINCT value ->> 'store' AS store, value ->> 'key' AS key FROM json_each(?))
       SELECT ${ROW} FROM wanted w JOIN stores s ON s.name = w.store JOIN accounts a USING (account_id)
       CROSS JOIN listings l ON l.store_id = s.store_id AND l.${by} = w.key ORDER BY l.listing_pk`,
    )
    .all(JSON.stringify(keys)) as ListingRow[];
}

export interface FieldChange {
  readonly storeId: number;
  readonly listingId: string;
  readonly field: string;
  readonly changedAt: number;
  /** As stored: amounts in minor units. */
  readonly after: string | null;
  readonly currency: string | null;
}

/** How tracked fields of these listings changed, the oldest change first. */
export function fieldChanges(db: Database, rows: readonly Pick<ListingRow, 'storeId' | 'listingId'>[]): FieldChange[] {
  return db
    .prepare(
      `WITH wanted AS (SELECT DISTINCT value ->> 'storeId' AS store_id, value ->> 'listingId' AS listing_key FROM json_each(?))
       SELECT c.store_id AS storeId, c.listing_key AS listingId, c.field, c.changed_at AS changedAt, c.after, c.currency
       FROM wanted w CROSS JOIN listing_changes c USING (store_id, listing_key) ORDER BY c.changed_at, c.rowid`,
    )
    .all(JSON.stringify(rows.map(({ storeId, listingId }) => ({ storeId, listingId })))) as FieldChange[];
}

export interface StockAt {
  readonly listingPk: number;
  readonly location: string;
  readonly takenAt: number;
  readonly available: number;
}

/** The newest known available quantity of listings, by location. */
export function availableOf(db: Database, listingPks: readonly number[]): StockAt[] {
  return db
    .prepare(
      `SELECT i.listing_pk AS listingPk, k.location, max(k.taken_at) AS takenAt, k.available
       FROM json_each(?) w CROSS JOIN items i ON i.listing_pk = w.value JOIN stock k ON k.store_id = i.store_id AND k.item_pk = i.item_pk
       WHERE k.available IS NOT NULL GROUP BY i.listing_pk, k.location ORDER BY i.listing_pk, k.location`,
    )
    .all(JSON.stringify([...new Set(listingPks)])) as StockAt[];
}

export interface CatalogueImport {
  readonly accountId: number;
  readonly storeId: number;
  readonly reportFormat: string;
  readonly evidenceAt: number;
  /** JSON: how its cells are read. */
  readonly dialect: string;
}

/** The active imports of these report formats, the newest evidence first. */
export function importsOfFormats(db: Database, formats: readonly string[]): CatalogueImport[] {
  return db
    .prepare(
      `SELECT account_id AS accountId, store_id AS storeId, report_format AS reportFormat, evidence_at AS evidenceAt, dialect FROM imports
       WHERE status IN ('imported', 'partial') AND report_format IN (SELECT value FROM json_each(?)) ORDER BY evidence_at DESC, import_id DESC`,
    )
    .all(JSON.stringify(formats)) as CatalogueImport[];
}

/** The addresses of items of a store, by listing or product key; null where no catalogue names one. */
export function linksOf(db: Database, storeId: number, ids: readonly string[]): Map<string, string | null> {
  const rows = db
    .prepare(
      `SELECT value AS id, coalesce(max(l.url), max(p.url)) AS url FROM json_each(?)
       LEFT JOIN listings l ON l.store_id = @store AND l.listing_key = value LEFT JOIN listings p ON p.store_id = @store AND p.product_key = value
       GROUP BY value`,
    )
    .raw()
    .all(JSON.stringify(ids), { store: storeId }) as [string, string | null][];
  return new Map(rows);
}
