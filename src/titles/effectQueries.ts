/** What `titles effect` asks of the facts. */
import type { Day, Period } from '../core/day.js';
import type { Database } from '../db/connection.js';
import type { PlannedChange, RecordedChange } from './effect/change.js';

/**
 * Changes of title, price and status of listings. `previousAt`: when an export of the same kind, the last before, still said the old;
 * the change lies between the two. Null where there is none.
 */
export function recordedChanges(db: Database, storeIds: readonly number[]): RecordedChange[] {
  return db
    .prepare(
      `SELECT c.store_id AS storeId, c.listing_key AS listingId, c.field, c.changed_at AS changedAt, c.before, c.after,
         (SELECT max(o.evidence_at) FROM imports o
          WHERE o.account_id = i.account_id AND o.report_format = i.report_format AND o.status IN ('imported', 'partial') AND o.evidence_at < c.changed_at) AS previousAt
       FROM listing_changes c JOIN imports i USING (import_id)
       WHERE c.store_id IN (SELECT value FROM json_each(?)) AND c.field IN ('title', 'price', 'status') AND c.before IS NOT NULL AND c.after IS NOT NULL
       ORDER BY c.store_id, c.changed_at, c.listing_key, c.field`,
    )
    .all(JSON.stringify(storeIds)) as RecordedChange[];
}

/** Titles of kept plans that were uploaded, with the day of the upload. */
export function uploadedTitles(db: Database, storeIds: readonly number[]): PlannedChange[] {
  return db
    .prepare(
      `SELECT p.plan_id AS planId, c.store_id AS storeId, c.entity, c.entity_id AS entityId, c.before, c.after, max(e.at) AS uploadedAt
       FROM plan_changes c JOIN plans p USING (plan_pk)
         JOIN plan_events e ON e.plan_pk = c.plan_pk AND e.event = 'uploaded' AND (e.change_id IS NULL OR e.change_id = c.change_id)
       WHERE c.field = 'title' AND c.store_id IN (SELECT value FROM json_each(?))
       GROUP BY p.plan_pk, c.position ORDER BY p.plan_id, c.position`,
    )
    .all(JSON.stringify(storeIds)) as PlannedChange[];
}

export interface SoldDay {
  readonly listingPk: number;
  readonly day: Day;
  readonly lines: number;
  readonly units: number;
  /** Sum of squares, for how much an order's units vary. */
  readonly unitsSquared: number;
  readonly sales: number | null;
}

/** Order lines that count, by listing and day. */
export function soldByDay(db: Database, storeIds: readonly number[], period: Period): SoldDay[] {
  return db
    .prepare(
      `SELECT i.listing_pk AS listingPk, l.ordered_on AS day, count(*) AS lines, coalesce(sum(l.quantity), 0) AS units,
         coalesce(sum(l.quantity * l.quantity), 0) AS unitsSquared, sum(l.amount_minor) AS sales
       FROM items i CROSS JOIN order_lines l ON l.item_pk = i.item_pk
       WHERE i.store_id IN (SELECT value FROM json_each(@stores)) AND i.listing_pk IS NOT NULL AND l.ordered_on BETWEEN @from AND @to AND l.counts = 1
       GROUP BY i.listing_pk, l.ordered_on ORDER BY i.listing_pk, l.ordered_on`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as SoldDay[];
}

export interface VisitedDay {
  readonly listingPk: number;
  readonly day: Day;
  readonly sessions: number | null;
  readonly units: number | null;
}

/** Traffic reports of single days by listing. An item's sessions are repeated on each of its rows, its units are not. */
export function visitsByDay(db: Database, storeIds: readonly number[], period: Period): VisitedDay[] {
  return db
    .prepare(
      `SELECT listingPk, day, max(sessions) AS sessions, max(units) AS units FROM (
         SELECT i.listing_pk AS listingPk, u.period_from AS day, u.unit_pk, max(t.sessions) AS sessions, sum(t.units) AS units
         FROM period_units u CROSS JOIN traffic t USING (unit_pk) JOIN items i USING (item_pk)
         WHERE u.subject = 'traffic' AND u.store_id IN (SELECT value FROM json_each(@stores)) AND u.superseded_by IS NULL
           AND u.period_from = u.period_to AND u.period_from BETWEEN @from AND @to AND u.grain IN ('child', 'sku') AND i.listing_pk IS NOT NULL
         GROUP BY u.unit_pk, i.listing_pk)
       GROUP BY listingPk, day ORDER BY listingPk, day`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as VisitedDay[];
}

/** Days of which a store has a report of that very day. */
export function reportedDays(
  db: Database,
  storeIds: readonly number[],
  subject: 'traffic' | 'ads',
  period: Period,
): { readonly storeId: number; readonly day: Day }[] {
  return db
    .prepare(
      `SELECT DISTINCT store_id AS storeId, period_from AS day FROM period_units
       WHERE subject = @subject AND store_id IN (SELECT value FROM json_each(@stores)) AND superseded_by IS NULL
         AND period_from = period_to AND period_from BETWEEN @from AND @to ORDER BY store_id, day`,
    )
    .all({ subject, stores: JSON.stringify(storeIds), ...period }) as { storeId: number; day: Day }[];
}

export interface ClickedDay {
  readonly storeId: number;
  readonly day: Day;
  readonly campaign: string | null;
  readonly adGroup: string | null;
  readonly targeting: string | null;
  readonly clicks: number;
}

/** Ad clicks of the chosen reports that are about one day each. */
export function clicksByDay(db: Database, reportIds: readonly number[]): ClickedDay[] {
  return db
    .prepare(
      `SELECT g.store_id AS storeId, u.period_from AS day, g.campaign, g.ad_group AS adGroup, g.targeting, coalesce(sum(a.clicks), 0) AS clicks
       FROM json_each(?) c CROSS JOIN period_units u ON u.unit_pk = c.value CROSS JOIN ads a USING (unit_pk) JOIN ad_targets g USING (target_pk)
       WHERE u.period_from = u.period_to
       GROUP BY g.store_id, u.period_from, g.campaign, g.ad_group, g.targeting ORDER BY 1, 2, 3, 4, 5`,
    )
    .all(JSON.stringify(reportIds)) as ClickedDay[];
}
