/** Everything that a profit is computed from, asked of the facts in one go. */
import type { Day, Period } from '../core/day.js';
import type { AdCost, Detail, FeeLessons, ItemName, LossRow, MoneyNames, MoneyRow, OrderGroup, ReturnRow } from '../core/profitFacts.js';
import type { Database } from '../db/connection.js';
import { type AdReport, adReports } from './adQueries.js';
import { type CostEntry, costEntries } from './costQueries.js';
import { feeLessons, lessonsByNow } from './feeQueries.js';
import {
  adCosts,
  bookedSpans,
  itemNames,
  type LedgerReport,
  ledgerReports,
  lossRows,
  orderGroups,
  returnRows,
  storesWithReturns,
} from './profitQueries.js';
import { type KnownRate, ratesUpTo } from './rates.js';
import { unitsByItemAndDay } from './salesQueries.js';
import { moneyRows } from './transactionQueries.js';

export interface ProfitQuestion {
  readonly period: Period;
  readonly detail: Detail;
  /** Whether goods are costed by deliveries: then everything sold since the first one is asked for. */
  readonly layered: boolean;
  /** Whether to tell what fees were expected before the period. */
  readonly expectsBefore: boolean;
  /** How reports about money name what they book. */
  readonly reports: readonly MoneyNames[];
  /** Which of the ad reports that touch the period to add up. */
  readonly chooseAds: (reports: readonly AdReport[], period: Period) => readonly number[];
  /** Which of the ledgers that touch the period to add up. */
  readonly chooseLedgers: (reports: readonly LedgerReport[], period: Period) => readonly number[];
}

/** What the profits of all periods of some stores have in common. */
export interface CommonFacts {
  readonly items: ItemName[];
  readonly storesWithReturns: number[];
  /** Days that settlements and statements speak of. */
  readonly booked: { readonly storeId: number; readonly from: Day; readonly to: Day }[];
  /** What is known by now of the fees to expect. */
  readonly lessons: FeeLessons;
  readonly costs: CostEntry[];
}

export interface ToldProfit extends CommonFacts {
  /** What was known before the period; empty where nobody asks what was expected then. */
  readonly lessonsBefore: FeeLessons;
  readonly money: MoneyRow[];
  readonly orders: OrderGroup[];
  readonly returns: ReturnRow[];
  readonly losses: LossRow[];
  readonly ads: AdCost[];
  readonly rates: KnownRate[];
  readonly history: {
    readonly sales: { readonly itemPk: number; readonly day: Day; readonly units: number }[];
    readonly returns: ReturnRow[];
  };
}

export const NO_LESSONS: FeeLessons = { fees: [], settled: [] };

/** Names, costs, and what settled orders teach about fees. */
export function commonFacts(
  db: Database,
  storeIds: readonly number[],
  reports: readonly MoneyNames[],
  costs: CostEntry[] = costEntries(db, storeIds),
): CommonFacts {
  return {
    items: itemNames(db, storeIds),
    storesWithReturns: storesWithReturns(db, storeIds),
    booked: bookedSpans(db, storeIds),
    lessons: lessonsByNow(db, storeIds, reports),
    costs,
  };
}

/** The facts of a profit of these stores. */
export function profitFacts(
  db: Database,
  storeIds: readonly number[],
  question: ProfitQuestion,
  common: CommonFacts = commonFacts(db, storeIds, question.reports),
): ToldProfit {
  const { period, detail, reports } = question;
  const ask = { storeIds, period, detail };
  const chosen = question.chooseAds(adReports(db, storeIds, period), period);
  const deliveries = common.costs.flatMap(({ quantity, from }) => (quantity === null || from === null ? [] : [from])).sort();
  const first = question.layered ? deliveries[0] : undefined;
  const since = [period.from, ...deliveries].sort()[0] as Day;
  return {
    ...common,
    lessonsBefore: question.expectsBefore ? feeLessons(db, storeIds, reports, period.from) : NO_LESSONS,
    money: moneyRows(db, ask, reports),
    orders: orderGroups(db, ask, reports),
    returns: returnRows(db, ask),
    losses: lossRows(db, storeIds, period, question.chooseLedgers(ledgerReports(db, storeIds, period), period)),
    ads: adCosts(db, chosen, detail),
    rates: ratesUpTo(db, period.to, { since }),
    history:
      first === undefined
        ? { sales: [], returns: [] }
        : {
            sales: unitsByItemAndDay(db, storeIds, { from: first, to: period.to }),
            returns: returnRows(db, { storeIds, period: { from: first, to: period.to }, detail: 'sum' }),
          },
  };
}

/** The files that imports came from. */
export function filesOfImports(
  db: Database,
  importIds: readonly number[],
): Map<number, { readonly file: string; readonly reportFormat: string }> {
  const rows = db
    .prepare('SELECT import_id AS id, file, report_format AS reportFormat FROM imports WHERE import_id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(importIds)) as { id: number; file: string; reportFormat: string }[];
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
