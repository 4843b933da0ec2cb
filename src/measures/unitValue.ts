/**
 * What one more unit of a thing would bring: price − unit cost − fees where the cost is known (`margin`), else the price (`sales`).
 *
 * price = sales ÷ units of the lines with a price, in one currency (a thing sold in two has no single price: unknown). unit cost =
 * what holds on the day (profit/unitCosts.ts), at the rate of the day where it is told in another currency; without a rate it is
 * unknown. Fees are an estimate (profit/fees.ts), and not taken off where nothing tells them. Left out: ads, shipping, tax, refunds, so a
 * margin here is above the profit.
 */
import type { Day } from '../core/day.js';
import { currencyDigits } from '../core/money.js';
import { groupBy } from './grouping.js';
import type { FeeSource } from './profit/fees.js';
import type { RateOn } from './profit/rates.js';
import { costOn, type SaidCost } from './profit/unitCosts.js';

export interface UnitValue {
  readonly currency: string;
  /** Minor units, not rounded. */
  readonly price: number;
  /** Minor units, not rounded; null where it is unknown. */
  readonly cost: number | null;
  /** What the platform keeps of it; null where nothing tells it, or the cost is not known. */
  readonly fees: UnitFees | null;
}

export interface UnitFees {
  /** Minor units, not rounded. */
  readonly perUnit: number;
  readonly source: FeeSource;
}

/** The fees of a unit, by what was sold of its thing; null where nothing tells them. */
export type FeesOf = (sold: SoldUnits) => UnitFees | null;

export interface SoldUnits {
  readonly thing: string;
  readonly listingPk: number | null;
  readonly sku: string | null;
  readonly storeId: number;
  readonly currency: string;
  readonly units: number;
  readonly salesMinor: number;
}

/** A cost as somebody says it, and of what. */
export interface CostOfThing extends SaidCost {
  readonly storeId: number;
  readonly listingPk: number | null;
  readonly sku: string | null;
}

/** By thing. `costs` are in the order in which they were said. */
export function unitValues(
  sold: readonly SoldUnits[],
  costs: readonly CostOfThing[],
  on: Day,
  rateOn: RateOn,
  feesOf: FeesOf,
): Map<string, UnitValue> {
  const said = groupBy(costs, (cost) => nameOf(cost));
  const values = new Map<string, UnitValue>();
  for (const [thing, rows] of groupBy(sold, (row) => row.thing)) {
    const [row, ...others] = rows;
    if (row === undefined || others.length > 0 || row.units <= 0) continue;
    const found = costOn(said.get(nameOf(row)) ?? [], row.currency, rateOn)(on);
    const cost = found === null || found === 'noRate' ? null : found.unitMicros / 10 ** (6 - currencyDigits(row.currency));
    values.set(thing, { currency: row.currency, price: row.salesMinor / row.units, cost, fees: cost === null ? null : feesOf(row) });
  }
  return values;
}

function nameOf({ storeId, listingPk, sku }: Pick<CostOfThing, 'storeId' | 'listingPk' | 'sku'>): string {
  return listingPk === null ? `${storeId} ${sku ?? ''}` : `l${listingPk}`;
}
