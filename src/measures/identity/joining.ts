/**
 * One step of the identity map: listings that show the same mark (a SKU, a GTIN) are joined, where that contradicts nothing.
 *
 * A block is what is known to be one product so far. A mark links the blocks of the listings that show it:
 *
 * 1. In a store where it stands on listings of several blocks, it says nothing about them, but for the product that people named by it.
 * 2. Where it leads to two products that people named, it says nothing at all.
 * 3. Blocks that are linked, over several marks too, are one, but for those that would put a second listing of a store into it;
 * 4. and none of them is, where that would make two named products one.
 *
 * All of it is decided for all blocks at once, so no order of rows matters.
 */
import { distinctTargets, type FoundConflict, type IdentityListing, type JoinedBy, type Target } from './identity.js';

/** What listings show, by which they are joined. */
export type Mark = 'sku' | 'gtin';

export interface Block {
  /** What people named; null for what is derived. */
  readonly target: Target | null;
  /** `by` is null for a listing by itself. */
  readonly listings: { readonly listing: IdentityListing; readonly by: JoinedBy | null }[];
  /** The marks that joined it. */
  readonly skus: ReadonlySet<string>;
  readonly gtins: ReadonlySet<string>;
}

export function newBlock(target: Target | null, listings: Block['listings'] = []): Block {
  return { target, listings, skus: NO_MARKS, gtins: NO_MARKS };
}

/** Most blocks are single listings, of which there may be a hundred thousand: they share what is empty. */
const NO_MARKS: ReadonlySet<string> = new Set();

/** A mark, and the blocks that it links. */
interface Link {
  readonly mark: string;
  readonly blocks: readonly Block[];
}

/** What a step has found out so far. */
interface Findings {
  readonly step: Mark;
  readonly markOf: (listing: IdentityListing) => string | null;
  /** Derived blocks that stay apart because of a contradiction. */
  readonly rejected: Set<Block>;
  readonly conflicts: FoundConflict[];
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
  step: Mark,
  markOf: (listing: IdentityListing) => string | null,
  undecided: ReadonlySet<number>,
): Step {
  const isFixed = (block: Block) => block.target === null && block.listings.some(({ listing }) => undecided.has(listing.listingPk));
  const findings: Findings = { step, markOf, rejected: new Set(), conflicts: [] };
  const { rejected, conflicts } = findings;
  const links: Link[] = [];
  for (const [mark, showing] of blocksByMark(blocks, findings)) {
    if (showing.length < 2) continue;
    const linked = withoutShared(mark, showing, findings).filter((block) => !isFixed(block));
    if (countTargets(linked) < 2) links.push({ mark, blocks: linked });
    else refuse(linked, 'two_products', mark, findings);
  }
  const components = componentsOf(links, rejected, null);
  refuseSecondListings(components, findings);
  const fitting = componentsOf(links, rejected, components);
  for (const component of fitting) {
    if (countTargets(component.blocks) > 1) refuse(component.blocks, 'two_products', component.marks[0] ?? null, findings);
  }
  const merged = componentsOf(links, rejected, fitting);
  const gone = new Set(merged.flatMap((component) => component.blocks));
  return {
    blocks: [...blocks.filter((block) => !gone.has(block)), ...merged.map((component) => mergedBlock(component, step))],
    undecided: new Set([...rejected].flatMap((block) => block.listings.map(({ listing }) => listing.listingPk))),
    conflicts,
  };
}

/** The blocks that show a mark, each once. A product shows its own SKU, whether or not a listing has it; only single pieces do. */
function blocksByMark(blocks: readonly Block[], { step, markOf }: Findings): Map<string, Block[]> {
  const found = new Map<string, Block[]>();
  const add = (mark: string | null, block: Block) => {
    if (mark === null) return;
    const showing = found.get(mark);
    if (showing === undefined) found.set(mark, [block]);
    else if (showing.at(-1) !== block) showing.push(block);
  };
  for (const block of blocks) {
    for (const { listing } of block.listings) add(markOf(listing), block);
    const own = block.target?.ownSku ?? null;
    if (isNamedBy(block, own, step)) add(own, block);
  }
  return found;
}

/** Whether the mark is the own SKU of a product that people named: this it shows whatever is told of its listings. */
function isNamedBy({ target }: Block, mark: string | null, step: Mark): boolean {
  return step === 'sku' && target?.units === 1 && target.ownSku === mark;
}

