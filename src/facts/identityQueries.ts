/**
 * What the identity map is derived from (measures/identity/derive.ts), for every department that asks which listings are the same
 * product: all listings of the clients whose stores are in question, since one channel's listing is joined to those of the others, and what
 * people said of them.
 */
import type { Database } from '../db/connection.js';

export interface IdentityListingRow {
  readonly listingPk: number;
  readonly storeId: number;
  readonly store: string;
  readonly platform: string;
  readonly clientId: number | null;
  readonly client: string | null;
  /** The platform's own key. */
  readonly listingId: string;
  readonly sku: string | null;
  readonly gtin: string | null;
  readonly title: string | null;
  readonly isRemoved: boolean;
}

export interface IdentityMappingRow {
  readonly clientId: number | null;
  readonly ownSku: string;
  readonly storeId: number;
  readonly store: string;
  /** As it was said. */
  readonly listing: string;
  /** How many listings go by that name. */
  readonly fits: number;
  /** The listing where exactly one does. */
  readonly listingPk: number | null;
  readonly units: number;
  readonly by: 'hand' | 'file';
  readonly file: string | null;
  readonly line: number | null;
  readonly note: string | null;
}

export interface OwnProductRow {
  readonly clientId: number | null;
  readonly ownSku: string;
  readonly name: string;
}

export interface IdentityRows {
  /** By store and listing, no parents. */
  readonly listings: readonly IdentityListingRow[];
  /** By hand first, then by file and line. */
  readonly mappings: readonly IdentityMappingRow[];
  /** The name that counts comes first: by hand, else the newest. */
  readonly products: readonly OwnProductRow[];
}

/** SQL that keeps the clients `a.client_id` whose stores are in question. */
const OF_CLIENTS = `coalesce(a.client_id, 0) IN (SELECT coalesce(x.client_id, 0) FROM stores JOIN accounts x USING (account_id)
  WHERE store_id IN (SELECT value FROM json_each(@stores)))`;

export function identityRows(db: Database, storeIds: readonly number[]): IdentityRows {
  const stores = { stores: JSON.stringify(storeIds) };
  const listings = db
    .prepare(
      `SELECT l.listing_pk AS listingPk, l.store_id AS storeId, s.name AS store, a.platform, a.client_id AS clientId, c.name AS client,
         l.listing_key AS listingId, l.sku, l.gtin, l.title, l.removed_at IS NOT NULL AS isRemoved
       FROM listings l JOIN stores s USING (store_id) JOIN accounts a USING (account_id) LEFT JOIN clients c USING (client_id)
       WHERE l.role IS NOT 'parent' AND ${OF_CLIENTS} ORDER BY s.name, l.listing_key`,
    )
    .all(stores) as (Omit<IdentityListingRow, 'isRemoved'> & { isRemoved: number })[];
  const mappings = db
    .prepare(
      `SELECT a.client_id AS clientId, m.own_sku AS ownSku, m.store_id AS storeId, s.name AS store, m.listing, t.fits, t.listing_pk AS listingPk,
         m.units, CASE WHEN m.file_pk IS NULL THEN 'hand' ELSE 'file' END AS "by", f.name AS file, m.line, m.note
       FROM identity_mappings m JOIN identity_targets t USING (mapping_pk) JOIN stores s USING (store_id) JOIN accounts a USING (account_id)
         LEFT JOIN identity_files f ON f.file_pk = m.file_pk
       WHERE ${OF_CLIENTS} ORDER BY m.file_pk IS NOT NULL, m.file_pk, m.line, s.name, m.listing`,
    )
    .all(stores) as IdentityMappingRow[];
  const products = db
    .prepare(
      `SELECT a.client_id AS clientId, a.own_sku AS ownSku, a.name FROM own_products a
       WHERE ${OF_CLIENTS} ORDER BY a.file_pk IS NOT NULL, a.said_at DESC, a.file_pk DESC, a.own_sku`,
    )
    .all(stores) as OwnProductRow[];
  return { listings: listings.map((row) => ({ ...row, isRemoved: row.isRemoved === 1 })), mappings, products };
}
