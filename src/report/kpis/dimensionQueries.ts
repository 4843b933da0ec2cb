/** Sales of periods, divided by what may carry a change of them. */
import type { Day, Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { prepared } from '../../db/prepared.js';
import { SOLD_IN_PERIODS, THING } from '../../facts/salesQueries.js';

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
       FROM ${SOLD_IN_PERIODS} JOIN items i ON i.item_pk = l.item_pk LEFT JOIN listings g ON g.listing_pk = i.listing_pk
       WHERE l.amount_minor IS NOT NULL AND coalesce(o.currency, @currency) IS @currency
       GROUP BY 1, 2, thing ORDER BY 1, 2, label, thing`,
    )
    .all({ storeId, periods: JSON.stringify(periods), currency }) as SalesPart[];
}

/** Sales of each period by where the order came in and who ships it, as the order report calls them. */
export function salesByChannel(db: Database, storeId: number, periods: readonly Period[], currency: string | null): SalesPart[] {
  // By profile first: a channel is a text, made of others.
  return prepared(
    db,
    `SELECT ${PERIOD}, channel AS label, sum(sales) AS sales FROM (
       SELECT sold.value, coalesce(c.sales_channel || coalesce(' · shipped by ' || c.fulfilment, ''), 'shipped by ' || c.fulfilment) AS channel, sold.sales
       FROM (SELECT p.value, h.profile_pk, sum(l.amount_minor) AS sales FROM ${SOLD_IN_PERIODS}
             WHERE l.amount_minor IS NOT NULL AND coalesce(o.currency, @currency) IS @currency GROUP BY p.key, h.profile_pk) sold
         JOIN order_profiles c USING (profile_pk)) p
     WHERE channel IS NOT NULL GROUP BY 1, 2, label ORDER BY 1, 2, label`,
  ).all({ storeId, periods: JSON.stringify(periods), currency }) as SalesPart[];
}
