/**
 * One step of the identity map: listings that show the same mark (a SKU, a GTIN) are joined, where that contradicts nothing.
 *
 * A block is what is known to be one product so far. A mark links the blocks of the listings that show it:
 *
 * 1. In a store where it stands on listings of several blocks, it says nothing about them.
 * 2. Where it leads to two products that people named, it says nothing at all.
 * 3. Blocks that are linked, over several marks too, are one, but for those that would put a second listing of a store into it;
 * 4. and none of them is, where that would make two named products one.
 *
 * All of it is decided for all blocks at once, so no order of rows matters.
 */
import { distinctTargets, type FoundConflict, type IdentityListing, type JoinedBy, type Target } from './identity.js';

export interface Block {
  /** What people named; null for what is derived. */
  readonly target: Target | null;
  /** `by` is null for a listing by itself. */
  readonly listings: { readonly listing: IdentityListing; readonly by: JoinedBy | null }[];
  /** The marks that joined it. */
  readonly skus: ReadonlySet<string>;
  readonly gtins: ReadonlySet<string>;
}

export function newBlock(target: Target | null): Block {
  return { target, listings: [], skus: new Set(), gtins: new Set() };
}

/** A mark, and the blocks that it links. */
interface Link {
  readonly mark: string;
  readonly blocks: readonly Block[];
}

interface Step {
  readonly blocks: Block[];
  /** Listings about which this step found a contradiction: no lesser mark may decide them. */
  readonly undecided: ReadonlySet<number>;
  readonly conflicts: FoundConflict[];
}

/** `undecided`: listings that stay by themselves, whatever marks they show. */
export function joinBlocks(
  blocks: readonly Block[],
  step: 'sku' | 'gtin',
  markOf: (listing: IdentityListing) => string | null,
  undecided: ReadonlySet<number>,
): Step {
  const isFixed = (block: Block) => block.target === null && block.listings.some(({ listing }) => undecided.has(listing.listingPk));
  const conflicts: FoundConflict[] = [];
  const rejected = new Set<Block>();
  const links: Link[] = [];
  for (const [mark, showing] of blocksByMark(blocks, step, markOf)) {
    const clear = withoutShared(mark, showing, step, conflicts, markOf);
    const linked = clear.filter((block) => !isFixed(block));
    if (distinctTargets(targetsOf(linked)).length < 2) links.push({ mark, blocks: linked });
    else refuse(linked, 'two_products', mark, rejected, conflicts);
  }
  refuseSecondListings(links, rejected, conflicts);
  for (const component of componentsOf(links, rejected)) {
    if (distinctTargets(targetsOf(component.blocks)).length > 1)
      refuse(component.blocks, 'two_products', component.marks[0] ?? null, rejected, conflicts);
  }
  const merged = componentsOf(links, rejected).filter((component) => component.blocks.length > 1);
  const gone = new Set(merged.flatMap((component) => component.blocks));
  return {
    blocks: [...blocks.filter((block) => !gone.has(block)), ...merged.map((component) => mergedBlock(component, step))],
    undecided: new Set([...rejected].flatMap((block) => block.listings.map(({ listing }) => listing.listingPk))),
    conflicts,
  };
}

/** The blocks that show a mark. A product shows its own SKU, whether or not a listing has it; only single pieces do. */
function blocksByMark(
  blocks: readonly Block[],
  step: 'sku' | 'gtin',
  markOf: (listing: IdentityListing) => string | null,
): Map<string, Set<Block>> {
  const found = new Map<string, Set<Block>>();
  const add = (mark: string | null, block: Block) => {
    if (mark === null) return;
    const showing = found.get(mark);
    if (showing) showing.add(block);
    else found.set(mark, new Set([block]));
  };
  for (const block of blocks) {
    for (const { listing } of block.listings) add(markOf(listing), block);
    if (step === 'sku' && block.target?.units === 1) add(block.target.ownSku, block);
  }
  return found;
}

/** The blocks that a mark may link: without those of stores in which several show it. Said where somebody could expect more of it. */
function withoutShared(
  mark: string,
  showing: ReadonlySet<Block>,
  step: 'sku' | 'gtin',
  conflicts: FoundConflict[],
  markOf: (listing: IdentityListing) => string | null,
): Block[] {
  const byStore = new Map<number, Set<Block>>();
  for (const block of showing) {
    for (const { listing } of block.listings) {
      if (listing.isRemoved || markOf(listing) !== mark) continue;
      byStore.set(listing.storeId, (byStore.get(listing.storeId) ?? new Set()).add(block));
    }
  }
  const shared = [...byStore].filter(([, inStore]) => inStore.size > 1);
  const dropped = new Set(shared.flatMap(([, inStore]) => [...inStore]));
  // Within one store a SKU may name whatever the seller likes; a GTIN names one product everywhere.
  const matters = step === 'gtin' || byStore.size > 1 || [...showing].some((block) => block.target !== null);
  for (const [storeId, inStore] of matters ? shared : []) {
    if ([...inStore].every((block) => block.target !== null)) continue;
    const listings = [...inStore]
      .flatMap((block) => block.listings)
      .filter(({ listing }) => listing.storeId === storeId && markOf(listing) === mark);
    conflicts.push({
      kind: step === 'sku' ? 'shared_sku' : 'shared_gtin',
      value: mark,
      listings: numbers(listings),
      products: targetsOf([...inStore]),
    });
  }
  return [...showing].filter((block) => !dropped.has(block));
}

