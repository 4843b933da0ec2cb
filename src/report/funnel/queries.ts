/** What the funnel asks of the facts besides the figures of the period. */
import type { Day, Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { SOLD_IN_PERIODS, THING } from '../../facts/salesQueries.js';

export interface KeptOrders {
  readonly from: Day;
  readonly to: Day;
  /** The listing; null in sums over the store. */
  readonly key: string | null;
  readonly orders: number;
  /** Orders whose report tells what was refunded of them. */
  readonly told: number;
  /** Refunded in part or whole, by their report; or returned, by a report of returns. */
  readonly refunded: number;
  readonly returned: number;
}

/** Orders that count and what became of them, by period, and by listing where that is asked. */
export function keptOrders(db: Database, storeId: number, periods: readonly Period[], byListing: boolean): KeptOrders[] {
  const isReturned = byListing
    ? `(h.order_id, ${THING}) IN (SELECT order_id, thing FROM back)`
    : 'h.order_id IN (SELECT order_id FROM back)';
  return db
    .prepare(
      `WITH back AS MATERIALIZED (
         SELECT DISTINCT m.order_id, ${THING} AS thing FROM period_units u CROSS JOIN movements m USING (unit_pk) JOIN items i USING (item_pk)
         WHERE u.subject = 'movements' AND u.grain = 'return' AND u.superseded_by IS NULL AND m.order_id IS NOT NULL)
       SELECT "from", "to", "key", count(*) AS orders, count(refunded) AS told, coalesce(sum(refunded > 0), 0) AS refunded, sum(returned) AS returned
       FROM (SELECT p.value ->> 'from' AS "from", p.value ->> 'to' AS "to", ${byListing ? THING : 'NULL'} AS "key",
               coalesce(h.refunded_minor, sum(l.refunded_minor)) AS refunded, ${isReturned} AS returned
             FROM ${SOLD_IN_PERIODS} JOIN items i ON i.item_pk = l.item_pk GROUP BY 1, 2, 3, l.order_pk)
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
    .all({ storeId, periods: JSON.stringify(periods) }) as KeptOrders[];
}

/** The last day of the newest report of returns; null where there is none. */
export function returnsUntil(db: Database, storeId: number): Day | null {
  return db
    .prepare(
      `SELECT max(period_to) FROM period_units WHERE subject = 'movements' AND grain = 'return' AND store_id = ? AND superseded_by IS NULL`,
    )
    .pluck()
    .get(storeId) as Day | null;
}

export interface SourceRow {
  readonly source: string;
  readonly visitors: number | null;
  readonly carts: number | null;
  readonly buyers: number | null;
}

/** Sources of the whole shop in exactly this period: people of shorter ones are not added. */
export function sourcesOf(db: Database, storeId: number, period: Period): SourceRow[] {
  return db
    .prepare(
      `SELECT t.source || coalesce(' › ' || t.source_detail, '') AS source, max(t.visitors) AS visitors, max(t.cart_users) AS carts, max(t.buyers) AS buyers
       FROM period_units u JOIN traffic t USING (unit_pk)
       WHERE u.subject = 'traffic' AND u.store_id = @storeId AND u.superseded_by IS NULL AND u.about = '' AND u.period_from = @from AND u.period_to = @to
         AND t.source IS NOT NULL
       GROUP BY 1 HAVING count(*) = 1 ORDER BY 1`,
    )
    .all({ storeId, ...period }) as SourceRow[];
}
