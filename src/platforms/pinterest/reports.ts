/**
 * Pinterest Ads: reports of campaigns, ad groups and ads. Columns are the advertiser's choice; each row is a day (`Date`) or the whole period, which only the name of the file
 * says then. The last row may sum the others up.
 *
 * Clicks are those that left Pinterest (outbound clicks), where the report has them; orders and sales are checkouts that Pinterest attributes, else none: its conversions
 * are whatever the campaign is for.
 *
 * English names, from several public readers of real exports.
 */
import { AD_UNIT, type ColumnSpec, column, defineReport, type ReportFormat, required } from '../define.js';

const CAMPAIGN = 'Campaign name';
const AD_GROUP = 'Ad group name';
const AD = ['Ad name', 'Pin name'];

const SHARED: readonly ColumnSpec[] = [
  column('day', 'Date', 'Day'),
  column('campaign', CAMPAIGN),
  column('campaignId', 'Campaign ID'),
  column('adGroup', AD_GROUP),
  column('adGroupId', 'Ad group ID'),
  column('creativeId', 'Ad ID', 'Pin ID'),
  required('adCost', 'Spend in account currency'),
  column('impressions', 'Impressions', 'Impression'),
  column('clicks', 'Outbound clicks'),
  column('adConversions', 'Total conversions', 'Conversions'),
  column('adOrders', 'Total conversions (Checkout)', 'Checkouts'),
  column('adSales', 'Total order value (Checkout)', 'Checkout value in account currency'),
  column('adFavourites', 'Saves'),
];

function pinterestReport(
  own: Pick<ReportFormat, 'id' | 'report' | 'grain'> & { readonly level: ColumnSpec; readonly finer: readonly string[] },
): ReportFormat {
  const { level, finer, ...rest } = own;
  const shared = SHARED.filter(({ field, names }) => field !== level.field && !names.some((name) => finer.includes(name)));
  return defineReport({
    ...rest,
    platform: 'pinterest',
    fills: ['ads'],
    certainty: 'B',
    source: 'column names in several public readers of real exports; the name of the amount also in Pinterest’s list of its metrics',
    download: 'Pinterest Ads > Reporting > Custom report, broken down by day > Export',
    notes: [
      'orders and sales are checkouts that Pinterest attributes, within the attribution setting of the account',
      'clicks are outbound ones; clicks on the Pin that stay on Pinterest are left out',
    ],
    columns: [level, ...shared],
    not: ['Clicks (destination)', ...finer],
    ignore: [{ rule: 'total rows', firstCell: /^\s*Totals?\b/ }],
    noText: /^-$/,
    serves: 'any',
    unit: AD_UNIT,
    period: 'none',
  });
}

export const pinterestReports = [
  pinterestReport({
    id: 'pinterest.campaigns',
    report: 'Pinterest Ads: campaigns',
    grain: 'campaign',
    level: required('campaign', CAMPAIGN),
    finer: [AD_GROUP, ...AD],
  }),
  pinterestReport({
    id: 'pinterest.ad-groups',
    report: 'Pinterest Ads: ad groups',
    grain: 'ad-group',
    level: required('adGroup', AD_GROUP),
    finer: AD,
  }),
  pinterestReport({ id: 'pinterest.ads', report: 'Pinterest Ads: ads', grain: 'creative', level: required('creative', ...AD), finer: [] }),
];
