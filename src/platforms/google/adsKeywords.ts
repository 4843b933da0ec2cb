/**
 * Google Ads: search keyword report. Keywords are decorated by their match type in some downloads (`[exact]`, `"phrase"`) and bare in
 * others; they are kept as printed. Segmented by device, every keyword has a row a device, and the totals too.
 */
import { column, required } from '../define.js';
import { COST } from './adsColumns.js';
import { KEYWORD, KEYWORD_STATUS, SEARCH_TERM } from './adsNames.js';
import { adsReport } from './adsReport.js';
import { BID, MATCH_TYPE, MAX_CPC, QUALITY_SCORE, SETTINGS_NOTE, TARGETS } from './adsSettings.js';

export const googleAdsKeywords = adsReport({
  id: 'google.ads-keywords',
  report: 'Google Ads: search keywords',
  fills: ['ads', 'adEntities'],
  certainty: 'A',
  source: 'a real export of 2020 by device; headers of 2013 and 2026 in public readers; Chinese ones too',
  grain: 'keyword',
  notes: [SETTINGS_NOTE],
  columns: [
    required('targeting', ...KEYWORD),
    column('targetId', 'Keyword ID'),
    column('matchType', ...MATCH_TYPE),
    column('entityState', ...KEYWORD_STATUS),
    BID,
    ...TARGETS,
    QUALITY_SCORE,
  ],
  hasOneOf: ['Impr.', ...KEYWORD_STATUS, ...COST, ...MAX_CPC],
  not: [...SEARCH_TERM, 'CPC (USD)', 'Keyword Difficulty', 'KD', 'Position', 'Entity', 'Operation', 'Difficulty'],
});
