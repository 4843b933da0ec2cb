/**
 * `products identity check`: what keeps listings from being joined, with the sales that hang on it. A row for each listing and
 * finding: a conflict, a mapping that names no listing or several, a SKU that is nearly another's, a listing that is joined to nothing.
 *
 * Sales are those of the 30 finished days before `asOf`, as in `products list`. The order is by units, which can be compared over
 * currencies; unknown ones come last.
 */
import { counted } from '../../core/count.js';
import type { Day, Period } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import type { IdentityListingRow } from '../../facts/identityQueries.js';
import type { ThingSales } from '../../facts/salesQueries.js';
import { coverageNotes, knownDaysByStore, type StoreFiles } from '../../measures/coverage.js';
import { groupBy, sumKnown } from '../../measures/grouping.js';
import { gtin14 } from '../../measures/identity/gtin.js';
import type { ListStore } from '../listing.js';
import type { IdentityMap } from './map.js';
import { conflictSentence, pieces, setCommand } from './sentences.js';

export const CHECK_COLUMNS: readonly Column[] = [
  { key: 'finding', header: 'Finding', kind: 'text' },
  { key: 'own_sku', header: 'Own SKU', kind: 'text', detail: true },
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text' },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'title', header: 'Title', kind: 'text', detail: true },
  { key: 'units_30d', header: 'Units 30 d', kind: 'integer' },
  { key: 'sales_30d_amount', header: 'Sales 30 d', kind: 'money' },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'message', header: 'Message', kind: 'text' },
  { key: 'fix', header: 'Fix', kind: 'text', detail: true },
  { key: 'kind', header: 'Kind', kind: 'text', detail: true },
];

export interface CheckInput {
  readonly asOf: Day;
  readonly period: Period;
  readonly map: IdentityMap;
  /** Stores whose listings are checked. */
  readonly stores: readonly ListStore[];
  readonly sales: readonly ThingSales[];
  readonly orderFiles: readonly StoreFiles[];
  readonly orderDays: readonly { readonly storeId: number; readonly day: Day }[];
}

interface Finding {
  readonly finding: 'conflict' | 'mapping' | 'proposal' | 'unjoined';
  readonly kind: string;
  readonly ownSku: string | null;
  readonly listing: IdentityListingRow | null;
  readonly store: string;
  readonly message: string;
  readonly fix: string;
}

export function identityCheck(input: CheckInput): Table {
  const stores = new Map(input.stores.map((store) => [store.storeId, store]));
  const known = knownDaysByStore(input.period, input.stores, input.orderFiles, input.orderDays);
  const sales = groupBy(input.sales, (sold) => sold.listingPk);
  const open = [...conflicts(input.map), ...mappings(input.map), ...proposals(input.map)];
  const told = new Set(open.map(({ listing }) => listing?.listingPk));
  const findings = [...open, ...unjoined(input.map, told)].filter(({ store }) => input.stores.some((each) => each.name === store));
  const rows = findings.map((found): Row => {
    const { listing } = found;
    const store = listing === null ? null : (stores.get(listing.storeId) ?? null);
    return {
      finding: found.finding,
      own_sku: found.ownSku,
      store: found.store,
      listing_id: listing?.listingId ?? null,
      sku: listing?.sku ?? null,
      title: listing?.title ?? null,
      ...salesCells(sales.get(listing?.listingPk ?? -1) ?? [], store, store !== null && (known.get(store.storeId)?.length ?? 0) > 0),
      message: found.message,
      fix: found.fix,
      kind: found.kind,
    };
  });
  return {
    id: 'products.identity-check/1',
    columns: CHECK_COLUMNS,
    rows: rows.sort(importantFirst),
    notes: [...coverageNotes(input.period, input.stores, known), ...singleStoreNote(input.map), ...gtinNote(input, stores)],
    params: { sales_from: input.period.from, sales_to: input.period.to },
    asOf: input.asOf,
  };
}

function salesCells(sold: readonly ThingSales[], store: ListStore | null, isKnown: boolean): Row {
  const currencies = new Set(sold.filter((row) => row.salesMinor !== null).map((row) => row.currency ?? store?.currency ?? null));
  const nothing = isKnown && store !== null ? 0 : null;
  return {
    units_30d: sold.length === 0 ? nothing : sumKnown(sold.map((row) => row.units)),
    // Amounts of two currencies are never added.
    sales_30d_amount: sold.length === 0 ? nothing : currencies.size === 1 ? sumKnown(sold.map((row) => row.salesMinor)) : null,
    currency: currencies.size === 1 ? ([...currencies][0] as string | null) : (store?.currency ?? null),
  };
}

function conflicts(map: IdentityMap): Finding[] {
  return map.rows.listings.flatMap((listing) =>
    map.conflictsOf(listing.listingPk).map((conflict): Finding => {
      const suggested = conflict.kind === 'gtins_differ' ? (map.place(listing.listingPk)?.product.ownSku ?? null) : null;
      return {
        finding: 'conflict',
        kind: conflict.kind,
        ownSku: map.place(listing.listingPk)?.product.ownSku ?? null,
        listing,
        store: listing.store,
        message: conflictSentence(map, conflict, listing.listingPk),
        fix: setCommand(suggested, listing.store, listing.listingId),
      };
    }),
  );
}

