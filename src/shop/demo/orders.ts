/**
 * From what shoppers wanted on a day to orders with a life: number, moment, payment, shipping, cancellation, returns.
 *
 * Lines of a shop join into one order with a probability per shop (Amazon 7 %, Shopify 30 %, Tmall 15 %). Cancelled before
 * they leave: Amazon 2 %, Shopify 1.2 %; never paid: Tmall 5 %. A return comes 5–24 days after the order; what comes back
 * is not sold again. Discounts are the line's: a coupon on Amazon, an event's discount on Tmall, a code on Shopify (8 % of
 * orders, 10 %).
 */
import type { Axis } from './days.js';
import { instantOf } from './days.js';
import type { Listing } from './listings.js';
import { returnRateAt } from './model.js';
import type { PricePath } from './prices.js';
import { at, type Rng } from './rng.js';
import type { DemoOrder, DemoOrderLine, ReturnReason, StoreId } from './truth.js';

const JOIN: Readonly<Record<StoreId, number>> = { us: 0.07, ca: 0.05, web: 0.3, tmall: 0.15 };
export const CANCEL: Readonly<Record<StoreId, number>> = { us: 0.02, ca: 0.02, web: 0.012, tmall: 0.05 };
const HOURS = [1, 1, 2, 3, 4, 5, 6, 6, 6, 6, 5, 5, 5, 6, 7, 8, 8, 7, 5, 3];
const HOUR = 3600;

export interface Want {
  readonly listing: number;
  readonly quantity: number;
  /** The click that led to it: where the sale is credited. */
  readonly credit: { readonly term: number; readonly day: number } | null;
}

/** The wants of one shop, some joined into one order of several listings. */
export function groupWants(rng: Rng, store: StoreId, wants: readonly Want[]): Want[][] {
  const groups: Want[][] = [];
  for (const want of wants) {
    const last = groups.at(-1);
    const joins = rng.chance(JOIN[store]);
    if (joins && last && last.length < 5 && !last.some((other) => other.listing === want.listing)) last.push(want);
    else groups.push([want]);
  }
  return groups;
}

export interface OrderContext {
  readonly axis: Axis;
  readonly listings: readonly Listing[];
  readonly prices: readonly PricePath[];
  readonly rng: Rng;
  readonly ids: OrderIds;
}

/** An order of these wants on day t. */
export function createOrder(context: OrderContext, store: StoreId, t: number, wants: readonly Want[], cancelled: boolean): DemoOrder {
  const { rng, axis, listings } = context;
  const createdAt = momentOf(rng, axis, store, t);
  const discountCode = store === 'web' && rng.chance(0.08) ? 'WELCOME10' : null;
  const life = drawLife(rng, store, createdAt, cancelled);
  const lines = wants.map((want) => createLine(context, want, t, discountCode !== null, life.cancelledAt !== null));
  const isDeliveredByAmazon = store === 'web' && wants.some((want) => at(listings, want.listing).fulfilment === 'amazon');
  return {
    store,
    id: '',
    day: t,
    createdAt,
    ...life,
    business: (store === 'us' || store === 'ca') && rng.chance(0.03),
    buyer: context.ids.buyer(rng, store),
    discountCode,
    deliveryId: isDeliveredByAmazon ? context.ids.amazon(rng, 'S01') : null,
    lines,
  };
}

function momentOf(rng: Rng, axis: Axis, store: StoreId, t: number): number {
  const hours = store === 'ca' ? HOURS.slice(0, 16) : HOURS;
  const second = (4 + rng.weighted(hours)) * HOUR + rng.int(HOUR);
  return instantOf(at(axis.days, t), second, store === 'tmall' ? 'shanghai' : 'pacific');
}

