/** Sales of periods, divided by what may carry a change of them. */
import type { Day, Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { THING } from '../../facts/salesQueries.js';

export interface SalesPart {
  readonly from: Day;
  readonly to: Day;
  readonly label: string;
  readonly sales: number;
}

const PERIOD = `p.value ->> 'from' AS "from", p.value ->> 'to' AS "to"`;

/** Sales of each period by listing, in one currency (what has no price names none). */
export function salesBySku(db: Database, storeId: number, periods: readonly Period[], currency: string | null): SalesPart[] {
  return db
    .prepare(
      `SELECT ${PERIOD}, ${THING} AS thing, coalesce(min(g.sku), min(g.listing_key), min(i.sku), min(i.platform_item), min(i.title)) AS label,
         sum(l.amount_minor) AS sales
       FROM items i CROSS JOIN json_each(@periods) p
         CROSS JOIN order_lines l ON l.item_pk = i.item_pk AND l.ordered_on BETWEEN p.value ->> 'from' AND p.value ->> 'to'
         JOIN orders o USING (order_pk) LEFT JOIN listings g ON g.listing_pk = i.listing_pk
       WHERE i.store_id = @storeId AND l.counts = 1 AND l.amount_minor IS NOT NULL AND coalesce(o.currency, @currency) IS @currency
       GROUP BY 1, 2, thing ORDER BY 1, 2, label, thing`,
    )
    .all({ storeId, periods: JSON.stringify(periods), currency }) as SalesPart[];
}

/** Sales of each period by where the order came in and who ships it, as the order report calls them. */
export function salesByChannel(db: Database, storeId: number, periods: readonly Period[], currency: string | null): SalesPart[] {
  return db
    .prepare(
      `SELECT ${PERIOD}, channel AS label, sum(sales) AS sales FROM (
         SELECT p.value, coalesce(o.sales_channel || coalesce(' · shipped by ' || o.fulfilment, ''), 'shipped by ' || o.fulfilment) AS channel,
           l.amount_minor AS sales
         FROM items i CROSS JOIN json_each(@periods) p
           CROSS JOIN order_lines l ON l.item_pk = i.item_pk AND l.ordered_on BETWEEN p.value ->> 'from' AND p.value ->> 'to'
           JOIN orders o USING (order_pk)
         WHERE i.store_id = @storeId AND l.counts = 1 AND l.amount_minor IS NOT NULL AND coalesce(o.currency, @currency) IS @currency) p
       WHERE channel IS NOT NULL GROUP BY 1, 2, label ORDER BY 1, 2, label`,
    )
    .all({ storeId, periods: JSON.stringify(periods), currency }) as SalesPart[];
}
