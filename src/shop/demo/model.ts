/**
 * The demand model. For a listing on day t:
 *
 *   visits        λ(t) = baseSessions × growth ^ (t / 365) × weekday × season × event traffic × life(t)
 *   conversion    c(t) = baseConversion × (asked price / reference price) ^ −elasticity × event conversion
 *                        × competitors × buyBox / 0.97 × title, at most 0.6
 *   sessions      ~ Poisson(λ × G), G ~ Gamma(mean 1, shape = dispersion): negative binomial
 *   orders        ~ Binomial(sessions, c): negative binomial too, with mean λ c
 *   units         each order 1, 2, 3 or 4 units; E[q] = meanQuantity
 *   demand        organic orders + orders that ads bring (ads.ts); sold only as far as there is stock (supply.ts)
 *
 * season: twelve monthly indices of mean 1, a straight line between the middles of months. weekday: Amazon and Shopify
 * high on Sunday and Monday, Tmall on weekends. life: a launch is 0 before its day, then 1 − e^(−3 age / ramp); a dying
 * SKU halves every `halfLifeDays` once it declines; a dead one is 0. After an event demand is × 0.85 for `dipDays`.
 * Base visits and conversion are drawn so that λ c E[q] is the catalogue's rate within 15 %; ads come on top.
 *
 * Left out: common shocks of a whole shop, weather, reviews, the effect of a stock-out on later days.
 */
import type { Day } from '../../core/day.js';
import { weekday } from '../../core/day.js';
import type { Season } from './catalogue.js';
import type { Axis } from './days.js';
import type { DemoEvent } from './events.js';
import { exp, power } from './exactMath.js';
import type { Listing } from './listings.js';
import { type Market, NORMAL_BUY_BOX } from './market.js';
import type { PricePath } from './prices.js';
import { at, createRng, type Rng } from './rng.js';
import { BAD_BATCH, DEAD, DYING, LAUNCH, TITLE_CHANGE } from './stories.js';
import type { ListingTruth, StoreId } from './truth.js';

const MONTHS: Readonly<Record<Season, readonly number[]>> = {
  flat: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  gift: [0.75, 0.8, 0.8, 0.85, 1, 0.85, 0.8, 0.8, 0.85, 1, 1.45, 2.05],
  winter: [1.25, 1.15, 1, 0.9, 0.8, 0.72, 0.7, 0.75, 0.9, 1.1, 1.3, 1.43],
  summer: [0.45, 0.5, 0.7, 1, 1.45, 1.9, 2, 1.7, 1, 0.6, 0.35, 0.35],
  dark: [1.15, 1, 0.9, 0.8, 0.7, 0.65, 0.7, 0.8, 1.05, 1.3, 1.45, 1.5],
  advent: [0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.15, 0.8, 2.2, 6, 2.7],
  festival: [1.7, 0.9, 0.8, 0.9, 1, 0.9, 0.8, 1.3, 1.7, 0.8, 0.7, 0.7],
};
const WEEKDAYS: Readonly<Record<StoreId, readonly number[]>> = {
  us: [1.12, 1.1, 1.02, 0.98, 0.95, 0.88, 0.95],
  ca: [1.12, 1.1, 1.02, 0.98, 0.95, 0.88, 0.95],
  web: [1.18, 1.05, 0.98, 0.95, 0.98, 0.86, 1],
  tmall: [1.14, 0.92, 0.93, 0.94, 0.95, 0.98, 1.14],
};
const CONVERSION: Readonly<Record<StoreId, readonly [number, number]>> = {
  us: [0.06, 0.14],
  ca: [0.05, 0.1],
  web: [0.02, 0.04],
  tmall: [0.03, 0.06],
};
const POST_EVENT_DIP = 0.85;
export const QUANTITY_WEIGHTS = [0.91, 0.07, 0.015, 0.005];
export const BULK_QUANTITY_WEIGHTS = [0.78, 0.16, 0.04, 0.02];

export interface Demand extends Omit<ListingTruth, 'daily' | 'listing' | 'sku' | 'family' | 'pool' | 'currency' | 'store'> {
  /** λ and c of every day. */
  readonly visits: readonly number[];
  readonly conversion: readonly number[];
  /** c(t) / baseConversion: what the day does to any conversion of this listing, an ad's too. */
  readonly conversionFactor: readonly number[];
  readonly buyBox: readonly number[];
}

/** The parameters of a listing, drawn from the seed, and what they give on every day. */
export function createDemand(
  seed: number,
  axis: Axis,
  listing: Listing,
  prices: PricePath,
  events: readonly DemoEvent[],
  market: Market,
): Demand {
  const rng = createRng(seed, `demand/${listing.store}/${listing.key}`);
  const parameters = drawParameters(rng, axis, listing);
  const factors = dailyFactors(axis, listing, parameters, events);
  const rivals = market.conversionFactor(listing, parameters.crossElasticity);
  const buyBox = market.buyBox(listing) ?? axis.days.map(() => NORMAL_BUY_BOX);
  const titleDay = axis.count - 1 - TITLE_CHANGE.daysBeforeLast;
  const conversionFactor = axis.days.map((_, t) => {
    const price = power(at(prices.askedMinor, t) / parameters.referencePriceMinor, -parameters.elasticity);
    const title = parameters.titleChange && t >= titleDay ? parameters.titleChange.conversionUplift : 1;
    const box = at(buyBox, t) / NORMAL_BUY_BOX;
    return price * at(factors.conversion, t) * (rivals ? at(rivals, t) : 1) * box * title;
  });
  return {
    ...parameters,
    buyBox,
    conversionFactor,
    visits: factors.traffic.map((factor) => parameters.baseSessions * factor),
    conversion: conversionFactor.map((factor) => Math.min(0.6, parameters.baseConversion * factor)),
  };
}

