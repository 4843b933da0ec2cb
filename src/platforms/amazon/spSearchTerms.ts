/**
 * Sponsored Products search term report: what shoppers typed, what it cost and sold. One row a campaign, ad group, target and
 * search term; in the daily version also a day. In the summary version Start and End Date are the first and last day on which the
 * row had traffic, not the report's period (seen in real files: they differ from row to row). Workbook by default, CSV as a choice.
 * The Sponsored Brands report of the same name has the same columns and is read likewise.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';
import {
  AD_ACCOUNT,
  AD_DAYS,
  AD_GROUP,
  AD_NOTES,
  AD_ORDERS,
  AD_RATIOS,
  AD_SALES,
  AD_UNITS,
  ADVERTISED_SKU_NAMES,
  CAMPAIGN_NAMES,
  CLICKS_NAMES,
  CONVERSION_RATE,
  IMPRESSIONS_NAMES,
  MATCH_TYPE,
  OTHER_AD_REPORTS,
  PLACEMENT_NAMES,
  PURCHASED_ASIN_NAMES,
  ROAS,
  SAME_AND_OTHER_SKU,
  SEARCH_TERM_NAMES,
  SPEND_NAMES,
  TARGETING_NAMES,
} from './adColumns.js';

export const amazonSpSearchTerms = defineReport({
  id: 'amazon.sp-search-terms',
  platform: 'amazon',
  report: 'Sponsored Products search term report',
  fills: ['ads'],
  certainty: 'A',
  source: 'real exports of 2019, 2023, 2024 and 2025 (US, UK, AE); localised names from public readers and from memory',
  download: 'Advertising console > Measurement & Reporting > Sponsored ads reports > Sponsored Products > Search term',
  notes: [...AD_NOTES, 'rows without a click may be missing: sums of impressions are less than the campaign’s'],
  columns: [
    ...AD_DAYS,
    ...AD_ACCOUNT,
    required('campaign', ...CAMPAIGN_NAMES),
    AD_GROUP,
    column('targeting', ...TARGETING_NAMES),
    MATCH_TYPE,
    required('searchTerm', ...SEARCH_TERM_NAMES),
    column('impressions', ...IMPRESSIONS_NAMES),
    required('clicks', ...CLICKS_NAMES),
    required('adCost', ...SPEND_NAMES),
    AD_SALES,
    AD_ORDERS,
    AD_UNITS,
    ...SAME_AND_OTHER_SKU,
  ],
  ratios: [...AD_RATIOS, ROAS, CONVERSION_RATE],
  not: [...OTHER_AD_REPORTS, ...ADVERTISED_SKU_NAMES, ...PLACEMENT_NAMES, ...PURCHASED_ASIN_NAMES],
  unit: AD_UNIT,
  period: 'span',
  grain: 'search-term',
  attribution: true,
  storeBy: 'country',
});
