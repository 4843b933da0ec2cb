/** Microsoft Ads: keyword performance report. Ids come in brackets in the interface's download: [82945799304067]. */
import { column, required } from '../define.js';
import { AD, KEYWORD, MATCH_TYPE, microsoftReport, SEARCH_TERM } from './adsReport.js';

export const microsoftKeywords = microsoftReport({
  id: 'microsoft.keywords',
  report: 'Microsoft Ads: keywords',
  fills: ['ads', 'adEntities'],
  grain: 'keyword',
  columns: [
    required('targeting', ...KEYWORD),
    { ...column('targetId', 'Keyword ID', 'KeywordId'), strip: /[[\]]/g },
    MATCH_TYPE,
    column('entityState', 'Keyword status', 'KeywordStatus'),
    column('bid', 'Current maximum CPC', 'CurrentMaxCpc', 'Max. CPC', 'Max CPC'),
    column('qualityScore', 'Quality score', 'QualityScore', 'Qual. score'),
  ],
  finer: [...SEARCH_TERM, ...AD],
});
