/** Which writer keeps which subject, and what each needs to know of the format. */
import type { Subject } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import { AD_CHANGES, AD_ENTITIES } from '../facts/adEntities.js';
import { ADS } from '../facts/ads.js';
import { pruneTargets } from '../facts/adTargets.js';
import type { FoldContext, OrderState, SubjectWriter } from '../facts/fold.js';
import { matchItems, pruneItems } from '../facts/items.js';
import { clearListings, listingsWriter } from '../facts/listings.js';
import { MARKET_KEYWORDS, OFFERS } from '../facts/market.js';
import { movementsWriter } from '../facts/movements.js';
import { clearOrders, ordersWriter } from '../facts/orders.js';
import { type PeriodTable, periodTableWriter } from '../facts/periodRows.js';
import { clearPeriods } from '../facts/periods.js';
import { COSTS, PURCHASES } from '../facts/purchases.js';
import { REVIEWS } from '../facts/reviews.js';
import { SHOP } from '../facts/shop.js';
import { clearStock, stockWriter } from '../facts/stock.js';
import { TRAFFIC } from '../facts/traffic.js';
import { transactionsWriter } from '../facts/transactions.js';
import type { Binding } from '../platforms/binding.js';
import type { ReportFormat, StateRule } from '../platforms/define.js';

/** Subjects with a writer of their own. */
type Special = 'listings' | 'stock' | 'orders' | 'transactions' | 'movements';

/** The others: a row of the file is a row of one table. */
const PLAIN: Readonly<Record<Exclude<Subject, Special>, PeriodTable>> = {
  traffic: TRAFFIC,
  ads: ADS,
  shop: SHOP,
  adEntities: AD_ENTITIES,
  adChanges: AD_CHANGES,
  marketKeywords: MARKET_KEYWORDS,
  offers: OFFERS,
  reviews: REVIEWS,
  purchases: PURCHASES,
  costs: COSTS,
};

/** The writer of a subject for one import. */
export function subjectWriter(db: Database, subject: Subject, fold: FoldContext, binding: Binding): SubjectWriter {
  switch (subject) {
    case 'listings':
      return listingsWriter(db, fold, listingRules(binding));
    case 'stock':
      return stockWriter(db, fold);
    case 'orders':
      return ordersWriter(db, fold);
    case 'transactions':
      return transactionsWriter(db, fold);
    case 'movements':
      return movementsWriter(db, fold);
    default:
      return periodTableWriter(db, fold, PLAIN[subject]);
  }
}

/** Takes the facts of one subject of an account away, before they are folded again. */
export function clearSubject(db: Database, subject: Subject, accountId: number): void {
  if (subject === 'listings') clearListings(db, accountId);
  else if (subject === 'stock') clearStock(db, accountId);
  else if (subject === 'orders') clearOrders(db, accountId);
  else clearPeriods(db, accountId, subject);
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
    optionValues: format.variationOf?.headers ?? null,
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
