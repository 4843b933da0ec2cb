/** Google Ads: audience segments. */
import { column, required } from '../define.js';
import { COST } from './adsColumns.js';
import { AUDIENCE, SEARCH_TERM } from './adsNames.js';
import { adsReport } from './adsReport.js';

export const googleAdsAudiences = adsReport({
  id: 'google.ads-audiences',
  report: 'Google Ads: audience segments',
  fills: ['ads', 'adEntities'],
  certainty: 'C',
  source: 'column names from documentation and memory; figures as in real exports of the other reports',
  grain: 'audience',
  columns: [
    required('audience', ...AUDIENCE),
    column('entityState', 'Audience segment status', 'Audience segment state', 'Audience status'),
    { ...column('bidAdjustment', 'Bid adj.', 'Bid adjustment', 'Gebotsanpassung'), only: /\d/ },
  ],
  hasOneOf: ['Impr.', ...COST],
  not: [...SEARCH_TERM, 'Campaign name', 'Ad set name', 'Entity', 'Operation'],
});
