/**
 * Draws the whole demo world of a seed: listings, prices, demand, ads and supply, run day by day, and the truth about it.
 */
import type { Day } from '../../core/day.js';
import { createSearchTerms } from './adPlan.js';
import { addExpectedAdDemand, adTerms } from './ads.js';
import { type Axis, createAxis, monthStart } from './days.js';
import { eventsOf } from './events.js';
import { createListings, type Listing } from './listings.js';
import { createMarket } from './market.js';
import { createDemand, type Demand } from './model.js';
import { moneyTruth } from './moneyTruth.js';
import { type PricePath, pricePath } from './prices.js';
import { at } from './rng.js';
import { type ListingCounts, simulate } from './simulate.js';
import { DEAD, LAUNCH, supplyStories } from './stories.js';
import { createPools, createSuppliers, type Fill, type Pool, purchasesOf, sumFrom } from './supply.js';
import type { DemoTruth, ListingTruth } from './truth.js';

export interface World {
  readonly axis: Axis;
  readonly listings: readonly Listing[];
  readonly prices: readonly PricePath[];
  readonly pools: ReadonlyMap<string, Pool>;
  readonly truth: DemoTruth;
}

/** Everything that happened in the 18 months up to `lastDay`. */
export function createWorld(seed: number, lastDay: Day): World {
  const axis = createAxis(lastDay);
  const events = eventsOf(axis);
  const listings = createListings();
  const prices = listings.map((listing) => pricePath(seed, axis, listing, events));
  const market = createMarket(seed, axis, listings, (listing) => at(prices, listing.index).askedMinor);
  const demands = listings.map((listing) => createDemand(seed, axis, listing, at(prices, listing.index), events, market));
  const usListing = (sku: string) => listings.find((listing) => listing.store === 'us' && listing.code === sku) as Listing;
  const searchTerms = createSearchTerms(seed, usListing, (sku) => at(demands, usListing(sku).index).baseConversion);
  const terms = adTerms(searchTerms, listings);
  const expected = demands.map((demand) => demand.visits.map((visits, t) => visits * at(demand.conversion, t) * demand.meanQuantity));
  addExpectedAdDemand(terms, demands, expected);
  const suppliers = createSuppliers(seed);
  const pools = createPools(seed, listings, expected, suppliers);
  const { orders, adDays, counts } = simulate({ seed, axis, listings, prices, demands, pools, fills: fillsOf(axis, pools), terms });
  const truth: Omit<DemoTruth, 'money'> = {
    seed,
    days: axis.days,
    events,
    listings: listings.map((listing) =>
      listingTruth(listing, at(demands, listing.index), at(prices, listing.index), at(expected, listing.index), at(counts, listing.index)),
    ),
    pools: [...pools.values()].map(({ key, supplier, opening, closing, received }) => ({
      pool: key,
      supplier: supplier.supplier,
      opening,
      closing,
      received,
    })),
    suppliers: Object.values(suppliers),
    purchases: [...pools.values()].flatMap((pool) => purchasesOf(pool, axis)),
    competitors: market.competitors,
    searchTerms,
    adDays,
    orders,
  };
  const world = { axis, listings, prices, pools };
  return { ...world, truth: { ...truth, money: moneyTruth({ ...world, truth: { ...truth, money: [] } }) } };
}

function fillsOf(axis: Axis, pools: ReadonlyMap<string, Pool>): Fill[] {
  const last = axis.count - 1;
  const fills: Fill[] = supplyStories(last, lastJuly(axis)).map((story) => ({
    pool: story.pool,
    day: story.start,
    units: Math.round(sumFrom(pools.get(story.pool)?.expected ?? [], story.start, story.coverDays)),
    holdFrom: story.holdFrom,
    releaseAt: story.resume,
  }));
  fills.push({
    pool: `fba:${DEAD.code}`,
    day: last - DEAD.daysBeforeLast,
    units: DEAD.units,
    holdFrom: last - DEAD.daysBeforeLast - 30,
    releaseAt: null,
  });
  for (const pool of pools.values()) {
    if (!pool.key.endsWith(`:${LAUNCH.code}`)) continue;
    const start = last - LAUNCH.daysBeforeLast;
    fills.push({
      pool: pool.key,
      day: start - 2,
      units: Math.ceil(sumFrom(pool.expected, start, 50)),
      holdFrom: axis.count * 2,
      releaseAt: null,
    });
  }
  return fills;
}

/** The index of 1 July of the last July that is over (its stock-out too) and lies late enough in the demo; else null. */
function lastJuly(axis: Axis): number | null {
  for (let year = Number(axis.last.slice(0, 4)); ; year -= 1) {
    const index = axis.indexOf(monthStart(`${year}-07-01` as Day));
    if (index < 60) return null;
    if (index + 40 < axis.count) return index;
  }
}

function listingTruth(
  listing: Listing,
  demand: Demand,
  prices: PricePath,
  expected: readonly number[],
  counts: ListingCounts,
): ListingTruth {
  const { visits: _visits, conversion: _conversion, conversionFactor: _factor, buyBox, ...parameters } = demand;
  return {
    store: listing.store,
    listing: listing.key,
    sku: listing.sku,
    family: listing.family.code,
    pool: listing.pool,
    currency: listing.currency,
    ...parameters,
    daily: {
      priceMinor: prices.askedMinor,
      listPriceMinor: prices.listMinor,
      buyBoxRatio: buyBox.map((ratio) => Math.round(ratio * 1e4) / 1e4),
      expectedDemand: expected.map((units) => Math.round(units * 1e6) / 1e6),
      ...counts,
    },
  };
}
