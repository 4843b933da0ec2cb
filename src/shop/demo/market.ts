/**
 * Competitors on Amazon.com, per day.
 *
 * Substitutes (two for each SKU that sells more than one a day): a price that starts 12 % below to 15 % above ours and
 * moves by −8 … +8 % about every 45 days, kept within 30 % of its start. Our conversion is multiplied by
 * (cheapest substitute today / cheapest on the first day) ^ crossElasticity.
 *
 * Resellers on our own listing (KETTLE-17 and two more) compete for the buy box:
 * buyBox = max(0.15, 0.97 − 5.4 × max(0, ours / theirs − 1)): at 27.50 against 24.90 that is 0.41. Conversion is
 * multiplied by buyBox / 0.97. Besides the planned undercut the two others have two drawn ones of 3–8 days each.
 */
import type { Axis } from './days.js';
import { power } from './exactMath.js';
import type { Listing } from './listings.js';
import { at, createRng, type Rng } from './rng.js';
import { QUIET_SKUS, UNDERCUT } from './stories.js';
import type { CompetitorTruth } from './truth.js';

export const NORMAL_BUY_BOX = 0.97;
const RESOLD = [UNDERCUT.sku, 'FILTER-100', 'INFUSER-BASKET'];
const NAMES = ['Boilmaster', 'Hearthline', 'Brewton', 'Leaf & Lid', 'Kitchen Alder', 'Northcup', 'Steepwell', 'Oak Pantry'];

export interface Market {
  readonly competitors: readonly CompetitorTruth[];
  /** Per day: what competitors do to a listing's conversion, the buy box left out. */
  conversionFactor(listing: Listing, crossElasticity: number): readonly number[] | null;
  buyBox(listing: Listing): readonly number[] | null;
}

/** Offers on every day, drawn from the seed; `listPriceMinor` is ours. */
export function createMarket(
  seed: number,
  axis: Axis,
  listings: readonly Listing[],
  askedMinor: (listing: Listing) => readonly number[],
): Market {
  const competitors: CompetitorTruth[] = [];
  for (const listing of listings) {
    if (listing.store !== 'us') continue;
    const rng = createRng(seed, `market/${listing.key}`);
    if (listing.ratePerDay >= 1) competitors.push(...substitutes(rng, axis, listing));
    if (RESOLD.includes(listing.code)) competitors.push(reseller(rng, axis, listing, askedMinor(listing)));
  }
  const of = (listing: Listing, kind: CompetitorTruth['kind']) =>
    listing.store === 'us' ? competitors.filter((c) => c.sku === listing.code && c.kind === kind) : [];
  return {
    competitors,
    conversionFactor: (listing, crossElasticity) => {
      const rivals = of(listing, 'substitute');
      if (rivals.length === 0) return null;
      const cheapest = axis.days.map((_, t) => Math.min(...rivals.map((rival) => at(rival.priceMinor, t))));
      return cheapest.map((price) => power(price / at(cheapest, 0), crossElasticity));
    },
    buyBox: (listing) => {
      const rival = of(listing, 'reseller')[0];
      if (!rival) return null;
      return askedMinor(listing).map((ours, t) => buyBoxRatio(ours / at(rival.priceMinor, t)));
    },
  };
}

function buyBoxRatio(priceRatio: number): number {
  return Math.max(0.15, NORMAL_BUY_BOX - 5.4 * Math.max(0, priceRatio - 1));
}

function substitutes(rng: Rng, axis: Axis, listing: Listing): CompetitorTruth[] {
  const first = rng.int(NAMES.length);
  return [0, 1].map((i) => {
    const start = listing.listPriceMinor * rng.between(0.88, 1.15);
    let level = start;
    const priceMinor = axis.days.map(() => {
      const moves = rng.chance(1 / 45);
      const step = rng.between(0.92, 1.08);
      if (moves && !QUIET_SKUS.includes(listing.code)) level = clamp(level * step, start * 0.7, start * 1.3);
      return Math.floor(level / 100) * 100 + 99;
    });
    const competitor = `${at(NAMES, (first + i) % NAMES.length)} ${listing.family.title}`;
    return { competitor, sku: listing.code, kind: 'substitute' as const, priceMinor };
  });
}

function reseller(rng: Rng, axis: Axis, listing: Listing, ours: readonly number[]): CompetitorTruth {
  const lows: { from: number; to: number; priceRatio: number }[] = [];
  for (let i = 0; i < 2; i += 1) {
    const from = 30 + rng.int(axis.count - 90);
    lows.push({ from, to: from + 2 + rng.int(6), priceRatio: rng.between(0.88, 0.95) });
  }
  const isPlanned = listing.code === UNDERCUT.sku;
  const priceMinor = ours.map((price, t) => {
    if (isPlanned) return t >= axis.count - 1 - UNDERCUT.daysBeforeLast ? UNDERCUT.theirPriceMinor : price + 140;
    const low = lows.find((episode) => t >= episode.from && t <= episode.to);
    return low ? Math.round(price * low.priceRatio) : price + 60;
  });
  return { competitor: 'Dockside Deals', sku: listing.code, kind: 'reseller', priceMinor };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
