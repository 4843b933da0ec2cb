/**
 * What one more unit of a thing would bring: price − unit cost where the cost is known (`margin`), else the price (`sales`).
 *
 * price = sales ÷ units of the lines with a price, in one currency (a thing sold in two has no single price: unknown). unit cost =
 * what holds on the day: people's words before reports, reports before catalogues; a cost in another currency than the price is not
 * converted and counts as unknown. Left out: fees, shipping, tax, refunds, so a margin here is above the profit.
 */
import type { Day } from '../core/day.js';
import { currencyDigits } from '../core/money.js';
import type { DatedCost } from '../core/unitCost.js';
import { groupBy } from './grouping.js';

export interface UnitValue {
  readonly currency: string;
  /** Minor units, not rounded. */
  readonly price: number;
  /** Minor units, not rounded; null where it is unknown. */
  readonly cost: number | null;
}

export interface SoldUnits {
  readonly thing: string;
  readonly listingPk: number | null;
  readonly sku: string | null;
  readonly storeId: number;
  readonly currency: string;
  readonly units: number;
  readonly salesMinor: number;
}

export interface SaidCost extends Pick<DatedCost, 'from' | 'unitCostMicros' | 'currency'> {
  readonly storeId: number;
  readonly listingPk: number | null;
  readonly sku: string | null;
  readonly saidBy: 'hand' | 'file' | 'report' | 'catalogue';
}

/** By thing. `costs` are in the order in which they were said. */
export function unitValues(sold: readonly SoldUnits[], costs: readonly SaidCost[], on: Day): Map<string, UnitValue> {
  const said = groupBy(costs, (cost) => nameOf(cost));
  const values = new Map<string, UnitValue>();
  for (const [thing, rows] of groupBy(sold, (row) => row.thing)) {
    const [row, ...others] = rows;
    if (row === undefined || others.length > 0 || row.units <= 0) continue;
    const own = said.get(nameOf(row)) ?? [];
    values.set(thing, { currency: row.currency, price: row.salesMinor / row.units, cost: costOn(own, row.currency, on) });
  }
  return values;
}

const RANKS: readonly (readonly SaidCost['saidBy'][])[] = [['hand', 'file'], ['report'], ['catalogue']];

function costOn(said: readonly SaidCost[], currency: string, on: Day): number | null {
  for (const rank of RANKS) {
    const holds = said.filter((cost) => rank.includes(cost.saidBy) && (cost.from === null || cost.from <= on));
    const last = holds.reduce<SaidCost | null>(
      (best, cost) => (best === null || (cost.from ?? '') >= (best.from ?? '') ? cost : best),
      null,
    );
    if (last !== null) return last.currency === currency ? last.unitCostMicros / 10 ** (6 - currencyDigits(currency)) : null;
  }
  return null;
}

function nameOf({ storeId, listingPk, sku }: Pick<SaidCost, 'storeId' | 'listingPk' | 'sku'>): string {
  return listingPk === null ? `${storeId} ${sku ?? ''}` : `l${listingPk}`;
}
