/**
 * SKUs that are nearly the same: they differ in case, in white space, or by zeros in front, as a spreadsheet, another system or a
 * person leaves them. "mug-4" and "MUG-4 " may well be one product, 0417 and 417 may not: so this is only ever proposed.
 *
 * Listings are proposed for the product that people named, else for the one that is joined already, else for the SKU of the listing
 * that eco has known longest; never a second listing of a store, and never what a conflict holds back.
 */
import { compare, type Identities, type IdentityFacts, type IdentityListing } from './identity.js';

export interface Proposal {
  readonly clientId: number | null;
  /** The product that they may be. */
  readonly ownSku: string;
  readonly units: number;
  readonly listings: readonly number[];
}

/** What people could join: a product, or a listing by itself. */
interface Piece {
  readonly clientId: number | null;
  /** 0: people named it, and is not proposed anew; 1: joined by SKU or GTIN; 2: a listing by itself. */
  readonly rank: 0 | 1 | 2;
  readonly ownSku: string | null;
  readonly units: number;
  readonly skus: readonly string[];
  readonly listings: readonly IdentityListing[];
}

/** A SKU without what may be an accident. */
export function foldedSku(sku: string): string {
  const folded = sku.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return folded.replace(/^0+(?=.)/, '');
}

/** By client and SKU. */
export function proposeJoins(facts: IdentityFacts, identities: Identities): Proposal[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of piecesOf(facts, identities)) {
    for (const folded of new Set(piece.skus.map(foldedSku))) {
      const key = JSON.stringify([piece.clientId, folded]);
      const group = groups.get(key);
      if (group) group.push(piece);
      else groups.set(key, [piece]);
    }
  }
  const proposed = new Set<number>();
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, pieces]) => proposalOf(pieces, proposed));
}

function piecesOf(facts: IdentityFacts, identities: Identities): Piece[] {
  const byNumber = new Map(facts.listings.map((listing) => [listing.listingPk, listing]));
  const joined = new Set<number>();
  const known = new Set<string>();
  const pieces = identities.products.map((product): Piece => {
    const listings = product.listings.flatMap(({ listingPk }) => byNumber.get(listingPk) ?? []);
    for (const { listingPk } of listings) joined.add(listingPk);
    known.add(JSON.stringify([product.clientId, product.ownSku]));
    const skus = [product.ownSku, ...listings.map((listing) => listing.sku)].filter((sku) => sku !== null);
    const isNamed = product.listings.some(({ by }) => by === 'hand' || by === 'file');
    return { clientId: product.clientId, rank: isNamed ? 0 : 1, ownSku: product.ownSku, units: product.units, skus, listings };
  });
  for (const { clientId, ownSku } of [...facts.products, ...facts.mappings].sort((a, b) => compare(a.ownSku, b.ownSku))) {
    const key = JSON.stringify([clientId, ownSku]);
    if (!known.has(key)) pieces.push({ clientId, rank: 0, ownSku, units: 1, skus: [ownSku], listings: [] });
    known.add(key);
  }
  const held = new Set(identities.conflicts.flatMap((conflict) => conflict.listings));
  for (const listing of [...facts.listings].sort((a, b) => a.listingPk - b.listingPk)) {
    const { clientId, sku, listingPk } = listing;
    if (sku === null || listing.isRemoved || joined.has(listingPk) || held.has(listingPk)) continue;
    pieces.push({ clientId, rank: 2, ownSku: sku, units: 1, skus: [sku], listings: [listing] });
  }
  return pieces;
}

function proposalOf(pieces: readonly Piece[], proposed: Set<number>): Proposal[] {
  const [core, ...others] = [...pieces].sort((a, b) => a.rank - b.rank);
  if (core === undefined || core.ownSku === null) return [];
  const open = others.filter((piece) => piece.rank > 0 && piece.listings.every(({ listingPk }) => !proposed.has(listingPk)));
  const inStores = new Map<number, number>();
  const present = [core, ...open].flatMap((piece) => piece.listings).filter((listing) => !listing.isRemoved);
  for (const { storeId } of present) inStores.set(storeId, (inStores.get(storeId) ?? 0) + 1);
  const listings = open
    .filter((piece) => piece.listings.every(({ storeId }) => (inStores.get(storeId) ?? 0) < 2))
    .flatMap((piece) => piece.listings.map((listing) => listing.listingPk));
  for (const listingPk of listings) proposed.add(listingPk);
  return listings.length === 0 ? [] : [{ clientId: core.clientId, ownSku: core.ownSku, units: core.units, listings }];
}
