/**
 * What a shopper is asked to pay for a listing on each day.
 *
 * list price: the catalogue's, times planned changes (stories.ts), times one drawn change of −8 … +10 % for one listing in
 * four on Amazon. Asked price = list price less the deepest of: an event's discount (half the listings take part), a drawn
 * promotion week of 10 or 15 % (0–4 a listing on Amazon and Shopify). A promotion on Amazon is a lower price or, in one
 * case of three, a coupon, which the order file shows as a discount beside the full price.
 */
import type { Axis } from './days.js';
import type { DemoEvent } from './events.js';
import type { Listing } from './listings.js';
import { at, createRng, type Rng } from './rng.js';
import { PRICE_CHANGES, QUIET_SKUS } from './stories.js';

export interface PricePath {
  readonly listMinor: readonly number[];
  readonly askedMinor: readonly number[];
  /** The day's discount is a coupon (or a discount at the checkout), not a lower price. */
  readonly isCoupon: readonly boolean[];
}

interface Promotion {
  readonly from: number;
  readonly to: number;
  readonly ratio: number;
  readonly coupon: boolean;
}

export function pricePath(seed: number, axis: Axis, listing: Listing, events: readonly DemoEvent[]): PricePath {
  const rng = createRng(seed, `price/${listing.store}/${listing.key}`);
  const changes = listPriceChanges(rng, axis, listing);
  const promotions = [...eventPromotions(rng, axis, listing, events), ...drawnPromotions(rng, axis, listing)];
  const listMinor: number[] = [];
  const askedMinor: number[] = [];
  const isCoupon: boolean[] = [];
  for (let t = 0; t < axis.count; t += 1) {
    let list = listing.listPriceMinor;
    for (const change of changes) if (t >= change.from) list = roundPrice(list * change.factor);
    let best: Promotion | null = null;
    for (const promotion of promotions) {
      const runs = t >= promotion.from && t <= promotion.to;
      if (runs && (best === null || promotion.ratio > best.ratio)) best = promotion;
    }
    listMinor.push(list);
    askedMinor.push(best ? Math.round(list * (1 - best.ratio)) : list);
    isCoupon.push(best?.coupon ?? false);
  }
  return { listMinor, askedMinor, isCoupon };
}

function listPriceChanges(rng: Rng, axis: Axis, listing: Listing): { from: number; factor: number }[] {
  const planned = PRICE_CHANGES.filter((change) => change.code === listing.code && listing.store !== 'tmall');
  const draws = rng.chance(0.25);
  const factor = at([0.92, 0.95, 1.06, 1.1], rng.int(4));
  const day = 60 + rng.int(Math.max(1, axis.count - 120));
  if (planned.length > 0) {
    return planned.map((change) => ({ from: axis.count - 1 - change.daysBeforeLast, factor: change.factor }));
  }
  const isAmazon = listing.store === 'us' || listing.store === 'ca';
  return isAmazon && draws && !QUIET_SKUS.includes(listing.code) ? [{ from: day, factor }] : [];
}

function eventPromotions(rng: Rng, axis: Axis, listing: Listing, events: readonly DemoEvent[]): Promotion[] {
  const takesPart = rng.chance(0.5);
  return events
    .filter((event) => takesPart && event.discountRatio > 0 && event.stores.includes(listing.store))
    .map((event) => ({
      from: axis.indexOf(event.from),
      to: axis.indexOf(event.to),
      ratio: event.discountRatio,
      coupon: listing.store === 'tmall',
    }));
}

function drawnPromotions(rng: Rng, axis: Axis, listing: Listing): Promotion[] {
  const promotions: Promotion[] = [];
  const count = rng.int(5);
  for (let i = 0; i < count; i += 1) {
    const from = rng.int(axis.count - 20);
    const coupon = rng.chance(1 / 3) && (listing.store === 'us' || listing.store === 'ca');
    promotions.push({ from, to: from + 6, ratio: rng.chance(0.5) ? 0.1 : 0.15, coupon });
  }
  return listing.store === 'tmall' || QUIET_SKUS.includes(listing.code) ? [] : promotions;
}

/** To the next 10 cents: prices as sellers set them. */
function roundPrice(minor: number): number {
  return Math.round(minor / 10) * 10;
}
