/**
 * Which listings are the same product: the identity map. In the order of trust
 *
 * 1. by hand, 2. a mapping file, 3. the same SKU, 4. the same valid GTIN (gtin.ts).
 *
 * What people say is taken as it is, a word by hand over all files. What is derived never contradicts it, and nothing is guessed:
 *
 * - A listing that files claim for two products is neither, and no SKU or GTIN decides it either.
 * - A SKU or GTIN that several listings of one store share says nothing about that store's listings, unless people have joined them.
 * - A SKU or GTIN that leads to two products, or would bring a second listing of a store into a product, decides nothing.
 *
 * Each of these is a conflict with a name. A product here is a number of pieces of one's own SKU: "three of K" is another product
 * than "K". SKUs are the same to the letter; nearly equal ones are proposals (proposals.ts). Listings of two clients are never joined,
 * and listings that are no longer on sale only by people.
 */
import { gtin14 } from './gtin.js';
import {
  type Conflict,
  type ConflictKind,
  compare,
  distinctTargets,
  type FoundConflict,
  type Identities,
  type IdentityFacts,
  type IdentityListing,
  type IdentityMapping,
  type IdentityProduct,
  type Target,
} from './identity.js';
import { type Block, joinBlocks, newBlock } from './joining.js';

/** The same whatever the order of the facts. */
export function deriveIdentities(facts: IdentityFacts): Identities {
  const clients = new Set(facts.listings.map((listing) => listing.clientId));
  const parts = [...clients]
    .sort((a, b) => (a ?? -1) - (b ?? -1))
    .map((clientId) =>
      ofClient(clientId, {
        listings: facts.listings.filter((listing) => listing.clientId === clientId).sort((a, b) => a.listingPk - b.listingPk),
        mappings: facts.mappings.filter((mapping) => mapping.clientId === clientId),
        products: facts.products.filter((product) => product.clientId === clientId),
      }),
    );
  return { products: parts.flatMap((part) => part.products), conflicts: parts.flatMap((part) => part.conflicts) };
}

function ofClient(clientId: number | null, facts: IdentityFacts): Identities {
  const said = whatPeopleSaid(facts);
  const bySku = joinBlocks(said.blocks, 'sku', (listing) => listing.sku, said.undecided);
  const undecided = new Set([...said.undecided, ...bySku.undecided]);
  const byGtin = joinBlocks(bySku.blocks, 'gtin', (listing) => gtin14(listing.gtin), undecided);
  const bearing = bearers(facts.listings);
  const products = byGtin.blocks.flatMap((block) => productOf(clientId, block, bearing));
  const conflicts = [...said.conflicts, ...bySku.conflicts, ...byGtin.conflicts, ...byGtin.blocks.flatMap(differingGtins)];
  return { products: products.sort(inOrder), conflicts: conflicts.map((conflict) => ({ clientId, ...conflict })).sort(conflictsInOrder) };
}

/** One block a product that people named, one for each listing beside them. */
function whatPeopleSaid(facts: IdentityFacts): { blocks: Block[]; undecided: Set<number>; conflicts: FoundConflict[] } {
  const named = new Map<string, Block>();
  const blockOf = (target: Target): Block => {
    const key = JSON.stringify([target.ownSku, target.units]);
    const block = named.get(key) ?? newBlock(target);
    named.set(key, block);
    return block;
  };
  for (const { ownSku } of [...facts.products, ...facts.mappings]) blockOf({ ownSku, units: 1 });

  const claims = new Map<number, IdentityMapping[]>();
  for (const mapping of facts.mappings) {
    if (mapping.listingPk !== null) claims.set(mapping.listingPk, [...(claims.get(mapping.listingPk) ?? []), mapping]);
  }
  const undecided = new Set<number>();
  const conflicts: FoundConflict[] = [];
  const alone: Block[] = [];
  for (const listing of facts.listings) {
    const all = claims.get(listing.listingPk);
    if (all === undefined) {
      if (!listing.isRemoved) alone.push(newBlock(null, [{ listing, by: null }]));
      continue;
    }
    const byHand = all.filter((mapping) => mapping.by === 'hand');
    const counting = byHand.length > 0 ? byHand : all;
    const targets = distinctTargets(counting);
    const [first] = counting;
    if (first !== undefined && targets.length === 1) blockOf(first).listings.push({ listing, by: first.by });
    else if (!listing.isRemoved || targets.length > 1) alone.push(newBlock(null, [{ listing, by: null }]));
    if (targets.length < 2) continue;
    undecided.add(listing.listingPk);
    conflicts.push({ kind: 'claimed_twice', mark: null, value: null, listings: [listing.listingPk], products: targets });
  }
  return { blocks: [...named.values(), ...alone], undecided, conflicts };
}

/** A block as a product; none where it is a single listing that nobody speaks of, or a name without listings. */
function productOf(clientId: number | null, block: Block, bearing: ReadonlyMap<string, number>): IdentityProduct[] {
  const listings = block.listings.flatMap(({ listing, by }) => (by === null ? [] : [{ listingPk: listing.listingPk, by }]));
  if (listings.length === 0) return [];
  listings.sort((a, b) => a.listingPk - b.listingPk);
  if (block.target !== null) return [{ clientId, ...block.target, gtin: null, listings }];
  const ownSku = skuOf(block, bearing);
  return [{ clientId, ownSku, units: 1, gtin: ownSku === null ? ([...block.gtins].sort()[0] ?? null) : null, listings }];
}

/** The SKU that joined it; else the only one that its listings have, where no listing beside them has it. */
function skuOf({ skus, listings }: Block, bearing: ReadonlyMap<string, number>): string | null {
  if (skus.size > 0) return skus.size === 1 ? ([...skus][0] as string) : null;
  const own = new Set(listings.flatMap(({ listing }) => (listing.sku === null ? [] : [listing.sku])));
  const [only] = own;
  if (only === undefined || own.size > 1) return null;
  return bearing.get(only) === bearers(listings.map(({ listing }) => listing)).get(only) ? only : null;
}

/** How many listings on sale have each SKU. */
function bearers(listings: readonly IdentityListing[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { sku, isRemoved } of listings) if (sku !== null && !isRemoved) found.set(sku, (found.get(sku) ?? 0) + 1);
  return found;
}

/** The SKU says the same product, the GTINs say another one. The SKU has the say; a person should look. */
function differingGtins({ listings }: Block): FoundConflict[] {
  const told = listings.filter(({ listing, by }) => by !== null && !listing.isRemoved && gtin14(listing.gtin) !== null);
  if (new Set(told.map(({ listing }) => gtin14(listing.gtin))).size < 2 || told.every(({ by }) => by === 'hand' || by === 'file'))
    return [];
  return [
    {
      kind: 'gtins_differ',
      mark: null,
      value: null,
      listings: told.map(({ listing }) => listing.listingPk).sort((a, b) => a - b),
      products: [],
    },
  ];
}

function inOrder(a: IdentityProduct, b: IdentityProduct): number {
  if ((a.ownSku === null) !== (b.ownSku === null)) return a.ownSku === null ? 1 : -1;
  return compare(a.ownSku ?? a.gtin ?? '', b.ownSku ?? b.gtin ?? '') || a.units - b.units;
}

const KINDS: readonly ConflictKind[] = ['claimed_twice', 'two_products', 'two_listings', 'shared_sku', 'shared_gtin', 'gtins_differ'];

function conflictsInOrder(a: Conflict, b: Conflict): number {
  const first = (a.listings[0] ?? 0) - (b.listings[0] ?? 0);
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.value ?? '', b.value ?? '') || first;
}
