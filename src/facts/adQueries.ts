/** Ad reports as more than one department asks for them. */
import type { Day, Period } from '../core/day.js';
import type { Database } from '../db/connection.js';
import { prepared } from '../db/prepared.js';

/** A report of one campaign (or of the whole shop) about a period. */
export interface AdReport {
  readonly id: number;
  readonly storeId: number;
  readonly grain: string;
  /** Whose report it is, where that is not the store's own platform: google, meta. */
  readonly channel: string;
  /** The campaign as the report knows it; empty for the whole shop. */
  readonly about: string;
  readonly from: Day;
  readonly to: Day;
  /** The campaign by name: one report knows campaigns by number, another by name only. */
  readonly campaign: string | null;
}

/** The ad reports in force that touch a period, by store, campaign and time. */
export function adReports(db: Database, storeIds: readonly number[], period: Period): AdReport[] {
  return prepared(
    db,
    `SELECT u.unit_pk AS id, u.store_id AS storeId, u.grain, u.channel, u.about, u.period_from AS "from", u.period_to AS "to",
         (SELECT g.campaign FROM ads a JOIN ad_targets g USING (target_pk) WHERE a.unit_pk = u.unit_pk LIMIT 1) AS campaign
       FROM period_units u
       WHERE u.subject = 'ads' AND u.store_id IN (SELECT value FROM json_each(@stores)) AND u.superseded_by IS NULL
         AND u.period_from <= @to AND u.period_to >= @from
       ORDER BY u.store_id, u.channel, u.about, u.period_from, u.period_to, u.unit_pk`,
  ).all({ stores: JSON.stringify(storeIds), ...period }) as AdReport[];
}
