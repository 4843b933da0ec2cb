/** What settlements and statements book, as a profit asks for it: of the orders of a period, and booked in it. */
import type { MoneyNames, MoneyRow, ProfitAsk, SettlementRow } from '../core/profitFacts.js';
import type { Database } from '../db/connection.js';
import { prepared } from '../db/prepared.js';
import {
  DESCRIPTION,
  EVENT,
  evidenceSql,
  MONEY_UNITS,
  NO_RIVAL,
  reportsParameter,
  SHARES,
  STANDING,
  STORES,
  shareOf,
  type Told,
  withEvidence,
} from './moneySql.js';

const ROW = `t.order_id, t.item_pk, t.type, t.amount_type, t.part, ${DESCRIPTION} AS description, t.amount_minor, t.quantity, t.line, t.part_no,
  coalesce(t.posted_on, u.period_to) AS posted_on, u.import_id, u.report_format, ${EVENT} AS event`;

/**
 * Bookings of orders of the period, whenever they were booked, and bookings in the period, whatever they are about. What is booked of a
 * whole order falls to its lines by their amounts. A report gives way to one that tells the same money better.
 */
export function moneyRows(db: Database, ask: ProfitAsk, reports: readonly MoneyNames[]): MoneyRow[] {
  const evidence = evidenceSql(ask.detail);
  const rows = prepared(
    db,
    `WITH ${MONEY_UNITS},
       o AS MATERIALIZED (
         SELECT h.order_pk, h.account_id, h.order_id, h.store_id, h.ordered_on, p.sales_channel, p.currency, ${STANDING} AS standing
         FROM order_heads h JOIN order_profiles p USING (profile_pk)
         WHERE h.store_id IN ${STORES} AND h.ordered_on BETWEEN @from AND @to),
       booked AS MATERIALIZED (
         SELECT ${ROW}, o.order_pk, o.store_id, coalesce(o.sales_channel, t.marketplace) AS channel, o.standing, o.ordered_on AS order_day,
           coalesce(t.currency, o.currency) AS currency
         FROM o CROSS JOIN transactions t ON t.order_id = o.order_id
           CROSS JOIN units u ON u.unit_pk = t.unit_pk AND u.account_id = o.account_id
         WHERE t.amount_minor IS NOT NULL AND ${NO_RIVAL}
         UNION ALL
         SELECT ${ROW}, h.order_pk, coalesce(h.store_id, u.store_id), coalesce(p.sales_channel, t.marketplace), ${STANDING}, NULL,
           coalesce(t.currency, p.currency)
         FROM units u CROSS JOIN transactions t ON t.unit_pk = u.unit_pk
           LEFT JOIN order_heads h ON h.order_id = t.order_id AND h.account_id = u.account_id
           LEFT JOIN order_profiles p USING (profile_pk)
         WHERE u.period_from <= date(@to, '+3 days') AND t.amount_minor IS NOT NULL AND coalesce(t.posted_on, u.period_to) BETWEEN @from AND @to
           AND (h.ordered_on IS NULL OR h.ordered_on NOT BETWEEN @from AND @to)
           AND coalesce(h.store_id, u.store_id) IN ${STORES} AND ${NO_RIVAL}),
       wanted AS MATERIALIZED (SELECT DISTINCT order_pk FROM booked WHERE item_pk IS NULL AND order_pk IS NOT NULL),
       ${SHARES},
       split AS (
         SELECT b.*, b.item_pk AS about_item, b.amount_minor AS amount, 1 AS counted FROM booked b WHERE b.item_pk IS NOT NULL OR b.order_pk IS NULL
         UNION ALL
         SELECT b.*, s.item_pk, ${shareOf('b.amount_minor')}, s.lo = 0 FROM booked b JOIN shares s USING (order_pk) WHERE b.item_pk IS NULL)
       SELECT store_id AS storeId, about_item AS itemPk, channel, report_format AS reportFormat, type, amount_type AS amountType, part, description,
         event, standing AS "order", order_day AS orderDay, CASE WHEN posted_on BETWEEN @from AND @to THEN posted_on END AS postedDay, currency,
         sum(amount) AS amountMinor, sum(CASE WHEN counted THEN quantity END) AS quantity, sum(counted) AS rows, ${evidence.columns}
       FROM split
       GROUP BY store_id, about_item, channel, report_format, type, amount_type, part, description, event, standing, order_day, postedDay, currency${evidence.group}
       ORDER BY store_id, order_day, postedDay, about_item, report_format, type, amount_type, part, description, event, channel, standing, currency${evidence.group}`,
  ).all({ stores: JSON.stringify(ask.storeIds), ...ask.period, reports: reportsParameter(reports) }) as Told<MoneyRow>[];
  return rows.map(withEvidence);
}

/**
 * Settlements that touch the period, whole: every booking, whatever it is about, by name. Reports by days name the settlement that each
 * row belongs to; a settlement that two reports tell is taken from the one that tells it whole.
 */
export function settlementRows(db: Database, ask: ProfitAsk, reports: readonly MoneyNames[]): SettlementRow[] {
  return prepared(
    db,
    `WITH ${MONEY_UNITS},
       touched AS MATERIALIZED (
         SELECT DISTINCT u.account_id, u.store_id, u.report_format, t.settlement_id
         FROM units u CROSS JOIN transactions t USING (unit_pk)
         WHERE u.store_id IN ${STORES} AND t.settlement_id IS NOT NULL AND u.period_from <= @to AND u.period_to >= @from
           AND coalesce(t.posted_on, u.period_to) BETWEEN min(@from, u.period_from) AND max(@to, u.period_to)),
       heads AS MATERIALIZED (
         SELECT u.store_id, t.settlement_id, max(t.deposited_at) AS deposited_at, sum(t.total_minor) AS total
         FROM units u CROSS JOIN settlements t USING (unit_pk) GROUP BY u.store_id, t.settlement_id)
       SELECT u.store_id AS storeId, t.settlement_id AS settlementId, u.report_format AS reportFormat, min(u.period_from) OVER whole AS "from",
         max(u.period_to) OVER whole AS "to", h.deposited_at AS depositedAt, h.total AS totalMinor, t.currency, t.type, t.amount_type AS amountType, t.part,
         ${DESCRIPTION} AS description, ${EVENT} AS event, sum(t.amount_minor) AS amountMinor, count(*) AS rows
       FROM touched x CROSS JOIN units u ON u.store_id = x.store_id AND u.report_format = x.report_format
         CROSS JOIN transactions t ON t.unit_pk = u.unit_pk AND t.settlement_id = x.settlement_id
         LEFT JOIN heads h ON h.store_id = u.store_id AND h.settlement_id = t.settlement_id
       WHERE t.amount_minor IS NOT NULL AND ${NO_RIVAL}
       GROUP BY u.store_id, t.settlement_id, u.report_format, t.currency, t.type, t.amount_type, t.part, ${DESCRIPTION}, event
       WINDOW whole AS (PARTITION BY u.store_id, t.settlement_id)
       ORDER BY u.store_id, "from", t.settlement_id, u.report_format, t.type, t.amount_type, t.part, description, event, t.currency`,
  ).all({ stores: JSON.stringify(ask.storeIds), ...ask.period, reports: reportsParameter(reports) }) as SettlementRow[];
}
