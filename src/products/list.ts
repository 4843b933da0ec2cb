/**
 * `products list`: one row a listing with its price, stock and sales, and one row for each thing that sold without being a
 * listing, so that units and sales add up to those of the report.
 *
 * - `available`: the newest snapshot of each location before noon of `asOf`, added over locations.
 * - `units_30d`, `sales_30d_amount`: order lines that count (no cancelled ones, no replacements) of the 30 finished days before
 *   `asOf`; goods before discounts, without tax where the platform keeps it apart. Unknown (null, not 0) where no imported order
 *   file covers any of those days (measures/coverage.ts); `sales_days_known` says how many of the 30 are covered.
 * - Title, price and status are the newest known, whatever `asOf` is.
 *
 * Left out unless asked for: parents (they hold variations and are not sold) and removed listings that sold nothing in the 30 days.
 * Sales in another currency than the listing's price have a row of their own: two currencies are never added.
 */
import type { Column, Row, Table } from '../core/table.js';
import { zone } from '../core/zone.js';
import type { ThingSales } from '../facts/salesQueries.js';
import type { AvailableAt } from '../facts/stockQueries.js';
import { knownDaysByStore } from '../measures/coverage.js';
import { groupBy, sumKnown, totalsByCurrency } from '../measures/grouping.js';
import { countedPlaces } from '../measures/stock.js';
import type { ListedListing, ListInput, ListOptions, ListStore } from './listing.js';
import { listNotes } from './listNotes.js';

export const LIST_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text', yields: true },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'parent_id', header: 'Product', kind: 'text', detail: true },
  { key: 'title', header: 'Title', kind: 'text' },
  { key: 'brand', header: 'Brand', kind: 'text', detail: true },
  { key: 'price_amount', header: 'Price', kind: 'money' },
  { key: 'currency', header: 'Currency', kind: 'text', yields: true },
  { key: 'available', header: 'Available', kind: 'integer' },
  { key: 'status', header: 'Status', kind: 'text', yields: true },
  { key: 'units_30d', header: 'Units 30 d', kind: 'integer' },
  { key: 'sales_30d_amount', header: 'Sales 30 d', kind: 'money' },
  { key: 'sales_days_known', header: 'Days known', kind: 'integer', detail: true },
  { key: 'variation', header: 'Variation', kind: 'text', detail: true },
  { key: 'category', header: 'Category', kind: 'text', detail: true },
  { key: 'product_type', header: 'Product type', kind: 'text', detail: true },
  { key: 'compare_at_price_amount', header: 'Compare at', kind: 'money', detail: true },
  { key: 'cost_amount', header: 'Unit cost', kind: 'unitAmount', detail: true },
  { key: 'condition', header: 'Condition', kind: 'text', detail: true },
  { key: 'fulfilment', header: 'Fulfilment', kind: 'text', detail: true },
  { key: 'asin', header: 'ASIN', kind: 'text', detail: true },
  { key: 'gtin', header: 'GTIN', kind: 'text', detail: true },
  { key: 'url', header: 'URL', kind: 'text', detail: true },
  { key: 'stock_on', header: 'Stock of', kind: 'day', detail: true },
  { key: 'role', header: 'Role', kind: 'text', detail: true },
  { key: 'first_seen_on', header: 'First seen', kind: 'day', detail: true },
  { key: 'last_seen_on', header: 'Last seen', kind: 'day', detail: true },
  { key: 'removed_on', header: 'Removed', kind: 'day', detail: true },
];

/** The listings of the stores, by store and listing; things that sold without a listing come after those of their store. */
export function listProducts(input: ListInput, options: ListOptions): Table {
  const known = knownDaysByStore(input.period, input.stores, input.orderFiles, input.orderDays);
  const rows = input.stores.flatMap((store) => storeRows(store, known.get(store.storeId)?.length ?? 0, input, options));
  return {
    id: 'products.list/1',
    columns: LIST_COLUMNS,
    rows,
    totals: totalsByCurrency(rows, ['available', 'units_30d', 'sales_30d_amount']),
    notes: listNotes(input, known, rows),
    params: { sales_from: input.period.from, sales_to: input.period.to, all: options.all, parents: options.parents },
    asOf: input.asOf,
  };
}

