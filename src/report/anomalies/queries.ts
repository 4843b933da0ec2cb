/** What the detector asks of the facts: figures by day, of stores and of things, from reports of single days only. */
import type { Day, Period } from '../../core/day.js';
import type { MoneyNames } from '../../core/profitFacts.js';
import { shellWord } from '../../core/shellWord.js';
import type { Database } from '../../db/connection.js';
import { EVENT, MONEY_UNITS, NO_RIVAL, reportsParameter } from '../../facts/moneySql.js';
import { SALE } from '../../facts/orderDays.js';
import { THING } from '../../facts/salesQueries.js';

export interface OrdersOfDay {
  readonly day: Day;
  readonly currency: string | null;
  readonly orders: number;
  /** Null where an order does not tell its own. */
  readonly units: number | null;
  readonly sales: number | null;
  /** Orders with a line without a price yet: the day's sales are not known. */
  readonly unpriced: number;
}

/** Orders that count, by day and currency. */
export function ordersByDay(db: Database, storeId: number, period: Period): OrdersOfDay[] {
  return db
    .prepare(
      `SELECT d.ordered_on AS day, o.currency, sum(d.orders) AS orders, CASE WHEN sum(d.unknown_units) = 0 THEN sum(d.units) END AS units,
         sum(d.sales_minor) AS sales, sum(d.unpriced) AS unpriced
       FROM order_days d JOIN order_profiles o USING (profile_pk)
       WHERE d.store_id = @storeId AND d.ordered_on BETWEEN @from AND @to AND d.sale > ${SALE.none}
       GROUP BY d.ordered_on, o.currency ORDER BY d.ordered_on, o.currency`,
    )
    .all({ storeId, ...period }) as OrdersOfDay[];
}

export interface TrafficOfDay {
  readonly thing: string;
  readonly day: Day;
  readonly grain: string;
  readonly sessions: number | null;
  readonly units: number | null;
  readonly unitsRefunded: number | null;
  readonly pageViews: number | null;
  /** The share of them that saw the own offer in the buy box. */
  readonly buyBox: number | null;
  readonly evidenceAt: number;
}

