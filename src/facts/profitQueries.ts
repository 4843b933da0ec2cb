/** What orders, returns and ads tell a profit, and what settled orders of the past teach about fees. */
import type { Day, Period } from '../core/day.js';
import type { AdCost, ItemName, LossRow, MoneyNames, OrderGroup, ProfitAsk, ReturnRow } from '../core/profitFacts.js';
import type { Database } from '../db/connection.js';
import { prepared } from '../db/prepared.js';
import {
  EVENT,
  evidenceSql,
  MONEY_UNITS,
  NO_RIVAL,
  reportsParameter,
  SHARES,
  STORES,
  shareOf,
  type Told,
  withEvidence,
} from './moneySql.js';
import { THING } from './salesQueries.js';

/** Whether two items `a` and `b` of one store are the same thing. */
const SAME_THING = `coalesce(a.item_pk = b.item_pk OR a.listing_pk = b.listing_pk, 0) OR coalesce(a.sku = b.sku, 0)
  OR coalesce(a.sku IS NULL AND a.platform_item = b.platform_item, 0)`;

/**
 * Order lines of a period that count, with what belongs to their whole order (shipping, tax, discounts) shared out by their amounts. A line
 * is settled when a booking of its order names it, names no item, or names one that the order has not.
 */
export function orderGroups(db: Database, ask: ProfitAsk, reports: readonly MoneyNames[]): OrderGroup[] {
  const evidence = evidenceSql(ask.detail);
  const rest = (column: string) =>
    `coalesce(l.${column}, 0) + ${shareOf(`coalesce(o.${column} - coalesce(sum(l.${column}) OVER (PARTITION BY l.order_pk), 0), 0)`)}`;
  const rows = prepared(
    db,
    `WITH ${MONEY_UNITS},
       o AS MATERIALIZED (
         SELECT h.*, p.sales_channel, p.currency FROM order_heads h JOIN order_profiles p USING (profile_pk)
         WHERE h.store_id IN ${STORES} AND h.ordered_on BETWEEN @from AND @to),
       booked AS MATERIALIZED (
         SELECT o.order_pk, t.item_pk, ${EVENT} AS event, max(u.tells = 'itemised') AS itemised
         FROM o CROSS JOIN transactions t ON t.order_id = o.order_id
           CROSS JOIN units u ON u.unit_pk = t.unit_pk AND u.account_id = o.account_id
         WHERE t.amount_minor IS NOT NULL AND event IS NOT NULL AND ${NO_RIVAL} GROUP BY o.order_pk, t.item_pk, event),
       wanted AS MATERIALIZED (SELECT order_pk FROM o),
       ${SHARES},
       state AS MATERIALIZED (
         SELECT order_pk, line_no, max(itemised) AS settled FROM (
           SELECT *, max(fits) OVER (PARTITION BY order_pk, booked_item) AS some FROM (
             SELECT k.order_pk, k.item_pk AS booked_item, k.itemised, l.line_no, k.item_pk IS NULL OR ${SAME_THING} AS fits
             FROM booked k CROSS JOIN order_lines l USING (order_pk) JOIN items b ON b.item_pk = l.item_pk LEFT JOIN items a ON a.item_pk = k.item_pk
             WHERE k.event = 'sale'))
         WHERE fits OR NOT some GROUP BY order_pk, line_no),
       refunds AS MATERIALIZED (SELECT DISTINCT order_pk FROM booked WHERE event = 'refund'),
       line AS (
         SELECT o.store_id, l.item_pk, o.ordered_on, o.sales_channel, o.currency, o.import_id, o.line, l.quantity, l.amount_minor,
           ${rest('discount_minor')} AS discount, ${rest('shipping_minor')} AS shipping, ${rest('tax_minor')} AS tax,
           CASE WHEN r.order_pk IS NULL THEN ${rest('refunded_minor')} ELSE 0 END AS refunded, x.settled,
           1.0 / count(*) OVER (PARTITION BY l.order_pk) AS of_order
         FROM o CROSS JOIN order_lines l USING (order_pk) JOIN shares s ON s.order_pk = l.order_pk AND s.line_no = l.line_no
           LEFT JOIN state x ON x.order_pk = l.order_pk AND x.line_no = l.line_no LEFT JOIN refunds r ON r.order_pk = l.order_pk
         WHERE l.counts = 1)
       SELECT store_id AS storeId, item_pk AS itemPk, ordered_on AS day, sales_channel AS channel, currency,
         CASE settled WHEN 1 THEN 'itemised' WHEN 0 THEN 'payments' END AS settled, count(*) AS lines, sum(of_order) AS orders, coalesce(sum(quantity), 0) AS units,
         sum(amount_minor) AS salesMinor, coalesce(sum(CASE WHEN amount_minor IS NULL THEN quantity END), 0) AS unpricedUnits,
         sum(amount_minor IS NULL) AS unpricedLines, sum(discount) AS discountMinor, sum(shipping) AS shippingMinor, sum(tax) AS taxMinor,
         sum(refunded) AS refundedMinor, ${evidence.columns}
       FROM line GROUP BY store_id, item_pk, ordered_on, sales_channel, currency, settled${evidence.group}
       ORDER BY store_id, ordered_on, item_pk, sales_channel, currency, settled${evidence.group}`,
  ).all({ stores: JSON.stringify(ask.storeIds), ...ask.period, reports: reportsParameter(reports) }) as Told<OrderGroup>[];
  return rows.map(withEvidence);
}

