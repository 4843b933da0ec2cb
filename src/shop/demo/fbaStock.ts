/** The state of the stock at Amazon on the morning of a day: what both FBA reports show. */
import type { Day } from '../../core/day.js';
import { downloadInstant } from './demoFile.js';
import { identifier, type Listing } from './listings.js';
import { at } from './rng.js';
import type { Pool } from './supply.js';
import type { World } from './world.js';

export interface FbaState {
  readonly listing: Listing;
  readonly pool: Pool;
  /** Index of the evening before. */
  readonly t: number;
  readonly available: number;
  /** Sold and not yet out of the door. */
  readonly reserved: number;
  readonly unsellable: number;
  readonly inboundWorking: number;
  readonly inboundShipped: number;
  readonly inboundReceiving: number;
}

/** Every SKU kept at Amazon, in the order of the catalogue. */
export function fbaStates(world: World, morning: Day): FbaState[] {
  const t = world.axis.indexOf(morning) - 1;
  const knownAt = downloadInstant(morning, 'us');
  const reserved = reservedUnits(world, t, knownAt);
  return world.listings
    .filter((listing) => listing.store === 'us' && listing.fulfilment === 'amazon')
    .map((listing) => {
      const pool = world.pools.get(listing.pool) as Pool;
      const inbound = (from: number, to: number) =>
        pool.purchases
          .filter((p) => p.orderedAt <= t && p.arrivesAt - t >= from && p.arrivesAt - t <= to)
          .reduce((sum, p) => sum + p.quantity, 0);
      return {
        listing,
        pool,
        t,
        available: at(pool.closing, t),
        reserved: reserved.get(listing.pool) ?? 0,
        unsellable: Number(identifier(`unsellable/${listing.code}`, '000000000112346', 1)),
        inboundWorking: inbound(11, 14),
        inboundShipped: inbound(2, 10),
        inboundReceiving: inbound(1, 1),
      };
    });
}

function reservedUnits(world: World, t: number, knownAt: number): Map<string, number> {
  const units = new Map<string, number>();
  for (const order of world.truth.orders) {
    const isWaiting = order.cancelledAt === null && (order.shippedAt ?? 0) > knownAt;
    if (order.day > t || order.day < t - 6 || !isWaiting) continue;
    for (const line of order.lines) {
      const { pool } = at(world.listings, line.listing);
      units.set(pool, (units.get(pool) ?? 0) + line.quantity);
    }
  }
  return units;
}

/** Units on hand by age in days, oldest bucket last: what is left is what arrived last. Bounds are the first day of each bucket. */
export function unitsByAge(pool: Pool, t: number, bounds: readonly number[]): number[] {
  const units = bounds.map(() => 0);
  let left = at(pool.closing, t);
  const put = (age: number, count: number) => {
    const bucket = bounds.findLastIndex((bound) => age >= bound);
    units[bucket] = at(units, bucket) + count;
  };
  for (let day = t; day >= 0 && left > 0; day -= 1) {
    const count = Math.min(left, at(pool.received, day));
    if (count > 0) put(t - day, count);
    left -= count;
  }
  if (left > 0) put(t + 30, left);
  return units;
}

/** Units that left a pool in the `days` days up to t. */
export function shippedUnits(pool: Pool, t: number, days: number): number {
  let sum = 0;
  for (let day = Math.max(0, t - days + 1); day <= t; day += 1) sum += at(pool.sold, day);
  return sum;
}
