/**
 * What Amazon books for the demo seller, event by event: the truth that the settlements are written from.
 *
 * A sale is booked when it is sent: principal, tax and the same tax withheld (marketplace facilitator), shipping, coupon, referral fee (15 % of
 * the price after coupons, at least 0.30) and, from Amazon's warehouse, a fee a unit by weight. A refund is booked on the day of the return:
 * price, tax and coupon back, the referral fee given back less a refund fee (20 % of it, at most 5.00). Advertising is charged each Monday for
 * the week before, storage on the 8th for the month before (three times as dear from October to December), the subscription on the 1st.
 * A few lost units are paid for, and one fee is called by a name that is in no list.
 */
import type { Day } from '../../core/day.js';
import { weekday } from '../../core/day.js';
import { instantOf, localTime } from './days.js';
import type { Listing } from './listings.js';
import { placeOf } from './people.js';
import { at, createRng } from './rng.js';
import type { DemoOrder, DemoOrderLine } from './truth.js';
import type { World } from './world.js';

export type AmazonStore = 'us' | 'ca';

/** One amount under Amazon's own names. */
export interface Amount {
  readonly type: string;
  readonly part: string;
  readonly minor: number;
}

export interface MoneyEvent {
  readonly store: AmazonStore;
  /** Epoch seconds. */
  readonly at: number;
  /** By the clock of the store. */
  readonly day: Day;
  readonly kind: 'Order' | 'Refund' | 'ServiceFee' | 'other-transaction';
  readonly order: DemoOrder | null;
  /** Index into the listings; null for what is of the whole shop. */
  readonly listing: number | null;
  readonly quantity: number;
  readonly amounts: readonly Amount[];
}

const REFERRAL = 0.15;
const LEAST_REFERRAL_MINOR = 30;
const REFUND_FEE = 0.2;
const MOST_REFUND_FEE_MINOR = 500;
const SHIPPING_MINOR = 599;
const SUBSCRIPTION_MINOR: Readonly<Record<AmazonStore, number>> = { us: 3999, ca: 2999 };
/** What a unit costs to send from Amazon's warehouse: by started 100 grams. */
const FULFILMENT_BASE_MINOR: Readonly<Record<AmazonStore, number>> = { us: 306, ca: 412 };
const FULFILMENT_STEP_MINOR: Readonly<Record<AmazonStore, number>> = { us: 24, ca: 33 };
/** A month's storage of a kilogram. */
const STORAGE_MINOR = 9;
const UNKNOWN_FEE = 'Inbound Pallet Recount';

export function referralMinor(line: DemoOrderLine): number {
  return Math.max(LEAST_REFERRAL_MINOR, Math.round((line.unitPriceMinor * line.quantity - line.discountMinor) * REFERRAL));
}

export function fulfilmentMinor(store: AmazonStore, listing: Listing, quantity: number): number {
  if (listing.fulfilment !== 'amazon') return 0;
  return quantity * (FULFILMENT_BASE_MINOR[store] + FULFILMENT_STEP_MINOR[store] * Math.ceil(listing.family.grams / 100));
}

/** What the buyer pays for shipping, and what of it Amazon or a coupon takes away again. As in the order files. */
export function shippingOf(order: DemoOrder, position: number, listing: Listing): { paid: number; coupon: number; kept: number } {
  const paid = order.buyer % 7 === 0 && position === 0 ? SHIPPING_MINOR : 0;
  const coupon = order.buyer % 14 === 0 ? paid : 0;
  // What Amazon sends itself, it is also paid for.
  return { paid, coupon, kept: listing.fulfilment === 'amazon' ? paid - coupon : 0 };
}

/** What comes back of a line: price before and after coupons, referral fee, and what Amazon keeps of that. */
export function refundOf(line: DemoOrderLine): { gross: number; coupon: number; referral: number; kept: number } | null {
  if (line.returned === null) return null;
  const { quantity, amountMinor } = line.returned;
  const gross = line.unitPriceMinor * quantity;
  const referral = Math.round((referralMinor(line) * quantity) / line.quantity);
  return { gross, coupon: gross - amountMinor, referral, kept: Math.min(MOST_REFUND_FEE_MINOR, Math.round(referral * REFUND_FEE)) };
}

