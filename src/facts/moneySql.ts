/** SQL that the questions about money share: which reports are read, which of their rows count, and what an order is. */
import type { MoneyNames } from '../core/profitFacts.js';

/** The names as the parameter `@reports` of the SQL below. */
export function reportsParameter(reports: readonly MoneyNames[]): string {
  return JSON.stringify(
    reports.map(({ format, tells, sale, refund, readsTexts, yieldsTo }) => ({
      ...{ format, tells, readsTexts, yieldsTo, sale: between(sale), refund: between(refund) },
    })),
  );
}

/** What stands before and after each name of a list, so that a name is found in one text. */
const MARK = '\u001f';

function between(names: readonly string[]): string {
  return names.length === 0 ? '' : `${MARK}${names.join(MARK)}${MARK}`;
}

export const STORES = '(SELECT value FROM json_each(@stores))';

/**
 * `reports` (with the types that are orders, and those that give money back), `told` (settlements that a report tells whole) and `units`: the
 * reports about money in force that can speak of the period from `@from` on. Zones differ by a day at most, so bookings of an order are
 * never older than three days before it.
 */
export const MONEY_UNITS = `
reports AS MATERIALIZED (
  SELECT value ->> '$.format' AS format, value ->> '$.tells' AS tells, coalesce(value ->> '$.readsTexts', 0) AS reads_texts,
    value ->> '$.yieldsTo.format' AS yields_to, value ->> '$.yieldsTo.by' AS yields_by, value ->> '$.sale' AS sale, value ->> '$.refund' AS refund
  FROM json_each(@reports)),
siblings AS MATERIALIZED (
  SELECT store_id FROM stores WHERE account_id IN (SELECT account_id FROM stores WHERE store_id IN ${STORES})),
told AS MATERIALIZED (
  SELECT DISTINCT u.account_id, u.about AS settlement_id, m.report_format FROM siblings s
    CROSS JOIN period_units u ON u.subject = 'transactions' AND u.store_id = s.store_id AND u.grain = 'settlement'
    JOIN imports m USING (import_id)
  WHERE u.superseded_by IS NULL AND u.about <> ''),
units AS MATERIALIZED (
  SELECT u.unit_pk, u.account_id, u.store_id, u.period_from, u.period_to, u.import_id, m.report_format, r.tells, r.reads_texts, r.yields_to, r.yields_by,
    r.sale, r.refund
  FROM siblings s CROSS JOIN period_units u ON u.subject = 'transactions' AND u.store_id = s.store_id
    JOIN imports m USING (import_id) LEFT JOIN reports r ON r.format = m.report_format
  WHERE u.superseded_by IS NULL AND u.period_to >= date(@from, '-3 days'))`;

/** The event of a row `t` of unit `u`: that which its report has under its type, or under its type and the type of its amount (货款/支出). */
export const EVENT = eventOf('u', 't');

function eventOf(unit: string, row: string): string {
  const type = `'${MARK}' || coalesce(${row}.type, '')`;
  const isOneOf = (names: string) =>
    `instr(${unit}.${names}, ${type} || '${MARK}') OR instr(${unit}.${names}, ${type} || '/' || coalesce(${row}.amount_type, '') || '${MARK}')`;
  return `CASE WHEN ${isOneOf('sale')} THEN 'sale' WHEN ${isOneOf('refund')} THEN 'refund' END`;
}

