/**
 * The demo day by day: goods arrive, shoppers visit, click and want, stock decides what they get, the seller reorders.
 *
 * A pool that opens empty sells nothing that day: its listings get 30 % of their visits, its ads do not run, and what would
 * have been ordered counts as lost. During a day wants are served in random order while stock lasts; a want larger than
 * what is left is lost. A cancelled order is placed but takes no stock.
 */
import { type AdTerm, drawTermDay } from './ads.js';
import type { Axis } from './days.js';
import type { Listing } from './listings.js';
import { BULK_QUANTITY_WEIGHTS, type Demand, QUANTITY_WEIGHTS } from './model.js';
import { CANCEL, createOrder, createOrderIds, groupWants, type OrderContext, type Want } from './orders.js';
import type { PricePath } from './prices.js';
import { at, createRng, type Rng } from './rng.js';
import { closePool, type Fill, openPool, type Pool } from './supply.js';
import type { AdDay, DemoOrder, StoreId } from './truth.js';

interface SimulationInput {
  readonly seed: number;
  readonly axis: Axis;
  readonly listings: readonly Listing[];
  readonly prices: readonly PricePath[];
  readonly demands: readonly Demand[];
  readonly pools: ReadonlyMap<string, Pool>;
  readonly fills: readonly Fill[];
  readonly terms: readonly AdTerm[];
}

interface Simulation {
  readonly orders: DemoOrder[];
  readonly adDays: AdDay[];
  readonly counts: readonly ListingCounts[];
}

export interface ListingCounts {
  readonly drawnDemand: number[];
  readonly sold: number[];
  readonly cancelled: number[];
  readonly lost: number[];
  readonly sessions: number[];
}

interface State extends SimulationInput, Simulation {
  readonly demandRng: Rng;
  readonly adRng: Rng;
  readonly context: OrderContext;
  /** Wants that earlier clicks will bring, by day. */
  readonly later: Map<number, Want[]>;
  readonly adOrders: Map<string, AdDay['orders'][number][]>;
}

const STORES: readonly StoreId[] = ['us', 'ca', 'web', 'tmall'];
const VISITS_WITHOUT_STOCK = 0.3;
/** A cancellation takes up to four days: younger orders are not cancelled yet, so the truth knows no more than the files. */
const CANCEL_KNOWN_DAYS = 5;

/** Runs all days. Fills the pools' own daily arrays. */
export function simulate(input: SimulationInput): Simulation {
  const rng = (label: string) => createRng(input.seed, label);
  const zeros = () => input.axis.days.map(() => 0);
  const state: State = {
    ...input,
    orders: [],
    adDays: [],
    counts: input.listings.map(() => ({ drawnDemand: zeros(), sold: zeros(), cancelled: zeros(), lost: zeros(), sessions: zeros() })),
    demandRng: rng('days/demand'),
    adRng: rng('days/ads'),
    context: { axis: input.axis, listings: input.listings, prices: input.prices, rng: rng('days/orders'), ids: createOrderIds() },
    later: new Map(),
    adOrders: new Map(),
  };
  for (let t = 0; t < input.axis.count; t += 1) simulateDay(state, t);
  return {
    orders: state.orders,
    adDays: state.adDays.map((day) => ({ ...day, orders: state.adOrders.get(creditKey(day)) ?? [] })),
    counts: state.counts,
  };
}

function simulateDay(state: State, t: number): void {
  for (const pool of state.pools.values()) openPool(pool, t, state.fills);
  const wants = [...(state.later.get(t) ?? [])];
  state.later.delete(t);
  for (const listing of state.listings) wants.push(...visit(state, listing, t));
  wants.push(...click(state, t));
  shuffle(state.demandRng, wants);
  for (const store of STORES) serve(state, store, t, wants);
  for (const pool of state.pools.values()) {
    closePool(pool, t, state.axis, at(state.demands, at(pool.listings, 0)), state.fills);
  }
}

function poolOf(state: State, listing: number): Pool {
  return state.pools.get(at(state.listings, listing).pool) as Pool;
}

