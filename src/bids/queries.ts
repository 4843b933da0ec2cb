/** What bids asks of the facts. */
import type { Database } from '../db/connection.js';
import type { Grouping } from './grouping.js';
import type { AdSums } from './performance.js';

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
