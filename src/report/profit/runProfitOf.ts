/** The profit of a store's periods, for the reports that show it beside other figures. */
import type { Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { costEntries } from '../../facts/costQueries.js';
import { commonFacts, NO_LESSONS, profitFacts } from '../../facts/profitFacts.js';
import type { Store } from '../../facts/stores.js';
import { type BriefProfit, briefProfit } from '../../measures/profit/brief.js';
import { chooseAds, chooseLedgers } from '../../measures/profit/choose.js';
import { MONEY_REPORTS } from '../../measures/profit/classify.js';
import { profitBasis, profitOf } from '../../measures/profit/profit.js';

/** Each period's profit, refunds on their own day, goods costed by period; null where it cannot be told. */
export function profitOfPeriods(
  db: Database,
  store: Store,
  periods: readonly Period[],
): (Period & { readonly profit: BriefProfit | null })[] {
  const storeIds = [store.storeId];
  const costs = costEntries(db, storeIds);
  // Without any cost there is no profit to tell, and nothing more needs to be asked.
  if (costs.length === 0) return periods.map((period) => ({ ...period, profit: null }));
  const common = commonFacts(db, storeIds, MONEY_REPORTS, costs);
  const basis = profitBasis({ stores: [store], ...common, lessonsBefore: NO_LESSONS });
  return periods.map((period) => {
    const told = profitFacts(
      db,
      storeIds,
      { period, detail: 'sum', layered: false, expectsBefore: false, reports: MONEY_REPORTS, chooseAds, chooseLedgers },
      common,
    );
    const options = { period, view: 'by-refund-date', method: 'period', currency: null } as const;
    return { ...period, profit: briefProfit(profitOf({ stores: [store], ...told }, options, basis), store) };
  });
}
