/**
 * Stock and how the seller keeps it: pools of sellable units, filled by purchases whose lead times are drawn per supplier.
 *
 * Every 7 days a pool is reviewed. Forecast = units sold in the last 28 days / 28 (days without stock not corrected: an
 * honest mistake of many sellers), × what the season will do until the goods arrive, to the power 0.8. If stock and
 * purchases under way are below forecast × (mean lead time + 7 + 8 days), the seller orders up to 14 days more, in whole cartons.
 * Lead time ~ Normal(mean, sd), at least 4 days; one purchase in twelve is 60 % later. So stock-outs happen, above all when
 * demand rises. The stories of stories.ts replace this for a while.
 */

import type { SupplierKey } from './catalogue.js';
import type { Axis } from './days.js';
import { power } from './exactMath.js';
import type { Listing } from './listings.js';
import { type Demand, seasonAt } from './model.js';
import { at, createRng, type Rng } from './rng.js';
import type { Purchase, SupplierTruth } from './truth.js';

const SUPPLIERS: Readonly<Record<SupplierKey, { name: string; mean: number; sd: number; carton: number }>> = {
  ceramics: { name: 'Lin Ceramics', mean: 21, sd: 4, carton: 24 },
  electric: { name: 'Harbor Electric', mean: 36, sd: 7, carton: 20 },
  tea: { name: 'Blue Hill Tea', mean: 12, sd: 2.5, carton: 24 },
  paper: { name: 'Paper & Linen Co', mean: 18, sd: 5, carton: 24 },
  glass: { name: 'Northfield Glass', mean: 30, sd: 8, carton: 20 },
};
const REVIEW_DAYS = 7;
const SAFETY_DAYS = 8;
const CYCLE_DAYS = 14;
const SLOW_CARTON = 6;

export interface Pool {
  readonly key: string;
  readonly supplier: SupplierTruth;
  readonly listings: readonly number[];
  readonly isSlow: boolean;
  readonly rng: Rng;
  readonly expected: readonly number[];
  readonly opening: number[];
  readonly closing: number[];
  readonly received: number[];
  readonly sold: number[];
  readonly purchases: { orderedAt: number; arrivesAt: number; quantity: number }[];
  onHand: number;
}

/** The top-up of a pool on a day, and when purchases must not arrive by themselves. */
export interface Fill {
  readonly pool: string;
  readonly day: number;
  readonly units: number;
  /** Purchases that would arrive from here on … */
  readonly holdFrom: number;
  /** … arrive then; null: they are never made. */
  readonly releaseAt: number | null;
}

/** The suppliers, their mean lead times drawn within 10 % of what they say. */
export function createSuppliers(seed: number): Record<SupplierKey, SupplierTruth> {
  const rng = createRng(seed, 'suppliers');
  const draw = (key: SupplierKey): SupplierTruth => {
    const { name, mean, sd, carton } = SUPPLIERS[key];
    const leadTimeMeanDays = Math.round(mean * rng.between(0.9, 1.1) * 10) / 10;
    return { supplier: name, key, leadTimeMeanDays, leadTimeSdDays: Math.round(sd * rng.between(0.8, 1.2) * 10) / 10, cartonUnits: carton };
  };
  return { ceramics: draw('ceramics'), electric: draw('electric'), tea: draw('tea'), paper: draw('paper'), glass: draw('glass') };
}

/** One pool for every distinct `listing.pool`, with stock for the first weeks. */
export function createPools(
  seed: number,
  listings: readonly Listing[],
  expected: readonly (readonly number[])[],
  suppliers: Readonly<Record<SupplierKey, SupplierTruth>>,
): Map<string, Pool> {
  const pools = new Map<string, Pool>();
  for (const listing of listings) {
    if (pools.has(listing.pool)) continue;
    const members = listings.filter((other) => other.pool === listing.pool);
    const sums = at(expected, listing.index).map((_, t) => members.reduce((sum, m) => sum + at(at(expected, m.index), t), 0));
    const supplier = suppliers[listing.family.supplier];
    pools.set(listing.pool, {
      key: listing.pool,
      supplier,
      listings: members.map((member) => member.index),
      isSlow: members.reduce((sum, member) => sum + member.ratePerDay, 0) < 0.4,
      rng: createRng(seed, `supply/${listing.pool}`),
      expected: sums,
      opening: [],
      closing: [],
      received: [],
      sold: [],
      purchases: [],
      onHand: Math.ceil(sumFrom(sums, 0, Math.round(supplier.leadTimeMeanDays) + 30)) + 2,
    });
  }
  return pools;
}

