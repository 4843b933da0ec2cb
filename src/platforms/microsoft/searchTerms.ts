/** Microsoft Ads: search term (search query) performance report. */
import { column, required } from '../define.js';
import { KEYWORD, MATCH_TYPE, microsoftReport, SEARCH_TERM } from './adsReport.js';

export const microsoftSearchTerms = microsoftReport({
  id: 'microsoft.search-terms',
  report: 'Microsoft Ads: search terms',
  fills: ['ads'],
  grain: 'search-term',
  columns: [required('searchTerm', ...SEARCH_TERM), column('targeting', ...KEYWORD), MATCH_TYPE],
  finer: [],
});