function visit(state: State, listing: Listing, t: number): Want[] {
  const rng = state.demandRng;
  const demand = at(state.demands, listing.index);
  const mean = at(demand.visits, t) * rng.gamma(demand.dispersion, 1 / demand.dispersion);
  const sessions = rng.poisson(mean);
  const orders = rng.binomial(sessions, at(demand.conversion, t));
  const isOpen = at(poolOf(state, listing.index).opening, t) > 0;
  const counts = at(state.counts, listing.index);
  counts.sessions[t] = at(counts.sessions, t) + (isOpen ? sessions : rng.binomial(sessions, VISITS_WITHOUT_STOCK));
  return Array.from({ length: orders }, () => ({ listing: listing.index, quantity: drawQuantity(rng, listing), credit: null }));
}

function click(state: State, t: number): Want[] {
  const today: Want[] = [];
  for (const term of state.terms) {
    const day = drawTermDay(state.adRng, term, at(state.demands, term.listing), t);
    if (!day) continue;
    const isOpen = at(poolOf(state, term.listing).opening, t) > 0;
    for (const { delay, listing } of day.orders) {
      const quantity = drawQuantity(state.adRng, at(state.listings, listing));
      const want: Want = { listing, quantity, credit: { term: term.index, day: t } };
      // Without stock the ad is not shown: its demand is lost on the day of the click that did not happen.
      if (!isOpen) lose(state, listing, t, quantity);
      else if (delay === 0) today.push(want);
      else state.later.set(t + delay, [...(state.later.get(t + delay) ?? []), want]);
    }
    if (!isOpen) continue;
    const { clicks, invalidClicks, impressions, spendMinor } = day;
    state.adDays.push({ term: term.index, day: t, impressions, clicks, invalidClicks, spendMinor, orders: [] });
    const { sessions } = at(state.counts, term.listing);
    sessions[t] = at(sessions, t) + clicks - invalidClicks;
  }
  return today;
}

function serve(state: State, store: StoreId, t: number, wants: readonly Want[]): void {
  const { rng } = state.context;
  const own = wants.filter((want) => at(state.listings, want.listing).store === store);
  const orders: DemoOrder[] = [];
  for (const group of groupWants(rng, store, own)) {
    const cancelled = rng.chance(CANCEL[store]) && (store === 'tmall' || t < state.axis.count - CANCEL_KNOWN_DAYS);
    const served = group.filter((want) => take(state, want, t, cancelled));
    if (served.length > 0) orders.push(createOrder(state.context, store, t, served, cancelled));
  }
  state.orders.push(...state.context.ids.number(rng, orders));
}

/** Whether a want gets what it asks for; counts it either way. */
function take(state: State, want: Want, t: number, cancelled: boolean): boolean {
  const pool = poolOf(state, want.listing);
  if (want.quantity > pool.onHand) {
    lose(state, want.listing, t, want.quantity);
    return false;
  }
  const counts = at(state.counts, want.listing);
  const kind = cancelled ? counts.cancelled : counts.sold;
  kind[t] = at(kind, t) + want.quantity;
  counts.drawnDemand[t] = at(counts.drawnDemand, t) + want.quantity;
  if (!cancelled) pool.onHand -= want.quantity;
  if (want.credit) credit(state, want, t);
  return true;
}

function lose(state: State, listing: number, t: number, quantity: number): void {
  const counts = at(state.counts, listing);
  counts.lost[t] = at(counts.lost, t) + quantity;
  counts.drawnDemand[t] = at(counts.drawnDemand, t) + quantity;
}

function credit(state: State, want: Want, t: number): void {
  if (!want.credit) return;
  const key = creditKey(want.credit);
  const price = at(at(state.prices, want.listing).askedMinor, t);
  const order = { day: t, sku: at(state.listings, want.listing).code, units: want.quantity, salesMinor: price * want.quantity };
  state.adOrders.set(key, [...(state.adOrders.get(key) ?? []), order]);
}

function creditKey(click: { readonly term: number; readonly day: number }): string {
  return `${click.term}/${click.day}`;
}

function drawQuantity(rng: Rng, listing: Listing): number {
  return rng.weighted(listing.family.bulk ? BULK_QUANTITY_WEIGHTS : QUANTITY_WEIGHTS) + 1;
}

function shuffle<T>(rng: Rng, list: T[]): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = rng.int(i + 1);
    const moved = at(list, i);
    list[i] = at(list, j);
    list[j] = moved;
  }
}
