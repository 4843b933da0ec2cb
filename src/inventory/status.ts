/**
 * `inventory status`: what lies where, how fast it sells, how long it lasts, what it is worth.
 *
 * - Quantities: the newest snapshots before noon of `asOf`, by location, added (measures/stock.ts).
 * - `velocity_per_day` = units of the 30 finished days before `asOf` ÷ those of the 30 days whose orders are known and on which
 *   the listing could be bought; null where no such day is known (measures/velocity.ts, measures/coverage.ts).
 * - `days_of_cover` = available ÷ velocity; null where the velocity is unknown or 0. `stock_out_on` = asOf + whole days of cover.
 * - `stock_value_amount` = on hand × unit cost of the listing, rounded to the currency's minor unit; null without either.
 *
 * One row a listing that is not removed; removed ones and things without a listing only while snapshots show units of them.
 * Left out: what is inbound when it arrives, trend and season.
 */
import type { Day, Period } from '../core/day.js';
import { currencyDigits } from '../core/money.js';
import type { Column, Row, Table } from '../core/table.js';
import { zone } from '../core/zone.js';
import type { Thing } from '../facts/salesQueries.js';
import { knownDaysByStore, type StoreFiles } from '../measures/coverage.js';
import { groupBy, totalsByCurrency } from '../measures/grouping.js';
import { daysInStock, type LocationPosition, positionsOf, type Snapshot, totalPosition } from '../measures/stock.js';
import { daysOfCover, measured, stockOutOn, velocityPerDay } from '../measures/velocity.js';
import { statusNotes } from './statusNotes.js';

export interface StatusStore {
  readonly storeId: number;
  readonly name: string;
  readonly currency: string | null;
  readonly timeZone: string;
}

export interface StockedListing {
  readonly listingPk: number;
  readonly storeId: number;
  readonly listingId: string;
  readonly sku: string | null;
  readonly title: string | null;
  readonly costMicros: number | null;
  readonly currency: string | null;
  readonly fulfilment: string | null;
  readonly status: string | null;
  readonly removedAt: number | null;
}

export interface StatusInput {
  readonly asOf: Day;
  /** The finished days of the velocity. */
  readonly period: Period;
  readonly stores: readonly StatusStore[];
  readonly listings: readonly StockedListing[];
  /** Things that have a snapshot, whatever a report calls them. */
  readonly things: readonly Thing[];
  readonly snapshots: readonly (Omit<Snapshot, 'takenOn'> & { readonly thing: string })[];
  readonly units: readonly { readonly thing: string; readonly day: Day; readonly units: number }[];
  readonly orderFiles: readonly StoreFiles[];
  readonly orderDays: readonly { readonly storeId: number; readonly day: Day }[];
}

export const STATUS_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text', yields: true },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'on_hand', header: 'On hand', kind: 'integer' },
  { key: 'available', header: 'Available', kind: 'integer' },
  { key: 'committed', header: 'Committed', kind: 'integer', yields: true },
  { key: 'inbound', header: 'Inbound', kind: 'integer', yields: true },
  { key: 'velocity_per_day', header: 'A day', kind: 'decimal', digits: 2 },
  { key: 'days_of_cover', header: 'Cover', kind: 'decimal', digits: 1, unit: 'd' },
  { key: 'stock_out_on', header: 'Runs out', kind: 'day' },
  { key: 'stock_value_amount', header: 'Value', kind: 'money' },
  { key: 'currency', header: 'Currency', kind: 'text', yields: true },
  { key: 'title', header: 'Title', kind: 'text', detail: true },
  { key: 'locations', header: 'Available by location', kind: 'text', detail: true },
  { key: 'stock_on', header: 'Stock of', kind: 'day', detail: true },
  { key: 'reserved', header: 'Reserved', kind: 'integer', detail: true },
  { key: 'unsellable', header: 'Unsellable', kind: 'integer', detail: true },
  { key: 'units_30d', header: 'Units 30 d', kind: 'integer', detail: true },
  { key: 'velocity_days', header: 'Days counted', kind: 'integer', unit: 'd', detail: true },
  { key: 'days_without_stock', header: 'Days without stock', kind: 'integer', unit: 'd', detail: true },
  { key: 'cost_amount', header: 'Unit cost', kind: 'unitAmount', detail: true },
  { key: 'status', header: 'Status', kind: 'text', detail: true },
  { key: 'fulfilment', header: 'Fulfilment', kind: 'text', detail: true },
];

const TOTALS = ['on_hand', 'available', 'committed', 'inbound', 'stock_value_amount', 'reserved', 'unsellable', 'units_30d'];