function refuseSecondListings(links: readonly Link[], rejected: Set<Block>, conflicts: FoundConflict[]): void {
  for (const { blocks, marks } of componentsOf(links, rejected)) {
    const byStore = new Map<number, Set<Block>>();
    for (const block of blocks) {
      for (const { listing } of block.listings) {
        if (!listing.isRemoved) byStore.set(listing.storeId, (byStore.get(listing.storeId) ?? new Set()).add(block));
      }
    }
    const crowded = new Map([...byStore].filter(([, inStore]) => inStore.size > 1));
    const several = [...new Set([...crowded.values()].flatMap((inStore) => [...inStore]))];
    refuse(several, 'two_listings', marks[0] ?? null, rejected, conflicts, {
      of: blocks,
      isInTheWay: ({ storeId }) => crowded.has(storeId),
    });
  }
}

/** What people named stands; what is derived stays apart. */
function refuse(
  blocks: readonly Block[],
  kind: 'two_products' | 'two_listings',
  value: string | null,
  rejected: Set<Block>,
  conflicts: FoundConflict[],
  { of, isInTheWay }: { of: readonly Block[]; isInTheWay: (listing: IdentityListing) => boolean } = { of: blocks, isInTheWay: () => true },
): void {
  const derived = blocks.filter((block) => block.target === null);
  if (derived.length === 0) return;
  for (const block of derived) rejected.add(block);
  const listings = blocks.flatMap((block) => block.listings).filter(({ listing }) => isInTheWay(listing));
  conflicts.push({ kind, value, listings: numbers(listings), products: distinctTargets(targetsOf(of)) });
}

interface Component {
  readonly blocks: readonly Block[];
  /** In order. */
  readonly marks: readonly string[];
}

/** Blocks that hang together by links, those that were rejected left out. */
function componentsOf(links: readonly Link[], rejected: ReadonlySet<Block>): Component[] {
  const leader = new Map<Block, Block>();
  const lead = (block: Block): Block => {
    let at = block;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next;
    leader.set(block, at);
    return at;
  };
  const counted = links
    .map(({ mark, blocks }) => ({ mark, blocks: blocks.filter((block) => !rejected.has(block)) }))
    .filter(({ blocks }) => blocks.length > 1);
  for (const { blocks } of counted) for (const block of blocks) leader.set(lead(block), lead(blocks[0] as Block));
  const found = new Map<Block, { blocks: Block[]; marks: string[] }>();
  const componentOf = (block: Block) => {
    const component = found.get(lead(block)) ?? { blocks: [], marks: [] };
    found.set(lead(block), component);
    return component;
  };
  for (const { mark, blocks } of counted) componentOf(blocks[0] as Block).marks.push(mark);
  for (const block of [...leader.keys()]) componentOf(block).blocks.push(block);
  return [...found.values()].map(({ blocks, marks }) => ({ blocks, marks: marks.sort() }));
}

/** How a listing came to the others: those of the core (what people named, or else the only part that was joined before) keep theirs. */
function mergedBlock({ blocks, marks }: Component, step: 'sku' | 'gtin'): Block {
  const named = blocks.find((block) => block.target !== null) ?? null;
  const joined = blocks.filter((block) => block.listings.length > 1);
  const core = named ?? (joined.length === 1 ? joined[0] : undefined);
  return {
    target: named?.target ?? null,
    listings: blocks.flatMap((block) => block.listings.map(({ listing, by }) => ({ listing, by: block === core ? by : step }))),
    skus: new Set([...blocks.flatMap((block) => [...block.skus]), ...(step === 'sku' ? marks : [])]),
    gtins: new Set([...blocks.flatMap((block) => [...block.gtins]), ...(step === 'gtin' ? marks : [])]),
  };
}

function targetsOf(blocks: readonly Block[]): Target[] {
  return blocks.flatMap((block) => (block.target === null ? [] : [block.target]));
}

function numbers(listings: Block['listings']): number[] {
  return listings.map(({ listing }) => listing.listingPk).sort((a, b) => a - b);
}
