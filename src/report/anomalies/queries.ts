/** What the detector asks of the facts: figures by day, of stores and of things, from reports of single days only. */
import type { Day, Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { THING } from '../../facts/salesQueries.js';

export interface OrdersOfDay {
  readonly day: Day;
  readonly currency: string | null;
  readonly orders: number;
  readonly units: number;
  readonly sales: number | null;
  /** Lines without a price yet: the day's sales are not known. */
  readonly unpriced: number;
}

/** Orders that count, by day and currency. */
export function ordersByDay(db: Database, storeId: number, period: Period): OrdersOfDay[] {
  return db
    .prepare(
      `SELECT l.ordered_on AS day, o.currency, count(DISTINCT l.order_pk) AS orders, coalesce(sum(l.quantity), 0) AS units,
         sum(l.amount_minor) AS sales, sum(l.amount_minor IS NULL) AS unpriced
       FROM items i CROSS JOIN order_lines l ON l.item_pk = i.item_pk AND l.ordered_on BETWEEN @from AND @to JOIN orders o USING (order_pk)
       WHERE i.store_id = @storeId AND l.counts = 1 GROUP BY l.ordered_on, o.currency ORDER BY l.ordered_on, o.currency`,
    )
    .all({ storeId, ...period }) as OrdersOfDay[];
}

export interface TrafficOfDay {
  readonly thing: string;
  readonly day: Day;
  readonly grain: string;
  readonly sessions: number | null;
  readonly units: number | null;
  readonly evidenceAt: number;
}

/** Visits and units of things, from traffic reports of single days about child items or SKUs; visits stand on every row of an item. */
export function trafficByThing(db: Database, storeId: number, period: Period): TrafficOfDay[] {
  return db
    .prepare(
      `SELECT ${THING} AS thing, u.period_from AS day, u.grain, max(t.sessions) AS sessions, sum(t.units) AS units, max(u.evidence_at) AS evidenceAt
       FROM period_units u CROSS JOIN traffic t USING (unit_pk) JOIN items i USING (item_pk)
       WHERE u.subject = 'traffic' AND u.store_id = @storeId AND u.period_from BETWEEN @from AND @to AND u.period_to = u.period_from
         AND u.superseded_by IS NULL AND u.grain IN ('child', 'sku')
       GROUP BY thing, u.period_from, u.grain ORDER BY thing, u.period_from, u.grain`,
    )
    .all({ storeId, ...period }) as TrafficOfDay[];
}

export interface AdsOfDay {
  readonly day: Day;
  readonly channel: string;
  readonly grain: string;
  readonly currency: string | null;
  readonly costMicros: number | null;
}

/** What was spent on ads, from reports of single days. */
export function adSpendByDay(db: Database, storeId: number, period: Period): AdsOfDay[] {
  return db
    .prepare(
      `SELECT u.period_from AS day, u.channel, u.grain, a.currency, sum(a.cost_micros) AS costMicros
       FROM period_units u CROSS JOIN ads a USING (unit_pk)
       WHERE u.subject = 'ads' AND u.store_id = @storeId AND u.period_from BETWEEN @from AND @to AND u.period_to = u.period_from
         AND u.superseded_by IS NULL
       GROUP BY u.period_from, u.channel, u.grain, a.currency ORDER BY u.period_from, u.channel, u.grain, a.currency`,
    )
    .all({ storeId, ...period }) as AdsOfDay[];
}

export interface ThingName {
  readonly thing: string;
  readonly label: string;
}

/** What people call a thing: its SKU, else the platform's key of it. */
export function thingNames(db: Database, storeId: number): ThingName[] {
  return db
    .prepare(
      `SELECT ${THING} AS thing, coalesce(min(g.sku), min(g.listing_key), min(i.sku), min(i.platform_item), min(i.title)) AS label
       FROM items i LEFT JOIN listings g ON g.listing_pk = i.listing_pk WHERE i.store_id = ? GROUP BY thing ORDER BY thing`,
    )
    .all(storeId) as ThingName[];
}