/** One row a listing, by store and listing; things without a listing come after those of their store. */
export function stockStatus(input: StatusInput): Table {
  const known = knownDaysByStore(input.period, input.stores, input.orderFiles, input.orderDays);
  const snapshots = groupBy(input.snapshots, (snapshot) => snapshot.thing);
  const units = groupBy(input.units, (sold) => sold.thing);
  const rows = input.stores.flatMap((store) =>
    thingsOf(store, input, snapshots).map((thing) => {
      const dayOf = zone(store.timeZone).dayOf;
      const ofThing = (snapshots.get(thing.thing) ?? []).map((snapshot) => ({ ...snapshot, takenOn: dayOf(snapshot.takenAt) as Day }));
      const sold = new Map((units.get(thing.thing) ?? []).map((entry) => [entry.day, entry.units]));
      return rowOf(thing, store, ofThing, sold, known.get(store.storeId) ?? [], input.asOf);
    }),
  );
  return {
    id: 'inventory.status/1',
    columns: STATUS_COLUMNS,
    rows,
    totals: totalsByCurrency(rows, TOTALS),
    notes: statusNotes(input, known, rows),
    params: { sales_from: input.period.from, sales_to: input.period.to },
    asOf: input.asOf,
  };
}

interface StatusThing {
  readonly thing: string;
  readonly sku: string | null;
  readonly title: string | null;
  readonly listing: StockedListing | null;
}

function thingsOf(
  store: StatusStore,
  input: StatusInput,
  snapshots: ReadonlyMap<string, readonly Omit<Snapshot, 'takenOn'>[]>,
): StatusThing[] {
  const hasUnits = (thing: string) => (snapshots.get(thing) ?? []).some((snapshot) => (snapshot.onHand ?? snapshot.available ?? 0) !== 0);
  const listed = input.listings
    .filter((listing) => listing.storeId === store.storeId)
    .map((listing) => ({ thing: `l${listing.listingPk}`, sku: listing.sku, title: listing.title, listing }))
    .filter(({ thing, listing }) => listing.removedAt === null || hasUnits(thing));
  const unlisted = input.things
    .filter((thing) => thing.storeId === store.storeId && thing.listingPk === null && hasUnits(thing.thing))
    .map(({ thing, sku, title }) => ({ thing, sku, title, listing: null }))
    .sort((a, b) => ((a.sku ?? a.title ?? '') < (b.sku ?? b.title ?? '') ? -1 : 1));
  return [...listed, ...unlisted];
}

function rowOf(
  { listing, sku, title }: StatusThing,
  store: StatusStore,
  snapshots: readonly Snapshot[],
  sold: ReadonlyMap<Day, number>,
  knownDays: readonly Day[],
  asOf: Day,
): Row {
  const positions = positionsOf(snapshots);
  const total = totalPosition(positions);
  const counted = daysInStock(knownDays, snapshots, (day) => (sold.get(day) ?? 0) > 0);
  const units = knownDays.reduce((sum, day) => sum + (sold.get(day) ?? 0), 0);
  const velocity = velocityPerDay(units, counted.length);
  const cover = daysOfCover(total.available, velocity);
  const currency = listing?.currency ?? store.currency;
  return {
    store: store.name,
    listing_id: listing?.listingId ?? null,
    sku,
    on_hand: total.onHand,
    available: total.available,
    committed: total.committed,
    inbound: total.inbound,
    velocity_per_day: measured(velocity),
    days_of_cover: measured(cover),
    stock_out_on: stockOutOn(asOf, cover),
    stock_value_amount: stockValue(total.onHand, listing?.costMicros ?? null, currency),
    currency,
    title,
    locations: locationsText(positions),
    stock_on: positions.map((position) => position.takenOn).sort()[0] ?? null,
    reserved: total.reserved,
    unsellable: total.unsellable,
    units_30d: knownDays.length === 0 ? null : units,
    velocity_days: counted.length,
    days_without_stock: knownDays.length - counted.length,
    cost_amount: listing?.costMicros ?? null,
    status: listing?.status ?? null,
    fulfilment: listing?.fulfilment ?? null,
  };
}

/** On hand × unit cost in minor units. */
function stockValue(onHand: number | null, costMicros: number | null, currency: string | null): number | null {
  if (onHand === null || costMicros === null) return null;
  return Math.round((onHand * costMicros) / 10 ** (6 - currencyDigits(currency)));
}

function locationsText(positions: readonly LocationPosition[]): string | null {
  if (positions.length === 0) return null;
  return positions.map(({ location, available }) => `${location}: ${available ?? 'unknown'}`).join(', ');
}