/** What an ad's clicks of a day cost in the end: invalid ones are taken back. */
export function finalSpendMinor(ad: { readonly spendMinor: number; readonly clicks: number; readonly invalidClicks: number }): number {
  return Math.round((ad.spendMinor * (ad.clicks - ad.invalidClicks)) / ad.clicks);
}

/** A return is booked at most so many days after its order. */
const LONGEST_RETURN_DAYS = 25;

/** Everything booked in the store from a day on up to the last one, in the order of time. */
export function moneyEvents(world: World, store: AmazonStore, since: Day): MoneyEvent[] {
  const first = world.axis.indexOf(since) - LONGEST_RETURN_DAYS;
  const orders = world.truth.orders.filter((order) => order.store === store && order.day >= first);
  const lastMoment = instantOf(world.axis.last, 24 * 3600 - 1, 'pacific');
  return [
    ...orders.flatMap((order) =>
      order.lines.flatMap((line, i) => [...saleOf(world, store, order, line, i), ...returnOf(world, store, order, line)]),
    ),
    ...(store === 'us' ? adCharges(world) : []),
    ...monthly(world, store),
    ...(store === 'us' ? oddities(world) : []),
  ]
    .filter((event) => event.day >= since && event.at <= lastMoment)
    .map((event) => ({ ...event, amounts: event.amounts.filter(({ minor }) => minor !== 0) }))
    .sort((a, b) => a.at - b.at);
}

function taxOf(order: DemoOrder, store: AmazonStore, minor: number): number {
  return Math.round(minor * placeOf(order.buyer, store === 'ca' ? 'CA' : 'US').taxRatio);
}

function saleOf(world: World, store: AmazonStore, order: DemoOrder, line: DemoOrderLine, position: number): MoneyEvent[] {
  if (order.shippedAt === null || order.cancelledAt !== null) return [];
  const listing = at(world.listings, line.listing);
  const price = line.unitPriceMinor * line.quantity;
  const tax = taxOf(order, store, price - line.discountMinor);
  const shipping = shippingOf(order, position, listing);
  return [
    {
      ...{ store, at: order.shippedAt, day: localTime(order.shippedAt, 'pacific').day, kind: 'Order', order },
      ...{ listing: line.listing, quantity: line.quantity },
      amounts: [
        { type: 'ItemPrice', part: 'Principal', minor: price },
        { type: 'ItemPrice', part: 'Tax', minor: tax },
        { type: 'ItemPrice', part: 'Shipping', minor: shipping.paid },
        { type: 'ItemWithheldTax', part: 'MarketplaceFacilitatorTax-Principal', minor: 0 - tax },
        { type: 'Promotion', part: 'Principal', minor: 0 - line.discountMinor },
        { type: 'Promotion', part: 'Shipping', minor: 0 - shipping.coupon },
        { type: 'ItemFees', part: 'Commission', minor: 0 - referralMinor(line) },
        { type: 'ItemFees', part: 'FBAPerUnitFulfillmentFee', minor: 0 - fulfilmentMinor(store, listing, line.quantity) },
        { type: 'ItemFees', part: 'ShippingChargeback', minor: 0 - shipping.kept },
      ],
    },
  ];
}

function returnOf(world: World, store: AmazonStore, order: DemoOrder, line: DemoOrderLine): MoneyEvent[] {
  const refund = refundOf(line);
  if (line.returned === null || refund === null || order.shippedAt === null) return [];
  const day = at(world.axis.days, line.returned.day);
  const tax = taxOf(order, store, line.returned.amountMinor);
  return [
    {
      ...{ store, at: instantOf(day, 17 * 3600 + (order.buyer % 3600), 'pacific'), day, kind: 'Refund', order },
      ...{ listing: line.listing, quantity: line.returned.quantity },
      amounts: [
        { type: 'ItemPrice', part: 'Principal', minor: 0 - refund.gross },
        { type: 'ItemPrice', part: 'Tax', minor: 0 - tax },
        { type: 'ItemWithheldTax', part: 'MarketplaceFacilitatorTax-Principal', minor: tax },
        { type: 'Promotion', part: 'Principal', minor: refund.coupon },
        { type: 'ItemFees', part: 'Commission', minor: refund.referral },
        { type: 'ItemFees', part: 'RefundCommission', minor: 0 - refund.kept },
      ],
    },
  ];
}

