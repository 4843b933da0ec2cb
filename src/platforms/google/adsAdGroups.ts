/** Google Ads: ad group report. The names of its status columns are from memory; the rest as in the campaign report. */
import { column, required } from '../define.js';
import { COST } from './adsColumns.js';
import { AD_GROUP, AD_GROUP_STATUS, AD_STATUS, AD_TYPE, AUDIENCE, ITEM_ID, KEYWORD, PLACEMENT, SEARCH_TERM } from './adsNames.js';
import { adsReport } from './adsReport.js';
import { BID, SETTINGS_NOTE, TARGETS } from './adsSettings.js';

export const googleAdsAdGroups = adsReport({
  id: 'google.ads-ad-groups',
  report: 'Google Ads: ad groups',
  fills: ['ads', 'adEntities'],
  certainty: 'B',
  source: 'columns as in real exports of the other reports; the names of its status column from memory',
  grain: 'ad-group',
  notes: [SETTINGS_NOTE],
  columns: [required('adGroup', ...AD_GROUP), column('entityState', ...AD_GROUP_STATUS), BID, ...TARGETS],
  hasOneOf: ['Impr.', ...AD_GROUP_STATUS, ...COST],
  not: [
    ...[...SEARCH_TERM, ...KEYWORD, ...AD_STATUS, ...AD_TYPE, ...PLACEMENT, ...AUDIENCE, ...ITEM_ID],
    ...['Headline 1', 'Asset', 'Entity', 'Operation'],
  ],
});