function mappings(map: IdentityMap): Finding[] {
  return map.rows.mappings
    .filter((mapping) => mapping.listingPk === null)
    .map(({ by, file, line, fits, listing, store, ownSku, units }): Finding => {
      const where = by === 'hand' ? 'by hand' : `${file}, line ${line}`;
      const what = fits === 0 ? 'no listing' : `${fits} listings`;
      const go = fits > 1 ? 'go' : 'goes';
      return {
        finding: 'mapping',
        kind: fits === 0 ? 'no_listing' : 'several_listings',
        ownSku,
        listing: null,
        store,
        message: `${where}: ${what} of ${store} ${go} by "${listing}", which should be ${pieces({ ownSku, units })}`,
        fix: by === 'hand' ? `eco products identity unset ${store} '${listing}'` : setCommand(ownSku, store, 'LISTING', units),
      };
    });
}

function proposals(map: IdentityMap): Finding[] {
  return map.proposals.flatMap(({ ownSku, units, listings }) =>
    listings.map((listingPk): Finding => {
      const listing = map.listing(listingPk);
      return {
        finding: 'proposal',
        kind: 'similar_sku',
        ownSku,
        listing,
        store: listing.store,
        message: `may be ${pieces({ ownSku, units })}: its SKU, or that of a listing joined to it, differs only in case, spaces or zeros in front`,
        fix: setCommand(ownSku, listing.store, listing.listingId, units),
      };
    }),
  );
}

/** Listings that nothing joins and nobody speaks of, where there is something to join them to. */
function unjoined(map: IdentityMap, told: ReadonlySet<number | undefined>): Finding[] {
  const joinable = joinableClients(map);
  return map.rows.listings
    .filter(
      (listing) =>
        !listing.isRemoved && map.place(listing.listingPk) === null && !told.has(listing.listingPk) && joinable.has(listing.clientId),
    )
    .map(
      (listing): Finding => ({
        finding: 'unjoined',
        kind: 'unjoined',
        ownSku: null,
        listing,
        store: listing.store,
        message: reason(listing, map),
        fix: setCommand(listing.sku, listing.store, listing.listingId),
      }),
    );
}

function reason({ clientId, sku, gtin }: IdentityListingRow, map: IdentityMap): string {
  const bare = gtin14(gtin);
  for (const conflict of map.conflicts) {
    if (conflict.clientId !== clientId || !conflict.kind.startsWith('shared_')) continue;
    if (conflict.value !== (conflict.mark === 'sku' ? sku : bare)) continue;
    const store = map.listing(conflict.listings[0] as number).store;
    return `its ${conflict.mark === 'sku' ? 'SKU' : 'GTIN'} is that of ${conflict.listings.length} listings of ${store}: which of them it is cannot be told`;
  }
  if (sku === null && bare === null) return 'has neither SKU nor GTIN that could join it';
  return `no other channel has its ${[sku === null ? null : 'SKU', bare === null ? null : 'GTIN'].filter((word) => word !== null).join(' or ')}`;
}

/** Clients with more than one store, or with products of their own. */
function joinableClients(map: IdentityMap): Set<number | null> {
  const stores = groupBy(map.rows.listings, (listing) => listing.clientId);
  const several = [...stores]
    .filter(([, listings]) => new Set(listings.map((listing) => listing.storeId)).size > 1)
    .map(([clientId]) => clientId);
  return new Set([...several, ...map.rows.mappings.map((row) => row.clientId), ...map.rows.products.map((row) => row.clientId)]);
}

function singleStoreNote(map: IdentityMap): string[] {
  const joinable = joinableClients(map);
  const single = [...new Set(map.rows.listings.filter((listing) => !joinable.has(listing.clientId)).map((listing) => listing.store))];
  return single.length === 0 ? [] : [`${single.join(', ')}: the only store with listings, so there is nothing to join them to.`];
}

/** GTINs that say nothing, since eco cannot tell what a seller would otherwise wonder about. */
function gtinNote({ map }: CheckInput, stores: ReadonlyMap<number, ListStore>): string[] {
  const wrong = map.rows.listings.filter(
    (row) => stores.has(row.storeId) && !row.isRemoved && row.gtin !== null && gtin14(row.gtin) === null,
  );
  const example = wrong[0];
  if (example === undefined) return [];
  return [
    `${counted(wrong.length, 'listing has a GTIN', 'listings have a GTIN')} that can join nothing (wrong length or check digit, or a range for use within a shop), for example "${example.gtin}" of ${example.store} ${example.listingId}.`,
  ];
}

const ORDER: readonly string[] = ['conflict', 'mapping', 'proposal', 'unjoined'];

function importantFirst(a: Row, b: Row): number {
  const units = ((b.units_30d ?? -1) as number) - ((a.units_30d ?? -1) as number);
  if (units !== 0) return units;
  const kind = ORDER.indexOf(a.finding as string) - ORDER.indexOf(b.finding as string);
  if (kind !== 0) return kind;
  const key = (row: Row) => [row.store, row.listing_id, row.kind, row.message].join('\u001f');
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
