/**
 * TikTok Ads Manager: reports of campaigns, ad groups and ads, and custom reports. Columns are the advertiser's choice. Each row is a day ("By Day") or the whole
 * period, which the file does not say then: its name does. The last row sums the others up ("Total of 12 results").
 *
 * Clicks are those to the destination: "Clicks (all)" counts likes and profile visits too and is left out. Orders and sales are payments that TikTok attributes, on the
 * website or in its shop, whichever the campaign is for.
 *
 * English names, from several public readers of real exports; what GMV Max reports stands in `tiktokshop.ads-days`.
 */
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';

export const CAMPAIGN = 'Campaign name';
export const AD_GROUP = 'Ad group name';
export const AD = 'Ad name';

const SHARED: readonly ColumnSpec[] = [
  column('day', 'By Day', 'Date', 'Day'),
  column('campaign', CAMPAIGN),
  column('campaignId', 'Campaign ID'),
  column('campaignType', 'Campaign type', 'Objective'),
  column('adGroup', AD_GROUP),
  column('adGroupId', 'Ad group ID'),
  column('creativeId', 'Ad ID'),
  column('currency', 'Currency'),
  required('adCost', 'Cost', 'Cost ({currency})'),
  column('impressions', 'Impressions', 'Impression'),
  column('clicks', 'Clicks (destination)', 'Clicks'),
  column('adConversions', 'Conversions', 'Results'),
  { ...column('adOrders', 'Complete payment', 'Total complete payment', 'Purchases (Shop)', 'Purchases'), firstFilled: true },
  { ...column('adSales', 'Total complete payment value', 'Gross revenue (Shop)', 'Total purchase value'), firstFilled: true },
  column('adUnits', 'Items purchased (Shop)'),
  column('adCarts', 'Adds to cart (Shop)'),
];

const RATIOS: readonly RatioSpec[] = [
  { names: ['CTR (destination)'], of: ['clicks'], by: ['impressions'] },
  { names: ['CPC (destination)'], of: ['adCost'], by: ['clicks'] },
  { names: ['CPM'], of: ['adCost'], by: ['impressions'], times: 1000 },
  { names: ['Cost per conversion'], of: ['adCost'], by: ['adConversions'] },
];

type Own = Pick<ReportFormat, 'id' | 'report' | 'grain'> & { readonly level: ColumnSpec; readonly finer: readonly string[] };

/** Declares the report of one level; the names of finer levels say that it is not this one. */
export function tiktokReport({ level, finer, ...own }: Own): ReportFormat {
  const shared = SHARED.filter(({ field, names }) => field !== level.field && !names.some((name) => finer.includes(name)));
  return defineReport({
    ...own,
    platform: 'tiktok',
    fills: ['ads'],
    certainty: 'B',
    source: 'column names in several public readers of real exports, 2025 and 2026',
    download: 'TikTok Ads Manager > Campaign > Export, or Analytics > Custom reports, broken down by day',
    notes: [
      'orders and sales are payments that TikTok attributes, within the attribution setting of the account; conversions are whatever the campaign is for',
      'clicks are those to the destination',
    ],
    columns: [level, ...shared],
    hasOneOf: [
      ...['Clicks (destination)', 'CTR (destination)', 'CPC (destination)', '2-second video views', '6-second video views'],
      ...[
        '6-second focused views',
        'Cost per 1,000 people reached',
        'Complete payment',
        'Total complete payment value',
        'Gross revenue (Shop)',
      ],
    ],
    ratios: RATIOS,
    not: ['Spend in account currency', ...finer],
    ignore: [
      { rule: 'total rows', anyCell: /^\s*Total of \d+ / },
      { rule: 'total rows', blank: [level.field], filled: ['adCost', 'impressions'] },
    ],
    noText: /^-$/,
    serves: 'any',
    unit: AD_UNIT,
    period: 'none',
  });
}
