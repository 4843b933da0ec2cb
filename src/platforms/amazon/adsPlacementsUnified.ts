/** The unified custom report of the advertising console by placement: top of search, rest of search, product pages, off Amazon. */
import { defineReport } from '../define.js';
import {
  NOT_UNIFIED,
  UNIFIED,
  UNIFIED_AD_GROUP_COLUMNS,
  UNIFIED_CAMPAIGN,
  UNIFIED_DAYS,
  UNIFIED_MEASURES,
  UNIFIED_PLACEMENT,
  UNIFIED_PLACEMENT_COLUMN,
  UNIFIED_PRODUCT,
  UNIFIED_RATIOS,
  UNIFIED_SEARCH_TERM,
  UNIFIED_TARGET,
} from './unifiedColumns.js';

export const amazonAdsPlacementsUnified = defineReport({
  ...UNIFIED,
  id: 'amazon.ads-placements-unified',
  report: 'Sponsored ads custom report by placement',
  fills: ['ads'],
  certainty: 'B',
  source: 'public readers of real exports (CN, KR, US 2026)',
  download: 'Advertising console > Measurement & Reporting > Create report > Placement',
  columns: [...UNIFIED_DAYS, ...UNIFIED_CAMPAIGN, ...UNIFIED_AD_GROUP_COLUMNS, UNIFIED_PLACEMENT_COLUMN, ...UNIFIED_MEASURES],
  ratios: UNIFIED_RATIOS,
  hasOneOf: UNIFIED_PLACEMENT,
  not: [...NOT_UNIFIED, ...UNIFIED_SEARCH_TERM, ...UNIFIED_PRODUCT, ...UNIFIED_TARGET],
  grain: 'placement',
});
