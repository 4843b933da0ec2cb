/** What products puts on the morning list: listings that sell without a known unit cost, and the share of sales that hides its profit. */
import { addDays, type Day } from '../core/day.js';
import type { Step } from '../core/page.js';
import type { Database } from '../db/connection.js';
import { salesByThing } from '../facts/salesQueries.js';
import { groupBy } from '../measures/grouping.js';

const SALES_DAYS = 30;

/** One line for all stores; the shares are those of each currency, since amounts of two are never added. */
export function productsTodo(db: Database, storeIds: readonly number[], asOf: Day): Step[] {
  const sales = salesByThing(db, storeIds, { from: addDays(asOf, -SALES_DAYS), to: addDays(asOf, -1) });
  const costed = new Set(
    db
      .prepare('SELECT listing_pk FROM listings WHERE store_id IN (SELECT value FROM json_each(?)) AND cost_micros IS NOT NULL')
      .pluck()
      .all(JSON.stringify(storeIds)) as number[],
  );
  const without = sales.filter((row) => row.listingPk !== null && !costed.has(row.listingPk));
  if (without.length === 0) return [];
  const shares = [...groupBy(sales, (row) => row.currency).entries()].flatMap(([currency, rows]) => {
    const total = rows.reduce((sum, row) => sum + (row.salesMinor ?? 0), 0);
    const hidden = without.filter((row) => row.currency === currency).reduce((sum, row) => sum + (row.salesMinor ?? 0), 0);
    return currency === null || hidden === 0 ? [] : [{ currency, share: hidden / total }];
  });
  const listings = new Set(without.map((row) => row.listingPk)).size;
  return [
    {
      text: [
        { value: listings, kind: 'integer' },
        listings === 1 ? ' listing that sells has no unit cost' : ' listings that sell have no unit cost',
        ...shares
          .sort((a, b) => (a.currency < b.currency ? -1 : 1))
          .flatMap(({ currency, share }, at) => [
            at === 0 ? ': ' : ', ',
            { value: share, kind: 'ratio', digits: 0 } as const,
            ` of ${currency} sales`,
          ]),
      ],
      command: "eco products list --where 'cost_amount=' --sort -units_30d",
    },
  ];
}