/** Expected demand of `days` days from `from`; beyond the last day it goes on as in the last week. */
export function sumFrom(expected: readonly number[], from: number, days: number): number {
  const lastWeek = expected.slice(-7).reduce((sum, value) => sum + value, 0) / 7;
  let sum = 0;
  for (let t = from; t < from + days; t += 1) sum += expected[t] ?? lastWeek;
  return sum;
}

/** The morning of day t: what arrives, and what a story fills up. */
export function openPool(pool: Pool, t: number, fills: readonly Fill[]): void {
  let received = 0;
  for (const purchase of pool.purchases) if (purchase.arrivesAt === t) received += purchase.quantity;
  for (const fill of fills) {
    const missing = fill.units - pool.onHand - received;
    if (fill.pool !== pool.key || fill.day !== t || missing <= 0) continue;
    received += missing;
    pool.purchases.push({ orderedAt: t - Math.round(pool.supplier.leadTimeMeanDays), arrivesAt: t, quantity: missing });
  }
  pool.onHand += received;
  pool.received.push(received);
  pool.opening.push(pool.onHand);
}

/** The evening of day t: the day's count, and on review days a purchase. */
export function closePool(pool: Pool, t: number, axis: Axis, demand: Demand, fills: readonly Fill[]): void {
  pool.closing.push(pool.onHand);
  pool.sold.push(at(pool.opening, t) - pool.onHand);
  const firstReview = pool.key.length % REVIEW_DAYS;
  if (t < 7 || t % REVIEW_DAYS !== firstReview) return;
  const lead = pool.supplier.leadTimeMeanDays;
  const rate = soldPerDay(pool, t) * seasonRatio(axis, demand, t, Math.round(lead));
  let position = pool.onHand;
  for (const purchase of pool.purchases) if (purchase.arrivesAt > t) position += purchase.quantity;
  const orderPoint = rate * (lead + REVIEW_DAYS + SAFETY_DAYS) + 1;
  if (position >= orderPoint) return;
  const carton = pool.isSlow ? SLOW_CARTON : pool.supplier.cartonUnits;
  const cartons = Math.ceil((orderPoint + rate * CYCLE_DAYS - position) / carton);
  order(pool, t, cartons * carton, fills);
}

function order(pool: Pool, t: number, quantity: number, fills: readonly Fill[]): void {
  const { leadTimeMeanDays, leadTimeSdDays } = pool.supplier;
  const late = pool.rng.chance(1 / 12) ? 1.6 : 1;
  const lead = Math.max(4, Math.round((leadTimeMeanDays + leadTimeSdDays * pool.rng.normal()) * late));
  let arrivesAt = t + lead;
  for (const fill of fills) {
    if (fill.pool !== pool.key || arrivesAt < fill.holdFrom) continue;
    if (fill.releaseAt === null) return;
    arrivesAt = Math.max(arrivesAt, fill.releaseAt);
  }
  pool.purchases.push({ orderedAt: t, arrivesAt, quantity });
}

function soldPerDay(pool: Pool, t: number): number {
  const from = Math.max(0, t - 27);
  let sum = 0;
  for (let i = from; i <= t; i += 1) sum += at(pool.sold, i);
  return sum / (t - from + 1);
}

function seasonRatio(axis: Axis, demand: Demand, t: number, lead: number): number {
  const ahead = seasonAt(demand.seasonIndices, axis.day(t + lead + 10));
  const behind = seasonAt(demand.seasonIndices, axis.day(t - 13));
  return power(ahead / behind, 0.8);
}

/** The purchases of a pool as dates. */
export function purchasesOf(pool: Pool, axis: Axis): Purchase[] {
  return pool.purchases.map(({ orderedAt, arrivesAt, quantity }) => ({
    pool: pool.key,
    supplier: pool.supplier.supplier,
    orderedOn: axis.day(orderedAt),
    arrivesOn: axis.day(arrivesAt),
    quantity,
  }));
}
