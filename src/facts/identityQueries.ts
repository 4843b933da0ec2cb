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

/** Everything, or with `around` what the products of these listings can depend on: the same map, of a few listings instead of a hundred thousand. */
export function identityRows(db: Database, storeIds: readonly number[], around: readonly number[] | null = null): IdentityRows {
  const stores = JSON.stringify(storeIds);
  const mappings = db
    .prepare(
      `SELECT a.client_id AS clientId, m.own_sku AS ownSku, m.store_id AS storeId, s.name AS store, m.listing, t.fits, t.listing_pk AS listingPk,
         m.units, CASE WHEN m.file_pk IS NULL THEN 'hand' ELSE 'file' END AS "by", f.name AS file, m.line, m.note
       FROM identity_mappings m JOIN identity_targets t USING (mapping_pk) JOIN stores s USING (store_id) JOIN accounts a USING (account_id)
         LEFT JOIN identity_files f ON f.file_pk = m.file_pk
       WHERE ${OF_CLIENTS} ORDER BY m.file_pk IS NOT NULL, m.file_pk, m.line, s.name, m.listing`,
    )
    .all({ stores }) as IdentityMappingRow[];
  const products = db
    .prepare(
      `SELECT a.client_id AS clientId, a.own_sku AS ownSku, a.name FROM own_products a
       WHERE ${OF_CLIENTS} ORDER BY a.file_pk IS NOT NULL, a.said_at DESC, a.file_pk DESC, a.own_sku`,
    )
    .all({ stores }) as OwnProductRow[];
  if (around === null) return { listings: listingRows(db, stores, null), mappings, products };
  const { listingPks, skus } = connected(db, stores, around, mappings);
  return {
    listings: listingRows(db, stores, listingPks),
    mappings: mappings.filter((row) => skus.has(row.ownSku) || (row.listingPk !== null && listingPks.has(row.listingPk))),
    products: products.filter((row) => skus.has(row.ownSku)),
  };
}

function listingRows(db: Database, stores: string, listingPks: ReadonlySet<number> | null): IdentityListingRow[] {
  const only = listingPks === null ? '' : 'AND l.listing_pk IN (SELECT value FROM json_each(@listings))';
  const rows = db
    .prepare(
      `SELECT l.listing_pk AS listingPk, l.store_id AS storeId, s.name AS store, a.platform, a.client_id AS clientId, c.name AS client,
         l.listing_key AS listingId, l.sku, l.gtin, l.title, l.removed_at IS NOT NULL AS isRemoved
       FROM listings l JOIN stores s USING (store_id) JOIN accounts a USING (account_id) LEFT JOIN clients c USING (client_id)
       WHERE l.role IS NOT 'parent' AND ${OF_CLIENTS} ${only} ORDER BY s.name, l.listing_key`,
    )
    .all({ stores, ...(listingPks === null ? {} : { listings: JSON.stringify([...listingPks]) }) }) as { isRemoved: boolean | number }[];
  for (const row of rows) row.isRemoved = row.isRemoved === 1;
  return rows as unknown as IdentityListingRow[];
}

/** SQL of a GTIN without what differs between its lengths and ways of writing. */
const BARE_GTIN = `ltrim(replace(replace(l.gtin, ' ', ''), '-', ''), '0')`;

/** Listings that hang together with these by SKUs, GTINs and what people said, over any number of steps, and the SKUs among them. */
function connected(
  db: Database,
  stores: string,
  around: readonly number[],
  mappings: readonly IdentityMappingRow[],
): { listingPks: ReadonlySet<number>; skus: ReadonlySet<string> } {
  const marked = db.prepare(
    `SELECT l.listing_pk AS listingPk, l.sku, ${BARE_GTIN} AS gtin FROM listings l JOIN stores USING (store_id) JOIN accounts a USING (account_id)
     WHERE ${OF_CLIENTS} AND l.role IS NOT 'parent' AND (l.listing_pk IN (SELECT value FROM json_each(@listings))
       OR l.sku IN (SELECT value FROM json_each(@skus)) OR ${BARE_GTIN} IN (SELECT value FROM json_each(@gtins)))`,
  );
  const listingPks = new Set(around);
  const skus = new Set<string>();
  const gtins = new Set<string>();
  for (let before = -1; before < listingPks.size + skus.size + gtins.size; ) {
    before = listingPks.size + skus.size + gtins.size;
    const asked = { stores, listings: JSON.stringify([...listingPks]), skus: JSON.stringify([...skus]), gtins: JSON.stringify([...gtins]) };
    for (const row of marked.all(asked) as { listingPk: number; sku: string | null; gtin: string | null }[]) {
      listingPks.add(row.listingPk);
      if (row.sku !== null) skus.add(row.sku);
      if (row.gtin !== null && row.gtin !== '') gtins.add(row.gtin);
    }
    for (const { listingPk, ownSku } of mappings) {
      if (listingPk !== null && listingPks.has(listingPk)) skus.add(ownSku);
      if (listingPk !== null && skus.has(ownSku)) listingPks.add(listingPk);
    }
  }
  return { listingPks, skus };
}

/** Listings that people say are a product of this own SKU: written exactly so, else in any case. */
export function listingsSaidToBe(db: Database, storeIds: readonly number[], ownSku: string): number[] {
  for (const fits of ['m.own_sku = @ownSku', 'm.own_sku = @ownSku COLLATE NOCASE']) {
    const found = db
      .prepare(
        `SELECT t.listing_pk FROM identity_mappings m JOIN identity_targets t USING (mapping_pk)
         WHERE m.store_id IN (SELECT value FROM json_each(@stores)) AND t.listing_pk IS NOT NULL AND ${fits} ORDER BY t.listing_pk`,
      )
      .pluck()
      .all({ stores: JSON.stringify(storeIds), ownSku }) as number[];
    if (found.length > 0) return found;
  }
  return [];
}

/** The listings that a mapping file names, by line: how many go by the name, and which where it is one. */
export function fileTargets(db: Database, filePk: number): Map<number, { fits: number; listingId: string | null }> {
  const rows = db
    .prepare(
      `SELECT m.line, t.fits, l.listing_key AS listingId FROM identity_mappings m JOIN identity_targets t USING (mapping_pk)
         LEFT JOIN listings l ON l.listing_pk = t.listing_pk WHERE m.file_pk = ?`,
    )
    .all(filePk) as { line: number; fits: number; listingId: string | null }[];
  return new Map(rows.map(({ line, ...found }) => [line, found]));
}

/** Stores as mapping files may name them, with the number of their client. */
export function mappingStores(
  db: Database,
): { storeId: number; name: string; platform: string; marketplace: string | null; clientId: number | null }[] {
  return db
    .prepare(
      `SELECT s.store_id AS storeId, s.name, a.platform, s.marketplace, a.client_id AS clientId
       FROM stores s JOIN accounts a USING (account_id) ORDER BY s.name`,
    )
    .all() as ReturnType<typeof mappingStores>;
}

/** Every mapping file that counts, by its path. */
export function mappingFilePaths(db: Database): string[] {
  return db.prepare('SELECT path FROM identity_files ORDER BY path').pluck().all() as string[];
}
