/** The unified custom report of the advertising console with search terms: one row a search term, with whatever else was chosen. */
import { defineReport, required } from '../define.js';
import {
  NOT_UNIFIED,
  UNIFIED,
  UNIFIED_AD_GROUP_COLUMNS,
  UNIFIED_CAMPAIGN,
  UNIFIED_DAYS,
  UNIFIED_MEASURES,
  UNIFIED_PLACEMENT_COLUMN,
  UNIFIED_PRODUCT_COLUMNS,
  UNIFIED_RATIOS,
  UNIFIED_SEARCH_TERM,
  UNIFIED_TARGET_COLUMNS,
} from './unifiedColumns.js';

export const amazonAdsSearchTermsUnified = defineReport({
  ...UNIFIED,
  id: 'amazon.ads-search-terms-unified',
  report: 'Sponsored ads custom report with search terms',
  fills: ['ads'],
  certainty: 'A',
  source: 'a real export (US, 2026); localised names from public readers',
  download: 'Advertising console > Measurement & Reporting > Create report > Custom, with "Search term"',
  columns: [
    ...UNIFIED_DAYS,
    ...UNIFIED_CAMPAIGN,
    ...UNIFIED_AD_GROUP_COLUMNS,
    ...UNIFIED_TARGET_COLUMNS,
    required('searchTerm', ...UNIFIED_SEARCH_TERM),
    ...UNIFIED_PRODUCT_COLUMNS,
    UNIFIED_PLACEMENT_COLUMN,
    ...UNIFIED_MEASURES,
  ],
  ratios: [
    ...UNIFIED_RATIOS,
    { names: ['Cost per purchase'], of: ['adCost'], by: ['adOrders'] },
    { names: ['Purchase rate'], of: ['adOrders'], by: ['impressions'] },
  ],
  not: NOT_UNIFIED,
  grain: 'search-term',
});
