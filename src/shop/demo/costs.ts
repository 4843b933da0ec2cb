/**
 * What the demo seller's goods cost, landed in the warehouse, in US dollars: goods by the catalogue, freight by weight, duty by supplier. Harbor Electric
 * is 6 % dearer since 150 days, Lin Ceramics 4 % since 60. Of three SKUs the deliveries are kept, each at a price of its own.
 *
 * `costs.csv` is the seller's own list of them, with gaps (stories to find in `eco products costs list --missing`); `rates.csv` the exchange rates, made up.
 */
import type { Day } from '../../core/day.js';
import { weekday } from '../../core/day.js';
import type { SupplierKey } from './catalogue.js';
import type { Axis } from './days.js';
import { csv, money, utf8 } from './encode.js';
import type { Listing } from './listings.js';
import { at, createRng } from './rng.js';
import type { World } from './world.js';

const RISES: Readonly<Partial<Record<SupplierKey, { daysBeforeLast: number; factor: number }>>> = {
  electric: { daysBeforeLast: 150, factor: 1.06 },
  ceramics: { daysBeforeLast: 60, factor: 1.04 },
};
const DUTY: Readonly<Record<SupplierKey, number>> = { ceramics: 0.06, electric: 0.027, tea: 0, paper: 0.02, glass: 0.05 };
/** Deliveries are kept one by one. */
const BATCHED = ['KETTLE-17', 'MUG-4-BLUE', 'TEA-EARL-100'];
const BATCH_DAYS = 240;
/** Nobody has looked up yet what these cost. */
export const WITHOUT_COST = ['LAMP-4', 'JAR-3', 'JAR-5', 'TEA-GIFT-6'];
const RATES: readonly (readonly [code: string, start: number])[] = [
  ['CAD', 1.3725],
  ['CNY', 7.1042],
];

export interface UnitCost {
  readonly goodsMinor: number;
  readonly freightMinor: number;
  readonly dutyMinor: number;
}

export interface CostStep extends UnitCost {
  /** First day it holds for; null: always. */
  readonly from: Day | null;
  /** Of a delivery to Amazon. */
  readonly batch: { readonly quantity: number; readonly number: string } | null;
}

export function landedMinor({ goodsMinor, freightMinor, dutyMinor }: UnitCost): number {
  return goodsMinor + freightMinor + dutyMinor;
}

function costOf(listing: Listing, factor: number): UnitCost {
  const { supplier, grams } = listing.family;
  const goodsMinor = Math.round(listing.variant[3] * 100 * factor);
  return { goodsMinor, freightMinor: 12 + Math.round(grams * 0.06), dutyMinor: Math.round(goodsMinor * DUTY[supplier]) };
}

/** The prices of a SKU in the order of their days; `batches`: with the deliveries to Amazon. */
export function costSteps(world: Pick<World, 'axis' | 'pools'>, listing: Listing, batches: boolean): CostStep[] {
  const { axis } = world;
  const rise = RISES[listing.family.supplier];
  const base = { ...costOf(listing, 1), from: null, batch: null };
  const risen =
    rise === undefined ? [] : [{ ...costOf(listing, rise.factor), from: axis.day(axis.count - 1 - rise.daysBeforeLast), batch: null }];
  if (!batches || !BATCHED.includes(listing.code)) return [base, ...risen];
  const since = axis.count - 1 - BATCH_DAYS;
  const arrived = (world.pools.get(`fba:${listing.code}`)?.purchases ?? [])
    .filter(({ arrivesAt }) => arrivesAt >= since && arrivesAt < axis.count)
    .sort((a, b) => a.arrivesAt - b.arrivesAt || a.orderedAt - b.orderedAt);
  const delivered = arrived.map(({ arrivesAt, orderedAt, quantity }, i) => {
    const number = `PO-${101 + i}`;
    const rng = createRng(0, `batch/${listing.code}/${orderedAt}/${i}`);
    const isDearer = rise !== undefined && arrivesAt >= axis.count - 1 - rise.daysBeforeLast;
    return {
      ...costOf(listing, rng.between(0.97, 1.03) * (isDearer ? rise.factor : 1)),
      from: axis.day(arrivesAt),
      batch: { quantity, number },
    };
  });
  return [base, ...risen, ...delivered].sort(
    (a, b) => compare(a.from ?? '', b.from ?? '') || compare(a.batch?.number ?? '', b.batch?.number ?? ''),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a unit costs on each day: the last price that holds by then. */
export function unitCostMinor(axis: Axis, steps: readonly CostStep[]): number[] {
  return axis.days.map((day) => landedMinor(steps.filter(({ from }) => from === null || from <= day).at(-1) as CostStep));
}

export function hasBatches(listing: Listing): boolean {
  return listing.store === 'us' && BATCHED.includes(listing.code);
}

/** The seller's own list: a price counts in every shop that has the SKU, a delivery in the one it went to. */
export function costFile(world: World): Uint8Array {
  const header = 'sku,store,cost,freight,duty,currency,from,quantity,batch'.split(',');
  const codes = new Map<string, Listing>();
  for (const listing of world.listings) {
    // Shopify names some variants by no SKU, and two by the same.
    const isNamed = listing.store !== 'web' || listing.sku === listing.code;
    if (isNamed && !WITHOUT_COST.includes(listing.code) && !codes.has(listing.code)) codes.set(listing.code, listing);
  }
  const rows = [...codes.values()].flatMap((listing) =>
    costSteps(world, listing, true).map(({ goodsMinor, freightMinor, dutyMinor, from, batch }) => [
      ...[listing.code, batch === null ? '' : 'us', money(goodsMinor), money(freightMinor), money(dutyMinor), 'USD'],
      ...[from ?? '', batch === null ? '' : String(batch.quantity), batch?.number ?? ''],
    ]),
  );
  return utf8(csv([header, ...rows]));
}

/** US dollars in the other shops' currencies, on working days. */
export function rateFile(world: World): Uint8Array {
  const rng = createRng(world.truth.seed, 'rates');
  let now = RATES.map(([, start]) => start);
  const rows = world.axis.days.flatMap((day) => {
    if (weekday(day) === 0 || weekday(day) === 6) return [];
    now = now.map((rate, i) => rate * (1 + rng.between(-0.003, 0.003)) * 0.98 + at(RATES, i)[1] * 0.02);
    return RATES.map(([code], i) => [day, 'USD', code, at(now, i).toFixed(4)]);
  });
  return utf8(csv(['day,from,to,rate'.split(','), ...rows]));
}
