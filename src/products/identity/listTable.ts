/**
 * `products identity list`: one row a listing of each product, how it was joined, and what stands in the way; products and mappings
 * of which no listing is known; with `all` also listings by themselves. The CSV of it can be read as a mapping file.
 */
import { counted, thousands } from '../../core/count.js';
import type { Column, Row, Table } from '../../core/table.js';
import type { IdentityListingRow } from '../../facts/identityQueries.js';
import type { IdentityProduct } from '../../measures/identity/identity.js';
import type { IdentityMap } from './map.js';

export const IDENTITY_COLUMNS: readonly Column[] = [
  { key: 'own_sku', header: 'Own SKU', kind: 'text' },
  { key: 'own_name', header: 'Name', kind: 'text', detail: true },
  { key: 'units', header: 'Pieces', kind: 'integer' },
  { key: 'channels', header: 'Channels', kind: 'integer' },
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text' },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'title', header: 'Title', kind: 'text' },
  { key: 'joined_by', header: 'Joined by', kind: 'text' },
  { key: 'conflict', header: 'Conflict', kind: 'text' },
  { key: 'product', header: 'Product', kind: 'text', detail: true },
  { key: 'client', header: 'Client', kind: 'text', detail: true },
  { key: 'platform', header: 'Platform', kind: 'text', detail: true },
  { key: 'gtin', header: 'GTIN', kind: 'text', detail: true },
  { key: 'removed', header: 'Removed', kind: 'boolean', detail: true },
  { key: 'said_listing', header: 'Said of', kind: 'text', detail: true },
  { key: 'mapping_file', header: 'Mapping file', kind: 'text', detail: true },
  { key: 'line', header: 'Line', kind: 'integer', detail: true },
  { key: 'note', header: 'Note', kind: 'text', detail: true },
];

export interface IdentityListOptions {
  /** Stores whose rows are shown; null for all, with what is of no store. */
  readonly storeIds: ReadonlySet<number> | null;
  /** Listings by themselves too. */
  readonly all: boolean;
}

export function identityList(map: IdentityMap, { storeIds, all }: IdentityListOptions): Table {
  const shown = (storeId: number) => storeIds === null || storeIds.has(storeId);
  const placed = map.products.flatMap((product) =>
    product.listings
      .map(({ listingPk }) => map.listing(listingPk))
      .filter((listing) => shown(listing.storeId))
      .sort(byStore)
      .map((listing) => listingRow(map, listing)),
  );
  const alone = map.rows.listings.filter(
    (listing) => shown(listing.storeId) && !listing.isRemoved && map.place(listing.listingPk) === null,
  );
  const held = alone.filter((listing) => map.conflictsOf(listing.listingPk).length > 0);
  const free = alone.filter((listing) => map.conflictsOf(listing.listingPk).length === 0);
  const unfound = map.rows.mappings
    .filter((mapping) => mapping.listingPk === null && shown(mapping.storeId))
    .map((mapping) => unfoundRow(map, mapping));
  return {
    id: 'products.identity-list/1',
    columns: IDENTITY_COLUMNS,
    rows: [
      ...placed,
      ...(storeIds === null ? unlistedRows(map) : []),
      ...unfound,
      ...held.sort(byStore).map((listing) => listingRow(map, listing)),
      ...(all ? free.sort(byStore).map((listing) => listingRow(map, listing)) : []),
    ],
    notes: notes(map, all ? 0 : free.length),
    params: { all },
  };
}

function listingRow(map: IdentityMap, listing: IdentityListingRow): Row {
  const place = map.place(listing.listingPk);
  const said = place?.by === 'hand' || place?.by === 'file' ? map.saidOf(listing.listingPk)[0] : undefined;
  return {
    own_sku: place?.product.ownSku ?? null,
    own_name: map.nameOf(listing.clientId, place?.product.ownSku ?? null),
    units: place?.product.units ?? null,
    channels: place === null ? null : map.channels(place.product),
    store: listing.store,
    listing_id: listing.listingId,
    sku: listing.sku,
    title: listing.title,
    joined_by: place?.by ?? null,
    conflict: [...new Set(map.conflictsOf(listing.listingPk).map((conflict) => conflict.kind))].join(', ') || null,
    product: place === null ? null : productName(place.product),
    client: listing.client,
    platform: listing.platform,
    gtin: listing.gtin,
    removed: listing.isRemoved,
    said_listing: said?.listing ?? null,
    mapping_file: said?.file ?? null,
    line: said?.line ?? null,
    note: said?.note ?? null,
  };
}

/** What tells products apart, also where they have no SKU of one's own. */
function productName({ ownSku, units, gtin }: IdentityProduct): string {
  return ownSku === null ? `gtin:${gtin}` : units === 1 ? ownSku : `${ownSku} ×${units}`;
}

/** Products that have a name, but no listing at all. */
function unlistedRows(map: IdentityMap): Row[] {
  const listed = new Set(map.products.map(({ clientId, ownSku }) => JSON.stringify([clientId, ownSku])));
  const said = new Set(map.rows.mappings.map(({ clientId, ownSku }) => JSON.stringify([clientId, ownSku])));
  const rows = new Map<string, Row>();
  for (const { clientId, ownSku, name } of map.rows.products) {
    const key = JSON.stringify([clientId, ownSku]);
    if (!listed.has(key) && !said.has(key) && !rows.has(key))
      rows.set(key, { ...EMPTY, own_sku: ownSku, own_name: name, units: 1, channels: 0, product: ownSku });
  }
  return [...rows.values()].sort((a, b) => ((a.own_sku as string) < (b.own_sku as string) ? -1 : 1));
}

function unfoundRow(map: IdentityMap, mapping: IdentityMap['rows']['mappings'][number]): Row {
  return {
    ...EMPTY,
    own_sku: mapping.ownSku,
    own_name: map.nameOf(mapping.clientId, mapping.ownSku),
    units: mapping.units,
    store: mapping.store,
    conflict: mapping.fits === 0 ? 'no_listing' : 'several_listings',
    product: mapping.units === 1 ? mapping.ownSku : `${mapping.ownSku} ×${mapping.units}`,
    said_listing: mapping.listing,
    mapping_file: mapping.file,
    line: mapping.line,
    note: mapping.note,
  };
}

const EMPTY: Row = Object.fromEntries(IDENTITY_COLUMNS.map((column) => [column.key, null]));

function byStore(a: IdentityListingRow, b: IdentityListingRow): number {
  if (a.store !== b.store) return a.store < b.store ? -1 : 1;
  return a.listingId < b.listingId ? -1 : a.listingId > b.listingId ? 1 : 0;
}

function notes(map: IdentityMap, hidden: number): string[] {
  const proposed = map.proposals.reduce((sum, proposal) => sum + proposal.listings.length, 0);
  const open = [
    ...(map.conflicts.length > 0 ? [counted(map.conflicts.length, 'conflict', 'conflicts')] : []),
    ...(proposed > 0 ? [counted(proposed, 'proposal', 'proposals')] : []),
  ];
  const alone = hidden === 1 ? 'listing is by itself' : 'listings are by themselves';
  return [
    ...(hidden > 0
      ? [`${thousands(hidden)} ${alone}: --all shows ${hidden === 1 ? 'it' : 'them'}, "eco products identity check" what they sell.`]
      : []),
    ...(open.length > 0 ? [`${open.join(', ')}: "eco products identity check" says more.`] : []),
  ];
}
