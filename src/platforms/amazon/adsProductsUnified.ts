/** The unified custom report of the advertising console by advertised product, without search terms. */
import { defineReport } from '../define.js';
import {
  NOT_UNIFIED,
  UNIFIED,
  UNIFIED_AD_GROUP_COLUMNS,
  UNIFIED_CAMPAIGN,
  UNIFIED_DAYS,
  UNIFIED_MEASURES,
  UNIFIED_PLACEMENT_COLUMN,
  UNIFIED_PRODUCT,
  UNIFIED_PRODUCT_COLUMNS,
  UNIFIED_RATIOS,
  UNIFIED_SEARCH_TERM,
  UNIFIED_TARGET_COLUMNS,
} from './unifiedColumns.js';

export const amazonAdsProductsUnified = defineReport({
  ...UNIFIED,
  id: 'amazon.ads-products-unified',
  report: 'Sponsored ads custom report by advertised product',
  fills: ['ads'],
  certainty: 'A-',
  source: 'a header of 47 columns that a public reader states to be real (2026); localised names from public readers',
  download: 'Advertising console > Measurement & Reporting > Create report > Advertised product',
  columns: [
    ...UNIFIED_DAYS,
    ...UNIFIED_CAMPAIGN,
    ...UNIFIED_AD_GROUP_COLUMNS,
    ...UNIFIED_TARGET_COLUMNS,
    ...UNIFIED_PRODUCT_COLUMNS,
    UNIFIED_PLACEMENT_COLUMN,
    ...UNIFIED_MEASURES,
  ],
  ratios: UNIFIED_RATIOS,
  hasOneOf: UNIFIED_PRODUCT,
  not: [...NOT_UNIFIED, ...UNIFIED_SEARCH_TERM],
  grain: 'item',
});
