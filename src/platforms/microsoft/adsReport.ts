/**
 * Microsoft Ads (Bing): performance reports. Nine lines above the header say name, days, time zone and filter, a line of Microsoft's
 * copyright stands below. The interface writes "Campaign name", the reporting service "CampaignName". Revenue is what the advertiser's
 * goals say a conversion is worth. A report by "TimePeriod" is read as one of its whole period: the column may be days, weeks or months.
 */
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';

export const SEARCH_TERM = ['Search term', 'Search query', 'SearchQuery', 'SearchTerm'];
export const KEYWORD = ['Keyword'];
export const CAMPAIGN = ['Campaign name', 'CampaignName', 'Campaign'];
export const AD_GROUP = ['Ad group', 'AdGroupName', 'Ad group name'];
export const AD = ['Ad title', 'AdTitle', 'Ad ID', 'AdId', 'Title part 1', 'TitlePart1'];

const SHARED: readonly ColumnSpec[] = [
  column('day', 'Gregorian date', 'GregorianDate', 'Day', 'Date'),
  column('week', 'Week'),
  column('month', 'Month'),
  column('campaign', ...CAMPAIGN),
  column('campaignId', 'Campaign ID', 'CampaignId'),
  column('campaignType', 'Campaign type', 'CampaignType'),
  column('adGroup', ...AD_GROUP),
  column('adGroupId', 'Ad group ID', 'AdGroupId'),
  column('device', 'Device type', 'DeviceType', 'Device'),
  column('country', 'Country/region', 'CountryOrRegion', 'Country'),
  column('currency', 'Currency code', 'CurrencyCode', 'Currency'),
  column('impressions', 'Impressions', 'Impr.'),
  column('clicks', 'Clicks'),
  required('adCost', 'Spend', 'Spend ({currency})'),
  column('adConversions', 'Conversions', 'Conv.', 'ConversionsQualified'),
  column('adConversionValue', 'Revenue', 'Conversion revenue'),
  column('impressionShare', 'Impression share (%)', 'Impression share', 'ImpressionSharePercent'),
];

const RATIOS: readonly RatioSpec[] = [
  { names: ['CTR', 'CTR (%)'], of: ['clicks'], by: ['impressions'] },
  { names: ['Avg. CPC', 'Average CPC', 'AverageCpc'], of: ['adCost'], by: ['clicks'] },
];

/** Headers that no other company's report with a "Spend" has. */
const MICROSOFT = [
  ...['Account name', 'AccountName', 'Account number', 'AccountNumber', 'Gregorian date', 'GregorianDate', 'CampaignName', 'CurrencyCode'],
  ...['Ad distribution', 'AdDistribution', 'Bid match type', 'BidMatchType', 'Delivered match type', 'DeliveredMatchType'],
  ...['Top impression rate', 'Absolute top impression rate', 'Current maximum CPC', 'CurrentMaxCpc', 'Qual. score'],
];

type Own = Pick<ReportFormat, 'id' | 'report' | 'fills' | 'grain'> & {
  readonly columns: readonly ColumnSpec[];
  readonly finer: readonly string[];
};

/** Declares the report of one grain. */
export function microsoftReport({ columns, finer, ...own }: Own): ReportFormat {
  const fields = new Set(columns.map(({ field }) => field));
  const shared = SHARED.filter(({ field, names }) => !fields.has(field) && !names.some((name) => finer.includes(name)));
  return defineReport({
    ...own,
    platform: 'microsoft',
    certainty: 'B',
    source: 'preamble and headers of real reports in public readers and in the documentation of the reporting service',
    download: 'Microsoft Advertising > Reports > Create > Download as CSV (or TSV, Excel)',
    notes: [
      'conversions and revenue are what the advertiser’s goals count; they are not orders of the shop',
      'bids and states are those of the moment of the download',
    ],
    columns: [...columns, ...shared],
    ratios: RATIOS,
    hasOneOf: MICROSOFT,
    not: [...finer, 'Customer Search Term', 'Portfolio name', 'Bidding strategy', 'Targeting', 'Retailer', 'Added/Excluded'],
    ignore: [
      { rule: 'copyright line', firstCell: /Microsoft Corporation/i },
      { rule: 'total rows', firstCell: /^(?:Overall )?total(?:$| - )/i },
    ],
    dateOrder: 'mdy',
    periodIn: /^Report Time: *(?<period>.+)$/,
    serves: 'any',
    unit: AD_UNIT,
    period: 'preamble',
  });
}

export const MATCH_TYPE: ColumnSpec = column(
  'matchType',
  ...['Bid match type', 'BidMatchType', 'Match type', 'Delivered match type', 'DeliveredMatchType'],
);
