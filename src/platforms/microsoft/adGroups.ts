/** Microsoft Ads: ad group performance report. */
import { column, required } from '../define.js';
import { AD, AD_GROUP, KEYWORD, microsoftReport, SEARCH_TERM } from './adsReport.js';

export const microsoftAdGroups = microsoftReport({
  id: 'microsoft.ad-groups',
  report: 'Microsoft Ads: ad groups',
  fills: ['ads', 'adEntities'],
  grain: 'ad-group',
  columns: [required('adGroup', ...AD_GROUP), column('entityState', 'Ad group status', 'AdGroupStatus', 'Status')],
  finer: [...SEARCH_TERM, ...KEYWORD, ...AD],
});