/** The blocks that a mark may link: without those of stores in which several show it. Said where somebody could expect more of it. */
function withoutShared(mark: string, showing: readonly Block[], { step, markOf, conflicts }: Findings): readonly Block[] {
  const isShowing = (listing: IdentityListing) => !listing.isRemoved && markOf(listing) === mark;
  const shared = crowdedStores(showing, isShowing);
  if (shared.size === 0) return showing;
  const dropped = new Set([...shared.values()].flat());
  // Within one store a SKU may name whatever the seller likes; a GTIN names one product everywhere.
  const isBeyond = ({ listing }: Block['listings'][number]) => isShowing(listing) && listing.storeId !== [...shared.keys()][0];
  const matters = step === 'gtin' || showing.some((block) => block.target !== null || block.listings.some(isBeyond));
  for (const [storeId, inStore] of matters ? shared : []) {
    if (inStore.every((block) => block.target !== null)) continue;
    const listings = inStore
      .flatMap((block) => block.listings)
      .filter(({ listing }) => listing.storeId === storeId && markOf(listing) === mark);
    conflicts.push({
      kind: step === 'sku' ? 'shared_sku' : 'shared_gtin',
      mark: step,
      value: mark,
      listings: numbers(listings),
      products: distinctTargets(targetsOf(inStore)),
    });
  }
  return showing.filter((block) => !dropped.has(block) || isNamedBy(block, mark, step));
}

/** Stores in which listings of several blocks count, with these blocks. */
function crowdedStores(blocks: readonly Block[], counts: (listing: IdentityListing) => boolean): Map<number, Block[]> {
  const first = new Map<number, Block>();
  const crowded = new Map<number, Block[]>();
  for (const block of blocks) {
    for (const { listing } of block.listings) {
      if (!counts(listing)) continue;
      const other = first.get(listing.storeId);
      if (other === undefined) first.set(listing.storeId, block);
      else if (other !== block) {
        const inStore = crowded.get(listing.storeId) ?? [other];
        if (!inStore.includes(block)) inStore.push(block);
        crowded.set(listing.storeId, inStore);
      }
    }
  }
  return crowded;
}

function refuseSecondListings(components: readonly Component[], findings: Findings): void {
  for (const { blocks, marks } of components) {
    const crowded = crowdedStores(blocks, (listing) => !listing.isRemoved);
    refuse([...new Set([...crowded.values()].flat())], 'two_listings', marks[0] ?? null, findings, {
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
  { step, rejected, conflicts }: Findings,
  { of, isInTheWay }: { of: readonly Block[]; isInTheWay: (listing: IdentityListing) => boolean } = { of: blocks, isInTheWay: () => true },
): void {
  const derived = blocks.filter((block) => block.target === null);
  if (derived.length === 0) return;
  for (const block of derived) rejected.add(block);
  const listings = blocks.flatMap((block) => block.listings).filter(({ listing }) => isInTheWay(listing));
  conflicts.push({ kind, mark: step, value, listings: numbers(listings), products: distinctTargets(targetsOf(of)) });
}

interface Component {
  readonly blocks: readonly Block[];
  /** In order. */
  readonly marks: readonly string[];
}

/** Blocks that hang together by links, those that were rejected left out. `before`: what they were when some of these were not rejected yet. */
function componentsOf(links: readonly Link[], rejected: ReadonlySet<Block>, before: readonly Component[] | null): readonly Component[] {
  if (before?.every((component) => component.blocks.every((block) => !rejected.has(block)))) return before;
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
function mergedBlock({ blocks, marks }: Component, step: Mark): Block {
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

/** Products that people named among these; 2 for any number above. */
function countTargets(blocks: readonly Block[]): number {
  let first: Target | null = null;
  for (const { target } of blocks) {
    if (target === null) continue;
    if (first !== null && (first.ownSku !== target.ownSku || first.units !== target.units)) return 2;
    first = target;
  }
  return first === null ? 0 : 1;
}

function targetsOf(blocks: readonly Block[]): Target[] {
  return blocks.flatMap((block) => (block.target === null ? [] : [block.target]));
}

function numbers(listings: Block['listings']): number[] {
  return listings.map(({ listing }) => listing.listingPk).sort((a, b) => a - b);
}
