/**
 * Google Ads: campaign report, from the table or from the report editor. Performance Max and Video campaigns have interactions instead
 * of clicks by default; what an interaction is differs by type, so they are not taken for clicks.
 */
import { column, required } from '../define.js';
import { COST } from './adsColumns.js';
import { AD_GROUP, AD_STATUS, AUDIENCE, CAMPAIGN, CAMPAIGN_STATUS, ITEM_ID, KEYWORD, PLACEMENT, SEARCH_TERM } from './adsNames.js';
import { adsReport } from './adsReport.js';
import { SETTINGS_NOTE, TARGETS } from './adsSettings.js';

export const googleAdsCampaigns = adsReport({
  id: 'google.ads-campaigns',
  report: 'Google Ads: campaigns',
  fills: ['ads', 'adEntities'],
  certainty: 'A',
  source: 'a real export (INR, 2025); headers of 2026 by day, week and device in public readers, German, French and Japanese ones too',
  grain: 'campaign',
  notes: [SETTINGS_NOTE],
  columns: [
    required('campaign', ...CAMPAIGN),
    column('entityState', ...CAMPAIGN_STATUS),
    { ...column('budget', 'Budget', 'Tagesbudget', 'Presupuesto', 'Orçamento', 'Budget quotidien', '予算', '预算', '예산'), only: /\d/ },
    column(
      'budgetType',
      'Budget type',
      'Budgettyp',
      'Type de budget',
      'Tipo de presupuesto',
      'Tipo de orçamento',
      '予算タイプ',
      '预算类型',
    ),
    ...TARGETS,
  ],
  hasOneOf: ['Impr.', ...CAMPAIGN_STATUS, ...COST],
  not: [...SEARCH_TERM, ...KEYWORD, ...AD_GROUP, ...AD_STATUS, ...PLACEMENT, ...AUDIENCE, ...ITEM_ID, 'Asset', 'Entity', 'Operation'],
});
