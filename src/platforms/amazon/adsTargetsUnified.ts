/** The unified custom report of the advertising console by target (keyword, product, audience), with the bid where it was chosen. */
import { column, defineReport } from '../define.js';
import {
  NOT_UNIFIED,
  UNIFIED,
  UNIFIED_AD_GROUP_COLUMNS,
  UNIFIED_CAMPAIGN,
  UNIFIED_DAYS,
  UNIFIED_MEASURES,
  UNIFIED_PLACEMENT_COLUMN,
  UNIFIED_PRODUCT,
  UNIFIED_RATIOS,
  UNIFIED_SEARCH_TERM,
  UNIFIED_TARGET,
  UNIFIED_TARGET_COLUMNS,
} from './unifiedColumns.js';

export const amazonAdsTargetsUnified = defineReport({
  ...UNIFIED,
  id: 'amazon.ads-targets-unified',
  report: 'Sponsored ads custom report by target',
  fills: ['ads', 'adEntities'],
  certainty: 'B',
  source: 'public readers of real exports (CN, US 2026)',
  download: 'Advertising console > Measurement & Reporting > Create report > Targeting',
  notes: [...UNIFIED.notes, 'the bid is that of the time of the report, on each of its days'],
  columns: [
    ...UNIFIED_DAYS,
    ...UNIFIED_CAMPAIGN,
    ...UNIFIED_AD_GROUP_COLUMNS,
    ...UNIFIED_TARGET_COLUMNS,
    column('bid', 'Target bid', 'Target bid ({currency})', '目标竞价', '目标竞价 ({currency})'),
    column('entityState', 'Target status', 'Target delivery status', '投放状态'),
    UNIFIED_PLACEMENT_COLUMN,
    ...UNIFIED_MEASURES,
  ],
  ratios: UNIFIED_RATIOS,
  hasOneOf: UNIFIED_TARGET,
  not: [...NOT_UNIFIED, ...UNIFIED_SEARCH_TERM, ...UNIFIED_PRODUCT],
  grain: 'keyword',
});