function storeRows(store: ListStore, daysKnown: number, input: ListInput, options: ListOptions): Row[] {
  const sales = groupBy(
    input.sales.filter((sold) => sold.storeId === store.storeId),
    (sold) => sold.thing,
  );
  const stock = groupBy(
    input.available.filter((entry) => entry.storeId === store.storeId),
    (entry) => entry.thing,
  );
  const dayOf = zone(store.timeZone).dayOf;
  const context = { store, daysKnown, dayOf };
  const listed = input.listings
    .filter((listing) => listing.storeId === store.storeId)
    .filter((listing) => options.parents || listing.role !== 'parent')
    .filter((listing) => options.all || listing.removedAt === null || sales.has(`l${listing.listingPk}`))
    .flatMap((listing) => {
      const thing = `l${listing.listingPk}`;
      return rowsOf(context, listingCells(listing, store, dayOf), sales.get(thing) ?? [], stock.get(thing) ?? []);
    });
  const unlisted = [...sales.entries()]
    .filter(([, sold]) => sold[0]?.listingPk === null)
    .map(([thing, sold]) => ({ sold, stock: stock.get(thing) ?? [], cells: unlistedCells(sold[0] as ThingSales, store) }))
    .sort((a, b) => compare(String(a.cells.sku ?? a.cells.title ?? ''), String(b.cells.sku ?? b.cells.title ?? '')))
    .flatMap((thing) => rowsOf(context, thing.cells, thing.sold, thing.stock));
  return [...listed, ...unlisted];
}

interface StoreContext {
  readonly store: ListStore;
  readonly daysKnown: number;
  readonly dayOf: (epochSeconds: number) => string;
}

/** One row, and one more for each other currency in which the thing sold. */
function rowsOf(context: StoreContext, cells: Row, sold: readonly ThingSales[], stock: readonly AvailableAt[]): Row[] {
  const places = countedPlaces(stock);
  const currency = (cells.currency ?? context.store.currency ?? sold[0]?.currency ?? null) as string | null;
  // What has no amount (an order that is not paid yet) has no currency either.
  const own = sold.filter((sales) => sales.salesMinor === null || (sales.currency ?? currency) === currency);
  const isKnown = context.daysKnown > 0;
  const main = {
    ...cells,
    currency,
    available: sumKnown(places.map((at) => at.available)),
    stock_on: places.length === 0 ? null : context.dayOf(Math.min(...places.map((at) => at.takenAt))),
    ...salesCells(own, isKnown),
    sales_days_known: context.daysKnown,
  };
  const foreign = sold.filter((sales) => !own.includes(sales));
  return [main, ...foreign.map((sales) => ({ ...main, ...foreignCells(sales), ...salesCells([sales], isKnown) }))];
}

function salesCells(sold: readonly ThingSales[], isKnown: boolean): Row {
  if (sold.length === 0) return { units_30d: isKnown ? 0 : null, sales_30d_amount: isKnown ? 0 : null };
  return { units_30d: sumKnown(sold.map((sales) => sales.units)), sales_30d_amount: sumKnown(sold.map((sales) => sales.salesMinor)) };
}

function foreignCells(sales: ThingSales): Row {
  return {
    currency: sales.currency,
    price_amount: null,
    compare_at_price_amount: null,
    cost_amount: null,
    available: null,
    stock_on: null,
  };
}

/** What the catalogue says of a listing, as cells of its row. */
export function listingCells(listing: ListedListing, store: ListStore, dayOf: (epochSeconds: number) => string): Row {
  return {
    store: store.name,
    listing_id: listing.listingId,
    sku: listing.sku,
    parent_id: listing.parentId,
    title: listing.title,
    brand: listing.brand,
    price_amount: listing.priceMinor,
    currency: listing.currency,
    status: listing.status,
    variation: listing.variation,
    category: listing.category,
    product_type: listing.productType,
    compare_at_price_amount: listing.compareAtMinor,
    cost_amount: listing.costMicros,
    condition: listing.condition,
    fulfilment: listing.fulfilment,
    asin: listing.asin,
    gtin: listing.gtin,
    url: listing.url,
    role: listing.role,
    first_seen_on: dayOf(listing.firstSeenAt),
    last_seen_on: dayOf(listing.lastSeenAt),
    removed_on: listing.removedAt === null ? null : dayOf(listing.removedAt),
  };
}

function unlistedCells(sold: ThingSales, store: ListStore): Row {
  return { store: store.name, listing_id: null, sku: sold.sku, title: sold.title, asin: sold.platformItem, status: null };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
