/** What coverage asks of the facts: how much of the shop the imports tell, and since when they tell nothing more. */
import type { Day, Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { SALE } from '../../facts/orderDays.js';

export interface SalesDay {
  readonly storeId: number;
  readonly day: Day;
  readonly currency: string | null;
  /** Minor units. */
  readonly sales: number;
  readonly orders: number;
  /** Orders of which a line has no price. */
  readonly unpriced: number;
}

/** Orders that count by store, day and currency. */
export function salesDays(db: Database, storeIds: readonly number[], period: Period): SalesDay[] {
  return db
    .prepare(
      `SELECT d.store_id AS storeId, d.ordered_on AS day, p.currency, coalesce(sum(d.sales_minor), 0) AS sales, sum(d.orders) AS orders,
         sum(d.unpriced) AS unpriced
       FROM order_days d JOIN order_profiles p USING (profile_pk)
       WHERE d.store_id IN (SELECT value FROM json_each(@stores)) AND d.ordered_on BETWEEN @from AND @to AND d.sale > ${SALE.none}
       GROUP BY storeId, day, currency ORDER BY storeId, day, currency`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as SalesDay[];
}

export interface ReportSpan extends Period {
  readonly storeId: number;
  readonly subject: 'traffic' | 'shop' | 'ads' | 'transactions';
}

/** The periods of standing reports, each once. */
export function reportSpans(db: Database, storeIds: readonly number[]): ReportSpan[] {
  return db
    .prepare(
      `SELECT DISTINCT store_id AS storeId, subject, period_from AS "from", period_to AS "to" FROM period_units
       WHERE superseded_by IS NULL AND subject IN ('traffic', 'shop', 'ads', 'transactions') AND store_id IN (SELECT value FROM json_each(?))
       ORDER BY store_id, subject, period_from, period_to`,
    )
    .all(JSON.stringify(storeIds)) as ReportSpan[];
}

/** What was spent on ads by day, millionths, in the grain of a report that tells most; by store and currency. */
export function adSpend(
  db: Database,
  storeIds: readonly number[],
  period: Period,
): { storeId: number; currency: string | null; perDay: number }[] {
  return db
    .prepare(
      `SELECT storeId, currency, max(cost) AS perDay FROM
         (SELECT u.store_id AS storeId, a.currency, u.channel, u.grain, sum(a.cost_micros) / count(DISTINCT u.period_from) AS cost
          FROM period_units u JOIN ads a USING (unit_pk)
          WHERE u.subject = 'ads' AND u.superseded_by IS NULL AND u.period_from = u.period_to AND u.period_from BETWEEN @from AND @to
            AND u.store_id IN (SELECT value FROM json_each(@stores)) GROUP BY u.store_id, a.currency, u.channel, u.grain)
       WHERE cost IS NOT NULL GROUP BY storeId, currency ORDER BY storeId, currency`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as { storeId: number; currency: string | null; perDay: number }[];
}

/** The newest stock snapshot of each store before an instant, epoch seconds. */
export function newestStock(db: Database, storeIds: readonly number[], until: number): { storeId: number; takenAt: number }[] {
  return db
    .prepare(
      `SELECT store_id AS storeId, max(taken_at) AS takenAt FROM stock
       WHERE store_id IN (SELECT value FROM json_each(?)) AND taken_at < ? GROUP BY store_id ORDER BY store_id`,
    )
    .all(JSON.stringify(storeIds), until) as { storeId: number; takenAt: number }[];
}

export interface ReportFile {
  readonly storeId: number;
  readonly reportFormat: string;
  /** How new the file is, epoch seconds. */
  readonly evidenceAt: number;
  readonly rowsRejected: number;
  readonly file: string;
}

/** The files of each store's account that stand, up to an instant; by report and age. */
export function reportFiles(db: Database, storeIds: readonly number[], until: number): ReportFile[] {
  return db
    .prepare(
      `SELECT s.store_id AS storeId, i.report_format AS reportFormat, i.evidence_at AS evidenceAt, i.rows_rejected AS rowsRejected, i.file
       FROM imports i JOIN stores s ON s.account_id = i.account_id
       WHERE i.status IN ('imported', 'partial') AND i.evidence_at < @until AND s.store_id IN (SELECT value FROM json_each(@stores))
         AND (i.store_id IS NULL OR i.store_id = s.store_id OR NOT EXISTS (SELECT 1 FROM stores o WHERE o.store_id = i.store_id AND o.store_id IN (SELECT value FROM json_each(@stores))))
       ORDER BY s.store_id, i.report_format, i.evidence_at, i.import_id`,
    )
    .all({ stores: JSON.stringify(storeIds), until }) as ReportFile[];
}