type Parameters = Omit<Demand, 'visits' | 'conversion' | 'conversionFactor' | 'buyBox'>;

function drawParameters(rng: Rng, axis: Axis, listing: Listing): Parameters {
  const [low, high] = at2(CONVERSION, listing.store);
  const baseConversion = round(rng.between(low, high), 5);
  const weights = listing.family.bulk ? BULK_QUANTITY_WEIGHTS : QUANTITY_WEIGHTS;
  const meanQuantity = weights.reduce((sum, weight, i) => sum + weight * (i + 1), 0);
  const isSlow = listing.ratePerDay < 0.15;
  const season = seasonOf(listing);
  const changesTitle = listing.code === TITLE_CHANGE.sku && listing.store === 'us';
  return {
    demandClass: demandClassOf(listing),
    baseConversion,
    baseSessions: round((listing.ratePerDay / baseConversion / meanQuantity) * rng.between(0.85, 1.15), 4),
    referencePriceMinor: listing.listPriceMinor,
    elasticity: round(rng.between(0.9, 2.6), 3),
    crossElasticity: round(rng.between(0.2, 0.6), 3),
    growthPerYear: round(rng.between(-0.1, 0.35), 3),
    season,
    seasonIndices: normalised(MONTHS[season]),
    weekdayIndices: normalised(WEEKDAYS[listing.store]),
    dispersion: round(isSlow ? rng.between(0.8, 2.5) : rng.between(5, 20), 3),
    meanQuantity: round(meanQuantity, 4),
    returnRate: listing.family.returnRate,
    titleChange: changesTitle
      ? { day: axis.day(axis.count - 1 - TITLE_CHANGE.daysBeforeLast), conversionUplift: TITLE_CHANGE.conversionUplift }
      : null,
  };
}

function seasonOf(listing: Listing): Season {
  return listing.store === 'tmall' && listing.code.startsWith('TEA-GIFT') ? 'festival' : listing.family.season;
}

function demandClassOf(listing: Listing): ListingTruth['demandClass'] {
  if (listing.code === LAUNCH.code) return 'launch';
  if (listing.code === DYING.code) return 'dying';
  if (listing.code === DEAD.code) return 'dead';
  return listing.ratePerDay < 0.15 ? 'slow' : 'regular';
}

function dailyFactors(axis: Axis, listing: Listing, parameters: Parameters, events: readonly DemoEvent[]) {
  const own = events
    .filter((event) => event.stores.includes(listing.store))
    .filter((event) => event.seasons === null || event.seasons.includes(parameters.season))
    .map((event) => ({ event, from: axis.indexOf(event.from), to: axis.indexOf(event.to) }));
  const traffic: number[] = [];
  const conversion: number[] = [];
  for (let t = 0; t < axis.count; t += 1) {
    const day = at(axis.days, t);
    let visits = power(1 + parameters.growthPerYear, t / 365) * at(parameters.weekdayIndices, weekday(day));
    visits *= seasonAt(parameters.seasonIndices, day) * lifeAt(listing, axis.count - 1, t);
    let buys = 1;
    for (const { event, from, to } of own) {
      if (t >= from && t <= to) {
        visits *= event.trafficUplift;
        buys *= event.conversionUplift;
      } else if (t > to && t <= to + event.dipDays) visits *= POST_EVENT_DIP;
    }
    traffic.push(visits);
    conversion.push(buys);
  }
  return { traffic, conversion };
}

/** The seasonal index of a day: a straight line between the middles (the 15th) of two months. */
export function seasonAt(indices: readonly number[], day: Day): number {
  const month = Number(day.slice(5, 7)) - 1;
  const position = (Number(day.slice(8, 10)) - 15) / 30.5;
  const other = at(indices, (month + (position < 0 ? 11 : 1)) % 12);
  const share = Math.min(1, Math.abs(position));
  return at(indices, month) * (1 - share) + other * share;
}

function lifeAt(listing: Listing, last: number, t: number): number {
  if (listing.code === LAUNCH.code) {
    const age = t - (last - LAUNCH.daysBeforeLast);
    return age < 0 ? 0 : 1 - exp((-3 * (age + 1)) / LAUNCH.rampDays);
  }
  if (listing.code === DYING.code) {
    const age = Math.max(0, t - (last - DYING.declineDays));
    return power(0.5, age / DYING.halfLifeDays);
  }
  return listing.code === DEAD.code && t > last - DEAD.daysBeforeLast ? 0 : 1;
}

/** The share of a listing's units that comes back, of those sold on day t. */
export function returnRateAt(listing: Listing, last: number, t: number): number {
  const isBad = listing.code === BAD_BATCH.code && t >= last - BAD_BATCH.daysBeforeLast;
  return listing.family.returnRate * (isBad ? BAD_BATCH.factor : 1);
}

function normalised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => round(value / mean, 6));
}

function round(value: number, digits: number): number {
  const scale = Number(`1e${digits}`);
  return Math.round(value * scale) / scale;
}

function at2<T>(record: Readonly<Record<StoreId, T>>, store: StoreId): T {
  return record[store];
}
