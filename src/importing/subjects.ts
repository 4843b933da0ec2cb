/** Which writer keeps which subject, and what each needs to know of the format. */
import type { Subject } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import { adsWriter, pruneTargets } from '../facts/ads.js';
import type { FoldContext, OrderState, SubjectWriter } from '../facts/fold.js';
import { matchItems, pruneItems } from '../facts/items.js';
import { clearListings, listingsWriter } from '../facts/listings.js';
import { clearOrders, ordersWriter } from '../facts/orders.js';
import { clearPeriods } from '../facts/periods.js';
import { clearStock, stockWriter } from '../facts/stock.js';
import { trafficWriter } from '../facts/traffic.js';
import type { Binding } from '../platforms/binding.js';
import type { ReportFormat, StateRule } from '../platforms/define.js';

/** The writer of a subject for one import. */
export function subjectWriter(db: Database, subject: Subject, fold: FoldContext, binding: Binding): SubjectWriter {
  switch (subject) {
    case 'listings':
      return listingsWriter(db, fold, listingRules(binding));
    case 'stock':
      return stockWriter(db, fold);
    case 'orders':
      return ordersWriter(db, fold);
    case 'traffic':
      return trafficWriter(db, fold);
    case 'ads':
      return adsWriter(db, fold);
  }
}

/** Takes the facts of one subject of an account away, before they are folded again. */
export function clearSubject(db: Database, subject: Subject, accountId: number): void {
  switch (subject) {
    case 'listings':
      clearListings(db, accountId);
      break;
    case 'stock':
      clearStock(db, accountId);
      break;
    case 'orders':
      clearOrders(db, accountId);
      break;
    case 'traffic':
    case 'ads':
      clearPeriods(db, accountId, subject);
      break;
  }
}

/** After facts changed: items point at their listings again. */
export function settleAccount(db: Database, accountId: number): void {
  matchItems(db, accountId);
}

/** After facts were taken away: what nothing mentions any more goes too. */
export function pruneAccount(db: Database, accountId: number): void {
  pruneItems(db, accountId);
  pruneTargets(db, accountId);
}

function listingRules(binding: Binding) {
  const { format, bound, header, attributes } = binding;
  const variationPart = format.listingKey?.[1];
  return {
    attributeHeaders: attributes.map((at) => header[at] ?? ''),
    partialKey: variationPart !== undefined && !bound.has(variationPart),
    wholeProduct: variationPart !== undefined,
    firstRowIsParent: format.firstRowIsParent === true,
    isParent: (role: string | null) => role !== null && format.parentRole?.test(role) === true,
  };
}

/** What a platform's status means for counting: unknown words count as placed, since platforms name only the exceptions. */
export function stateReader(rule: StateRule | undefined): (status: string | null) => OrderState {
  return (status) => {
    if (!rule || status === null) return 'placed';
    if (rule.cancelled.test(status)) return 'cancelled';
    return rule.pending?.test(status) ? 'pending' : 'placed';
  };
}

/** Deliveries for other shops are no sales of this one. */
export function saleChannelReader(format: ReportFormat): (channel: string | null) => boolean {
  return (channel) => channel === null || !format.noSaleChannel?.test(channel);
}
