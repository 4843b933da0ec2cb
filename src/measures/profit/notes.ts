/** What a reader of a profit must know: what is estimated, what is missing and what that hides, and how to close it. */

import { counted, thousands } from '../../core/count.js';
import { addDays, type Day, type Period } from '../../core/day.js';
import { decimalFromMinor } from '../../core/money.js';
import type { AdCost } from '../../core/profitFacts.js';
import { groupBy } from '../grouping.js';
import type { Gaps, Profit, ProfitOptions, ProfitStore } from './entries.js';
import { tableFees, termsOf } from './feeTable.js';
import { isUnknownFee, lineOf } from './lines.js';
import { isCostedInAll } from './rollup.js';

export interface NotedFacts {
  readonly stores: readonly ProfitStore[];
  readonly storesWithReturns: readonly number[];
  readonly ads: readonly AdCost[];
  /** First and last day that the settlements and statements of a store speak of. */
  readonly booked: readonly { readonly storeId: number; readonly from: Day; readonly to: Day }[];
}

export function profitNotes(profit: Profit, options: ProfitOptions, facts: NotedFacts): string[] {
  const { from, to } = options.period;
  if (profit.entries.length === 0)
    return [`Nothing was sold or booked from ${from} to ${to}. What has come in, and of which days: eco files list`];
  return facts.stores.flatMap((store) => {
    const gaps = profit.gaps.find(({ storeId }) => storeId === store.storeId);
    if (!gaps) return [];
    return [
      ...bookedNotes(store, facts, options.period),
      ...estimateNotes(store, gaps, options.period),
      ...costNotes(store, profit, gaps, options),
      ...refundNotes(store, profit, gaps, facts),
      ...feeNotes(store, profit),
      ...adNotes(store, facts.ads, options.period),
      ...rateNotes(store, gaps),
    ];
  });
}

/** What is booked without an order, and refunds, is known for the days of settlements only. */
function bookedNotes({ storeId, name }: ProfitStore, facts: NotedFacts, { from, to }: Period): string[] {
  const span = facts.booked.find((each) => each.storeId === storeId);
  if (!span) return [];
  const notes: string[] = [];
  if (span.from > from)
    notes.push(
      `${name}: no settlement or statement before ${span.from}: refunds, storage and other charges of these days are not known, so profit is too high by them. Import older ones.`,
    );
  if (span.to < to)
    notes.push(
      `${name}: settlements and statements reach to ${span.to}: refunds, storage and other charges of later days are still to come.`,
    );
  return notes;
}

function estimateNotes({ name, ...store }: ProfitStore, gaps: Gaps, period: Period): string[] {
  const { listing, store: ofStore, table, none } = gaps.estimatedLines;
  const estimated = listing + ofStore + table + none;
  const all = estimated + gaps.settledLines;
  const notes: string[] = [];
  if (listing + ofStore > 0)
    notes.push(
      `${name}: fees of ${listing + ofStore} of ${all} order lines are estimated until their settlement comes: ${listing} from their listing’s settled orders, ${ofStore} from the store’s.`,
    );
  if (table > 0) {
    const used = tableFees(store, period.to).map(
      (fee) =>
        `${fee.name} ${termsOf(fee, store.currency)} (${fee.scope}; since ${fee.effectiveFrom}, certainty ${fee.certainty}: ${fee.source})`,
    );
    notes.push(
      `${name}: no settled order to learn fees from, so ${table} order lines have those that are published: ${used.join('; ')}. Import settlements to see the real ones.`,
    );
  }
  if (none > 0)
    notes.push(
      `${name}: ${none} order lines have no fees yet, booked or estimated: profit is too high by them. Import the platform’s settlements or statements.`,
    );
  if (gaps.unpricedUnits > 0)
    notes.push(
      `${name}: ${counted(gaps.unpricedUnits, 'unit of pending orders has', 'units of pending orders have')} no price yet; ${gaps.unpricedUnits - gaps.unpricedWithoutEstimate} counted at their listing’s usual price, ${gaps.unpricedWithoutEstimate} not at all.`,
    );
  if (gaps.paymentsWithoutOrder > 0)
    notes.push(
      `${name}: ${counted(gaps.paymentsWithoutOrder, 'payment belongs', 'payments belong')} to no imported order that counts: what was paid counts as sales, tax and shipping in it. Import the orders of these days.`,
    );
  return notes;
}

