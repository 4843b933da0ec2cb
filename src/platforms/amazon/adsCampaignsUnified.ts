/** The unified custom report of the advertising console by campaign, with state, budget and strategy where they were chosen. */
import { column, defineReport } from '../define.js';
import {
  NOT_UNIFIED,
  UNIFIED,
  UNIFIED_AD_GROUP,
  UNIFIED_CAMPAIGN,
  UNIFIED_DAYS,
  UNIFIED_MEASURES,
  UNIFIED_PLACEMENT,
  UNIFIED_PRODUCT,
  UNIFIED_RATIOS,
  UNIFIED_SEARCH_TERM,
  UNIFIED_TARGET,
} from './unifiedColumns.js';

export const amazonAdsCampaignsUnified = defineReport({
  ...UNIFIED,
  id: 'amazon.ads-campaigns-unified',
  report: 'Sponsored ads custom report by campaign',
  fills: ['ads', 'adEntities'],
  certainty: 'B',
  source: 'public readers of real exports (CN 2026)',
  download: 'Advertising console > Measurement & Reporting > Create report > Campaign',
  notes: [...UNIFIED.notes, 'state, budget and strategy are those of the time of the report, on each of its days'],
  columns: [
    ...UNIFIED_DAYS,
    ...UNIFIED_CAMPAIGN,
    column('entityState', 'Campaign status', 'Campaign delivery status', '广告活动投放状态'),
    column('budget', 'Campaign budget amount', 'Campaign budget amount ({currency})', '广告活动预算金额'),
    column('budgetType', 'Campaign budget type', '广告活动预算类型'),
    column('biddingStrategy', 'Campaign bid strategy', 'Campaign bidding strategy', '广告活动竞价方案'),
    ...UNIFIED_MEASURES,
  ],
  ratios: UNIFIED_RATIOS,
  not: [...[...NOT_UNIFIED, ...UNIFIED_SEARCH_TERM, ...UNIFIED_PRODUCT, ...UNIFIED_TARGET], ...[...UNIFIED_PLACEMENT, ...UNIFIED_AD_GROUP]],
  grain: 'campaign',
});