function shopEvent(store: AmazonStore, day: Day, kind: 'ServiceFee' | 'other-transaction', amount: Amount): MoneyEvent {
  return { store, at: instantOf(day, 10 * 3600, 'pacific'), day, kind, order: null, listing: null, quantity: 0, amounts: [amount] };
}

/** Each Monday, what the ads of the week before cost. */
function adCharges(world: World): MoneyEvent[] {
  const spend = world.axis.days.map(() => 0);
  for (const ad of world.truth.adDays) spend[ad.day] = at(spend, ad.day) + finalSpendMinor(ad);
  return world.axis.days.flatMap((day, t) => {
    if (weekday(day) !== 1 || t < 7) return [];
    const minor = spend.slice(t - 7, t).reduce((sum, each) => sum + each, 0);
    return [shopEvent('us', day, 'ServiceFee', { type: 'Cost of Advertising', part: 'TransactionTotalAmount', minor: 0 - minor })];
  });
}

function monthly(world: World, store: AmazonStore): MoneyEvent[] {
  return world.axis.days.flatMap((day, t) => {
    const other = (part: string, minor: number) => shopEvent(store, day, 'other-transaction', { type: 'other-transaction', part, minor });
    if (day.endsWith('-01')) return [other('Subscription Fee', 0 - SUBSCRIPTION_MINOR[store])];
    return store === 'us' && day.endsWith('-08') && t >= 38 ? [other('Storage Fee', 0 - storageMinor(world, t))] : [];
  });
}

/** Of what lay at Amazon in the evenings of the month before. */
function storageMinor(world: World, t: number): number {
  const month = Number(at(world.axis.days, t - 8).slice(5, 7));
  const grams = new Map(world.listings.map((listing) => [listing.pool, listing.family.grams]));
  const kilograms = [...world.pools.values()]
    .filter((pool) => pool.key.startsWith('fba:'))
    .reduce((sum, pool) => sum + ((at(pool.closing, t - 8) + at(pool.closing, t - 22)) / 2) * ((grams.get(pool.key) ?? 0) / 1000), 0);
  return Math.round(kilograms * STORAGE_MINOR * (month >= 10 ? 3 : 1));
}

export interface LostUnits {
  readonly listing: number;
  readonly day: Day;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly reason: 'WAREHOUSE_LOST' | 'WAREHOUSE_DAMAGE';
}

/** Units that Amazon lost or damaged and paid for: about two a month. */
export function lostUnits(world: World): LostUnits[] {
  const rng = createRng(world.truth.seed, 'money/lost');
  const kept = world.listings.filter((listing) => listing.store === 'us' && listing.fulfilment === 'amazon');
  return world.axis.days.flatMap((day) => {
    const [happens, which, units, reason] = [rng.chance(0.07), rng.int(kept.length), 1 + rng.int(2), rng.chance(0.6)];
    if (!happens) return [];
    const listing = at(kept, which);
    const amountMinor = Math.round(listing.listPriceMinor * 0.7) * units;
    return [{ listing: listing.index, day, quantity: units, amountMinor, reason: reason ? 'WAREHOUSE_LOST' : 'WAREHOUSE_DAMAGE' }];
  });
}

function oddities(world: World): MoneyEvent[] {
  const paid = lostUnits(world).map(
    ({ listing, day, quantity, amountMinor, reason }): MoneyEvent => ({
      ...shopEvent('us', day, 'other-transaction', { type: 'FBA Inventory Reimbursement', part: reason, minor: amountMinor }),
      ...{ listing, quantity },
    }),
  );
  const last = world.axis.count - 1;
  const recounts = [20, 48, 76].flatMap((back) => (last - back < 0 ? [] : [at(world.axis.days, last - back)]));
  return [
    ...paid,
    ...recounts.map((day, i) =>
      shopEvent('us', day, 'other-transaction', { type: 'other-transaction', part: UNKNOWN_FEE, minor: -1875 - 340 * i }),
    ),
  ];
}
