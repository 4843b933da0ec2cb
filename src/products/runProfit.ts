/** Runs `eco products profit`: the listings of all stores, the most profitable first. */
import { profitFacts } from '../facts/profitFacts.js';
import { withCurrency } from '../facts/salesQueries.js';
import { chooseAds, chooseLedgers } from '../measures/profit/choose.js';
import { MONEY_REPORTS } from '../measures/profit/classify.js';
import { Things } from '../measures/profit/entries.js';
import { profitNotes } from '../measures/profit/notes.js';
import { type ProfitFlags, profitOptions } from '../measures/profit/options.js';
import { profitOf } from '../measures/profit/profit.js';
import { profitTable } from '../measures/profit/statement.js';
import type { Session } from '../session.js';

export async function runProfit(session: Session, flags: ProfitFlags): Promise<void> {
  const db = await session.database();
  const stores = withCurrency(db, await session.stores(db));
  const asOf = session.asOf(stores);
  const options = profitOptions(flags, asOf);
  const { period, view, method, currency } = options;
  const told = profitFacts(
    db,
    stores.map(({ storeId }) => storeId),
    { period, detail: 'sum', layered: method !== 'period', expectsBefore: false, reports: MONEY_REPORTS, chooseAds, chooseLedgers },
  );
  const facts = { stores, ...told };
  const profit = profitOf(facts, options);
  await session.print(
    profitTable(profit, {
      id: 'products.profit/1',
      asOf,
      by: ['store', 'listing'],
      stores,
      things: new Things(told.items),
      notes: profitNotes(profit, options, facts),
      params: { from: period.from, to: period.to, refunds: view, cost: method, currency },
      ranked: true,
    }),
  );
}