/** Units that came back, by the return reports in force: in the period, or of orders of the period. */
export function returnRows(db: Database, ask: ProfitAsk): ReturnRow[] {
  const evidence = evidenceSql(ask.detail);
  const rows = prepared(
    db,
    `WITH back AS (
         SELECT coalesce(h.store_id, u.store_id) AS store_id, t.item_pk, p.sales_channel, u.period_to AS moved_on, h.ordered_on,
           lower(t.disposition) AS disposition, t.quantity, u.import_id, t.line
         FROM period_units u CROSS JOIN movements t USING (unit_pk)
           LEFT JOIN order_heads h ON h.order_id = t.order_id AND h.account_id = u.account_id LEFT JOIN order_profiles p USING (profile_pk)
         WHERE u.subject = 'movements' AND u.grain = 'return' AND u.superseded_by IS NULL AND u.period_to >= date(@from, '-3 days')
           AND u.store_id IN (SELECT store_id FROM stores WHERE account_id IN (SELECT account_id FROM stores WHERE store_id IN ${STORES}))
           AND coalesce(h.store_id, u.store_id) IN ${STORES}
           AND (u.period_to BETWEEN @from AND @to OR h.ordered_on BETWEEN @from AND @to))
       SELECT store_id AS storeId, item_pk AS itemPk, sales_channel AS channel, CASE WHEN moved_on BETWEEN @from AND @to THEN moved_on END AS movedDay,
         ordered_on AS orderDay, disposition, coalesce(sum(quantity), 0) AS units, ${evidence.columns}
       FROM back GROUP BY store_id, item_pk, sales_channel, movedDay, ordered_on, disposition${evidence.group}
       ORDER BY store_id, movedDay, ordered_on, item_pk, sales_channel, disposition${evidence.group}`,
  ).all({ stores: JSON.stringify(ask.storeIds), ...ask.period }) as Told<ReturnRow>[];
  return rows.map(withEvidence);
}

/** First and last day that the settlements and statements of each store speak of; stores without any are left out. */
export function bookedSpans(
  db: Database,
  storeIds: readonly number[],
): { readonly storeId: number; readonly from: Day; readonly to: Day }[] {
  return prepared(
    db,
    `SELECT store_id AS storeId, min(period_from) AS "from", max(period_to) AS "to" FROM period_units
       WHERE subject = 'transactions' AND superseded_by IS NULL AND store_id IN (SELECT value FROM json_each(?)) GROUP BY store_id ORDER BY store_id`,
  ).all(JSON.stringify(storeIds)) as { storeId: number; from: Day; to: Day }[];
}

/** A ledger of a warehouse that touches a period. */
export interface LedgerReport {
  readonly id: number;
  readonly storeId: number;
  readonly grain: string;
  readonly about: string;
  readonly from: Day;
  readonly to: Day;
}

/** The summary ledgers in force that touch a period. */
export function ledgerReports(db: Database, storeIds: readonly number[], period: Period): LedgerReport[] {
  return prepared(
    db,
    `SELECT unit_pk AS id, store_id AS storeId, grain, about, period_from AS "from", period_to AS "to" FROM period_units
       WHERE subject = 'movements' AND grain = 'ledger' AND superseded_by IS NULL AND store_id IN ${STORES}
         AND period_from <= @to AND period_to >= @from ORDER BY store_id, period_from, period_to, unit_pk`,
  ).all({ stores: JSON.stringify(storeIds), ...period }) as LedgerReport[];
}

