/** The unified custom report of the advertising console by ad group. */
import { column, defineReport } from '../define.js';
import {
  NOT_UNIFIED,
  UNIFIED,
  UNIFIED_AD_GROUP,
  UNIFIED_AD_GROUP_COLUMNS,
  UNIFIED_CAMPAIGN,
  UNIFIED_DAYS,
  UNIFIED_MEASURES,
  UNIFIED_PLACEMENT,
  UNIFIED_PRODUCT,
  UNIFIED_RATIOS,
  UNIFIED_SEARCH_TERM,
  UNIFIED_TARGET,
} from './unifiedColumns.js';

export const amazonAdsAdGroupsUnified = defineReport({
  ...UNIFIED,
  id: 'amazon.ads-ad-groups-unified',
  report: 'Sponsored ads custom report by ad group',
  fills: ['ads', 'adEntities'],
  certainty: 'B',
  source: 'the names of the other custom reports, in the combination that this one would have',
  download: 'Advertising console > Measurement & Reporting > Create report > Ad group',
  columns: [
    ...UNIFIED_DAYS,
    ...UNIFIED_CAMPAIGN,
    ...UNIFIED_AD_GROUP_COLUMNS,
    column('entityState', 'Ad group status', 'Ad group delivery status', '广告组投放状态'),
    ...UNIFIED_MEASURES,
  ],
  ratios: UNIFIED_RATIOS,
  hasOneOf: UNIFIED_AD_GROUP,
  not: [...NOT_UNIFIED, ...UNIFIED_SEARCH_TERM, ...UNIFIED_PRODUCT, ...UNIFIED_TARGET, ...UNIFIED_PLACEMENT],
  grain: 'ad-group',
});