function drawLife(rng: Rng, store: StoreId, createdAt: number, cancelled: boolean) {
  const hours = (low: number, high: number) => Math.round(rng.between(low, high) * HOUR);
  if (store === 'tmall') {
    const paidAt = createdAt + 8 + rng.int(900);
    if (cancelled) return { paidAt: null, shippedAt: null, cancelledAt: createdAt + 24 * HOUR };
    return { paidAt, shippedAt: paidAt + hours(6, 44), cancelledAt: null };
  }
  const pending = store === 'web' ? 1 + rng.int(60) : rng.chance(0.8) ? hours(0.5, 8) : hours(8, 34);
  const paidAt = createdAt + pending;
  if (cancelled) return { paidAt: store === 'web' ? paidAt : null, shippedAt: null, cancelledAt: createdAt + pending + hours(0.2, 60) };
  return { paidAt, shippedAt: paidAt + (store === 'web' ? hours(8, 64) : hours(3, 40)), cancelledAt: null };
}

function createLine(context: OrderContext, want: Want, t: number, hasCode: boolean, cancelled: boolean): DemoOrderLine {
  const { rng, axis, listings, prices } = context;
  const listing = at(listings, want.listing);
  const path = at(prices, want.listing);
  const unitPriceMinor = at(path.isCoupon, t) ? at(path.listMinor, t) : at(path.askedMinor, t);
  const coupon = (unitPriceMinor - at(path.askedMinor, t)) * want.quantity;
  const discountMinor = coupon + (hasCode ? Math.round(unitPriceMinor * want.quantity * 0.1) : 0);
  const last = axis.count - 1;
  const quantity = rng.binomial(want.quantity, returnRateAt(listing, last, t));
  const day = t + 5 + rng.int(20);
  const reason = returnReason(rng, listing, last, t);
  const amountMinor = Math.round(((unitPriceMinor * want.quantity - discountMinor) * quantity) / want.quantity);
  const returned = quantity === 0 || cancelled || day > last ? null : { day, quantity, amountMinor, reason };
  return { listing: want.listing, quantity: want.quantity, unitPriceMinor, discountMinor, returned };
}

function returnReason(rng: Rng, listing: Listing, last: number, t: number): ReturnReason {
  const isBad = returnRateAt(listing, last, t) > listing.family.returnRate;
  const fragile = listing.family.supplier === 'ceramics' || listing.family.supplier === 'glass';
  const weights = isBad ? [9, 0.2, 0.5, 0.2, 0.1] : [2, fragile ? 4 : 1, 2, 3, 1];
  const reasons = ['DEFECTIVE', 'DAMAGED_BY_CARRIER', 'NOT_AS_DESCRIBED', 'UNWANTED_ITEM', 'ORDERED_WRONG_ITEM'] as const;
  return at(reasons, rng.weighted(weights));
}

/** Hands out order numbers, each once, and buyers, some of whom come back. */
interface OrderIds {
  amazon(rng: Rng, prefix: string): string;
  /** Numbers the day's orders of a shop in the order in which they were placed. */
  number(rng: Rng, orders: DemoOrder[]): DemoOrder[];
  buyer(rng: Rng, store: StoreId): number;
}

export function createOrderIds(): OrderIds {
  const used = new Set<string>();
  const buyers: Record<StoreId, number> = { us: 0, ca: 0, web: 0, tmall: 0 };
  const counters = { web: 1000, tmall: 481_200_000_000 };
  const digits = (rng: Rng) => String(rng.int(10_000_000)).padStart(7, '0');
  const amazon = (rng: Rng, prefix: string): string => {
    for (;;) {
      const id = `${prefix}-${digits(rng)}-${digits(rng)}`;
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
  const idOf = (rng: Rng, order: DemoOrder): string => {
    if (order.store === 'us') return amazon(rng, at(['111', '112', '113', '114'], rng.int(4)));
    if (order.store === 'ca') return amazon(rng, at(['701', '702'], rng.int(2)));
    if (order.store === 'web') {
      counters.web += 1;
      return `#${counters.web}`;
    }
    counters.tmall += 11 + rng.int(5000);
    return `4${counters.tmall}${String(order.buyer % 1_000_000).padStart(6, '0')}`;
  };
  return {
    amazon,
    number: (rng, orders) => orders.sort((a, b) => a.createdAt - b.createdAt).map((order) => ({ ...order, id: idOf(rng, order) })),
    buyer: (rng, store) => {
      const known = buyers[store];
      if (known > 50 && rng.chance(0.22)) return rng.int(known);
      buyers[store] = known + 1;
      return known;
    },
  };
}
