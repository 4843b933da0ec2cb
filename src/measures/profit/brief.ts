/** A profit in one figure, for reports that show it beside others: how much, and how sure. */
import type { Profit, ProfitStore } from './entries.js';
import { lineOf } from './lines.js';

export interface BriefProfit {
  /** Minor units of the store's currency. */
  readonly minor: number;
  /** The sales that it is a part of, minor units: those of orders without a price yet are in it, estimated. */
  readonly sales: number;
  /** Share of the order lines whose fees are estimated, 0 to 1. */
  readonly estimated: number;
  /** Share of sales whose goods have no cost, 0 to 1. */
  readonly withoutCost: number;
}

/**
 * The profit of one store in its own currency; null where nothing was sold or booked, where amounts came in other currencies, and where no
 * unit has a cost or no order has a fee: that would be sales under another name.
 */
export function briefProfit(profit: Profit, store: ProfitStore): BriefProfit | null {
  const entries = profit.entries.filter((entry) => entry.storeId === store.storeId && lineOf(entry.line).section !== 'apart');
  if (entries.length === 0 || entries.some((entry) => entry.currency !== store.currency)) return null;
  const units = profit.units.filter((count) => count.storeId === store.storeId);
  const sold = units.reduce((total, count) => total + count.units, 0);
  const withoutCostUnits = units.reduce((total, count) => total + count.withoutCost, 0);
  if (sold > 0 && withoutCostUnits === sold) return null;
  const gaps = profit.gaps.find(({ storeId }) => storeId === store.storeId);
  const { listing, store: ofStore, table, none } = gaps?.estimatedLines ?? { listing: 0, store: 0, table: 0, none: 0 };
  const open = listing + ofStore + table + none;
  const lines = open + (gaps?.settledLines ?? 0);
  if (lines > 0 && none === lines) return null;
  const sales = entries.filter(({ line }) => line === 'sales').reduce((total, entry) => total + entry.amountMinor, 0);
  const hidden = units.reduce((total, count) => total + count.salesWithoutCostMinor, 0);
  return {
    minor: entries.reduce((total, entry) => total + entry.amountMinor, 0),
    sales,
    estimated: lines === 0 ? 0 : open / lines,
    withoutCost: sales > 0 ? Math.min(1, hidden / sales) : 0,
  };
}
