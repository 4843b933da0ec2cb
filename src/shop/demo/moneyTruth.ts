/**
 * What each listing of Amazon earned on each day, by the day of the order: the truth that a profit report is measured against. Of an order it
 * is what it comes to in the end, whatever of it has been settled; returns as far as they have happened.
 */
import { type AmazonStore, finalSpendMinor, fulfilmentMinor, referralMinor, refundOf, shippingOf } from './amazonMoney.js';
import { dispositionOf } from './amazonReturns.js';
import { costSteps, hasBatches, unitCostMinor } from './costs.js';
import { at } from './rng.js';
import type { ListingMoney } from './truth.js';
import type { World } from './world.js';

const PARTS = [
  'salesMinor',
  'discountMinor',
  'shippingMinor',
  'feesMinor',
  'refundsMinor',
  'feesBackMinor',
  'costMinor',
  'restockedMinor',
  'adSpendMinor',
] as const;

/** Of every listing of Amazon, in the order of the listings. */
export function moneyTruth(world: World): ListingMoney[] {
  const { axis, listings, truth } = world;
  const money = new Map(
    listings
      .filter(({ store }) => store === 'us' || store === 'ca')
      .map((listing) => {
        const unitCost = unitCostMinor(axis, costSteps(world, listing, hasBatches(listing)));
        return [listing.index, { unitCost, ...Object.fromEntries(PARTS.map((part) => [part, axis.days.map(() => 0)])) } as Sums] as const;
      }),
  );
  for (const order of truth.orders) {
    if (order.cancelledAt !== null || (order.store !== 'us' && order.store !== 'ca')) continue;
    for (const [i, line] of order.lines.entries()) {
      const sums = money.get(line.listing) as Sums;
      const listing = at(listings, line.listing);
      const shipping = shippingOf(order, i, listing);
      const back = refundOf(line);
      const asNew = line.returned !== null && listing.fulfilment === 'amazon' && dispositionOf(truth.seed, order, line) === 'SELLABLE';
      const cost = at(sums.unitCost, order.day);
      const amounts: Record<(typeof PARTS)[number], number> = {
        salesMinor: line.unitPriceMinor * line.quantity,
        discountMinor: line.discountMinor,
        shippingMinor: shipping.paid - shipping.coupon,
        feesMinor: referralMinor(line) + fulfilmentMinor(order.store as AmazonStore, listing, line.quantity) + shipping.kept,
        refundsMinor: line.returned?.amountMinor ?? 0,
        feesBackMinor: back === null ? 0 : back.referral - back.kept,
        costMinor: cost * line.quantity,
        restockedMinor: asNew ? cost * (line.returned?.quantity ?? 0) : 0,
        adSpendMinor: 0,
      };
      for (const part of PARTS) sums[part][order.day] = at(sums[part], order.day) + amounts[part];
    }
  }
  for (const ad of truth.adDays) {
    const { sku } = at(truth.searchTerms, ad.term);
    const listing = listings.find((each) => each.store === 'us' && each.code === sku);
    const sums = listing && money.get(listing.index);
    if (sums) sums.adSpendMinor[ad.day] = at(sums.adSpendMinor, ad.day) + finalSpendMinor(ad);
  }
  return [...money].map(([index, { unitCost, ...sums }]) => ({
    ...{ listing: index, unitCostMinor: unitCost, ...sums },
    profitMinor: at(listings, index).store === 'us' ? axis.days.map((_, t) => profitOn(sums, t)) : null,
  }));
}

type Sums = { readonly unitCost: number[] } & Record<(typeof PARTS)[number], number[]>;

function profitOn(sums: Omit<Sums, 'unitCost'>, t: number): number {
  const of = (part: (typeof PARTS)[number]) => at(sums[part], t);
  const proceeds = of('salesMinor') - of('discountMinor') + of('shippingMinor') - of('feesMinor');
  return proceeds - of('refundsMinor') + of('feesBackMinor') - of('costMinor') + of('restockedMinor') - of('adSpendMinor');
}
