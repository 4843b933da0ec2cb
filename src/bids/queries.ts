/** What bids asks of the facts. */
import type { Period } from '../core/day.js';
import type { Database } from '../db/connection.js';
import type { AdUnit } from './choose.js';
import type { Grouping } from './grouping.js';
import type { AdSums } from './performance.js';

/** The ad reports in force that touch a period, by store, campaign and time. */
export function adUnits(db: Database, storeIds: readonly number[], period: Period): AdUnit[] {
  return db
    .prepare(
      `SELECT u.unit_pk AS id, u.store_id AS storeId, u.grain, u.about, u.period_from AS "from", u.period_to AS "to",
         (SELECT g.campaign FROM ads a JOIN ad_targets g USING (target_pk) WHERE a.unit_pk = u.unit_pk LIMIT 1) AS campaign
       FROM period_units u
       WHERE u.subject = 'ads' AND u.store_id IN (SELECT value FROM json_each(@stores)) AND u.superseded_by IS NULL
         AND u.period_from <= @to AND u.period_to >= @from
       ORDER BY u.store_id, u.about, u.period_from, u.period_to, u.unit_pk`,
    )
    .all({ stores: JSON.stringify(storeIds), ...period }) as AdUnit[];
}

/** Those of the stores that have an ad report of any time. */
export function storesWithAds(db: Database, storeIds: readonly number[]): number[] {
  return db
    .prepare(
      `SELECT value FROM json_each(?) WHERE EXISTS
         (SELECT 1 FROM period_units WHERE subject = 'ads' AND store_id = value AND superseded_by IS NULL) ORDER BY value`,
    )
    .pluck()
    .all(JSON.stringify(storeIds)) as number[];
}

/** SQL of each grouping. */
const KEYS: Readonly<Record<Grouping, string>> = {
  store: 's.name',
  campaign: 'g.campaign',
  ad_group: 'g.ad_group',
  match_type: 'g.match_type',
  targeting: 'g.targeting',
  search_term: 'a.search_term',
  day: 'c.bucket',
  week: 'c.bucket',
  month: 'c.bucket',
};

/** Sums over the chosen units by the groupings, currency and attribution window, in this order. */
export function adSums(
  db: Database,
  chosen: readonly { readonly unit: number; readonly bucket: string | null }[],
  groupings: readonly Grouping[],
): AdSums[] {
  const keys = groupings.map((grouping) => `${KEYS[grouping]} AS ${grouping}`);
  return db
    .prepare(
      `WITH chosen AS MATERIALIZED (SELECT value ->> 'unit' AS unit_pk, value ->> 'bucket' AS bucket FROM json_each(?))
       SELECT ${[...keys, ''].join(', ')} coalesce(a.currency, s.currency) AS currency, a.attribution_days, count(*) AS rows,
         sum(a.impressions) AS impressions, sum(a.clicks) AS clicks, sum(a.cost_micros) AS cost, sum(a.orders) AS orders, sum(a.units) AS units,
         sum(a.sales_micros) AS sales, sum(a.sales_micros IS NULL) AS rows_without_sales
       FROM chosen c CROSS JOIN ads a USING (unit_pk) JOIN ad_targets g USING (target_pk) JOIN stores s USING (store_id)
       GROUP BY ${[...groupings, 'coalesce(a.currency, s.currency)', 'a.attribution_days'].join(', ')}`,
    )
    .all(JSON.stringify(chosen)) as AdSums[];
}
