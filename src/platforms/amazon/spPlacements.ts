/**
 * Sponsored Products placement report: what a campaign cost and sold at the top of search, in the rest of search, on product pages and
 * off Amazon. One row a campaign and placement; in the daily version also a day. Sponsored Brands' campaign and keyword placement
 * reports read alike. The bidding strategy that it repeats is left to the campaign report.
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
  ADVERTISED_ASIN_NAMES,
  ADVERTISED_SKU_NAMES,
  CAMPAIGN_NAMES,
  CLICKS_NAMES,
  IMPRESSIONS_NAMES,
  MATCH_TYPE,
  NEW_TO_BRAND,
  OTHER_AD_REPORTS,
  PLACEMENT_NAMES,
  ROAS,
  SEARCH_TERM_NAMES,
  SPEND_NAMES,
  TARGETING_NAMES,
} from './adColumns.js';

export const amazonSpPlacements = defineReport({
  id: 'amazon.sp-placements',
  platform: 'amazon',
  report: 'Sponsored Products placement report',
  fills: ['ads'],
  certainty: 'A-',
  source: 'headers of real exports (India 2020, China 2026) in public notes; localised names from public readers and from memory',
  download: 'Advertising console > Measurement & Reporting > Sponsored ads reports > Sponsored Products > Placement',
  notes: AD_NOTES,
  columns: [
    ...AD_DAYS,
    ...AD_ACCOUNT,
    required('campaign', ...CAMPAIGN_NAMES),
    AD_GROUP,
    column('targeting', ...TARGETING_NAMES),
    MATCH_TYPE,
    required('placement', ...PLACEMENT_NAMES),
    column('impressions', ...IMPRESSIONS_NAMES),
    required('clicks', ...CLICKS_NAMES),
    required('adCost', ...SPEND_NAMES),
    AD_SALES,
    AD_ORDERS,
    AD_UNITS,
    NEW_TO_BRAND,
  ],
  ratios: [...AD_RATIOS, ROAS],
  not: [...OTHER_AD_REPORTS, ...SEARCH_TERM_NAMES, ...ADVERTISED_SKU_NAMES, ...ADVERTISED_ASIN_NAMES],
  unit: AD_UNIT,
  period: 'span',
  grain: 'placement',
  attribution: true,
  storeBy: 'country',
});
