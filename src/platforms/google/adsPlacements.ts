/** Google Ads: where display, video and Performance Max ads were shown. */
import { required } from '../define.js';
import { COST } from './adsColumns.js';
import { ITEM_ID, KEYWORD, PLACEMENT, SEARCH_TERM } from './adsNames.js';
import { adsReport } from './adsReport.js';

export const googleAdsPlacements = adsReport({
  id: 'google.ads-placements',
  report: 'Google Ads: placements',
  fills: ['ads'],
  certainty: 'C',
  source: 'column names from documentation and memory; figures as in real exports of the other reports',
  grain: 'placement',
  notes: ['Performance Max placements have impressions only'],
  columns: [required('placement', ...PLACEMENT)],
  hasOneOf: ['Impr.', ...COST],
  not: [...SEARCH_TERM, ...KEYWORD, ...ITEM_ID, 'Campaign name', 'Bidding strategy', 'Entity', 'Operation', 'Ad set name'],
});
