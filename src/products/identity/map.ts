/** The identity map with its facts at hand: which product a listing is, how it came there, and what stands in the way. */
import type { IdentityListingRow, IdentityMappingRow, IdentityRows } from '../../facts/identityQueries.js';
import { deriveIdentities } from '../../measures/identity/derive.js';
import type { Conflict, IdentityProduct, JoinedBy } from '../../measures/identity/identity.js';
import { type Proposal, proposeJoins } from '../../measures/identity/proposals.js';

export interface Place {
  readonly product: IdentityProduct;
  readonly by: JoinedBy;
}

export interface IdentityMap {
  readonly rows: IdentityRows;
  readonly products: readonly IdentityProduct[];
  readonly conflicts: readonly Conflict[];
  readonly proposals: readonly Proposal[];
  readonly listing: (listingPk: number) => IdentityListingRow;
  /** null for a listing by itself. */
  readonly place: (listingPk: number) => Place | null;
  /** Conflicts that a word about this listing would end. */
  readonly conflictsOf: (listingPk: number) => readonly Conflict[];
  /** What people say of the listing: by hand first. */
  readonly saidOf: (listingPk: number) => readonly IdentityMappingRow[];
  /** Stores in which the product is listed now. */
  readonly channels: (product: IdentityProduct) => number;
  readonly nameOf: (clientId: number | null, ownSku: string | null) => string | null;
}

export function identityMap(rows: IdentityRows): IdentityMap {
  const { products, conflicts } = deriveIdentities(rows);
  const listings = new Map(rows.listings.map((row) => [row.listingPk, row]));
  const places = new Map<number, Place>();
  for (const product of products) for (const { listingPk, by } of product.listings) places.set(listingPk, { product, by });
  const said = new Map<number, IdentityMappingRow[]>();
  for (const mapping of rows.mappings) {
    if (mapping.listingPk !== null) said.set(mapping.listingPk, [...(said.get(mapping.listingPk) ?? []), mapping]);
  }
  const open = new Map<number, Conflict[]>();
  for (const conflict of conflicts) {
    for (const listingPk of conflict.listings) {
      if (isOpen(conflict, places.get(listingPk)?.by ?? null)) open.set(listingPk, [...(open.get(listingPk) ?? []), conflict]);
    }
  }
  const names = new Map<string, string>();
  for (const { clientId, ownSku, name } of rows.products) {
    const key = JSON.stringify([clientId, ownSku]);
    if (!names.has(key)) names.set(key, name);
  }
  const listing = (listingPk: number) => listings.get(listingPk) as IdentityListingRow;
  return {
    rows,
    products,
    conflicts,
    proposals: proposeJoins(rows, { products, conflicts }),
    listing,
    place: (listingPk) => places.get(listingPk) ?? null,
    conflictsOf: (listingPk) => open.get(listingPk) ?? [],
    saidOf: (listingPk) => said.get(listingPk) ?? [],
    channels: (product) =>
      new Set(product.listings.map((each) => listing(each.listingPk)).flatMap((row) => (row.isRemoved ? [] : [row.storeId]))).size,
    nameOf: (clientId, ownSku) => names.get(JSON.stringify([clientId, ownSku])) ?? null,
  };
}

/** A listing that people have placed is in the way of others, but nothing is open about itself. */
function isOpen({ kind }: Conflict, by: JoinedBy | null): boolean {
  return kind === 'gtins_differ' || (by !== 'hand' && by !== 'file');
}
