/**
 * The profit of a period from facts: what was sold on its days, what that costs, and what else was booked on them.
 *
 * Sales and the fees of an order count on the day of the order. Until its settlement comes, an order's fees are estimated from what
 * settlements of the same listing told; from then on they are what was booked. What no order stands behind counts on the day on which it
 * was booked. Every amount is kept as an entry, so that any sum can be taken apart again and every sum adds up to the same profit.
 */
import { currencyDigits } from '../../core/money.js';
import { bookingEntries, unitsWithoutOrder } from './bookings.js';
import { type Entry, type Gaps, noGaps, type Profit, type ProfitFacts, type ProfitOptions, Things, type UnitCount } from './entries.js';
import { type FeeModel, learnFees } from './fees.js';
import { Costs, goodsOf, type SoldUnits } from './goods.js';
import { feeVariances, isFeeOfOrder, orderEntries, salesOfGroup, together } from './orderEntries.js';
import { convertMinor, type RateOn, rateTable, roundHalfAway } from './rates.js';

/** What the profits of all periods have in common: things by name, what they cost, and the fees that their orders will have. */
export interface ProfitBasis {
  readonly things: Things;
  readonly costs: Costs;
  readonly models: { readonly now: FeeModel; readonly before: FeeModel };
}

export function profitBasis(facts: Pick<ProfitFacts, 'stores' | 'items' | 'costs' | 'lessons' | 'lessonsBefore'>): ProfitBasis {
  const things = new Things(facts.items);
  const thingOf = (itemPk: number) => things.of(itemPk);
  return {
    things,
    costs: new Costs(facts.costs, things),
    models: {
      now: learnFees(facts.stores, facts.lessons, thingOf),
      before: learnFees(facts.stores, facts.lessonsBefore, thingOf),
    },
  };
}

export function profitOf(facts: ProfitFacts, options: ProfitOptions, basis: ProfitBasis = profitBasis(facts)): Profit {
  const { things, models } = basis;
  const gaps = new Map(facts.stores.map((store) => [store.storeId, noGaps(store.storeId)]));
  const gapsOf = (storeId: number): Gaps => {
    const found = gaps.get(storeId) ?? noGaps(storeId);
    gaps.set(storeId, found);
    return found;
  };
  const rateOn = rateTable(facts.rates);
  const adStores = new Set(facts.ads.filter(({ channel }) => channel === '').map(({ storeId }) => storeId));
  const booked = bookingEntries(facts.money, options.view, things, adStores, gapsOf);
  const ordered = orderEntries(facts.orders, facts.stores, things, models, gapsOf);
  const goods = goodsOf(soldUnits(facts, things), facts, options, basis, rateOn, gapsOf);
  const entries = [...booked, ...ordered, ...goods.entries, ...adEntries(facts, things)];
  const ofOrders = bookingEntries(
    facts.money.filter((row) => row.order === 'counts' && row.orderDay !== null && row.event !== 'refund'),
    options.view,
    things,
    adStores,
    noGaps,
  ).filter((entry) => isFeeOfOrder(entry.line));
  return {
    entries: options.currency === null ? entries : entries.map((entry) => inCurrency(entry, options, rateOn, gapsOf)),
    units: options.currency === null ? goods.units : goods.units.map((count) => countInCurrency(count, options, rateOn)),
    variances: feeVariances(facts.orders, ofOrders, things, models.before),
    gaps: [...gaps.values()].sort((a, b) => a.storeId - b.storeId),
  };
}

function soldUnits(facts: ProfitFacts, things: Things): SoldUnits[] {
  const salesOf = salesOfGroup(facts.orders, things);
  const ordered = together(facts.orders).map((group) => {
    const { storeId, itemPk, day, channel, currency, units } = group;
    return { storeId, itemPk, thing: things.of(itemPk), day, channel, currency, units, salesMinor: salesOf(group) };
  });
  const booked = facts.money.flatMap((row) => {
    const units = unitsWithoutOrder(row);
    if (units === 0 || row.itemPk === null || row.postedDay === null) return [];
    const { storeId, itemPk, postedDay, channel, currency, amountMinor } = row;
    return [{ storeId, itemPk, thing: things.of(itemPk), day: postedDay, channel, currency, units, salesMinor: amountMinor }];
  });
  return [...ordered, ...booked];
}

/** Ads by item and day as the reports tell them; rounded on the way, so that a store's days add up to the cent. */
function adEntries(facts: ProfitFacts, things: Things): Entry[] {
  const given = new Map<string, { micros: number; minor: number }>();
  return facts.ads.flatMap(({ storeId, itemPk, channel, from, to, currency, costMicros, rows, evidence }) => {
    const key = JSON.stringify([storeId, currency]);
    const before = given.get(key) ?? { micros: 0, minor: 0 };
    const micros = before.micros + costMicros;
    const minor = roundHalfAway(micros / 10 ** (6 - currencyDigits(currency)));
    given.set(key, { micros, minor });
    if (minor === before.minor) return [];
    const entry: Entry = {
      ...{
        storeId,
        thing: things.ofMaybe(itemPk),
        channel: channel === '' ? null : channel,
        day: from === to ? from : null,
        line: 'ads',
        currency,
      },
      ...{ amountMinor: before.minor - minor, estimated: false, source: 'ads', how: null, rows, evidence },
    };
    return [entry];
  });
}

/** Units go where their sales go: what has no cost is a share of sales in the same currency. */
function countInCurrency(count: UnitCount, options: ProfitOptions, rateOn: RateOn): UnitCount {
  const rate = rateOf(count, options, rateOn);
  if (rate === null) return count;
  const currency = options.currency as string;
  const salesWithoutCostMinor = convertMinor(count.salesWithoutCostMinor, count.currency as string, currency, rate);
  return { ...count, currency, salesWithoutCostMinor };
}

/** The rate of the day into the currency that was asked for; null where none is known. */
function rateOf(
  { currency, day }: Pick<Entry, 'currency' | 'day'>,
  { currency: to, period }: ProfitOptions,
  rateOn: RateOn,
): number | null {
  return currency === null ? null : rateOn(currency, to as string, day ?? period.to);
}

function inCurrency(entry: Entry, options: ProfitOptions, rateOn: RateOn, gapsOf: (storeId: number) => Gaps): Entry {
  const to = options.currency as string;
  if (entry.currency === to) return entry;
  const rate = rateOf(entry, options, rateOn);
  if (rate === null) {
    gapsOf(entry.storeId).amountsWithoutRate.add(`${entry.currency ?? '?'} → ${to}`);
    return entry;
  }
  return { ...entry, currency: to, amountMinor: convertMinor(entry.amountMinor, entry.currency as string, to, rate) };
}
