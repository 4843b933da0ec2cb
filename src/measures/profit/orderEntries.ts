/**
 * What orders tell, as entries: sales that no settlement itemises, with the fees to expect of those that no settlement has told yet. A line
 * without a price is valued at the listing's mean price in the period, else at its price in the catalogue.
 */
import { counted } from '../../core/count.js';
import type { OrderGroup } from '../../core/profitFacts.js';
import { groupBy, sumKnown } from '../grouping.js';
import type { Entry, Gaps, ProfitStore, Things, Variance } from './entries.js';
import type { FeeModel, UnsettledLines } from './fees.js';
import { lineOf } from './lines.js';
import { roundHalfAway } from './rates.js';
import { hasTaxInPrices, isTaxOnTop } from './taxInPrices.js';

export interface FeeModels {
  /** Learned from all that is known. */
  readonly now: FeeModel;
  /** Learned from what was settled before the period. */
  readonly before: FeeModel;
}

/** The entries of order lines, without the costs of their goods. */
export function orderEntries(
  orders: readonly OrderGroup[],
  stores: readonly ProfitStore[],
  things: Things,
  models: FeeModels,
  gapsOf: (storeId: number) => Gaps,
): Entry[] {
  const priceOf = meanPrices(orders, things);
  const storeOf = new Map(stores.map((store) => [store.storeId, store]));
  const told = orders.flatMap((group) => {
    const taxInside = hasTaxInPrices(storeOf.get(group.storeId), group.currency) ? group.taxMinor : 0;
    return toldByOrder(group, taxInside, things, priceOf, gapsOf(group.storeId));
  });
  const unsettled = together(orders.filter((group) => group.settled === null));
  return [...told, ...unsettled.flatMap((group) => expectedFees(group, things, models.now, priceOf, gapsOf(group.storeId)))];
}

/** `taxInside`: tax that the prices of the group hold. */
function toldByOrder(group: OrderGroup, taxInside: number, things: Things, priceOf: PriceOf, gaps: Gaps): Entry[] {
  const entry = entryOf(group, things);
  const refunds = group.refundedMinor === 0 ? [] : [entry('refunds', -group.refundedMinor, 'orders')];
  if (group.refundedMinor !== 0) gaps.hasRefundsByOrders = true;
  if (group.units === 0 && (group.salesMinor ?? 0) > 0) gaps.linesWithoutUnits += group.lines;
  if (group.settled !== null) gaps.settledLines += group.lines;
  if (group.settled === 'itemised') return refunds;
  const price = group.unpricedUnits > 0 ? priceOf(group) : null;
  gaps.unpricedUnits += group.unpricedUnits;
  if (price === null) gaps.unpricedWithoutEstimate += group.unpricedUnits;
  return [
    ...(group.salesMinor === null ? [] : [entry('sales', group.salesMinor - taxInside, 'orders')]),
    ...(price === null
      ? []
      : [
          entry(
            'sales',
            roundHalfAway(price * group.unpricedUnits),
            'estimate',
            `${counted(group.unpricedUnits, 'unit', 'units')} without a price yet × the usual price`,
          ),
        ]),
    ...(group.discountMinor === 0 ? [] : [entry('discounts', -group.discountMinor, 'orders')]),
    ...(group.shippingMinor === 0 ? [] : [entry('shipping_income', group.shippingMinor, 'orders')]),
    ...(group.taxMinor === 0 ? [] : [entry('tax_collected', group.taxMinor, 'orders')]),
    ...refunds,
  ];
}

const WORDS = { listing: 'this listing’s settled orders', store: 'the store’s settled orders', table: 'published fees' } as const;

function expectedFees(group: OrderGroup, things: Things, model: FeeModel, priceOf: PriceOf, gaps: Gaps): Entry[] {
  const estimates = model(unsettledOf(group, things, priceOf));
  gaps.estimatedLines[estimates[0]?.source ?? 'none'] += group.lines;
  return estimates
    .filter(({ amountMinor }) => amountMinor !== 0)
    .map(({ line, amountMinor, source, how }) => entryOf(group, things)(line, amountMinor, 'estimate', `${how} (${WORDS[source]})`));
}

function unsettledOf(group: OrderGroup, things: Things, priceOf: PriceOf): UnsettledLines {
  const { storeId, itemPk, day, units, orders, discountMinor, shippingMinor } = group;
  const salesMinor = (group.salesMinor ?? 0) + unpricedMinor(group, priceOf);
  const taxMinor = isTaxOnTop(group.currency) ? group.taxMinor : 0;
  return { storeId, thing: things.of(itemPk), day, units, salesMinor, orders, discountMinor, shippingMinor, taxMinor };
}