function costNotes(store: ProfitStore, profit: Profit, gaps: Gaps, { method }: ProfitOptions): string[] {
  const { storeId, name } = store;
  const counts = profit.units.filter((count) => count.storeId === storeId);
  const add = (value: (count: (typeof counts)[number]) => number) => counts.reduce((total, count) => total + value(count), 0);
  const [units, without] = [add((count) => count.units), add((count) => count.withoutCost)];
  const notes: string[] = [];
  const byCurrency = groupBy(counts, ({ currency }) => currency);
  const isMost = !isCostedInAll(profit, store);
  if (without > 0) {
    const listings = new Set(counts.filter(({ withoutCost }) => withoutCost > 0).map(({ thing }) => thing)).size;
    const hidden = [...byCurrency]
      .map(([currency, ofOne]) => [currency, ofOne.reduce((total, count) => total + count.salesWithoutCostMinor, 0)] as const)
      .filter(([, minor]) => minor > 0)
      .map(([currency, minor]) => `${decimalFromMinor(minor, currency)} ${currency ?? ''}`.trim());
    notes.push(
      `${name}: ${thousands(without)} of ${counted(units, 'unit', 'units')} sold (${counted(listings, 'listing', 'listings')}, sales of ${hidden.join(' and ') || 'unknown amount'}) have no cost: ${isMost ? 'the profit is unknown' : 'profit is too high by it'}. eco products costs import costs.csv`,
    );
  }
  if (gaps.linesWithoutUnits > 0)
    notes.push(
      `${name}: ${counted(gaps.linesWithoutUnits, 'order line does', 'order lines do')} not tell how many units, so the goods are in no cost: ${isMost ? 'the profit is unknown' : 'profit is too high by them'}. Import an order report with quantities.`,
    );
  if (gaps.assumedCostUnits > 0)
    notes.push(
      `${name}: ${gaps.assumedCostUnits} units are costed with a cost that an export told only later (marked as estimated). Say since when it holds: eco products costs set`,
    );
  if (method !== 'period' && gaps.uncoveredUnits > 0)
    notes.push(`${name}: ${gaps.uncoveredUnits} units were sold beyond the deliveries that costs tell: they are costed by period.`);
  return notes;
}

function refundNotes({ storeId, name }: ProfitStore, profit: Profit, gaps: Gaps, facts: NotedFacts): string[] {
  const refunds = profit.entries.filter((entry) => entry.storeId === storeId && entry.line === 'refunds');
  const notes: string[] = [];
  if (refunds.length > 0 && !facts.storesWithReturns.includes(storeId))
    notes.push(
      `${name}: no report of returned units, so no cost of goods comes back with refunds: profit is too low by what came back sellable.`,
    );
  if (gaps.returnedWithoutCondition > 0)
    notes.push(`${name}: ${gaps.returnedWithoutCondition} returned units come without a condition: none of them counts as sellable.`);
  if (gaps.hasRefundsByOrders)
    notes.push(`${name}: some refunds are told by orders only, without their day: they count on the day of the order in both views.`);
  return notes;
}

function feeNotes({ storeId, name }: ProfitStore, profit: Profit): string[] {
  const unknown = new Set(
    profit.entries.filter((entry) => entry.storeId === storeId && isUnknownFee(entry.line)).map(({ line }) => lineOf(line).label),
  );
  if (unknown.size === 0) return [];
  return [`${name}: booked under names that eco does not know, each a line of its own: ${[...unknown].sort().join(', ')}.`];
}

/** Days that no row of the platform's ad reports speaks of, where there is any in the period. */
function adNotes({ storeId, name }: ProfitStore, ads: readonly AdCost[], period: Period): string[] {
  const told = ads.filter((row) => row.storeId === storeId && row.channel === '');
  if (told.length === 0) return [];
  const missing: Day[] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1))
    if (!told.some(({ from, to }) => from <= day && day <= to)) missing.push(day);
  if (missing.length === 0) return [];
  const days = missing.length === 1 ? `${missing[0]}` : `${missing.length} days between ${missing[0]} and ${missing.at(-1)}`;
  return [`${name}: no ad report tells what ads cost on ${days}: profit is too high by it. Import the ad reports of these days.`];
}

function rateNotes({ name }: ProfitStore, gaps: Gaps): string[] {
  const notes: string[] = [];
  if (gaps.costsWithoutRate.size > 0)
    notes.push(
      `${name}: costs told in another currency have no exchange rate of the day (${[...gaps.costsWithoutRate].sort().join(', ')}): those units count as without a cost. Import a table of rates.`,
    );
  if (gaps.amountsWithoutRate.size > 0)
    notes.push(
      `${name}: no exchange rate of the day for ${[...gaps.amountsWithoutRate].sort().join(', ')}: these amounts stay in their own currency. Import a table of rates.`,
    );
  return notes;
}
