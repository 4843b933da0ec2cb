/** What successive files said of the same days: the versions of orders and ad reports with the time from which and until which they stood. */
import type { Day, Period } from '../core/day.js';
import type { Database } from '../db/connection.js';
import { prepared } from '../db/prepared.js';
import { fileDays } from './salesQueries.js';

/** Sums of a day over versions that stood during the same time. */
export interface VersionSums {
  readonly day: Day;
  /** When the files that said so were made, and when those that said otherwise; epoch seconds, null: it still stands. */
  readonly since: number;
  readonly until: number | null;
  readonly first: number;
  readonly second: number;
}

/** A file that tells days, epoch seconds. */
export interface FileOfDays extends Period {
  readonly evidenceAt: number;
}

/** Sales (minor units; `first`) and orders that count (`second`) of a store by day and version, in one currency. */
export function orderVersions(db: Database, storeId: number, period: Period, currency: string | null): VersionSums[] {
  return db
    .prepare(
      `SELECT day, since, until, coalesce(sum(sales), 0) AS first, sum(counts) AS second FROM
         (SELECT h.ordered_on AS day, i.evidence_at AS since, NULL AS until, max(l.counts) AS counts,
            sum(l.amount_minor) FILTER (WHERE l.counts = 1) AS sales
          FROM order_heads h JOIN imports i USING (import_id) JOIN order_profiles p USING (profile_pk) JOIN order_lines l USING (order_pk)
          WHERE h.store_id = @storeId AND h.ordered_on BETWEEN @from AND @to AND coalesce(p.currency, @currency) IS @currency GROUP BY h.order_pk
          UNION ALL
          SELECT u.content ->> 'ordered_on', i.evidence_at, n.evidence_at, max(l.value ->> 'counts'),
            sum(l.value ->> 'amount_minor') FILTER (WHERE l.value ->> 'counts' = 1)
          FROM superseded_units u JOIN imports i ON i.import_id = u.import_id JOIN imports n ON n.import_id = u.superseded_by
            JOIN json_each(u.content, '$.lines') l
          WHERE u.subject = 'orders' AND u.account_id = (SELECT account_id FROM stores WHERE store_id = @storeId) AND u.content ->> 'store_id' = @storeId
            AND u.content ->> 'ordered_on' BETWEEN @from AND @to AND coalesce(u.content ->> 'currency', @currency) IS @currency GROUP BY u.rowid)
       GROUP BY day, since, until ORDER BY day, since, until`,
    )
    .all({ storeId, ...period, currency }) as VersionSums[];
}

/** The files of orders of a store's account, whether they brought something new or only confirmed what was there. */
export function orderFiles(db: Database, storeId: number): FileOfDays[] {
  const { since } = prepared(db, `SELECT date(max(ordered_on), '-120 days') AS since FROM order_heads WHERE store_id = ?`).get(storeId) as {
    since: Day | null;
  };
  if (since === null) return [];
  const imports = new Set(fileDays(db, storeId, since).map(({ importId }) => importId));
  return prepared(
    db,
    `SELECT period_from AS "from", period_to AS "to", evidence_at AS evidenceAt FROM imports
     WHERE account_id = (SELECT account_id FROM stores WHERE store_id = @storeId) AND status IN ('imported', 'partial') AND period_from IS NOT NULL
       AND report_format IN (SELECT report_format FROM imports WHERE import_id IN (SELECT value FROM json_each(@imports)))
     ORDER BY evidence_at, import_id`,
  ).all({ storeId, imports: JSON.stringify([...imports]) }) as FileOfDays[];
}

export interface AdVersions {
  readonly channel: string;
  readonly grain: string;
  readonly reportFormat: string;
  readonly attributionDays: number | null;
  readonly versions: readonly VersionSums[];
}

/** Ad sales (`first`) and cost (`second`), millionths, of reports of single days, by channel, grain and report. */
export function adVersions(db: Database, storeId: number, period: Period, currency: string | null): AdVersions[] {
  const rows = db
    .prepare(
      `SELECT u.channel, u.grain, i.report_format AS reportFormat, max(a.attribution_days) AS attributionDays, u.period_from AS day, u.evidence_at AS since,
         n.evidence_at AS until, coalesce(sum(a.sales_micros), 0) AS first, coalesce(sum(a.cost_micros), 0) AS second
       FROM period_units u JOIN imports i ON i.import_id = u.import_id LEFT JOIN imports n ON n.import_id = u.superseded_by JOIN ads a USING (unit_pk)
       WHERE u.subject = 'ads' AND u.store_id = @storeId AND u.period_from = u.period_to AND u.period_from BETWEEN @from AND @to
         AND coalesce(a.currency, @currency) IS @currency
       GROUP BY u.channel, u.grain, i.report_format, u.period_from, u.evidence_at, n.evidence_at
       ORDER BY u.channel, u.grain, i.report_format, u.period_from, u.evidence_at, n.evidence_at`,
    )
    .all({ storeId, ...period, currency }) as (VersionSums & Omit<AdVersions, 'versions'>)[];
  const reports = new Map<string, AdVersions & { versions: VersionSums[] }>();
  for (const { channel, grain, reportFormat, attributionDays, ...version } of rows) {
    const key = [channel, grain, reportFormat].join('\u001f');
    const report = reports.get(key) ?? { channel, grain, reportFormat, attributionDays, versions: [] };
    reports.set(key, { ...report, attributionDays: Math.max(report.attributionDays ?? 0, attributionDays ?? 0) || null });
    report.versions.push(version);
  }
  return [...reports.values()];
}

/** Active files of a report format of a store. */
export function filesOfReport(db: Database, storeId: number, reportFormat: string): FileOfDays[] {
  return db
    .prepare(
      `SELECT period_from AS "from", period_to AS "to", evidence_at AS evidenceAt FROM imports
       WHERE store_id = ? AND report_format = ? AND status IN ('imported', 'partial') AND period_from IS NOT NULL ORDER BY evidence_at, import_id`,
    )
    .all(storeId, reportFormat) as FileOfDays[];
}
