/** What settled orders teach about the fees of orders to come. */
import { addDays, type Day } from '../core/day.js';
import type { FeeLessons, FeePast, MoneyNames, SettledPast } from '../core/profitFacts.js';
import type { Database } from '../db/connection.js';
import { prepared } from '../db/prepared.js';
import { remembered } from '../db/remembered.js';
import { DESCRIPTION, EVENT, MONEY_UNITS, NO_RIVAL, reportsParameter } from './moneySql.js';

/** So many orders teach a store's fees well enough; one with fewer looks back further. */
const ENOUGH_ORDERS = 5000;
const WINDOWS_DAYS = [14, 30, 60, 120];

interface Window {
  readonly storeId: number;
  readonly from: Day;
  readonly to: Day;
}

/** What is known by now, found once for all parts of a command that ask. */
export function lessonsByNow(db: Database, storeIds: readonly number[], reports: readonly MoneyNames[]): FeeLessons {
  const formats = reports.map(({ format }) => format);
  return remembered(db, `fee lessons: ${JSON.stringify([storeIds, formats])}`, () => feeLessons(db, storeIds, reports, null));
}

/**
 * Settled orders of the days up to the newest booking of each store, or of those up to `before` with what was booked before that day: the
 * shortest window that has enough orders. It depends on the store alone, so that every report expects the same of the same order.
 */
export function feeLessons(db: Database, storeIds: readonly number[], reports: readonly MoneyNames[], before: Day | null): FeeLessons {
  const windows = storeIds.flatMap((storeId) => windowOf(db, storeId, before));
  if (windows.length === 0) return { fees: [], settled: [] };
  const from = windows.map((window) => window.from).sort()[0];
  const parameters = {
    stores: JSON.stringify(storeIds),
    windows: JSON.stringify(windows),
    from,
    before,
    reports: reportsParameter(reports),
  };
  const rows = prepared(db, LESSONS).all(parameters) as (FeePast & SettledPast & { what: 'fee' | 'settled' })[];
  return { fees: rows.filter(({ what }) => what === 'fee'), settled: rows.filter(({ what }) => what === 'settled') };
}

function windowOf(db: Database, storeId: number, before: Day | null): Window[] {
  const newest = db
    .prepare(`SELECT max(period_to) FROM period_units WHERE subject = 'transactions' AND store_id = ? AND superseded_by IS NULL`)
    .pluck()
    .get(storeId) as Day | null;
  if (newest === null) return [];
  const to = before === null || newest < before ? newest : addDays(before, -1);
  const orders = db.prepare('SELECT count(*) FROM order_heads WHERE store_id = ? AND ordered_on BETWEEN ? AND ?').pluck();
  const days = WINDOWS_DAYS.find((count) => (orders.get(storeId, addDays(to, -count), to) as number) >= ENOUGH_ORDERS);
  return [{ storeId, from: addDays(to, -(days ?? (WINDOWS_DAYS.at(-1) as number))), to }];
}

/**
 * Orders of several lines teach nothing that can be told apart. One statement, so that bookings are gone through once; what is kept of each
 * is as little as can be, and (+) no index is made of it for the one time that sales are looked for.
 */
const LESSONS = `WITH ${MONEY_UNITS},
  single AS MATERIALIZED (
    SELECT h.order_pk, h.account_id, h.order_id, h.store_id, l.item_pk, l.quantity, l.amount_minor AS sales
    FROM json_each(@windows) w
      CROSS JOIN order_heads h ON h.store_id = w.value ->> 'storeId' AND h.ordered_on BETWEEN w.value ->> 'from' AND w.value ->> 'to'
      CROSS JOIN order_lines l USING (order_pk)
    WHERE l.counts = 1 AND l.amount_minor > 0 AND l.quantity > 0 AND (SELECT count(*) FROM order_lines k WHERE k.order_pk = h.order_pk) = 1),
  booked AS MATERIALIZED (
    SELECT o.order_pk, o.store_id, o.item_pk, o.quantity, o.sales, t.type, t.amount_type, t.part, ${DESCRIPTION} AS description, u.report_format, ${EVENT} AS event, sum(t.amount_minor) AS fee
    FROM single o CROSS JOIN transactions t ON t.order_id = o.order_id
      CROSS JOIN units u ON u.unit_pk = t.unit_pk AND u.account_id = o.account_id
    WHERE t.amount_minor IS NOT NULL AND event IS NOT 'refund' AND (@before IS NULL OR coalesce(t.posted_on, u.period_to) < @before) AND ${NO_RIVAL}
    GROUP BY o.order_pk, t.part, t.type, t.amount_type, description, u.report_format),
  settled AS MATERIALIZED (SELECT order_pk, store_id, item_pk, quantity, sales FROM booked WHERE +event = 'sale' GROUP BY order_pk)
SELECT 'fee' AS what, store_id AS storeId, item_pk AS itemPk, report_format AS reportFormat, type, amount_type AS amountType, part, description,
  count(*) AS lines, sum(fee) AS fee, sum(1.0 * fee * fee) AS fee2, sum(1.0 * fee * sales) AS feeSales, sum(1.0 * fee * quantity) AS feeUnits,
  NULL AS units, NULL AS salesMinor, NULL AS units2, NULL AS sales2
FROM booked WHERE order_pk IN (SELECT order_pk FROM settled)
GROUP BY store_id, item_pk, report_format, type, amount_type, part, description
UNION ALL
SELECT 'settled', store_id, item_pk, NULL, NULL, NULL, NULL, NULL, count(*), NULL, NULL, NULL, NULL,
  sum(quantity), sum(sales), sum(1.0 * quantity * quantity), sum(1.0 * sales * sales)
FROM settled GROUP BY store_id, item_pk
ORDER BY what, storeId, itemPk, reportFormat, type, amountType, part, description`;
