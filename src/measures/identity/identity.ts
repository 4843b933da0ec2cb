/** The words of the identity map (derive.ts): listings, what people said of them, products, conflicts. */

export interface IdentityListing {
  readonly listingPk: number;
  readonly storeId: number;
  /** null: of nobody in particular, which is a client like any other. */
  readonly clientId: number | null;
  readonly sku: string | null;
  readonly gtin: string | null;
  readonly isRemoved: boolean;
}

/** What people said of one listing: by hand, or in a row of a mapping file. */
export interface IdentityMapping {
  readonly clientId: number | null;
  readonly ownSku: string;
  /** Pieces of the own SKU in one unit of the listing. */
  readonly units: number;
  /** null where no listing, or more than one, goes by the name that was given. */
  readonly listingPk: number | null;
  readonly by: 'hand' | 'file';
}

/** A product of one's own, whether or not a listing is known. */
export interface OwnProduct {
  readonly clientId: number | null;
  readonly ownSku: string;
}

export type JoinedBy = 'hand' | 'file' | 'sku' | 'gtin';

export interface ProductListing {
  readonly listingPk: number;
  readonly by: JoinedBy;
}

/** Listings that are the same product, each at most once in all products. */
export interface IdentityProduct {
  readonly clientId: number | null;
  /** null where only a GTIN joins listings of different SKUs: nobody has said which is one's own. */
  readonly ownSku: string | null;
  readonly units: number;
  /** The GTIN (14 digits) that joined them, where the product has no SKU of its own. */
  readonly gtin: string | null;
  /** In the order of their numbers. */
  readonly listings: readonly ProductListing[];
}

export type ConflictKind = 'claimed_twice' | 'shared_sku' | 'shared_gtin' | 'two_products' | 'two_listings' | 'gtins_differ';

export interface Conflict {
  readonly kind: ConflictKind;
  readonly clientId: number | null;
  /** What decides nothing, and its value; null where neither SKU nor GTIN is to blame. */
  readonly mark: 'sku' | 'gtin' | null;
  readonly value: string | null;
  /** Listings that stay apart because of it (joined nevertheless: `gtins_differ`), and those that stand in their way. */
  readonly listings: readonly number[];
  /** Products that are claimed, where there are such. */
  readonly products: readonly Target[];
}

export interface Target {
  readonly ownSku: string;
  readonly units: number;
}

export interface Identities {
  /** By own SKU and units, those without one by GTIN. */
  readonly products: readonly IdentityProduct[];
  readonly conflicts: readonly Conflict[];
}

export interface IdentityFacts {
  readonly listings: readonly IdentityListing[];
  readonly mappings: readonly IdentityMapping[];
  readonly products: readonly OwnProduct[];
}

/** A conflict before its client is put to it. */
export type FoundConflict = Omit<Conflict, 'clientId'>;

/** Each once, in order. */
export function distinctTargets(targets: readonly Target[]): Target[] {
  const found = new Map(targets.map(({ ownSku, units }) => [JSON.stringify([ownSku, units]), { ownSku, units }]));
  return [...found.values()].sort((a, b) => compare(a.ownSku, b.ownSku) || a.units - b.units);
}

/** Texts in the order of their characters. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
