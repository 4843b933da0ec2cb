/** What products puts on the morning list: listings that sell without a known unit cost, and the share of sales that hides its profit. */
import { addDays, type Day } from '../core/day.js';
import type { Sentence, Step } from '../core/page.js';
import type { Database } from '../db/connection.js';
import { costEntries } from '../facts/costQueries.js';
import { groupBy } from '../measures/grouping.js';
import { salesWithoutCost } from './costs/listTable.js';
import { salesBySku } from './costs/queries.js';
import { listingsOf } from './queries.js';

const SALES_DAYS = 30;

/** One line for all stores. Amounts of two currencies are never added: of several, the lowest and the highest share. */
export function productsTodo(db: Database, storeIds: readonly number[], asOf: Day): Step[] {
  const sales = salesBySku(db, storeIds, { from: addDays(asOf, -SALES_DAYS), to: addDays(asOf, -1) });
  const stores = storeIds.map((storeId) => ({ storeId, name: '' }));
  const things = salesWithoutCost({ asOf, stores, listings: listingsOf(db, storeIds), costs: costEntries(db, storeIds), sales }).filter(
    ([sold]) => sold !== undefined && sold.listingPk !== null,
  );
  const without = things.flat();
  if (without.length === 0) return [];
  const shares = [...groupBy(sales, (row) => row.currency).entries()].flatMap(([currency, rows]) => {
    const total = rows.reduce((sum, row) => sum + (row.salesMinor ?? 0), 0);
    const hidden = without.filter((row) => row.currency === currency).reduce((sum, row) => sum + (row.salesMinor ?? 0), 0);
    return total > 0 && hidden > 0 ? [hidden / total] : [];
  });
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const share = (value: number) => ({ value, kind: 'ratio', digits: 0 }) as const;
  const range: Sentence = shares.length === 0 ? [] : [', ', share(least), ...(most > least ? [' to ', share(most)] : []), ' of sales'];
  return [
    {
      text: [{ value: things.length, kind: 'integer' }, things.length === 1 ? ' sells' : ' sell', ' without a known unit cost', ...range],
      command: 'eco products costs list --missing',
    },
  ];
}