/** The sales of a group as its entries tell them: with those of its units that have no price yet. */
export function salesOfGroup(orders: readonly OrderGroup[], things: Things): (group: OrderGroup) => number {
  const priceOf = meanPrices(orders, things);
  return (group) => (group.salesMinor ?? 0) + (group.settled === 'itemised' ? 0 : unpricedMinor(group, priceOf));
}

function unpricedMinor(group: OrderGroup, priceOf: PriceOf): number {
  return group.unpricedUnits > 0 ? roundHalfAway((priceOf(group) ?? 0) * group.unpricedUnits) : 0;
}

function entryOf(group: OrderGroup, things: Things) {
  return (line: string, amountMinor: number, source: Entry['source'], how: string | null = null): Entry => ({
    storeId: group.storeId,
    thing: things.of(group.itemPk),
    channel: group.channel,
    day: group.day,
    line,
    currency: group.currency,
    amountMinor,
    estimated: source === 'estimate',
    source,
    how,
    rows: source === 'orders' ? group.lines : 0,
    evidence: source === 'orders' ? group.evidence : null,
  });
}

/** Groups that differ in their evidence only, added up: an estimate rounds once, however closely one looks. */
export function together(orders: readonly OrderGroup[]): OrderGroup[] {
  const groups = groupBy(orders, ({ storeId, itemPk, day, channel, currency, settled }) =>
    JSON.stringify([storeId, itemPk, day, channel, currency, settled]),
  );
  return [...groups.values()].map((ofOne) => {
    const add = (value: (group: OrderGroup) => number) => ofOne.reduce((total, group) => total + value(group), 0);
    return {
      ...(ofOne[0] as OrderGroup),
      lines: add((group) => group.lines),
      orders: add((group) => group.orders),
      units: add((group) => group.units),
      salesMinor: sumKnown(ofOne.map((group) => group.salesMinor)),
      unpricedUnits: add((group) => group.unpricedUnits),
      unpricedLines: add((group) => group.unpricedLines),
      discountMinor: add((group) => group.discountMinor),
      shippingMinor: add((group) => group.shippingMinor),
      taxMinor: add((group) => group.taxMinor),
      refundedMinor: add((group) => group.refundedMinor),
      evidence: null,
    };
  });
}

type PriceOf = (group: OrderGroup) => number | null;

/** Mean price of a unit, from the priced lines of the period in their currency; else the price in the catalogue. */
function meanPrices(orders: readonly OrderGroup[], things: Things): PriceOf {
  const sums = new Map<string, { sales: number; units: number }>();
  for (const group of orders) {
    if (group.salesMinor === null || group.units === group.unpricedUnits) continue;
    const thing = things.of(group.itemPk);
    const sum = sums.get(thing) ?? { sales: 0, units: 0 };
    sum.sales += group.salesMinor;
    sum.units += group.units - group.unpricedUnits;
    sums.set(thing, sum);
  }
  return (group) => {
    const sum = sums.get(things.of(group.itemPk));
    if (sum) return sum.sales / sum.units;
    return things.named(things.of(group.itemPk))?.priceMinor ?? null;
  };
}

/** Per store and line: what the fees of settled orders of the period were expected to be before the period, and what they became. */
export function feeVariances(orders: readonly OrderGroup[], booked: readonly Entry[], things: Things, before: FeeModel): Variance[] {
  const sums = new Map<string, { storeId: number; line: string; currency: string | null; estimatedMinor: number; becameMinor: number }>();
  const at = (storeId: number, line: string, currency: string | null) => {
    const key = JSON.stringify([storeId, line, currency]);
    const sum = sums.get(key) ?? { storeId, line, currency, estimatedMinor: 0, becameMinor: 0 };
    sums.set(key, sum);
    return sum;
  };
  for (const group of together(orders.filter(({ settled }) => settled !== null))) {
    for (const { line, amountMinor } of before(unsettledOf(group, things, () => null)))
      at(group.storeId, line, group.currency).estimatedMinor += amountMinor;
  }
  for (const entry of booked) at(entry.storeId, entry.line, entry.currency).becameMinor += entry.amountMinor;
  return [...sums.values()];
}

/** Whether a booking is a fee of an order of the period that settlements tell: what an estimate is held against. */
export function isFeeOfOrder(line: string): boolean {
  const { section, onBooking } = lineOf(line);
  return section === 'fees' && !onBooking && line !== 'commission_returned' && line !== 'refund_fees';
}
