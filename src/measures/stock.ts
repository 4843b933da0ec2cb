/**
 * Stock of one thing out of its snapshots, and the days on which it could be bought.
 *
 * **Position.** Per location the newest snapshot that says what is available decides; quantities it does not name come from the
 * newest snapshot that names them and is at most `STALE_DAYS` older, else they are unknown. Reserved and committed are taken
 * together from the snapshot that tells them apart, since a report that does not counts customers' orders among the reserved.
 * On hand is what a report states, else available + committed + reserved + unsellable, as far as they are known. Locations are
 * added; a location that does not know a quantity is left out of its sum. A total of the whole shop (`Shop`) is not one more
 * place: either it counts or the locations do, whichever is newer.
 *
 * **Days in stock.** A day counts as out of stock when nothing was sold on it and both the last snapshots up to that day and
 * the next ones after it (if there are any) say that nothing is available anywhere. Every other day counts as in stock: between
 * a zero and a delivery nobody knows when it came.
 */
import type { Day } from '../core/day.js';
import type { StockQuantities } from '../core/stock.js';

export const STALE_DAYS = 7;
const STALE_SECONDS = STALE_DAYS * 86_400;

export interface Snapshot extends StockQuantities {
  readonly location: string;
  /** Epoch seconds. */
  readonly takenAt: number;
  /** The store's day of `takenAt`. */
  readonly takenOn: Day;
}

export type Position = StockQuantities;

/** The position at one location; the time is that of the snapshot that decides. */
export type LocationPosition = Snapshot;

type Quantity = keyof Position;

/** What catalogues without locations call the place of their stock: all locations together. */
const WHOLE_SHOP = 'Shop';

/** The places whose stock is added: the total of the whole shop, or its locations. */
export function countedPlaces<Place extends { readonly location: string; readonly takenAt: number }>(places: readonly Place[]): Place[] {
  const whole = places.filter((place) => place.location === WHOLE_SHOP);
  const single = places.filter((place) => place.location !== WHOLE_SHOP);
  if (whole.length === 0 || single.length === 0) return [...places];
  const newest = (of: readonly Place[]) => Math.max(...of.map((place) => place.takenAt));
  return newest(whole) > newest(single) ? whole : single;
}

/** The position at each location, by name of the location. Snapshots in any order. */
export function positionsOf(snapshots: readonly Snapshot[]): LocationPosition[] {
  const locations = [...new Set(snapshots.map((snapshot) => snapshot.location))].sort();
  return countedPlaces(
    locations.map((location) => positionAt(location, newestFirst(snapshots.filter((snapshot) => snapshot.location === location)))),
  );
}

function newestFirst(snapshots: readonly Snapshot[]): Snapshot[] {
  return [...snapshots].reverse().sort((a, b) => b.takenAt - a.takenAt);
}

function positionAt(location: string, snapshots: readonly Snapshot[]): LocationPosition {
  const base = (snapshots.find((snapshot) => snapshot.available !== null) ?? snapshots[0]) as Snapshot;
  const fresh = snapshots.filter((snapshot) => snapshot.takenAt >= base.takenAt - STALE_SECONDS);
  const newest = (quantity: Quantity) => fresh.find((snapshot) => snapshot[quantity] !== null)?.[quantity] ?? null;
  const split = fresh.find((snapshot) => snapshot.committed !== null);
  const committed = split?.committed ?? null;
  const reserved = split ? split.reserved : newest('reserved');
  const unsellable = newest('unsellable');
  const stated = fresh.find((snapshot) => snapshot.onHand !== null && snapshot.takenAt >= base.takenAt)?.onHand ?? null;
  const { available, takenAt, takenOn } = base;
  const added = available === null ? null : available + (committed ?? 0) + (reserved ?? 0) + (unsellable ?? 0);
  return { location, takenAt, takenOn, onHand: stated ?? added, available, committed, reserved, unsellable, inbound: newest('inbound') };
}

/** The sum over locations; null where no location knows the quantity. */
export function totalPosition(positions: readonly Position[]): Position {
  const sum = (quantity: Quantity) => {
    const known = positions.map((position) => position[quantity]).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  return {
    onHand: sum('onHand'),
    available: sum('available'),
    committed: sum('committed'),
    reserved: sum('reserved'),
    unsellable: sum('unsellable'),
    inbound: sum('inbound'),
  };
}

/** Those of the days on which the thing could be bought. Without any snapshot that is all of them. */
export function daysInStock(days: readonly Day[], snapshots: readonly Snapshot[], isSoldOn: (day: Day) => boolean): Day[] {
  const known = snapshots.filter((snapshot) => snapshot.available !== null).sort((a, b) => a.takenAt - b.takenAt);
  const takenOn = [...new Set(known.map((snapshot) => snapshot.takenOn))].sort();
  const isEmptyAt = new Map<Day, boolean>();
  const standing = new Map<string, Snapshot>();
  let next = 0;
  for (const day of takenOn) {
    for (; known[next]?.takenOn === day; next++) standing.set((known[next] as Snapshot).location, known[next] as Snapshot);
    isEmptyAt.set(
      day,
      countedPlaces([...standing.values()]).every(({ available }) => (available as number) <= 0),
    );
  }
  return days.filter((day) => {
    const at = takenOn.findLastIndex((taken) => taken <= day);
    const before = takenOn[at];
    const after = takenOn[at + 1];
    const isOut = before !== undefined && isEmptyAt.get(before) === true && (after === undefined || isEmptyAt.get(after) === true);
    return !isOut || isSoldOn(day);
  });
}