/** Visits, views and units of things, from traffic reports of single days about child items or SKUs; visits stand on every row of an item. */
export function trafficByThing(db: Database, storeId: number, period: Period): TrafficOfDay[] {
  return db
    .prepare(
      `SELECT ${THING} AS thing, u.period_from AS day, u.grain, max(t.sessions) AS sessions, sum(t.units) AS units,
         sum(t.units_refunded) AS unitsRefunded, max(t.page_views) AS pageViews, max(t.buy_box_ratio) AS buyBox, max(u.evidence_at) AS evidenceAt
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
  readonly clicks: number | null;
  readonly orders: number | null;
  /** Days after a click within which an order counts; null where the report does not say. */
  readonly attributionDays: number | null;
  readonly evidenceAt: number;
}

/** What was spent on ads and what they brought, from reports of single days. */
export function adsByDay(db: Database, storeId: number, period: Period): AdsOfDay[] {
  return db
    .prepare(
      `SELECT u.period_from AS day, u.channel, u.grain, a.currency, sum(a.cost_micros) AS costMicros, sum(a.clicks) AS clicks,
         CASE WHEN count(*) = count(a.orders) THEN sum(a.orders) END AS orders, max(a.attribution_days) AS attributionDays, max(u.evidence_at) AS evidenceAt
       FROM period_units u CROSS JOIN ads a USING (unit_pk)
       WHERE u.subject = 'ads' AND u.store_id = @storeId AND u.period_from BETWEEN @from AND @to AND u.period_to = u.period_from
         AND u.superseded_by IS NULL
       GROUP BY u.period_from, u.channel, u.grain, a.currency ORDER BY u.period_from, u.channel, u.grain, a.currency`,
    )
    .all({ storeId, ...period }) as AdsOfDay[];
}

export interface ReturnsOfDay {
  readonly thing: string;
  readonly day: Day;
  readonly units: number;
}

/** Units that came back, by thing and day; those of orders of another store, which a file of the whole account has too, are left out. */
export function returnsByThing(db: Database, storeId: number, period: Period): ReturnsOfDay[] {
  return db
    .prepare(
      `SELECT ${THING} AS thing, u.period_to AS day, coalesce(sum(t.quantity), 0) AS units
       FROM period_units u CROSS JOIN movements t USING (unit_pk) JOIN items i USING (item_pk)
       WHERE u.subject = 'movements' AND u.grain = 'return' AND u.store_id = @storeId AND u.superseded_by IS NULL AND u.period_to BETWEEN @from AND @to
         AND NOT EXISTS (SELECT 1 FROM order_heads h WHERE h.order_id = t.order_id AND h.account_id = u.account_id AND h.store_id <> u.store_id)
       GROUP BY thing, u.period_to ORDER BY thing, u.period_to`,
    )
    .all({ storeId, ...period }) as ReturnsOfDay[];
}

/** Orders of which money was given back, by the day of the booking. */
export function refundedOrders(
  db: Database,
  storeId: number,
  period: Period,
  reports: readonly MoneyNames[],
): { readonly day: Day; readonly orders: number }[] {
  return db
    .prepare(
      `WITH ${MONEY_UNITS}
       SELECT coalesce(t.posted_on, u.period_to) AS day, count(DISTINCT t.order_id) AS orders
       FROM units u CROSS JOIN transactions t USING (unit_pk)
       WHERE u.store_id = @storeId AND t.order_id IS NOT NULL AND t.amount_minor IS NOT NULL AND ${EVENT} = 'refund' AND ${NO_RIVAL}
         AND coalesce(t.posted_on, u.period_to) BETWEEN @from AND @to
       GROUP BY 1 ORDER BY 1`,
    )
    .all({ stores: JSON.stringify([storeId]), storeId, reports: reportsParameter(reports), ...period }) as { day: Day; orders: number }[];
}

/** The files of a store that tell returns (`subject` movements) or payments (transactions), with the days that they cover. */
export function filesTelling(
  db: Database,
  storeId: number,
  subject: 'movements' | 'transactions',
  reports: readonly string[] | null,
): FileDays[] {
  return db
    .prepare(
      `SELECT DISTINCT m.period_from AS "from", m.period_to AS "to", m.evidence_at AS evidenceAt FROM imports m
       WHERE m.store_id = @storeId AND m.status IN ('imported', 'partial') AND m.period_from IS NOT NULL AND m.report_format IN (
           SELECT n.report_format FROM period_units u JOIN imports n USING (import_id)
           WHERE u.store_id = @storeId AND u.subject = @subject AND (@subject <> 'movements' OR u.grain = 'return'))
         AND (@reports IS NULL OR m.report_format IN (SELECT value FROM json_each(@reports)))
       ORDER BY m.period_from, m.period_to, m.evidence_at`,
    )
    .all({ storeId, subject, reports: reports === null ? null : JSON.stringify(reports) }) as FileDays[];
}

/** The command that tells for what reasons things came back, in the platform's words; `thing` null: of the whole store. */
export function whyReturned(store: string, thing: string | null, { from, to }: Period): string {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const query = [
    "SELECT sku, reason, sum(quantity) AS units FROM v_movements WHERE grain = 'return'",
    `AND store = ${text(store)} AND period_to BETWEEN '${from}' AND '${to}'${thing === null ? '' : ` AND sku = ${text(thing)}`}`,
    'GROUP BY 1, 2 ORDER BY 3 DESC',
  ].join(' ');
  // Between double quotes a shell reads these.
  return `eco db sql ${/["$`\\!]/.test(query) ? shellWord(query) : `"${query}"`}`;
}

export interface FileDays extends Period {
  readonly evidenceAt: number;
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
