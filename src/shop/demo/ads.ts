/**
 * What the search terms bring on a day.
 *
 *   clicks       ~ Poisson(clicksPerDay × the SKU's traffic that day × buyBox / 0.97); none while the SKU is out of stock
 *   orders       ~ Binomial(clicks that count, cvr × what the day does to the SKU's conversion)
 *   when         the order comes 0–6 days after the click (62, 14, 8, 6, 4, 3, 3 %); reports credit it to the day of the click,
 *                so a day's sales keep growing for a week: the late restatement
 *   what         in one case of ten another variant of the same family (a "halo" sale)
 *   cost         cost per click × 0.8 … 1.2, in whole cents; 2 % of clicks turn out invalid and are taken back 3 days later
 */
import type { Listing } from './listings.js';
import { NORMAL_BUY_BOX } from './market.js';
import type { Demand } from './model.js';
import { at, type Rng } from './rng.js';
import type { SearchTermTruth } from './truth.js';

const ORDER_DELAY_WEIGHTS = [0.62, 0.14, 0.08, 0.06, 0.04, 0.03, 0.03];
const HALO_RATIO = 0.1;
const INVALID_CLICK_RATIO = 0.02;
/** Ads began a month after the demo's first day. */
const ADS_BEGIN = 30;

/** A search term with the listing it advertises and those that its shoppers may buy instead. */
export interface AdTerm {
  readonly index: number;
  readonly truth: SearchTermTruth;
  readonly listing: number;
  readonly siblings: readonly number[];
}

interface TermDay {
  readonly clicks: number;
  readonly invalidClicks: number;
  readonly impressions: number;
  readonly spendMinor: number;
  /** Orders that the clicks lead to: how many days later, and of which listing. */
  readonly orders: readonly { readonly delay: number; readonly listing: number }[];
}

export function adTerms(terms: readonly SearchTermTruth[], listings: readonly Listing[]): AdTerm[] {
  return terms.map((truth, index) => {
    const own = listings.find((listing) => listing.store === 'us' && listing.code === truth.sku) as Listing;
    const siblings = listings.filter((l) => l.store === 'us' && l.family === own.family && l !== own && l.family.code !== 'LAMP');
    return { index, truth, listing: own.index, siblings: siblings.map((l) => l.index) };
  });
}

/** Mean clicks of a term on day t, when its SKU is in stock. */
function meanClicks(term: AdTerm, demand: Demand, t: number): number {
  if (t < ADS_BEGIN) return 0;
  const traffic = at(demand.visits, t) / demand.baseSessions;
  return term.truth.clicksPerDay * traffic * (at(demand.buyBox, t) / NORMAL_BUY_BOX);
}

/** Orders per click on day t. */
function clickConversion(term: AdTerm, demand: Demand, t: number): number {
  return Math.min(0.8, term.truth.cvr * at(demand.conversionFactor, t));
}

/** Draws a term's day, or null without a click (then reports have no row either). */
export function drawTermDay(rng: Rng, term: AdTerm, demand: Demand, t: number): TermDay | null {
  const mean = meanClicks(term, demand, t);
  const clicks = rng.poisson(mean);
  if (clicks === 0) return null;
  const invalidClicks = rng.binomial(clicks, INVALID_CLICK_RATIO);
  let spendMinor = 0;
  for (let i = 0; i < clicks; i += 1) spendMinor += Math.max(2, Math.round(term.truth.cpcMinor * rng.between(0.8, 1.2)));
  const count = rng.binomial(clicks - invalidClicks, clickConversion(term, demand, t));
  const orders = Array.from({ length: count }, () => {
    const delay = rng.weighted(ORDER_DELAY_WEIGHTS);
    const isHalo = rng.chance(HALO_RATIO) && term.siblings.length > 0;
    return { delay, listing: isHalo ? rng.pick(term.siblings) : term.listing };
  });
  const unclicked = rng.poisson(mean * (1 / term.truth.ctr - 1));
  return { clicks, invalidClicks, impressions: clicks + unclicked, spendMinor, orders };
}

/** Adds to `expected[listing][t]` the units that ads bring on average, spread over the days after the click. */
export function addExpectedAdDemand(terms: readonly AdTerm[], demands: readonly Demand[], expected: number[][]): void {
  for (const term of terms) {
    const demand = at(demands, term.listing);
    const days = demand.visits.length;
    const haloShare = term.siblings.length > 0 ? HALO_RATIO : 0;
    const targets = [
      { listing: term.listing, share: 1 - haloShare },
      ...term.siblings.map((listing) => ({ listing, share: haloShare / term.siblings.length })),
    ];
    for (let t = 0; t < days; t += 1) {
      const orders = meanClicks(term, demand, t) * (1 - INVALID_CLICK_RATIO) * clickConversion(term, demand, t);
      if (orders === 0) continue;
      for (const { listing, share } of targets) {
        const units = orders * share * at(demands, listing).meanQuantity;
        const row = at(expected, listing);
        ORDER_DELAY_WEIGHTS.forEach((weight, delay) => {
          if (t + delay < days) row[t + delay] = at(row, t + delay) + units * weight;
        });
      }
    }
  }
}