/** What these ledgers say was lost, damaged and found, and what was paid for in the period as lost or damaged, by item. */
export function lossRows(db: Database, storeIds: readonly number[], period: Period, ledgers: readonly number[]): LossRow[] {
  return prepared(
    db,
    `SELECT store_id AS storeId, item_pk AS itemPk, sum(ledger) AS ledgerUnits, coalesce(sum(paid), 0) AS reimbursedUnits FROM (
         SELECT u.store_id, t.item_pk, t.quantity AS ledger, NULL AS paid
         FROM json_each(@ledgers) c CROSS JOIN period_units u ON u.unit_pk = c.value CROSS JOIN movements t USING (unit_pk)
         WHERE t.movement IN ('lost', 'damaged', 'found')
         UNION ALL
         SELECT u.store_id, t.item_pk, NULL, t.quantity
         FROM period_units u CROSS JOIN movements t USING (unit_pk)
         WHERE u.subject = 'movements' AND u.grain = 'reimbursement' AND u.superseded_by IS NULL AND u.store_id IN ${STORES}
           AND u.period_from BETWEEN @from AND @to AND (t.reason LIKE '%lost%' OR t.reason LIKE '%damaged%'))
       GROUP BY store_id, item_pk ORDER BY store_id, item_pk`,
  ).all({ stores: JSON.stringify(storeIds), ledgers: JSON.stringify(ledgers), ...period }) as LossRow[];
}

/** The stores that have a report of returns in force, of any time. */
export function storesWithReturns(db: Database, storeIds: readonly number[]): number[] {
  return db
    .prepare(
      `SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM period_units
         WHERE subject = 'movements' AND store_id = value AND grain = 'return' AND superseded_by IS NULL) ORDER BY value`,
    )
    .pluck()
    .all(JSON.stringify(storeIds)) as number[];
}

/** Cost of ads in these reports, by item where the report names one. */
export function adCosts(db: Database, unitPks: readonly number[], detail: ProfitAsk['detail']): AdCost[] {
  const evidence = evidenceSql(detail);
  const rows = prepared(
    db,
    `SELECT u.store_id AS storeId, a.item_pk AS itemPk, u.channel, u.period_from AS "from", u.period_to AS "to",
         coalesce(a.currency, s.currency) AS currency, sum(a.cost_micros) AS costMicros, count(*) AS rows, ${evidence.columns}
       FROM json_each(?) c CROSS JOIN period_units u ON u.unit_pk = c.value CROSS JOIN ads a USING (unit_pk) JOIN stores s ON s.store_id = u.store_id
       WHERE a.cost_micros IS NOT NULL
       GROUP BY u.store_id, a.item_pk, u.channel, u.period_from, u.period_to, coalesce(a.currency, s.currency)${evidence.group}
       ORDER BY u.store_id, u.period_from, u.period_to, u.channel, a.item_pk, coalesce(a.currency, s.currency)${evidence.group}`,
  ).all(JSON.stringify(unitPks)) as Told<AdCost>[];
  return rows.map(withEvidence);
}

/** Everything that reports of these stores call a thing, with what its listing says of it. */
export function itemNames(db: Database, storeIds: readonly number[]): ItemName[] {
  return prepared(
    db,
    `SELECT i.item_pk AS itemPk, i.store_id AS storeId, ${THING} AS thing, i.listing_pk AS listingPk, coalesce(g.listing_key, i.platform_item) AS listingId,
         coalesce(g.sku, i.sku) AS sku, i.sku AS reportedSku, coalesce(g.title, i.title) AS title, g.category, g.price_minor AS priceMinor, g.currency AS priceCurrency
       FROM items i LEFT JOIN listings g ON g.listing_pk = i.listing_pk
       WHERE i.store_id IN (SELECT store_id FROM stores WHERE account_id IN (SELECT account_id FROM stores WHERE store_id IN ${STORES}))
       ORDER BY i.item_pk`,
  ).all({ stores: JSON.stringify(storeIds) }) as ItemName[];
}