/** Whether a row `t` of unit `u` counts, or another report tells the same money better. */
export const NO_RIVAL = `CASE u.yields_by
  WHEN 'settlement' THEN
    NOT EXISTS (SELECT 1 FROM told x WHERE x.account_id = u.account_id AND x.settlement_id = t.settlement_id AND x.report_format = u.yields_to)
    AND (coalesce(t.status, '') <> 'Deferred' OR t.order_id IS NULL OR NOT EXISTS (
      SELECT 1 FROM transactions y JOIN units v ON v.unit_pk = y.unit_pk
      WHERE y.order_id = t.order_id AND v.account_id = u.account_id AND v.report_format = u.yields_to AND ${eventOf('v', 'y')} IS ${EVENT}))
  WHEN 'order' THEN NOT EXISTS (
    SELECT 1 FROM transactions y JOIN units v ON v.unit_pk = y.unit_pk
    WHERE y.order_id = t.order_id AND v.account_id = u.account_id AND v.report_format = u.yields_to)
  WHEN 'store' THEN NOT EXISTS (SELECT 1 FROM units v WHERE v.store_id = u.store_id AND v.report_format = u.yields_to)
  ELSE 1 END`;

/** The name of an amount that is a text: read where the report's texts say what is booked, and where no order stands behind it. */
export const DESCRIPTION = 'CASE WHEN u.reads_texts OR t.order_id IS NULL THEN t.description END';

/**
 * `shares` of order lines in what belongs to their whole order, of the orders in `wanted`: from `lo` to `hi` of `total`, by the amounts of
 * the lines, or alike where they have none. A share is the difference of two rounded parts, so that shares add up to the cent.
 */
export const SHARES = `
shares AS MATERIALIZED (
  SELECT order_pk, item_pk, line_no, sum(w) OVER (PARTITION BY order_pk ORDER BY line_no) AS hi,
    sum(w) OVER (PARTITION BY order_pk ORDER BY line_no) - w AS lo, sum(w) OVER (PARTITION BY order_pk) AS total
  FROM (
    SELECT l.order_pk, l.item_pk, l.line_no,
      CASE WHEN sum(coalesce(l.amount_minor, 0)) OVER (PARTITION BY l.order_pk) > 0 THEN coalesce(l.amount_minor, 0) ELSE 1 END AS w
    FROM wanted CROSS JOIN order_lines l USING (order_pk)
    WHERE l.counts = 1 OR NOT EXISTS (SELECT 1 FROM order_lines k WHERE k.order_pk = l.order_pk AND k.counts = 1)))`;

/** The part of an amount that falls to a line `s` of `shares`. */
export function shareOf(amount: string): string {
  return `CAST(round(1.0 * (${amount}) * s.hi / s.total) - round(1.0 * (${amount}) * s.lo / s.total) AS INTEGER)`;
}

/** What an order `h` is: SQL of `OrderStanding`. */
export const STANDING = `CASE WHEN h.order_pk IS NULL THEN NULL
  WHEN EXISTS (SELECT 1 FROM order_exclusions x WHERE x.account_id = h.account_id AND x.order_id = h.order_id) THEN 'excluded'
  WHEN EXISTS (SELECT 1 FROM order_lines l WHERE l.order_pk = h.order_pk AND l.counts = 1) THEN 'counts' ELSE 'none' END`;

/** Columns that tell where rows come from, and what they are grouped by. */
export function evidenceSql(detail: 'sum' | 'file' | 'row'): { readonly columns: string; readonly group: string } {
  if (detail === 'sum') return { columns: 'NULL AS importId, NULL AS firstLine, NULL AS lastLine', group: '' };
  const columns = 'import_id AS importId, min(line) AS firstLine, max(line) AS lastLine';
  return { columns, group: detail === 'file' ? ', import_id' : ', import_id, line' };
}

/** A row as SQL gives it: what it rests on in three columns. */
export type Told<Row> = Omit<Row, 'evidence'> & { importId: number | null; firstLine: number | null; lastLine: number | null };

/** A row with its evidence put together. */
export function withEvidence<Row extends { importId: number | null; firstLine: number | null; lastLine: number | null }>({
  importId,
  firstLine,
  lastLine,
  ...row
}: Row): Omit<Row, 'importId' | 'firstLine' | 'lastLine'> & {
  readonly evidence: { readonly importId: number; readonly firstLine: number; readonly lastLine: number } | null;
} {
  const evidence = importId === null ? null : { importId, firstLine: firstLine as number, lastLine: lastLine as number };
  return { ...row, evidence };
}
