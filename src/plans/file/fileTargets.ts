/**
 * Which product or listing a row of a plan file means: by the platform's key, or by its SKU. Whose a field is on a platform decides
 * between product and listing; a row that names the other is a mistake, since it would change more or less than it says.
 */
import { type ListingFieldName, type Owner, ownerOf } from '../../core/listingField.js';
import { nearestName } from '../../core/nearest.js';
import type { ChangeTarget } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { type Store, storesOf } from '../../facts/stores.js';
import { type Key, type ListingRow, listingRows } from '../standing/listingQueries.js';
import type { DraftChange } from './planKeys.js';

export interface Found {
  readonly target: ChangeTarget;
  /** The SKU where the target has exactly one. */
  readonly sku: string | null;
  readonly currency: string | null;
}

export type Resolved = Found | { readonly key: 'store' | 'platform' | 'entity' | 'entity_id' | 'sku'; readonly problem: string };

/** Finds targets for many rows with a few queries. */
export function targetFinder(db: Database, rows: readonly DraftChange[]): (row: DraftChange, field: ListingFieldName) => Resolved {
  const stores = storesOf(db, {});
  const names = (row: DraftChange) => (row.cells.store == null ? stores.map((store) => store.name) : [row.cells.store]);
  const keys = (key: 'entity_id' | 'sku'): Key[] =>
    rows.flatMap((row) => (row.cells[key] == null ? [] : names(row).map((store) => ({ store, key: row.cells[key] as string }))));
  const listings = listingRows(db, 'listing_key', keys('entity_id'));
  const bySku = listingRows(db, 'sku', keys('sku'));
  const products = [...listings, ...bySku].map((row) => ({ store: row.store, key: row.productId }));
  const index: Index = {
    listing: lookup(listings, (row) => row.listingId),
    product: lookup(listingRows(db, 'product_key', [...keys('entity_id'), ...products]), (row) => row.productId),
    sku: lookup(bySku, (row) => row.sku),
  };
  return (row, field) => resolve(row, field, stores, index);
}

type Lookup = (store: string, key: string) => readonly ListingRow[];

function lookup(rows: readonly ListingRow[], keyOf: (row: ListingRow) => string | null): Lookup {
  const found = new Map<string, ListingRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.store, keyOf(row)]);
    const same = found.get(key);
    if (same) same.push(row);
    else found.set(key, [row]);
  }
  return (store, key) => found.get(JSON.stringify([store, key])) ?? [];
}

interface Index {
  readonly listing: Lookup;
  readonly product: Lookup;
  readonly sku: Lookup;
}

function resolve(row: DraftChange, field: ListingFieldName, all: readonly Store[], index: Index): Resolved {
  const { store: name = null, platform = null, entity = null, entity_id: id = null, sku = null } = row.cells;
  const stores = name === null ? all : all.filter((store) => store.name === name);
  if (stores.length === 0) {
    const names = all.map((store) => store.name);
    return { key: 'store', problem: `there is no store "${name}". The nearest is "${nearestName(name ?? '', names) ?? ''}"` };
  }
  if (id === null && sku === null) {
    // A cell that is not there at all is no place to look at.
    const [key, problem] =
      row.cells.entity_id === undefined
        ? (['sku', 'a SKU expected, found nothing'] as const)
        : row.cells.sku === undefined
          ? (['entity_id', 'an entity_id expected, found nothing'] as const)
          : (['entity_id', 'an entity_id or a sku expected, found neither'] as const);
    return { key, problem };
  }
  const found = stores.flatMap((store) => rowsIn(store, id, sku, ownerOf(store.platform, field), index));
  const where = name === null ? 'any store' : `store "${name}"`;
  const [word, key] = id === null ? [`SKU "${sku}"`, 'sku' as const] : [`"${id}"`, 'entity_id' as const];
  if (found.length === 0) return { key, problem: `there is no listing ${word} in ${where}` };
  const inStores = [...new Set(found.map((each) => each.store))];
  if (inStores.length > 1) return { key: 'store', problem: `${word} is in ${inStores.join(' and ')}: say which store is meant` };
  const [first] = found as [ListingRow];
  if (platform !== null && platform !== first.platform)
    return { key: 'platform', problem: `store "${first.store}" is on ${first.platform}, found "${platform}"` };
  const present = found.filter((each) => each.removedAt === null);
  if (present.length === 0) return { key, problem: `${word} is gone: its product was exported again without it` };
  return owned(present, field, { entity, id, sku, word, key }, index.product);
}

/** A word may be the key of a product and of a listing of another: the one that the field belongs to is meant. */
function rowsIn(store: Store, id: string | null, sku: string | null, owner: Owner, index: Index): readonly ListingRow[] {
  if (id === null) return index.sku(store.name, sku as string);
  const [first, second] = owner === 'product' ? [index.product, index.listing] : [index.listing, index.product];
  const rows = first(store.name, id);
  return rows.length > 0 ? rows : second(store.name, id);
}

interface Meant {
  readonly entity: string | null;
  readonly id: string | null;
  readonly sku: string | null;
  readonly word: string;
  readonly key: 'entity_id' | 'sku';
}

function owned(rows: readonly ListingRow[], field: ListingFieldName, meant: Meant, product: Lookup): Resolved {
  const [first] = rows as [ListingRow];
  const owner: Owner = ownerOf(first.platform, field);
  if (meant.entity !== null && meant.entity !== owner) {
    const whose = owner === 'product' ? 'of the product with all its variations' : 'of each listing';
    return { key: 'entity', problem: `found "${meant.entity}", but on ${first.platform} a ${field} is ${whose}: "${owner}" expected` };
  }
  const ids = [...new Set(rows.map((row) => (owner === 'product' ? row.productId : row.listingId)))];
  const [own] = owner === 'listing' && meant.id !== null ? rows.filter((row) => row.listingId === meant.id) : [];
  if (own === undefined && ids.length > 1) {
    const examples = ids.slice(0, 3).join(', ');
    return {
      key: meant.key,
      problem: `${meant.word} is ${ids.length} ${owner}s (${examples}${ids.length > 3 ? ', …' : ''}): give the entity_id of one`,
    };
  }
  const members = own === undefined ? rows : [own];
  if (meant.sku !== null && meant.id !== null && !members.some((row) => row.sku === meant.sku))
    return { key: 'sku', problem: `${meant.word} has the SKU ${members[0]?.sku ?? '(none)'}, found "${meant.sku}"` };
  const [one] = members as [ListingRow];
  const sharing =
    owner === 'product' ? product(one.store, one.productId).filter((row) => row.removedAt === null && row.role !== 'parent') : [one];
  return {
    target: { platform: first.platform, store: first.store, entity: owner, id: owner === 'product' ? one.productId : one.listingId },
    sku: sharing.length === 1 ? (sharing[0]?.sku ?? null) : null,
    currency: first.currency,
  };
}
