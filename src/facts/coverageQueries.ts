/** What the imports cover: which reports there are of a platform, and which periods they speak of. */
import type { Day } from '../core/day.js';
import type { Subject } from '../core/fields.js';
import type { Database } from '../db/connection.js';

export interface ReportPeriod {
  readonly store: string;
  readonly subject: Subject;
  /** What one row of the report is about: reports of two grains are never added. */
  readonly grain: string;
  readonly from: Day;
  readonly to: Day;
}

/** The periods that the standing reports of these stores speak of, each once, by store, subject and first day. */
export function reportPeriods(db: Database, stores: readonly string[]): ReportPeriod[] {
  return db
    .prepare(
      `SELECT DISTINCT s.name AS store, u.subject, u.grain, u.period_from AS "from", u.period_to AS "to"
       FROM period_units u JOIN stores s USING (store_id)
       WHERE u.superseded_by IS NULL AND s.name IN (SELECT value FROM json_each(?))
       ORDER BY s.name, u.subject, u.period_from, u.period_to, u.grain`,
    )
    .all(JSON.stringify(stores)) as ReportPeriod[];
}

/** The reports of each platform that came in and stand, of all its stores. */
export function reportsByPlatform(db: Database): { readonly platform: string; readonly reportFormat: string }[] {
  return db
    .prepare(
      `SELECT DISTINCT platform, report_format AS reportFormat FROM imports WHERE status IN ('imported', 'partial') ORDER BY platform, report_format`,
    )
    .all() as { platform: string; reportFormat: string }[];
}
